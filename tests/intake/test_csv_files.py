"""CSV text becomes records, and what spreadsheets leave behind is told where it stands."""

from __future__ import annotations

import pytest

from generator.intake.files import FileResult, read_file
from generator.intake.tables import TableNames

HEADER = "编号,标题,类型,说明\n"


def read(text: str, tables: TableNames) -> FileResult:
    """Read *text* as the table of sources."""
    return read_file("data/sources.csv", text.encode(), tables)


def rows(result: FileResult) -> list[tuple[str, int | None, int | None, str]]:
    """Return (code, line, cell, canonical field)."""
    return [(found.code, found.place.line, found.place.column, found.field) for found in result.findings]


def values(result: FileResult) -> list[list[object]]:
    """Return the cells of all records."""
    return [list(record.values.values()) for record in result.records]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end(delimiter: str, line_end: str, tables: TableNames) -> None:
    """Whatever a spreadsheet writes between cells and rows, the records are the same."""
    text = (HEADER + 'a,甲,新闻,"x\n"\nb,乙,名录,y\n').replace(",", delimiter).replace("\n", line_end)
    result = read(text, tables)

    assert rows(result) == []
    assert values(result) == [["a", "甲", "新闻", "x"], ["b", "乙", "名录", "y"]]
    assert [record.line for record in result.records] == [2, 4]


def test_separator_line(tables: TableNames) -> None:
    """A first line ``sep=;`` names the delimiter, and lines are still counted from the top."""
    result = read("sep=;\n编号;标题\na;甲,乙\nb\n", tables)

    assert values(result) == [["a", "甲,乙"]]
    assert result.records[0].line == 3
    assert rows(result) == [("csv-ragged-row", 4, 1, "")]


def test_quoted_cells(tables: TableNames) -> None:
    """Cells keep delimiters, doubled quotes and newlines; places follow the physical lines."""
    result = read(HEADER + 'a,"甲\n""乙"", 丙", 新闻 ,#N/A\nb,5"装, "x, y" ,z\n', tables)

    assert values(result) == [["a", '甲\n"乙", 丙', "新闻", "#N/A"], ["b", '5"装', "x, y", "z"]]
    first = result.records[0]
    assert first.line == 2
    assert dict(first.places) == {"编号": (2, 1), "标题": (2, 2), "类型": (3, 3), "说明": (3, 4)}
    assert rows(result) == [("excel-error-cell", 3, 4, "note")]
    assert first.reported == {"说明"}
    assert result.records[1].line == 4


def test_header_without_rows_is_good(tables: TableNames) -> None:
    """A header alone is an empty table, and the header is handed on."""
    result = read(HEADER, tables)

    assert rows(result) == []
    assert result.records == ()
    assert result.is_complete
    assert result.header is not None
    assert result.header.cells == (("编号", 1), ("标题", 2), ("类型", 3), ("说明", 4))


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n;;\n", "　\n", "\ufeff"])
def test_nothing_written_is_an_error(text: str, tables: TableNames) -> None:
    """A file of blank lines and delimiters is an empty file."""
    assert rows(read(text, tables)) == [("file-empty", 1, 1, "")]


def test_blank_rows_and_blank_columns_are_skipped(tables: TableNames) -> None:
    """Rows and columns without anything in them are what deleting in a spreadsheet leaves."""
    result = read("编号,,标题,,\n\na,,甲,,\n,,,,\n　, \nb,,乙\n", tables)

    assert rows(result) == []
    assert values(result) == [["a", "甲"], ["b", "乙"]]
    assert [record.line for record in result.records] == [3, 6]


def test_spaces_around_cells_are_trimmed(tables: TableNames) -> None:
    """No-break and full-width spaces around a value are as good as none; a formula is only text."""
    assert values(read(HEADER + "a,\u00a0甲　,=1+1,\n", tables)) == [["a", "甲", "=1+1", ""]]


