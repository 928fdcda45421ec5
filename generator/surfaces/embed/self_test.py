"""What a webmaster pastes to find out which grade their website lets in, and what it asks us for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape

from generator.surfaces import addresses as site_addresses
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.surroundings import Surroundings

from . import addresses

_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    '<path fill="#385f3b" d="M0 0h24v24H0z"/>'
    '<path fill="none" stroke="#fffdf7" stroke-width="3" d="M5 12l5 5 9-10"/></svg>'
)
"""A tick; seen, pictures are let in."""


def self_test_outputs(around: Surroundings) -> Iterator[Output]:
    """Plan the framed page of the test in one language, and with the site's own the script and the picture."""
    files = {site_addresses.file_of(addresses.self_test_frame(around.folder)): _frame(around)}
    if around.is_main:
        files[addresses.SELF_TEST_SCRIPT] = around.theme.scripts["embed-self-test"]
        files[addresses.SELF_TEST_PICTURE] = _PICTURE
    for path, text in files.items():
        yield Output(path, digest_of(text), partial(str.encode, text), path)


def self_test_snippet(around: Surroundings) -> str:
    """Return what is pasted: each line shows by itself whether its kind is let in, the script tells it in words.

    It is ASCII, so that a page of any encoding keeps it.
    """
    texts = around.texts

    def whole(address: str) -> str:
        return escape(site_addresses.whole(around.config, address))

    blocked = escape(texts("selftest.script_blocked"))
    told = {
        name: escape(texts(f"selftest.{name}"))
        for name in ("allowed", "blocked", "picture", "frame", "fetch", "element", "style", "advice")
    }
    words = " ".join(f'data-{name}="{text}"' for name, text in told.items())
    picture = f'<img src="{whole(addresses.SELF_TEST_PICTURE)}" alt="{told["blocked"]}" width="24" height="24">'
    frame = (
        f'<iframe src="{whole(addresses.self_test_frame(around.folder))}" title="{told["frame"]}" '
        'width="220" height="40" sandbox="allow-scripts"></iframe>'
    )
    lines = (
        f'<div id="shanhuo-test" data-base="{whole(addresses.VERSION)}" {words}>',
        f"<p><strong>{escape(texts('selftest.title'))}</strong></p>",
        f"<p>{told['picture']}: {picture}</p>",
        f'<p style="display:none">{escape(texts("selftest.style_blocked"))}</p>',
        f"<p>{told['frame']}: {frame}</p>",
        f'<p id="shanhuo-test-script">{blocked}</p>',
        "</div>",
        f'<script async src="{whole(addresses.SELF_TEST_SCRIPT)}"></script>',
    )
    return "\n".join(lines).encode("ascii", "xmlcharrefreplace").decode("ascii")


def _frame(around: Surroundings) -> str:
    language, words = around.texts.language, escape(around.texts("selftest.frame_seen"))
    up = site_addresses.root_from(addresses.self_test_frame(around.folder))
    script = up + addresses.FRAME_SCRIPT
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8"><meta name="robots" content="noindex">'
        f'<meta name="description" content="{escape(around.texts("selftest.title"))}">'
        f'<title>{words}</title><link rel="icon" href="data:,"><script src="{script}" defer></script></head>\n'
        f'<body><h1 class="sh-c" data-sh-id="self-test">{words}</h1></body>\n</html>\n'
    )
