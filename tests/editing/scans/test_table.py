"""Counts that go on from one run to the next."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.scans.table import ScanRow, merged, read, written
from generator.errors import UsageError

DAY = date(2020, 10, 1)


def row(scans: int, day: date = DAY, code: str = "3QNMFJC") -> ScanRow:
    """Scans of a code."""
    return ScanRow(day, code, "ziyang-cha", "gui-zi", scans)


rows = st.lists(
    st.builds(
        ScanRow,
        st.dates(DAY, DAY + timedelta(days=5)),
        st.sampled_from(["3QNMFJC", "VERYX9U"]),
        st.just("x"),
        st.just(""),
        st.integers(1, 9),
    ),
    unique_by=lambda each: (each.day, each.code),
)


@given(rows, rows)
def test_the_same_again_changes_nothing(earlier: list[ScanRow], now: list[ScanRow]) -> None:
    """What was merged and is merged again, or merged with a part of itself, stays as it is."""
    once = merged(earlier, now).rows
    assert merged(once, now).rows == once
    assert sum(each.scans for each in merged(once, earlier).rows) == sum(each.scans for each in once)


def test_a_longer_log_of_a_day_takes_the_place_of_a_shorter_one() -> None:
    """The whole day is replaced, and the other way round the fuller count is kept and told."""
    short, long = [row(3)], [row(5), row(2, code="VERYX9U")]
    assert merged(short, long).rows == tuple(sorted(long))
    assert merged(short, long).replaced == (DAY,)
    assert merged(long, short).rows == tuple(sorted(long))
    assert merged(long, short).kept == (DAY,)


def test_other_days_stay() -> None:
    """Totals run on."""
    told = merged([row(3)], [row(4, DAY + timedelta(days=1))])
    assert [each.scans for each in told.rows] == [3, 4]
    assert (told.replaced, told.kept) == ((), ())


def test_a_table_comes_back_from_its_file(tmp_path: Path) -> None:
    """Also where a spreadsheet has put a byte order mark before it."""
    path = tmp_path / "scans.csv"
    path.write_bytes(b"\xef\xbb\xbf" + written([row(3), row(4, DAY + timedelta(days=1))]))
    assert read(path) == (row(3), row(4, DAY + timedelta(days=1)))
    assert read(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"a,b\r\n", 1),
        (b"\xff\xfe", 1),
        (b"day,code,target,placement,scans\r\n2020-10-01,3QNMFJC,x,,many\r\n", 2),
        (b"day,code,target,placement,scans\r\n2020-10-01,3QNMFJC,x,,-1\r\n", 2),
        (b"day,code,target,placement,scans\r\n2020-10-01,3QNMFJC,x,,1\r\n1/10/2020,3QNMFJC,x,,1\r\n", 3),
    ],
)
def test_a_broken_table_is_told_with_its_line_and_left_alone(tmp_path: Path, data: bytes, line: int) -> None:
    """A file that is not such a table stops the run."""
    path = tmp_path / "scans.csv"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=rf"scans\.csv 第 {line} 行"):
        read(path)
    assert path.read_bytes() == data
