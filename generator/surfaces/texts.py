"""Fixed texts of a theme in one language, labels of listed values and titles of fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from gettext import c2py
from typing import TypeVar

from generator.contract.schema import Table
from generator.errors import UsageError
from generator.languages.foreign_text import joined, like
from generator.languages.traditional import Rewrite, all_rewritten

from .outputs import digest_of
from .text_catalogues import PLURAL_FORMS, form_key

Key = TypeVar("Key")


class TextMissing(UsageError):
    """A theme lacks a text that a page needs, or the text asks for something that the page does not say."""

    def __init__(self, what: str) -> None:
        super().__init__(f"主题里缺少文字 {what}。", mend="在主题的 locales/ 里补上，或检查模板里写的名字。")


@dataclass(frozen=True, eq=False)
class Texts:
    """Texts of one language."""

    language: str
    """BCP 47."""
    fixed: Mapping[str, str]
    """Key → text, as in the theme's ``locales/<language>.po``; plural forms under keys of their own."""
    tables: Mapping[str, Table]
    rewrite: Rewrite | None = None
    """Makes the schema's Chinese words traditional, in a language that is made so."""

    @cached_property
    def digest(self) -> str:
        """Digest of the language and of all its texts."""
        return digest_of(self.language, *(f"{key}={text}" for key, text in sorted(self.fixed.items())))

    def __call__(self, key: str, **names: object) -> str:
        """Return the text of *key*, its ``{names}`` filled; foreign where one of them is.

        Raises:
            TextMissing: The theme has no such key in this language, or its text has a placeholder not among *names*.
        """
        try:
            text = self.fixed[key]
        except KeyError:
            raise TextMissing(f"{key} ({self.language})") from None
        if not names:
            return text
        try:
            filled = text.format(**names)
        except KeyError as error:
            raise TextMissing(f"{{{error.args[0]}}} ({key}, {self.language})") from None
        return like(filled, *names.values())

    def counted(self, key: str, count: int) -> str:
        """Return the text of *key* with ``{count}``, in the form that the language has for that many."""
        form = form_key(key, self._form_of(count))
        return self(form if form in self.fixed else key, count=count)

    def joined(self, parts: Iterable[str], separator: str = "common.list_separator") -> str:
        """Return *parts* as one text with the language's *separator* between them."""
        return joined(self(separator), parts)

    def affix(self, key: str) -> str:
        """Return what the language puts before or behind a value; ``""`` where it puts nothing."""
        return self.fixed.get(key, "")

    @cached_property
    def _form_of(self) -> Callable[[int], int]:
        """The rule of the language's plural forms (GNU gettext manual, 12.6)."""
        return c2py(self.fixed.get(PLURAL_FORMS, "0"))

    def day(self, value: date) -> str:
        """Return a day in words; the first of a month by ``date.first``, where the language has it."""
        key = "date.first" if value.day == 1 and "date.first" in self.fixed else "date.day"
        return self(key, year=value.year, month=self(f"month.{value.month}"), day=value.day)

    def span(self, precision: str, *, start: str, end: str) -> str:
        """Return a span between two days, months or years in words, as the language says it of that *precision*."""
        own = f"date.span.{precision}"
        return self(own if own in self.fixed else "date.span", start=start, end=end)

    def label(self, table: str, field: str, value: str) -> str:
        """Return the label of a listed value: the theme's own, else the schema's in Chinese or English."""
        found = self._labels.get((table, field, value))
        return self.fixed.get(f"label.{table}.{field}.{value}", value) if found is None else found

    def field_title(self, table: str, field: str) -> str:
        """Return the title of a field: the theme's own, else the schema's in Chinese or English."""
        return self._titles[table, field]

    @cached_property
    def _labels(self) -> Mapping[tuple[str, str, str], str]:
        ours = {
            (table, field, entry.value): self._ours(entry.label, entry.label_en)
            for table, schema in self.tables.items()
            for field, found in schema.by_name.items()
            for entry in found.categories
        }
        return {key: self.fixed.get(".".join(("label", *key)), text) for key, text in self._written(ours).items()}

    @cached_property
    def _titles(self) -> Mapping[tuple[str, str], str]:
        ours = {
            (table, field): self._ours(found.title, found.title_en)
            for table, schema in self.tables.items()
            for field, found in schema.by_name.items()
        }
        return {key: self.fixed.get(".".join(("field", *key)), text) for key, text in self._written(ours).items()}

    def _written(self, ours: Mapping[Key, str]) -> Mapping[Key, str]:
        return ours if self.rewrite is None else all_rewritten(ours, self.rewrite)

    def _ours(self, chinese: str, english: str) -> str:
        return chinese if self.language.startswith("zh") else english
