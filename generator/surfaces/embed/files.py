"""Styles and scripts of embedded things, as they are served."""

from __future__ import annotations

import base64
import hashlib
import json
import re

from generator.surfaces.small_css import smaller_css
from generator.surfaces.theme import Theme

_PALETTE = "tokens/palette.css"
_NAMED = re.compile(r"var\(--sh-([a-z-]+)\)")
_DEFINED = re.compile(r"--sh-([a-z-]+):\s*(#[0-9a-fA-F]{6});")
_STYLE_HERE = '"/*column.css*/"'


def column_style(theme: Theme) -> str:
    """Return the style of a column with its colours in it: the site's own, else those of the theme."""
    colours = colours_of(theme)
    return smaller_css(_NAMED.sub(lambda found: colours.get(found[1], found[0]), theme.sheet("embed-column")))


def frame_style(theme: Theme) -> str:
    """Return the inline style of a page in a frame, exactly as it stands between its tags."""
    return smaller_css(f"{theme.sheet('embed-frame')}\n{column_style(theme)}")


def script(theme: Theme) -> str:
    """Return the one script, with the style that its elements give themselves."""
    return theme.scripts["embed"].replace(_STYLE_HERE, json.dumps(column_style(theme), ensure_ascii=False))


def integrity_of(text: str) -> str:
    """Return the hash by which a page lets only this script run (https://www.w3.org/TR/SRI/)."""
    return f"sha384-{base64.b64encode(hashlib.sha384(text.encode()).digest()).decode()}"


def colours_of(theme: Theme) -> dict[str, str]:
    """Return the palette: name → ``#rrggbb``, the site's own over those of the theme."""
    found: dict[str, str] = {}
    for path in reversed(theme.layers_of(_PALETTE)):
        found |= dict(_DEFINED.findall(path.read_text(encoding="utf-8-sig")))
    return found | dict(theme.look.palette if theme.look is not None else {})
