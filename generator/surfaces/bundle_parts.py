"""What is in a bundle, and what its parts would cost bought one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.catalog.product import BundleItem, Product

from . import addresses, prices
from .outputs import digest_of
from .product_views import BundlePart, PartLine, PartsTable
from .surroundings import Surroundings


def parts_digest(around: Surroundings, product: Product) -> str:
    """Return a digest of the parts of a bundle and of the cards, and so the prices, of what they are."""
    parts = around.catalog.parts_by_bundle.get(product.id, ())
    return digest_of(*(part.digest for part in parts), *(around.product_digests[part.product.id] for part in parts))


def bundle_parts(around: Surroundings, product: Product) -> tuple[BundlePart, ...]:
    """Return the parts of a bundle by name and quantity."""
    return tuple(
        BundlePart(part.product.name, addresses.product(part.product.id), _quantity(around, part))
        for part in around.catalog.parts_by_bundle.get(product.id, ())
    )


def parts_table(around: Surroundings, product: Product) -> PartsTable | None:
    """Return the parts of a bundle with their prices, and their sum beside its own; ``None`` without parts.

    All parts are priced alike: where the bundle is sold, else online or in shops as it is, else where each is lowest.
    """
    parts = around.catalog.parts_by_bundle.get(product.id, ())
    if not parts:
        return None
    ranked, _ = prices.headline_offers(around, product)
    own = ranked[0] if ranked else None
    basis, costs = _priced(around, parts, own)
    known = [cost for cost in costs if cost is not None]
    total = sum(known, Decimal(0)) if len(known) == len(costs) else None
    price = own.price.amount if own is not None and isinstance(own.price, Money) else None
    lines = tuple(_line(around, part, cost) for part, cost in zip(parts, costs, strict=True))
    return PartsTable(
        lines=lines,
        sum="" if total is None else prices.in_full(around, total),
        bundle="" if price is None else prices.in_full(around, price),
        words="" if total is None or price is None else _words(around, total, price),
        basis="" if total is None else basis,
    )


def _priced(around: Surroundings, parts: Sequence[BundleItem], own: Offer | None) -> tuple[str, list[Decimal | None]]:
    """Return how the parts are priced, in words, and what each costs by itself."""
    found = [prices.headline_offers(around, part.product)[0] for part in parts]
    if own is not None:
        channel, mode = own.channel, own.channel.mode
        for words, is_alike in (
            (around.texts("parts.at_channel", channel=channel.name), lambda offer: offer.channel is channel),
            (around.texts(f"parts.at_{mode}"), lambda offer: offer.channel.mode == mode),
        ):
            costs = [_cost(part, filter(is_alike, offers)) for part, offers in zip(parts, found, strict=True)]
            if None not in costs:
                return words, costs
    return around.texts("parts.at_lowest"), [
        _cost(part, iter(offers)) for part, offers in zip(parts, found, strict=True)
    ]


def _line(around: Surroundings, part: BundleItem, cost: Decimal | None) -> PartLine:
    price = prices.headline_price(around, part.product)
    return PartLine(
        name=part.product.name,
        href=addresses.product(part.product.id),
        quantity=_quantity(around, part),
        net_content=part.product.net_content,
        price=price,
        total="" if cost is None else prices.in_full(around, cost),
    )


def _quantity(around: Surroundings, part: BundleItem) -> str:
    return f"{around.formats.number(part.quantity)} {part.unit}".strip()


def _cost(part: BundleItem, offers: Iterator[Offer]) -> Decimal | None:
    """Return what a part costs by the first of *offers*; ``None`` where there is none, or it is for another unit."""
    offer = next(offers, None)
    if offer is None or not isinstance(part.quantity, Decimal) or not isinstance(offer.price, Money):
        return None
    return offer.price.amount * part.quantity if part.unit in ("", offer.unit) else None


def _words(around: Surroundings, total: Decimal, own: Decimal) -> str:
    if total == own:
        return around.texts("parts.same")
    key = "parts.saves" if own < total else "parts.dearer"
    return around.texts(key, difference=prices.in_full(around, abs(total - own)))
