"""Rows in another language: translations in place of the source's words, and what has none marked as foreign."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from generator.contract.rows import Row, Value
from generator.contract.schema import Table
from generator.languages.foreign_text import ForeignText, says_something
from generator.languages.places import province_name
from generator.languages.traditional import Rewrite, all_rewritten

Given: TypeAlias = dict[tuple[str, str], dict[str, str]]
"""(table, record) → field → its text in one language."""

_AS_WRITTEN = ("translations", "terms", "qr_codes", "redirects")
"""Tables of which no page shows the words."""


class Wording(NamedTuple):
    """What becomes of the words of the data in one language of the site."""

    language: str
    source: str
    """The language that the data is written in."""
    rewrite: Rewrite | None = None
    """Makes other characters of the source's, where that is all it takes."""
    glossary: Mapping[str, str] = MappingProxyType({})
    """Whole value, or item of a list → how the language says it."""
    same: frozenset[str] = frozenset()
    """Words that pages put into their language by themselves: units of money."""


def localised(
    rows: Mapping[str, Sequence[Row]], tables: Mapping[str, Table], wording: Wording
) -> dict[str, tuple[Row, ...]]:
    """Return all rows in the language of *wording*; keys and references stay as they are.

    A text that was translated is the translation.  Any other is rewritten where the language can be made from the
    source's, and a :class:`ForeignText` where it cannot.
    """
    given = translations(rows, wording.language)
    for row in rows.get("origins", ()):
        texts = given.setdefault(("origins", row.key), {})
        if row.text("region") and "region" not in texts:
            province = province_name(row.text("code"), wording.language)
            texts |= {"region": province} if province else {}
    return {
        name: tuple(group) if name in _AS_WRITTEN else tuple(_table(tables[name], group, given, wording))
        for name, group in rows.items()
    }


def translations(rows: Mapping[str, Sequence[Row]], language: str) -> Given:
    """Return what was translated into *language*."""
    given: Given = {}
    for row in rows.get("translations", ()):
        if row.text("language") == language:
            given.setdefault((row.text("table"), row.text("record")), {})[row.text("field")] = row.text("text")
    return given


def _table(table: Table, rows: Sequence[Row], given: Given, wording: Wording) -> Iterator[Row]:
    names = [field.name for field in table.fields if field.translatable]
    rewritten = _rewritten(rows, names, wording)
    for index, row in enumerate(rows):
        texts = given.get((table.name, row.key), {})
        values: dict[str, Value] = {}
        for name in names:
            value = row.values[name]
            if isinstance(value, (str, tuple)) and value not in ((), ""):
                values[name] = _worded(value, texts.get(name), rewritten.get((index, name)), wording)
        yield Row(table.name, row.key, {**row.values, **values}, _digest(row, texts), row.unread, texts=row.texts)


def _rewritten(rows: Sequence[Row], names: Sequence[str], wording: Wording) -> Mapping[tuple[int, str], str]:
    if wording.rewrite is None:
        return {}
    written = {
        (index, name): ";".join(map(str, value)) if isinstance(value, tuple) else value
        for index, row in enumerate(rows)
        for name in names
        if isinstance(value := row.values[name], (str, tuple))
    }
    return all_rewritten(written, wording.rewrite)


def _worded(
    value: str | tuple[object, ...], translated: str | None, rewritten: str | None, wording: Wording
) -> str | tuple[str, ...]:
    """Return one value in the language: a text, or a list of texts whose translation is separated like the list."""
    text = translated if translated is not None else rewritten
    if isinstance(value, tuple):
        if text is not None:
            return tuple(item.strip() for item in text.split(";") if item.strip())
        return tuple(_foreign(str(item), wording) for item in value)
    return text if text is not None else _foreign(value, wording)


def _foreign(text: str, wording: Wording) -> str:
    """Return a text that nobody has translated by itself."""
    if text in wording.glossary:
        return wording.glossary[text]
    if text in wording.same or not says_something(text, wording.source):
        return text
    return ForeignText(text, wording.source)


def _digest(row: Row, texts: Mapping[str, str]) -> str:
    if not texts:
        return row.digest
    told = "\x1f".join((row.digest, *(f"{name}={text}" for name, text in sorted(texts.items()))))
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()
