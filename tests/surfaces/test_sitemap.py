"""Sitemaps: all indexed pages, their other languages, and the days of their data."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from line.prepared_sites import copy_site

from generator.config import SiteConfig
from generator.surfaces import site_files, sitemap
from generator.surfaces.outputs import Output
from generator.surfaces.page_days import page_days
from generator.surfaces.surroundings import Surroundings

from .support import settings_of, surroundings_of

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOST = "https://portal.example.cn/"


@pytest.fixture(scope="module")
def config() -> SiteConfig:
    """The settings of a site in three languages."""
    return settings_of("shop")._replace(languages=("zh-Hans", "zh-Hant", "en"))


def _page(path: str, *, indexed: bool = True) -> Output:
    return Output(path, "", bytes, indexed=indexed)


def _files(config: SiteConfig, *pages: Output, days: dict[str, date] | None = None) -> dict[str, ET.Element]:
    outputs = [*site_files.outputs(config, pages, days or {})]
    return {output.path: ET.fromstring(output.make()) for output in outputs if output.path != "robots.txt"}


def _addresses(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SPACE}loc")]


def test_only_indexed_pages_are_listed(config: SiteConfig) -> None:
    """Pages that are not to be indexed, shelf pages among them, and files are left out."""
    pages = (_page("index.html"), _page("en/index.html"), _page("P/7K3M9QA/index.html", indexed=False))
    files = _files(config, *pages, _page("api/v1/products.json", indexed=False))
    assert _addresses(files["sitemap.xml"]) == [HOST, f"{HOST}en/"]


def test_a_page_names_itself_in_all_its_languages(config: SiteConfig) -> None:
    """Each language names every language that has the page, itself among them; the site's own is the default."""
    paths = ("products/a/index.html", "en/products/a/index.html", "zh-hant/products/a/index.html", "enter/index.html")
    root = _files(config, *map(_page, paths))["sitemap.xml"]
    told = {
        url.findtext(f"{SPACE}loc"): [(link.get("hreflang"), link.get("href")) for link in url.iter(f"{XHTML}link")]
        for url in root.iter(f"{SPACE}url")
    }
    of_product = [
        ("zh-Hans", f"{HOST}products/a/"),
        ("zh-Hant", f"{HOST}zh-hant/products/a/"),
        ("en", f"{HOST}en/products/a/"),
        ("x-default", f"{HOST}products/a/"),
    ]
    assert told == {
        f"{HOST}en/products/a/": of_product,
        f"{HOST}enter/": [],
        f"{HOST}products/a/": of_product,
        f"{HOST}zh-hant/products/a/": of_product,
    }


def test_one_language_needs_no_alternates() -> None:
    """A site in one language speaks of no other."""
    config = settings_of("shop")._replace(languages=())
    (output, _) = site_files.outputs(config, [_page("index.html")])
    assert b"xhtml" not in output.make()


def test_days_are_told_where_they_are_known(config: SiteConfig) -> None:
    """The day of a page's data is that of its other languages as well; a page without one has none."""
    days = {"products/a/": date(2026, 11, 1)}
    pages = map(_page, ("index.html", "products/a/index.html", "en/products/a/index.html"))
    root = _files(config, *pages, days=days)["sitemap.xml"]
    told = {url.findtext(f"{SPACE}loc"): url.findtext(f"{SPACE}lastmod") for url in root.iter(f"{SPACE}url")}
    assert told == {HOST: None, f"{HOST}products/a/": "2026-11-01", f"{HOST}en/products/a/": "2026-11-01"}


