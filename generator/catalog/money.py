"""Money: an exact amount of one currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in base units (yuan, euro), exact to the cent."""

    amount: Decimal
    currency: str
    """ISO 4217 code."""

    def __add__(self, other: Money) -> Money:
        """Add two sums of one currency.

        Raises:
            ValueError: The currencies differ; such sums are never mixed.
        """
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} + {other.currency}")
        return Money(self.amount + other.amount, self.currency)


def cents(amount: Decimal) -> str:
    """Return an amount with two decimals and a point; half a cent is rounded away from zero."""
    return f"{amount.quantize(Decimal('0.01'), ROUND_HALF_UP):.2f}"
