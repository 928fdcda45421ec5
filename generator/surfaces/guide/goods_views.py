"""What a display says of one product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from generator.catalog.offer import Offer
from generator.catalog.placement import Display
from generator.catalog.product import Product
from generator.catalog.whereabouts import kilometres, spot_of
from generator.languages.foreign_text import like
from generator.surfaces import cards, prices, prose
from generator.surfaces.code_views import code_view
from generator.surfaces.outputs import digest_of
from generator.surfaces.page_views import ProductPage
from generator.surfaces.printed_prices import shelf_price
from generator.surfaces.product_page import digest_of_page, label_value, product_page
from generator.surfaces.recordings import digest_of_recordings, recordings_of
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Fact, Picture, Price

from .compared import compared
from .stand import Stand
from .views import GuideGoods, GuidePicture, GuidePrice, GuideSound

WIDEST = 1600
"""Pixels that a photograph needs at most: it fills no more than the height of a 1080p screen."""
MOST_PRICES = 3
MOST_SEALS = 3
FACTS = ("net_content", "grade", "shelf_life", "storage", "allergens", "producer", "duration", "meeting_place")
"""Fields of the label that somebody asks for who holds the thing in the hand."""
_BETWEEN_PARAGRAPHS = re.compile(r"\n\s*\n")
_WHOLE = 10_000
"""Characters: more than any paragraph has."""
_NEAR = 20
"""Kilometres below which a distance says nothing."""


def goods_digest(stand: Stand, product: Product) -> str:
    """Return a digest of what :func:`goods_view` shows, besides the base of all pages."""
    around, display = stand.around, stand.display
    stock, code = stand.stock_of(product), stand.code_of(product)
    stories = around.catalog.stories_by_product.get(product.id, ())
    return digest_of(
        display.digest,
        display.placement.digest if display.placement is not None else "",
        stock.digest if stock is not None else "",
        code.digest if code is not None else "",
        product.origin.digest,
        digest_of_page(around, product),
        digest_of_recordings(around, product),
        *(story.digest for story in stories),
    )


def goods_view(stand: Stand, product: Product) -> GuideGoods:
    """Return what a display says of *product*."""
    around, display = stand.around, stand.display
    catalog, texts = around.catalog, around.texts
    code = stand.code_of(product)
    page = product_page(around, product)
    is_offered = not catalog.is_gone(product) and not catalog.is_recalled(product)
    here = _here(stand, product) if is_offered else None
    offered = tuple(_offers(around, display, product)) if is_offered else ()
    origin = product.origin
    story_title, story_text = _story(around, page, product)
    return GuideGoods(
        id=product.id,
        language=texts.language,
        name=product.name,
        bracketed=page.bracketed,
        kicker=page.category.text if page.category is not None else page.kind,
        summary=page.summary,
        accent=page.accent,
        sample=page.sample,
        picture=_picture(page.pictures[0]),
        seals=page.seals[:MOST_SEALS],
        more_seals=texts.counted("product.more_seals", len(page.seals) - MOST_SEALS)
        if len(page.seals) > MOST_SEALS
        else "",
        notices=page.notices,
        is_offered=is_offered,
        here=here,
        prices=offered[:MOST_PRICES],
        more_prices=texts.counted("guide.more_prices", len(offered) - MOST_PRICES)
        if len(offered) > MOST_PRICES
        else "",
        facts=tuple(_facts(around, product)),
        origin=cards.origin_in_words(around, origin),
        distance=_distance(around, display, product),
        landscape=origin.landscape or origin.summary,
        story_title=story_title,
        story_text=story_text,
        preparation=_paragraphs(product.preparation),
        season_title=page.season_title,
        season=page.season,
        sound=_sound(around, product),
        code=code_view(around, code) if code is not None and "shelf" in around.config.surfaces else None,
        as_of=page.as_of,
        compared=compared(around, product, here.price if here is not None else page.price, is_offered=is_offered),
        compared_until=here.until if here is not None else (offered[0].until if offered else ""),
    )


def shown_files(stand: Stand, product: Product) -> Iterator[str]:
    """Yield the files that :func:`goods_view` shows, from the language's root: picture, code, recording."""
    around = stand.around
    yield _picture(cards.pictures_of(around, product)[0]).src
    code = stand.code_of(product)
    if code is not None and "shelf" in around.config.surfaces:
        yield code_view(around, code).svg
    sound = _sound(around, product)
    if sound is not None:
        yield sound.src


