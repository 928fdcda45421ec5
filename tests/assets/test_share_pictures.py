"""Share pictures: whole at any length of text, in their colours, the essential in the square, the same bytes again."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photographs import is_subject, landscape
from PIL import Image, ImageChops

from generator.assets.inks import Inks, read_inks
from generator.assets.motif_layouts import LAYOUTS
from generator.assets.motifs import UPRIGHT, MotifRefused
from generator.assets.share_pictures import (
    HEIGHT,
    MOST_BYTES,
    PLATE_HEIGHT,
    SQUARE,
    WIDTH,
    BlockPrint,
    ShareSheet,
    share_picture,
)
from generator.assets.signs import Sign

THEME = Path(__file__).parents[2] / "themes" / "default"
INKS = read_inks(THEME / "inks.yml")
SIGN = Sign(svg=(THEME / "portal/favicon.svg").read_text("utf-8"))
TEA = ShareSheet(
    name="紫阳富硒茶（毛尖）",
    line="陕西省安康市紫阳县",
    mark="示例",
    site="山里好货",
    sign=SIGN,
    plate=BlockPrint((THEME / "motifs/leaf.svg").read_text("utf-8"), 1, upright=False),
    inks=INKS["tea"],
    seals=(("农产品地", "round"), ("有机", "square"), ("绿色食品", "oval")),
)


def drawn(sheet: ShareSheet) -> Image.Image:
    """Return the picture as a reader gets it."""
    content = share_picture(sheet)
    assert len(content) <= MOST_BYTES
    image = Image.open(BytesIO(content))
    assert image.size == (WIDTH, HEIGHT)
    return image.convert("RGB")


def differing(one: ShareSheet, other: ShareSheet) -> tuple[int, int, int, int]:
    """Return the box within which two pictures differ."""
    box = ImageChops.difference(drawn(one), drawn(other)).getbbox()
    assert box is not None
    return box


def test_the_same_sheet_gives_the_same_bytes_in_another_process():
    """Nothing hangs on the order of sets, on the clock or on what was drawn before."""
    code = (
        "import hashlib, sys; sys.path.insert(0, 'tests');"
        "from assets.test_share_pictures import TEA; from generator.assets.share_pictures import share_picture;"
        "print(hashlib.sha256(share_picture(TEA)).hexdigest())"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=THEME.parents[1],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize("accent", INKS)
def test_paper_and_tint_come_out_in_their_very_colours(accent: str):
    """The palette keeps flat grounds exact in every ink; a shade off would show beside the page."""
    image = drawn(TEA._replace(inks=INKS[accent]))
    assert "#{:02x}{:02x}{:02x}".format(*image.getpixel((5, HEIGHT - 5))) == INKS[accent].paper
    assert "#{:02x}{:02x}{:02x}".format(*image.getpixel((WIDTH // 2, 40))) == INKS[accent].tint
    assert Image.open(BytesIO(share_picture(TEA))).mode == "P"


def test_everything_that_matters_stands_in_the_square():
    """Print, name and line keep to the square in the middle, which is all that some readers show."""
    bare = TEA._replace(name="", line="", mark="", seals=(), site="")
    long = TEA._replace(name="字" * 60, line="行" * 60, seals=(), site="")
    left, _, right, _ = differing(long, bare)
    assert SQUARE[0] <= left
    assert right <= SQUARE[1]


def test_site_and_seals_stand_outside_the_square():
    """The site's name to the left and the seals to the right never meet the name of the thing."""
    left, top, right, _ = differing(TEA._replace(site="站" * 60), TEA._replace(site=""))
    assert left > 0
    assert right <= SQUARE[0]
    assert top > PLATE_HEIGHT
    left, top, right, bottom = differing(TEA, TEA._replace(seals=()))
    assert SQUARE[1] < left
    assert right < WIDTH
    assert top > PLATE_HEIGHT
    assert bottom < HEIGHT


