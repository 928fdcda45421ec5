"""Lists beside the products: sources with what rests on them; bundles; services and visits."""

from __future__ import annotations

import re
from pathlib import Path

from line.site_copies import BuiltSite

from generator.surfaces.source_pages import SHOWN, sources_page

from .small_shop import SHOP, offer, shop
from .support import surroundings_of


def html_of(built: BuiltSite, address: str) -> str:
    """Return the page at *address*."""
    return (built.out / address / "index.html").read_text(encoding="utf-8")


def test_every_source_stands_with_what_rests_on_it(built_demo: BuiltSite) -> None:
    """A report tells which figures, stories and goods go back to it; one that nothing rests on stands there too."""
    around = surroundings_of(built_demo.site)
    entries = {entry.id: entry for _, group in sources_page(around).groups for entry in group}

    assert entries.keys() == around.catalog.sources.keys()
    rests = {kind: [link.text for link in links] for kind, links, _ in entries["ziyang-2020"].rests}
    assert "实际购买金额" in rests["数字"]
    assert "一片茶叶怎样进城" in rests["故事"]
    assert all(len(links) <= SHOWN for entry in entries.values() for _, links, _ in entry.rests)
    many = next(more for kind, _, more in entries["sample"].rests if kind == "产品")
    assert re.fullmatch(r"还有 \d+ 项", many)


def test_sources_have_addresses_of_their_own_on_the_page(built_demo: BuiltSite) -> None:
    """``/sources/#ziyang-2020`` leads to that source."""
    assert 'id="ziyang-2020"' in html_of(built_demo, "sources")


def test_bundles_are_listed_with_what_is_inside(built_demo: BuiltSite) -> None:
    """Every bundle stands in the list with its parts and what they cost one by one."""
    html = html_of(built_demo, "bundles")

    assert "紫阳富硒茶（毛尖），1 袋" in html
    assert "¥224.00" in html
    assert "紫阳茶山疗休养两日" not in html


def test_services_are_listed_with_how_long_and_where(built_demo: BuiltSite) -> None:
    """Services and visits stand in one list with duration, meeting place and number of people."""
    html = html_of(built_demo, "services")

    for words in ("紫阳茶山疗休养两日", "两天一晚", "紫阳县城，报名后通知", "马树坪"):
        assert words in html
    assert "紫阳一绿一红茶礼" not in html


def test_a_shop_without_bundles_services_figures_and_sources_has_no_such_lists(tmp_path: Path) -> None:
    """Nothing is planned where there is nothing to list."""
    around = shop(tmp_path / "shop", [offer(SHOP, "30")])

    assert sources_page(around).groups == ()
    assert around.catalog.figures == ()
