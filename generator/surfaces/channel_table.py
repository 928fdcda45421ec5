"""Every channel of a product side by side: price, postage, packing, the sum of them, and which is the lowest."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.catalog.item import Amount
from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.contract.quantities import NotDisclosed

from . import addresses
from .brought_home import Cost, cost_of, for_measure, lowest_by_measure, lowest_of_content
from .prices import in_full
from .product_views import ChannelRow, ChannelTable
from .surroundings import Surroundings
from .views import OfferLine

COLUMNS = ("shipping", "packing", "minimum_order")
"""Fields of an offer that have a column of their own; what else there is stands beneath."""


def channel_table(
    around: Surroundings, offers: tuple[Offer, ...], lines: Mapping[str, OfferLine]
) -> ChannelTable | None:
    """Return all *offers* side by side: what can be had before what cannot, the lowest sum first.

    Args:
        around: The run.
        offers: Those of one product.
        lines: The same as lines, by their keys.
    """
    if not offers:
        return None
    sold = [offer for offer in offers if around.catalog.offer_state(offer) == "sold"]
    lowest = {key: (around.texts("offer.lowest"),) for key in lowest_of_content(sold)}
    for key, label in lowest_by_measure(around.config, sold).items():
        lowest[key] = (*lowest.get(key, ()), around.texts("offer.lowest_measure", measure=label))
    ranked = sorted(offers, key=lambda offer: _rank(around, offer))
    in_columns = frozenset(around.texts.field_title("offers", name) for name in COLUMNS)
    rows = tuple(_row(around, offer, lines[offer.key], lowest.get(offer.key, ()), in_columns) for offer in ranked)
    filled = {
        "shipping": any(row.shipping for row in rows),
        "packing": any(row.packing for row in rows),
        "minimum": any(row.minimum for row in rows),
        "total": any(row.total and (row.shipping or row.packing) for row in rows),
        "as_of": any(row.line.as_of for row in rows),
        "act": any(row.line.href or row.site for row in rows),
    }
    return ChannelTable(rows=rows, columns=2 + sum(filled.values()), **filled)


def _rank(around: Surroundings, offer: Offer) -> tuple[bool, bool, Decimal, str]:
    cost = cost_of(offer)
    is_gone = around.catalog.offer_state(offer) != "sold"
    return (is_gone, cost is None, cost.least if cost is not None else Decimal(0), offer.key)


def _row(
    around: Surroundings, offer: Offer, line: OfferLine, lowest: tuple[str, ...], in_columns: frozenset[str]
) -> ChannelRow:
    texts, channel, cost = around.texts, offer.channel, cost_of(offer)
    can_be_had = around.catalog.offer_state(offer) == "sold"
    shipping = _charge(around, offer.shipping, free="offer.postage_free")
    if not shipping and cost is not None and cost.shipping is None:
        shipping = texts("offer.postage_not_told")
    return ChannelRow(
        line=line._replace(extras=tuple(fact for fact in line.extras if fact.label not in in_columns)),
        page=addresses.channel(channel.id),
        mode=texts("common.online" if line.online else "common.offline"),
        shipping=shipping,
        packing=_charge(around, offer.packing, free="offer.packing_free"),
        minimum=_minimum(around, offer),
        total=_total(around, cost),
        total_per=_total_per(around, offer, cost),
        total_words="" if cost is None or cost.total is not None else texts("offer.total_unknown"),
        lowest=lowest,
        how=texts("offer.mini_program", name=channel.name) if can_be_had and channel.kind == "mini-program" else "",
        site=channel.website if can_be_had and line.online and not line.href else "",
    )


def _charge(around: Surroundings, amount: Amount, *, free: str) -> str:
    """Return a charge in words: nothing where it was left empty, which is not the same as free."""
    if isinstance(amount, Money) and amount.amount == 0:
        return around.texts(free)
    return in_full(around, amount.amount) if isinstance(amount, Money) else around.formats.money(amount)


def _minimum(around: Surroundings, offer: Offer) -> str:
    if offer.minimum_order is None:
        return ""
    number = around.formats.number(offer.minimum_order)
    if isinstance(offer.minimum_order, NotDisclosed):
        return number
    return around.texts("offer.minimum", number=number, unit=offer.unit)


def _total(around: Surroundings, cost: Cost | None) -> str:
    if cost is None or cost.total is None:
        return ""
    return in_full(around, cost.total)


def _total_per(around: Surroundings, offer: Offer, cost: Cost | None) -> str:
    """Return the sum for the measure of its content, where postage or packing make it another than the price's."""
    if cost is None or cost.total is None or cost.total == cost.price:
        return ""
    measured = for_measure(around.config, offer, cost.total)
    if measured is None:
        return ""
    amount, label = measured
    return f"{in_full(around, amount)} / {label}"
