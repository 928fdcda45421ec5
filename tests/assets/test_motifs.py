"""Block-print pictures: the motifs of the default theme and what is composed from them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assets.inks import Inks, InksRefused, read_inks
from generator.assets.motif_layouts import LAYOUTS
from generator.assets.motifs import (
    BLOCKS,
    MAX_MOTIF_BYTES,
    UPRIGHT,
    MotifRefused,
    compose,
    motif_shapes,
    variant_of,
)

ROOT = Path(__file__).parents[2]
THEME = ROOT / "themes" / "default"
MOTIFS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((THEME / "motifs").glob("*.svg"))}
TEA = Inks(paper="#f6f1e6", tint="#dfe5cc", ink_1="#20352b", ink_2="#6f9150")
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><path class="ink-1" d="M0 0h9v9z"/></svg>'


def _enum_of_motifs() -> set[str]:
    schema = json.loads((ROOT / "generator" / "contract" / "schemas" / "products.json").read_text(encoding="utf-8"))
    (field,) = (field for field in schema["fields"] if field["name"] == "motif")
    return set(field["constraints"]["enum"])


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_motif_that_a_product_may_name_is_drawn():
    """The default theme has exactly one motif file for each value of the schema's list."""
    assert set(MOTIFS) == _enum_of_motifs()


@pytest.mark.parametrize("name", MOTIFS)
def test_motif_is_small_and_plain(name: str):
    """A motif is at most 3 KB of shapes, prints in both inks, and carries no colour, id or text."""
    shapes = motif_shapes(MOTIFS[name])
    assert {"ink-1", "ink-2"} <= {block for block, _ in shapes} <= set(BLOCKS)
    assert len(MOTIFS[name].encode()) <= MAX_MOTIF_BYTES
    assert not re.search(r"\b(id|style|fill|stroke|href|on\w+)=", MOTIFS[name])


def test_upright_motifs_are_motifs():
    """Every id that is kept upright belongs to a motif of the theme."""
    assert set(MOTIFS) >= UPRIGHT


@pytest.mark.parametrize("variant", range(len(LAYOUTS)))
def test_composed_picture_is_well_formed_and_at_most_8_kb(variant: int):
    """Every motif in every arrangement is one well-formed SVG of at most 8 KB, without class and script."""
    for motif in MOTIFS.values():
        picture = compose(motif, variant=variant, inks=TEA, title="绿茶")
        root = ET.fromstring(picture)
        assert len(picture.encode()) <= 8192
        assert root.get("viewBox") == "0 0 800 600"
        assert "class=" not in picture


def test_variants_differ():
    """There are at least twelve arrangements, and no two of them look the same."""
    pictures = {compose(SQUARE, variant=variant, inks=TEA) for variant in range(len(LAYOUTS))}
    assert len(pictures) == len(LAYOUTS) >= 12


def test_arrangements_show_one_two_and_three_and_mirrored():
    """Single, paired and threefold arrangements are all there, some mirrored, none turned by more than six degrees."""
    assert {len(layout.placements) for layout in LAYOUTS} == {1, 2, 3}
    placements = [placement for layout in LAYOUTS for placement in layout.placements]
    assert any(placement.mirrored for placement in placements)
    assert max(abs(placement.turn) for placement in placements) == 6


def test_upright_picture_is_not_turned():
    """What stands on the ground is drawn without the arrangement's turn."""
    turned = next(number for number, layout in enumerate(LAYOUTS) if layout.placements[0].turn)
    assert "rotate(" in compose(SQUARE, variant=turned, inks=TEA)
    assert "rotate(" not in compose(SQUARE, variant=turned, inks=TEA, upright=True)


def test_compose_gives_the_same_text_again():
    """Composing twice gives equal text, and a variant counts round the list."""
    first = compose(MOTIFS["leaf"], variant=3, inks=TEA, title="茶")
    assert first == compose(MOTIFS["leaf"], variant=3 + len(LAYOUTS), inks=TEA, title="茶")


def test_ids_do_not_clash_in_one_page():
    """Two pictures of one motif in different inks have different ids; references point inside their own picture."""
    salt = Inks(paper="#f6f1e6", tint="#d9e2e6", ink_1="#22303a", ink_2="#7593a6")
    row = next(number for number, layout in enumerate(LAYOUTS) if len(layout.placements) == 3)
    ids = []
    for inks in (TEA, salt):
        picture = compose(MOTIFS["leaf"], variant=row, inks=inks)
        (name,) = re.findall(r'id="([^"]+)"', picture)
        assert re.findall(r'href="#([^"]+)"', picture) == [name, name]
        ids.append(name)
    assert len(set(ids)) == 2


def test_title_is_escaped():
    """Markup in a title stays text."""
    hostile = '</title><script>alert("1")</script>&'
    picture = compose(SQUARE, variant=0, inks=TEA, title=hostile)
    root = ET.fromstring(picture)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == hostile
    assert "<script" not in picture


