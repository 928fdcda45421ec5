"""Why one pays more, or less, to have the same thing sent than to fetch it: two offers, part by part."""

from __future__ import annotations

from decimal import Decimal
from itertools import product as pairs
from typing import NamedTuple

from generator.catalog.offer import Offer
from generator.contract.quantities import NotDisclosed

from .brought_home import Cost, cost_of
from .prices import by_price, in_full, is_for_shoppers, same_content
from .product_views import GapRow, GapTable
from .surroundings import Surroundings


class _Pair(NamedTuple):
    """An offer online and one in person for the same content."""

    online: Offer
    offline: Offer
    online_cost: Cost
    offline_cost: Cost

    @property
    def gap(self) -> Decimal | None:
        """How much more it costs to have it sent; ``None`` where a part is not known."""
        online, offline = self.online_cost.total, self.offline_cost.total
        return None if online is None or offline is None else online - offline

    @property
    def is_withheld(self) -> bool:
        """Tell whether a part was kept back, so that neither sum says anything."""
        parts = (self.online.shipping, self.online.packing, self.offline.shipping, self.offline.packing)
        return any(isinstance(part, NotDisclosed) for part in parts)


def gap_table(around: Surroundings, offers: tuple[Offer, ...]) -> GapTable | None:
    """Return the difference with its sum, part by part; ``None`` where there is none."""
    pair = _pair_of(around, offers)
    words = "" if pair is None else _sentence(around, pair, note="")
    if pair is None or not words:
        return None
    return GapTable(
        words=words.strip(),
        sentence=_sentence(around, pair, note=_note(pair)),
        offline=pair.offline.channel.name,
        online=pair.online.channel.name,
        rows=() if pair.gap is None else tuple(_rows(around, pair)),
    )


def _pair_of(around: Surroundings, offers: tuple[Offer, ...]) -> _Pair | None:
    """Return the lowest offers online and in person for the same content, before all those that anyone may take."""
    sold = by_price(tuple(offer for offer in offers if around.catalog.offer_state(offer) == "sold"))
    online = [offer for offer in sold if offer.channel.mode == "online"]
    offline = [offer for offer in sold if offer.channel.mode == "offline"]
    found = [
        _Pair(one, other, cost, other_cost)
        for one, other in pairs(online, offline)
        if same_content(one, other)
        and (cost := cost_of(one)) is not None
        and (other_cost := cost_of(other)) is not None
    ]
    return min(found, key=_rank, default=None)


def _rank(pair: _Pair) -> tuple[bool, bool, Decimal, Decimal]:
    for_all = is_for_shoppers(pair.online) and is_for_shoppers(pair.offline)
    return (not for_all, pair.gap is None, pair.online_cost.least, pair.offline_cost.least)


def _sentence(around: Surroundings, pair: _Pair, *, note: str) -> str:
    """Say the difference of the sums, or that of the prices alone where nobody told the postage."""
    gap = pair.gap
    if gap is None and not pair.is_withheld:
        gap, key = pair.online_cost.price - pair.offline_cost.price, "product.gap_price"
    else:
        key = "product.gap"
    if not gap:
        return ""
    amount = in_full(around, abs(gap))
    side = "online" if gap > 0 else "offline"
    return around.texts(f"{key}_{side}", gap=amount, unit=pair.online.unit, note=note)


def _note(pair: _Pair) -> str:
    return pair.online.price_note or pair.offline.price_note


def _rows(around: Surroundings, pair: _Pair) -> list[GapRow]:
    """Return price, postage, packing and their sum on both sides, without what neither side has.

    Where nothing but prices differ the sentence says it all, and there are none.
    """
    texts, online, offline = around.texts, pair.online_cost, pair.offline_cost
    parts = [
        (texts("gap.price"), offline.price, online.price),
        (texts("channels.shipping"), offline.shipping, online.shipping),
        (texts("channels.packing"), offline.packing, online.packing),
    ]
    shown = [part for part in parts if part[1] or part[2]]
    if len(shown) < 2:
        return []
    shown.append((texts("offer.total"), offline.total, online.total))
    return [
        GapRow(
            label=label,
            offline=in_full(around, here or Decimal(0)),
            online=in_full(around, there or Decimal(0)),
            difference=_signed(around, (there or Decimal(0)) - (here or Decimal(0))),
            is_sum=number == len(shown),
        )
        for number, (label, here, there) in enumerate(shown, start=1)
    ]


def _signed(around: Surroundings, amount: Decimal) -> str:
    plain = in_full(around, amount)
    return f"+{plain}" if amount > 0 else plain
