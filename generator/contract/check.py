"""The contract as one line: records, canonical names, canonical text, Table Schema, our own rules, typed rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.findings import Finding, Report
from generator.intake.records import HeaderRow, Record

from .judging import judge
from .names import name_records
from .rows import Row, make_row
from .rules import RULES, RuleData
from .schema import load_tables
from .settings import ContractSettings
from .tables import validate_tables
from .values import Texts, ValueReader


@dataclass(frozen=True, slots=True)
class Checked:
    """What the contract made of a site's records."""

    rows: Mapping[str, tuple[Row, ...]]
    """Every table → its rows in the order of their keys.  Only to be built from where no finding is an error."""
    findings: tuple[Finding, ...]
    """Everything that is wrong, sorted."""
    clean: frozenset[str] = frozenset()
    """Digests of what Table Schema found clean, for the next run: only what has changed is judged again."""


def check_records(
    records: Mapping[str, Iterable[Record]],
    settings: ContractSettings,
    *,
    headers: Mapping[str, Iterable[HeaderRow]] | None = None,
    incomplete: Iterable[str] = (),
    clean: Collection[str] = frozenset(),
) -> Checked:
    """
    Check the records of a site.

    Args:
        records: Canonical table name → its records in the order of files and lines.
        settings: What of the site's configuration data is checked against.
        headers: Canonical table name → the headers of its CSV files.
        incomplete: Tables of which some record could not be read; a reference into them that finds nothing is no fault.
        clean: What Table Schema found clean in an earlier run (:attr:`Checked.clean`).

    Returns:
        Typed rows of every table, and all findings at once.
    """
    unknown = _with_nested(incomplete)
    named, findings = name_records(records, headers or {}, chinese=settings.chinese)
    reader = ValueReader(settings)
    texts: dict[str, list[Texts]] = {}
    for table, table_records in named.items():
        read = [reader.read(record) for record in table_records]
        texts[table] = [record for record, _ in read]
        for _, problems in read:
            findings += problems
    verdict = validate_tables(texts, clean=clean, unknown_targets=unknown)
    findings += judge(verdict.errors, texts, settings)
    rows = {table: _rows(table, each) for table, each in texts.items()}
    data = RuleData(rows, settings, unknown)
    for rule in RULES.values():
        findings += rule(data)
    return Checked(MappingProxyType(rows), Report.of(findings).findings, verdict.clean)


def _with_nested(incomplete: Iterable[str]) -> frozenset[str]:
    """Add the tables whose records may stand inside records that could not be read."""
    tables = load_tables()
    names = frozenset(incomplete)
    return names | {nested.table for name in names & tables.keys() for nested in tables[name].nested}


def _rows(table: str, texts: list[Texts]) -> tuple[Row, ...]:
    """Make the rows of a table in the order of their keys; records without a key or with one used before are left."""
    required = [name for name in load_tables()[table].primary_key if load_tables()[table].by_name[name].required]
    by_key: dict[tuple[str, ...], Texts] = {}
    for record in texts:
        if all(record.texts.get(name) for name in required):
            by_key.setdefault(record.key, record)
    return tuple(make_row(by_key[key]) for key in sorted(by_key))
