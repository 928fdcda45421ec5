"""What is known of a product's prices: where it is sold, for how much, and whether it is sent."""

from __future__ import annotations

from decimal import Decimal

from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.catalog.product import Product
from generator.contract.quantities import NotDisclosed
from generator.surfaces import prices
from generator.surfaces.brought_home import cost_of
from generator.surfaces.month_runs import months_in_words
from generator.surfaces.offer_lines import offer_words
from generator.surfaces.price_gap import gap_table
from generator.surfaces.product_places import places_of
from generator.surfaces.surroundings import Surroundings

from .knowledge import Facts
from .telling import Teller


def offer_facts(around: Surroundings, product: Product, teller: Teller) -> Facts:
    """Yield what is known of the offers in force of *product*; a product that is gone has none."""
    texts, catalog = around.texts, around.catalog
    if catalog.is_gone(product):
        return
    offers = prices.by_price(catalog.offers_by_product.get(product.id, ()))
    headline, _ = prices.headline_offers(around, product)
    ranked = [*headline, *(offer for offer in offers if offer not in headline)]
    for offer in ranked:
        yield from _price(around, offer, teller)
    for offer in ranked:
        yield from _sending(around, offer, teller)
    if not offers:
        words = prices.price_words(around, product, None)
        told = texts.joined(
            (part for part in (words, offer_words(product, has_offers=False)) if part), "common.detail_separator"
        )
        yield from teller.fact("price", texts.field_title("offers", "price"), told)
        yield from teller.fact("buy", texts("ask.buy"), told)
    if product.offline_only:
        reason = str(offer_words(product, has_offers=bool(offers))).rstrip("。.")
        value = texts.joined(
            (part for part in (texts("product.offline_only"), reason) if part), "common.detail_separator"
        )
        yield from teller.said("shipping", value, texts("ask.offline_only", name=teller.name, reason=value))
    gap = gap_table(around, tuple(offers))
    if gap is not None:
        sentence = str(gap.sentence)
        told = f"{teller.name}{texts('ask.colon')}{sentence.rstrip('。.')}{texts('ask.stop')}"
        yield from teller.said("gap", sentence, told)
    yield from _where(around, product, offers, teller)


def _price(around: Surroundings, offer: Offer, teller: Teller) -> Facts:
    texts = around.texts
    state = around.catalog.offer_state(offer)
    price = around.formats.price(offer)
    if price is None or state.startswith("channel-"):
        return
    amount = price_in_words(around, offer)
    variant = str(offer.variant)
    details = [variant] if variant else []
    number, unit = "", ""
    if isinstance(offer.price, Money):
        number, unit = per_unit(around, offer)
        if price.per:
            details.append(texts("ask.per", per=str(price.per)))
    if offer.availability not in ("", "in-stock"):
        details.append(texts.label("offers", "availability", offer.availability))
    if isinstance(offer.minimum_order, int) and offer.minimum_order > 1:
        details.append(least_in_words(around, offer.minimum_order, offer.unit))
    detail = texts.joined(details, "common.detail_separator")
    value = texts.joined(
        (part for part in (amount, str(offer.channel.name), detail) if part), "common.detail_separator"
    )
    sentence = texts("ask.price_detail", name=teller.name, channel=str(offer.channel.name), price=amount, detail=detail)
    yield from teller.said(
        "price",
        value,
        sentence,
        day=offer.as_of,
        source=offer.source,
        sample=offer.sample or teller.sample,
        number=number,
        unit=unit,
    )
    cost = cost_of(offer)
    if cost is not None and cost.total is not None and cost.total > cost.price:
        amount = prices.in_full(around, cost.total)
        channel = str(offer.channel.name)
        value = texts.joined((amount, channel, variant), "common.detail_separator")
        sentence = texts("ask.total", name=teller.name, channel=channel, amount=amount, variant=variant)
        yield from teller.said("total", value, sentence, day=offer.as_of, source=offer.source, sample=offer.sample)
    if str(offer.price_note):
        yield from teller.fact(
            "price_note",
            texts("ask.note_on_price", channel=str(offer.channel.name)),
            offer.price_note,
            day=offer.as_of,
            source=offer.source,
            sample=offer.sample,
        )


def least_in_words(around: Surroundings, number: int, unit: str) -> str:
    """Return from how many on it is sold, as the tables of channels write it: ``20 袋起``."""
    return around.texts("offer.minimum", number=around.formats.number(number), unit=unit)


def counted(around: Surroundings, number: int, unit: str) -> str:
    """Return a number of units, as the tables for buyers write it."""
    told = around.formats.number(number)
    return around.texts("buyers.number", number=told, unit=unit).strip() if unit else told


def price_in_words(around: Surroundings, offer: Offer) -> str:
    """Return the price of *offer* with its unit, ``¥58.00/盒``, or that it is not disclosed."""
    price = around.formats.price(offer)
    if price is None or not price.currency:
        return "" if price is None else str(price.amount)
    amount = f"{price.amount} {price.currency}" if price.symbol_after else f"{price.currency}{price.amount}"
    return f"{amount}/{price.unit}" if price.unit else amount


def per_unit(around: Surroundings, offer: Offer) -> tuple[str, str]:
    """Return the price per weight or volume as number and unit; per piece where the content is not told."""
    if not isinstance(offer.price, Money):
        return "", ""
    amount = offer.price.amount
    if isinstance(offer.content_amount, Decimal) and offer.content_amount > 0:
        for rule in around.config.unit_prices:
            factor = rule.units.get(offer.content_unit)
            if factor is not None:
                per = amount * rule.quantity / (offer.content_amount * factor)
                return str(per.quantize(Decimal("0.0001"))), str(rule.label)
    return str(amount), str(offer.unit)


