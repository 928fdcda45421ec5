"""
Results as they are shown: a few lines of each thing in one language, eight of them in a file.

A record is a list whose places ``portal/search/results.js`` knows by name; a text that nobody has translated is a
list of itself and its language.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generator.catalog.campaign import Campaign
from generator.catalog.category import Category
from generator.catalog.certification_scheme import CertificationScheme
from generator.catalog.channel import Channel
from generator.catalog.event import Event
from generator.catalog.origin import Origin
from generator.catalog.placement import Placement
from generator.catalog.story import Story
from generator.catalog.supplier import Supplier
from generator.languages.foreign_text import ForeignText, like

from . import addresses, cards, prose
from .events.lines import event_line
from .outputs import Output, digest_of
from .search_blocks import Block
from .search_entries import KINDS, Searched, Subject
from .search_prose import ProsePage
from .surroundings import Surroundings
from .views import Picture, Price, Seal

FOLDER = "search/results/"
"""Where results stand, from the root of their language."""
PER_FILE = 8
"""Results of a file, about 3 KB: ten shown results lie in nearly as many files."""
_TEXT_LENGTH = 96
"""Characters of a text where no summary was written."""
_RANGE = "–"


class Result(NamedTuple):
    """A thing that was found, in one language."""

    title: str
    href: str
    note: str = ""
    """A few words beneath the title: where it is from, what kind of thing it is."""
    text: str = ""
    price: str = ""
    """An amount, or the words that stand in its place."""
    unit: str = ""
    picture: Picture | None = None
    accent: str = cards.DEFAULT_ACCENT
    seals: tuple[Seal, ...] = ()
    sample: bool = False
    withdrawn: bool = False
    recalled: bool = False
    lots_recalled: bool = False


def outputs(around: Surroundings, searched: Searched, place: int, blocks: tuple[Block, ...]) -> Iterator[Output]:
    """Plan the results of one language.

    Args:
        around: The run in this language.
        searched: The site in all its languages.
        place: Place of this language among them.
        blocks: All subjects.
    """
    pages = searched.pages[place]
    digests = _digests(around)
    for block in blocks:
        for number, start in enumerate(range(0, len(block.subjects), PER_FILE)):
            subjects = block.subjects[start : start + PER_FILE]
            path = around.place(f"{FOLDER}{block.number}-{number}.js")
            own = (digests.get((subject.kind, subject.key), subject.digest) for subject in subjects)
            needs = digest_of(around.base, path, *own, *(subject.digest for subject in subjects))
            yield Output(path, needs, partial(_file, around, pages, block.number, number, subjects), path)


def _digests(around: Surroundings) -> dict[tuple[str, str], str]:
    """Return (kind, key) → digest of what a result shows besides the thing itself: offers, the first product."""
    products = {("product", key): digest for key, digest in around.product_digests.items()}
    origins = {("origin", key): digest_of(*around.first_of_origin(key)) for key in around.catalog.origins}
    suppliers = {("supplier", key): digest_of(*around.first_of_supplier(key)) for key in around.catalog.suppliers}
    places = {
        ("place", key): around.catalog.placement_state(placement)
        for key, placement in around.catalog.placements.items()
    }
    return {**products, **origins, **suppliers, **places}


def _file(
    around: Surroundings, pages: Mapping[str, ProsePage], block: int, number: int, subjects: tuple[Subject, ...]
) -> bytes:
    """Return a file of results; a page that this language does not have is ``0``."""
    records = [record(around, pages, subject) or 0 for subject in subjects]
    given = json.dumps(records, ensure_ascii=False, separators=(",", ":"))
    return f'shanhuoSearch("results","{block}-{number}",{given});\n'.encode()


def record(around: Surroundings, pages: Mapping[str, ProsePage], subject: Subject) -> list[object]:
    """Return *subject* as a list, ``[]`` where it is a page that this language does not have."""
    if subject.kind == "page":
        page = pages.get(subject.key)
        if page is None:
            return []
        title = page.title
        result = Result(title, page.address, text=prose.plain(page.text(), _TEXT_LENGTH))
    else:
        result = _RESULTS[subject.kind](around, subject.key)
    others = [name for name in (*subject.names, *subject.aliases) if name != result.title]
    flags = result.sample + 2 * result.withdrawn + 4 * result.recalled + 8 * result.lots_recalled
    return [
        KINDS.index(subject.kind),
        result.href,
        marked(result.title),
        marked(result.note),
        marked(result.text),
        marked(result.price),
        marked(result.unit),
        _thumbnail(result.picture),
        result.accent,
        [[marked(seal.short), seal.shape, seal.state, f"{seal.name} {seal.state_text}"] for seal in result.seals],
        flags,
        others,
    ]


def marked(text: str) -> str | list[str]:
    """Return a text as records have it: with its language where that is not the page's."""
    return [str(text), text.language] if isinstance(text, ForeignText) else text


def _thumbnail(picture: Picture | None) -> list[object]:
    """Return the smallest size of a picture, and where its subject is; ``[]`` for none."""
    if picture is None:
        return []
    src = picture.srcset[0][0] if picture.srcset else picture.src
    return [src] if picture.drawn else [src, picture.focus_x, picture.focus_y]