def test_ragged_rows_are_located_and_left_out(tables: TableNames) -> None:
    """Too few cells and too many are told; empty cells beyond the header are no matter."""
    result = read(HEADER + "a,甲\nb,乙,新闻,x,y\nc,丙,新闻,x,,\n", tables)

    assert rows(result) == [("csv-ragged-row", 2, 2, ""), ("csv-ragged-row", 3, 5, "")]
    assert [(found.found, found.allowed) for found in result.findings] == [("2", "4"), ("5", "4")]
    assert values(result) == [["c", "丙", "新闻", "x"]]
    assert not result.is_complete


def test_headers_are_checked(tables: TableNames) -> None:
    """A header written twice and a blank one over values are told on the header's line."""
    result = read("编号,标题,,标题\na,甲,x,乙\nb,甲,y,乙\n", tables)

    assert rows(result) == [("csv-duplicate-header", 1, 4, "title"), ("csv-blank-header", 1, 3, "")]
    assert values(result) == [["a", "甲"], ["b", "甲"]]


def test_titles_above_the_header(tables: TableNames) -> None:
    """Each title row is told with both lines, and the rows under the true header are read."""
    result = read("资料一览,,,\n\n单位：元,,,\n" + HEADER + "a,甲,新闻,\n", tables)

    assert rows(result) == [("csv-title-row", 1, 1, ""), ("csv-title-row", 3, 1, "")]
    assert "第 4 行" in result.findings[0].message.zh
    assert values(result) == [["a", "甲", "新闻", ""]]


@pytest.mark.parametrize("label", ["合计", "总计：", "小 计", "Total", "Grand total:"])
def test_total_rows(label: str, tables: TableNames) -> None:
    """A row of totals is told and never read, wherever in the row its label stands."""
    result = read(HEADER + f"a,甲,新闻,\n,{label},3,4\n", tables)

    assert rows(result) == [("csv-total-row", 3, 2, "")]
    assert len(result.records) == 1


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("6.90123E+12", "excel-number"),
        ("1E+15", "excel-number"),
        ("#REF!", "excel-error-cell"),
        ("#DIV/0!", "excel-error-cell"),
        ("########", "excel-error-cell"),
        ("甲\x00乙", "hidden-character"),
        ("甲\ufffd", "garbled-text"),
    ],
)
def test_spoilt_cells(cell: str, code: str, tables: TableNames) -> None:
    """What a spreadsheet has spoilt is told at its cell, and the value is marked as reported."""
    result = read(HEADER + f"a,{cell},新闻,\n", tables)

    assert rows(result) == [(code, 2, 2, "title")]
    assert result.records[0].reported == {"标题"}


@pytest.mark.parametrize("cell", ["E+12", "A1E+1B", "#1", "Nr. #N/A", "1E5"])
def test_sound_cells(cell: str, tables: TableNames) -> None:
    """What only looks alike is left alone."""
    assert rows(read(HEADER + f"a,{cell},新闻,\n", tables)) == []


def test_unclosed_quotes(tables: TableNames) -> None:
    """A quote that never closes is told at its cell, and reading goes on with the next whole row."""
    result = read(HEADER + 'a,"甲,新闻,\nb,"乙",新闻,\nc,丙,"新闻"x,\nd,丁,新闻,\n', tables)

    assert rows(result) == [("csv-unclosed-quote", 2, 2, ""), ("csv-unclosed-quote", 4, 3, "")]
    assert [row[0] for row in values(result)] == ["b", "d"]
    assert not result.is_complete


def test_unclosed_quote_in_the_header(tables: TableNames) -> None:
    """Without a header nothing can be read."""
    assert rows(read('"编号,标题\na,b\n', tables)) == [("csv-unclosed-quote", 1, 1, "")]


def test_full_width_separators(tables: TableNames) -> None:
    """A header separated by full-width commas, wholly or in part, is told once; the rows are not guessed at."""
    assert rows(read("编号，标题，类型\na，甲，新闻\n", tables)) == [("csv-full-width-comma", 1, 1, "")]
    assert rows(read("编号，标题,类型\na,甲,新闻\n", tables)) == [("csv-full-width-comma", 1, 1, "")]


def test_unknown_headers_are_the_contracts_business(tables: TableNames) -> None:
    """Intake hands unknown words on as they are."""
    result = read("编号,颜色\na,红\n", tables)

    assert rows(result) == []
    assert result.records[0].values == {"编号": "a", "颜色": "红"}
