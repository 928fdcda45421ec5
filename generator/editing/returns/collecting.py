"""Returns into the ledger: each judged by the whole contract, added whole or not at all, and never twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.build.loading import Loaded, contract_settings
from generator.catalog import Catalog
from generator.contract import ContractSettings, check_texts, intake_names, load_tables, read_texts
from generator.contract.texts import Texts
from generator.editing.csv_appending import append_rows
from generator.editing.print_log import day_of_printing
from generator.editing.reading import read_sound_site
from generator.errors import UsageError
from generator.findings import Finding, Level, Place, Report, finding
from generator.intake.data_folder import Intake, read_data
from generator.intake.files import FileResult
from generator.intake.records import Record

from .layout import COLUMNS, options, units_of
from .reading import Return, read_return

LEDGER = "data/ledger.csv"
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".et")
_UNSEEN = frozenset({"evidence"})
"""Columns that a workbook does not show of rows that are recorded."""


class UnitState(NamedTuple):
    """How far one unit of a campaign is."""

    campaign: str
    unit: str
    state: str
    """``reported``, ``blank`` (a workbook without a new row), ``refused`` or ``missing``."""
    files: tuple[str, ...]
    new_rows: int


@dataclass
class Collected:
    """What a folder of returns holds."""

    report: Report
    """Findings, their places in the workbooks: file, row and column of the sheet."""
    rows: list[dict[str, str]]
    """What is to be added to the ledger, canonical."""
    known: int
    """Rows that are recorded already, as they were sent."""
    refused: tuple[str, ...]
    """Files of which nothing is added."""
    units: tuple[UnitState, ...]
    _ledger: Path
    _before: bytes = field(repr=False)

    def write(self) -> None:
        """Add the rows at the ledger's end; everything that stands there stays byte for byte.

        Raises:
            EnvironmentRefused: Another program has changed the ledger, it lacks a column, or it cannot be written.
        """
        if self.rows:
            append_rows(self._ledger, self._before, self.rows, table="ledger", undone="填报的行没有写进台账")


def collect_returns(site_dir: Path, folder: Path, *, as_of: date | None = None) -> Collected:
    """Read all workbooks of a folder and judge them together with the site's data; nothing is written.

    Raises:
        FindingsStop: The site's own data holds errors.
        UsageError: There is no such folder, or no workbook in it.
        EnvironmentRefused: A file cannot be read.
    """
    if not folder.is_dir():
        raise UsageError(f"没有文件夹 {folder}。", mend="把各单位发回的 xlsx 放进一个文件夹，写它的名字。")
    paths = [path for path in sorted(folder.iterdir()) if _is_return(path)]
    if not paths:
        raise UsageError(f"{folder} 里没有填报表（xlsx）。", mend="把各单位发回的 xlsx 放进去。")
    ledger = site_dir / LEDGER
    before = ledger.read_bytes() if ledger.exists() else b""
    loaded = read_sound_site(site_dir, as_of=as_of, purpose="收填报表")
    assert loaded.catalog is not None
    assert loaded.configuration is not None
    chosen = options(loaded.catalog)
    returns = [_known_unit(read_return(path, chosen), loaded.catalog) for path in paths]
    day = day_of_printing(loaded.configuration.site, as_of)
    return _Merge(site_dir, loaded, day).merge(returns, ledger, before)


def _is_return(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in _ENDINGS and not path.name.startswith(("~$", "."))


def _known_unit(each: Return, catalog: Catalog) -> Return:
    """Refuse a return whose unit takes part in no such campaign."""
    identity = each.identity
    if identity is None:
        return each
    campaign = catalog.campaigns.get(identity.campaign)
    if campaign is not None and identity.organisation in {unit.id for unit in units_of(campaign)}:
        return each
    told = finding("return-unknown-unit", Place(each.file), unit=identity.organisation, campaign=identity.campaign)
    return Return(each.file, None, findings=(*each.findings, told))


class _Merge:
    """One run over one site."""

    def __init__(self, site_dir: Path, loaded: Loaded, day: date) -> None:
        assert loaded.configuration is not None
        assert loaded.catalog is not None
        self._catalog, self._day = loaded.catalog, day
        self._settings: ContractSettings = contract_settings(loaded.configuration)
        self._intake: Intake = read_data(site_dir / "data", tables=intake_names(), root=site_dir)
        self._schema = load_tables()["ledger"]
        texts = read_texts(self._intake.files, self._settings).texts["ledger"]
        self._recorded = {each.texts["id"]: each.texts for each in texts}

    def merge(self, returns: Sequence[Return], ledger: Path, before: bytes) -> Collected:
        findings = [told for each in returns for told in each.findings]
        bad = {each.file for each in returns if each.identity is None}
        bad |= {told.place.file for told in findings if told.level is Level.ERROR}
        new, known = self._new_records(returns, findings, bad)
        rows: dict[str, list[dict[str, str]]] = {}
        while True:
            asked = {file: records for file, records in new.items() if file not in bad}
            rows, told = self._judged(asked)
            wrong = {each.place.file for each in told if each.level is Level.ERROR}
            findings += [each for each in told if each.place.file in wrong] if wrong else told
            if not wrong:
                break
            bad |= wrong
        return Collected(
            report=Report.of(findings),
            rows=[row for file in sorted(rows) for row in rows[file]],
            known=known,
            refused=tuple(sorted(bad)),
            units=self._units(returns, rows, bad),
            _ledger=ledger,
            _before=before,
        )

    def _new_records(
        self, returns: Sequence[Return], findings: list[Finding], bad: set[str]
    ) -> tuple[dict[str, list[Record]], int]:
        """Return file → records that are not recorded yet, and how many are; those that differ are told."""
        new: dict[str, list[Record]] = {}
        seen: dict[str, tuple[str, dict[str, str]]] = {}
        known = 0
        for each in returns:
            for texts, record in zip(self._texts(each), each.records, strict=True):
                key = texts.texts.get("id", "")
                if key in self._recorded:
                    told = list(self._changes(texts, self._recorded[key]))
                    known += not told
                    findings += told
                    bad |= {each.file} if told else set()
                elif key in seen and seen[key][1] == texts.texts:
                    continue
                elif key and key in seen:
                    findings.append(texts.named.finding("return-row-twice", "id", other=seen[key][0]))
                    bad |= {each.file, seen[key][0]}
                else:
                    seen[key] = (each.file, texts.texts)
                    new.setdefault(each.file, []).append(record)
        return new, known

    def _texts(self, each: Return) -> list[Texts]:
        file = FileResult(each.file, "ledger", each.records)
        return read_texts([file], self._settings).texts["ledger"]

    def _changes(self, sent: Texts, recorded: Mapping[str, str]) -> Iterable[Finding]:
        """Yield a finding for each column of a recorded row that was sent back otherwise."""
        for column in COLUMNS:
            was, now = recorded.get(column, ""), sent.texts.get(column, "")
            if was != now and not (column in _UNSEEN and not now) and not self._alike(column, was, now):
                yield sent.named.finding("return-row-changed", column, found=now or "空的", allowed=was or "空的")

    def _alike(self, column: str, was: str, now: str) -> bool:
        """Tell whether two texts mean the same: *no* and nothing, numbers with other zeros."""
        entry = self._schema.by_name[column]
        if entry.type == "boolean":
            return {was, now} <= {"", "false"}
        if entry.type in ("number", "integer") and was and now:
            try:
                return float(was) == float(now)
            except ValueError:
                return False
        return column == "nature" and {was, now} <= {"", "purchase"}

    def _judged(self, new: Mapping[str, Sequence[Record]]) -> tuple[dict[str, list[dict[str, str]]], list[Finding]]:
        """Judge new rows among all data of the site; return them in canonical text, and what is told of them."""
        title = self._schema.by_name["recorded_on"].title
        files = [
            FileResult(
                file,
                "ledger",
                tuple(
                    Record("ledger", file, each.line, {**each.values, title: self._day.isoformat()}, each.places)
                    for each in records
                ),
            )
            for file, records in new.items()
        ]
        reading = read_texts([*self._intake.files, *files], self._settings)
        checked = check_texts(reading, self._settings)
        told = [each for each in checked.findings if each.place.file in new]
        rows: dict[str, list[dict[str, str]]] = {}
        for each in reading.texts["ledger"]:
            file = each.place().file
            if file in new:
                rows.setdefault(file, []).append(self._row(each.texts))
        return rows, told

    def _row(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return a row as it is written into the ledger; a campaign that is a sample has sample rows."""
        row = dict(texts)
        campaign = self._catalog.campaigns.get(row.get("campaign", ""))
        if campaign is not None and campaign.sample:
            row["sample"] = "true"
        if self._settings.chinese:
            row = {name: {"true": "是", "false": "否"}.get(text, text) if self._is_boolean(name) else text
                   for name, text in row.items()}  # fmt: skip
        return row

    def _is_boolean(self, name: str) -> bool:
        return self._schema.by_name[name].type == "boolean"

    def _units(
        self, returns: Sequence[Return], rows: Mapping[str, Sequence[dict[str, str]]], bad: set[str]
    ) -> tuple[UnitState, ...]:
        """Return every unit of the campaigns that returns speak of, with what it has sent."""
        sent: dict[tuple[str, str], list[str]] = {}
        for each in returns:
            if each.identity is not None:
                sent.setdefault((each.identity.campaign, each.identity.organisation), []).append(each.file)
        states = []
        for campaign in dict.fromkeys(key for key, _ in sent):
            found = self._catalog.campaigns.get(campaign)
            for unit in units_of(found) if found is not None else ():
                files = sent.get((campaign, unit.id), [])
                number = sum(len(rows.get(file, ())) for file in files)
                state = "reported" if number else "blank" if files else "missing"
                if any(file in bad for file in files):
                    state = "refused"
                states.append(UnitState(campaign, str(unit.name), state, tuple(files), number))
        return tuple(states)
