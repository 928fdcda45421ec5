"""Feeds: what is new, as RSS and as JSON Feed, read back by a parser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from jsonschema import Draft202012Validator
from line.prepared_sites import copy_site
from line.published import Page
from line.site_copies import BuiltSite

from generator.surfaces import feeds
from generator.surfaces.feeds.entries import LENGTH, entries
from generator.surfaces.feeds.head import FeedHead
from generator.surfaces.feeds.json_feed import json_feed
from generator.surfaces.feeds.rss import rss
from generator.surfaces.surroundings import Surroundings

from .support import surroundings_of

ADDRESS = {"type": "string", "pattern": "^https?://[^ ]+$"}
TEXT = {"type": "string", "minLength": 1}
ITEM = {
    "type": "object",
    "required": ["id", "content_text"],
    "properties": {
        "id": TEXT,
        "url": ADDRESS,
        "title": TEXT,
        "content_text": TEXT,
        "image": ADDRESS,
        "date_published": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"},
        "tags": {"type": "array", "items": TEXT},
    },
    "additionalProperties": False,
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "description": TEXT,
        "language": TEXT,
        "authors": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "properties": {"name": TEXT, "url": ADDRESS}, "minProperties": 1},
        },
        "items": {"type": "array", "items": ITEM},
    },
    "additionalProperties": False,
}
"""JSON Feed 1.1 as far as we write it: objects hold nothing else (https://www.jsonfeed.org/version/1.1/)."""

HOSTILE = """<script>alert(1)</script> & ]]> "quoted" 'too' &lt;"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site with one product of which it is known since when it is shown, and a hostile title."""
    site = copy_site("demo", tmp_path_factory.mktemp("feeds") / "demo")
    product = site / "data" / "products" / "dongyuan-huangjiu.yml"
    product.write_text(product.read_text(encoding="utf-8") + "上架日期: 2026-11-10\n", encoding="utf-8")
    story = site / "data" / "stories" / "cha-jin-cheng.yml"
    lines = story.read_text(encoding="utf-8").splitlines()
    quoted = json.dumps(HOSTILE)
    told = [f"标题: {quoted}" if line.startswith("标题:") else line for line in lines]
    told = [f"摘要: {quoted}" if line.startswith("摘要:") else line for line in told]
    story.write_text("\n".join(told) + "\n", encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def around(site: Path) -> Surroundings:
    """What surfaces are handed of it."""
    return surroundings_of(site)


@pytest.fixture(scope="module")
def parsed(around: Surroundings) -> Any:
    """The RSS feed as a reader knows it."""
    return feedparser.parse(rss(around, entries(around), FeedHead.of_site(around, "feed.xml")))


def _of(parsed: Any, key: str) -> Any:
    return next(entry for entry in parsed.entries if entry.link.endswith(f"/{key}/"))


def test_the_feed_is_rss(parsed: Any) -> None:
    """A parser takes it for RSS 2.0 without complaint and finds who, where and in what language."""
    assert (parsed.version, parsed.bozo) == ("rss20", False)
    assert (parsed.feed.title, parsed.feed.link, parsed.feed.language) == (
        "山里好货",
        "https://www.shanhuo.example/",
        "zh-Hans",
    )
    itself = [link.href for link in parsed.feed.links if link.rel == "self"]
    assert itself == ["https://www.shanhuo.example/feed.xml"]


def test_an_entry_is_known_by_its_address(parsed: Any) -> None:
    """Every entry has a permanent identity, which is the address of its page, and no two have the same."""
    assert all(entry.id == entry.link for entry in parsed.entries)
    assert len({entry.id for entry in parsed.entries}) == len(parsed.entries) > 10


def test_dates_are_those_of_the_data(parsed: Any) -> None:
    """A story is as old as its publication, a campaign as its publication or first day; the latest come first."""
    assert _of(parsed, "mi-wei-shenme-gui").published == "Thu, 12 Nov 2026 00:00:00 +0800"
    assert _of(parsed, "nianhuo-2026").published == "Wed, 28 Oct 2026 00:00:00 +0800"
    assert _of(parsed, "cha-xiang-weiyang-2020").published == "Thu, 17 Sep 2020 00:00:00 +0800"
    moments = [entry.published_parsed for entry in parsed.entries]
    assert moments == sorted(moments, reverse=True)


def test_only_products_with_a_day_are_new(parsed: Any) -> None:
    """A product stands in the feed when the data says since when it is shown, and with that day."""
    products = [entry for entry in parsed.entries if "/products/" in entry.link]
    assert [(entry.link, entry.published) for entry in products] == [
        ("https://www.shanhuo.example/products/dongyuan-huangjiu/", "Tue, 10 Nov 2026 00:00:00 +0800")
    ]
    assert products[0].summary.startswith("广东省河源市东源县 · ")


def test_what_is_still_to_come_has_no_day_and_stands_first(site: Path) -> None:
    """A campaign that was announced without a day is told before all that has one, and nothing is made up."""
    campaign = site / "data" / "campaigns" / "next-year.yml"
    campaign.write_text(
        "名称: 明年的活动\n用语: 帮扶\n开始日期: 2027-01-01\n结束日期: 2027-01-31\n示例: 是\n", encoding="utf-8"
    )
    try:
        first = entries(surroundings_of(site))[0]
    finally:
        campaign.unlink()
    assert (first.title, first.day, first.tags) == ("明年的活动", None, ("活动", "示例"))


def test_texts_stay_texts(around: Surroundings, parsed: Any) -> None:
    """Whatever an editor wrote is read back word for word, and never as markup."""
    entry = _of(parsed, "cha-jin-cheng")
    assert entry.title == HOSTILE
    raw = rss(around, entries(around), FeedHead.of_site(around, "feed.xml")).decode()
    assert "<script" not in raw
    # Readers take a description for HTML: in it the text is escaped once more.
    assert "&amp;lt;script&amp;gt;" in raw
    item = next(
        item
        for item in json.loads(json_feed(around, entries(around), FeedHead.of_site(around, "feed.json")))["items"]
        if item["title"] == HOSTILE
    )
    assert item["content_text"] == HOSTILE


def test_the_json_feed_is_one(around: Surroundings) -> None:
    """It holds what the specification asks for, in its form, and the same entries as the other."""
    feed = json.loads(json_feed(around, entries(around), FeedHead.of_site(around, "feed.json")))
    assert [error.message for error in Draft202012Validator(JSON_FEED).iter_errors(feed)] == []
    assert [item["id"] for item in feed["items"]] == [entry.address for entry in entries(around)]
    assert feed["items"][0]["date_published"].endswith("T00:00:00+08:00")


def test_a_feed_stands_under_its_language(around: Surroundings) -> None:
    """Other languages have feeds of their own, whose entries lead to pages in that language and to shared pictures."""
    english = replace(around, folder="en/")
    assert [output.path for output in feeds.outputs(english)] == ["en/feed.xml", "en/feed.json"]
    feed = json.loads(json_feed(english, entries(english), FeedHead.of_site(english, "feed.json")))
    assert feed["feed_url"] == "https://www.shanhuo.example/en/feed.json"
    assert all(item["url"].startswith("https://www.shanhuo.example/en/") for item in feed["items"])
    assert all(item["image"].startswith("https://www.shanhuo.example/pictures/") for item in feed["items"])


def test_pages_lead_to_their_feeds(around: Surroundings) -> None:
    """The head of a page names both feeds of its language, whatever the title of the site."""
    links = feeds.feed_links(around.config._replace(title='A "B" & C'), "en/").splitlines()
    line = '<link rel="alternate" type="{}" title="A &quot;B&quot; &amp; C" href="https://www.shanhuo.example/en/{}">'
    assert links == [line.format("application/rss+xml", "feed.xml"), line.format("application/feed+json", "feed.json")]


def test_a_feed_hangs_on_what_it_says(around: Surroundings) -> None:
    """Another day or text makes it anew, nothing else does; it is never longer than readers want."""
    needs = {output.needs for output in feeds.outputs(around)}
    assert len(needs) == 1
    assert {output.needs for output in feeds.outputs(replace(around))} == needs
    assert len(entries(around)) <= LENGTH


def test_the_moment_is_midnight_of_the_site(around: Surroundings) -> None:
    """A day begins when it begins at the site, in summer time as well."""
    entry = entries(around)[0]._replace(day=date(2026, 7, 1))
    moments = [entry.moment(zone) for zone in _zones()]
    assert [moment.isoformat() for moment in moments if moment] == [
        "2026-07-01T00:00:00+08:00",
        "2026-07-01T00:00:00+02:00",
    ]


def _zones() -> Iterator[str]:
    yield from ("Asia/Shanghai", "Europe/Paris")


def test_every_page_leads_to_its_feeds(built_demo: BuiltSite) -> None:
    """Pages of the catalogue and of prose name the feeds of their language, and these are there."""
    for path in ("index.html", "about/index.html", "en/products/ziyang-fuxi-cha/index.html", "en/about/index.html"):
        page = Page.read(built_demo.out, path)
        kinds = ("application/rss+xml", "application/feed+json")
        links = [link.get("href", "") for link in page.elements("link") if link.get("type") in kinds]
        folder = "en/" if path.startswith("en/") else ""
        assert links == [f"https://www.shanhuo.example/{folder}{name}" for name in ("feed.xml", "feed.json")], path
        assert (built_demo.out / folder / "feed.xml").is_file()
