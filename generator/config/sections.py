"""
A mapping becomes a section of settings, by the types that the section declares.

A section is a :class:`~typing.NamedTuple`.  The type of a setting may be text, a truth value, a number, a day, one of
listed words (``Literal``), another section, a tuple or a mapping of one of these, and any of them with checks behind it
(``Annotated[str, check]``): a check is given the value and returns it, perhaps in another form, or raises
:class:`Unfit`.  What does not fit is noted and reading goes on, so that one run tells everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""What YAML holds, without places."""
Path: TypeAlias = tuple[int | str, ...]
"""Keys and indices from the root to a value."""
S = TypeVar("S", bound=tuple[Any, ...])


class Unfit(ValueError):
    """A value that its setting cannot have."""

    def __init__(self, allowed: str, setting: str = "") -> None:
        """Note a value that would fit, readable in any language, and the *setting* to blame in a whole section."""
        super().__init__(allowed)
        self.allowed = allowed
        self.setting = setting


class Fault(NamedTuple):
    """One setting that is wrong."""

    kind: str
    """``missing``, ``unknown`` or ``value``."""
    path: Path
    found: str = ""
    allowed: str = ""
    known: tuple[str, ...] = ()
    """Of an unknown setting: those that its section has."""


def read_section(section: type[S], plain: Plain) -> tuple[S | None, list[Fault]]:
    """Read *plain* as *section*; ``None`` where anything in it is wrong."""
    reader = _Reader()
    read = reader.value(section, plain, ())
    return (None if reader.faults else read), reader.faults


class _Reader:
    """Reads values and notes what is wrong with them; what is wrong becomes ``None``."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def value(self, form: Any, plain: Plain, path: Path) -> Any:
        """Read one value of the type *form*."""
        told = len(self.faults)
        try:
            if get_origin(form) is not Annotated:
                return self._bare(form, plain, path)
            form, *checks = get_args(form)
            value = self.value(form, plain, path)
            for check in checks if len(self.faults) == told else ():
                value = check(value)
        except Unfit as unfit:
            whose, inside = (path, plain) if not unfit.setting else ((*path, unfit.setting), _at(plain, unfit.setting))
            self.faults.append(Fault("value", whose, str(inside), unfit.allowed))
            return None
        return value

    def _bare(self, form: Any, plain: Plain, path: Path) -> Any:
        origin, arguments = get_origin(form), get_args(form)
        if origin is Literal:
            return _one_of(arguments, plain)
        if origin is UnionType:  # a type or none: nothing that is written means none
            return self.value(next(each for each in arguments if each is not NoneType), plain, path)
        if origin is tuple:
            items = enumerate(_as(list, plain, "[a, b]"))
            return tuple([self.value(arguments[0], item, (*path, index)) for index, item in items])
        if origin is Mapping:
            entries = _as(dict, plain, "key: value").items()
            return MappingProxyType({key: self.value(arguments[1], item, (*path, key)) for key, item in entries})
        if form in _SCALARS:
            return _scalar(form, plain)
        return self._section(form, _as(dict, plain, "key: value"), path)

    def _section(self, section: Any, plain: dict[str, Plain], path: Path) -> Any:
        forms = get_type_hints(section, include_extras=True)
        told = len(self.faults)
        values = {name: self.value(form, plain[name], (*path, name)) for name, form in forms.items() if name in plain}
        required = [name for name in forms if name not in section._field_defaults]
        self.faults += [Fault("missing", (*path, name)) for name in required if name not in plain]
        self.faults += [Fault("unknown", (*path, key), key, known=tuple(forms)) for key in plain if key not in forms]
        return section(**values) if len(self.faults) == told else None


def _at(plain: Plain, setting: str) -> Plain:
    return plain.get(setting, "") if isinstance(plain, dict) else ""


T = TypeVar("T")


def _as(kind: type[T], plain: Plain, allowed: str) -> T:
    if isinstance(plain, kind):
        return plain
    raise Unfit(allowed)


def _one_of(words: Iterable[str], plain: Plain) -> str:
    if isinstance(plain, str) and plain in words:
        return plain
    raise Unfit(", ".join(words))


def _scalar(form: type, plain: Plain) -> object:
    read, pattern, allowed = _SCALARS[form]
    text = _as(str, plain, allowed)
    if not re.fullmatch(pattern, text, re.ASCII | re.DOTALL):
        raise Unfit(allowed)
    try:
        return read(text)
    except ValueError:  # such as the 30th of February
        raise Unfit(allowed) from None


def _truth(text: str) -> bool:
    return text.lower() in ("true", "yes", "on")


_SCALARS: dict[type, tuple[Callable[[str], object], str, str]] = {
    str: (str, ".*", "text"),
    bool: (_truth, "(?i:true|yes|on|false|no|off)", "true, false"),
    int: (int, r"-?\d{1,9}", "24"),
    Decimal: (Decimal, r"[-+]?\d{1,20}(\.\d{1,20})?", "12.50"),
    date: (date.fromisoformat, r"\d{4}-\d{2}-\d{2}", "2026-11-21"),
}
"""Type → (how it is read, how its text looks, a text that would fit, readable in any language)."""
