"""
What happens to a printed code before a phone sees it, as functions on grey pictures.

A picture is a ``float32`` array of rows × columns, 0 for black and 255 for white, of a whole label part: the code with
its quiet zone on white.  Every function takes the picture, how strong it is, a seeded generator, and the resolution of
the camera in pixels a millimetre; it returns a picture of any size.  Places are drawn as shares of the picture, so that
two codes of one printed size are spoilt in the same place.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from math import cos, radians, sin
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from PIL import Image, ImageFilter

Picture = np.ndarray
Spoil = Callable[[Picture, float, Generator, float], Picture]
_DISTANCE = 4.0
"""Widths of the code from which a tilted one is seen: 8 cm for a code of 2 cm."""


class Degradation(NamedTuple):
    """One way in which a code gets worse."""

    name: str
    unit: str
    """Of its strengths."""
    strengths: tuple[float, ...]
    """From mild to hopeless."""
    spoil: Spoil


def placed(print_: Image.Image, side: int, chance: Generator) -> Picture:
    """Return a finely drawn *print_* as a camera sees it, *side* pixels wide: turned by up to 5°, off by half a pixel.

    The corners that turning cuts off are quiet zone.
    """
    step = print_.width / side
    turned = print_.rotate(
        chance.uniform(-5, 5),
        Image.Resampling.BICUBIC,
        translate=tuple(chance.uniform(-step / 2, step / 2, 2)),
        fillcolor=print_.getpixel((0, 0)),
    )
    return as_picture(turned.resize((side, side), Image.Resampling.BOX))


def as_image(picture: Picture) -> Image.Image:
    """Return *picture* as 8-bit greys."""
    return Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))


def as_picture(image: Image.Image) -> Picture:
    """Return greys of any kind as a picture."""
    return np.asarray(image.convert("L"), dtype=np.float32)


def blur(picture: Picture, millimetres: float, _chance: Generator, px_mm: float) -> Picture:
    """Out of focus or shaken: a Gaussian of a standard deviation of *millimetres* on the label."""
    return as_picture(as_image(picture).filter(ImageFilter.GaussianBlur(millimetres * px_mm)))


def noise(picture: Picture, deviation: float, chance: Generator, _px_mm: float) -> Picture:
    """A dark room: Gaussian noise of a standard deviation of *deviation* greys."""
    return picture + chance.normal(0, deviation, picture.shape)


def perspective(picture: Picture, degrees: float, chance: Generator, _px_mm: float) -> Picture:
    """Seen at a slant of *degrees* about an axis of any direction, from :data:`_DISTANCE` widths away."""
    axis, tilt = chance.uniform(0, 2 * np.pi), radians(degrees)
    side = picture.shape[0]
    corners = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]
    seen = []
    for x, y in corners:
        along, across = x * cos(axis) + y * sin(axis), -x * sin(axis) + y * cos(axis)
        depth = _DISTANCE + across * sin(tilt)
        along, across = along * _DISTANCE / depth, across * cos(tilt) * _DISTANCE / depth
        seen.append((along * cos(axis) - across * sin(axis), along * sin(axis) + across * cos(axis)))
    size = int(side * 1.5)
    target = [((x + 0.75) * side, (y + 0.75) * side) for x, y in seen]
    source = [((x + 0.5) * side, (y + 0.5) * side) for x, y in corners]
    image = as_image(picture)
    coefficients = _homography(target, source)
    return as_picture(
        image.transform(
            (size, size), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC, fillcolor=255
        )
    )


def _homography(target: list[tuple[float, float]], source: list[tuple[float, float]]) -> list[float]:
    """Return the eight coefficients by which Pillow finds the place in *source* of a place in *target*."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    return list(np.linalg.solve(np.array(rows), np.array(source).reshape(8)))


def contrast(picture: Picture, percent: float, chance: Generator, _px_mm: float) -> Picture:
    """Faded print: dark and light are *percent* of the range apart, under the noise of a good camera."""
    return 128 + (picture - 128) * percent / 100 + chance.normal(0, 3, picture.shape)


def stain(picture: Picture, percent: float, chance: Generator, _px_mm: float) -> Picture:
    """A round blot over *percent* of the code, as dark as print or as light as paper."""
    return np.where(_blot(picture.shape, percent, chance), chance.choice([20.0, 235.0]), picture)


