"""The shapes: a place, a kind of finding, a finding, a report of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """Stops a build."""
    WARNING = "warning"
    """Is told and counted; stops a build under ``--strict``."""


class Text(NamedTuple):
    """One wording in the two languages that findings are told in."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the English wording for ``en`` and its kin, the Chinese one for all others."""
        return self.en if language.lower().startswith("en") else self.zh


class Place(NamedTuple):
    """Where something stands in the site folder."""

    file: str
    """Path relative to the site folder, with forward slashes."""
    line: int | None = None
    """Line number from 1; ``None`` only where the finding is about no content at all."""
    column: int | None = None
    """Column from 1: a character in YAML, a cell in CSV."""


class Kind(NamedTuple):
    """A kind of finding; one entry of the catalogue."""

    code: str
    """Stable name, such as ``unknown-field``; in reports, tests and documentation."""
    level: Level
    title: Text
    """A few words, the heading in the documentation."""
    template: Text
    """The sentence, with ``{found}``, ``{allowed}``, ``{field}``, ``{record}`` and further names."""
    mend: Text
    """What to type or do instead, with the same names."""


class Finding(NamedTuple):
    """One thing that is wrong, with everything an editor needs to mend it."""

    code: str
    level: Level
    place: Place
    field: str = ""
    """Canonical name of the field; empty where the whole record or file is meant."""
    record: str = ""
    """Key of the record, as far as it is known."""
    found: str = ""
    allowed: str = ""
    message: Text = Text("", "")
    mend: Text = Text("", "")

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of a report: by file, line, column, then kind and field."""
        return (self.place.file, self.place.line or 0, self.place.column or 0, self.code, self.field)

    def as_dict(self, language: str = "zh-Hans") -> dict[str, object]:
        """Return the object of ``check --format json`` (the names are a promise to other programs)."""
        return {
            "code": self.code,
            "level": str(self.level),
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "field": self.field,
            "record": self.record,
            "found": self.found,
            "allowed": self.allowed,
            "message": self.message.in_language(language),
            "mend": self.mend.in_language(language),
        }


class Report(NamedTuple):
    """All findings of one run, sorted."""

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Report:
        """Sort *findings* and drop exact repetitions."""
        return cls(tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.sort_key)))

    @property
    def counts(self) -> dict[str, int]:
        """Number of findings by level; both levels are always there."""
        counted = Counter(str(finding.level) for finding in self.findings)
        return {str(level): counted[str(level)] for level in Level}

    def stops(self, *, strict: bool = False) -> bool:
        """Tell whether a build must not go on: an error, or under *strict* any finding."""
        return any(strict or finding.level is Level.ERROR for finding in self.findings)
