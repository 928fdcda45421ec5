"""From the files of a site to its records in canonical text, those of known files as they were remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.findings import Finding
from generator.intake.files import FileResult, KnownFile

from .names import Namer
from .schema import load_tables
from .settings import ContractSettings
from .texts import Texts, TextsByTable, decoded
from .values import ValueReader


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The records of a site, read and not yet judged."""

    texts: Mapping[str, list[Texts]]
    """Every table → its records, in the order of files and lines (nested ones included)."""
    findings: tuple[Finding, ...]
    """What is wrong with keys, and with values of which Table Schema would not tell."""
    incomplete: frozenset[str]
    """Tables of which some record could not be read: a reference into them that finds nothing proves nothing."""
    sound: Mapping[str, TextsByTable]
    """Path of each file that was read now and has no finding → its records, to be remembered."""


def read_texts(files: Iterable[FileResult | KnownFile], settings: ContractSettings) -> Reading:
    """
    Give the keys of all records their canonical names and their values canonical text.

    Args:
        files: The data files in the order of paths.
        settings: What of the site's configuration decides how they are read.
    """
    texts: dict[str, list[Texts]] = {name: [] for name in load_tables()}
    findings: list[Finding] = []
    incomplete: set[str] = set()
    sound: dict[str, TextsByTable] = {}
    namer, reader = Namer(chinese=settings.chinese), ValueReader(settings)
    order = {name: number for number, name in enumerate(texts)}
    for file in sorted(files, key=lambda file: order[file.table]):
        if isinstance(file, KnownFile):
            own = decoded(file, namer)
        else:
            own, told = _read(file, namer, reader)
            findings += told
            if not file.is_complete:
                incomplete.add(file.table)
            elif not told and not file.findings:
                sound[file.path] = own
        for table, records in own.items():
            texts[table] += records
    return Reading(texts, tuple(findings), _with_nested(incomplete), sound)


def _read(file: FileResult, namer: Namer, reader: ValueReader) -> tuple[TextsByTable, list[Finding]]:
    named, findings = namer.name(file)
    texts: TextsByTable = {}
    for table, records in named.items():
        own = texts[table] = []
        for record in records:
            read, told = reader.read(record)
            own.append(read)
            if told:
                findings += told
    return texts, findings


def _with_nested(incomplete: Iterable[str]) -> frozenset[str]:
    """Add the tables whose records may stand inside records that could not be read."""
    tables = load_tables()
    names = frozenset(incomplete)
    return names | {nested.table for name in names for nested in tables[name].nested}
