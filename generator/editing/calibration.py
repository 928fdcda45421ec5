"""Calibrating a printer: a page to measure, and the settings that follow from what was measured."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from generator.assets.pdf_calibration import CalibrationText, Crosses, crosses_on, draw_calibration, profile_from
from generator.catalog.stocks import measures_of
from generator.config.model import PrinterProfile

from .label_printing import printer_named, stock_named
from .printing import Press, open_press, paper_for, write_out

_STEPS = 4


def print_calibration(site_dir: Path, *, stock: str, profile: str, out: Path, as_of: date | None = None) -> Crosses:
    """Write the page of a stock's size and return what a printer without drift measures on it.

    With the name of a printer's profile the page comes out as labels would: its measures should then be true.
    """
    press = open_press(site_dir, as_of)
    width, height = _page(press, stock)
    true = crosses_on(width, height)
    texts = press.around.texts
    paper = paper_for(press, texts("print.calibration.title"), printer_named(press.around.config, profile))
    draw_calibration(
        paper,
        width,
        height,
        CalibrationText(
            title=texts("print.calibration.title"),
            steps=[texts(f"print.calibration.step.{number}") for number in range(1, _STEPS + 1)],
            left=f"A {true.left:g} mm",
            top=f"B {true.top:g} mm",
            across=f"C {true.across:g} mm",
            down=f"D {true.down:g} mm",
        ),
    )
    write_out(press, out, paper.content(), ())
    return true


def profile_measured(site_dir: Path, measured: Crosses, *, stock: str, as_of: date | None = None) -> PrinterProfile:
    """Return the profile of a printer on whose page *measured* was measured."""
    press = open_press(site_dir, as_of)
    found = profile_from(measured, *_page(press, stock))

    def rounded(value: float) -> Decimal:
        return Decimal(f"{value:.2f}")

    return PrinterProfile(
        rounded(found.offset_x), rounded(found.offset_y), rounded(found.scale_x * 100), rounded(found.scale_y * 100)
    )


def _page(press: Press, stock: str) -> tuple[float, float]:
    geometry = measures_of(stock_named(press, stock))
    return float(geometry.page_width), float(geometry.page_height)
