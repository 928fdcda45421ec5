"""What stands in a feed: stories, campaigns and new products, the latest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.catalog.campaign import Campaign
from generator.catalog.product import Product, Recall
from generator.catalog.story import Story
from generator.surfaces import addresses, cards
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Teaser

LENGTH = 50
"""Entries in a feed, at most."""


class Entry(NamedTuple):
    """One thing that is new, in one language."""

    title: str
    address: str
    """Of its page, whole: its identity for ever."""
    text: str
    """In few words, plain."""
    kind: str
    """Story, campaign or product, in words."""
    day: date | None
    """When it was published or began, as the data tells it; ``None`` where it does not."""
    picture: str
    """Whole address."""
    sample: str
    """That it is invented for show, in words; empty for what is real."""

    @property
    def tags(self) -> tuple[str, ...]:
        """What it is, in words."""
        return (self.kind, self.sample) if self.sample else (self.kind,)

    def moment(self, zone: str) -> datetime | None:
        """Return the beginning of its day in the time zone of the site; ``None`` where no day is known."""
        if self.day is None:
            return None
        return datetime(self.day.year, self.day.month, self.day.day, tzinfo=ZoneInfo(zone))


class _Candidate(NamedTuple):
    """Something that may stand in the feed, put into words only if it does."""

    day: date | None
    address: str
    make: Callable[[], Entry]


def entries(around: Surroundings) -> tuple[Entry, ...]:
    """Return the latest entries; what has no day yet (a campaign still to come) stands first."""
    found = [*_stories(around), *_campaigns(around), *_products(around)]
    found += _recalls(around, around.catalog.products.values())
    found.sort(key=lambda each: (-(each.day or date.max).toordinal(), each.address))
    return tuple(each.make() for each in found[:LENGTH])


def product_entries(around: Surroundings, products: Iterable[Product]) -> tuple[Entry, ...]:
    """Return those of *products* that can be bought, and the recalls of them all; the latest first, none left out."""
    chosen = tuple(products)
    found = [*_recalls(around, chosen)]
    for product in around.catalog.offered(chosen):
        make = partial(_product, around, product, product.publish_on)
        found.append(_Candidate(product.publish_on, addresses.product(product.id), make))
    found.sort(key=lambda each: (-(each.day or date.min).toordinal(), each.address))
    return tuple(each.make() for each in found)


def _stories(around: Surroundings) -> Iterator[_Candidate]:
    """Yield stories of which the data says when they were published.

    When it happened is another thing: a story of 2020 may be told today.
    """
    for story in around.catalog.stories.values():
        day = story.publish_on
        if day is not None:
            yield _Candidate(day, addresses.story(story.id), partial(_story, around, story, day))


def _story(around: Surroundings, story: Story, day: date) -> Entry:
    teaser = cards.story_teaser(around, story)
    return _entry(around, "stories", teaser, day)


def _campaigns(around: Surroundings) -> Iterator[_Candidate]:
    """Yield all campaigns by the day of their publication, else by their first day once it has come."""
    for campaign in around.catalog.campaigns.values():
        begun = campaign.starts_on if campaign.starts_on <= around.configuration.as_of else None
        day = campaign.publish_on or begun
        yield _Candidate(day, addresses.campaign(campaign.id), partial(_campaign, around, campaign, day))


def _campaign(around: Surroundings, campaign: Campaign, day: date | None) -> Entry:
    teaser = cards.campaign_teaser(around, campaign).teaser
    return _entry(around, "campaigns", teaser, day, before=teaser.date)


def _products(around: Surroundings) -> Iterator[_Candidate]:
    """Yield products that can be bought and of which the data says since when they are shown."""
    for product in around.catalog.offered(around.catalog.products.values()):
        day = product.publish_on
        if day is not None:
            yield _Candidate(day, addresses.product(product.id), partial(_product, around, product, day))


def _product(around: Surroundings, product: Product, day: date | None) -> Entry:
    card = cards.product_card(around, product)
    place = cards.origin_in_words(around, product.origin)
    teaser = Teaser(card.name, card.href, "", card.summary, "", card.picture, card.accent, product.sample)
    return _entry(around, "products", teaser, day, before=place)


def _recalls(around: Surroundings, products: Iterable[Product]) -> Iterator[_Candidate]:
    """Yield recalls in force: whoever was told of a product is told of its recall."""
    for product in products:
        for recall in around.catalog.recalls_by_product.get(product.id, ()):
            address = f"{addresses.product(product.id)}#{addresses.notice(recall.id)}"
            yield _Candidate(recall.announced_on, address, partial(_recall, around, product, recall, address))


def _recall(around: Surroundings, product: Product, recall: Recall, address: str) -> Entry:
    texts, card = around.texts, cards.product_card(around, product)
    kind = texts("notice.recall")
    lots = f"{texts.field_title('recalls', 'lots')} {texts.joined(recall.lots)}" if recall.lots else ""
    about = texts.joined(filter(None, (recall.reason, recall.action)), "common.detail_separator")
    title = texts("feed.recall", name=product.name)
    teaser = Teaser(title, address, "", about, "", card.picture, card.accent, product.sample or recall.sample)
    return _entry(around, "products", teaser, recall.announced_on, before=lots)._replace(kind=kind)


def _entry(around: Surroundings, section: str, teaser: Teaser, day: date | None, before: str = "") -> Entry:
    src = teaser.picture.src.removeprefix(around.shared) if teaser.picture is not None else ""
    parts = (before, teaser.text)
    return Entry(
        title=str(teaser.title),
        address=addresses.whole(around.config, around.place(teaser.href)),
        text=str(around.texts.joined((part for part in parts if part), "common.detail_separator")),
        kind=around.texts(f"nav.{section}"),
        day=day,
        picture=addresses.whole(around.config, src) if src else "",
        sample=around.texts("common.sample") if teaser.sample else "",
    )
