"""What stands in a column, and the forms in which programs and other servers take it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest
from line.prepared_sites import copy_site
from PIL import Image

from generator.catalog.embedding import EmbedColumn
from generator.surfaces.embed.column_data import json_of
from generator.surfaces.embed.column_views import campaign_view, column_view, product_view
from generator.surfaces.embed.oembed import oembed
from generator.surfaces.embed.outputs import outputs
from generator.surfaces.embed.pasted import SIZES, pasted_of
from generator.surfaces.embed.progress_picture import progress_picture
from generator.surfaces.embed.selection import columns_of, shown_products
from generator.surfaces.embed.snippets import MOST_BYTES, PastedLink, snippet
from generator.surfaces.surroundings import Surroundings
from surfaces.support import surroundings_of


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration, read once."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("columns") / "demo"))


def column(around: Surroundings, key: str = "nianhuo-jingxuan", **changes: Any) -> EmbedColumn:
    """Return a column, with *changes*."""
    return replace(next(each for each in columns_of(around.catalog) if each.id == key), **changes)


def on_day(around: Surroundings, day: date) -> Surroundings:
    """Return the site as it stands on another day, as far as columns go."""
    return replace(around, configuration=around.configuration._replace(as_of=day))


def made(around: Surroundings, path: str) -> bytes:
    """Return the file of the embeds at *path*."""
    return next(output.make() for output in outputs((around,)) if output.path == path)


def test_products_stand_as_listed_and_no_more_than_the_limit(demo: Surroundings) -> None:
    """The order of the list; the limit counts after it."""
    wanted = ["nianhuo-shanhuoxiang", "ziyang-cha-li", "huishan-sanjian", "yichuan-pingguo"]
    assert [product.id for product in shown_products(demo, column(demo, limit=4))] == wanted


def test_products_are_ordered_by_price_and_by_name(demo: Surroundings) -> None:
    """Cheapest first; names by pinyin."""
    items = column_view(demo, column(demo, order="price")).items
    amounts = [float(found[1]) for item in items if (found := re.match(r"¥([\d.]+)", item.price))]
    assert len(amounts) == len(items)
    assert amounts == sorted(amounts)
    names = [item.name for item in column_view(demo, column(demo, order="name")).items]
    assert names[0] == "大路莲雾"
    assert names[-1] == "紫阳一绿一红茶礼"


def test_outside_its_dates_a_column_has_nothing_but_says_why(demo: Surroundings) -> None:
    """The first and the last day still show it."""
    own = column(demo)
    assert own.valid_from == date(2026, 11, 1)
    assert own.valid_until == date(2026, 12, 31)
    for day, is_shown in (
        (date(2026, 10, 31), False),
        (date(2026, 11, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ):
        view = column_view(on_day(demo, day), own)
        assert bool(view.items) is is_shown
        assert bool(view.notice) is not is_shown
    assert "2026年12月31日" in column_view(on_day(demo, date(2027, 1, 1)), own).notice


def test_a_link_column_leads_to_its_platform(demo: Surroundings) -> None:
    """The page of the channel answers for ever and leads on."""
    (item,) = column_view(demo, column(demo, "platform-832-zhuanlan")).items
    assert item.name == "832平台"
    assert item.href == "https://www.shanhuo.example/channels/platform-832/"


def test_names_are_those_of_the_language(demo: Surroundings) -> None:
    """Data, page and picture of another language stand beside those of the site's own."""
    told = json.loads(json_of(column_view(demo, column(demo))))
    assert told["lang"] == "zh-Hans"
    assert [item["name"] for item in told["items"]][:2] == ["年货山货箱", "紫阳一绿一红茶礼"]
    assert {"version", "kind", "id", "title", "look", "href", "items", "as_of", "source", "texts"} <= told.keys()


def test_attribution_stands_in_links_only_where_the_site_wants_it(demo: Surroundings) -> None:
    """By default no link tells where its reader came from."""
    own = column(demo)
    assert not any("?" in item.href for item in column_view(demo, own).items)
    site = demo.config._replace(embed=demo.config.embed._replace(attribution=True))
    around = replace(demo, configuration=demo.configuration._replace(site=site))
    assert all(item.href.endswith("?from=shili-zonggonghui") for item in column_view(around, own).items)


