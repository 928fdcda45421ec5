"""
The tables that a site's data may hold, read from the Table Schemas of this package.

A schema is a Table Schema (Data Package v2) with these properties of our own: ``titleEn``, ``descriptionEn``,
``categories`` with ``labelEn``, ``semantic`` (money, period, url, region, gtin, months, markdown, percent),
``references`` (the table that the items of a list name), ``translatable``, ``public`` and, beside ``fields``,
``nested`` (child tables that a YAML file may hold as lists).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

TABLE_NAMES: tuple[str, ...] = (
    "products", "suppliers", "origins", "category_schemes", "categories", "certification_schemes", "certificates",
    "channels", "offers", "bundle_items", "stories", "campaigns", "organisations", "targets", "ledger", "agreements",
    "events", "placements", "placement_history", "placement_stock", "displays", "display_slots", "embed_columns",
    "hosts", "catalogue_issues", "catalogue_entries", "policies", "letters", "pairings", "admissions", "changes",
    "corrections", "recalls", "lots", "terms", "redirects", "pictures", "recordings", "figures", "sources", "qr_codes",
    "label_stocks", "print_log", "reports", "translations",
)  # fmt: skip
"""Names of all tables in the order in which documentation tells them."""

NOT_DISCLOSED_TEXT = "xx"
"""How *not disclosed* is written in canonical text; one of the ``missingValues`` of every schema."""


class Category(NamedTuple):
    """One listed value of a field."""

    value: str
    label: str
    """What a Chinese editor writes."""
    label_en: str
    """What an English editor may write instead of *value*."""


class Field(NamedTuple):
    """One column of a table."""

    name: str
    """Canonical name: English, lower case, with underscores."""
    type: str
    """Type of the Table Schema standard: string, number, integer, boolean, date or list."""
    title: str
    """Chinese title; may be written instead of the name."""
    title_en: str
    description: str = ""
    description_en: str = ""
    examples: tuple[str, ...] = ()
    semantic: str = ""
    """What the text means beyond its type: money, period, url, region, gtin, months, markdown, percent."""
    categories: tuple[Category, ...] = ()
    """The listed values; empty where any value may stand."""
    target: str = ""
    """Table that the value, or each item of a list, names a record of."""
    item_type: str = "string"
    """Type of a list's items: string or integer."""
    translatable: bool = False
    public: bool = True
    """Published in pages and downloads; ``False`` for what only the editors may see."""
    required: bool = False
    constraints: Mapping[str, Any] = MappingProxyType({})

    @property
    def is_list(self) -> bool:
        """Tell whether the field holds several values."""
        return self.type == "list"

    @property
    def can_be_wrong(self) -> bool:
        """Tell whether what is written can break the type or a constraint: any text is a text, or a list of texts."""
        is_text = self.type == "string" or (self.is_list and self.item_type == "string")
        return not is_text or bool(self.constraints.keys() - {"required"})

    def word(self, *, chinese: bool) -> str:
        """Return the name an editor goes by: the Chinese title, or the canonical name."""
        return self.title if chinese else self.name


class Nested(NamedTuple):
    """A list of records of another table that a YAML file may hold."""

    name: str
    title: str
    title_en: str
    table: str
    """Name of the child table."""
    parent: str
    """Field of the child that names the record it stands in."""


class ForeignKey(NamedTuple):
    """A field whose value is the key of a record elsewhere."""

    field: str
    table: str
    """Referenced table; the own name where a table refers to itself."""
    target_field: str


Word: TypeAlias = Field | Nested
"""What a key in a record can stand for."""


class Table(NamedTuple):
    """A kind of record: its columns, key, references and nested lists."""

    name: str
    title: str
    title_en: str
    description: str
    description_en: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    nested: tuple[Nested, ...]
    descriptor: Mapping[str, Any]
    """The Table Schema as it stands in the file."""
    by_name: Mapping[str, Field]
    """Canonical name → field."""
    words: Mapping[str, Word]
    """English name or Chinese title → field or nested list."""

    @property
    def key_field(self) -> Field | None:
        """The one field of a simple primary key; ``None`` where several make the key."""
        return self.by_name[self.primary_key[0]] if len(self.primary_key) == 1 else None


@cache
def load_tables() -> Mapping[str, Table]:
    """Return all tables by name, in the order of :data:`TABLE_NAMES`; read once a process."""
    folder = files(__package__).joinpath("schemas")
    return MappingProxyType(
        {name: _table(json.loads(folder.joinpath(f"{name}.json").read_text(encoding="utf-8"))) for name in TABLE_NAMES}
    )


@cache
def table_words() -> Mapping[str, str]:
    """Return English name or Chinese title of a table → its name."""
    tables = load_tables().values()
    return MappingProxyType(
        {table.title: table.name for table in tables} | {table.name: table.name for table in tables}
    )


def _table(descriptor: dict[str, Any]) -> Table:
    keys = tuple(
        ForeignKey(key["fields"][0], key["reference"]["resource"] or descriptor["name"], key["reference"]["fields"][0])
        for key in descriptor["foreignKeys"]
    )
    targets = {key.field: key.table for key in keys}
    fields = tuple(_field(entry, targets.get(entry["name"], "")) for entry in descriptor["fields"])
    nested = tuple(
        Nested(entry["name"], entry["title"], entry["titleEn"], entry["table"], entry["parent"])
        for entry in descriptor.get("nested", ())
    )
    words: dict[str, Word] = {}
    entries: tuple[Word, ...] = (*fields, *nested)
    for word in entries:
        words[word.name] = words[word.title] = word
    return Table(
        name=descriptor["name"],
        title=descriptor["title"],
        title_en=descriptor["titleEn"],
        description=descriptor.get("description", ""),
        description_en=descriptor.get("descriptionEn", ""),
        fields=fields,
        primary_key=tuple(descriptor["primaryKey"]),
        foreign_keys=keys,
        nested=nested,
        descriptor=MappingProxyType(descriptor),
        by_name=MappingProxyType({entry.name: entry for entry in fields}),
        words=MappingProxyType(words),
    )


def _field(entry: dict[str, Any], foreign_table: str) -> Field:
    constraints = entry.get("constraints", {})
    return Field(
        name=entry["name"],
        type=entry["type"],
        title=entry["title"],
        title_en=entry["titleEn"],
        description=entry.get("description", ""),
        description_en=entry.get("descriptionEn", ""),
        examples=_examples(entry),
        semantic=entry.get("semantic", ""),
        categories=tuple(
            Category(item["value"], item["label"], item["labelEn"]) for item in entry.get("categories", ())
        ),
        target=foreign_table or entry.get("references", ""),
        item_type=entry.get("itemType", "string"),
        translatable=entry.get("translatable", False),
        public=entry.get("public", True),
        required=bool(constraints.get("required")),
        constraints=MappingProxyType(constraints),
    )


def _examples(entry: dict[str, Any]) -> tuple[str, ...]:
    listed = entry.get("examples", [entry["example"]] if "example" in entry else [])
    return tuple(str(example) for example in listed)
