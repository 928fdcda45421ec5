"""The form of a report: titles, order of parts, numbering, fonts and page; a theme's file, which a site may replace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.surfaces.theme import Theme
from generator.surfaces.theme_files import ThemeBroken, line_of_key, read_mapping, shown

TEMPLATE = "reports/progress.yml"
"""The file in a theme; what a nearer one leaves out, those behind it say."""

_CHINESE = "〇一二三四五六七八九"
_LEVELS = 4


class PartForm(NamedTuple):
    """One part of the report."""

    key: str
    title: str
    """Empty where the theme's fixed texts say it."""
    holds: tuple[str, ...]
    """Names of blocks, in their order."""


class Face(NamedTuple):
    """A face that documents ask for, and what stands in for it where a computer does not have it."""

    name: str
    instead: tuple[str, ...]


class Form(NamedTuple):
    """Everything that is a matter of custom and not of facts."""

    title: str
    """With ``{scope}`` and ``{period}``; empty where the theme's fixed texts say it."""
    parts: tuple[PartForm, ...]
    numbering: tuple[str, ...]
    """How the four levels are numbered: ``{chinese}`` 一, ``{number}`` 1, ``{letter}`` a."""
    faces: Mapping[str, Face]
    """``title``, ``body``, ``first``, ``second``, ``table`` and ``latin``."""
    sizes: Mapping[str, float]
    """Points of ``title``, ``body``, ``table`` and ``page_number``."""
    page: Mapping[str, float]
    """``width``, ``height``, ``top``, ``bottom``, ``left``, ``right`` in millimetres, ``lines`` and ``characters``."""


def read_form(theme: Theme, language: str, known: Sequence[str]) -> Form:
    """Read the form of reports.

    Args:
        theme: The site's theme.
        language: Of the report; numbering differs by language.
        known: Names of the blocks that there are.

    Raises:
        ThemeBroken: A file is no mapping, a part holds what there is not, a size is no number.
    """
    told: dict[str, Any] = {}
    for path in reversed(theme.layers_of(TEMPLATE)):
        for key, value in read_mapping(path).items():
            told[key] = {**told.get(key, {}), **value} if isinstance(value, dict) else value
    reader = _Reader(theme, told)
    numbering = reader.mapping("numbering")
    chosen = numbering.get("zh" if language.startswith("zh") else "other", [])
    if not isinstance(chosen, list) or len(chosen) < _LEVELS:
        raise reader.broken("numbering", "的 numbering 应当给 zh 和 other 各写四级编号")
    return Form(
        title=str(told.get("title", "")),
        parts=reader.parts(known),
        numbering=tuple(map(str, chosen)),
        faces={key: _face(value) for key, value in reader.mapping("faces").items()},
        sizes=reader.numbers("sizes", ("title", "body", "table", "page_number")),
        page=reader.numbers("page", ("width", "height", "top", "bottom", "left", "right", "lines", "characters")),
    )


def numbered(pattern: str, number: int) -> str:
    """Return a level's number as it stands before a title."""
    return pattern.format(chinese=chinese_number(number), number=number, letter=chr(ord("a") + (number - 1) % 26))


def chinese_number(number: int) -> str:
    """Return a number from 1 to 99 in Chinese characters, as headings count: 一, 十, 十一, 二十."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_CHINESE[tens]}十"
    return head + (_CHINESE[ones] if ones else "")


def _face(value: object) -> Face:
    names = [str(each) for each in value] if isinstance(value, list) else [str(value)]
    return Face(names[0], tuple(names[1:]))


class _Reader(NamedTuple):
    theme: Theme
    told: Mapping[str, Any]

    def broken(self, key: str, what: str) -> ThemeBroken:
        for path in self.theme.layers_of(TEMPLATE):
            line = line_of_key(path, key)
            if line is not None:
                return ThemeBroken.at(shown(path), line, what)
        return ThemeBroken(f"主题里的 {TEMPLATE} {what}。")

    def mapping(self, key: str) -> dict[str, Any]:
        value = self.told.get(key)
        if not isinstance(value, dict):
            raise self.broken(key, f"的 {key} 应当是“名字: 内容”的形式")
        return value

    def numbers(self, key: str, names: Sequence[str]) -> dict[str, float]:
        found = self.mapping(key)
        try:
            return {name: float(found[name]) for name in names}
        except (KeyError, TypeError, ValueError) as error:
            raise self.broken(key, f"的 {key} 里，{'、'.join(names)} 都应当是数字") from error

    def parts(self, known: Sequence[str]) -> tuple[PartForm, ...]:
        value = self.told.get("parts")
        if not isinstance(value, list) or not all(isinstance(each, dict) and each.get("part") for each in value):
            raise self.broken("parts", "的 parts 应当逐部分列出，每一部分有 part 和 holds")
        forms = [
            PartForm(str(each["part"]), str(each.get("title", "")), tuple(map(str, each.get("holds") or ())))
            for each in value
        ]
        for form in forms:
            strange = [name for name in form.holds if name not in known]
            if strange:
                raise self.broken("parts", f"的 {form.key} 里没有“{strange[0]}”这一块，可以写：{'、'.join(known)}")
        return tuple(forms)
