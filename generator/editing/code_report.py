"""What a site's codes become on its label stocks: version, level, modules, and how wide a module is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.assets import code_marks, qr
from generator.assets.label_room import Fit, fit, least_side
from generator.build.label_findings import ANY_CODE
from generator.catalog.stocks import built_in_stocks, measures_of
from generator.config import SiteConfig
from generator.contract import Row
from generator.contract.label_geometry import Geometry, geometry_of
from generator.surfaces.addresses import code_uri


class Stock(NamedTuple):
    """A label stock, as far as codes are concerned."""

    name: str
    geometry: Geometry


class StockLine(NamedTuple):
    """The codes of one form on one stock."""

    stock: Stock
    fit: Fit
    """Of the first of them; all have the same level, version and modules."""
    codes: int
    """How many codes have this form."""


class PictureLine(NamedTuple):
    """The pictures for download of one form."""

    level: str
    version: int
    modules: int
    """Of a side, quiet zones included."""
    least_side: float
    """Millimetres below which the picture should not be printed."""
    mark_side: int
    """Modules of the square with the site's sign; 0 without one."""
    codes: int


class CodeReport(NamedTuple):
    """What a site's codes become."""

    stocks: tuple[StockLine, ...]
    """By stock in their order, then by modules."""
    pictures: tuple[PictureLine, ...]
    is_own: bool
    """The stocks are those that the site names."""
    codes: int
    """Codes in use; 0 where the lines tell of a code that may be given out."""

    @property
    def is_legible(self) -> bool:
        """Tell whether every code has modules wide enough on every stock."""
        return all(line.fit.is_legible for line in self.stocks)


def code_report(config: SiteConfig, rows: Mapping[str, tuple[Row, ...]]) -> CodeReport:
    """Return the report of all codes in use; a site without codes is told of the one it would give out.

    Args:
        config: The site's settings.
        rows: The site's data; where it names no stocks, those that come with the package are told of.

    Raises:
        ValueError: The host of printed codes is too long for any symbol.
    """
    used = [row.key for row in rows.get("qr_codes", ()) if row.text("status") == "active"]
    uris = [code_uri(config, code) for code in used or (ANY_CODE,)]
    own = tuple(_own(rows.get("label_stocks", ())))
    lines = _lines(own or tuple(_built_in()), uris, config)
    return CodeReport(lines, _pictures(uris, config), bool(own), len(used))


def _own(rows: Iterable[Row]) -> Iterator[Stock]:
    for row in rows:
        geometry = geometry_of(row.text("kind"), row.values.__getitem__)
        if geometry is not None:
            yield Stock(row.text("name"), geometry)


def _built_in() -> Iterator[Stock]:
    for stock in built_in_stocks().values():
        yield Stock(stock.name, measures_of(stock))


def _lines(stocks: Sequence[Stock], uris: Iterable[str], config: SiteConfig) -> tuple[StockLine, ...]:
    grouped: list[dict[tuple[int, str], list[Fit]]] = [{} for _ in stocks]
    levels = (config.codes.levels.label, config.codes.levels.small)
    for uri in uris:  # the outer loop, so that a symbol is drawn once for all stocks
        for stock, groups in zip(stocks, grouped, strict=True):
            each = fit(uri, stock.geometry, levels)
            groups.setdefault((each.modules, each.symbol.level), []).append(each)
    return tuple(
        StockLine(stock, group[0], len(group))
        for stock, groups in zip(stocks, grouped, strict=True)
        for _, group in sorted(groups.items())
    )


def _pictures(uris: Iterable[str], config: SiteConfig) -> tuple[PictureLine, ...]:
    codes = config.codes
    level = code_marks.LEVEL if codes.mark else codes.levels.picture
    counted: dict[int, int] = {}
    for uri in uris:
        version = qr.draw(uri, level=level).version
        counted[version] = counted.get(version, 0) + 1
    lines = []
    for version, count in sorted(counted.items()):
        modules = 17 + 4 * version + 2 * qr.QUIET_ZONE
        mark = code_marks.mark_side(version) if codes.mark else 0
        lines.append(PictureLine(level, version, modules, least_side(modules), mark, count))
    return tuple(lines)