def _sending(around: Surroundings, offer: Offer, teller: Teller) -> Facts:
    if offer.channel.mode != "online" or around.catalog.offer_state(offer) != "sold":
        return
    texts = around.texts
    destinations = texts.joined(map(str, offer.ships_to))
    if isinstance(offer.shipping, Money):
        postage = (
            texts("ask.postage_free")
            if not offer.shipping.amount
            else texts("ask.postage", amount=prices.in_full(around, offer.shipping.amount))
        )
    else:
        postage = texts("ask.postage_untold")
    packing = (
        texts("ask.packing", amount=prices.in_full(around, offer.packing.amount))
        if isinstance(offer.packing, Money) and offer.packing.amount
        else ""
    )
    where = texts("ask.ships_to", places=destinations) if destinations else texts("ask.ships_untold")
    value = texts.joined((part for part in (where, postage, packing) if part), "ask.clause")
    sentence = texts("ask.shipping", name=teller.name, channel=str(offer.channel.name), told=value)
    yield from teller.said(
        "shipping",
        f"{offer.channel.name}{texts('ask.colon')}{value}",
        sentence,
        day=offer.as_of,
        source=offer.source,
        sample=offer.sample,
    )


def _where(around: Surroundings, product: Product, offers: list[Offer], teller: Teller) -> Facts:
    texts, catalog = around.texts, around.catalog
    sold = [offer for offer in offers if catalog.offer_state(offer) == "sold"]
    for mode, key in (("online", "ask.buy_online"), ("offline", "ask.buy_offline")):
        names = teller.names(offer.channel.name for offer in sold if offer.channel.mode == mode)
        if names:
            yield from teller.said("buy", names, texts(key, name=teller.name, channels=names))
    places = [place for place in places_of(around, product, tuple(offers)) if place.href.startswith("places/")]
    if places:
        names = teller.names(place.name for place in places)
        yield from teller.said("buy", names, texts("ask.stands_at", name=teller.name, places=names))
    for entry in catalog.stock_by_product.get(product.id, ()):
        if catalog.is_open(entry.placement) and entry.slot:
            label = f"{entry.placement.name} {texts.field_title('placement_stock', 'slot')}"
            yield from teller.fact("slot", label, entry.slot, day=entry.since, sample=True)
        if catalog.is_open(entry.placement) and isinstance(entry.price, Money):
            amount = prices.in_full(around, entry.price.amount)
            place = str(entry.placement.name)
            value = texts.joined((amount, place), "common.detail_separator")
            sentence = texts("ask.price", name=teller.name, channel=place, price=amount)
            yield from teller.said("price_here", value, sentence, day=entry.since, sample=True)
    for offer in sold:
        yield from _conditions(around, offer, teller)
    yield from _units(sold, teller)
    for offer in offers:
        if offer not in sold and catalog.offer_state(offer) == "sold-out":
            yield from _availability(around, offer, teller)
            label = texts("ask.note_on_price", channel=str(offer.channel.name))
            yield from teller.fact("availability", label, offer.price_note, day=offer.as_of, sample=offer.sample)


def _units(offers: list[Offer], teller: Teller) -> Facts:
    """Yield what one of the units that it is sold by holds: a tray, a case."""
    held: dict[tuple[str, str], Offer] = {}
    for offer in offers:
        if offer.variant and offer.unit and isinstance(offer.content_amount, Decimal) and offer.content_amount != 1:
            held.setdefault((str(offer.unit), str(offer.variant)), offer)
    for (unit, variant), offer in held.items():
        told = teller.texts("ask.unit_holds", name=teller.name, unit=unit, variant=variant)
        yield from teller.said("unit_content", variant, told, day=offer.as_of, sample=offer.sample)


def _conditions(around: Surroundings, offer: Offer, teller: Teller) -> Facts:
    """Yield who may buy where, from how many on, and whether it is there."""
    texts = around.texts
    for name in ("minimum_order", "case_quantity"):
        number = getattr(offer, name)
        if number is not None and not isinstance(number, NotDisclosed):
            words = least_in_words if name == "minimum_order" else counted
            value = words(around, number, offer.unit)
            label = f"{offer.channel.name} {texts.field_title('offers', name)}"
            yield from teller.fact(name, label, value, day=offer.as_of, sample=offer.sample)
    months = months_in_words(texts, offer.supply_months)
    label = f"{offer.channel.name} {texts.field_title('offers', 'supply_months')}"
    yield from teller.fact("supply_months", label, months, day=offer.as_of, sample=offer.sample)
    reason = f"{offer.channel.name} {texts.field_title('offers', 'offline_reason')}"
    yield from teller.fact("in_person", reason, offer.offline_reason, day=offer.as_of, sample=offer.sample)
    if offer.buyers:
        label = f"{offer.channel.name} {texts.field_title('offers', 'buyers')}"
        yield from teller.fact("buyers", label, texts.joined(offer.buyers), day=offer.as_of, sample=offer.sample)
    yield from _availability(around, offer, teller)


def _availability(around: Surroundings, offer: Offer, teller: Teller) -> Facts:
    texts = around.texts
    value = texts.label("offers", "availability", offer.availability) if offer.availability else ""
    label = f"{offer.channel.name} {texts.field_title('offers', 'availability')}"
    yield from teller.fact("availability", label, value, day=offer.as_of, sample=offer.sample)
