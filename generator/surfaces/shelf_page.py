"""The page behind a product's code: label, state and ways to buy, for somebody who stands before the shelf."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.channel import Channel
from generator.catalog.product import Product

from . import addresses, cards, channels
from .outputs import digest_of
from .page_views import ProductPage
from .product_page import label_value, related_to
from .product_views import ChannelRow
from .recordings import digest_of_recordings, recordings_of
from .shelf_label_views import LabelLine, ShelfChannel, ShelfOffer, ShelfPage, Similar
from .surroundings import Surroundings
from .views import Fact, Notice

SEALS = "certificates"
"""The name in the label's order that stands for the seals; where it is left out, they come first."""
STANDS_OUT = "allergens"
"""What is emphasised on a label (GB 7718-2025; EU 1169/2011, article 21)."""
FOR_TRADE = "case_quantity"
"""A fact of an offer that says nothing to somebody who buys one."""


def digest_of_shelf(around: Surroundings, product: Product) -> str:
    """Return a digest of what :func:`shelf_page` shows besides what the product's own page does."""
    replacements = (recall.replacement for recall in around.catalog.recalls_by_product.get(product.id, ()))
    others = (*related_to(around, product), *filter(None, replacements))
    codes = (around.catalog.code_by_product.get(key) for key in (*(other.id for other in others), product.replaced_by))
    heard = digest_of_recordings(around, product)
    return digest_of(heard, *(code.digest if code is not None else "" for code in codes))


def shelf_page(around: Surroundings, product: Product, page: ProductPage) -> ShelfPage:
    """Return what pages behind codes show of *product*, whose own view is *page*."""
    catalog = around.catalog
    gone, state = catalog.is_gone(product), _state(around, product)
    rows = page.channels.rows if page.channels is not None else ()
    days = {row.line.as_of for row in rows}
    once = days.pop() if len(days) == 1 else ""
    return ShelfPage(
        notices=(*_notices(around, product, page), *state),
        similar=tuple(_similar(around, product)) if gone or state else (),
        label=tuple(_label(around, product, page)),
        online=_channels(around, product, [row for row in rows if row.line.online], once),
        offline=_channels(around, product, [row for row in rows if not row.line.online], once),
        recordings=recordings_of(around, product),
        has_ways=bool(rows or page.offer_title or page.offer_words or page.places or page.contacts),
        is_handed_on=not gone and not catalog.is_recalled(product),
        price_as_of=once,
    )


def _notices(around: Surroundings, product: Product, page: ProductPage) -> Iterable[Notice]:
    """Yield the product's notices, with the telephone as something to press, and replacements by their codes."""
    catalog = around.catalog
    recalled = (recall.replacement for recall in catalog.recalls_by_product.get(product.id, ()))
    others = filter(None, (*recalled, catalog.products.get(product.replaced_by)))
    behind = {addresses.product(other.id): _behind_code(around, other) for other in others}
    for notice in page.notices:
        link = notice.replacement
        yield notice._replace(
            facts=tuple(fact for fact in notice.facts if not notice.phone or fact.value != notice.phone),
            replacement=link._replace(href=behind[link.href]) if link is not None else None,
        )


def _behind_code(around: Surroundings, product: Product) -> str:
    """Return the address of the page behind the product's code, from the language's root; the portal's without one."""
    code = around.catalog.code_by_product.get(product.id)
    return addresses.product(product.id) if code is None else around.shared + addresses.shelf(code.code, around.folder)


def _label(around: Surroundings, product: Product, page: ProductPage) -> Iterable[LabelLine]:
    """Yield the label's lines in the configured order."""
    order = around.config.label_order
    for name in order if SEALS in order else (SEALS, *order):
        if name == SEALS:
            if page.seals:
                yield LabelLine(around.texts("common.seals"), "", seals=page.head_seals, more=page.more_seals)
            continue
        value, _ = label_value(around, product, name)
        if value:
            yield LabelLine(around.texts.field_title("products", name), value, stands_out=name == STANDS_OUT)


def _state(around: Surroundings, product: Product) -> tuple[Notice, ...]:
    """Return that every channel is sold out, or closed; nothing where something can be had, or was never offered."""
    catalog, texts = around.catalog, around.texts
    states = {catalog.offer_state(offer) for offer in catalog.offers_by_product.get(product.id, ())}
    if not states or "sold" in states or catalog.is_gone(product):
        return ()
    key = "product.sold_out" if "sold-out" in states else "product.channels_closed"
    return (Notice("sold-out", texts(key), texts("shelf.sold-out-text"), (), None),)


def _similar(around: Surroundings, product: Product) -> Iterable[Similar]:
    """Yield what else there is of the category; their pages behind codes go before those of the portal."""
    for other in related_to(around, product):
        if other.id == product.replaced_by:  # the notice offers it already
            continue
        card = cards.product_card(around, other)
        price = (
            around.formats.with_symbol(card.price.amount) if card.price and card.price.currency else card.price_words
        )
        yield Similar(card.name, _behind_code(around, other), _joined(around, card.origin, price))


def _joined(around: Surroundings, *parts: str) -> str:
    return around.texts.joined((part for part in parts if part), "common.detail_separator")


def _channels(around: Surroundings, product: Product, rows: list[ChannelRow], once: str) -> tuple[ShelfChannel, ...]:
    """Return the channels of *rows*, each once with all its packs, in the order of first mention."""
    groups: dict[str, list[ChannelRow]] = {}
    for row in rows:
        groups.setdefault(row.page, []).append(row)
    offers = around.catalog.offers_by_product.get(product.id, ())
    by_address = {addresses.channel(offer.channel.id): offer.channel for offer in offers}
    return tuple(_channel(around, by_address[page], group, once) for page, group in groups.items())


def _channel(around: Surroundings, channel: Channel, rows: list[ChannelRow], once: str) -> ShelfChannel:
    first = rows[0].line
    bought = next((row.line.href for row in rows if row.line.href), "")
    site = next((row.site for row in rows if row.site), "")
    is_searched = any(row.how for row in rows)
    return ShelfChannel(
        name=first.channel,
        kind=first.channel_kind,
        sample=any(row.line.sample for row in rows),
        offers=tuple(_offer(around, row, once) for row in rows),
        href=bought or site,
        buys=bool(bought),
        search=first.channel if is_searched else "",
        code_picture=channels.code_of(around, channel) if is_searched else None,
    )


def _offer(around: Surroundings, row: ChannelRow, once: str) -> ShelfOffer:
    texts, line = around.texts, row.line
    adds = bool(row.shipping or row.packing)
    facts = (
        Fact(texts("channels.shipping"), row.shipping),
        Fact(texts("channels.packing"), row.packing),
        Fact(texts("offer.total"), row.total if adds else ""),
        Fact(texts("channels.minimum"), row.minimum),
        *(fact for fact in line.extras if fact.label != texts.field_title("offers", FOR_TRADE)),
    )
    return ShelfOffer(
        variant=line.variant,
        price=line.price,
        list_price=line.list_price,
        availability=line.availability,
        lowest=row.lowest,
        facts=tuple(fact for fact in facts if fact.value),
        note=line.note,
        as_of="" if once else line.as_of,
    )
