"""Settings of a site's look: one colour becomes all its forms, each of which can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.assets.inks import Inks
from generator.assets.logos import LOGO_HEIGHT, LOGO_WIDTH, read_logo
from generator.assets.photos import PictureRefused
from generator.config.brand import Brand
from generator.config.sections import Fault, read_section
from generator.findings import Place
from generator.surfaces.brand import dressed, look_of, own_inks
from generator.surfaces.colours import contrast, least_contrast, luminance, mixed, readable
from generator.surfaces.theme import PACKAGE_THEMES, Theme

PLACE = Place("site_config.yml", 7)
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    """The default theme."""
    return Theme("default", (PACKAGE_THEMES / "default",), tmp_path_factory.mktemp("work"))


def places(brand: Brand) -> dict[str, Place]:
    """Where each setting stands."""
    return dict.fromkeys(("brand.accent", "brand.logo", *(f"brand.colours.{name}" for name in brand.colours)), PLACE)


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white has 21, a colour on itself 1; grey #767676 on white is the known border of 4.5."""
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#123456", "#123456") == 1
    assert round(contrast("#ffffff", "#767676"), 2) == 4.54
    assert luminance("#000000") == 0


@given(COLOURS, COLOURS)
def test_a_colour_becomes_readable_and_nothing_else(colour: str, ground: str) -> None:
    """What can be read is left as it is; what cannot becomes the nearest form that can, towards black or white."""
    owed = 4.5
    found = readable(colour, [ground], owed)
    farthest = max(contrast(ground, end) for end in ("#000000", "#ffffff"))

    assert least_contrast(found, [ground]) >= min(owed, farthest - 0.05)
    if contrast(colour, ground) >= owed:
        assert found == colour


def test_a_mixture_lies_between(theme: Theme) -> None:
    """A share of nothing is the ground, of all the colour."""
    assert mixed("#14603c", "#f6f1e6", 0) == "#f6f1e6"
    assert mixed("#14603c", "#f6f1e6", 1) == "#14603c"
    assert luminance("#14603c") < luminance(mixed("#14603c", "#f6f1e6", 0.5)) < luminance("#f6f1e6")


def test_without_settings_the_theme_stays_as_it_is(theme: Theme, tmp_path: Path) -> None:
    """Nothing is put behind its sheets."""
    plain, findings = dressed(theme, Brand(), tmp_path, {})

    assert plain is theme
    assert not findings
    assert plain.accent == "persimmon"


@given(st.dictionaries(st.sampled_from(["tea", "persimmon", "plum"]), COLOURS, min_size=1), st.none() | COLOURS)
def test_any_colours_can_be_read(inks: dict[str, str], paper: str | None) -> None:
    """Whatever a site asks for, text and its strong forms keep their contrast, by day and by night."""
    theme = Theme("default", (PACKAGE_THEMES / "default",), Path())
    brand = Brand(colours={**inks, **({"paper": paper} if paper else {})})
    look, findings = look_of(theme, brand, Path(), places(brand))
    colours = look.palette
    papers = [colours[f"paper-{kind}"] for kind in ("ground", "sheet", "shade")]
    nights = [colours[f"night-{kind}"] for kind in ("ground", "sheet", "shade")]

    for name in inks:
        assert least_contrast(colours[f"{name}-ink"], [*papers, colours[f"{name}-pale"]]) >= 4.5
        assert least_contrast(colours[f"{name}-deep"], [*papers, colours[f"{name}-pale"]]) >= 7
        assert least_contrast(colours[f"{name}-glow"], [*nights, colours[f"{name}-dusk"]]) >= 4.5
        assert least_contrast(colours[f"{name}-bright"], [*nights, colours[f"{name}-dusk"]]) >= 7
    assert least_contrast(colours["ink-soft"], papers) >= 4.5
    assert least_contrast(colours["paper-edge"], papers) >= 3
    changed = {name for name, wished in brand.colours.items() if colours[_of(name)] != wished}
    assert {item.field.rpartition(".")[2] for item in findings} == changed


