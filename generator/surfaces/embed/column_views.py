"""From the catalogue to what an embedded thing says."""

from __future__ import annotations

from urllib.parse import urlencode

from generator.catalog.campaign import Campaign
from generator.catalog.channel import Channel
from generator.catalog.embedding import EmbedColumn
from generator.catalog.product import Product
from generator.surfaces import addresses as site_addresses
from generator.surfaces import cards
from generator.surfaces.code_views import shelf_href
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Picture, Price

from . import addresses
from .selection import shown_products, state_on
from .views import EmbedBar, EmbedItem, EmbedPicture, EmbedView


def column_view(around: Surroundings, column: EmbedColumn) -> EmbedView:
    """Return a column on the day: its items, or why there are none."""
    texts = around.texts
    state = state_on(column, around.configuration.as_of)
    items: tuple[EmbedItem, ...] = ()
    notice = ""
    if state == "coming":
        notice = texts("embed.coming", day=around.formats.day(column.valid_from))
    elif state == "ended":
        notice = texts("embed.ended", day=around.formats.day(column.valid_until))
    elif column.selection == "channel" and column.channel is not None:
        items = (_channel_item(around, column, column.channel),)
    else:
        items = tuple(_item(around, product, column) for product in shown_products(around, column))
        notice = "" if items else texts("embed.empty")
    return _view(
        around,
        "columns",
        column.id,
        title=column.title,
        look=column.look or "cards",
        href=_with_partner(around, around.whole(column_place(around, column)), column),
        partner=column.partner.name if column.partner is not None else "",
        notice=notice,
        items=items,
    )


def product_view(around: Surroundings, product: Product) -> EmbedView:
    """Return a card of one product."""
    href = permanent(around, product)
    view = _view(around, "products", product.id, title=product.name, look="cards", href=href)
    return view._replace(items=(_item(around, product, None),))


def list_view(around: Surroundings, key: str, title: str, href: str, products: tuple[Product, ...]) -> EmbedView:
    """Return products that are followed together, for programs."""
    view = _view(around, "columns", key, title=title, look="list", href=href)
    return view._replace(items=tuple(_item(around, product, None) for product in products))


def campaign_view(around: Surroundings, campaign: Campaign) -> EmbedView:
    """Return how far a campaign is."""
    teaser = cards.campaign_teaser(around, campaign)
    texts, told = around.texts, teaser.progress
    bar = None
    if told is not None:
        parts = (
            texts("embed.reached", amount=told.reached) if told.reached else "",
            texts("embed.goal", amount=told.goal) if told.goal else "",
            told.percent,
            told.words,
        )
        label = texts.joined((part for part in parts if part), "common.detail_separator")
        bar = EmbedBar(told.reached, told.goal, told.percent, told.fill, told.mark, told.words, str(label))
    note = texts.joined((teaser.state, teaser.dates), "common.detail_separator")
    href = around.whole(site_addresses.campaign(campaign.id))
    view = _view(around, "campaigns", campaign.id, title=campaign.name, look="list", href=href, notice=str(note))
    return view._replace(bar=bar)


def permanent(around: Surroundings, product: Product) -> str:
    """
    Return the whole address of *product* that answers for ever.

    A code that was given out never loses its page, whatever becomes of the product (``/P/<CODE>/``); a product without
    one has its page on the portal alone.
    """
    code = around.catalog.code_by_product.get(product.id)
    if code is not None and "shelf" in around.config.surfaces:
        return around.whole(shelf_href(around, code))
    return around.whole(site_addresses.product(product.id))


def column_place(around: Surroundings, column: EmbedColumn) -> str:
    """Return the page of the portal that shows what *column* chooses from, from the root of the language."""
    match column.selection:
        case "category" if column.category is not None:
            return site_addresses.category(column.category.id)
        case "origin" if column.origin is not None:
            return site_addresses.origin(column.origin.code)
        case "supplier" if column.supplier is not None:
            return site_addresses.supplier(column.supplier.id)
        case "campaign" if column.campaign is not None and column.campaign.id in around.catalog.campaigns:
            return site_addresses.campaign(column.campaign.id)
        case "channel" if column.channel is not None:
            return site_addresses.channel(column.channel.id)
    return site_addresses.product_list()


def _view(
    around: Surroundings,
    kind: addresses.Kind,
    key: str,
    *,
    title: str,
    look: str,
    href: str,
    partner: str = "",
    notice: str = "",
    items: tuple[EmbedItem, ...] = (),
) -> EmbedView:
    day = around.configuration.as_of
    return EmbedView(
        kind=kind,
        id=key,
        language=around.texts.language,
        title=str(title),
        look=look,
        href=href,
        partner=str(partner),
        notice=str(notice),
        as_of=day.isoformat(),
        as_of_words=str(around.texts("embed.as_of", day=around.formats.day(day))),
        source=str(around.config.title),
        source_href=around.whole(""),
        more=str(around.texts("embed.more")),
        items=items,
    )


def _item(around: Surroundings, product: Product, column: EmbedColumn | None) -> EmbedItem:
    card, catalog, texts = cards.product_card(around, product), around.catalog, around.texts
    state, notice = "offered", ""
    if catalog.is_recalled(product):
        state, notice = "recalled", texts("embed.recalled")
    elif catalog.is_withdrawn(product):
        state, notice = "withdrawn", texts("embed.withdrawn")
    elif catalog.has_recalled_lots(product):
        notice = texts("embed.lots_recalled")
    is_offered = state == "offered"
    return EmbedItem(
        id=product.id,
        name=str(card.name),
        href=_with_partner(around, permanent(around, product), column),
        origin=str(card.origin),
        price=price_in_words(around, card.price) if is_offered and card.price is not None else "",
        price_note=str(card.price_words) if is_offered else "",
        picture=_picture(around, card.picture),
        state=state,
        notice=str(notice),
        sample=str(texts("common.sample")) if card.sample else "",
    )


def _channel_item(around: Surroundings, column: EmbedColumn, channel: Channel) -> EmbedItem:
    """Return a platform: it leads to our page about it, which answers for ever and leads on."""
    return EmbedItem(
        id=channel.id,
        name=str(channel.name),
        href=_with_partner(around, around.whole(site_addresses.channel(channel.id)), column),
        origin=str(channel.operator),
        notice=str(around.texts("embed.channel_closed")) if channel.status == "closed" else "",
        sample=str(around.texts("common.sample")) if channel.sample else "",
    )


def price_in_words(around: Surroundings, price: Price) -> str:
    """Return an amount with its symbol and what one gets for it."""
    amount = price.amount + (f"–{price.range_end}" if price.range_end else "")
    whole = f"{amount}\u00a0{price.currency}" if price.symbol_after else f"{price.currency}{amount}"
    return str(whole + (f" {around.texts('common.per')}{price.unit}" if price.unit else ""))


def _picture(around: Surroundings, picture: Picture) -> EmbedPicture:
    def whole(src: str) -> str:
        return site_addresses.whole(around.config, src.removeprefix(around.shared))

    srcset = ", ".join(f"{whole(src)} {width}w" for src, width in picture.srcset)
    src = whole(picture.srcset[0][0] if picture.srcset else picture.src)
    return EmbedPicture(src, srcset, picture.width, picture.height, picture.colour, str(picture.alt))


def _with_partner(around: Surroundings, address: str, column: EmbedColumn | None) -> str:
    """Return *address* with the partner's id where the site counts from where its readers come."""
    if column is None or column.partner is None or not around.config.embed.attribution:
        return address
    return f"{address}?{urlencode({'from': column.partner.id})}"
