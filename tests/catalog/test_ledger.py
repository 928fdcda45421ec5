"""The ledger's one answer: exact to the cent, nothing twice, and every way to ask agrees."""

from __future__ import annotations

import random
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line.sizes import record_result, sized

from generator.catalog.campaign import LedgerRow
from generator.catalog.ledger import BASES, DIMENSIONS, NATURES, Ledger, Total
from generator.catalog.money import Money
from generator.contract.quantities import NOT_DISCLOSED

from .ledgers import BODIES, COUNTIES, FIRST, LAST, PRODUCTS, TEA, cents_of, ledgers, row

LEDGERS = sized(100, 1000)
"""Random ledgers a property is tried on."""
TRIED = settings(max_examples=LEDGERS, deadline=None)


@pytest.fixture(scope="module", autouse=True)
def _told() -> Any:
    yield
    record_result("ledger", LEDGERS, "random ledgers", "totals exact, agreeing, never raised by an overlap")


def total(*rows: LedgerRow, nature: str = "purchase", basis: str = "payment") -> Total:
    """Return what the rows sum to at the year's end."""
    return Ledger.of(rows, LAST).total(nature, basis)


def yuan(found: Total) -> str:
    """Return a total's amount as text."""
    assert isinstance(found.amount, Money)
    return str(found.amount.amount)


def changed(given_row: LedgerRow, **values: Any) -> LedgerRow:
    """Return a copy of a row with other values."""
    return LedgerRow(**{**{each.name: getattr(given_row, each.name) for each in fields(LedgerRow)}, **values})


@given(ledgers())
@TRIED
def test_totals_by_every_dimension_agree_with_a_sum_in_cents(rows: list[LedgerRow]) -> None:
    """The parts of each dimension sum to the total, rows and people as well, and so do integer cents of its rows."""
    ledger = Ledger.of(rows, LAST)
    by_key = {each.key: each for each in rows}
    for nature in NATURES:
        for basis in BASES:
            whole = ledger.total(nature, basis)
            counted = [by_key[key] for key in whole.rows]
            assert whole.amount is None if not counted else cents_of(whole.amount) == _independent(counted, by_key)
            for dimension in DIMENSIONS:
                parts = [part.total for part in ledger.by(dimension, nature, basis)]
                assert sum(cents_of(part.amount) for part in parts) == (cents_of(whole.amount) if counted else 0)
                assert sorted(key for part in parts for key in part.rows) == sorted(whole.rows)
                assert sum(part.people or 0 for part in parts) == (whole.people or 0)


@given(ledgers(), st.randoms(use_true_random=False))
@TRIED
def test_the_order_of_rows_changes_nothing(rows: list[LedgerRow], chance: random.Random) -> None:
    """Whatever order the files have, sums, rows behind them and parts are the same; a row given twice counts once."""
    ledger = Ledger.of(rows, LAST)
    shuffled = [*rows, *rows[:2]]
    chance.shuffle(shuffled)
    again = Ledger.of(shuffled, LAST)
    assert [each.key for each in again.rows] == [each.key for each in ledger.rows]
    assert [again.by(name) for name in DIMENSIONS] == [ledger.by(name) for name in DIMENSIONS]


@given(ledgers(), st.data())
@TRIED
def test_another_overlap_never_raises_a_total(rows: list[LedgerRow], data: st.DataObject) -> None:
    """Whichever rows are joined, corrected and returned ones included; what counts then counted before."""
    index = data.draw(st.integers(0, len(rows) - 1))
    other = data.draw(st.sampled_from([each.key for each in rows]))
    joined = [*rows]
    joined[index] = changed(rows[index], overlaps=(*rows[index].overlaps, other))
    before, after = Ledger.of(rows, LAST), Ledger.of(joined, LAST)
    for nature in ("purchase", "donation", "investment"):
        for basis in BASES:
            less, more = after.total(nature, basis), before.total(nature, basis)
            assert set(less.rows) <= set(more.rows)
            assert (less.people or 0) <= (more.people or 0)
            if more.rows:
                assert (cents_of(less.amount) if less.rows else 0) <= cents_of(more.amount)


