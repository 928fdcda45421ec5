"""Every kind of finding about the site itself, on an example site that has exactly that fault."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from finding_rows import finding_rows

from generator.build import Options, check
from generator.findings import Report
from generator.findings.kinds_site import SITE_KINDS

BROKEN = Path(__file__).parents[1] / "sites" / "broken"
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "findings" / "site.md"
CODES = [kind.code for kind in SITE_KINDS]


@pytest.fixture
def checked(code: str, tmp_path: Path) -> Report:
    """The report on a copy of an example, so that nothing is kept beside the original."""
    shutil.copytree(BROKEN / code, tmp_path / code, symlinks=True)
    return check(Options(tmp_path / code))


@pytest.mark.parametrize("code", CODES)
def test_example_gives_exactly_its_findings(code: str, checked: Report) -> None:
    """A broken example is told with the file, line and field that it was made for, and nothing else."""
    expected = yaml.safe_load((BROKEN / code / "expected.yml").read_text("utf-8"))

    assert finding_rows(checked.findings) == expected
    assert {row[3] for row in expected} == {code}


@pytest.mark.parametrize("code", CODES)
def test_sentences_are_filled(code: str, checked: Report) -> None:
    """Sentences in both languages are whole: no placeholder and no empty quotation is left."""
    for found in checked.findings:
        for text in (found.message.zh, found.message.en, found.mend.zh, found.mend.en):
            assert text.strip()
            assert "“”" not in text
            assert not re.search(r"\{\w*\}", text)


def test_every_kind_has_its_heading() -> None:
    """The documentation has one heading a kind, with its code and Chinese title, in the order of the catalogue."""
    headings = [line for line in DOCUMENTATION.read_text("utf-8").splitlines() if line.startswith("## ")]

    assert headings == [f"## {kind.code} {kind.title.zh}" for kind in SITE_KINDS]
