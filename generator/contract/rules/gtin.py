"""Barcode numbers: GTIN-8, -12, -13 and -14 with their check digit (GS1 General Specifications, section 7.9)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Finding

from .data import RuleData

LENGTHS = (8, 12, 13, 14)


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``gtin-length`` and ``gtin-check-digit``."""
    for _, entry, rows in data.fields("gtin"):
        for row in rows:
            number = row.text(entry.name)
            if not number:
                continue
            if not (number.isascii() and number.isdigit() and len(number) in LENGTHS):
                yield row.finding("gtin-length", entry.name)
            elif (digit := _check_digit(number[:-1])) != number[-1]:
                yield row.finding("gtin-check-digit", entry.name, allowed=digit)


def _check_digit(number: str) -> str:
    from stdnum import ean  # brings much with it, which data without barcodes does not need

    digit: str = ean.calc_check_digit(number)
    return digit
