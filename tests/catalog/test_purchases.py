"""What was bought is summed from the ledger, to the cent and nothing twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.catalog.campaign import LedgerRow
from generator.catalog.money import Money
from generator.catalog.purchases import purchased

from .market import catalog_of, record

AS_OF = date(2020, 9, 30)


def rows(*written: dict[str, str]) -> tuple[LedgerRow, ...]:
    """Return the ledger rows of one campaign, made by the real contract."""
    shared = {
        "organisation": "firm",
        "campaign": "month",
        "buyer_kind": "企业",
        "date": "2020-09-10",
        "recorded_on": "2020-09-11",
        "basis": "付款",
    }
    catalog = catalog_of(
        record("organisations", id="firm", name="示例企业", kind="企业"),
        record("campaigns", id="month", name="消费月", starts_on="2020-09-01", ends_on="2020-09-30"),
        *(record("ledger", **{**shared, "id": f"r{number}", **row}) for number, row in enumerate(written, start=1)),
    )
    return catalog.ledger_by_campaign.get("month", ())


def test_sums_are_exact() -> None:
    """A hundred payments of a tenth of a yuan are ten yuan."""
    assert purchased(rows(*({"amount": "0.10"} for _ in range(100))), AS_OF) == Money(Decimal("10.00"), "CNY")


def test_returns_are_taken_off_whichever_sign_they_carry() -> None:
    """A return lessens the sum, written as -5 or as 5."""
    sold = {"amount": "100"}
    for sign in ("-5", "5"):
        assert purchased(rows(sold, {"amount": sign, "nature": "退货"}), AS_OF) == Money(Decimal(95), "CNY")


def test_orders_gifts_and_later_entries_do_not_count() -> None:
    """Only what was paid for, and recorded by the day, is bought."""
    counted = rows(
        {"amount": "100"},
        {"amount": "50", "basis": "订单"},
        {"amount": "30", "nature": "捐赠"},
        {"amount": "20", "recorded_on": "2020-10-01"},
    )

    assert purchased(counted, AS_OF) == Money(Decimal(100), "CNY")


def test_declared_overlaps_count_once() -> None:
    """The same purchase told by buyer and seller is one purchase, whichever row names the other."""
    assert purchased(rows({"amount": "80"}, {"amount": "80", "overlaps": "r1"}), AS_OF) == Money(Decimal(80), "CNY")
    assert purchased(rows({"amount": "80", "overlaps": "r2"}, {"amount": "80"}), AS_OF) == Money(Decimal(80), "CNY")


def test_no_rows_are_no_sum() -> None:
    """Nothing recorded is not zero."""
    assert purchased((), AS_OF) is None