def _product(around: Surroundings, key: str) -> Result:
    card = cards.product_card(around, around.catalog.products[key])
    price = card.price
    return Result(
        title=card.name,
        href=card.href,
        note=around.texts.joined(filter(None, (card.origin, card.kind)), "common.detail_separator"),
        text=card.summary,
        price=_amount(price) if price is not None else card.price_words,
        unit=like(around.texts("common.per") + price.unit, price.unit) if price is not None and price.unit else "",
        picture=card.picture,
        accent=card.accent,
        seals=card.seals,
        sample=card.sample,
        withdrawn=card.withdrawn,
        recalled=card.recalled,
        lots_recalled=card.lots_recalled,
    )


def _amount(price: Price) -> str:
    amount = price.amount + (f"{_RANGE}{price.range_end}" if price.range_end else "")
    if price.symbol_after:
        return like(f"{amount}\u00a0{price.currency}", price.amount)
    return like(f"{price.currency}{amount}", price.amount)


def _origin(around: Surroundings, key: str) -> Result:
    origin: Origin = around.catalog.origins[key]
    teaser = cards.origin_teaser(around, origin)
    return Result(
        origin.name,
        teaser.href,
        teaser.kicker,
        teaser.text,
        picture=teaser.picture,
        accent=teaser.accent,
        sample=teaser.sample,
    )


def _supplier(around: Surroundings, key: str) -> Result:
    supplier: Supplier = around.catalog.suppliers[key]
    teaser = cards.supplier_teaser(around, supplier)
    note = around.texts.joined(
        dict.fromkeys(filter(None, (teaser.kicker, supplier.origin.name if supplier.origin else ""))),
        "common.detail_separator",
    )
    return Result(supplier.name, teaser.href, note, teaser.text, accent=teaser.accent, sample=teaser.sample)


def _category(around: Surroundings, key: str) -> Result:
    category: Category = around.catalog.categories[key]
    accent = category.accent or cards.DEFAULT_ACCENT
    picture = around.pictures.drawing(category.motif, accent=accent, seed=category.id, alt="")
    return Result(
        category.name,
        addresses.category(key),
        category.scheme.name,
        category.description,
        picture=picture,
        accent=accent,
    )


def _mark(around: Surroundings, key: str) -> Result:
    scheme: CertificationScheme = around.catalog.certification_schemes[key]
    return Result(scheme.name, addresses.mark(key), scheme.authority, prose.plain(scheme.description, _TEXT_LENGTH))


def _channel(around: Surroundings, key: str) -> Result:
    channel: Channel = around.catalog.channels[key]
    return Result(
        channel.name,
        addresses.channel(key),
        around.texts.label("channels", "kind", channel.kind),
        prose.plain(channel.description, _TEXT_LENGTH),
        sample=channel.sample,
    )


def _place(around: Surroundings, key: str) -> Result:
    placement: Placement = around.catalog.placements[key]
    texts = around.texts
    kind = texts.label("placements", "kind", placement.kind)
    state = texts.label("placements", "status", around.catalog.placement_state(placement))
    return Result(
        placement.name,
        addresses.place(key),
        texts.joined((kind, state), "common.detail_separator"),
        prose.plain(placement.address or placement.products_note, _TEXT_LENGTH),
        sample=placement.sample,
    )


def _campaign(around: Surroundings, key: str) -> Result:
    campaign: Campaign = around.catalog.campaigns[key]
    view = cards.campaign_teaser(around, campaign)
    teaser = view.teaser
    note = around.texts.joined((view.state, view.dates), "common.detail_separator")
    return Result(
        campaign.name,
        teaser.href,
        note,
        teaser.text,
        picture=teaser.picture,
        accent=teaser.accent,
        sample=teaser.sample,
    )


def _event(around: Surroundings, key: str) -> Result:
    event = around.catalog.items["events"][key]
    assert isinstance(event, Event)
    line = event_line(around, event)
    note = around.texts.joined(filter(None, (line.kind, line.dates, line.where)), "common.detail_separator")
    address = addresses.event(key)
    return Result(event.name, address, note, prose.plain(event.description, _TEXT_LENGTH), sample=event.sample)


def _story(around: Surroundings, key: str) -> Result:
    story: Story = around.catalog.stories[key]
    teaser = cards.story_teaser(around, story)
    note = around.texts.joined(filter(None, (teaser.kicker, teaser.date)), "common.detail_separator")
    return Result(
        story.title,
        teaser.href,
        note,
        teaser.text,
        picture=teaser.picture,
        accent=teaser.accent,
        sample=teaser.sample,
    )


_RESULTS: Mapping[str, Callable[[Any, str], Result]] = {
    "product": _product,
    "origin": _origin,
    "supplier": _supplier,
    "category": _category,
    "mark": _mark,
    "channel": _channel,
    "place": _place,
    "campaign": _campaign,
    "event": _event,
    "story": _story,
}
