"""What ``shanhuo report --trace`` tells of one derived figure, or of those under a name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import click

from generator.build.planning import surroundings
from generator.catalog.campaign import LedgerRow
from generator.catalog.derived_figures import Derived, DerivedFigures, LeftOut, Trace
from generator.catalog.item import Amount
from generator.catalog.ledger import category_of, county_of, nature_of
from generator.catalog.money import Money, cents
from generator.contract.quantities import NotDisclosed
from generator.contract.rows import Row
from generator.editing.reading import read_sound_site
from generator.errors import UsageError
from generator.surfaces.buyers_table import harmless

from .code_table import aligned

COLUMNS: Final = (
    "figure",
    "id",
    "file",
    "line",
    "date",
    "recorded_on",
    "organisation",
    "campaign",
    "buyer_kind",
    "channel",
    "product",
    "category",
    "county",
    "nature",
    "basis",
    "counted",
    "why",
    "amount",
    "written",
    "currency",
    "people",
    "corrects",
    "overlaps",
)
"""Columns of the CSV; names are a promise.  ``amount`` is what a row brings to the sum, ``0.00`` where it is left out,
``written`` what stands in it."""
WITHHELD: Final = "xx"
NEAR: Final = 5
"""Names that are proposed for one that is not there."""


def traced(site: Path, name: str, as_of: date | None, form: str) -> str:
    """Return the rows behind a figure, or the figures under a name, as ``table`` or ``csv``.

    Raises:
        UsageError: There is neither.
        FindingsStop: The data holds errors.
    """
    loaded = read_sound_site(site, as_of=as_of, purpose="追查数字")
    around = surroundings(loaded)
    figures = DerivedFigures(around.catalog.items, around.configuration.as_of)
    name = name.strip().strip("/")
    trace = figures.trace(name)
    if trace is None:
        below = list(figures.figures(name))
        if not below:
            raise _unknown(name, (each.name for each in figures.figures()))
        return _list_csv(below) if form == "csv" else _list_table(below)
    places = {row.key: row for row in loaded.rows["ledger"]}
    return _trace_csv(trace, places) if form == "csv" else _trace_table(trace, places, figures.as_of)


def _unknown(name: str, names: Iterable[str]) -> UsageError:
    everything = list(names)
    near = get_close_matches(name, everything, n=NEAR, cutoff=0.6)
    if not everything:
        return UsageError(f"没有“{name}”这个数字：台账里还没有一行。", mend="先在 data/ledger.csv 里记账。")
    mend = "相近的有：\n    " + "\n    ".join(near) if near else "写 --trace site 看看有哪些数字。"
    return UsageError(f"没有“{name}”这个数字。", mend=mend)


def _list_table(figures: Sequence[Derived]) -> str:
    rows = [("数字", "行数", "合计", "人数")]
    rows += [
        (each.name, str(len(each.total.rows)), _shown(each.total.amount), str(_plain(each.total.people)))
        for each in figures
    ]
    first, *rest = aligned(rows, frozenset({0}))
    return "\n".join([click.style(first, bold=True), *rest, ""])


def _list_csv(figures: Sequence[Derived]) -> str:
    return _written(
        ("figure", "rows", "amount", "currency", "people"),
        ((each.name, len(each.total.rows), *_money(each.total.amount), _plain(each.total.people)) for each in figures),
    )


def _trace_table(trace: Trace, places: Mapping[str, Row], as_of: date) -> str:
    figure = trace.figure
    heads = ("编号", "日期", "登记", "单位", "性质", "金额", "在哪里")
    rows = [_cells(row, _shown(trace.ledger.amount_of(row)), places) for row in trace.rows]
    total = ("合计", "", "", "", f"{len(trace.rows)} 行", _shown(figure.total.amount), "")
    first, *rest = aligned([heads, *rows, total], frozenset({0, 1, 2, 3, 4, 6}))
    told = [click.style(figure.name, bold=True) + f"  按 {as_of} 已登记的行", "", click.style(first, bold=True), *rest]
    if figure.total.people is not None:
        told.append(f"人数（只加声明不重复的）：{figure.total.people}")
    if trace.left_out:
        told += ["", click.style("没有算进去的", bold=True)]
        out = [(*_cells(each.row, _shown(each.row.amount), places), _why(each)) for each in trace.left_out]
        told += aligned(out, frozenset({0, 1, 2, 3, 4, 6, 7}))
    return "\n".join([*told, ""])


def _cells(row: LedgerRow, amount: str, places: Mapping[str, Row]) -> tuple[str, ...]:
    return (
        row.key,
        row.date.isoformat(),
        row.recorded_on.isoformat(),
        row.organisation.name,
        _NATURES[nature_of(row)],
        amount,
        ":".join(str(part) for part in _place(row, places)),
    )


_NATURES: Final = {"purchase": "采购", "donation": "捐赠", "investment": "投资", "return": "退货"}


def _why(left: LeftOut) -> str:
    if left.is_later:
        return "那天以后才登记"
    return f"与 {'、'.join(left.row.overlaps)} 是同一笔" if left.row.overlaps else "同一笔由另一行计入"


def _trace_csv(trace: Trace, places: Mapping[str, Row]) -> str:
    lines = [_line(trace, row, "", places) for row in trace.rows]
    lines += [_line(trace, each.row, "later" if each.is_later else "overlap", places) for each in trace.left_out]
    return _written(COLUMNS, lines)


def _line(trace: Trace, row: LedgerRow, why: str, places: Mapping[str, Row]) -> tuple[object, ...]:
    amount, _ = _money(trace.ledger.amount_of(row))
    written, currency = _money(row.amount)
    return (
        trace.figure.name,
        row.key,
        *_place(row, places),
        row.date.isoformat(),
        row.recorded_on.isoformat(),
        row.organisation.id,
        row.campaign.id if row.campaign else "",
        row.buyer_kind,
        row.channel.id if row.channel else "",
        row.product.id if row.product else "",
        category_of(row),
        county_of(row),
        nature_of(row),
        row.basis,
        "no" if why else "yes",
        why,
        "0.00" if why else amount,
        written,
        currency,
        _plain(row.people),
        row.corrects,
        ";".join(row.overlaps),
    )


def _place(row: LedgerRow, places: Mapping[str, Row]) -> tuple[str, int]:
    place = places[row.key].place()
    return place.file, place.line or 0


def _written(heads: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """Return a table in UTF-8 with a byte order mark, by which Excel knows it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    for line in lines:
        writer.writerow([harmless(cell) if isinstance(cell, str) and not _is_number(cell) else cell for cell in line])
    return "\ufeff" + out.getvalue()


def _is_number(cell: str) -> bool:
    """Tell an amount, which may begin with a minus sign, from what a spreadsheet would take for a formula."""
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()


def _money(amount: Amount) -> tuple[str, str]:
    if isinstance(amount, Money):
        return cents(amount.amount), amount.currency
    return (WITHHELD if isinstance(amount, NotDisclosed) else ""), ""


def _shown(amount: Amount) -> str:
    if isinstance(amount, Money):
        return f"{cents(amount.amount)} {amount.currency}"
    return "未披露" if isinstance(amount, NotDisclosed) else "—"


def _plain(count: object) -> object:
    return "" if count is None else WITHHELD if isinstance(count, NotDisclosed) else count
