"""The register of issued reports, ``data/reports.csv``: rows are added at its end, and compared with later runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.catalog import Catalog
from generator.catalog.issued_report import IssuedReport
from generator.catalog.tables import items_of
from generator.editing.csv_appending import append_rows
from generator.errors import UsageError
from generator.surfaces.reports.model import KeyFigure, ProgressReport

REGISTER = "data/reports.csv"
"""Path of the register in a site."""
TEXTS = "reports/issued"
"""Folder of a site in which the editors' paragraphs of each issued report are kept as they were."""
TABLE = "reports"
_DIGITS = 3
_LIST_MARKS = str.maketrans(";；、\n", ",,, ")
"""What would part one entry of a list in two (contract, lists)."""


class Register:
    """The register as it was when a run began."""

    def __init__(self, site_dir: Path) -> None:
        """Read the file as it is, before the data is read."""
        self._path = site_dir / REGISTER
        self._before = self._path.read_bytes() if self._path.exists() else b""

    def add(self, report: ProgressReport, form: str, sha256: str, day: date) -> None:
        """Add one report of *day*.

        Raises:
            EnvironmentRefused: Another program has changed the file, or it cannot be written.
        """
        row = {
            "number": report.number,
            "format": form,
            "scope": report.scope,
            "first": report.first.isoformat(),
            "last": report.last.isoformat(),
            "as_of": report.as_of.isoformat(),
            "issued_on": day.isoformat(),
            "content": report.digest,
            "sha256": sha256,
            "says": ";".join(entry(figure) for figure in report.figures),
        }
        append_rows(self._path, self._before, [row], table=TABLE, undone="报告没有编号登记")


def issued(catalog: Catalog) -> tuple[IssuedReport, ...]:
    """Return everything that was issued, by number and format."""
    return tuple(items_of(catalog.items, TABLE, IssuedReport))


def issued_as(catalog: Catalog, number: str) -> tuple[IssuedReport, ...]:
    """Return the rows of one number.

    Raises:
        UsageError: There is none.
    """
    found = tuple(each for each in issued(catalog) if each.number == number)
    if not found:
        known = sorted({each.number for each in issued(catalog)})
        raise UsageError(
            f"没有编号为“{number}”的报告。",
            mend=f"登记过的有：{'、'.join(known[-10:])}。" if known else "还没有登记过报告；用 --issue 登记第一份。",
        )
    return found


def next_number(catalog: Catalog, day: date) -> str:
    """Return the number that follows the last one of the year of *day*."""
    numbers = (each.number.removeprefix(f"{day.year}-") for each in issued(catalog))
    used = [int(number) for number in numbers if number.isdecimal()]
    return f"{day.year}-{max(used, default=0) + 1:0{_DIGITS}}"


def entry(figure: KeyFigure) -> str:
    """Return a number as the register keeps it: name=value."""
    return f"{figure.key}={figure.value}".translate(_LIST_MARKS)


def differences(row: IssuedReport, report: ProgressReport, sha256: str) -> tuple[str, ...]:
    """Return in Chinese what differs between an issued report and the same one made again; nothing where none does."""
    then = dict(each.partition("=")[::2] for each in row.says)
    now = {figure.key: entry(figure).partition("=")[2] for figure in report.figures}
    labels = {figure.key: figure.label for figure in report.figures}
    told = [
        f"{labels.get(key, key)}（{key}）：登记的是 {then.get(key) or '没有'}，现在是 {now.get(key) or '没有'}。"
        for key in dict.fromkeys((*then, *now))
        if then.get(key) != now.get(key)
    ]
    if not told and row.content != report.digest:
        told.append("数字都一样，文字变了：名称、来源、固定用语，或者编辑写的段落。")
    if not told and row.sha256 != sha256:
        told.append("内容一样，文件的写法变了：程序、主题的版式换了版本。")
    return tuple(told)
