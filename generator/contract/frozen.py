"""Classes of which a site has tens of thousands of objects, none of which is ever changed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(eq_default=False, frozen_default=True)
def frozen_record(cls: type[T]) -> type[T]:
    """
    Make *cls* a dataclass whose objects are not to be changed, nor compared by their values: digests tell them apart.

    It is the type checker that refuses an assignment.  A class that refuses it by itself takes four times as long to
    fill, and three times as long to define, which every start of the program waits for.
    """
    cls.__repr__ = _told  # type: ignore[method-assign] # one for all: a generated one is compiled a class
    return dataclass(slots=True, eq=False, repr=False)(cls)


def _told(record: Any) -> str:
    shown = ", ".join(f"{field.name}={getattr(record, field.name)!r}" for field in fields(record) if field.repr)
    return f"{type(record).__name__}({shown})"
