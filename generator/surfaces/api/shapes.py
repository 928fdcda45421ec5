"""
What an object of the API holds, said once: a member's name, its meaning, its schema and where its value comes from.

The files are written from these definitions and ``openapi.json`` describes them by the same, so neither can say
anything that the other does not.  Schemas are JSON Schema 2020-12, as OpenAPI 3.1 takes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from generator.contract import load_tables

from .run import NOT_DISCLOSED, Run

T = TypeVar("T")
Schema: TypeAlias = Mapping[str, Any]

STRING: Schema = {"type": "string"}
TEXT: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
DAY: Schema = {"type": "string", "format": "date"}
DAY_OR_NULL: Schema = {"type": ["string", "null"], "format": "date"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
ADDRESS_OR_NULL: Schema = {"anyOf": [ADDRESS, {"const": NOT_DISCLOSED}, {"type": "null"}]}
PERIOD: Schema = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$",
    "description": "A day, month or year, or two of them with `/` between (ISO 8601).",
}
AMOUNT: Schema = {
    "type": ["string", "null"],
    "pattern": r"^(-?\d+\.\d{2}|not-disclosed)$",
    "description": "A sum with two decimals, as text so that no reader rounds it.",
}
NUMBER: Schema = {
    "type": ["string", "null"],
    "pattern": r"^(-?\d+(\.\d+)?|not-disclosed)$",
    "description": "An exact number, as text so that no reader rounds it.",
}
COUNT: Schema = {"oneOf": [{"type": "integer"}, {"const": NOT_DISCLOSED}, {"type": "null"}]}
MONTHS: Schema = {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 12}}
TEXTS: Schema = {"type": "array", "items": STRING}
NAMES: Schema = {
    "type": "object",
    "description": "Language (BCP 47) → name; languages without a translation are left out.",
    "additionalProperties": STRING,
}


class Listed(NamedTuple):
    """Values that the tables list; ``null`` where none was given."""

    table: str
    field: str


@dataclass(frozen=True, eq=False)
class Member(Generic[T]):
    """One member of an object."""

    name: str
    about: str
    schema: Schema | Listed | Shape[Any]
    read: Callable[[Run, T], object]


@dataclass(frozen=True, eq=False)
class Shape(Generic[T]):
    """A kind of object."""

    name: str
    """Under which the description knows it."""
    about: str
    members: tuple[Member[T], ...]

    def told(self, run: Run, item: T) -> dict[str, object]:
        """Return *item* as an object of this kind."""
        return {member.name: member.read(run, item) for member in self.members}

    @property
    def reference(self) -> dict[str, str]:
        """The schema of this kind by its name."""
        return {"$ref": f"#/components/schemas/{self.name}"}

    def schema(self) -> dict[str, object]:
        """Return the schema; objects may hold more one day, so further members are not forbidden."""
        return {
            "type": "object",
            "description": self.about,
            "properties": {member.name: _schema(member) for member in self.members},
            "required": [member.name for member in self.members],
        }


def _schema(member: Member[Any]) -> dict[str, object]:
    given = member.schema
    if isinstance(given, Shape):
        return {**given.reference, "description": member.about}
    if isinstance(given, Listed):
        field = load_tables()[given.table].by_name[given.field]
        values = dict.fromkeys((*(category.value for category in field.categories), NOT_DISCLOSED, None))
        return {"type": ["string", "null"], "enum": [*values], "description": member.about}
    about = " ".join(text for text in (member.about, given.get("description", "")) if text)
    return {**given, "description": about}


def many(shape: Shape[Any]) -> Schema:
    """Return the schema of a list of objects."""
    return {"type": "array", "items": shape.reference}


def one_or_null(shape: Shape[Any]) -> Schema:
    """Return the schema of an object that may be missing."""
    return {"oneOf": [shape.reference, {"type": "null"}]}


def text(name: str, about: str, schema: Schema | Listed = TEXT) -> Member[Any]:
    """Return a member that is the attribute of its name, ``null`` where that is empty."""
    return Member(name, about, schema, lambda run, item: run.told(getattr(item, name)) or None)


def stated(name: str, about: str) -> Member[Any]:
    """Return a member that is the attribute of its name, which always has a value."""
    return Member(name, about, STRING, lambda run, item: run.told(getattr(item, name)))


def flag(name: str, about: str) -> Member[Any]:
    """Return a member that is the yes or no of its name."""
    return Member(name, about, FLAG, lambda _, item: getattr(item, name))
