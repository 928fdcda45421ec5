"""
Photographs as they are read: checked, upright, in sRGB, and without anything but their pixels.

Place, camera, names and thumbnails inside a file stay behind here; no other
module opens an editor's picture.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.errors import SiteError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 40_000_000
"""Twice what a common camera takes; 120 MB of memory when unpacked."""


class Refusal(StrEnum):
    """Why a file is no photograph for the site."""

    UNREADABLE = "picture-unreadable"
    """The file system does not hand it over."""
    FILE_TOO_LARGE = "picture-file-too-large"
    NOT_A_PICTURE = "picture-format"
    """By its content neither JPEG, PNG nor WebP, whatever its name ends in."""
    TOO_MANY_PIXELS = "picture-too-many-pixels"
    BROKEN = "picture-broken"
    """Cut off or damaged."""


class PictureRefused(SiteError):
    """A file that is not taken as a photograph; ``reason`` says why."""

    def __init__(self, reason: Refusal, path: Path, told: str = "") -> None:
        chinese, english, mend = _REFUSALS[reason]
        super().__init__(f"图片 {path.name} {chinese}{told}。", mend=mend)
        self.reason = reason
        self.chinese = chinese + told
        """Why, as the end of a sentence."""
        self.english = english + told


_REFUSALS = {
    Refusal.UNREADABLE: (
        "读不出来",
        "cannot be read",
        "检查文件是否存在、是否有读取权限。",
    ),
    Refusal.FILE_TOO_LARGE: (
        "超过 20 MB",
        "is larger than 20 MB",
        "先缩小到 4000 像素宽再放进来。",
    ),
    Refusal.NOT_A_PICTURE: (
        "不是 JPEG、PNG 或 WebP",
        "is neither JPEG, PNG nor WebP",
        "用看图软件另存为 JPEG；只改扩展名没有用。",
    ),
    Refusal.TOO_MANY_PIXELS: (
        "超过 4000 万像素",
        "has more than 40 million pixels",
        "先缩小到 4000 像素宽再放进来。",
    ),
    Refusal.BROKEN: (
        "不完整或已损坏",
        "is cut off or damaged",
        "从相机或原件重新复制一份。",
    ),
}
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, struct.error, zlib.error)
"""What Pillow's decoders raise on damaged files; its documentation promises ``OSError`` alone, its readers do not."""


class Photo(NamedTuple):
    """The pixels of a photograph: upright, RGB or, kept transparent, RGBA, without anything that came with them."""

    image: Image
    source_format: str
    """``JPEG``, ``PNG`` or ``WEBP``, by content."""

    @property
    def width(self) -> int:
        """Pixels, as the picture is seen."""
        return self.image.width

    @property
    def height(self) -> int:
        """Pixels, as the picture is seen."""
        return self.image.height


def read_photo(path: Path, *, transparent: bool = False) -> Photo:
    """Read the photograph at *path*: turned as its camera held it, in sRGB, transparency on white.

    Args:
        path: The file; its name is not believed, only its content.
        transparent: Keep what is transparent so, as a sign needs that stands on paper and on night alike.

    Raises:
        PictureRefused: For each reason of :class:`Refusal`; nothing was unpacked before the size was known.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise PictureRefused(Refusal.UNREADABLE, path) from error
    if len(content) > MAX_FILE_BYTES:
        raise PictureRefused(Refusal.FILE_TOO_LARGE, path)
    kind = _format_of(content)
    if not kind:
        raise PictureRefused(Refusal.NOT_A_PICTURE, path)
    return Photo(_decode(content, kind, path, transparent=transparent), kind)


def _format_of(content: bytes) -> str:
    """Tell the format by the first bytes (JPEG: ITU T.81 B.1.1.3; PNG: ISO/IEC 15948, 5.2; WebP: RFC 9649, 2.4)."""
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "WEBP"
    return ""


def _decode(content: bytes, kind: str, path: Path, *, transparent: bool) -> Image:
    import PIL.Image

    try:
        with warnings.catch_warnings():
            # Pillow warns of large pictures, where the bound here is lower and an error, and of damaged metadata,
            # which is dropped anyway.
            warnings.simplefilter("ignore")
            opened = PIL.Image.open(BytesIO(content), formats=(kind,))
            if opened.width * opened.height > MAX_PIXELS:
                raise PictureRefused(Refusal.TOO_MANY_PIXELS, path, f"（{opened.width} × {opened.height}）")
            opened.load()
            profile = opened.info.get("icc_profile")
            return _bare(_in_srgb(_upright(opened), profile, transparent=transparent))
    except PIL.Image.DecompressionBombError as error:
        raise PictureRefused(Refusal.TOO_MANY_PIXELS, path) from error
    except _DAMAGE as error:
        raise PictureRefused(Refusal.BROKEN, path) from error


def _upright(image: Image) -> Image:
    """Turn *image* as its Exif orientation says; a damaged Exif block says nothing."""
    import PIL.ImageOps

    try:
        return PIL.ImageOps.exif_transpose(image)
    except _DAMAGE:
        return image


def _in_srgb(image: Image, profile: bytes | None, *, transparent: bool) -> Image:
    """Convert *image* to RGB: by its colour profile where it has a usable one, else as if it were sRGB.

    With *transparent*, what has an alpha channel keeps it and is taken as sRGB.
    """
    import PIL.Image

    if image.mode.startswith("I"):
        # Sixteen bits a sample: Pillow's own conversion would clip instead of scaling.
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    elif image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
    if image.mode == "RGBA" and transparent:
        return image
    if image.mode == "RGBA":
        ground = PIL.Image.new("RGBA", image.size, "white")
        image = PIL.Image.alpha_composite(ground, image).convert("RGB")
    if profile and image.mode in ("RGB", "CMYK"):
        image = _by_profile(image, profile)
    return image.convert("RGB")


def _by_profile(image: Image, profile: bytes) -> Image:
    """Convert *image* from the colours of *profile* to sRGB; as it is where the profile is damaged or of other inks."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return converted or image


def _bare(image: Image) -> Image:
    """Copy the pixels alone: no Exif, XMP, comment, thumbnail or profile comes along."""
    import PIL.Image

    bare = PIL.Image.new(image.mode, image.size)
    bare.paste(image)
    return bare
