"""One unit's workbook: its rows so far, rows to fill in with lists to choose from, and how to do it in Chinese."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.catalog.campaign import Campaign, LedgerRow
from generator.catalog.organisation import Organisation
from generator.contract.schema import Field, load_tables
from generator.editing.reports.steady_zip import steady
from generator.editing.reports.xlsx_cells import Book
from generator.surfaces.texts import Texts

from .layout import (
    BLANK_ROWS,
    COLUMNS,
    FORM,
    GUIDE_SHEET,
    HEAD_ROW,
    IDENTITY_SHEET,
    NO,
    OPTIONS_SHEET,
    REFERENCES,
    ROWS_SHEET,
    YES,
    Identity,
    row_id,
)

_WIDTHS = {"id": 30, "date": 13, "product": 22, "supplier": 22, "channel": 22, "amount": 14, "note": 28, "evidence": 16,
           "category": 14, "corrects": 18}  # fmt: skip
_USUAL_WIDTH = 10
_LONGEST_PROMPT = 255
"""Characters that a prompt of Excel holds; its title holds 32."""
_SHAPES = {"date": "open_day", "amount": "open_money"}
_GUIDE = (
    "只填“填报”表里浅黄色的格子，一笔一行，从上往下填；没有的项目空着，不知道的不要估。",
    "灰色的行是已经登记过的，不要改。写错了另填一行更正：金额写差额（少记写正数，多记写负数），“更正行”写被更正那一行的编号。",
    "退货在“性质”选退货，金额写正数。捐赠、投资各选各的，不算采购。",
    "金额写到分，只写数字就是元；也可以写“1.2万元”。没有公布的写 xx，不要写 0。",
    "渠道、供应商、产品、品类、产地从下拉列表里选；列表里没有的，先告诉发表的人添进网站数据。",
    "买的是列表里的产品，就不用再选品类和产地。",
    "人次是这一笔有多少人参加；确实去过重才在“人数不重复”选“是”。",
    "凭证号只供核对，不会公布。不要写个人姓名、电话、身份证号。",
    "不要改表头、编号和表的名字，不要加列。填好后存成 xlsx 发回，文件名可以改。",
    "发回两次也不要紧：登记过的行不会再记一遍。",
)


class UnitBook(NamedTuple):
    """What a workbook is made of."""

    identity: Identity
    unit: Organisation
    campaign: Campaign
    rows: Sequence[LedgerRow]
    """Rows of the unit in the campaign that are recorded already, by day."""
    options: Mapping[str, Mapping[str, str]]
    """Column → words → key."""


def unit_workbook(made: UnitBook, texts: Texts) -> bytes:
    """Return a unit's workbook; the same data give the same bytes."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    workbook.set_properties(
        {
            "title": f"{made.campaign.name} {made.unit.name}",
            "created": datetime.combine(made.identity.exported_on, time.min),
        }
    )
    book = Book(workbook, texts)
    _write_rows(book, made)
    _write_guide(book)
    _write_options(book, made)
    _write_identity(book, made)
    workbook.close()
    return steady(out.getvalue())


def _write_rows(book: Book, made: UnitBook) -> None:
    schema = load_tables()["ledger"]
    sheet = book.sheet(
        "rows", [_WIDTHS.get(column, _USUAL_WIDTH) for column in COLUMNS], frozen=False, title=ROWS_SHEET
    )
    book.text(sheet, 0, 0, f"{made.campaign.name} · 台账填报", "title")
    book.text(
        sheet,
        1,
        0,
        f"填报单位：{made.unit.name}　　已登记 {len(made.rows)} 笔　　导出日期：{made.identity.exported_on}",
    )
    book.text(sheet, 2, 0, "只填浅黄色的格子，一笔一行；灰色的是已登记的，不要改。详见“填写说明”。", "quiet")
    book.head(sheet, [_title(schema.by_name[column]) for column in COLUMNS], HEAD_ROW)
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.repeat_rows(HEAD_ROW)
    words = {column: {key: word for word, key in each.items()} for column, each in made.options.items()}
    line = HEAD_ROW + 1
    for row in made.rows:
        _write_known(book, sheet, line, row, words)
        line += 1
    first, last = line, line + BLANK_ROWS - 1
    for number in range(1, BLANK_ROWS + 1):
        book.text(sheet, line, 0, row_id(made.identity, number), "quiet")
        for place, column in enumerate(COLUMNS[1:], start=1):
            sheet.write_blank(line, place, None, book.format(_SHAPES.get(column, "open")))
        line += 1
    for place, column in enumerate(COLUMNS[1:], start=1):
        _validate(sheet, schema.by_name[column], made, (first, place, last, place))
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})


