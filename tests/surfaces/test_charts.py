"""Charts: their lengths are those of the numbers, and their words fit wherever they stand."""

from __future__ import annotations

import itertools
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from generator.surfaces.charts import Datum, bar_chart, column_chart
from generator.surfaces.charts.lengths import ROOM, lines_of, width_of

SIZES = st.lists(st.integers(-(10**9), 10**12), min_size=2, max_size=30)


def data(sizes: list[int]) -> list[Datum]:
    """Return numbers as data that say themselves."""
    return [Datum(f"第{place}家", str(size), Fraction(size)) for place, size in enumerate(sizes)]


def number(length: str) -> float:
    """Return a length without its unit; 0 where there is none."""
    return float(length.rstrip("%em") or 0)


@given(SIZES)
def test_bars_are_as_long_as_their_numbers(sizes: list[int]) -> None:
    """The ratio of two bars is that of their numbers; what is not above zero has none."""
    chart = bar_chart("k", "t", "w", data(sizes))
    assert chart is not None
    longest = max(sizes)
    full = max(number(bar.width) for bar in chart.bars)
    for bar, size in zip(chart.bars, sizes, strict=True):
        if size <= 0:
            assert bar.width == ""
        else:
            assert abs(number(bar.width) - full * size / longest) <= 0.02


@given(SIZES)
def test_numbers_stand_within_the_narrowest_picture(sizes: list[int]) -> None:
    """Bar and number behind it take no more than the width that a phone has."""
    chart = bar_chart("k", "t", "w", data(sizes))
    assert chart is not None
    for bar in chart.bars:
        assert number(bar.value_x) / 100 * ROOM + number(bar.value_dx) + width_of(bar.value) <= ROOM + 0.01


@given(SIZES)
def test_columns_are_as_high_as_their_numbers(sizes: list[int]) -> None:
    """All stand on one line, the highest reaches the top, and its number is always told."""
    chart = column_chart("k", "t", "w", data(sizes))
    assert chart is not None
    highest = max(sizes)
    for column, size in zip(chart.columns, sizes, strict=True):
        if size > 0:
            assert abs(number(column.y) + number(column.height) - number(chart.base)) <= 0.02
            assert abs(number(column.height) - 8 * size / highest) <= 0.02
        else:
            assert column.y == ""
    assert highest <= 0 or str(highest) in [column.value for column in chart.columns]


def test_names_of_many_steps_do_not_touch() -> None:
    """Sixty months have a name every few steps."""
    chart = column_chart("k", "t", "w", [Datum(f"{month % 12 + 1}月", "1", Fraction(1)) for month in range(60)])
    assert chart is not None
    places = [number(column.middle) / 100 * ROOM for column in chart.columns if column.label]
    assert all(later - earlier >= 2 for earlier, later in itertools.pairwise(places))


def test_what_is_not_disclosed_has_words_and_no_bar() -> None:
    """It is neither zero nor left out."""
    chart = bar_chart("k", "t", "w", [Datum("甲", "未披露", None), Datum("乙", "3 元", Fraction(3))])
    assert chart is not None
    assert (chart.bars[0].width, chart.bars[0].value, chart.bars[0].value_x) == ("", "未披露", "0")


def test_one_thing_is_compared_with_nothing() -> None:
    """A chart of one bar, or of one step, is none."""
    assert bar_chart("k", "t", "w", data([3])) is None
    assert column_chart("k", "t", "w", data([3])) is None


def test_long_names_have_two_lines() -> None:
    """They break where their writing does, and what a name ends with, such as a mark of a sample, is not lost."""
    assert lines_of("紫阳县总工会") == ("紫阳县总工会",)
    assert lines_of("City trade union federation (sample)") == ("City trade union federation", "(sample)")
    assert lines_of("中国人民解放军某某某某某某某某某某某某总医院工会委员会")[1].endswith("工会委员会")


@given(st.text(min_size=1, max_size=120))
def test_no_name_leaves_the_narrowest_picture(name: str) -> None:
    """Whatever it is called, each line has room; where two lines are too few, an ellipsis says so."""
    lines = lines_of(name)
    assert len(lines) <= 2
    assert all(width_of(line) <= ROOM for line in lines)


def test_a_label_of_two_lines_pushes_the_rest_down() -> None:
    """No line, bar or number of one row stands on those of the next."""
    names = ("短", "City trade union federation (sample)", "短")
    chart = bar_chart("k", "t", "w", [Datum(name, "1", Fraction(1)) for name in names])
    assert chart is not None
    places = [number(place) for bar in chart.bars for place in (*(line.y for line in bar.label), bar.value_y)]
    assert places == sorted(places)
    assert all(later - earlier >= 1 for earlier, later in itertools.pairwise(places))
    assert places[-1] < number(chart.height)
