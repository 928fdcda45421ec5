"""Money is exact and never mixed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.catalog.money import Money


def test_sums_are_exact() -> None:
    """Ten times ten fen are one yuan, not nearly one."""
    total = Money(Decimal(0), "CNY")
    for _ in range(10):
        total += Money(Decimal("0.10"), "CNY")
    assert total == Money(Decimal("1.00"), "CNY")


def test_currencies_are_never_mixed() -> None:
    """Adding euro to yuan is refused."""
    with pytest.raises(ValueError, match=r"CNY \+ EUR"):
        Money(Decimal(1), "CNY") + Money(Decimal(1), "EUR")
