"""The inks of the block-print pictures: four flat colours an accent, read from the theme's ``inks.yml``."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import yaml

from generator.contract.frozen import frozen_record
from generator.errors import UsageError

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class InksRefused(UsageError):
    """The theme's ink file does not say four colours an accent."""


@frozen_record
class Inks:
    """The flat colours of one picture, each ``#rrggbb``."""

    paper: str
    """The ground, and every line carved out of the motif."""
    tint: str
    """The pale block behind the motif."""
    ink_1: str
    """The dark key ink."""
    ink_2: str
    """The colour of the goods."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not (isinstance(value, str) and _COLOUR.fullmatch(value)):
                raise InksRefused(
                    f"墨色 {field.name} 应为六位十六进制颜色，例如 #20352b；现为 {value!r}。"
                    f" Ink {field.name} must be a colour such as #20352b, not {value!r}.",
                    mend='颜色写在引号里："#20352b"。 Put the colour in quotes: "#20352b".',
                )


def read_inks(path: Path) -> dict[str, Inks]:
    """Return accent → inks, in the order of the file at *path*.

    Raises:
        InksRefused: The file is not readable YAML, or an accent lacks an ink, has a strange one or no colour in it.
    """
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise _refused(path, "读不懂", "cannot be read") from error
    if not isinstance(told, dict) or not told:
        raise _refused(path, "应按主色列出墨色", "must list inks by accent")
    return {str(accent): _inks_of(path, str(accent), colours) for accent, colours in told.items()}


def _inks_of(path: Path, accent: str, colours: object) -> Inks:
    names = [field.name for field in fields(Inks)]
    if not isinstance(colours, dict) or set(colours) != set(names):
        wanted = ", ".join(names)
        raise _refused(path, f"主色 {accent} 应恰有 {wanted}", f"accent {accent} must have exactly {wanted}")
    return Inks(**colours)


def _refused(path: Path, zh: str, en: str) -> InksRefused:
    return InksRefused(
        f"墨色文件 {path.name} {zh}。 The ink file {path.name} {en}.",
        mend="参照默认主题的 inks.yml。 Follow inks.yml of the default theme.",
    )
