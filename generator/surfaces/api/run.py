"""What the API's objects are made from: the catalogue in the site's own language, and all translations of names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from generator.catalog.item import Item
from generator.catalog.wording import Translation
from generator.surfaces import addresses
from generator.surfaces.surroundings import Surroundings

ROOT = "api/v1/"
NOT_DISCLOSED = "not-disclosed"
"""Stands where a value exists and is withheld; an absent value is ``null``."""


@dataclass(frozen=True, eq=False)
class Run:
    """One run of one site."""

    around: Surroundings

    @cached_property
    def _translations(self) -> Mapping[tuple[str, str, str], Mapping[str, str]]:
        """(table, record, field) → language → text."""
        wanted = self.around.config.all_languages
        rows = cast("Mapping[str, Translation]", self.around.catalog.items["translations"])
        found: dict[tuple[str, str, str], dict[str, str]] = {}
        for row in rows.values():
            if row.language in wanted and row.text:
                found.setdefault((row.table, row.record, row.field), {})[row.language] = row.text
        return found

    def names(self, table: str, item: Item, field: str = "name") -> dict[str, str]:
        """Return language → name of *item*, the site's own first; languages without a translation are left out."""
        given = self._translations.get((table, item.key, field), {})
        config = self.around.config
        own = {config.language: str(getattr(item, field))}
        return own | {language: given[language] for language in config.all_languages if language in given}

    def digest_of_names(self, table: str, item: Item, field: str = "name") -> str:
        """Return what of :meth:`names` the digest of *item* does not cover: its translations."""
        given = self._translations.get((table, item.key, field))
        return repr(given) if given else ""

    def told(self, text: str) -> str:
        """Return *text*, :data:`NOT_DISCLOSED` where it only says so; the catalogue says it in words."""
        return NOT_DISCLOSED if text == self._withheld else text

    @cached_property
    def _withheld(self) -> str:
        return self.around.texts("common.not_disclosed")

    def whole(self, address: str) -> str:
        """Return the whole address of a page or file."""
        return addresses.whole(self.around.config, address)

    @property
    def as_of(self) -> str:
        """The day that is shown."""
        return self.around.configuration.as_of.isoformat()
