"""
From what was written to canonical text: one spelling for each value, whatever the editor typed.

Canonical text is what Table Schema casts: listed values by their value, amounts in base units, ISO dates, ``;``
between the items of a list, ``xx`` for *not disclosed*.  What cannot be read stays as written, so that it is told as
an error of its type; findings always quote what was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b

from generator.findings import Finding

from .names import Named, Written
from .numbers import HALF_WIDTH, MoneyReader, Problem, Read, Reader, read_integer, read_number, read_percent
from .schema import NOT_DISCLOSED_TEXT, Field, Table, load_tables, table_words
from .settings import ContractSettings
from .texts import Texts, key_of
from .times import read_date, read_months, read_period

_BOOLEANS = {
    **dict.fromkeys(("是", "true", "yes", "1"), "true"),
    **dict.fromkeys(("否", "false", "no", "0"), "false"),
}
_LIST_MARKS = re.compile(r"[;；、\n]")
_SHAPE = re.compile(r"[xX×＊*]{2,}([.．,，][xX×＊*]+)?")
"""What documents put for a blanked-out value: ``xx``, ``xxx.xx``, ``××``."""
_SHAPE_MARKS = "xX×＊*"
_PERCENT_SIGNS = "%％ "
_GTIN_MARKS = re.compile(r"[\s-]")
_ROUNDED_CODE = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")

_TABLES_OF_NAMES = {"translations": "", "corrections": "", "changes": "products"}
"""Tables whose ``field`` names a field: of the table named in ``table``, or of the one said here."""


_NEVER_WITHHELD = ("url", "gtin", "region")
"""Meanings of texts that programs follow or look up, so that words in their place would mislead."""


@dataclass(frozen=True, slots=True)
class Masks:
    """Recognises *not disclosed*."""

    words: frozenset[str]
    """Words of the site's settings, such as 面议, with their capitals folded."""

    def hides(self, text: str, *, prose: bool = False) -> bool:
        """Tell whether *text* is masked as a whole; in *prose* only shapes count, since a word may be the text."""
        if text[:1] in _SHAPE_MARKS and _SHAPE.fullmatch(text):
            return True
        return not prose and text.casefold() in self.words


@dataclass(frozen=True, slots=True)
class _Column:
    """Reads one field; remembers what it read, since listed values, dates and units repeat."""

    reader: Reader
    is_months: bool
    instead: Problem | None
    """What is told where the value is withheld; ``None`` for a field that may say *not disclosed*."""
    known: dict[str, Read] = field(default_factory=dict)
    """What was written → what it was read as."""

    def read(self, written: Written) -> Read:
        """Return canonical text, or why there is none."""
        if isinstance(written, list):
            if not self.is_months:
                return self._disclosed(";".join(item.strip() for item in written if item.strip()))
            written = ";".join(written)
        text = written.strip()
        read = self.known[written] = self._disclosed(self.reader(text)) if text else ""
        return read

    def _disclosed(self, read: Read) -> Read:
        return self.instead if self.instead and read == NOT_DISCLOSED_TEXT else read


def reading_digest(settings: ContractSettings) -> str:
    """Digest what of *settings* decides how records are read: names of fields in findings, amounts, masks."""
    units = sorted(settings.currency_units.items())
    decisive = (settings.chinese, units, settings.currency_places, settings.decimal_comma, settings.masks)
    return blake2b(repr(decisive).encode(), digest_size=8).hexdigest()