def test_at_most_three_seals_and_none_without_characters():
    """More marks than there is room for are left out; an empty one is none."""
    more = TEA._replace(seals=(*TEA.seals, ("第四", "round")))
    assert share_picture(more) == share_picture(TEA)
    assert share_picture(TEA._replace(seals=(("", "round"),))) == share_picture(TEA._replace(seals=()))


def test_every_motif_in_every_arrangement_is_drawn():
    """Each of the theme's motifs gives a picture that shows it, well below 100 KB."""
    empty = Image.new("RGB", (WIDTH, PLATE_HEIGHT), TEA.inks.paper)
    for number, path in enumerate(sorted((THEME / "motifs").glob("*.svg"))):
        plate = BlockPrint(path.read_text("utf-8"), number % len(LAYOUTS), upright=path.stem in UPRIGHT)
        image = drawn(TEA._replace(plate=plate)).crop((0, 0, WIDTH, PLATE_HEIGHT))
        shown = ImageChops.difference(image, empty).convert("L").point(lambda value: 255 * (value > 60))
        box = shown.getbbox()
        assert box is not None, path.stem
        assert SQUARE[0] <= box[0], path.stem
        assert box[2] <= SQUARE[1], path.stem


def test_a_photograph_is_shown_whole_in_the_square_with_its_subject(tmp_path: Path):
    """A tall photograph is cut round its subject; the picture is a JPEG, and foliage keeps to 100 KB."""
    path = tmp_path / "photo.webp"
    landscape(1200, 1600, (0.2, 0.12), roughness=0.75).save(path, quality=90)
    sheet = TEA._replace(plate=path, focus=(0.2, 0.12))
    content = share_picture(sheet)
    assert content.startswith(b"\xff\xd8\xff")
    image = drawn(sheet)
    plate = image.crop((SQUARE[0], 0, SQUARE[1], PLATE_HEIGHT))
    assert any(is_subject(plate.getpixel((x, y))) for x in range(0, 630, 9) for y in range(0, PLATE_HEIGHT, 9))
    away = drawn(sheet._replace(focus=(0.9, 0.95))).crop((SQUARE[0], 0, SQUARE[1], PLATE_HEIGHT))
    assert not any(is_subject(away.getpixel((x, y))) for x in range(0, 630, 9) for y in range(0, PLATE_HEIGHT, 9))


def test_a_sites_own_logo_keeps_its_colours():
    """A logo of colours that no ink has, wide and half transparent, is shown in them."""
    logo = Image.new("RGBA", (300, 100), (0, 0, 0, 0))
    logo.paste((20, 90, 220, 255), (0, 0, 150, 100))
    written = BytesIO()
    logo.save(written, "PNG")
    image = drawn(TEA._replace(sign=Sign(png=written.getvalue())))
    red, green, blue = image.getpixel((70, HEIGHT - 48 - 23))
    assert abs(red - 20) < 12
    assert abs(green - 90) < 12
    assert abs(blue - 220) < 12


@settings(derandomize=True, max_examples=10, deadline=None)
@given(st.text(max_size=80), st.text(max_size=60), st.text(max_size=12), st.text(max_size=40))
def test_any_text_can_be_shown(name: str, line: str, mark: str, site: str):
    """Whatever stands in a name, the picture is drawn, and text stays between plate and edge."""
    drawn(TEA._replace(name=name, line=line, mark=mark, site=site, seals=((name[:4], "oval"),)))


def test_a_motif_that_is_none_is_refused():
    """A theme's broken motif is told as such."""
    with pytest.raises(MotifRefused):
        share_picture(TEA._replace(plate=BlockPrint("<svg/>", 0, upright=False)))


def test_dark_paper_works_as_well():
    """A theme may print light ink on dark paper."""
    night = Inks(paper="#14181d", tint="#222931", ink_1="#eee7d8", ink_2="#9fc392")
    image = drawn(TEA._replace(inks=night))
    assert image.getpixel((5, HEIGHT - 5)) == (20, 24, 29)
