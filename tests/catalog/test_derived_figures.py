"""Every derived figure has a stable name, and rows behind it that sum to it."""

from __future__ import annotations

from datetime import date

from generator.catalog import Catalog
from generator.catalog.derived_figures import DerivedFigures
from generator.catalog.money import Money

from .test_progress import bought, month, record

DAY = date(2020, 9, 30)
MARKET = (
    bought("a", "100", "firm"),
    bought("b", "100", "group", date="2020-09-11", overlaps="a"),
    bought("c", "40", "shop", origin="610924", channel="online", people="7", people_distinct="是"),
    bought("d", "9", "school", campaign="", nature="捐赠"),
    bought("e", "-10", "shop", nature="退货", corrects="c"),
    bought("f", "5", "firm", date="2020-09-29", recorded_on="2020-10-02"),
    record(
        "targets",
        id="t",
        kind="采购额",
        organisation="group",
        amount="500",
        starts_on="2020-09-01",
        ends_on="2020-09-30",
    ),
)


def figures(catalog: Catalog | None = None) -> DerivedFigures:
    """Return the figures of the market."""
    return DerivedFigures((catalog or month(*MARKET)).items, DAY)


def test_names_are_stable_and_unique() -> None:
    """Scope, nature, basis, and one value of a dimension; a hyphen for rows that do not say."""
    names = [each.name for each in figures().figures()]

    assert len(names) == len(set(names))
    for name in (
        "site/purchase/payment",
        "site/donation/payment",
        "campaigns/month/purchase/payment/organisation/firm",
        "campaigns/month/purchase/payment/county/610924",
        "campaigns/month/purchase/payment/channel/-",
        "campaigns/month/return/payment",
        "organisations/group/purchase/payment/month/2020-09",
        "targets/t",
    ):
        assert name in names


def test_the_rows_behind_every_figure_sum_to_it() -> None:
    """Whatever the name, what its rows bring is the figure."""
    market = figures()
    for each in market.figures():
        trace = market.trace(each.name)
        assert trace is not None
        amounts = [trace.ledger.amount_of(row) for row in trace.rows]
        assert all(isinstance(amount, Money) for amount in amounts)
        whole = sum(amount.amount for amount in amounts if isinstance(amount, Money))
        assert isinstance(each.total.amount, Money) or not amounts
        assert not isinstance(each.total.amount, Money) or each.total.amount.amount == whole
        assert tuple(row.key for row in trace.rows) == each.total.rows


def test_an_auditor_sees_what_was_left_out_and_why() -> None:
    """The row that tells of the same purchase, and the one recorded after the day."""
    trace = figures().trace("campaigns/month/purchase/payment")

    assert trace is not None
    assert [row.key for row in trace.rows] == ["a", "c", "e"]
    assert [(each.row.key, each.is_later) for each in trace.left_out] == [("b", False), ("f", True)]


def test_a_body_is_told_with_those_below_it_and_a_target_by_its_own_rows() -> None:
    """Both name the rows of the whole house."""
    market = figures()
    house, target = market.trace("organisations/group/purchase/payment"), market.trace("targets/t")

    assert house is not None
    assert target is not None
    assert house.figure.total == target.figure.total
    assert [each.row.key for each in target.left_out] == ["b", "f"]


def test_what_is_no_figure_has_no_trace() -> None:
    """Neither a scope alone, nor a value that no row has; a name's beginning still lists what is under it."""
    market = figures()

    assert market.trace("site") is None
    assert market.trace("site/purchase/payment/organisation/nobody") is None
    assert next(market.figures("organisations/school")).name == "organisations/school/donation/payment"
    assert list(market.figures("nowhere")) == []
