"""The site's own look: settings under ``brand``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple, get_args

from .sections import Unfit

BrandColour = Literal["paper", "tea", "persimmon", "pepper", "honey", "straw", "salt", "plum"]
"""What a site may colour: the ground of its pages, and the inks of its goods."""


def _colour(value: str) -> str:
    if len(value) != 7 or value[0] != "#" or not set(value[1:].lower()) <= set("0123456789abcdef"):
        raise Unfit('"#385f3b"')
    return value.lower()


def _inside(value: str) -> str:
    """Return the path of a picture in the site's folder; a drive, a root or a step upwards leads out of it."""
    steps = value.split("/")
    if value and (".." in steps or "" in steps or any(sign in value for sign in '\\:*?"<>|')):
        raise Unfit("logo.png")
    return value


Colour = Annotated[str, _colour]
"""Six hexadecimal digits after a #."""


def _known(colours: Mapping[str, str]) -> Mapping[str, str]:
    known = get_args(BrandColour)
    if unknown := next((name for name in colours if name not in known), ""):
        raise Unfit(", ".join(known), unknown)
    return colours


class Brand(NamedTuple):
    """The site's own look, over that of its theme."""

    accent: str = ""
    """Which of the theme's inks the site's own pages have; empty leaves the choice to the theme."""
    colours: Annotated[Mapping[str, Colour], _known] = MappingProxyType({})
    """Name of a colour → how it is by day; its forms for night, washes and large type are made of it."""
    logo: Annotated[str, _inside] = ""
    """A PNG, WebP or JPEG in the site's folder, in place of the theme's sign."""
