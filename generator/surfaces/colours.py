"""
Colours as people see them: contrast, and lighter or darker forms of the same hue.

Contrast is that of WCAG 2.2 ("contrast ratio", "relative luminance").  Lightness is that of OKLab (CSS Color 4,
section 9.2, with its matrices), in which equal steps look equal and a hue stays itself while it darkens.
A colour is written ``#rrggbb``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

Triple: TypeAlias = tuple[float, float, float]

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_STEP = 0.005
"""Of lightness, from 0 to 1: below what an eye can tell."""


@lru_cache(1024)
def luminance(colour: str) -> float:
    """Return the relative luminance of *colour*, 0 for black to 1 for white (WCAG 2.2)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, whichever is the text (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """Return the contrast of *colour* with that of *grounds* on which it is hardest to read."""
    return min(contrast(colour, ground) for ground in grounds)


def readable(colour: str, grounds: Iterable[str], least: float) -> str:
    """
    Return *colour*, or the nearest form of it that can be read on all *grounds*.

    Args:
        colour: What is wished for.
        grounds: All dark or all light; the form is darker on light ones and lighter on dark ones.
        least: Contrast ratio owed on each of them; at most that of black or white.
    """
    grounds = tuple(grounds)
    darken = min(luminance(ground) for ground in grounds) > 0.18  # where black and white are equally far
    lightness, a, b = _lab(colour)
    found = colour
    end = 0.0 if darken else 1.0
    while least_contrast(found, grounds) < least and lightness != end:
        before = lightness
        lightness = max(0.0, lightness - _STEP) if darken else min(1.0, lightness + _STEP)
        # Chroma goes with the way that is left, so that the colour ends in black or white and stays within sRGB.
        left = lightness / before if darken else (1 - lightness) / (1 - before)
        a, b = a * left, b * left
        found = _written(lightness, a, b)
    return found


def mixed(colour: str, ground: str, share: float) -> str:
    """Return *ground* with a *share*, 0 to 1, of *colour* in it."""
    pairs = zip(_lab(colour), _lab(ground), strict=True)
    lightness, a, b = (one * share + other * (1 - share) for one, other in pairs)
    return _written(lightness, a, b)


def _linear(colour: str) -> Triple:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _lab(colour: str) -> Triple:
    long, medium, short = _times(_TO_CONES, _linear(colour))
    return _times(_TO_LAB, (long ** (1 / 3), medium ** (1 / 3), short ** (1 / 3)))


def _written(lightness: float, a: float, b: float) -> str:
    long, medium, short = _times(_FROM_LAB, (lightness, a, b))
    parts = _times(_FROM_CONES, (long**3, medium**3, short**3))
    return "#" + "".join(f"{_byte(part):02x}" for part in parts)


def _byte(part: float) -> int:
    shown = 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
    return round(min(1.0, max(0.0, shown)) * 255)


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(x * y for x, y in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third