def _title(entry: Field) -> str:
    return f"{entry.title}*" if entry.required else entry.title


def _write_known(
    book: Book, sheet: Worksheet, line: int, row: LedgerRow, words: Mapping[str, Mapping[str, str]]
) -> None:
    """Write a row that is recorded already; what it is evidenced by is not public and stays where it is."""
    texts = book.texts
    for place, column in enumerate(COLUMNS):
        value = getattr(row, column)
        if column == "evidence" or value is None or value == "":
            continue
        if column == "date":
            book.day(sheet, line, place, value)
        elif column in REFERENCES:
            book.text(sheet, line, place, words[column].get(value.key, value.key), "quiet")
        elif column in ("buyer_kind", "nature", "basis"):
            book.text(sheet, line, place, texts.label("ledger", column, value), "quiet")
        elif column == "people_distinct":
            book.text(sheet, line, place, YES if value else "", "quiet")
        elif column == "amount":
            book.amount(sheet, line, place, value)
        elif column in ("quantity", "people"):
            book.number(sheet, line, place, value)
        else:
            book.text(sheet, line, place, str(value), "quiet")


def _validate(sheet: Worksheet, entry: Field, made: UnitBook, area: tuple[int, int, int, int]) -> None:
    """Let a column be chosen or held to its type; a prompt says what belongs there."""
    rule: dict[str, object] = {"validate": "any"}
    if entry.name in REFERENCES:
        column = xl_col_to_name(list(REFERENCES).index(entry.name))
        last = max(2, len(made.options[entry.name]) + 1)
        rule = {"validate": "list", "source": f"='{OPTIONS_SHEET}'!${column}$2:${column}${last}"}
    elif entry.categories:
        rule = {"validate": "list", "source": [category.label for category in entry.categories]}
    elif entry.name == "people_distinct":
        rule = {"validate": "list", "source": [YES, NO]}
    prompt = {
        "input_title": entry.title[:32],
        "input_message": entry.description[:_LONGEST_PROMPT],
        "error_title": entry.title[:32],
        "error_message": "请从列表里选；列表里没有的，先告诉发表的人。",
        "ignore_blank": True,
    }
    sheet.data_validation(*area, {**rule, **prompt})


def _write_guide(book: Book) -> None:
    sheet = book.sheet("guide", (6, 100), frozen=False, title=GUIDE_SHEET)
    book.text(sheet, 0, 0, GUIDE_SHEET, "title")
    for line, words in enumerate(_GUIDE, start=1):
        book.number(sheet, line, 0, line, "count")
        book.text(sheet, line, 1, words, "wrapped")
    sheet.protect()


def _write_options(book: Book, made: UnitBook) -> None:
    schema = load_tables()["ledger"]
    sheet = book.sheet("options", [26] * len(REFERENCES), title=OPTIONS_SHEET)
    book.head(sheet, [schema.by_name[column].title for column in REFERENCES])
    for place, column in enumerate(REFERENCES):
        for line, word in enumerate(made.options[column], start=1):
            book.text(sheet, line, place, word)
    sheet.protect()


def _write_identity(book: Book, made: UnitBook) -> None:
    identity = made.identity
    sheet = book.sheet("identity", (20, 40), frozen=False, title=IDENTITY_SHEET)
    told = (FORM, identity.organisation, identity.campaign, identity.exported_on.isoformat())
    for line, words in enumerate(told):
        book.text(sheet, line, 0, words)
    sheet.protect()
    sheet.very_hidden()
