"""Every kind of finding about files, on an example site that has exactly that fault."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from finding_rows import finding_rows

from generator.findings import Report
from generator.findings.kinds_files import FILE_KINDS
from generator.intake.data_folder import read_data
from generator.intake.tables import TableNames

BROKEN = Path(__file__).parents[1] / "sites" / "broken"
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "findings" / "files.md"
CODES = [kind.code for kind in FILE_KINDS]


@pytest.mark.parametrize("code", CODES)
def test_example_gives_exactly_its_findings(code: str, tables: TableNames) -> None:
    """A broken example is told with the file, line and field that it was made for, and nothing else."""
    site = BROKEN / code
    expected = yaml.safe_load((site / "expected.yml").read_text(encoding="utf-8"))

    report = Report.of(read_data(site / "data", tables=tables, root=site).findings)

    assert finding_rows(report.findings) == expected
    assert code in {row[3] for row in expected}


@pytest.mark.parametrize("code", CODES)
def test_sentences_are_filled(code: str, tables: TableNames) -> None:
    """Sentences in both languages are whole: no placeholder and no empty quotation is left."""
    site = BROKEN / code

    for found in read_data(site / "data", tables=tables, root=site).findings:
        for text in (found.message.zh, found.message.en, found.mend.zh, found.mend.en):
            assert text.strip()
            assert "“”" not in text.removesuffix("中文“”。").removesuffix("中文引号“”。")
            assert ' "" ' not in text


def test_every_kind_has_its_heading() -> None:
    """The documentation has one heading a kind, with its code and Chinese title, in the order of the catalogue."""
    headings = [line for line in DOCUMENTATION.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]

    assert headings == [f"## {kind.code} {kind.title.zh}" for kind in FILE_KINDS]
