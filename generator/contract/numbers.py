"""Numbers and amounts of money as editors write them, to exact decimal text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation, localcontext
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from .frozen import frozen_record

HALF_WIDTH = str.maketrans("０１２３４５６７８９．，－＋／％：　", "0123456789.,-+/%: ")
"""Full-width digits and signs, as Chinese input methods write them, to their ASCII kin."""

_PLAIN = re.compile(r"[-+]?\d+(\.\d+)?")
_COINS = re.compile(r"-?[0-9]{1,15}(?:\.([0-9]{1,4}))?")
"""Nearly all amounts, which need no closer look."""
_GROUPED = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?")
_ROUNDED = re.compile(r"[-+]?\d+([.,]\d+)?[eE][-+]?\d+")
_SPACED = re.compile(r"\d\s+[\d.,]")
_THIN_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(\D|$))")


class Problem(NamedTuple):
    """A text that its field cannot hold, told at once: Table Schema would let it pass or say too little."""

    code: str
    allowed: str = ""
    words: Mapping[str, str] = MappingProxyType({})


WHOLE_DIGITS = 15
"""Digits before the point, at most: with :data:`PLACES` the 28 that decimal arithmetic keeps are never exceeded."""
PLACES = 12
"""Decimal places of a number that is no money, at most."""

Read: TypeAlias = "str | Problem"
"""Canonical text, or what is wrong; text that cannot be read stays as written and is told as a type error later."""
Reader: TypeAlias = Callable[[str], Read]


def read_number(text: str, *, decimal_comma: bool = False) -> Read:
    """
    Read a decimal number: full-width digits, thousands separators.

    Args:
        text: As written.
        decimal_comma: The number is written ``1.234,5`` or ``1 234,5``.

    Returns:
        Digits with a point, the written places kept; the text itself where it is no number; problem
        ``number-rounded`` for Excel's ``1.2E+05``, ``spaced-digits`` for ``1 0 6 4``, ``not-a-number`` for words that
        Python's decimals would take (``NaN``, ``1_000``), ``out-of-range`` and ``amount-too-precise`` for more digits
        than can be reckoned with exactly.
    """
    plain = text.strip() if text.isascii() else text.translate(HALF_WIDTH).strip()
    if decimal_comma:
        plain = _THIN_SPACES.sub("", plain).translate(str.maketrans(".,", ",."))
    if _PLAIN.fullmatch(plain):
        return bounded(plain.lstrip("+"))
    if _GROUPED.fullmatch(plain):
        return bounded(plain.replace(",", "").lstrip("+"))
    if _ROUNDED.fullmatch(plain):
        return Problem("number-rounded")
    if _SPACED.search(plain):
        joined = re.sub(r"\s+", "", plain)
        if _PLAIN.fullmatch(joined) or _GROUPED.fullmatch(joined):
            return Problem("spaced-digits", allowed=joined)
    return Problem("not-a-number") if _taken_by_decimal(plain) else text


def bounded(number: str, places: int = PLACES) -> Read:
    """Return *number*, digits with a point, or what is wrong with its length; zeros at its ends do not count."""
    whole, _, fraction = number.lstrip("-").partition(".")
    if len(whole.lstrip("0")) > WHOLE_DIGITS:
        return Problem("out-of-range", allowed=f"< {10**WHOLE_DIGITS}")
    if len(fraction.rstrip("0")) > places:
        return Problem("amount-too-precise", allowed=str(places))
    return number


def read_integer(text: str, *, decimal_comma: bool = False) -> Read:
    """Read a whole number; ``3.0``, as spreadsheets write it, is 3.  Returns as :func:`read_number` does."""
    number = read_number(text, decimal_comma=decimal_comma)
    if isinstance(number, Problem):
        return Problem("not-an-integer") if number.code == "not-a-number" else number
    whole, point, rest = number.partition(".")
    return whole if point and not rest.strip("0") and _PLAIN.fullmatch(number) else number


def read_percent(text: str, *, decimal_comma: bool = False) -> Read:
    """Read a percentage with or without its sign: ``30%`` is 30.  Returns as :func:`read_number` does."""
    plain = text.translate(HALF_WIDTH).strip()
    number = read_number(plain.removesuffix("%"), decimal_comma=decimal_comma)
    return text if isinstance(number, str) and not _PLAIN.fullmatch(number) else number


@frozen_record
class MoneyReader:
    """Reads amounts with the units and signs of a site's currency, to base units (元, EUR)."""

    units: Mapping[str, Decimal]
    decimal_comma: bool = False
    places: int = 2
    """Decimal places of the smallest coin."""

    def is_plain(self, text: str) -> bool:
        """Tell whether *text* is an amount in base units and needs no closer look, as nearly all are."""
        plain = None if self.decimal_comma else _COINS.fullmatch(text)
        return plain is not None and len(plain[1] or "") <= self.places

    def split(self, text: str) -> tuple[str, Decimal]:
        """Return the amount's text without units and signs, and the factor that they mean together."""
        if _PLAIN.fullmatch(text):
            return text, Decimal(1)
        rest, factor = text.strip().replace("￥", "¥"), Decimal(1)
        by_length = sorted(self.units, key=lambda unit: (-len(unit), unit))
        for unit in by_length:
            if rest.casefold().endswith(unit.casefold()):
                rest, factor = rest[: -len(unit)].rstrip(), factor * self.units[unit]
                break
        for unit in by_length:
            if rest.casefold().startswith(unit.casefold()):
                rest, factor = rest[len(unit) :].lstrip(), factor * self.units[unit]
                break
        return rest, factor

    def __call__(self, text: str) -> Read:
        """
        Read an amount: ``68``, ``¥1,200.50``, ``155.2万元``.

        Returns:
            Exact decimal text in base units; the text itself where it is no amount; problems as :func:`read_number`,
            ``spaced-digits`` proposing the amount with its unit (``1 0 6 4 万元`` → ``1064万元``),
            ``amount-too-precise`` for fractions of the smallest coin.
        """
        if self.is_plain(text):
            return text
        bare, factor = self.split(text)
        number = read_number(bare, decimal_comma=self.decimal_comma)
        if isinstance(number, Problem):
            if number.code != "spaced-digits":
                return number
            unit = text.strip()[text.strip().find(bare) + len(bare) :].strip()
            return Problem("spaced-digits", allowed=number.allowed + unit)
        if not _PLAIN.fullmatch(number):
            return text
        if factor == 1:
            return bounded(number, self.places)
        with localcontext(prec=60):
            amount = format(Decimal(number) * factor, "f")
        return bounded(amount.rstrip("0").rstrip(".") if "." in amount else amount, self.places)


def _taken_by_decimal(text: str) -> bool:
    try:
        Decimal(text)
    except InvalidOperation:
        return False
    return True
