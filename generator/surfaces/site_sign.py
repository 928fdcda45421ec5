"""The site's sign and the two colours that go with it on pictures: paper and seal."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.assets.share_pictures import DEFAULT_SEAL_COLOUR
from generator.assets.signs import Sign

from .theme import Theme

_PALETTE = "tokens/palette.css"
_PAPER = "#f6f1e6"
"""Of the default theme; for one whose palette names no paper."""


class SiteSign(NamedTuple):
    """What the site is recognised by."""

    sign: Sign
    """The site's logo, or the theme's sign in the site's ink."""
    paper: str
    """Ground of its pages, ``#rrggbb``."""
    seal: str
    """Colour of seals, ``#rrggbb``."""


def site_sign(theme: Theme) -> SiteSign:
    """Return the sign and colours of a site that wears *theme*."""
    return SiteSign(
        sign=bare_sign(theme),
        paper=_colour(theme, "paper-ground", _PAPER),
        seal=_colour(theme, "cinnabar", DEFAULT_SEAL_COLOUR),
    )


def bare_sign(theme: Theme) -> Sign:
    """Return the site's logo, or the theme's sign in the site's ink."""
    logo = theme.look.logo if theme.look is not None else None
    return Sign(png=logo.content) if logo is not None else Sign(svg=theme.favicon)


def _colour(theme: Theme, name: str, default: str) -> str:
    """Return a colour of the palette: the site's own, else that of the nearest theme that has it."""
    if theme.look is not None and name in theme.look.palette:
        return theme.look.palette[name]
    for sheet in (path.read_text(encoding="utf-8-sig") for path in theme.layers_of(_PALETTE)):
        if found := re.search(rf"--sh-{name}:\s*(#[0-9a-fA-F]{{6}});", sheet):
            return found[1].lower()
    return default
