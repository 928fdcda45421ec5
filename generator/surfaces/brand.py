"""
The site's own look, made of a few settings: one colour becomes all forms of it that the theme's roles ask for.

A site gives a colour by day. Its forms for large type, for washes and for the night are made here, each with the
contrast that its role owes (``tokens/roles.css``), so that no setting makes a page hard to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.assets.inks import Inks
from generator.assets.logos import Logo, read_logo
from generator.assets.photos import PictureRefused
from generator.config.brand import Brand
from generator.findings import Finding, Place, finding

from .colours import mixed, readable
from .outputs import digest_of
from .theme_files import read_text

if TYPE_CHECKING:
    from .theme import Theme

TEXT = 4.6
"""Contrast that colours of text are made with; owed are 4.5 (WCAG 2.2, 1.4.3), rounding takes a little."""
STRONG = 7.1
"""The same in elder mode; owed are 7 (WCAG 2.2, 1.4.6)."""
EDGE = 3.1
"""The same for edges of what is pressed; owed are 3 (WCAG 2.2, 1.4.11)."""
KEY_INK = 12.0
"""Contrast of a block print's dark ink with its paper."""
PAPER = 14.5
"""Contrast that a ground by day has with the ink of running text at least: below, washes on it would be too dark."""
PALETTE = "tokens/palette.css"
_COLOUR = re.compile(r"--sh-([\w-]+):\s*(#[0-9a-fA-F]{6});")


class Look(NamedTuple):
    """What the settings make of the theme's look."""

    brand: Brand
    accent: str
    """The ink of the site's own pages: tea, persimmon …"""
    palette: Mapping[str, str]
    """Name of a colour in the theme's palette → ``#rrggbb``, the site's in place of the theme's."""
    css: str
    """What is put behind the theme's sheets; empty where the site asks for nothing."""
    favicon: str
    """The theme's, in the site's ink: SVG."""
    logo: Logo | None = None

    @property
    def logo_path(self) -> str:
        """Where the logo goes, from the site's root; named by its content."""
        assert self.logo is not None
        return f"assets/site/logo-{digest_of(self.logo.content.hex())[:10]}.png"

    @property
    def digest(self) -> str:
        """Changes whenever a page would look different."""
        return digest_of(self.accent, self.css, self.favicon, self.logo_path if self.logo else "")


def dressed(theme: Theme, brand: Brand, site_dir: Path, places: Mapping[str, Place]) -> tuple[Theme, list[Finding]]:
    """
    Return the theme in the site's look, and what is wrong with the settings that ask for it.

    Args:
        theme: The theme as it is.
        brand: The settings.
        site_dir: Where the logo lies.
        places: Setting such as ``brand.colours.tea`` → where it is written.
    """
    if brand == Brand():
        return theme, []
    look, findings = look_of(theme, brand, site_dir, places)
    return replace(theme, look=look), findings


def look_of(theme: Theme, brand: Brand, site_dir: Path, places: Mapping[str, Place]) -> tuple[Look, list[Finding]]:
    """Return what :func:`dressed` puts on the theme."""
    ours = _palette(theme)
    choice = theme.about.get("choices", {}).get("accent", {})
    values = [value for value in choice.get("values", []) if f"{value}-ink" in ours]
    findings: list[Finding] = []
    accent = brand.accent or choice.get("default", "persimmon")
    if brand.accent and brand.accent not in values:
        findings.append(_unfit("brand.accent", brand.accent, ", ".join(values), places))
        accent = choice.get("default", "persimmon")
    palette = {**ours, **dict(_own(brand, ours))}
    for name, wished in brand.colours.items():
        shown = palette["paper-ground" if name == "paper" else f"{name}-ink"]
        if shown != wished:
            setting = f"brand.colours.{name}"
            findings.append(finding("brand-contrast", places[setting], field=setting, found=wished, allowed=shown))
    logo, refused = _logo(brand, site_dir, places)
    favicon = theme.text("portal/favicon.svg")
    for name, own in (("persimmon-ink", f"{accent}-ink"), ("paper-ground", "paper-ground")):
        favicon = favicon.replace(ours[name], palette[own])
    css = _css(brand, accent, {name: palette[name] for name in palette if palette[name] != ours.get(name)})
    return Look(brand, accent, palette, css, favicon, logo), [*findings, *refused]


