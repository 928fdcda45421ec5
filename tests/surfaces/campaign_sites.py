"""Campaigns at their edges: nothing bought, not disclosed, over the goal, without a goal, one row, many buyers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from generator.surfaces import campaigns, corrections, events
from generator.surfaces.outputs import Output
from generator.surfaces.surroundings import Surroundings

from .plain_site import pages_of
from .small_shop import SHOP, offer, shop

Row = Mapping[str, str]
MANY = 500
"""Buyers of the campaign ``many``."""
_CAMPAIGNS: tuple[tuple[str, str, str], ...] = (
    ("zero", "开头的活动", "10万元"),
    ("secret", "不说目标的活动", "xx"),
    ("over", "超额的活动", "10万元"),
    ("free", "没有目标的活动", ""),
    ("single", "一笔的活动", "2000元"),
    ("many", "五百家的活动", "100万元"),
)
"""Id, name, goal."""


def campaign(key: str, name: str = "活动", **more: str) -> dict[str, str]:
    """Return a campaign of November and December 2026; *more* are further fields."""
    return {"id": key, "name": name, "starts_on": "2026-11-01", "ends_on": "2026-12-31", "products": "cha"} | more


def row(key: str, campaign_key: str, body: str, amount: str, **more: str) -> dict[str, str]:
    """Return a purchase of the 5th of November that was paid for; *more* are further fields."""
    day = more.get("date", "2026-11-05")
    own = {"id": key, "date": day, "recorded_on": day, "campaign": campaign_key, "organisation": body}
    return own | {"buyer_kind": "工会", "channel": SHOP, "amount": amount, "basis": "付款"} | more


def body(key: str, name: str, **more: str) -> dict[str, str]:
    """Return an organisation."""
    return {"id": key, "name": name, "kind": "工会"} | more


def campaign_site(
    folder: Path, tables: Mapping[str, Sequence[Row]], settings: str = "ledger:\n  publish: organisation\n"
) -> Surroundings:
    """Return what surfaces are handed of a shop with further *tables*."""
    return shop(folder, [offer(SHOP, "38")], tables=tables, settings=settings)


def edges(folder: Path, settings: str = "ledger:\n  publish: organisation\n") -> Surroundings:
    """Return the site of all edges."""
    bodies = [body(f"dw{number}", f"第{number}家单位的工会委员会") for number in range(1, MANY + 1)]
    rows = [
        row("s1", "secret", "dw1", "700.00"),
        row("s2", "secret", "dw2", "300.00"),
        row("o1", "over", "dw1", "90000.00", people="20", people_distinct="是"),
        row("o2", "over", "dw2", "64000.50", date="2026-11-12", buyer_kind="食堂"),
        row("f1", "free", "dw1", "1200.00"),
        row("f2", "free", "dw2", "800.00", channel="dian-2"),
        row("e1", "single", "dw1", "1999.99"),
        *(row(f"m{n:03}", "many", f"dw{n}", f"{n * Decimal('3.07')}") for n in range(1, MANY + 1)),
    ]
    return campaign_site(
        folder,
        {
            "campaigns": [campaign(key, name, goal=goal, participants="dw1;dw2;dw3") for key, name, goal in _CAMPAIGNS],
            "organisations": bodies,
            "ledger": rows,
        },
        settings,
    )


def planned(around: Surroundings) -> dict[str, Output]:
    """Return path → what is planned of campaigns, events and corrections."""
    pages = pages_of(around)
    plans = (*campaigns.outputs(pages), *events.outputs(pages), *corrections.outputs(pages))
    return {output.path: output for output in plans}
