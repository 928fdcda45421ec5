"""What an offer costs in all, brought home: price, postage and packing; and which of those alike is the lowest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.catalog.item import Amount
from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.config import SiteConfig
from generator.config.model import UnitPrice

from .prices import is_for_shoppers, same_content

NOTHING = Decimal(0)
_NOT_SENT = ("service", "visit")
"""Kinds of products that nobody posts."""


class Cost(NamedTuple):
    """What one piece costs, part by part, in base units of the currency."""

    price: Decimal
    shipping: Decimal | None
    """``None`` where nobody told it, or it is withheld."""
    packing: Decimal | None

    @property
    def total(self) -> Decimal | None:
        """All parts together; ``None`` where one is not known, for an unknown postage is not a postage of nothing."""
        if self.shipping is None or self.packing is None:
            return None
        return self.price + self.shipping + self.packing

    @property
    def least(self) -> Decimal:
        """What it costs at least: the parts that are known."""
        return self.price + (self.shipping or NOTHING) + (self.packing or NOTHING)


def cost_of(offer: Offer) -> Cost | None:
    """Return what *offer* costs; ``None`` where it has no price, or one that is withheld.

    What is fetched in person, or done on the spot, is neither posted nor packed unless the offer says otherwise.
    Online, a postage that was left empty is unknown; who tells the postage has told whatever else is charged.
    """
    if not isinstance(offer.price, Money):
        return None
    is_sent = offer.channel.mode == "online" and offer.product.kind not in _NOT_SENT
    shipping = _part(offer.shipping, if_empty=None if is_sent else NOTHING)
    packing = _part(offer.packing, if_empty=NOTHING)
    return Cost(offer.price.amount, shipping, packing)


def _part(amount: Amount, *, if_empty: Decimal | None) -> Decimal | None:
    if amount is None:
        return if_empty
    return amount.amount if isinstance(amount, Money) else None


def lowest_of_content(sold: Sequence[Offer]) -> frozenset[str]:
    """Return the keys of the offers that are lowest, brought home, among those of the same content.

    Offers for canteens and from a minimum order on are compared among themselves.
    Nothing is the lowest where all cost the same, where there is no other, or where an unknown postage may undercut it.

    Args:
        sold: Offers that can be had now.
    """
    left = list(sold)
    lowest: set[str] = set()
    while left:
        first, *others = left
        group = [first, *(offer for offer in others if _comparable(first, offer))]
        left = [offer for offer in others if offer not in group]
        lowest |= _lowest({offer.key: (cost, Decimal(1)) for offer in group if (cost := cost_of(offer)) is not None})
    return frozenset(lowest)


def _comparable(one: Offer, other: Offer) -> bool:
    return same_content(one, other) and is_for_shoppers(one) == is_for_shoppers(other)


def lowest_by_measure(config: SiteConfig, sold: Sequence[Offer]) -> Mapping[str, str]:
    """Return key → the measure (``500 g``) by which an offer is the lowest, brought home, among different packs.

    Args:
        config: Tells by which quantities prices are compared.
        sold: Offers that can be had now.
    """
    found: dict[str, str] = {}
    for for_shoppers in (True, False):
        group = [offer for offer in sold if is_for_shoppers(offer) is for_shoppers]
        for rule in config.unit_prices:
            sized = {offer.key: size for offer in group if (size := _size(rule, offer)) is not None}
            if len(set(sized.values())) < 2:
                continue
            costs = {
                offer.key: (cost, sized[offer.key])
                for offer in group
                if offer.key in sized and (cost := cost_of(offer)) is not None
            }
            found |= dict.fromkeys(sorted(_lowest(costs)), rule.label)
    return found


def _lowest(costs: Mapping[str, tuple[Cost, Decimal]]) -> set[str]:
    """Return the keys of the lowest totals for a size; none where that cannot be said of them alone."""
    totals = {key: cost.total / size for key, (cost, size) in costs.items() if cost.total is not None}
    if not totals:
        return set()
    lowest = min(totals.values())
    keys = {key for key, total in totals.items() if total == lowest}
    others = [cost.least / size for key, (cost, size) in costs.items() if key not in keys]
    return keys if others and min(others) >= lowest else set()


def for_measure(config: SiteConfig, offer: Offer, amount: Decimal) -> tuple[Decimal, str] | None:
    """Return what *amount* comes to for the measure of its content, and the measure; ``None`` without such content."""
    for rule in config.unit_prices:
        size = _size(rule, offer)
        if size is not None:
            return amount * rule.quantity / size, rule.label
    return None


def _size(rule: UnitPrice, offer: Offer) -> Decimal | None:
    """Return an offer's content in the base unit of *rule*; ``None`` where it is measured otherwise."""
    factor = rule.units.get(offer.content_unit)
    if factor is None or not isinstance(offer.content_amount, Decimal) or offer.content_amount <= 0:
        return None
    return offer.content_amount * factor