def tear(picture: Picture, percent: float, chance: Generator, _px_mm: float) -> Picture:
    """A corner torn off, with *percent* of the code."""
    side = picture.shape[0]
    quiet = 0.1 * side
    reach = quiet * 2 + (2 * percent / 100) ** 0.5 * (side - 2 * quiet)
    y, x = np.mgrid[0:side, 0:side]
    if chance.integers(2):
        x = side - 1 - x
    if chance.integers(2):
        y = side - 1 - y
    return np.where(x + y + 0.02 * side * np.sin(x / side * 25) < reach, 200.0, picture)


def glare(picture: Picture, percent: float, chance: Generator, px_mm: float) -> Picture:
    """A lamp mirrored in a glossy label: white over *percent* of the code, fading at its edge."""
    mask = np.where(_blot(picture.shape, percent, chance), 255.0, 0.0)
    soft = as_picture(as_image(mask).filter(ImageFilter.GaussianBlur(0.5 * px_mm))) / 255
    return picture * (1 - soft) + 255 * soft


def light(picture: Picture, percent: float, chance: Generator, _px_mm: float) -> Picture:
    """Uneven light: it falls across the code to 100 − *percent* of what it was, with a hard shadow of half the rest."""
    side = picture.shape[0]
    angle = chance.uniform(0, 2 * np.pi)
    y, x = np.mgrid[0:side, 0:side] / side - 0.5
    way = np.clip((x * cos(angle) + y * sin(angle)) / 1.4 + 0.5, 0, 1)
    shade = 1 - percent / 100 * way
    shade = np.where(x * sin(angle) - y * cos(angle) > chance.uniform(-0.2, 0.2), shade, shade * (1 - percent / 200))
    return picture * shade + chance.normal(0, 3, picture.shape)


def jpeg(picture: Picture, quality: float, chance: Generator, _px_mm: float) -> Picture:
    """Sent through a messenger: JPEG of *quality* on Pillow's scale, after a little noise."""
    written = BytesIO()
    as_image(picture + chance.normal(0, 5, picture.shape)).save(written, "JPEG", quality=int(quality))
    return as_picture(Image.open(written))


def small(picture: Picture, millimetres: float, chance: Generator, px_mm: float) -> Picture:
    """Printed at a side of *millimetres*, quiet zone included, before a camera of always the same resolution."""
    side = max(8, round(millimetres * px_mm))
    shrunk = as_picture(as_image(picture).resize((side, side), Image.Resampling.BOX))
    return blur(shrunk, 0.6 / px_mm, chance, px_mm) + chance.normal(0, 4, shrunk.shape)


def _blot(shape: tuple[int, ...], percent: float, chance: Generator) -> Picture:
    """Return where a round blot lies that covers *percent* of the code and lies whole within it."""
    side = shape[0]
    radius = (percent / 100 / np.pi) ** 0.5 * 0.8 * side
    middle = chance.uniform(0.1 * side + radius, 0.9 * side - radius, 2)
    y, x = np.mgrid[0:side, 0:side]
    return (x - middle[0]) ** 2 + (y - middle[1]) ** 2 < radius**2


DEGRADATIONS = (
    Degradation("blur", "mm", (0.16, 0.19, 0.22, 0.25, 0.28), blur),
    Degradation("noise", "greys", (20, 30, 40, 50, 60), noise),
    Degradation("perspective", "°", (40, 55, 65, 70, 74), perspective),
    Degradation("low contrast", "% of the range", (12, 10, 8, 6, 5), contrast),
    Degradation("stain", "% of the code", (4, 8, 12, 16, 20), stain),
    Degradation("torn corner", "% of the code", (0.5, 1, 2, 4, 8), tear),
    Degradation("glare", "% of the code", (4, 8, 12, 16, 20), glare),
    Degradation("uneven light", "% less", (70, 80, 90, 95, 98), light),
    Degradation("JPEG", "quality", (12, 8, 5, 3, 2), jpeg),
    Degradation("small print", "mm a side", (9, 8, 7, 6, 5), small),
)
"""All, each from mild to hopeless."""