def test_banners_have_exactly_their_sizes_and_weigh_little(demo: Surroundings) -> None:
    """PNG of the standard sizes, the same bytes each time, at most 20 kB."""
    for width, height in SIZES:
        path = f"embed/v1/columns/nianhuo-jingxuan/{width}x{height}.png"
        first, again = made(demo, path), made(demo, path)
        assert first == again
        assert len(first) <= 20_000
        with Image.open(io.BytesIO(first)) as picture:
            assert (picture.format, picture.size) == ("PNG", (width, height))


def test_the_answer_of_oembed_is_whole(demo: Surroundings) -> None:
    """Type rich, with the frame as its HTML and the sizes that it needs (oEmbed 1.0, 2.3.4)."""
    view = product_view(demo, demo.catalog.products["ziyang-fuxi-cha"])
    told = json.loads(oembed(demo, view))
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", "紫阳富硒茶（毛尖）")
    assert '<iframe src="https://www.shanhuo.example/embed/v1/products/ziyang-fuxi-cha/"' in told["html"]
    assert told["width"] > 0
    assert told["height"] > 0


def test_feeds_of_a_column_hold_its_products(demo: Surroundings) -> None:
    """RSS and JSON Feed name the same; tables have a row each."""
    rss = feedparser.parse(made(demo, "feeds/columns/nianhuo-jingxuan/feed.xml"))
    told = json.loads(made(demo, "feeds/columns/nianhuo-jingxuan/feed.json"))
    assert not rss.bozo
    names = [item["title"] for item in told["items"]]
    assert sorted(names) == sorted(entry.title for entry in rss.entries)
    assert told["feed_url"].endswith("/feeds/columns/nianhuo-jingxuan/feed.json")
    rows = list(csv.reader(io.StringIO(made(demo, "feeds/columns/nianhuo-jingxuan/products.csv").decode("utf-8-sig"))))
    assert {row[1] for row in rows[1:]} == set(names)
    assert len(json.loads(made(demo, "feeds/counties/610924/products.json"))["items"]) >= 6


def test_a_copy_to_serve_oneself_asks_nobody_else(demo: Surroundings, tmp_path: Path) -> None:
    """Page, data, script and pictures are in it; only links lead elsewhere; its bytes are the same each time."""
    path = "embed/v1/columns/nianhuo-jingxuan/nianhuo-jingxuan.zip"
    content = made(demo, path)
    assert content == made(demo, path)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "nianhuo-jingxuan"
    told = json.loads((folder / "column.json").read_bytes())
    assert all((folder / item["picture"]["src"]).is_file() for item in told["items"])
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r'(?:src|srcset)="https?:', page)
    assert {"shanhuo.js", "frame.js", "README.txt"} <= {each.name for each in folder.iterdir()}


def test_progress_is_a_picture_too(demo: Surroundings) -> None:
    """An SVG without script, whose title says what it shows."""
    view = campaign_view(demo, demo.catalog.campaigns["nianhuo-2026"])
    drawn = progress_picture(demo.theme, view).decode()
    assert view.bar is not None
    assert view.bar.percent in drawn
    assert "<script" not in drawn
    assert "<title>" in drawn


def test_a_long_list_is_cut_to_what_a_text_may_weigh(demo: Surroundings) -> None:
    """Of a hundred products with long names as many stand as 4 KB hold."""
    pasted = pasted_of(demo, column_view(demo, column(demo)))
    links = tuple(PastedLink("很长的名字" * 8, f"https://www.shanhuo.example/P/{n:07}/") for n in range(100))
    text = snippet(pasted._replace(links=links), "b")
    assert len(text.encode()) <= MOST_BYTES
    assert 5 < text.count("<li") < 30


def test_hostile_names_stay_text(demo: Surroundings) -> None:
    """Quotes and tags in a name are text in every grade."""
    pasted = pasted_of(demo, column_view(demo, column(demo)))
    evil = PastedLink('"><script>alert(1)</script>', 'https://www.shanhuo.example/P/1/"onmouseover="x')
    for grade in ("a", "b", "c", "d", "e"):
        text = snippet(pasted._replace(title=evil.name, home=evil, links=(evil,)), grade)
        assert "<script>alert" not in text
        assert '"onmouseover="' not in text
