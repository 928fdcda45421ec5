"""The contract as one line: records, canonical names, canonical text, Table Schema, our own rules, typed rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from generator.findings import Finding, Report

from .judging import judge
from .reading import Reading
from .rows import Row, make_row
from .rules import RULES, Marks, RuleData
from .schema import Table, load_tables
from .settings import ContractSettings
from .tables import Validation
from .texts import Texts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the contract made of a site's records."""

    rows: Mapping[str, tuple[Row, ...]]
    """Every table → its rows in the order of their keys.  Only to be built from where no finding is an error."""
    findings: tuple[Finding, ...]
    """Everything that is wrong, sorted."""
    clean: frozenset[str] = frozenset()
    """Digests of what was found clean, for the next run: only what has changed is judged again."""
    settle: Callable[[], Checked] | None = None
    """Waits for the verdict of Table Schema where it is still out, and returns what is then known; see :meth:`settled`.

    Until then rows and findings are what they would be if it found nothing.
    """

    def settled(self) -> Checked:
        """Return the same with Table Schema's verdict; at once where it is in."""
        return self.settle() if self.settle is not None else self


def check_texts(
    reading: Reading, settings: ContractSettings, *, clean: Collection[str] = frozenset(), apart: bool = False
) -> Checked:
    """
    Check the records of a site.

    Args:
        reading: The records in canonical text, and what was found wrong with them so far.
        settings: What of the site's configuration data is checked against.
        clean: What an earlier run found clean (:attr:`Checked.clean`).
        apart: Let Table Schema judge in another process and return before its verdict, if all else is in order.

    Returns:
        Typed rows of every table, and all findings at once.

    Raises:
        EnvironmentRefused: A finding is about a remembered file, which has changed since it was recognised.
    """
    # Rows before the other process starts: what it shares with this one is copied as soon as it is touched here.
    hoped_rows = _hoped(partial(_rows, reading)) if apart else None
    validation = Validation(reading.texts, clean=clean, unknown_targets=reading.incomplete, apart=apart)

    def with_verdict() -> Checked:
        verdict = validation.verdict()
        told = list(judge(verdict.errors, reading.texts, settings))
        checked = _checked(_rows(reading), reading, told, settings, clean) if hoped is None or told else hoped
        return replace(checked, clean=checked.clean | verdict.clean)

    hoped = None if hoped_rows is None else _hoped(partial(_checked, hoped_rows, reading, (), settings, clean))
    if (
        hoped is None
        or Report(hoped.findings).stops()
        or any(row.unread for each in hoped.rows.values() for row in each)
    ):
        return with_verdict()
    return replace(hoped, settle=with_verdict)


def _hoped(make: Callable[[], T]) -> T | None:
    """Make something as if Table Schema had found nothing; ``None`` where that cannot be."""
    try:
        return make()
    except Exception:  # noqa: BLE001 - a text that is not of its type fails anywhere; behind the verdict nothing may
        return None


def _checked(
    rows: Mapping[str, tuple[Row, ...]],
    reading: Reading,
    verdict: Iterable[Finding],
    settings: ContractSettings,
    clean: Collection[str],
) -> Checked:
    """Let our own rules judge typed rows."""
    data = RuleData(rows, settings, reading.incomplete, Marks(clean))
    told = [found for rule in RULES.values() for found in rule(data)]
    findings = Report.of([*reading.findings, *verdict, *told]).findings
    return Checked(rows, findings, frozenset(data.marks.clean))


def _rows(reading: Reading) -> Mapping[str, tuple[Row, ...]]:
    """Make the rows of all tables."""
    return MappingProxyType({table: _rows_of(load_tables()[table], each) for table, each in reading.texts.items()})


def _rows_of(table: Table, texts: list[Texts]) -> tuple[Row, ...]:
    """Make the rows of a table in the order of their keys; records without a key or with one used before are left."""
    required = [number for number, name in enumerate(table.primary_key) if table.by_name[name].required]
    by_key: dict[tuple[str, ...], Row] = {}
    for record in texts:
        if record.key not in by_key and all(map(record.key.__getitem__, required)):
            by_key[record.key] = make_row(record)
    return tuple(by_key[key] for key in sorted(by_key))
