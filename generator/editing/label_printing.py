"""Labels from a site: what is asked for, what has changed, onto which stock, into one PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.assets.pdf_labels import Sheet, draw_labels
from generator.assets.pdf_paper import TRUE, Printer
from generator.catalog.printing import LabelStock
from generator.catalog.stocks import label_stocks, measures_of
from generator.config import SiteConfig
from generator.contract.nearest import nearest
from generator.errors import UsageError
from generator.surfaces.label_choice import Choice, chosen
from generator.surfaces.labels import Labelled

from .print_log import Entry, last_shown
from .printing import Press, open_press, paper_for, refuse, write_out

DEFAULT_STOCK = "a4-3x8"


class LabelOrder(NamedTuple):
    """How labels are printed."""

    choice: Choice = Choice()
    stock: str = DEFAULT_STOCK
    skip: int = 0
    """Labels of the first sheet that are gone already."""
    copies: int = 1
    """Of each label."""
    only_changed: bool = False
    """Leave out what hangs and is still right, by the log."""
    profile: str = ""
    """Name of a printer of the settings."""
    only_code: bool = False
    outline: bool = False


class LabelRun(NamedTuple):
    """What came of it."""

    stock: LabelStock
    labels: tuple[Labelled, ...]
    left_out: tuple[tuple[str, str], ...]
    """(name of a product, why it gets no label: ``withdrawn``, ``recalled``, ``no-code``)."""
    unchanged: int
    """Labels that hang and are still right."""
    pages: int
    next_free: int
    """Labels that are gone from the last sheet: the next run skips so many."""


def print_labels(
    site_dir: Path, order: LabelOrder, *, out: Path, as_of: date | None = None, dry_run: bool = False, log: bool = True
) -> LabelRun:
    """Print labels of a site into a PDF, and note them in its log.

    Args:
        site_dir: The site's folder.
        order: What, and how.
        out: The PDF; one that is there is replaced.
        as_of: Day of the data and of the log instead of today.
        dry_run: Write nothing, neither PDF nor log.
        log: Note what was printed; trial prints are not noted.

    Raises:
        FindingsStop: The data holds errors.
        UsageError: The order names something that is not there.
        PrintRefused: A label would come out wrong; nothing was written.
        EnvironmentRefused: A file cannot be written.
    """
    press = open_press(site_dir, as_of)
    stock = stock_named(press, order.stock)
    geometry = measures_of(stock)
    if not 0 <= order.skip < geometry.on_a_page:
        raise UsageError(
            f"“{stock.name}”一张有 {geometry.on_a_page} 张标签，不能跳过 {order.skip} 张。",
            mend=f"--skip 写 0 到 {geometry.on_a_page - 1}。",
        )
    printer = printer_named(press.around.config, order.profile)
    found = chosen(press.around, order.choice)
    labels = _changed(press, found.labels) if order.only_changed else found.labels
    used = order.skip + len(labels) * order.copies
    run = LabelRun(
        stock=stock,
        labels=labels,
        left_out=tuple((str(product.name), reason) for product, reason in found.left_out),
        unchanged=len(found.labels) - len(labels),
        pages=-(-used // geometry.on_a_page) if labels else 0,
        next_free=used % geometry.on_a_page,
    )
    if labels:
        paper = paper_for(press, press.around.texts("print.labels"), printer)
        sheet = Sheet(geometry, skip=order.skip, only_code=order.only_code, outline=order.outline)
        texts = [label.text for label in labels for _ in range(order.copies)]
        refuse(draw_labels(paper, texts, sheet), f"标签纸“{stock.name}”")
        if not dry_run:
            write_out(press, out, paper.content(), _entries(order, labels) if log else ())
    return run


def stock_named(press: Press, key: str) -> LabelStock:
    """Return a stock by its id.

    Raises:
        UsageError: There is none.
    """
    stocks = label_stocks(press.around.catalog.items)
    if key not in stocks:
        near = nearest(key, stocks)
        raise UsageError(
            f"没有叫“{key}”的标签纸。",
            mend=f"是不是“{near}”？" if near else f"可以写：{'、'.join(stocks)}；别的纸添进 data/label_stocks.csv。",
        )
    return stocks[key]


def printer_named(site: SiteConfig, name: str) -> Printer:
    """Return what a printer of the settings needs.

    Raises:
        UsageError: There is none of this name.
    """
    if not name:
        return TRUE
    profile = site.printers.get(name)
    if profile is None:
        known = "、".join(site.printers)
        raise UsageError(
            f"site_config.yml 的 printers 里没有“{name}”。",
            mend=f"可以写：{known}。" if known else "先用 shanhuo labels --calibration 印一张校准页。",
        )
    return Printer(
        offset_x=float(profile.offset_x),
        offset_y=float(profile.offset_y),
        scale_x=float(profile.scale_x) / 100,
        scale_y=float(profile.scale_y) / 100,
    )


def _changed(press: Press, labels: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    shown = last_shown(press.around.catalog, "label")
    return tuple(label for label in labels if shown.get(_key(label)) != frozenset(label.facts))


def _key(label: Labelled) -> tuple[str, str, str]:
    return ("product", label.product.id, label.stock.placement.id if label.stock else "")


def _entries(order: LabelOrder, labels: tuple[Labelled, ...]) -> list[Entry]:
    return [
        Entry(
            sheet="label",
            target_kind="product",
            target=label.product.id,
            code=label.code.code,
            shows=label.facts,
            placement=label.stock.placement.id if label.stock else "",
            stock=order.stock,
            copies=order.copies,
        )
        for label in labels
    ]
