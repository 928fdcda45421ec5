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


def size(amount: Amount) -> Fraction | None:
    """Return a sum as charts draw it; ``None`` where it is not disclosed."""
    return Fraction(amount.amount) if isinstance(amount, Money) else None


def share(around: Surroundings, part: Amount, whole: Amount) -> str:
    """Return a part of a total in percent with one decimal, rounded towards zero; ``""`` where there is none."""
    rate = rate_of(part, whole)
    return f"{around.formats.number(rate.percent_exact)}%" if rate is not None else ""
