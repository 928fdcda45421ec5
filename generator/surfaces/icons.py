"""
Icons of the site beside the one in a browser's tab: for home screens, and for programs that list sites.

There is no web app manifest: it makes nothing of a site that is no app, and browsers refuse it to pages that are opened
as files.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.assets.icons import icon

from .outputs import Output, digest_of
from .site_sign import site_sign
from .surroundings import Surroundings

TOUCH_ICON = "apple-touch-icon.png"
"""At the root, where phones also look without being told."""
TOUCH_SIDE = 180
"""Pixels, as iOS asks for."""
LARGE_SIDE = 512
"""Pixels, as JSON Feed 1.1 (``icon``) and search engines (an organisation's ``logo``) ask for."""


def large_icon(around: Surroundings) -> str:
    """Return the address of the large icon from the site's root; named by its make, as all in its folder is."""
    return f"assets/site/icon-{_make_of(around)[:10]}.png"


def outputs(around: Surroundings) -> Iterator[Output]:
    """Plan the icons; they exist once for all languages."""
    shown = site_sign(around.theme)
    for path, side in ((TOUCH_ICON, TOUCH_SIDE), (large_icon(around), LARGE_SIDE)):
        yield Output(path, _make_of(around), partial(icon, shown.sign, side, shown.paper), path, is_slow=True)


def _make_of(around: Surroundings) -> str:
    return digest_of(around.program, repr(site_sign(around.theme)))
