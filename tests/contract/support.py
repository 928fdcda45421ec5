"""Reading the sites of the tests up to the contract, through the real rooms before it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from finding_rows import finding_rows

from generator.config import read_config
from generator.contract import Checked, ContractSettings, check_texts, intake_names, read_texts
from generator.contract.texts import Texts
from generator.findings import Finding, Report
from generator.intake.data_folder import read_data
from generator.intake.files import FileResult
from generator.intake.records import Record

SITES = Path(__file__).parent.parent / "sites"
"""The folder of the tests' sites."""

CHINA = ContractSettings(
    as_of=date(2020, 9, 30),
    time_zone="Asia/Shanghai",
    language="zh-Hans",
    languages=("zh-Hans", "en"),
    currency_units={"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000), "¥": Decimal(1)},
    masks=("面议", "未披露"),
    region_scheme="gb2260",
    official_lists=("832",),
    personal_data={
        "居民身份证号": r"(?<!\d)[1-9]\d{16}[\dXx](?!\d)",
        "手机号": r"(?<!\d)1[3-9]\d{9}(?!\d)",
    },
    allowed_phones=("139-0000-0000",),
)
"""Settings like those of a Chinese site."""

EUROPE = ContractSettings(
    as_of=date(2020, 9, 30),
    time_zone="Europe/Brussels",
    currency_units={"€": Decimal(1), "EUR": Decimal(1)},
    decimal_comma=True,
    masks=("n/a",),
    region_scheme="nuts",
)
"""Settings like those of a European board."""


@dataclass(frozen=True)
class CheckedSite:
    """A site read and checked."""

    checked: Checked
    settings: ContractSettings
    findings: tuple[Finding, ...]
    """Findings of configuration, intake and contract together, sorted."""

    @property
    def flat(self) -> list[list[object]]:
        """Return [file, line, field, code] rows, as ``expected.yml`` holds them."""
        return finding_rows(self.findings)


@cache
def check_site(folder: Path) -> CheckedSite:
    """Read and check the site in *folder*."""
    configuration, findings = read_config(folder)
    assert configuration, findings
    site = configuration.site
    settings = replace(
        CHINA,
        as_of=configuration.as_of,
        language=site.language,
        languages=site.all_languages,
        currency_units={site.currency.symbol: Decimal(1), **site.currency.units},
        masks=site.masks,
        region_scheme=site.regions.scheme,
        official_lists=tuple(site.official_lists),
        personal_data=site.personal_data.patterns,
        allowed_phones=site.personal_data.allow,
    )
    intake = read_data(folder / "data", tables=intake_names(), root=folder)
    checked = check_texts(read_texts(intake.files, settings), settings)
    report = Report.of([*findings, *intake.findings, *checked.findings])
    return CheckedSite(checked, settings, report.findings)


def record(table: str, line: int = 2, /, *, file: str = "", **values: str) -> Record:
    """Make the record of a CSV row, its cells numbered from 1."""
    places = {word: (line, number) for number, word in enumerate(values, 1)}
    return Record(table, file or f"data/{table}.csv", line, dict(values), places)


def files_of(*records: Record, incomplete: Collection[str] = ()) -> list[FileResult]:
    """Return *records* as if each table were read from one file; of *incomplete* tables some could not be read."""
    by_table: dict[str, list[Record]] = {table: [] for table in incomplete}
    for each in records:
        by_table.setdefault(each.table, []).append(each)
    return [
        FileResult(f"data/{table}.csv", table, tuple(rows), is_complete=table not in incomplete)
        for table, rows in by_table.items()
    ]


def read(*records: Record, settings: ContractSettings = CHINA) -> dict[str, list[Texts]]:
    """Return *records* in canonical text, by table."""
    return dict(read_texts(files_of(*records), settings).texts)


def check(*records: Record, settings: ContractSettings = CHINA, clean: Collection[str] = frozenset()) -> Checked:
    """Check *records* alone, each under its own table."""
    return check_texts(read_texts(files_of(*records), settings), settings, clean=clean)


def codes(checked: Checked) -> list[tuple[str, str]]:
    """Return (field, code) of each finding."""
    return [(found.field, found.code) for found in checked.findings]