class ValueReader:
    """Reads the values of one site; remembers what it read, since listed values and dates repeat."""

    def __init__(self, settings: ContractSettings) -> None:
        self._settings = settings
        self._masks = Masks(frozenset(word.casefold() for word in settings.masks))
        self._money = MoneyReader(settings.currency_units, settings.decimal_comma, settings.currency_places)
        self._tables: dict[str, dict[str, _Column]] = {}
        self._blank: dict[str, dict[str, str]] = {}
        """Table → its fields in the schema's order, without text."""

    def read(self, named: Named) -> tuple[Texts, list[Finding]]:
        """Return the record in canonical text, and what could not be read and Table Schema would not tell."""
        table = named.table
        columns = self._columns(table)
        texts: dict[str, str] = {}
        unread = named.reported
        findings: list[Finding] = []
        for name, written in named.written.items():
            if not written or name in unread:
                continue
            column = columns[name]
            read = column.known.get(written) if isinstance(written, str) else None
            if read is None:
                read = column.read(written)
            if isinstance(read, str):
                if read:
                    texts[name] = read
            else:
                unread |= {name}
                findings.append(named.finding(read.code, name, allowed=read.allowed, **read.words))
        if table.name in _TABLES_OF_NAMES:
            _name_canonically(texts, _TABLES_OF_NAMES[table.name])
        canonical = "\x1f".join({**self._blank[table.name], **texts}.values())
        digest = blake2b(canonical.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        key = key_of(texts, table.primary_key)
        return Texts(table.name, texts, key, digest, named.record.line, named, unread=unread), findings

    def _columns(self, table: Table) -> Mapping[str, _Column]:
        if (columns := self._tables.get(table.name)) is None:
            columns = self._tables[table.name] = {entry.name: self._column(table, entry) for entry in table.fields}
            self._blank[table.name] = dict.fromkeys(columns, "")
        return columns

    def _column(self, table: Table, entry: Field) -> _Column:
        instead = None if _may_be_withheld(table, entry) else Problem("not-disclosable", words=_instead(entry))
        return _Column(self._reader(entry), entry.semantic == "months", instead)

    def _reader(self, entry: Field) -> Reader:
        if entry.categories:
            return partial(_read_listed, _listed(entry), self._masks)
        if entry.translatable and not entry.is_list:
            return partial(_read_prose, self._masks)
        reader = self._plain_reader(entry)
        if entry.semantic == "money":
            return partial(_read_money, self._masks, self._money)
        if reader is str.strip:
            return partial(_read_text, self._masks)
        return partial(_read_unless_masked, self._masks, reader, lambda text: text.rstrip(_PERCENT_SIGNS))

    def _plain_reader(self, entry: Field) -> Reader:
        comma = self._settings.decimal_comma
        if entry.semantic == "money":
            return self._money
        by_semantic: dict[str, Reader] = {
            "period": read_period,
            "months": read_months,
            "gtin": _read_gtin,
            "region": lambda text: text.translate(HALF_WIDTH).strip(),
            "percent": partial(read_percent, decimal_comma=comma),
        }
        by_type: dict[str, Reader] = {
            "number": partial(read_number, decimal_comma=comma),
            "integer": partial(read_integer, decimal_comma=comma),
            "boolean": lambda text: _BOOLEANS.get(text.translate(HALF_WIDTH).casefold(), text),
            "date": read_date,
            "list": lambda text: ";".join(item.strip() for item in _LIST_MARKS.split(text) if item.strip()),
        }
        return by_semantic.get(entry.semantic) or by_type.get(entry.type) or str.strip


def _may_be_withheld(table: Table, entry: Field) -> bool:
    """
    Tell whether a field can say *not disclosed*: numbers, amounts, dates and texts can.

    What others are found or counted by cannot: keys, references, listed values, yes or no, lists, addresses, barcodes.
    Nor can what is required.
    """
    if entry.required or entry.name in table.primary_key or entry.target or entry.categories or entry.is_list:
        return False
    return entry.type != "boolean" and entry.semantic not in _NEVER_WITHHELD


def _instead(entry: Field) -> dict[str, str]:
    if entry.required:
        return {"hint_zh": "。", "hint_en": "."}
    return {"hint_zh": "；不知道就留空。", "hint_en": ", or leave it empty where it is not known."}


def _name_canonically(texts: dict[str, str], table: str) -> None:
    """Give tables and fields that a record speaks of their canonical names, as keys are given them."""
    if "table" in texts:
        table = texts["table"] = table_words().get(texts["table"], texts["table"])
    if "field" in texts and table in load_tables():
        word = load_tables()[table].words.get(texts["field"])
        texts["field"] = word.name if word else texts["field"]


def _read_prose(masks: Masks, text: str) -> Read:
    return NOT_DISCLOSED_TEXT if masks.hides(text, prose=True) else text


def _read_money(masks: Masks, money: MoneyReader, text: str) -> Read:
    if money.is_plain(text) and not masks.hides(text):
        return text
    return _read_unless_masked(masks, money, lambda text: money.split(text)[0], text)


def _read_text(masks: Masks, text: str) -> Read:
    bare = text.rstrip(_PERCENT_SIGNS) if text[-1] in _PERCENT_SIGNS else text
    return NOT_DISCLOSED_TEXT if masks.hides(text) or (bare is not text and masks.hides(bare)) else text


def _read_unless_masked(masks: Masks, reader: Reader, bare: Callable[[str], str], text: str) -> Read:
    if masks.hides(text) or ((rest := bare(text)) != text and masks.hides(rest)):
        return NOT_DISCLOSED_TEXT
    return reader(text)


def _read_listed(listed: Mapping[str, str], masks: Masks, text: str) -> Read:
    value = listed.get(_folded(text))
    if value is None and masks.hides(text):
        return NOT_DISCLOSED_TEXT
    return text if value is None else value


def _listed(entry: Field) -> dict[str, str]:
    spellings: dict[str, str] = {}
    for category in entry.categories:
        for spelling in (category.value, category.label, category.label_en):
            spellings[_folded(spelling)] = category.value
    return spellings


def _folded(text: str) -> str:
    return re.sub(r"[\s_-]+", "-", text.strip().casefold())


def _read_gtin(text: str) -> Read:
    plain = text.translate(HALF_WIDTH).strip()
    if _ROUNDED_CODE.fullmatch(plain):
        return Problem("gtin-rounded")
    return _GTIN_MARKS.sub("", plain)