def test_many_pages_take_several_files(config: SiteConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit of the protocol an index leads to files that hold every page once."""
    monkeypatch.setattr(sitemap, "LONGEST", 4)
    pages = [_page(f"products/{number}/index.html") for number in range(10)]
    files = _files(config, *pages)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert _addresses(files["sitemap.xml"]) == [f"{HOST}sitemap-{number}.xml" for number in (1, 2, 3)]
    parts = [_addresses(files[f"sitemap-{number}.xml"]) for number in (1, 2, 3)]
    assert [len(part) for part in parts] == [4, 4, 2]
    assert sorted(address for part in parts for address in part) == [
        f"{HOST}products/{number}/" for number in range(10)
    ]


def test_the_limit_of_the_protocol_is_kept(config: SiteConfig) -> None:
    """Fifty thousand addresses fit one file of one language; in three languages a file stays below ten megabytes."""
    paths = [f"{folder}products/{number:05}/index.html" for folder in ("", "en/") for number in range(16000)]
    outputs = [*site_files.outputs(config, [_page(path) for path in paths])]
    assert [output.path for output in outputs][:2] == ["sitemap.xml", "sitemap-1.xml"]
    sizes = [len(output.make()) for output in outputs]
    assert max(sizes) < 10_000_000
    one = settings_of("shop")._replace(languages=())
    short = [_page(f"p/{number}/index.html") for number in range(50001)]
    assert [output.path for output in site_files.outputs(one, short[:-1])] == ["sitemap.xml", "robots.txt"]
    assert len([*site_files.outputs(one, short)]) == 4


def test_addresses_are_those_of_the_web(config: SiteConfig) -> None:
    """What has no place in an address is quoted, and what means something to XML is escaped."""
    root = _files(config, _page("关于 我们/index.html"), _page("a&b/index.html"))["sitemap.xml"]
    assert _addresses(root) == [f"{HOST}a&b/", f"{HOST}%E5%85%B3%E4%BA%8E%20%E6%88%91%E4%BB%AC/"]


def test_a_sitemap_hangs_on_its_pages_and_days(config: SiteConfig) -> None:
    """Another page, day or language makes it anew, and nothing else does."""
    pages = [_page("index.html"), _page("products/a/index.html")]
    plans = [
        [*site_files.outputs(config, pages)],
        [*site_files.outputs(config, pages[:1])],
        [*site_files.outputs(config, pages, {"products/a/": date(2026, 11, 1)})],
        [*site_files.outputs(config._replace(languages=("zh-Hans", "en")), pages)],
    ]
    assert len({plan[0].needs for plan in plans}) == len(plans)
    assert next(site_files.outputs(config, pages[::-1])).needs == plans[0][0].needs


def test_robots_may_read_everything(config: SiteConfig) -> None:
    """Nothing is disallowed: a page that is not to be indexed says so itself. The sitemap is named."""
    (*_, robots) = site_files.outputs(config, [])
    lines = robots.make().decode().splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {HOST}sitemap.xml"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("days") / "demo"))


def test_days_come_from_the_data_alone(demo: Surroundings) -> None:
    """A product is as fresh as its last check, a campaign as the last row of its ledger; others have no day."""
    days = page_days(demo)
    assert days["products/ziyang-fuxi-cha/"] == date(2026, 11, 1)
    assert days["stories/mi-wei-shenme-gui/"] == date(2026, 11, 12)
    assert days["campaigns/xiaofei-yue-2020/"] == date(2020, 9, 30)
    assert "campaigns/cha-xiang-weiyang-2020/" not in days
    assert all(day <= demo.configuration.as_of for day in days.values())
    assert all(re.fullmatch(r"[a-z-]+/[^/]+/", address) for address in days)


def test_a_change_makes_a_page_fresh(demo: Surroundings, tmp_path: Path) -> None:
    """A change of a product that was told later than its last check is the day of its page."""
    site = copy_site("demo", tmp_path / "demo")
    product = site / "data" / "products" / "ziyang-fuxi-cha.yml"
    change = "变更记录:\n  - 日期: 2026-11-15\n    字段: 净含量\n    新值: 250克\n"
    product.write_text(product.read_text(encoding="utf-8") + change, encoding="utf-8")
    assert page_days(surroundings_of(site))["products/ziyang-fuxi-cha/"] == date(2026, 11, 15)
