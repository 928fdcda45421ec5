"""Every colour of text can be read on every ground that it may stand on, by day, by night and in elder mode."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from generator.surfaces.colours import contrast
from generator.surfaces.theme import PACKAGE_THEMES

TOKENS = PACKAGE_THEMES / "default" / "tokens"
GOODS = ("tea", "persimmon", "pepper", "honey", "straw", "salt", "plum")
GROUNDS = ("ground", "sheet", "shade")
WASHES = ("notice-wash", *(f"{name}-wash" for name in GOODS))
TEXTS = (
    *product(("text", "quiet"), (*GROUNDS, *WASHES)),
    *product(("seal", "expired"), GROUNDS),
    *product(GOODS, GROUNDS),
    *((name, f"{name}-wash") for name in GOODS),
    ("on-inverse", "inverse"),
    ("on-inverse-quiet", "inverse"),
    ("on-seal", "seal"),
    ("on-expired", "expired"),
    ("notice", "notice-wash"),
)
"""(text, what it stands on), as tokens/roles.css owes it."""
EDGES = tuple(product(("edge", "focus"), GROUNDS))
STRONG = ("quiet", "seal", *GOODS)
"""Roles that elder mode takes the strong form of; expired and notice take that of quiet and of seal."""

BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
ROLE = re.compile(r"--sh-([\w-]+):\s*var\(--sh-([\w-]+)\)")


def palette() -> dict[str, str]:
    """Name → colour."""
    return dict(re.findall(r"--sh-([\w-]+):\s*(#[0-9a-f]{6})", (TOKENS / "palette.css").read_text("utf-8")))


def blocks(name: str) -> dict[str, dict[str, str]]:
    """Selector → role → what it points to, of all rules of a file of tokens."""
    text = re.sub(r"/\*.*?\*/|@media[^{]*\{|@supports[^{]*\{", "", (TOKENS / name).read_text("utf-8"), flags=re.DOTALL)
    found: dict[str, dict[str, str]] = {}
    for selector, body in BLOCK.findall(text):
        found.setdefault(" ".join(selector.split()), {}).update(ROLE.findall(body))
    return found


def roles(scheme: str, *, elder: bool) -> dict[str, str]:
    """Role → colour."""
    told = blocks("roles.css")
    night = {"slate": '[data-md-color-scheme="slate"]', "system": ':root:not([data-md-color-scheme="default"])'}
    pointing = {**told[":root"], **(told[night[scheme]] if scheme != "light" else {})}
    if elder:
        own = next(rule for selector, rule in blocks("elder.css").items() if "#elder:target ~ *" in selector)
        pointing |= {role: pointing[target] for role, target in own.items()}
    colours = palette()
    return {role: colours[target] for role, target in pointing.items() if target in colours}


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("scheme", ["light", "slate", "system"])
def test_text_can_be_read(scheme: str, elder: bool) -> None:
    """Text has a contrast of 4.5, in elder mode of 7; edges of controls have 3 (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11)."""
    colours = roles(scheme, elder=elder)
    owed = 7.0 if elder else 4.5

    faint = [(text, ground) for text, ground in TEXTS if contrast(colours[text], colours[ground]) < owed]
    lost = [(edge, ground) for edge, ground in EDGES if contrast(colours[edge], colours[ground]) < 3.0]

    assert not faint
    assert not lost


def test_night_is_the_same_however_it_is_asked_for() -> None:
    """Dark stands twice in the roles, chosen by the reader and asked for by the system; both say the same."""
    assert roles("slate", elder=False) == roles("system", elder=False)
    assert roles("slate", elder=True) == roles("system", elder=True)


def test_elder_mode_strengthens_every_role_that_needs_it() -> None:
    """Each role with a strong form is pointed at it, so that none is forgotten."""
    own = next(rule for selector, rule in blocks("elder.css").items() if "#elder:target ~ *" in selector)

    assert {role for role in STRONG if own.get(role) == f"{role}-strong"} == set(STRONG)
    assert own["expired"] == "quiet-strong"
    assert own["notice"] == "seal-strong"


def test_only_the_palette_holds_colours() -> None:
    """No sheet but the palette names a colour, so that a site that replaces it has replaced them all."""
    theme = PACKAGE_THEMES / "default"
    named = re.compile(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)|\b(?:rgb|hsl|oklch)a?\(")
    own: list[Path] = [path for path in sorted(theme.rglob("*.css")) if path != TOKENS / "palette.css"]

    told = {
        path.relative_to(theme).as_posix(): found
        for path in own
        if (found := named.findall(re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)))
    }

    assert not told
