"""Bytes become text or a located refusal, never mojibake."""

from __future__ import annotations

import codecs

import pytest

from generator.intake.files import FileResult, read_file
from generator.intake.tables import TableNames

TEXT = "编号,标题,类型\nnews,县里来的新闻,新闻\nlist,县里的名录,名录\n"
VALUES = [["news", "县里来的新闻", "新闻"], ["list", "县里的名录", "名录"]]


def read(data: bytes, tables: TableNames, path: str = "data/sources.csv") -> FileResult:
    """Read *data* as the table of sources."""
    return read_file(path, data, tables)


def rows(result: FileResult) -> list[tuple[str, int | None, str, str]]:
    """Return (code, line, field, what is allowed)."""
    return [(found.code, found.place.line, found.field, found.allowed) for found in result.findings]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_known_headers_open_an_encoding(encoding: str, tables: TableNames) -> None:
    """CSV files whose headers are all known words are read in every encoding that spreadsheets write."""
    result = read(TEXT.encode(encoding), tables)

    assert rows(result) == []
    assert [list(record.values.values()) for record in result.records] == VALUES


def test_big5_with_known_headers(tables: TableNames) -> None:
    """Headers that are written alike in both scripts open Big5."""
    result = read(
        "用語,說明\n山貨,貴州的特產\n".replace("用語,說明", "term,note").encode("big5"), tables, "data/terms.csv"
    )

    assert rows(result) == []
    assert result.records[0].values == {"term": "山貨", "note": "貴州的特產"}


@pytest.mark.parametrize(
    ("encoding", "name"), [("gb18030", "GB18030"), ("big5", "Big5"), ("utf-16", "UTF-16"), ("utf-32", "UTF-32")]
)
def test_unknown_headers_refuse_other_encodings(encoding: str, name: str, tables: TableNames) -> None:
    """With a header that is no known word another encoding is only a guess: it is named and not read."""
    result = (
        read("顏色,標題\n紅,貴州的特產\n".encode(encoding), tables)
        if encoding == "big5"
        else read("颜色,标题\n红,贵州的特产和茶叶\n".encode(encoding), tables)
    )

    assert [(found.code, found.place.line, found.found) for found in result.findings] == [("encoding-refused", 1, name)]
    assert result.records == ()
    assert not result.is_complete


def test_western_text_is_refused_by_name(tables: TableNames) -> None:
    """Accented letters of a Western European Excel are not taken for Chinese."""
    result = read("id,title\na,Café Éclair\nb,né à Genève\n".encode("cp1252"), tables)

    assert [(found.code, found.found) for found in result.findings] == [("encoding-refused", "Windows-1252")]


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-16-le"])
def test_yaml_is_utf8_only(encoding: str, tables: TableNames) -> None:
    """A YAML file in any other encoding is an error on line 1, whatever its keys."""
    data = "title: 貴州的特產\nkind: news\n".encode(encoding)
    result = read(data, tables, "data/sources/news.yml")

    assert [(found.code, found.place.line) for found in result.findings] == [("encoding-refused", 1)]


def test_break_in_utf8_is_located(tables: TableNames) -> None:
    """A cut character in UTF-8 is told at its line, cell and field, and the other rows are read."""
    data = TEXT.encode().replace("县里的".encode(), "县里的".encode()[:-1])
    result = read(data, tables)

    assert rows(result) == [("encoding-broken", 3, "title", "UTF-8")]
    assert result.findings[0].place.column == 2
    assert [sorted(record.reported) for record in result.records] == [[], ["标题"]]


def test_gbk_value_in_utf8_is_located(tables: TableNames) -> None:
    """A value pasted in GBK into a UTF-8 file is told where it stands, in YAML too."""
    data = "标题: 县里来的新闻\n说明: ".encode() + "贵州".encode("gbk") + "\n类型: 新闻\n".encode()
    result = read(data, tables, "data/sources/news.yml")

    assert rows(result) == [("encoding-broken", 2, "note", "UTF-8")]


def test_mark_decides(tables: TableNames) -> None:
    """Behind a UTF-8 mark everything is UTF-8, however much of it is broken."""
    result = read(codecs.BOM_UTF8 + "编号,标题\n".encode() + "甲,贵州的特产\n".encode("gbk"), tables)

    assert {row[0] for row in rows(result)} == {"encoding-broken"}
    assert {row[1] for row in rows(result)} == {2}


def test_break_in_gb18030_is_located(tables: TableNames) -> None:
    """A file known to be GB18030 by its headers is told where it was cut."""
    result = read(TEXT.encode("gb18030").rstrip()[:-1], tables)

    assert rows(result) == [("encoding-broken", 3, "kind", "GB18030")]


def test_utf8_line_in_gb18030_is_located(tables: TableNames) -> None:
    """A line of UTF-8 in a GB18030 file would decode to nonsense without an error; it is told instead."""
    result = read(TEXT.encode("gb18030") + "x,贵州的特产,news\n".encode(), tables)

    assert rows(result) == [("encoding-broken", 4, "title", "GB18030")]


def test_utf8_with_nothing_but_english_headers_is_never_chinese_by_chance(tables: TableNames) -> None:
    """A single broken character under English headers is not read as a rare character of GB18030."""
    result = read(b"id,title\na,\xe4\xb8,\n", tables)

    assert [found.code for found in result.findings] == ["encoding-refused"]
