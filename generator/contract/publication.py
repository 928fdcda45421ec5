"""What the public may see of a record on a day: one answer for rules, codes and downloads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

from .rows import Row
from .validity import is_coming

LedgerLevel: TypeAlias = Literal["totals", "organisation", "rows"]
"""What is published of the ledger: totals alone, totals by organisation as well, or its rows besides."""
EDITORS_OWN = frozenset({"label_stocks", "print_log", "reports"})
"""Tables that no page, download or API tells of: what paper is in the printer, what was printed, what was reported."""


def hidden_because(row: Row, as_of: date) -> tuple[str, str] | None:
    """Return why a record has no page on *as_of*, in Chinese and in English; ``None`` where it has one."""
    if row.values.get("status") == "draft":
        return "它还是草稿", "which is still a draft"
    publish_on = row.values.get("publish_on")
    if isinstance(publish_on, date) and publish_on > as_of:
        return f"它要到 {publish_on.isoformat()} 才上架", f"which is not published before {publish_on.isoformat()}"
    return None


def is_withdrawn(row: Row, as_of: date) -> bool:
    """Tell whether a record is no longer offered on *as_of*; its page stays and says so."""
    withdraw_on = row.values.get("withdraw_on")
    return row.values.get("status") == "withdrawn" or (isinstance(withdraw_on, date) and withdraw_on <= as_of)


def is_on_offer(row: Row, as_of: date) -> bool:
    """Tell whether a record is out on *as_of*, and not withdrawn again."""
    return not hidden_because(row, as_of) and not is_withdrawn(row, as_of)


def recalled_products(rows: Mapping[str, Sequence[Row]], as_of: date) -> frozenset[str]:
    """Return the products that must not be sold on *as_of*: recalled whatever their lot, and bundles with one inside.

    Args:
        rows: Table → its checked rows.
        as_of: The day that is shown.
    """
    recalled = {row.text("product") for row in rows.get("recalls", ()) if not row.items("lots") and _is_on(row, as_of)}
    inside = {row.text("bundle") for row in rows.get("bundle_items", ()) if row.text("product") in recalled}
    return frozenset(recalled | inside)


def _is_on(recall: Row, as_of: date) -> bool:
    announced_on, ended_on = recall.day("announced_on"), recall.day("ended_on")
    return announced_on is not None and announced_on <= as_of and (ended_on is None or ended_on > as_of)


def is_public(row: Row, as_of: date) -> bool:
    """Tell whether a record may be read on *as_of*: a recall is announced, a price begins, a voice has consent."""
    if row.table in EDITORS_OWN:
        return False
    announced_on = row.values.get("announced_on")
    if isinstance(announced_on, date) and announced_on > as_of:
        return False
    if row.table == "offers" and is_coming(row.day("valid_from"), as_of):
        return False
    if row.table == "recordings" and row.values.get("consent") == "asked":
        return False
    return not hidden_because(row, as_of)


def is_ledger_row_public(row: Row, as_of: date, level: LedgerLevel) -> bool:
    """Tell whether a row of the ledger is published by itself; what a person bought never is, it counts in totals."""
    recorded_on = row.day("recorded_on")
    is_known = recorded_on is not None and recorded_on <= as_of
    return level == "rows" and is_known and row.text("buyer_kind") != "person"
