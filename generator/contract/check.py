"""The contract as one line: records, canonical names, canonical text, Table Schema, our own rules, typed rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple

from generator.apart import Apart, start_apart
from generator.findings import Finding, Report

from .judging import judge
from .reading import Reading
from .rows import Row, make_row
from .rules import RULES, Marks, RuleData
from .schema import Table, load_tables
from .settings import ContractSettings
from .tables import validate_tables
from .texts import Texts

TOO_MANY_APART: Final = 50_000
"""Records from which on all is judged in this process: a second one would copy nearly all memory that it looks at."""


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
    """Waits for the judges where they are still at work, and returns what is then known; see :meth:`settled`.

    Until then rows and findings are what they would be if they found nothing.
    """

    def settled(self) -> Checked:
        """Return the same with all verdicts; at once where they are in."""
        return self.settle() if self.settle is not None else self


def check_texts(
    reading: Reading,
    settings: ContractSettings,
    *,
    clean: Collection[str] = frozenset(),
    apart: bool = False,
    sparing: bool = True,
) -> Checked:
    """
    Check the records of a site.

    Args:
        reading: The records in canonical text, and what was found wrong with them so far.
        settings: What of the site's configuration data is checked against.
        clean: What an earlier run found clean (:attr:`Checked.clean`).
        apart: Let Table Schema and our rules judge in another process, if reading went well and the system can fork,
            and return before their verdicts.
        sparing: Stay in this process all the same where a second one would need much memory.

    Returns:
        Typed rows of every table, and all findings at once.

    Raises:
        EnvironmentRefused: A finding is about a remembered file, which has changed since it was recognised.
    """
    is_costly = sparing and sum(map(len, reading.texts.values())) >= TOO_MANY_APART
    if apart and not is_costly and not Report.of(reading.findings).stops():
        # Rows before the other process starts: what it shares with this one is copied as soon as it is touched here.
        hoped = _hoped(reading)
        judges = start_apart(partial(_judged, reading, settings, clean, hoped)) if hoped is not None else None
        if hoped is not None and judges is not None:
            findings = Report.of(reading.findings).findings
            return Checked(hoped, findings, settle=partial(_settled, judges, reading, settings, clean, hoped))
    verdict = validate_tables(reading.texts, clean=clean, unknown_targets=reading.incomplete)
    told = list(judge(verdict.errors, reading.texts, settings))
    rows = _rows(reading)
    ruled, marks = _ruled(rows, reading, settings, clean)
    return Checked(rows, Report.of([*reading.findings, *told, *ruled]).findings, marks | verdict.clean)


class _Judgement(NamedTuple):
    """What another process tells: little, as nearly everything is as it was."""

    findings: tuple[Finding, ...]
    """What our rules told."""
    clean: frozenset[str]
    """What was not known to be clean."""
    stale: frozenset[str]
    """What was known, and stands nowhere any more."""


def _judged(
    reading: Reading, settings: ContractSettings, clean: Collection[str], rows: Mapping[str, tuple[Row, ...]]
) -> _Judgement | None:
    """Judge *rows*; ``None`` where Table Schema objects, since they then are not what they should be."""
    verdict = validate_tables(reading.texts, clean=clean, unknown_targets=reading.incomplete)
    if any(verdict.errors.values()):
        return None
    told, marks = _ruled(rows, reading, settings, clean)
    known, found = frozenset(clean), marks | verdict.clean
    return _Judgement(tuple(told), found - known, known - found)


def _settled(
    judges: Apart[_Judgement | None],
    reading: Reading,
    settings: ContractSettings,
    clean: Collection[str],
    rows: Mapping[str, tuple[Row, ...]],
) -> Checked:
    judgement = judges.result()
    if judgement is None:
        return check_texts(reading, settings, clean=clean)
    findings = Report.of([*reading.findings, *judgement.findings]).findings
    return Checked(rows, findings, (frozenset(clean) | judgement.clean) - judgement.stale)


def _hoped(reading: Reading) -> Mapping[str, tuple[Row, ...]] | None:
    """Make rows as if Table Schema found nothing; ``None`` where that cannot be."""
    try:
        rows = _rows(reading)
    except Exception:  # noqa: BLE001 - a text that is not of its type fails anywhere; behind the verdict nothing may
        return None
    return None if any(row.unread for each in rows.values() for row in each) else rows


def _ruled(
    rows: Mapping[str, tuple[Row, ...]], reading: Reading, settings: ContractSettings, clean: Collection[str]
) -> tuple[list[Finding], frozenset[str]]:
    """Let our own rules judge typed rows; return what they tell, and what they found clean."""
    data = RuleData(rows, settings, reading.incomplete, Marks(clean))
    told = [found for rule in RULES.values() for found in rule(data)]
    return told, frozenset(data.marks.clean)


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
