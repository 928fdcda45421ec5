"""The policy of one site: the table of headers with its hashes and languages, missing pages, old addresses, hosts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.config import SiteConfig
from generator.languages.tags import folder_of
from generator.surfaces import addresses
from generator.surfaces.embed.files import frame_style
from generator.surfaces.shelf import inline_style, sheet_style
from generator.surfaces.theme import Theme

from .content_security import policy_text
from .inline import inline_of
from .moved import Moved, moved_addresses
from .rules import RULES, SECURITY, Rule
from .wording import ABOUT, REASONS


class Host(NamedTuple):
    """A name under which the site answers."""

    name: str
    """Without a port."""
    base_path: str
    """Where the site stands on it, with slashes at both ends."""
    is_secure: bool
    """Its addresses begin with https."""


class Placed(NamedTuple):
    """A rule in one site, with its headers complete."""

    paths: tuple[str, ...]
    """Folders with a closing slash, or files, in each of :attr:`folders`."""
    folders: tuple[str, ...]
    """Folders of languages, ``""`` for what stands at the site's root."""
    why: str
    headers: tuple[tuple[str, str], ...]
    """(header, value), an empty value where an outer rule's header is taken away."""

    @property
    def places(self) -> tuple[str, ...]:
        """All paths in all folders, from the site's root."""
        return tuple(folder + path for path in self.paths for folder in self.folders)


class Missing(NamedTuple):
    """Which page is shown where there is none."""

    folder: str
    """Beneath which it is shown, from the site's root; ``""`` for all others."""
    page: str
    """From the site's root."""


class Policy(NamedTuple):
    """What any server has to do for one site."""

    portal: Host
    codes: Host
    """Where printed codes lead; often the portal's own."""
    rules: tuple[Placed, ...]
    """Outer before inner."""
    missing: tuple[Missing, ...]
    """The site's own language first."""
    moved: tuple[Moved, ...]
    language: str = "zh-Hans"
    """In which the exported files explain themselves."""
    has_capitals: bool = True
    """There are codes that were printed in capitals, as all are unless the settings say otherwise."""
    has_small: bool = False
    """There are codes that were printed in small letters."""
    gtins: tuple[str, ...] = ()
    """GTINs that have pages, in 14 digits."""

    @property
    def about(self) -> tuple[str, ...]:
        """The head of an exported file."""
        return tuple(line.in_language(self.language) for line in ABOUT)

    def reason(self, key: str) -> str:
        """Return why a part of an exported file is there; *key* is one of :data:`.wording.REASONS`."""
        return REASONS[key].in_language(self.language)

    def headers(self, path: str) -> dict[str, str]:
        """Return the headers for the file at *path*, counted from the site's root; media types are told elsewhere."""
        sent: dict[str, str] = {}
        for rule in self.rules:
            if any(is_beneath(path, place) for place in rule.places):
                sent.update(rule.headers)
        return {name: value for name, value in sent.items() if value}

    def link(self, path: str) -> str:
        """Return the header ``Link`` for the file at *path*, counted from the site's root; ``""`` for none.

        Pages of a GTIN and of its lots name its linkset (RFC 9264, section 6.1).
        """
        found = re.match(GTIN_FOLDER, path)
        return linkset_link("/", found[1]) if found and found[1] in self.gtins else ""

    def missing_page(self, path: str) -> str:
        """Return the page that stands in for a missing *path*, both counted from the site's root."""
        shelf = re.match(r"[Pp]/[^/]*/", path)
        inside = path[shelf.end() :] if shelf else path
        found = [missing.page for missing in self.missing if is_beneath(inside, missing.folder)]
        return found[-1]


GTIN_FOLDER = r"01/([0-9]{14})/"
"""Beginning of the path of all that there is on a GTIN."""


def linkset_link(base: str, gtin: str) -> str:
    """Return the value of ``Link`` that names the linkset of *gtin*; *base* is the site's folder on its host."""
    return f'<{base}{addresses.linkset(gtin)}>; rel="linkset"; type="application/linkset+json"'


class Printed(NamedTuple):
    """What is printed on goods and labels, as far as hosts have rules for it."""

    cases: frozenset[str] = frozenset({"upper"})
    """Letter cases of printed codes: ``upper``, ``lower``."""
    gtins: tuple[str, ...] = ()
    """GTINs that have pages, in 14 digits."""


ONLY_CAPITALS = Printed()
"""Of a site without GTINs whose codes were all printed in capitals."""


def policy_of(
    site: SiteConfig,
    theme: Theme,
    redirects: Iterable[tuple[str, str]],
    *,
    printed: Printed = ONLY_CAPITALS,
    language: str = "zh-Hans",
) -> Policy:
    """Return the policy of a site.

    Args:
        site: Its settings.
        theme: Whose inline styles and scripts are let through by their hashes.
        redirects: (old, new) addresses that are in effect; old ones begin with a slash.
        printed: What the register and the products say of printed addresses.
        language: In which exported files explain themselves, ``zh-Hans`` or ``en``.
    """
    base_path = addresses.base_path(site)
    folders = tuple(folder_of(language, site.language) for language in site.all_languages)
    return Policy(
        portal=_host(site.base_url, base_path),
        codes=_host(site.codes.base_url, "/"),
        rules=tuple(_placed(RULES, theme, folders, language)),
        missing=tuple(Missing(folder, folder + addresses.NOT_FOUND) for folder in folders),
        moved=moved_addresses(redirects, base_path=base_path, folders=folders),
        language=language,
        has_capitals="upper" in printed.cases or not printed.cases,
        has_small="lower" in printed.cases,
        gtins=printed.gtins,
    )


def inline_slots(theme: Theme) -> dict[str, str]:
    """Return what the program itself writes into inline blocks of templates: name → text."""
    return {"style": inline_style(theme), "sheet_style": sheet_style(theme), "embed_style": frame_style(theme)}


def is_beneath(path: str, place: str) -> bool:
    """Tell whether *path* is the file *place*, or stands beneath the folder *place*."""
    return path.startswith(place) if place.endswith("/") or not place else path == place


def _placed(rules: Iterable[Rule], theme: Theme, folders: tuple[str, ...], language: str) -> list[Placed]:
    slots = inline_slots(theme)
    placed = []
    for rule in rules:
        headers = dict(rule.headers)
        if rule.directives is not None:
            headers[SECURITY] = policy_text(rule.directives, inline_of(theme, rule.templates, slots))
        rule_folders = folders if rule.every_language else ("",)
        why = rule.why.in_language(language)
        placed.append(Placed(rule.paths, rule_folders, why, tuple(sorted(headers.items()))))
    return placed


def _host(url: str, base_path: str) -> Host:
    parts = urlsplit(url)
    return Host(parts.hostname or "localhost", base_path, parts.scheme == "https")
