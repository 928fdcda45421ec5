"""The page of scans for editors: one file that stands alone, in the theme's look, without scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from generator.catalog.item import Item
from generator.contract.rules.codes import TARGET_TABLES
from generator.surfaces.small_css import smaller_css
from generator.surfaces.surroundings import Surroundings

from .table import ScanRow

MOST_DAYS = 62
"""A longer time is told by months."""
BAR, GAP, HEIGHT = 10, 2, 120
"""Width of a bar with its gap, the gap, and the height of the chart, in units of the drawing."""
_NAMES = ("name", "title")
"""Fields that say what a thing is called, the first that it has."""


class Bar(NamedTuple):
    """Scans of one day or month, drawn."""

    label: str
    scans: str
    x: int
    y: int
    height: int


class ScanLine(NamedTuple):
    """Scans of one code, or at one place."""

    name: str
    code: str
    """Empty in the list of places."""
    place: str
    """Empty in the list of places, and where the code may hang anywhere."""
    scans: str
    percent: int
    """Of the most scanned."""
    last: str
    """Last day of a scan."""


class ScansPage(NamedTuple):
    """All scans that were counted."""

    title: str
    period: str
    total: str
    bars: tuple[Bar, ...]
    width: int
    """Of the drawing, in its units."""
    highest: str
    by: str
    """Heading of the column of days or months."""
    codes: tuple[ScanLine, ...]
    places: tuple[ScanLine, ...]


def scans_html(around: Surroundings, rows: Sequence[ScanRow]) -> bytes:
    """Return the page of *rows* in the site's own language."""
    style = smaller_css(around.theme.sheet("editors"))
    html = around.templates.render(
        "editors/scans.html",
        site=around.site,
        page=scans_page(around, rows),
        style=Markup(style),  # noqa: S704 - the theme's own sheets
    )
    return html.encode()


def scans_page(around: Surroundings, rows: Sequence[ScanRow]) -> ScansPage:
    """Return the view of *rows*."""
    texts, formats = around.texts, around.formats
    days = sorted({row.day for row in rows})
    bars, by = _bars(around, rows, days)
    total = sum(row.scans for row in rows)
    return ScansPage(
        title=texts("scans.title"),
        period=texts("date.span", start=formats.day(days[0]), end=formats.day(days[-1])) if days else "",
        total=formats.number(total),
        bars=bars,
        width=BAR * len(bars),
        highest=max((bar.scans for bar in bars if bar.y == 0), default=""),
        by=by,
        codes=_lines(around, rows, by_code=True),
        places=_lines(around, [row for row in rows if row.placement], by_code=False),
    )


def _bars(around: Surroundings, rows: Iterable[ScanRow], days: Sequence[date]) -> tuple[tuple[Bar, ...], str]:
    """Return a bar for each day from the first to the last, those without a scan too, or for each month."""
    if not days:
        return (), ""
    by_month = (days[-1] - days[0]).days >= MOST_DAYS
    counts: Counter[date] = Counter()
    for row in rows:
        counts[row.day.replace(day=1) if by_month else row.day] += row.scans
    steps = [days[0].replace(day=1)] if by_month else [days[0]]
    while (following := _next(steps[-1], by_month=by_month)) <= days[-1]:
        steps.append(following)
    most = max(counts.values())
    bars = []
    for place, step in enumerate(steps):
        height = -(-HEIGHT * counts[step] // most)
        label = _month(around, step) if by_month else around.formats.day(step)
        bars.append(Bar(label, around.formats.number(counts[step]), place * BAR, HEIGHT - height, height))
    return tuple(bars), around.texts("scans.month" if by_month else "scans.day")


def _next(step: date, *, by_month: bool) -> date:
    return (step + timedelta(days=31)).replace(day=1) if by_month else step + timedelta(days=1)


def _month(around: Surroundings, step: date) -> str:
    return around.texts("date.month", year=step.year, month=around.texts(f"month.{step.month}"), day=step.day)


def _lines(around: Surroundings, rows: Iterable[ScanRow], *, by_code: bool) -> tuple[ScanLine, ...]:
    """Return a line for each code, or for each place, the most scanned first."""
    counts: Counter[str] = Counter()
    told: dict[str, ScanRow] = {}
    for row in rows:
        key = row.code if by_code else row.placement
        counts[key] += row.scans
        told[key] = max(row, told.get(key, row))
    most = max(counts.values(), default=1)
    return tuple(
        ScanLine(
            name=target_name(around, told[key]) if by_code else place_name(around, key),
            code=key if by_code else "",
            place=place_name(around, told[key].placement) if by_code else "",
            scans=around.formats.number(number),
            percent=100 * number // most,
            last=around.formats.day(told[key].day),
        )
        for key, number in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    )


def target_name(around: Surroundings, row: ScanRow) -> str:
    """Return what the code's thing is called, its key where the data no longer has it."""
    code = around.catalog.codes.get(row.code)
    table = TARGET_TABLES.get(code.target_kind, "") if code is not None else ""
    return _name(around.catalog.items.get(table, {}), row.target)


def place_name(around: Surroundings, key: str) -> str:
    """Return what a place is called, its key where the data no longer has it; ``""`` for no place."""
    return _name(around.catalog.items["placements"], key) if key else ""


def _name(items: Mapping[str, Item], key: str) -> str:
    item = items.get(key)
    return next((getattr(item, name) for name in _NAMES if getattr(item, name, "")), key)
