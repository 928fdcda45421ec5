"""Which picture stands for a thing: photographs in all their sizes and formats, or the block print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from photographs import landscape, save_as_phone

from generator.surfaces import cards
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Picture

from .support import surroundings_of

TEA = "data/products/ziyang-cha.yml"
HEADER = "文件名,文字说明,图注,作者,肖像同意,焦点横向,焦点纵向\n"


@pytest.fixture
def shop(open_site: Callable[[str], Path]) -> Path:
    """A small site whose tea shows two photographs."""
    site = open_site("shop")
    save_as_phone(site / "data/pictures/garden.jpg", landscape(700, 1050))
    save_as_phone(site / "data/pictures/cup.jpg", landscape(300, 200))
    tea = site / TEA
    tea.write_text(tea.read_text("utf-8") + "图片: [garden.jpg, cup.jpg]\n", encoding="utf-8")
    return site


def pictures(site: Path, *rows: str) -> tuple[Surroundings, tuple[Picture, ...]]:
    """Return the tea's pictures where these are registered."""
    (site / "data/pictures.csv").write_text(HEADER + "".join(row + "\n" for row in rows), encoding="utf-8")
    around = surroundings_of(site)
    return around, cards.pictures_of(around, around.catalog.products["ziyang-cha"])


def test_a_photograph_comes_in_all_formats_and_sizes_with_what_is_said_of_it(shop: Path):
    """AVIF and WebP are offered before JPEG; the plain address is that of a phone's width; all files are planned."""
    around, (garden, cup) = pictures(
        shop, "garden.jpg,雾中的茶园,春茶开采,某工会供图,无需同意,0.2,0.9", "cup.jpg,一只茶碗,,某人,已同意,,"
    )
    assert [source.media_type for source in garden.sources] == ["image/avif", "image/webp"]
    for sizes in (garden.srcset, *(source.sizes for source in garden.sources)):
        assert [width for _, width in sizes] == [320, 640]
    assert garden.src == garden.srcset[-1][0] == garden.largest
    assert (garden.width, garden.height) == (640, 960)
    assert (garden.alt, garden.caption, garden.credit) == ("雾中的茶园", "春茶开采", "某工会供图")
    assert (garden.focus_x, garden.focus_y) == (25, 100)
    assert (cup.focus_x, cup.focus_y) == (50, 50)
    assert (cup.width, cup.height) == (300, 200)
    assert garden.colour.startswith("#")
    assert len(garden.colour) == 7
    assert not garden.drawn
    planned = {output.path for output in around.pictures.outputs((garden, cup))}
    assert len(planned) == 9
    assert {garden.src, cup.src} <= planned


def test_a_photograph_is_not_shown_while_consent_is_asked_for(shop: Path):
    """The other photograph stands first; with none left, the block print stands."""
    asked, given = "garden.jpg,茶园,,某人,征求中,,", "cup.jpg,一只茶碗,,某人,已同意,,"
    assert [picture.alt for picture in pictures(shop, asked, given)[1]] == ["一只茶碗"]
    (drawn,) = pictures(shop, asked, given.replace("已同意", "征求中"))[1]
    assert drawn.drawn
    assert drawn.largest == drawn.src
    assert drawn.src.endswith(".svg")
    assert drawn.alt == "紫阳富硒茶"


def test_pages_of_other_languages_name_the_same_files(shop: Path):
    """Pictures exist once; a page in another language climbs out of its folder to them."""
    around, (garden, _) = pictures(shop, "garden.jpg,茶园,,某人,无需同意,,", "cup.jpg,茶碗,,某人,无需同意,,")
    plan = around.pictures
    plan.shared = "../"
    product = around.catalog.products["ziyang-cha"]
    other = plan.pictures_of(product.pictures, motif="leaf", accent="tea", seed="x", name="Tea")[0]
    assert other.src == f"../{garden.src}"
    assert all(address.startswith("../pictures/") for address, _ in (*other.srcset, *other.sources[0].sizes))


def test_a_print_is_planned_by_its_inks(shop: Path):
    """The same motif in other inks is another file, drawn anew when its inks change."""
    around, _ = pictures(shop, "garden.jpg,茶园,,某人,无需同意,,", "cup.jpg,茶碗,,某人,无需同意,,")
    plan = around.pictures
    print_ = plan.drawing("radish", accent="tea", seed="a", alt="")
    (before,) = plan.outputs([print_])
    assert before.make().startswith(b"<svg")
    plan.inks = {**plan.inks, "salt": plan.inks["plum"]}
    (after,) = plan.outputs([print_])
    assert before.path == after.path
    assert before.needs != after.needs
