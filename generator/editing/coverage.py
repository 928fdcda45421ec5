"""How much of a site is translated into each of its languages, and what is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.build.loading import Loaded, rows_in
from generator.contract import load_tables
from generator.findings import Place
from generator.languages.foreign_text import ForeignText, says_something
from generator.surfaces.editions import Edition

_SETTINGS = ("title", "subtitle", "description", "sample_note")
"""Settings that pages print."""


class Untranslated(NamedTuple):
    """One text that pages in a language print in the site's own."""

    kind: str
    """``table.field``, ``site_config`` or ``content``."""
    record: str
    """Key of the record, name of the setting, or file."""
    place: Place
    """Where the source's text stands."""
    text: str


class Coverage(NamedTuple):
    """How far one language is."""

    language: str
    total: Counter[str]
    """Kind → texts that need a translation."""
    missing: tuple[Untranslated, ...]

    @property
    def done(self) -> int:
        """Number of texts that are translated."""
        return self.total.total() - len(self.missing)

    def missing_of(self, kind: str) -> int:
        """Return how many texts of a *kind* lack a translation."""
        return sum(1 for entry in self.missing if entry.kind == kind)


def coverage(loaded: Loaded) -> tuple[Coverage, ...]:
    """Return how far each language but the site's own is; *loaded* is a site without errors.

    A language that is made by rewriting (traditional Chinese) lacks nothing.
    """
    return tuple(_of(loaded, edition) for edition in loaded.editions if not edition.is_main)


def _of(loaded: Loaded, edition: Edition) -> Coverage:
    total: Counter[str] = Counter()
    missing: list[Untranslated] = []
    for kind, entries in (*_data(loaded, edition), *_settings(loaded, edition), *_prose(loaded, edition)):
        total[kind] += 1
        missing += [entries] if entries is not None else []
    return Coverage(edition.language, total, tuple(missing))


def _data(loaded: Loaded, edition: Edition) -> Iterator[tuple[str, Untranslated | None]]:
    source = loaded.editions[0].language
    for table, rows in rows_in(loaded, edition).items():
        names = [field.name for field in load_tables()[table].fields if field.translatable and field.public]
        for row in rows:
            original = row.texts
            for name in names:
                value = row.values[name]
                texts = value if isinstance(value, tuple) else (value,)
                foreign = next((text for text in texts if isinstance(text, ForeignText)), None)
                if foreign is not None:
                    place = original.place(name)
                    yield f"{table}.{name}", Untranslated(f"{table}.{name}", row.key, place, str(foreign))
                elif any(says_something(text, source) for text in (original.texts.get(name, ""),)):
                    yield f"{table}.{name}", None


def _settings(loaded: Loaded, edition: Edition) -> Iterator[tuple[str, Untranslated | None]]:
    source, site = loaded.editions[0].configuration.site, edition.configuration.site
    texts = [(name, getattr(source, name), getattr(site, name)) for name in _SETTINGS]
    texts.append(("publisher.name", source.publisher.name, site.publisher.name))
    texts += [("legal", own.text, told.text) for own, told in zip(source.legal, site.legal, strict=True)]
    for name, own, told in texts:
        if says_something(own, source.language):
            is_missing = isinstance(told, ForeignText)
            place = Place("site_config.yml", 1)
            yield "site_config", Untranslated("site_config", name, place, own) if is_missing else None


def _prose(loaded: Loaded, edition: Edition) -> Iterator[tuple[str, Untranslated | None]]:
    folders = tuple(other.folder for other in loaded.editions if not other.is_main)
    paths = {page.path for page in loaded.content}
    for page in loaded.content:
        if page.is_page and not page.path.startswith(folders):
            is_missing = edition.rewrite is None and edition.folder + page.path not in paths
            place = Place(f"content/{page.path}", 1)
            yield "content", Untranslated("content", page.path, place, page.path) if is_missing else None
