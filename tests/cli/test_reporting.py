"""Reports in the forms that other programs read."""

from __future__ import annotations

import pytest

from generator.cli.reporting import print_report
from generator.findings import Place, Report, finding


@pytest.mark.parametrize(
    ("file", "escaped"),
    [
        ("data/products/cha.yml", "data/products/cha.yml"),
        ("data/100%.csv", "data/100%25.csv"),
        ("data/a,line=1::error ::b.csv", "data/a%2Cline=1%3A%3Aerror %3A%3Ab.csv"),
        ("data/a\nb.csv", "data/a%0Ab.csv"),
    ],
)
def test_a_file_name_cannot_end_a_workflow_command(file: str, escaped: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Marks that mean something in the properties of a command are escaped; a finding stays one line."""
    print_report(Report.of([finding("file-empty", Place(file, 3))]), form="github")

    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"::error file={escaped},line=3,title=file-empty::")
