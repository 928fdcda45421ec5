"""Reading photographs, on photographs drawn here."""

from __future__ import annotations

import os
import struct
import warnings
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from generator.assets.photos import (
    MAX_FILE_BYTES,
    PictureRefused,
    Refusal,
    read_photo,
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


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(width: int, height: int, *further: bytes) -> bytes:
    """A PNG that claims *width* × *height* grey pixels and holds zeros for a few of them."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = _chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(further) + body + _chunk(b"IEND", b"")


def _refusal(path: Path) -> Refusal:
    with pytest.raises(PictureRefused) as refused:
        read_photo(path)
    assert path.name in refused.value.message
    assert refused.value.mend
    return refused.value.reason


@pytest.fixture
def telling_photo(tmp_path: Path) -> Path:
    """A JPEG with place, maker, artist, comment, and a camera held on its side."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET.encode() + b"</x:xmpmeta>"
    exif = _telling_exif(orientation=6)
    return _saved(tmp_path / "photo.jpg", _hillside(), exif=exif, comment=SECRET, xmp=xmp, quality=90)


def test_the_drawn_photo_does_tell(telling_photo: Path):
    """The test photograph holds what the pipeline must drop."""
    with Image.open(telling_photo) as image:
        assert image.getexif().get_ifd(GPS_BLOCK)[1] == "N"
    assert telling_photo.read_bytes().count(SECRET.encode()) == 3


def test_photo_stands_upright(telling_photo: Path):
    """A camera held on its side gives a tall picture: what was left top is right top."""
    photo = read_photo(telling_photo)
    assert (photo.width, photo.height) == (600, 900)
    red, green, _ = photo.image.getpixel((590, 10))
    assert red > 150 > green


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_applied(tmp_path: Path, orientation: int):
    """For each of the eight Exif orientations the red corner lands where a viewer would show it."""
    path = _saved(tmp_path / "photo.jpg", _hillside(300, 200), exif=_telling_exif(orientation))
    photo = read_photo(path)
    right, bottom = photo.width - 5, photo.height - 5
    corner = {1: (5, 5), 2: (right, 5), 3: (right, bottom), 4: (5, bottom)}
    corner |= {5: (5, 5), 6: (right, 5), 7: (right, bottom), 8: (5, bottom)}
    assert (photo.width > photo.height) == (orientation <= 4)
    assert photo.image.getpixel(corner[orientation])[0] > 150 > photo.image.getpixel(corner[orientation])[1]


@pytest.mark.parametrize(("suffix", "kind"), [("jpg", "JPEG"), ("png", "PNG"), ("webp", "WEBP")])
def test_format_is_told_by_content(tmp_path: Path, suffix: str, kind: str):
    """Each of the three formats is read whatever the file is called."""
    path = _saved(tmp_path / f"photo.{suffix}", _hillside(400, 300)).rename(tmp_path / "photo.dat")
    photo = read_photo(path)
    assert (photo.source_format, photo.width, photo.height) == (kind, 400, 300)


def test_transparency_falls_on_white(tmp_path: Path):
    """Transparent pixels become white, with an alpha channel and with a transparent palette colour."""
    clear = Image.new("RGBA", (400, 300), (255, 0, 0, 0))
    assert read_photo(_saved(tmp_path / "alpha.png", clear)).image.getpixel((5, 5)) == (255, 255, 255)
    palette = Image.new("P", (400, 300), 0)
    palette.putpalette([9, 9, 9, 255, 255, 255])
    path = _saved(tmp_path / "palette.png", palette, transparency=0)
    assert read_photo(path).image.getpixel((5, 5)) == (255, 255, 255)


def test_sixteen_bit_grey_is_scaled(tmp_path: Path):
    """Middle grey of sixteen bits stays middle grey."""
    grey = Image.new("I;16", (400, 300), 0x8080)
    assert read_photo(_saved(tmp_path / "grey.png", grey)).image.getpixel((5, 5)) == (128, 128, 128)


def test_inks_of_a_printer_become_rgb(tmp_path: Path):
    """A CMYK JPEG is read as RGB."""
    path = _saved(tmp_path / "print.jpg", Image.new("CMYK", (400, 300), (0, 0, 0, 0)))
    assert min(read_photo(path).image.getpixel((5, 5))) > 250


def test_colour_profile_is_applied(tmp_path: Path):
    """A profile that exchanges red and blue (its tag names exchanged) has its colours put right."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = srgb.replace(b"rXYZ", b"????", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"????", b"bXYZ", 1)
    path = _saved(tmp_path / "photo.png", Image.new("RGB", (400, 300), (90, 120, 60)), icc_profile=exchanged)
    red, green, blue = read_photo(path).image.getpixel((5, 5))
    assert abs(red - 60) <= 2
    assert abs(green - 120) <= 2
    assert abs(blue - 90) <= 2


def test_unusable_colour_profile_is_ignored(tmp_path: Path):
    """A picture whose profile is nonsense is read as sRGB."""
    path = _saved(tmp_path / "photo.png", Image.new("RGB", (400, 300), (90, 120, 60)), icc_profile=b"nonsense")
    assert read_photo(path).image.getpixel((5, 5)) == (90, 120, 60)


def test_damaged_exif_says_nothing(tmp_path: Path):
    """A picture whose Exif block is nonsense is read as it lies."""
    path = _saved(tmp_path / "photo.jpg", _hillside(400, 300), exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff")
    assert read_photo(path).width == 400


def test_text_renamed_to_jpg_is_refused(tmp_path: Path):
    """A name that ends in .jpg does not make a picture."""
    path = tmp_path / "photo.jpg"
    path.write_text("山货 " * 200, encoding="utf-8")
    assert _refusal(path) is Refusal.NOT_A_PICTURE


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
def test_other_formats_are_refused(tmp_path: Path, kind: str):
    """Formats besides the three are refused even where Pillow could read them."""
    assert _refusal(_saved(tmp_path / "photo.jpg", _hillside(50, 40), format=kind)) is Refusal.NOT_A_PICTURE


def test_empty_file_is_refused(tmp_path: Path):
    """An empty file is no picture."""
    (tmp_path / "photo.png").touch()
    assert _refusal(tmp_path / "photo.png") is Refusal.NOT_A_PICTURE


def test_truncated_jpeg_is_refused(telling_photo: Path):
    """A JPEG whose second half is missing is refused instead of shown half grey."""
    content = telling_photo.read_bytes()
    telling_photo.write_bytes(content[: len(content) // 2])
    assert _refusal(telling_photo) is Refusal.BROKEN


@pytest.mark.parametrize(("width", "height"), [(8000, 5001), (12_000, 9000), (60_000, 60_000)])
def test_png_bomb_is_refused_by_its_claimed_size(tmp_path: Path, width: int, height: int):
    """A small PNG that claims more than 40 million pixels is refused, unread and without a warning."""
    path = tmp_path / "bomb.png"
    path.write_bytes(_png(width, height))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert _refusal(path) is Refusal.TOO_MANY_PIXELS


def test_png_with_a_bomb_in_its_text_is_refused(tmp_path: Path):
    """A compressed text chunk that unpacks to many megabytes is refused."""
    info = PngInfo()
    info.add_text("Comment", "a" * 80_000_000, zip=True)
    path = _saved(tmp_path / "bomb.png", Image.new("L", (10, 10)), pnginfo=info)
    assert path.stat().st_size < 200_000
    assert _refusal(path) is Refusal.BROKEN


def test_png_without_its_pixels_is_refused(tmp_path: Path):
    """A PNG with fewer pixels than it claims is refused."""
    path = tmp_path / "photo.png"
    path.write_bytes(_png(900, 900))
    assert _refusal(path) is Refusal.BROKEN


def test_large_file_is_refused_unread(tmp_path: Path):
    """A file above 20 MB is refused before anything in it is looked at."""
    path = tmp_path / "photo.jpg"
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff")
        os.truncate(path, MAX_FILE_BYTES + 1)
    assert _refusal(path) is Refusal.FILE_TOO_LARGE


def test_missing_file_is_refused(tmp_path: Path):
    """A file that is not there is refused in a sentence; so is a folder."""
    assert _refusal(tmp_path / "photo.jpg") is Refusal.UNREADABLE
    assert _refusal(tmp_path) is Refusal.UNREADABLE


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_damaged_bytes_never_escape(tmp_path_factory: pytest.TempPathFactory, kind: str, data: st.DataObject):
    """Whatever bytes are changed, a photograph is read or refused, and nothing else happens."""
    written = BytesIO()
    _hillside(60, 40).save(written, kind, exif=_telling_exif(6))
    content = bytearray(written.getvalue())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(content)
    try:
        assert read_photo(path).image.mode == "RGB"
    except PictureRefused:
        return
