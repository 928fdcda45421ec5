"""What codes become on labels, as people and programs read it."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

import click

from generator.assets.label_room import LEAST_MODULE

if TYPE_CHECKING:
    from generator.editing.code_report import CodeReport, StockLine

_HEADS = ("标签纸", "标签 mm", "码边长 mm", "等级", "版本", "每边格数", "每格 mm", "每格点数", "码数", "")
_LEFT = frozenset({0, 9})
"""Columns of words; the others are figures and stand at the right."""
_NAMES = (
    "stock",
    "label_width_mm",
    "label_height_mm",
    "dpi",
    "level",
    "version",
    "modules",
    "code_side_mm",
    "module_mm",
    "dots",
    "codes",
    "legible",
)


def print_codes(told: CodeReport, form: str) -> None:
    """Print the report on standard output as ``text``, ``csv`` or ``json``; names of columns are a promise."""
    if form == "text":
        _print_text(told)
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(_NAMES)
        writer.writerows([_word(value) for value in _values(line)] for line in told.stocks)
    else:
        stocks = [dict(zip(_NAMES, _values(line), strict=True)) for line in told.stocks]
        pictures = [
            {
                "level": each.level,
                "version": each.version,
                "modules": each.modules,
                "least_side_mm": round(each.least_side, 2),
                "mark_modules": each.mark_side,
                "codes": each.codes,
            }
            for each in told.pictures
        ]
        whole = {"least_module_mm": LEAST_MODULE, "stocks": stocks, "pictures": pictures}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))


def _values(line: StockLine) -> tuple[object, ...]:
    stock, fit = line.stock, line.fit
    geometry = stock.geometry
    lengths = (float(geometry.label_width), float(geometry.label_height), geometry.dpi or None)
    form = (fit.symbol.level, fit.symbol.version, fit.modules, round(fit.side, 2), round(fit.module, 3))
    return (stock.name, *lengths, *form, fit.dots or None, line.codes, fit.is_legible)


def _word(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _print_text(told: CodeReport) -> None:
    rows = [_cells(line) for line in told.stocks]
    for number, line in enumerate(aligned([_HEADS, *rows], _LEFT)):
        colour = None if number == 0 or told.stocks[number - 1].fit.is_legible else "red"
        click.echo(click.style(line, bold=number == 0, fg=colour))
    click.echo()
    for each in told.pictures:
        mark = f"，中间的标志占 {each.mark_side}×{each.mark_side} 格" if each.mark_side else ""
        click.echo(
            f"供下载的码图：{each.level} 级，版本 {each.version}，每边 {each.modules} 格（含四周留白）{mark}；"
            f"印出来每边至少 {ceil(10 * each.least_side) / 10:g} 毫米。"
        )
    if not told.codes:
        click.echo("还没有发过码，上面说的是将来会发的码。")
    if not told.is_own:
        click.echo("data/label_stocks 里没有写标签纸，上面是常见的几种。")
    small = sum(not line.fit.is_legible for line in told.stocks)
    if small:
        level = "错误" if told.is_own else "提醒"
        click.echo(
            f"{level}：有 {small} 种情形一格不到 {LEAST_MODULE} 毫米，扫不出来：换大一点的标签纸，"
            "或在 site_config.yml 里给 codes.base_url 换一个短的主机名。"
        )


def _cells(line: StockLine) -> tuple[str, ...]:
    stock, fit = line.stock, line.fit
    return (
        stock.name,
        f"{float(stock.geometry.label_width):g}×{float(stock.geometry.label_height):g}",
        f"{fit.side:.1f}",
        fit.symbol.level,
        str(fit.symbol.version),
        str(fit.modules),
        f"{fit.module:.3f}",
        str(fit.dots) if fit.dots else "—",
        str(line.codes),
        "可以" if fit.is_legible else "太细",
    )


def aligned(rows: Sequence[Sequence[str]], left: frozenset[int]) -> list[str]:
    """Return *rows* as lines of columns; a Chinese character takes two places of a terminal.

    Args:
        rows: Cells, as many in each row.
        left: Columns that stand at the left; all others stand at the right.
    """
    from wcwidth import wcswidth

    widths = [max(wcswidth(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell + _gap(width, cell) if number in left else _gap(width, cell) + cell
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return lines


def _gap(width: int, cell: str) -> str:
    from wcwidth import wcswidth

    return " " * (width - wcswidth(cell))
