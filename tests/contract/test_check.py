"""The whole contract on whole sites."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.contract import load_tables
from generator.findings.kinds_fields import FIELD_KINDS
from generator.findings.kinds_rules import RULE_KINDS
from generator.intake.records import Record

from .support import EUROPE, SITES, check, check_site, record

CODES = [kind.code for kind in (*FIELD_KINDS, *RULE_KINDS)]


def test_the_good_site_is_good() -> None:
    """The small shop uses each feature once and has nothing wrong with it, not even a warning."""
    shop = check_site(SITES / "shop")

    assert shop.flat == []
    assert [table for table, rows in shop.checked.rows.items() if not rows] == ["pictures", "recordings"]


@pytest.mark.parametrize("code", CODES)
def test_broken_example_gives_exactly_its_finding(code: str) -> None:
    """Each kind's example site triggers it, at the right file, line and field, and nothing else."""
    folder = SITES / "broken" / code
    expected = yaml.safe_load((folder / "expected.yml").read_text("utf-8"))

    assert check_site(folder).flat == expected
    assert {row[3] for row in expected} == {code}


@pytest.mark.parametrize("code", CODES)
def test_wording_is_whole_in_both_languages(code: str) -> None:
    """Sentences of a finding are filled, end properly, and quote what stands in the file."""
    for finding in check_site(SITES / "broken" / code).findings:
        for sentence in (finding.message, finding.mend):
            assert "{" not in sentence.zh + sentence.en
            assert sentence.zh[-1] in "。？"
            assert sentence.en[-1] in ".?"
            assert "。。" not in sentence.zh
            assert ".." not in sentence.en


def test_an_english_site_is_told_without_chinese() -> None:
    """Findings of a site in another language hold no Chinese character in their English wording."""
    checked = check(
        record("suppliers", 2, id="Farm", name="", kind="co-op", website="ftp://x", sample="perhaps"),
        record("origins", 2, code="fr", name="Jura", latitude="46"),
        record(
            "products", 2, id="comte", nam="Comté", kind="goods", categories="cheese", origin="FRC2", description="-"
        ),
        record("offers", 2, product="comte", channel="shop", unit="kg", price="about 12"),
        settings=EUROPE,
    )

    said = "".join(f.message.en + f.mend.en + f.allowed + f.found for f in checked.findings)
    assert len(checked.findings) > 8
    assert [character for character in said if "\u3000" <= character <= "\u9fff"] == []


WORDS = st.sampled_from([*load_tables()["products"].words, "产的", "nmae", ""])
SCALARS = st.one_of(
    st.text(max_size=8), st.sampled_from(["xx", "是", "3-5月", "1e9", "610924", "商品", "https://x.cn/"])
)
NESTED = st.builds(
    lambda values: [Record("报价", "data/products/a.yml", 5, values)],
    st.dictionaries(st.sampled_from([*load_tables()["offers"].words, "?"]), SCALARS, max_size=5),
)
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=3), NESTED)


@settings(derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.dictionaries(WORDS, VALUES, max_size=12), max_size=3))
def test_anything_an_editor_may_write_gives_located_findings(written: list[dict[str, object]]) -> None:
    """Whatever stands in a record, the answer is rows and findings with file and line, never an exception."""
    records = [
        Record("products", f"data/products/{number}.yml", 1, values, default_id=f"p{number}")  # type: ignore[arg-type]
        for number, values in enumerate(written)
    ]

    checked = check(*records)

    assert [finding for finding in checked.findings if not finding.place.line] == []
    assert len(checked.rows["products"]) <= len(records)


def test_order_of_records_changes_nothing() -> None:
    """Rows and findings of good data are the same whatever the order of files."""
    rows = [record("suppliers", line, 编号=f"s{line}", 名称="社") for line in range(2, 9)]

    forwards, backwards = check(*rows), check(*reversed(rows))

    assert [row.digest for row in forwards.rows["suppliers"]] == [row.digest for row in backwards.rows["suppliers"]]


def test_examples_are_minimal_sites() -> None:
    """Every folder of an example holds its settings and what is to be expected."""
    for code in CODES:
        folder: Path = SITES / "broken" / code
        assert {"site_config.yml", "expected.yml", "data"} <= {entry.name for entry in folder.iterdir()}
