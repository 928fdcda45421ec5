"""Periods keep what is known of a date."""

from __future__ import annotations

from datetime import date

import pytest

from generator.contract.quantities import NOT_DISCLOSED, Period, Precision, period_from_text


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31), Precision.YEAR),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
        ("2020-09-08", date(2020, 9, 8), date(2020, 9, 8), Precision.DAY),
        ("2020-09-17/2020-09-18", date(2020, 9, 17), date(2020, 9, 18), Precision.DAY),
        ("2020-06/2020-09-15", date(2020, 6, 1), date(2020, 9, 15), Precision.MONTH),
    ],
)
def test_periods_hold_first_and_last_day(text: str, start: date, end: date, precision: Precision) -> None:
    """A month ends on its own last day, and of two precisions the coarser holds."""
    assert period_from_text(text) == Period(start, end, precision)


@pytest.mark.parametrize(
    "text", ["2020", "2020-09", "2020-09-08", "2020-09-17/2020-09-18", "2020-08/2020-10", "2016/2019"]
)
def test_periods_are_written_as_they_were_read(text: str) -> None:
    """The canonical text survives a round trip."""
    assert str(period_from_text(text)) == text


@pytest.mark.parametrize("text", ["", "20", "2020-13", "2020-02-30", "2020-1-1-1", "autumn"])
def test_what_is_no_period(text: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match=r"not a date|month|day|year|number"):
        period_from_text(text)


def test_not_disclosed_is_neither_zero_nor_empty() -> None:
    """The value is its own, and truthy."""
    values: list[object] = [0, "", None, False]

    assert NOT_DISCLOSED not in values
    assert NOT_DISCLOSED