def _picture(picture: Picture) -> GuidePicture:
    wide = [address for address, width in picture.srcset if width <= WIDEST]
    return GuidePicture(
        src=wide[-1] if wide else picture.src,
        alt=picture.alt,
        width=picture.width,
        height=picture.height,
        focus=f"{picture.focus_x}-{picture.focus_y}",
        drawn=picture.drawn,
    )


def _here(stand: Stand, product: Product) -> GuidePrice | None:
    """Return the price where the display stands; ``None`` where it is not told there."""
    around, display = stand.around, stand.display
    stock = stand.stock_of(product)
    if stock is None or stock.price is None:
        return None
    told = shelf_price(around, product, stock)
    if told.amount is None:
        return None
    formats = around.formats
    per = ""
    if told.offer is not None and told.offer.price == told.amount:
        shown = formats.price(told.offer)
        per = shown.per if shown is not None else ""
    price = Price(
        currency=formats.symbol,
        amount=formats.amount(told.amount.amount),
        unit=told.unit,
        per=per,
        symbol_after=formats.symbol_after,
    )
    return GuidePrice(
        where=around.texts("guide.here"),
        price=price,
        words="",
        note=around.texts("place.empty") if stock.quantity == 0 else "",
        until=until(told.day, display),
        as_of=formats.day(told.day),
    )


def _offers(around: Surroundings, display: Display, product: Product) -> Iterator[GuidePrice]:
    """Yield what it costs at each other channel that sells it, each channel once, the lowest first."""
    seen = {str(display.placement.name)} if display.placement is not None else set()
    for offer in prices.by_price(around.catalog.offers_by_product.get(product.id, ())):
        name = str(offer.channel.name)
        if name in seen or around.catalog.offer_state(offer) != "sold":
            continue
        seen.add(name)
        yield _offer(around, display, product, offer)


def _offer(around: Surroundings, display: Display, product: Product, offer: Offer) -> GuidePrice:
    price = around.formats.price(offer)
    if price is not None:
        price = replace(price, per="")
    return GuidePrice(
        where=offer.channel.name,
        price=price,
        words="" if price is not None else around.texts("guide.no_amount"),
        note="" if prices.is_of_label(around, product, offer) else offer.variant,
        until=until(offer.as_of, display) if price is not None else "",
        as_of=around.formats.day(offer.as_of),
    )


def until(day: date | None, display: Display) -> str:
    """Return the last day on which a price of *day* may be shown (ISO 8601); empty where the display sets no limit."""
    if day is None or not isinstance(display.price_days, int):
        return ""
    return (day + timedelta(days=display.price_days)).isoformat()


def _facts(around: Surroundings, product: Product) -> Iterator[Fact]:
    for name in FACTS:
        value, _ = label_value(around, product, name)
        if value:
            yield Fact(around.texts.field_title("products", name), value)


def _distance(around: Surroundings, display: Display, product: Product) -> str:
    """Return how far away its origin is, as the crow flies; empty where one of the two points is not told."""
    there = spot_of(product.origin)
    here = spot_of(display.placement) if display.placement is not None else None
    if there is None or here is None:
        return ""
    away = kilometres(here, there)
    if away < _NEAR:
        return around.texts("guide.near")
    return around.texts("guide.distance", kilometres=around.formats.number(round(away / 10) * 10))


def _story(around: Surroundings, page: ProductPage, product: Product) -> tuple[str, str]:
    """Return the title and words of what there is to tell: whom it helps, a story of its own, else what it is."""
    # A story of many products tells of one of them, and seldom of the one in the hand.
    stories = [each for each in around.catalog.stories_by_product.get(product.id, ()) if len(each.products) == 1]
    if product.help:
        return around.texts("guide.helps"), product.help
    if stories:
        teaser = cards.story_teaser(around, stories[0])
        return teaser.title, teaser.text
    about = _paragraphs(product.description)
    return around.texts("guide.about"), about[0] if about else page.summary


def _paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of an editor's prose as plain text."""
    return tuple(filter(None, (prose.plain(like(part, text), _WHOLE) for part in _BETWEEN_PARAGRAPHS.split(text))))


def _sound(around: Surroundings, product: Product) -> GuideSound | None:
    recordings = recordings_of(around, product)
    if not recordings:
        return None
    first = recordings[0]
    return GuideSound(first.title, first.src, first.media_type, first.transcript_html)
