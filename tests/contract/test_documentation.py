"""Documentation of kinds: a heading each, and a place in the map of the contract."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.findings import KINDS
from generator.findings.kinds_fields import FIELD_KINDS
from generator.findings.kinds_returns import RETURN_KINDS
from generator.findings.kinds_rules import RULE_KINDS
from generator.findings.model import Kind

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("page", "kinds"), [("fields.md", FIELD_KINDS), ("rules.md", RULE_KINDS), ("returns.md", RETURN_KINDS)]
)
def test_every_kind_has_its_heading(page: str, kinds: tuple[Kind, ...]) -> None:
    """The page tells each kind once, in the order of the catalogue, under its Chinese title."""
    headings = re.findall(r"^## (\S+) (.+)$", (DOCS / "findings" / page).read_text("utf-8"), re.MULTILINE)

    assert headings == [(kind.code, kind.title.zh) for kind in kinds]


def test_the_map_leaves_no_kind_out() -> None:
    """Every kind of the catalogue stands in the map of the contract, and every code there is a kind."""
    table_rows = [line for line in (DOCS / "contract-map.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    mapped = {code for row in table_rows for code in re.findall(r"`([a-z0-9-]+)`", row.split("|")[2])}

    assert mapped == set(KINDS)