@given(ledgers(), st.integers(0, 364), st.data())
@TRIED
def test_a_total_of_a_day_is_not_changed_by_what_is_recorded_later(
    rows: list[LedgerRow], days: int, data: st.DataObject
) -> None:
    """Corrections, returns and overlapping rows that are entered after the day leave its sums and their rows alone."""
    day = FIRST + timedelta(days=days)
    issued = Ledger.of([each for each in rows if each.recorded_on <= day], day)
    later = data.draw(st.sampled_from(rows))
    keys = tuple(each.key for each in rows)
    mended = row("z", "-12.34", date=day, recorded_on=day + timedelta(days=1), corrects=later.key, overlaps=keys)
    told = Ledger.of([*rows, mended], day)
    assert [told.by(name) for name in DIMENSIONS] == [issued.by(name) for name in DIMENSIONS]


@given(ledgers())
@TRIED
def test_parts_of_a_ledger_sum_to_the_whole(rows: list[LedgerRow]) -> None:
    """Two halves of a year have the year's sum, though a purchase be told once in each."""
    ledger = Ledger.of(rows, LAST)
    middle = date(2026, 6, 30)
    halves = [ledger.between(FIRST, middle), ledger.between(middle + timedelta(days=1), LAST)]
    told = [half.total() for half in halves]
    assert sorted(key for each in told for key in each.rows) == sorted(ledger.total().rows)
    assert sum(cents_of(each.amount) for each in told if each.rows) == (
        cents_of(ledger.total().amount) if ledger.total().rows else 0
    )


def test_a_purchase_told_three_times_counts_once() -> None:
    """A names B, and B names C: one purchase, of which the largest row tells the whole."""
    rows = (row("a", "10", overlaps=("b",)), row("b", "1"), row("c", "100", overlaps=("b",)))

    assert total(*rows).rows == ("c",)
    assert yuan(total(*rows)) == "100"


def test_an_overlap_added_to_a_chain_does_not_raise_it() -> None:
    """B and C are one already; that A is the same takes A away, and brings nothing back."""
    before = total(row("a", "10"), row("b", "1"), row("c", "100", overlaps=("b",)))
    after = total(row("a", "10", overlaps=("b",)), row("b", "1"), row("c", "100", overlaps=("b",)))

    assert (yuan(before), yuan(after)) == ("110", "100")


def test_of_equal_rows_the_earliest_counts() -> None:
    """So a month that was told before keeps its purchase."""
    rows = (row("a", "80", date=FIRST + timedelta(days=1), overlaps=("b",)), row("b", "80"))

    assert total(*rows).rows == ("b",)


def test_a_correction_and_a_return_follow_their_row() -> None:
    """Buyer and organiser told of it, and each corrected its own: one purchase, corrected once."""
    rows = (
        row("a", "100"),
        row("b", "100", overlaps=("a",), date=FIRST + timedelta(days=1)),
        row("ca", "-20", corrects="a"),
        row("cb", "-20", corrects="b"),
        row("ra", "5", nature="return", corrects="a"),
        row("rb", "-5", nature="return", corrects="b"),
    )

    assert total(*rows).rows == ("a", "ca", "ra")
    assert yuan(total(*rows)) == "75"


def test_a_row_that_was_corrected_away_still_is_one_purchase_with_its_twin() -> None:
    """What it is worth decides: the one that stands counts, and the one taken back brings no negative sum."""
    rows = (row("a", "100", overlaps=("b",)), row("ca", "-100", corrects="a"), row("b", "90"))

    assert yuan(total(*rows)) == "90"


def test_a_return_that_only_one_side_tells_is_not_lost() -> None:
    """Of two equal rows the mended one counts, though the other be worth more and earlier."""
    rows = (row("a", "100"), row("b", "100", overlaps=("a",), date=FIRST + timedelta(days=1)))
    returned = row("r", "30", nature="return", corrects="b")

    assert total(*rows, returned).rows == ("r", "b")
    assert yuan(total(*rows, returned)) == "70"


def test_overlaps_of_corrections_and_returns_join_nothing() -> None:
    """To join them would raise a sum; they follow the row that they correct instead."""
    rows = (
        row("a", "100"),
        row("r1", "-20", nature="return", overlaps=("r2",)),
        row("r2", "-20", nature="return"),
        row("c", "-5", corrects="a", overlaps=("r1",)),
    )

    assert yuan(total(*rows)) == "55"


