"""Share pictures of a site: which pages have their own, and when one is drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from photographs import landscape, save_as_phone
from PIL import Image

from generator.build import Options, Timings
from generator.build.loading import load, program_digest
from generator.build.memory import Memory
from generator.build.planning import surroundings
from generator.surfaces import icons, share
from generator.surfaces.surroundings import Surroundings

TEA = "data/products/ziyang-cha.yml"


@pytest.fixture
def shop(open_site: Callable[[str], Path]) -> Path:
    return open_site("shop")


def read(site: Path, as_of: date | None = None) -> Surroundings:
    options = Options(site, as_of=as_of)
    loaded = load(options, Timings(), Memory.open(options.work, program_digest(), use_cache=True))
    assert loaded.catalog is not None, loaded.report
    return surroundings(loaded)


def needs(around: Surroundings) -> dict[str, str]:
    return {output.path: output.needs for output in share.outputs(around)}


def edit(site: Path, file: str, old: str, new: str) -> None:
    text = (site / file).read_text("utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new), encoding="utf-8")


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_every_product_story_campaign_and_category_has_its_own_and_all_other_pages_share_one(shop: Path):
    """What a page's head names is among the outputs, at the address it says."""
    around = read(shop)
    catalog = around.catalog
    things = (*catalog.products.values(), *catalog.stories.values(), *catalog.campaigns.values())
    named = [share.share_picture_of(around, thing) for thing in (*things, *catalog.categories.values(), None)]
    assert len({picture.address for picture in named}) == len(named)
    assert {picture.address for picture in named} == set(needs(around))
    tea = share.share_picture_of(around, catalog.products["ziyang-cha"])
    assert tea.address == "share/products/ziyang-cha.png"
    assert (tea.width, tea.height, tea.media_type) == (1200, 630, "image/png")
    assert tea.alt.startswith("紫阳富硒茶")
    assert "紫阳县" in tea.alt
    assert share.share_picture_of(around).address == "share/site.png"


def test_a_picture_is_drawn_as_its_head_says(shop: Path):
    """1200 × 630 pixels, PNG."""
    for output in share.outputs(read(shop)):
        with Image.open(BytesIO(output.make())) as image:
            assert (image.size, image.format) == ((1200, 630), "PNG")


def test_above_the_limit_things_show_their_category(shop: Path):
    """With more things than allowed only categories and the site have pictures, and every page names one of them."""
    (shop / "site_config.yml").write_text(
        (shop / "site_config.yml").read_text("utf-8") + "share_pictures: 1\n", "utf-8"
    )
    around = read(shop)
    catalog = around.catalog
    planned = set(needs(around))
    assert planned == {"share/site.png", *(f"share/categories/{key}.png" for key in catalog.categories)}
    assert share.are_by_category(around)
    tea = catalog.products["ziyang-cha"]
    assert share.share_picture_of(around, tea).address == "share/categories/drinks.png"
    for thing in (*catalog.products.values(), *catalog.stories.values(), *catalog.campaigns.values()):
        assert share.share_picture_of(around, thing).address in planned


def test_one_picture_is_drawn_anew_when_what_it_shows_changes(shop: Path):
    """Another name draws one picture; another price, another day or another summary draws none."""
    before = needs(read(shop))
    edit(shop, TEA, "售价: 1,068.50元", "售价: 998元")
    edit(shop, TEA, "一句话介绍: 清明前后采的一芽一叶。", "一句话介绍: 今年的新茶。")
    assert changed(before, needs(read(shop))) == set()
    assert changed(before, needs(read(shop, date(2020, 10, 1)))) == set()
    edit(shop, TEA, "名称: 紫阳富硒茶\n", "名称: 汉江新茶\n")
    after = needs(read(shop))
    assert changed(before, after) == {"share/products/ziyang-cha.png"}
    edit(shop, TEA, "示例: 是\n来源: shi-li", "示例: 否\n来源: shi-li")
    assert changed(after, needs(read(shop))) == {"share/products/ziyang-cha.png"}


def test_only_verified_marks_are_stamped(shop: Path):
    """A mark that the producer claims is none; one that the issuer's register shows is stamped."""
    before = needs(read(shop))
    edit(shop, TEA, "依据: 自述", "依据: 已核验")
    assert changed(before, needs(read(shop))) == {"share/products/ziyang-cha.png"}


def test_all_pictures_are_drawn_anew_for_another_sign_or_name_of_the_site(shop: Path):
    """The site's name stands on every picture."""
    before = needs(read(shop))
    edit(shop, "site_config.yml", "title: 山货小店", "title: 山里好货")
    assert changed(before, needs(read(shop))) == set(before)


def test_a_photograph_stands_in_place_of_the_print_unless_somebody_has_not_agreed(shop: Path):
    """With a photograph the picture is a JPEG; while consent is asked for, it is the print."""
    save_as_phone(shop / "data/pictures/garden.jpg", landscape(600, 900))
    edit(shop, TEA, "图案: 茶芽", "图案: 茶芽\n图片: [garden.jpg]")
    register = shop / "data/pictures.csv"
    register.write_text("文件名,文字说明,作者,肖像同意\ngarden.jpg,茶园,某人,已同意\n", encoding="utf-8")
    around = read(shop)
    picture = share.share_picture_of(around, around.catalog.products["ziyang-cha"])
    assert (picture.address, picture.media_type) == ("share/products/ziyang-cha.jpg", "image/jpeg")
    output = next(output for output in share.outputs(around) if output.path == picture.address)
    assert output.make().startswith(b"\xff\xd8\xff")
    register.write_text("文件名,文字说明,作者,肖像同意\ngarden.jpg,茶园,某人,征求中\n", encoding="utf-8")
    around = read(shop)
    assert share.share_picture_of(around, around.catalog.products["ziyang-cha"]).media_type == "image/png"


def test_a_language_has_its_pictures_in_its_own_folder(shop: Path):
    """Pages in another language name pictures lettered in it."""
    around = read(shop)
    other = replace(around, folder="en/")
    tea = around.catalog.products["ziyang-cha"]
    assert share.share_picture_of(other, tea).address == "en/share/products/ziyang-cha.png"
    assert all(path.startswith("en/share/") for path in needs(other))


def test_icons_exist_once_and_are_named_by_their_make(shop: Path):
    """One for home screens at the root, a large one for programs, whose name changes with the site's sign."""
    around = read(shop)
    outputs = {output.path: output for output in icons.outputs(around)}
    assert set(outputs) == {"apple-touch-icon.png", icons.large_icon(around)}
    for path, side in (("apple-touch-icon.png", 180), (icons.large_icon(around), 512)):
        with Image.open(BytesIO(outputs[path].make())) as image:
            assert image.size == (side, side)
    own = shop / "themes/default/portal/favicon.svg"
    own.parent.mkdir(parents=True)
    own.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>', "utf-8")
    assert icons.large_icon(read(shop)) != icons.large_icon(around)