def own_inks(theme: Theme, inks: Mapping[str, Inks]) -> Mapping[str, Inks]:
    """Return the inks of block prints with the site's colours: its paper under all, its ink in each that it names."""
    if theme.look is None:
        return inks
    look, brand = theme.look, theme.look.brand
    paper = look.palette["paper-ground"]
    made: dict[str, Inks] = {}
    for name, ink in inks.items():
        own = replace(ink, paper=paper) if "paper" in brand.colours else ink
        if name in brand.colours:
            colour = look.palette[f"{name}-ink"]
            dark = readable(mixed(colour, look.palette["ink-full"], 0.5), [paper], KEY_INK)
            own = replace(own, tint=look.palette[f"{name}-pale"], ink_1=dark, ink_2=brand.colours[name])
        made[name] = own
    return made


def _palette(theme: Theme) -> dict[str, str]:
    """Return the colours of the theme and of those behind it: a nearer palette may leave some to them."""
    found: dict[str, str] = {}
    for path in reversed(theme.layers_of(PALETTE)):
        found |= dict(_COLOUR.findall(read_text(path).lower()))
    return found


def _own(brand: Brand, ours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each colour of the palette that the site's settings change."""
    palette = dict(ours)
    if "paper" in brand.colours:
        palette |= _papers(brand.colours["paper"], ours)
        yield from ((name, palette[name]) for name in palette if palette[name] != ours[name])
    for name in (key.removesuffix("-ink") for key in ours if key.endswith("-ink")):
        if name in brand.colours or "paper" in brand.colours:
            yield from _forms(name, brand.colours.get(name, ours[f"{name}-ink"]), palette, own=name in brand.colours)


def _papers(paper: str, ours: Mapping[str, str]) -> dict[str, str]:
    """Return the ground of a page and the papers beside it, none so dark that ink could not be read on it."""
    ink = ours["ink-full"]
    ground = readable(paper, [ink], PAPER)
    shade = mixed(ink, ground, 0.06)
    papers = [ground, shade, mixed("#ffffff", ground, 0.7)]
    return {
        "paper-ground": ground,
        "paper-sheet": papers[2],
        "paper-shade": shade,
        "paper-line": mixed(ink, ground, 0.16),
        "paper-edge": readable(mixed(ink, ground, 0.45), papers, EDGE),
        "ink-soft": readable(ours["ink-soft"], papers, TEXT),
        "ink-firm": readable(ours["ink-firm"], papers, STRONG),
    }


def _forms(name: str, ink: str, palette: Mapping[str, str], *, own: bool) -> Iterator[tuple[str, str]]:
    """Yield all forms of one ink of the goods, by day and, where it is the site's own, by night."""
    papers = [palette[f"paper-{kind}"] for kind in ("ground", "sheet", "shade")]
    pale = mixed(ink, palette["paper-ground"], 0.14)
    by_day = readable(ink, [*papers, pale], TEXT)
    yield f"{name}-ink", by_day
    yield f"{name}-pale", pale
    yield f"{name}-deep", readable(by_day, [*papers, pale], STRONG)
    if own:
        nights = [palette[f"night-{kind}"] for kind in ("ground", "sheet", "shade")]
        dusk = mixed(ink, palette["night-ground"], 0.2)
        glow = readable(ink, [*nights, dusk], STRONG)
        yield f"{name}-dusk", dusk
        yield f"{name}-glow", glow
        yield f"{name}-bright", glow


def _css(brand: Brand, accent: str, changed: Mapping[str, str]) -> str:
    lines = [f"--sh-{name}:{colour}" for name, colour in sorted(changed.items())]
    if brand.accent:
        lines += [f"--sh-accent:var(--sh-{accent})", f"--sh-accent-wash:var(--sh-{accent}-wash)"]
    return f":root{{{';'.join(lines)}}}\n" if lines else ""


def _logo(brand: Brand, site_dir: Path, places: Mapping[str, Place]) -> tuple[Logo | None, list[Finding]]:
    if not brand.logo:
        return None, []
    try:
        return read_logo(site_dir / brand.logo), []
    except PictureRefused as refused:
        place = places["brand.logo"]
        names = {"found": brand.logo, "reason": refused.chinese, "reason_en": refused.english}
        return None, [finding("picture-refused", place, field="brand.logo", **names)]


def _unfit(setting: str, found: str, allowed: str, places: Mapping[str, Place]) -> Finding:
    return finding("config-value", places[setting], field=setting, found=found, allowed=allowed)