def test_an_order_and_its_payment_are_told_apart() -> None:
    """An overlap between them takes nothing from either, and joins no payments through the order."""
    rows = (
        row("o", "100", basis="order"),
        row("p1", "40", overlaps=("o",)),
        row("p2", "60", overlaps=("o",)),
    )

    assert yuan(total(*rows)) == "100"
    assert yuan(total(*rows, basis="order")) == "100"


def test_gift_investment_and_purchase_are_never_one_sum() -> None:
    """Each is a kind apart; a row that does not say is a purchase."""
    rows = (row("a", "1"), row("b", "2", nature="donation"), row("c", "4", nature="investment"))

    assert [yuan(total(*rows, nature=nature)) for nature in NATURES[:3]] == ["1", "2", "4"]
    assert total(*rows, nature="return").amount is None


def test_the_correction_of_a_return_is_written_with_the_sign_of_the_return() -> None:
    """Five came back, two of them by mistake: three."""
    for sign in (1, -1):
        returned = row("r", str(sign * 5), nature="return")
        mended = row("c", str(sign * -2), nature="return", corrects="r")
        assert yuan(total(row("a", "10"), returned, mended)) == "7"


def test_a_circle_of_corrections_counts_each_row() -> None:
    """The contract refuses it; sums come to an end all the same."""
    rows = (row("a", "1", corrects="b", overlaps=("b",)), row("b", "2", corrects="a"), row("c", "4", corrects="c"))

    assert len(total(*rows).rows) >= 2


def test_what_is_withheld_withholds_the_sum_unless_its_twin_tells_it() -> None:
    """A sum with a part that nobody tells is told by nobody."""
    hidden = row("b", NOT_DISCLOSED)

    assert total(row("a", "1"), hidden).amount is NOT_DISCLOSED
    assert yuan(total(row("a", "1", overlaps=("b",)), hidden)) == "1"


def test_currencies_never_mix() -> None:
    """A sum of two is refused, and an overlap between two joins nothing."""
    euro = row("e", Money(Decimal(5), "EUR"), overlaps=("a",))
    ledger = Ledger.of([row("a", "3"), euro], LAST)

    with pytest.raises(ValueError, match=r"CNY|EUR"):
        ledger.total()
    one = ledger.where(lambda each: isinstance(each.amount, Money) and each.amount.currency == "EUR")
    assert one.total().amount == Money(Decimal(5), "EUR")


def test_a_row_with_a_product_has_its_category_and_county() -> None:
    """What the row says itself comes first; of several categories that of the main scheme."""
    ledger = Ledger.of(
        [
            row("a", "1", product=PRODUCTS[0]),
            row("b", "2", product=PRODUCTS[1], category=TEA, origin=COUNTIES[0]),
            row("c", "4", product=PRODUCTS[1]),
            row("d", "8"),
        ],
        LAST,
    )

    assert [(part.key, part.total.rows) for part in ledger.by("category")] == [("", ("c", "d")), ("tea", ("a", "b"))]
    assert [(part.key, part.total.rows) for part in ledger.by("county")] == [
        ("", ("d",)),
        ("610630", ("c",)),
        ("610924", ("a", "b")),
    ]


def test_people_are_added_only_where_declared_distinct() -> None:
    """Participations are none, and returns bring nobody."""
    rows = (
        row("a", people=30, people_distinct=True),
        row("b", people=50),
        row("c", "-1", nature="return", people=7, people_distinct=True),
        row("d", people=5, people_distinct=True, organisation=BODIES[0]),
    )

    assert total(*rows).people == 35
    assert total(row("b", people=50)).people is None


def test_nothing_recorded_is_not_zero() -> None:
    """No rows are no sum."""
    assert total() == Total(None, (), None)


def _independent(counted: list[LedgerRow], by_key: dict[str, LedgerRow]) -> int:
    """Sum in integer cents, by the rule as it is written for editors."""
    cents = 0
    for each in counted:
        amount = cents_of(each.amount)
        corrected = by_key.get(each.corrects)
        is_mending_return = each.nature == "return" and corrected is not None and corrected.nature == "return"
        if is_mending_return:
            first = corrected
            while first is not None and (next_row := by_key.get(first.corrects)) and next_row.nature == "return":
                first = next_row
            assert first is not None
            amount = -amount if cents_of(first.amount) > 0 else amount
        elif each.nature == "return":
            amount = -abs(amount)
        cents += amount
    return cents
