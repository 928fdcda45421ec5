"""Publishing photographs, on photographs drawn here."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photographs import landscape
from PIL import Image, ImageDraw

from generator.assets.pictures import (
    PHONE_WIDTH,
    QUALITIES,
    Photo,
    byte_budget,
    encoding,
    formats,
    mean_colour,
    read_photo,
    renditions,
)

ORIENTATION, MAKE, ARTIST, GPS_BLOCK = 0x0112, 0x010F, 0x013B, 0x8825
SECRET = "Holder of the camera"


def _hillside(width: int = 900, height: int = 600) -> Image.Image:
    """A picture whose top left corner is red, so that a turn shows."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.ellipse((width // 3, height // 3, width // 2, height // 2), fill=(60, 120, 60))
    draw.rectangle((0, 0, width // 5, height // 5), fill=(200, 30, 30))
    return image


def _noise(width: int, height: int) -> Image.Image:
    """The picture that compresses worst."""
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))


def _telling_exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Camera maker"
    exif[ARTIST] = SECRET
    exif.get_ifd(GPS_BLOCK).update({1: "N", 2: (32.0, 31.0, 12.0), 3: "E", 4: (108.0, 32.0, 2.0)})
    return exif


def _saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)
    return path


@pytest.fixture
def telling_photo(tmp_path: Path) -> Path:
    """A JPEG with place, maker, artist, comment, and a camera held on its side."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET.encode() + b"</x:xmpmeta>"
    exif = _telling_exif(orientation=6)
    return _saved(tmp_path / "photo.jpg", _hillside(), exif=exif, comment=SECRET, xmp=xmp, quality=90)


def test_renditions_tell_nothing(telling_photo: Path):
    """Place, maker, artist, XMP, comment and profile are gone from every rendition."""
    for rendition in renditions(read_photo(telling_photo)):
        assert SECRET.encode() not in rendition.content
        assert not any(mark in rendition.content for mark in (b"Exif", b"EXIF", b"XMP", b"xmpmeta", b"ICC"))
        with Image.open(BytesIO(rendition.content)) as image:
            assert not image.getexif()
            assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)


def test_widths_above_the_original_are_left_out(tmp_path: Path):
    """A picture 900 pixels wide is written at 320 and 640, never larger, in all three formats."""
    written = renditions(read_photo(_saved(tmp_path / "photo.png", _hillside(900, 600))))
    assert [(r.width, r.height, r.format) for r in written] == [
        (320, 213, "avif"),
        (320, 213, "webp"),
        (320, 213, "jpeg"),
        (640, 427, "avif"),
        (640, 427, "webp"),
        (640, 427, "jpeg"),
    ]
    for rendition in written:
        with Image.open(BytesIO(rendition.content)) as image:
            assert image.size == (rendition.width, rendition.height)
            assert image.format == rendition.format.upper()


def test_small_picture_keeps_its_width(tmp_path: Path):
    """A picture smaller than every width is written once a format, at its own."""
    written = renditions(read_photo(_saved(tmp_path / "photo.png", _hillside(200, 100))))
    assert [(r.width, r.height) for r in written] == [(200, 100)] * 3


def test_a_phone_never_gets_more_than_60_kb():
    """Foliage, the hardest of photographs, keeps to 60 KB at each width a phone asks for, as AVIF in good quality."""
    written = renditions(Photo(landscape(1600, 1200, roughness=0.72), "JPEG"))
    for rendition in written:
        assert len(rendition.content) <= byte_budget(rendition.width)
        if rendition.width <= PHONE_WIDTH:
            assert len(rendition.content) <= 60 * 1024
    on_phone = {r.format: r.quality for r in written if r.width == PHONE_WIDTH}
    assert on_phone["avif"] >= 30
    assert byte_budget(320) == byte_budget(PHONE_WIDTH) == 60 * 1024
    assert byte_budget(2 * PHONE_WIDTH) == 120 * 1024


def test_better_formats_are_smaller():
    """AVIF is the smallest at its best quality, JPEG the largest: a browser is offered them in this order."""
    sizes = {r.format: len(r.content) for r in renditions(Photo(landscape(640, 480), "JPEG"), widths=(640,))}
    assert sizes["avif"] < sizes["jpeg"]
    assert sizes["webp"] < sizes["jpeg"]
    assert formats() == ("avif", "webp", "jpeg")


def test_worst_picture_fits_its_budget(tmp_path: Path):
    """Noise is written at a lower quality, or at last smaller, until it fits."""
    written = renditions(read_photo(_saved(tmp_path / "noise.png", _noise(700, 700))))
    for rendition, asked in zip(written, (320, 320, 320, 640, 640, 640), strict=True):
        assert len(rendition.content) <= byte_budget(asked)
        assert rendition.quality in QUALITIES[rendition.format]
        assert rendition.width <= asked
    assert any(rendition.quality < QUALITIES[rendition.format][0] for rendition in written)


def test_very_tall_picture_becomes_narrower(tmp_path: Path):
    """Where no quality is low enough, the rendition is narrower than asked, tells so, and fits."""
    photo = read_photo(_saved(tmp_path / "noise.png", _noise(330, 3000)))
    jpeg = renditions(photo, widths=(320,))[-1]
    assert jpeg.width < 320
    assert len(jpeg.content) <= byte_budget(320)


def test_the_best_quality_that_fits_is_taken():
    """One step better than the quality chosen would have been too much."""
    photo = Photo(_noise(300, 300), "PNG")
    for rendition in renditions(photo, widths=(300,)):
        steps = QUALITIES[rendition.format]
        if rendition.quality == steps[0]:
            continue
        written = BytesIO()
        better = steps[steps.index(rendition.quality) - 1]
        options = {"avif": {"speed": 9}, "webp": {"method": 2}, "jpeg": {"optimize": True, "progressive": True}}
        photo.image.save(written, rendition.format, quality=better, **options[rendition.format])
        assert len(written.getvalue()) > byte_budget(300)


def test_calm_picture_keeps_the_best_quality(tmp_path: Path):
    """A picture that fits at once is written at the highest quality."""
    written = renditions(read_photo(_saved(tmp_path / "photo.png", _hillside())))
    assert all(rendition.quality == QUALITIES[rendition.format][0] for rendition in written)


def test_mean_colour_is_that_of_all_pixels():
    """Half black and half white is grey; one colour is itself."""
    image = Image.new("RGB", (400, 300), "white")
    image.paste("black", (0, 0, 200, 300))
    assert mean_colour(Photo(image, "PNG")) in ("#7f7f7f", "#808080")
    assert mean_colour(Photo(Image.new("RGB", (7, 5), "#4e5d54"), "PNG")) == "#4e5d54"


def test_encoding_names_the_encoders():
    """What is kept between runs hangs on Pillow, its encoders and our settings."""
    import PIL

    assert PIL.__version__ in encoding()
    assert str(QUALITIES["avif"]) in encoding()


def test_renditions_are_the_same_bytes_again(telling_photo: Path):
    """Reading and writing twice gives equal bytes."""
    assert renditions(read_photo(telling_photo)) == renditions(read_photo(telling_photo))


def test_cut_keeps_the_focus_in_view(tmp_path: Path):
    """A square cut round a focus at the left edge holds the red corner; round the right edge it does not."""
    photo = read_photo(_saved(tmp_path / "photo.png", _hillside(900, 300)))

    def corner(focus: tuple[float, float]) -> tuple[int, ...]:
        jpeg = renditions(photo, widths=(300,), focus=focus, ratio=(1, 1))[-1]
        assert (jpeg.width, jpeg.height) == (300, 300)
        return Image.open(BytesIO(jpeg.content)).getpixel((5, 5))

    assert corner((0.0, 0.5))[0] > 150
    assert corner((1.0, 0.5))[0] < 100


@pytest.mark.parametrize(
    ("widths", "focus", "ratio"),
    [((), (0.5, 0.5), None), ((0,), (0.5, 0.5), None), ((320,), (1.5, 0.5), (1, 1)), ((320,), (0.5, 0.5), (0, 1))],
)
def test_senseless_arguments_are_refused(widths: tuple[int, ...], focus: tuple[float, float], ratio: object):
    """No width, no ratio or a focus outside the picture is a mistake of the caller."""
    photo = Photo(_hillside(400, 300), "PNG")
    with pytest.raises(ValueError, match=r"must be|needs"):
        renditions(photo, widths, focus, ratio=ratio)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    st.integers(1, 90),
    st.integers(1, 90),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    st.tuples(st.integers(1, 20), st.integers(1, 20)),
)
def test_cut_stays_inside(width: int, height: int, focus: tuple[float, float], ratio: tuple[int, int]):
    """Whatever focus and ratio, a rendition has at least one pixel and is never larger than the picture."""
    for rendition in renditions(Photo(Image.new("RGB", (width, height)), "PNG"), (40,), focus, ratio=ratio):
        assert 1 <= rendition.width <= width
        assert 1 <= rendition.height <= max(height, 1)
