"""Reading one file is pure and total: any bytes give records or located findings, and the result can be kept."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.files import FileResult, read_file, table_of
from generator.intake.tables import NestedWord, TableNames, TableWords

TABLES = TableNames(
    {
        "products": TableWords(
            "产品",
            {"id": "id", "编号": "id", "name": "name", "名称": "name", "说明": "note"},
            {"报价": NestedWord("offers", "offers")},
        ),
        "offers": TableWords("报价", {"渠道": "channel", "价格": "price"}),
    }
)
PATHS = ("data/products.csv", "data/products/a.yml")
YAML = "编号: a\n名称: 雷山银球茶\n说明: |\n  　　第一段：“好”\n  第二段\n报价:\n  - 渠道: 食堂\n    价格: 68.00 元\n"
CSV = '编号,名称,说明\na,雷山银球茶,"一\n""二"""\nb,剑河稻花鱼,\n'
PIECES = st.sampled_from(
    [*"\t：:\"'[]{}&*!|>#%@`,，;-\n\r \u3000\x00\u200b\u2028\ufeff\ufffd甲", "\n---\n", "合计", ": "]
)
DETERMINED = settings(derandomize=True, deadline=None, max_examples=150)


def check(path: str, data: bytes) -> FileResult:
    """Read *data*; whatever it is, findings have places, losses have findings, and the same comes again."""
    result = read_file(path, data, TABLES)
    for found in result.findings:
        assert found.place.file == path
        assert found.place.line is not None
        assert 1 <= found.place.line <= data.count(b"\n") + data.count(b"\r") + 1
        assert found.place.column is not None
        assert found.place.column >= 1
        assert found.message.zh
    if not result.records and result.header is None:
        assert result.findings
    assert pickle.loads(pickle.dumps(result)).findings == result.findings
    assert read_file(path, data, TABLES).findings == result.findings
    return result


@DETERMINED
@given(st.sampled_from(PATHS), st.binary(max_size=300))
def test_any_bytes(path: str, data: bytes) -> None:
    """Arbitrary bytes never raise."""
    check(path, data)


@DETERMINED
@given(st.sampled_from(PATHS), st.text(max_size=200), st.sampled_from(["utf-8", "gb18030", "utf-16", "utf-8-sig"]))
def test_any_text(path: str, text: str, encoding: str) -> None:
    """Arbitrary text in any of the encodings never raises."""
    check(path, text.encode(encoding, "replace"))


@DETERMINED
@given(st.sampled_from(list(zip(PATHS, (CSV, YAML), strict=True))), st.data())
def test_spoilt_files(sample: tuple[str, str], data: st.DataObject) -> None:
    """A sound file with pieces put in and cut out never raises."""
    path, text = sample
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 3)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    check(path, text.encode())


@DETERMINED
@given(st.sampled_from(list(zip(PATHS, (CSV, YAML), strict=True))), st.integers(0, 400))
def test_cut_files(sample: tuple[str, str], size: int) -> None:
    """A sound file cut anywhere is read as far as it goes or told."""
    path, text = sample
    check(path, text.encode()[:size])


def test_sound_files() -> None:
    """The samples themselves are sound, and their records survive being kept."""
    for path, text in zip(PATHS, (CSV, YAML), strict=True):
        result = check(path, text.encode())
        kept = pickle.loads(pickle.dumps(result))

        assert result.findings == ()
        assert kept.records[0].values["名称"] == "雷山银球茶"
        assert kept.records[0].places["名称"] == result.records[0].places["名称"]


def test_tables_come_from_paths() -> None:
    """A CSV file is named after its table, a YAML file lies in its table's folder."""
    assert table_of("data/products.csv") == "products"
    assert table_of("data/products.CSV") == "products"
    assert table_of("data/products/GZ-0412.yml") == "products"


def test_renamed_spreadsheets() -> None:
    """A workbook whose suffix was changed to .csv is told to be one."""
    result = read_file("data/products.csv", b"PK\x03\x04\x14\x00", TABLES)

    assert [found.code for found in result.findings] == ["spreadsheet-file"]
