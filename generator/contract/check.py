"""The contract as one line: records, canonical names, canonical text, Table Schema, our own rules, typed rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.findings import Finding, Report
from generator.intake.records import HeaderRow, Record

from .judging import judge
from .names import name_records
from .rows import Row, make_row
from .rules import RULES, Marks, RuleData
from .schema import load_tables
from .settings import ContractSettings
from .tables import Validation
from .values import Texts, ValueReader


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


def check_records(
    records: Mapping[str, Iterable[Record]],
    settings: ContractSettings,
    *,
    headers: Mapping[str, Iterable[HeaderRow]] | None = None,
    incomplete: Iterable[str] = (),
    clean: Collection[str] = frozenset(),
    apart: bool = False,
) -> Checked:
    """
    Check the records of a site.

    Args:
        records: Canonical table name → its records in the order of files and lines.
        settings: What of the site's configuration data is checked against.
        headers: Canonical table name → the headers of its CSV files.
        incomplete: Tables of which some record could not be read; a reference into them that finds nothing is no fault.
        clean: What an earlier run found clean (:attr:`Checked.clean`).
        apart: Let Table Schema judge in another process and return before its verdict, if all else is in order.

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
    validation = Validation(texts, clean=clean, unknown_targets=unknown, apart=apart)

    def with_verdict() -> Checked:
        verdict = validation.verdict()
        told = list(judge(verdict.errors, texts, settings))
        checked = _checked(texts, [*findings, *told], settings, unknown, clean) if hoped is None or told else hoped
        return replace(checked, clean=checked.clean | verdict.clean)

    hoped = _hoped(texts, findings, settings, unknown, clean) if apart else None
    if (
        hoped is None
        or Report(hoped.findings).stops()
        or any(row.unread for each in hoped.rows.values() for row in each)
    ):
        return with_verdict()
    return replace(hoped, settle=with_verdict)


def _hoped(
    texts: Mapping[str, list[Texts]],
    findings: list[Finding],
    settings: ContractSettings,
    unknown: frozenset[str],
    clean: Collection[str],
) -> Checked | None:
    """Do what :func:`_checked` does as if Table Schema had found nothing; ``None`` where that cannot be."""
    try:
        return _checked(texts, findings, settings, unknown, clean)
    except Exception:  # noqa: BLE001 - a text that is not of its type fails anywhere; behind the verdict nothing may
        return None


def _checked(
    texts: Mapping[str, list[Texts]],
    findings: list[Finding],
    settings: ContractSettings,
    unknown: frozenset[str],
    clean: Collection[str],
) -> Checked:
    """Make typed rows and let our own rules judge them."""
    rows = {table: _rows(table, each) for table, each in texts.items()}
    data = RuleData(rows, settings, unknown, Marks(clean))
    told = [found for rule in RULES.values() for found in rule(data)]
    return Checked(MappingProxyType(rows), Report.of([*findings, *told]).findings, frozenset(data.marks.clean))


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
        if all(record.key) or all(record.texts.get(name) for name in required):
            by_key.setdefault(record.key, record)
    return tuple(make_row(by_key[key]) for key in sorted(by_key))