def _of(name: str) -> str:
    return "paper-ground" if name == "paper" else f"{name}-ink"


def test_a_colour_too_pale_is_told_with_one_that_fits(theme: Theme, tmp_path: Path) -> None:
    """The warning names the setting, what was asked for and what is shown instead."""
    brand = Brand(colours={"tea": "#8fbf6a"})
    _, findings = dressed(theme, brand, tmp_path, places(brand))

    assert [(item.code, item.field, item.found) for item in findings] == [
        ("brand-contrast", "brand.colours.tea", "#8fbf6a")
    ]
    assert findings[0].allowed in findings[0].message.zh


def test_an_unknown_accent_is_told(theme: Theme, tmp_path: Path) -> None:
    """The finding lists the inks that the theme has; pages keep the theme's own."""
    brand = Brand(accent="gold")
    dressed_theme, findings = dressed(theme, brand, tmp_path, places(brand))

    assert [item.code for item in findings] == ["config-value"]
    assert "persimmon" in findings[0].allowed
    assert dressed_theme.accent == "persimmon"


def test_block_prints_take_the_sites_inks(theme: Theme, tmp_path: Path) -> None:
    """The paper lies under all of them, the colour in those that have its name, and the dark ink stays dark."""
    brand = Brand(colours={"tea": "#2f6db3", "paper": "#ffffff"})
    dressed_theme, _ = dressed(theme, brand, tmp_path, places(brand))
    ink = Inks(paper="#f6f1e6", tint="#dfe5cc", ink_1="#20352b", ink_2="#6f9150")
    own = own_inks(dressed_theme, {"tea": ink, "salt": ink})

    assert (own["tea"].paper, own["salt"].paper) == ("#ffffff", "#ffffff")
    assert own["tea"].ink_2 == "#2f6db3"
    assert contrast(own["tea"].ink_1, "#ffffff") >= 12
    assert own["salt"].ink_2 == ink.ink_2


@pytest.mark.parametrize(
    ("plain", "setting"),
    [
        ({"colours": {"tea": "green"}}, "colours.tea"),
        ({"colours": {"tea": ""}}, "colours.tea"),
        ({"colours": {"gold": "#ffcc00"}}, "colours.gold"),
        ({"logo": "../logo.png"}, "logo"),
        ({"logo": "/etc/logo.png"}, "logo"),
        ({"logo": "C:\\logo.png"}, "logo"),
    ],
)
def test_settings_that_do_not_fit_are_named(plain: dict[str, object], setting: str) -> None:
    """A colour is six hexadecimal digits, its name one of the theme's, a logo a file inside the site."""
    read, faults = read_section(Brand, plain)  # type: ignore[arg-type] # as YAML holds it

    assert read is None
    assert [".".join(map(str, fault.path)) for fault in faults] == [setting]
    assert isinstance(faults[0], Fault)


def test_a_logo_is_drawn_anew(tmp_path: Path) -> None:
    """It is small, keeps what is transparent, and brings nothing else of its file along."""
    picture = Image.new("RGBA", (2000, 500), (200, 30, 30, 128))
    picture.save(tmp_path / "logo.png", pnginfo=_comment())
    logo = read_logo(tmp_path / "logo.png")

    assert (logo.width, logo.height) == (LOGO_WIDTH, 96)
    assert logo.height <= LOGO_HEIGHT
    assert b"secret" not in logo.content


def _comment() -> object:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", "secret")
    return info


def test_a_drawing_is_refused_as_logo(theme: Theme, tmp_path: Path) -> None:
    """SVG can hold scripts; the finding names the setting."""
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    brand = Brand(logo="logo.svg")
    dressed_theme, findings = dressed(theme, brand, tmp_path, places(brand))

    assert [(item.code, item.field) for item in findings] == [("picture-refused", "brand.logo")]
    assert dressed_theme.look is not None
    assert dressed_theme.look.logo is None
    with pytest.raises(PictureRefused):
        read_logo(tmp_path / "logo.svg")
