"""Photographs to test with, drawn here: the repository holds none of anybody's."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

ORIENTATION, GPS_BLOCK = 0x0112, 0x8825
SUBJECT = (225, 70, 30)
"""Colour of the disc that marks the subject."""


def landscape(
    width: int, height: int, subject: tuple[float, float] | None = None, *, roughness: float = 0.62
) -> Image.Image:
    """Draw a picture that compresses as photographs do: detail at every scale, weaker the finer it is.

    Args:
        width: Pixels.
        height: Pixels.
        subject: Where a disc of :data:`SUBJECT` stands, as shares of width and height; none without it.
        roughness: How much of its strength detail keeps at half the size: 0.5 is mist, 0.75 is foliage.
    """
    channels = []
    for channel in range(3):
        drawn = (
            Image.linear_gradient("L").resize((width, height)).point([70 + v * (4 + channel) // 10 for v in range(256)])
        )
        cells, strength = 4, 0.47
        while cells < width:
            size = (cells, max(1, cells * height // width))
            noise = Image.frombytes("L", size, random.Random(cells).randbytes(size[0] * size[1]))
            noise = noise.resize((width, height), Image.Resampling.BICUBIC)
            weak = noise.point([int((value - 128) * strength + 128) for value in range(256)])
            drawn = ImageChops.add(drawn, weak, offset=-128)
            cells, strength = cells * 2, strength * roughness
        channels.append(drawn)
    image = Image.merge("RGB", channels)
    if subject is not None:
        x, y, radius = subject[0] * width, subject[1] * height, min(width, height) / 9
        ImageDraw.Draw(image).ellipse((x - radius, y - radius, x + radius, y + radius), fill=SUBJECT)
    return image


def save_as_phone(path: Path, upright: Image.Image) -> None:
    """Save *upright* as a phone held on its side does: turned by Exif alone, with the place where it stood."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS_BLOCK).update({1: "N", 2: (32.0, 31.0, 12.0), 3: "E", 4: (108.0, 32.0, 2.0)})
    path.parent.mkdir(parents=True, exist_ok=True)
    upright.transpose(Image.Transpose.ROTATE_90).save(path, "JPEG", quality=92, exif=exif)


def is_subject(colour: tuple[int, ...]) -> bool:
    """Tell whether a pixel shows the subject, whatever a lossy format or a dimmed picture made of it."""
    red, green, blue = colour[:3]
    return red > 150 and green < red / 2 and blue < red / 2