def test_picture_without_title_is_decoration():
    """Without a title there is nothing to read out, and the picture is hidden from screen readers."""
    picture = compose(SQUARE, variant=0, inks=TEA)
    assert 'aria-hidden="true"' in picture
    assert "<title" not in picture


def test_other_proportions_keep_the_sheet_centred():
    """A share picture is as wide as asked, its arrangement scaled and centred."""
    picture = compose(SQUARE, variant=0, inks=TEA, width=1200, height=630)
    assert 'viewBox="0 0 1200 630"' in picture
    assert "translate(180 0)scale(1.05)" in picture


def test_size_must_be_positive():
    """A picture without extent is refused."""
    with pytest.raises(ValueError, match="above 0"):
        compose(SQUARE, variant=0, inks=TEA, width=0)


@settings(derandomize=True, max_examples=200)
@given(st.text())
def test_variant_of_any_seed_is_an_arrangement(seed: str):
    """Whatever the seed, its variant is in range and the same when asked again."""
    assert 0 <= variant_of(seed) < len(LAYOUTS)
    assert variant_of(seed) == variant_of(seed)


def test_variant_of_is_a_promise():
    """The arrangement of a seed never changes between versions, and seeds spread over all arrangements."""
    assert [variant_of(seed) for seed in ("ziyang-tea", "luochuan-apple", "")] == [6, 9, 4]
    assert len({variant_of(f"product-{number}") for number in range(300)}) == len(LAYOUTS)


@pytest.mark.parametrize(
    "inside",
    [
        '<path class="ink-1" d="M0 0z" onload="x()"/>',
        '<path class="ink-1" d="M0 0z" style="fill:url(http://example.org/)"/>',
        '<path class="ink-1" d="javascript:x"/>',
        '<path class="red" d="M0 0z"/>',
        '<path d="M0 0z"/>',
        "<script>x()</script>",
        "<text>山货</text>",
        '<path class="ink-1" d="M0 0z"><set/></path>',
        '<image class="ink-1" href="x.png"/>',
        "茶",
        "",
    ],
)
def test_motif_with_anything_but_shapes_is_refused(inside: str):
    """Handlers, styles, scripts, text, pictures, strange classes and empty files are refused."""
    with pytest.raises(MotifRefused):
        motif_shapes(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">{inside}</svg>')


@pytest.mark.parametrize(
    "text",
    [
        "not svg",
        SQUARE.replace("0 0 200 200", "0 0 100 100"),
        SQUARE.replace("viewBox", 'onload="x()" viewBox'),
        f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>{SQUARE}',
        SQUARE.replace("h9v9", "h9v9" * 1000),
    ],
)
def test_file_that_is_no_motif_is_refused(text: str):
    """Other text, another view box, attributes on the root, entities and large files are refused."""
    with pytest.raises(MotifRefused):
        motif_shapes(text)


def test_other_plain_shapes_are_taken():
    """A site may draw its motifs with circles, ellipses, rectangles and polygons as well."""
    circle = SQUARE.replace('<path class="ink-1" d="M0 0h9v9z"/>', '<circle class="ink-2" cx="9" cy="9" r="4"/>')
    assert '<circle cx="9" cy="9" r="4" fill="#6f9150"/>' in compose(circle, variant=0, inks=TEA)


def test_inks_of_the_theme_suit_their_work():
    """Each of the seven accents has a dark ink that reads on paper and tint, and a colour that stands off its tint."""
    inks = read_inks(THEME / "inks.yml")
    assert list(inks) == ["tea", "persimmon", "pepper", "honey", "straw", "salt", "plum"]
    for colours in inks.values():
        assert _contrast(colours.ink_1, colours.paper) >= 7
        assert _contrast(colours.ink_1, colours.tint) >= 7
        assert _contrast(colours.ink_2, colours.tint) >= 1.8
        assert _contrast(colours.ink_1, colours.ink_2) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tea: red",
        "tea: {paper: '#ffffff'}",
        "tea: {paper: white, tint: '#ffffff', ink_1: '#000000', ink_2: '#777777'}",
        "tea: {paper: 1, tint: '#ffffff', ink_1: '#000000', ink_2: '#777777'}",
        "tea: {paper: '#fff\"/>', tint: '#ffffff', ink_1: '#000000', ink_2: '#777777'}",
        "tea: [",
        "- tea",
    ],
)
def test_ink_file_with_faults_is_refused(tmp_path: Path, text: str):
    """Broken YAML, missing inks and anything but six-digit colours are refused in a sentence."""
    path = tmp_path / "inks.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InksRefused) as refused:
        read_inks(path)
    assert refused.value.message
    assert refused.value.mend


def test_missing_ink_file_is_refused(tmp_path: Path):
    """An ink file that is not there is told like one that cannot be read."""
    with pytest.raises(InksRefused):
        read_inks(tmp_path / "inks.yml")
