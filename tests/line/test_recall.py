"""One line, one build: no surface offers the product any more, and every surface says why."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

import pytest

from generator.build import Options, build
from generator.build.planning import surroundings
from generator.editing.reading import read_sound_site
from generator.surfaces.worklist import worklist

from .published import Page, html_files, target_of
from .recalling import ACTION, COLUMN, LOT, OFFERED, REASON, append, files_with, offered_everywhere, recall
from .site_copies import copy_edited, digests
from .sizes import is_acceptance, record_result

LANGUAGES = ("", "zh-hant/", "en/")
_CHANNELS = ["platform-832", "aixin-jishi"]
"""Of the demonstration."""
RECALLED = {"": "召回中", "zh-hant/": "召回中", "en/": "Recalled"}
"""Folder of a language → the words that stand in place of a price in lists."""


class Recalled(NamedTuple):
    """A site before and after the one line."""

    site: Path
    product: str
    bundle: str
    before: Path
    after: Path
    codes: dict[str, str]
    """Product → its printed code."""


def _codes(site: Path) -> dict[str, str]:
    lines = (site / "data" / "qr_codes.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    rows = (line.split(",") for line in lines)
    return {target: code for code, kind, target, *_ in rows if kind == "产品"}


def _offered(target: Path) -> tuple[Path, str, str]:
    """Make the site of this run at *target*; return it, the product that is recalled, and a bundle that holds it."""
    if is_acceptance():
        product, bundle, place, channels = "ziyang-fuxi-cha", "ziyang-cha-li", "yantian-zhongxin", _CHANNELS
        return offered_everywhere("demo", target, product, bundle, place, channels), product, bundle
    product, bundle = "ziyang-cha", "shan-huo-li"
    return offered_everywhere("shop", target, product, bundle, "gui-zi", ["p832", "jishi"]), product, bundle


@pytest.fixture(scope="module")
def recalled(tmp_path_factory: pytest.TempPathFactory) -> Recalled:
    """The small shop, and in an acceptance run the demonstration, whose product is recalled by a row of the table."""
    folder = tmp_path_factory.mktemp("recall")
    site, product, bundle = _offered(folder / "site")
    before = build(Options(site, out=folder / "before")).out
    recall(site, product, form="csv")
    return Recalled(site, product, bundle, before, build(Options(site, out=folder / "after")).out, _codes(site))


def _pages_of(recalled: Recalled, key: str) -> Iterator[str]:
    """Yield every page that shows the product *key* as an item of its own."""
    for folder in LANGUAGES:
        yield f"{folder}products/{key}/index.html"
        yield f"{folder}products/{key}/index.md"
        yield f"P/{recalled.codes[key]}/{folder}index.html"


def _cards(page: Page, key: str) -> Iterator[Element]:
    """Yield the cards of the product *key* on a page."""
    for card in page.elements("article"):
        if "sh-product-card" not in card.get("class", "").split():
            continue
        targets = {target_of(page.path, link.get("href", "")) for link in card.iter("a")}
        if any(target.endswith(f"products/{key}/index.html") for target in targets):
            yield card


def test_the_product_was_offered_on_every_surface(recalled: Recalled) -> None:
    """Before the recall its prices stand on pages, shelf pages, lists, tables, feeds for programs and in the search."""
    found = set(files_with(recalled.before, OFFERED))
    for folder in LANGUAGES:
        assert set(_pages_of(recalled, recalled.product)) <= found
        assert set(_pages_of(recalled, recalled.bundle)) <= found
        assert {f"{folder}buyers/index.html", f"{folder}buyers/products.csv"} <= found
        for kind in ("products/index", "categories/", "origins/", "channels/", "search/results/", "products/cards/"):
            assert any(path.startswith(folder + kind) for path in found), folder + kind
    assert {"data/offers.csv", "data/placement_stock.csv", f"api/v1/products/{recalled.product}.json"} <= found


def test_no_surface_offers_it_any_more(recalled: Recalled) -> None:
    """In no file at all is a price or an address of an offer of the product left, nor of the bundle that it is in."""
    assert list(files_with(recalled.after, OFFERED)) == []


def test_every_page_of_its_own_says_why(recalled: Recalled) -> None:
    """Portal page, shelf page and Markdown in each language tell reason and what to do, of the bundle as well."""
    for key in (recalled.product, recalled.bundle):
        for path in _pages_of(recalled, key):
            text = (recalled.after / path).read_text(encoding="utf-8").replace("\\", "")
            assert REASON in text, path
            assert ACTION in text, path


def test_cards_say_that_it_is_recalled_and_lists_of_offers_leave_it_out(recalled: Recalled) -> None:
    """Where all products of a subject stand, its card says so in place of a price; lists to buy from leave it out."""
    shown = 0
    for path in html_files(recalled.after):
        page = Page.read(recalled.after, path)
        folder = next((each for each in LANGUAGES[1:] if path.startswith(each)), "")
        for key in (recalled.product, recalled.bundle):
            for card in _cards(page, key):
                shown += 1
                assert RECALLED[folder] in "".join(card.itertext()), path
                to_buy = ("index.html", "products/index", "products/page", "products/by", "products/season", "bundles")
                assert not path.removeprefix(folder).startswith(to_buy), path
        for listing in ("buyers/", "channels/"):
            if path.removeprefix(folder).startswith(listing):
                assert f"products/{recalled.product}/" not in page.text, path
    assert shown > 0


def test_what_other_sites_embed_offers_it_no_more(recalled: Recalled) -> None:
    """A column says that both are recalled; what is pasted for good leaves them out, feeds tell it."""
    keys = (recalled.product, recalled.bundle)
    for tag in ("", ".zh-hant", ".en"):
        path = f"embed/v1/columns/{COLUMN}{tag}.json"
        before, after = (json.loads((out / path).read_bytes())["items"] for out in (recalled.before, recalled.after))
        assert [item["state"] for item in before] == ["offered", "offered"]
        assert [(item["id"], item["state"], item["price"]) for item in after] == [
            (key, "recalled", None) for key in keys
        ]
        assert all(item["notice"] for item in after)
        for key in keys:
            card = json.loads((recalled.after / f"embed/v1/products/{key}{tag}.json").read_bytes())
            assert card["items"][0]["state"] == "recalled"
    feed = f"feeds/columns/{COLUMN}/feed.json"
    titles = [
        [item["title"] for item in json.loads((out / feed).read_bytes())["items"]]
        for out in (recalled.before, recalled.after)
    ]
    assert len(titles[0]) == 2
    assert all("召回" in title for title in titles[1])
    codes = re.compile("|".join(f"P/{recalled.codes[key]}/" for key in keys))
    page = f"embed/columns/{COLUMN}/index.html"
    pasted = [
        (out / page).read_text(encoding="utf-8").partition('id="grade-b-code">')[2].partition("</code>")[0]
        for out in (recalled.before, recalled.after)
    ]
    assert codes.search(pasted[0])
    assert not codes.search(pasted[1])


def test_programs_are_told(recalled: Recalled) -> None:
    """The API says that it is not available and why, JSON-LD has no offer, feeds and llms.txt carry the recall."""
    out = recalled.after
    for key in (recalled.product, recalled.bundle):
        told = json.loads((out / f"api/v1/products/{key}.json").read_bytes())
        assert (told["available"], told["offers"]) == (False, [])
        assert [(each["product"], each["reason"]) for each in told["recalls"]] == [(recalled.product, REASON)]
    listed = {each["id"]: each for each in json.loads((out / "api/v1/products.json").read_bytes())["items"]}
    gone = {key for key, each in listed.items() if REASON in str(each["recalls"])}
    assert gone == {key for key in gone if not listed[key]["available"]} >= {recalled.product, recalled.bundle}
    assert REASON in (out / "data/recalls.csv").read_text(encoding="utf-8")
    for folder in LANGUAGES:
        for path in ("feed.xml", "feed.json", "llms.txt"):
            assert REASON in (out / folder / path).read_text(encoding="utf-8").replace("\\", ""), folder + path
        page = Page.read(out, f"{folder}products/{recalled.product}/index.html")
        (script,) = (each for each in page.elements("script") if each.get("type") == "application/ld+json")
        (node,) = (each for each in json.loads(script.text or "")["@graph"] if each["@type"] == "Product")
        assert "offers" not in node


def test_a_feed_leads_to_the_notice(recalled: Recalled) -> None:
    """The entry's address is a place on the product's page, so that readers take it for something new."""
    feed = json.loads((recalled.after / "feed.json").read_bytes())
    (entry,) = (each for each in feed["items"] if REASON in each["content_text"])
    path, _, place = entry["url"].partition("#")
    page = Page.read(recalled.after, f"products/{recalled.product}/index.html")
    assert path.endswith(f"/products/{recalled.product}/")
    assert [element for element in page.tree.iter() if element.get("id") == place]


def test_the_worklist_names_the_labels(recalled: Recalled) -> None:
    """Every label of the product and of the bundle hangs where it must not, at once and for that reason."""
    around = surroundings(read_sound_site(recalled.site, purpose="列清单"))
    told = {task.id: task for task in worklist(around)}
    for key in ("la-bel-1", "la-bel-2"):
        assert told[key].is_urgent
        assert any(reason.kind == "recalled" and REASON in reason.words for reason in told[key].reasons)
        assert all(reason.kind in ("recalled", "not-stocked") for reason in told[key].reasons)


def test_pictures_and_codes_stay(recalled: Recalled) -> None:
    """A recall changes no share picture, no code and no address of a thing: what was printed or shared still leads."""
    before, after = digests(recalled.before), digests(recalled.after)
    kept = [path for path in before if path.startswith(("share/", "qr/", "pictures/"))]
    assert kept
    assert {path: after[path] for path in kept} == {path: before[path] for path in kept}
    things = ("P/", "api/", "origins/", "categories/", "suppliers/", "channels/", "stories/", "campaigns/", "marks/")
    pages = [f"{folder}products/{key}/index.html" for folder in LANGUAGES for key in recalled.codes]
    assert {path for path in before if path.startswith(things) and "/page/" not in path} | set(pages) <= after.keys()
    record_result("recall", len(before), "published files", "none offers the product, all pages of its own say why")


def test_a_record_of_its_own_does_the_same(recalled: Recalled, tmp_path: Path) -> None:
    """The recall as a YAML file gives the same site, byte for byte, as the row of the table."""
    site, _, _ = _offered(tmp_path / "site")
    recall(site, recalled.product, form="yaml")
    assert digests(build(Options(site)).out) == digests(recalled.after)


def test_the_end_of_a_recall_brings_everything_back(recalled: Recalled, tmp_path: Path) -> None:
    """With a last day in the past the product is offered as before."""
    site = copy_edited(recalled.site, tmp_path / "site")
    path = site / "data" / "recalls.csv"
    text = path.read_text(encoding="utf-8").splitlines()
    header, line = text[0].split(","), text[-1].split(",")
    if "ended_on" not in header:
        header, line = [*header, "ended_on"], [*line, ""]
    line[header.index("ended_on")] = "2020-09-30"
    rest = [each + "," * (len(header) - len(text[0].split(","))) for each in text[1:-1]]
    path.write_text("\n".join([",".join(header), *rest, ",".join(line)]) + "\n", encoding="utf-8")
    assert list(files_with(build(Options(site)).out, OFFERED)) == list(files_with(recalled.before, OFFERED))


def test_a_recall_of_lots_is_told_everywhere_and_the_rest_is_sold(recalled: Recalled, tmp_path: Path) -> None:
    """Where lots are named the product stays on sale; its own pages name them, its cards say that some are recalled."""
    site, _, _ = _offered(tmp_path / "site")
    recall(site, recalled.product, form="csv", lots=LOT)
    out = build(Options(site)).out
    for key in (recalled.product, recalled.bundle):
        for path in _pages_of(recalled, key):
            text = (out / path).read_text(encoding="utf-8").replace("\\", "")
            assert all(word in text for word in (REASON, ACTION, LOT)), path
            assert OFFERED.search(text), path
    cards = [
        card
        for path in html_files(out)
        if not path.startswith(("en/", "zh-hant/"))
        for card in _cards(Page.read(out, path), recalled.product)
    ]
    assert cards
    assert all("部分批次召回中" in "".join(card.itertext()) for card in cards)
    told = json.loads((out / f"api/v1/products/{recalled.product}.json").read_bytes())
    assert (told["available"], told["recalls"][0]["lots"]) == (True, [LOT])
    assert told["offers"]
    for path in ("feed.xml", "llms.txt"):
        assert LOT in (out / path).read_text(encoding="utf-8").replace("\\", "")


def test_a_recall_of_a_later_day_changes_nothing_yet(tmp_path: Path) -> None:
    """A recall is told from the day of its announcement on."""
    site = offered_everywhere("shop", tmp_path / "site", "ziyang-cha", "shan-huo-li", "gui-zi", ["p832", "jishi"])
    append(site, "recalls", id="z", product="ziyang-cha", announced_on="2020-10-01", reason=REASON, action=ACTION)
    out = build(Options(site)).out
    assert list(files_with(out, re.compile(REASON))) == []
    assert list(files_with(out, OFFERED))
