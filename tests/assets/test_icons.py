"""Icons of the site, from a drawn sign and from a picture."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.assets.icons import icon
from generator.assets.rasters import raster_of
from generator.assets.signs import Sign

FAVICON = Path(__file__).parents[2] / "themes" / "default" / "portal" / "favicon.svg"


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("side", [180, 192, 512])
def test_an_icon_is_square_opaque_and_keeps_its_sign_inside_the_safe_zone(side: int):
    """Paper to the edges, the sign within the circle of four fifths that no system cuts away."""
    image = opened(icon(Sign(svg=FAVICON.read_text("utf-8")), side, "#f6f1e6"))
    assert image.size == (side, side)
    assert image.mode == "RGB"
    middle = side / 2
    for x in range(0, side, 3):
        for y in range(0, side, 3):
            if (x - middle) ** 2 + (y - middle) ** 2 > (0.45 * side) ** 2:
                assert image.getpixel((x, y)) == (246, 241, 230)
    assert image.getpixel((round(side * 0.24), round(side * 0.5)))[0] < 200


def test_a_wide_logo_fits():
    """A picture three times as wide as tall is shown whole."""
    written = BytesIO()
    Image.new("RGB", (300, 100), "#145adc").save(written, "PNG")
    image = opened(icon(Sign(png=written.getvalue()), 180, "#ffffff")).convert("RGB")
    box = Image.eval(image.convert("L"), lambda value: 255 * (value < 200)).getbbox()
    assert box is not None
    assert box[2] - box[0] == pytest.approx(112, abs=2)
    assert box[3] - box[1] == pytest.approx(37, abs=2)


@pytest.mark.parametrize("text", ["", "no drawing", "<html></html>", "<svg"])
def test_what_is_no_svg_is_refused(text: str):
    """A broken drawing of a theme is an error, not an empty picture."""
    with pytest.raises(ValueError, match="No SVG"):
        raster_of(text, width=10, height=10)
