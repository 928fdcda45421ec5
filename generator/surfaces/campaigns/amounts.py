"""Sums of the ledger in words: one large number with its unit, parts of a total, and what is not disclosed."""

from __future__ import annotations

from fractions import Fraction

from generator.catalog.item import Amount
from generator.catalog.money import Money
from generator.catalog.progress import rate_of
from generator.surfaces.surroundings import Surroundings


def number_and_unit(around: Surroundings, amount: Amount) -> tuple[str, str]:
    """Return a sum as (number, unit), exactly; what is not disclosed is told as such and has no unit."""
    words = around.formats.money(amount)
    unit = around.config.currency.large_unit
    if unit and words.endswith(f" {unit}"):
        return words.removesuffix(f" {unit}"), unit
    return words, ""


def is_large(around: Surroundings, amount: Amount) -> bool:
    """Tell whether a sum is told in the large unit."""
    return bool(number_and_unit(around, amount)[1])


def money_alike(around: Surroundings, amount: Amount, *, is_large: bool, has_unit: bool = True) -> str:
    """Return a sum in the unit of its neighbours, so that eyes compare numbers and not units; ``""`` for none.

    Args:
        around: The run.
        amount: The sum.
        is_large: Its neighbours are told in the large unit.
        has_unit: Write that unit; otherwise it is told once for all.
    """
    currency = around.config.currency
    if not is_large or not currency.large_unit or not isinstance(amount, Money):
        return around.formats.money(amount)
    number = around.formats.number(amount.amount / currency.units[currency.large_unit])
    return f"{number} {currency.large_unit}" if has_unit else number


def size(amount: Amount) -> Fraction | None:
    """Return a sum as charts draw it; ``None`` where it is not disclosed."""
    return Fraction(amount.amount) if isinstance(amount, Money) else None


def share(around: Surroundings, part: Amount, whole: Amount) -> str:
    """Return a part of a total in percent with one decimal, rounded towards zero; ``""`` where there is none."""
    rate = rate_of(part, whole)
    return f"{around.formats.number(rate.percent_exact)}%" if rate is not None else ""
