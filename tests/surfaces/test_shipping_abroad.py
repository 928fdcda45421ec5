"""Whether anybody sends abroad: a closed vocabulary, codes and names of countries, and nothing guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Options, build
from generator.surfaces.shipping_abroad import country_of, ships_abroad

from .small_shop import ONLINE, PRODUCT, SHOP, offer, shop
from .support import texts_of


@pytest.mark.parametrize(
    "destination",
    ["境外", "海外", "全球", "港澳台", "overseas", "Worldwide", "日本", "Japan", "japan ", "JP", "HK", "Hong Kong"],
)
def test_words_names_and_codes_of_other_countries_are_abroad(destination: str) -> None:
    """What the vocabulary, ISO 3166 or CLDR know as elsewhere lies abroad, however it is written."""
    assert ships_abroad([destination], "CN", ["zh-Hans", "en"])


@pytest.mark.parametrize("destination", ["全国", "陕西省", "China", "中国", "CN", "Whole country", "岛内", ""])
def test_the_own_country_and_its_parts_are_not(destination: str) -> None:
    """The country itself and what nobody knows, such as a province, lie at home."""
    assert not ships_abroad([destination], "CN", ["zh-Hans", "en"])


def test_abroad_hangs_on_where_home_is() -> None:
    """Germany is abroad for a French board and at home for a German one."""
    assert ships_abroad(["Allemagne"], "FR", ["fr"])
    assert not ships_abroad(["Allemagne"], "DE", ["fr"])
    assert not ships_abroad(["France"], "FR", ["fr"])


def test_a_language_that_cldr_does_not_know_adds_no_names() -> None:
    """Such a language is no fault; words, codes and English names still count."""
    assert ships_abroad(["Japan"], "CN", ["x-klingon"])


def test_a_time_zone_tells_the_country() -> None:
    """The site's own country is that of its days; zones of no country have none."""
    assert [country_of(zone) for zone in ("Asia/Shanghai", "Europe/Paris", "UTC")] == ["CN", "FR", ""]


def test_pages_in_other_languages_say_that_nobody_ships_abroad(tmp_path: Path) -> None:
    """Readers of English are told, unless a channel online says that it does; readers of either Chinese are not."""
    site = tmp_path / "shop"
    products = {"nowhere": "", "home": "全国", "abroad": "全国;日本"}
    shop(
        site,
        [offer(SHOP, "38", ships_to="日本")],
        tables={
            "products": [
                {
                    "id": key,
                    "name": "茶",
                    "kind": "商品",
                    "categories": "tea",
                    "origin": "610924",
                    "description": "一种茶。",
                    "net_content": "500克",
                }
                for key in products
            ],
            "offers": [
                offer(ONLINE, "40", shipping="0", ships_to=ships_to, product=key) for key, ships_to in products.items()
            ],
        },
        settings="languages: [zh-Hans, zh-Hant, en]\n",
    )
    out = build(Options(site, out=tmp_path / "out")).out

    def told(folder: str) -> list[str]:
        pages = {key: out / folder / "products" / key / "index.html" for key in (*products, PRODUCT)}
        words = texts_of(folder or "zh-Hans")("offer.not_abroad")
        return [key for key, page in pages.items() if words in page.read_text(encoding="utf-8")]

    assert told("en") == ["nowhere", "home", PRODUCT]
    assert told("") == []
    assert "境外" not in (out / "zh-hant" / "products" / "home" / "index.html").read_text(encoding="utf-8")
