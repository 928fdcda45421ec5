"""Values in words: each language its marks, each country its currency, no cent lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from catalog.market import catalog_of, offer, product
from contract.support import record

from generator.catalog.item import Amount, Quantity
from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.contract.quantities import NOT_DISCLOSED, period_from_text

from .support import formats_of

CHINESE = formats_of("shop", "zh-Hans")
FRENCH = formats_of("pdo", "fr")
ENGLISH = formats_of("pdo", "en")


@pytest.mark.parametrize(
    ("value", "chinese", "french", "english"),
    [
        ("8", "¥8.00", "8,00\u00a0€", "EUR\u00a08.00"),
        ("12.5", "¥12.50", "12,50\u00a0€", "EUR\u00a012.50"),
        ("0", "¥0.00", "0,00\u00a0€", "EUR\u00a00.00"),
        ("-3.1", "-¥3.10", "-3,10\u00a0€", "-EUR\u00a03.10"),
        ("1234.56", "¥1234.56", "1234,56\u00a0€", "EUR\u00a01234.56"),
        ("9999.99", "¥9999.99", "9999,99\u00a0€", "EUR\u00a09999.99"),
        ("157700", "15.77 万元", "157\u202f700,00\u00a0€", "EUR\u00a0157,700.00"),
        ("1000000.5", "100.00005 万元", "1\u202f000\u202f000,50\u00a0€", "EUR\u00a01,000,000.50"),
    ],
)
def test_money_is_written_as_the_language_does(value: str, chinese: str, french: str, english: str) -> None:
    """Marks, groups, the sign's place and the large unit follow the language; readers abroad are told the ISO code."""
    amount = Decimal(value)
    assert CHINESE.money(Money(amount, "CNY")) == chinese
    assert FRENCH.money(Money(amount, "EUR")) == french
    assert ENGLISH.money(Money(amount, "EUR")) == english


def test_half_a_cent_is_rounded_away_from_zero() -> None:
    """As shops round, not as computers do."""
    assert ENGLISH.amount(Decimal("0.125")) == "0.13"
    assert ENGLISH.amount(Decimal("0.135")) == "0.14"
    assert ENGLISH.amount(Decimal("-0.125")) == "-0.13"
    assert ENGLISH.amount(Decimal("9999.995")) == "10,000.00"


@pytest.mark.parametrize(("value", "words"), [(None, ""), (NOT_DISCLOSED, "未披露")])
def test_what_is_not_a_sum_is_not_written_as_one(value: Amount, words: str) -> None:
    """Nothing is said of an empty amount; a withheld one is said to be withheld."""
    assert CHINESE.money(value) == words
    assert CHINESE.number(value if value is None or value is NOT_DISCLOSED else None) == words


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (Decimal("1.50"), "1.5", "1,5"),
        (Decimal(100), "100", "100"),
        (Decimal("1E+3"), "1000", "1000"),
        (Decimal("9999.5"), "9999.5", "9999,5"),
        (Decimal("12345.5"), "12,345.5", "12\u202f345,5"),
        (Decimal(-12345), "-12,345", "-12\u202f345"),
        (Decimal("0.000001"), "0.000001", "0,000001"),
        (123456, "123,456", "123\u202f456"),
        (0, "0", "0"),
    ],
)
def test_numbers_have_no_needless_zeros(value: Quantity, english: str, french: str) -> None:
    """Every digit that counts is there, and no other; groups of thousands begin at five digits."""
    assert ENGLISH.number(value) == english
    assert FRENCH.number(value) == french


@pytest.mark.parametrize(
    ("text", "chinese", "french", "english"),
    [
        ("2020", "2020年", "2020", "2020"),
        ("2020-09", "2020年9月", "septembre 2020", "September 2020"),
        ("2020-09-08", "2020年9月8日", "8 septembre 2020", "8 September 2020"),
        ("2020-10-01", "2020年10月1日", "1er octobre 2020", "1 October 2020"),
        ("2020-08/2020-10", "2020年8月至2020年10月", "août 2020 – octobre 2020", "August 2020 – October 2020"),
    ],
)
def test_periods_are_as_precise_as_they_were_given(text: str, chinese: str, french: str, english: str) -> None:
    """A month is not given a day, a year not a month."""
    period = period_from_text(text)
    assert CHINESE.period(period) == chinese
    assert FRENCH.period(period) == french
    assert ENGLISH.period(period) == english


def test_no_day_is_no_words() -> None:
    """A date that was left empty is said by nothing."""
    assert (CHINESE.day(None), CHINESE.period(None)) == ("", "")
    assert CHINESE.day(date(2026, 11, 21)) == "2026年11月21日"


def test_an_offer_is_compared_by_weight_or_volume() -> None:
    """A price per 500 g, per kilogram or per litre stands beside the pack's price, whatever the pack's unit."""
    tea = _offer(price="38元", content_amount="250", content_unit="g")
    heavy = _offer(price="38元", content_amount="2.5", content_unit="kg")
    piece = _offer(price="38元", content_amount="30", content_unit="piece")

    assert [CHINESE.price(each).per for each in (tea, heavy, piece)] == ["¥76.00 / 500 克", "¥7.60 / 500 克", ""]
    assert FRENCH.price(tea).per == "152,00\u00a0€ / 1 kg"


def test_a_price_says_where_its_sign_stands() -> None:
    """The sign stands before the amount in Chinese and behind it in French."""
    tea = _offer(price="38元")
    chinese, french = CHINESE.price(tea), FRENCH.price(tea)
    assert (chinese.currency, chinese.amount, chinese.unit, chinese.symbol_after) == ("¥", "38.00", "盒", False)
    assert (french.amount, french.symbol_after) == ("38,00", True)


def test_a_withheld_price_has_no_currency() -> None:
    """*Not disclosed* is words, not a sum; an offer without a price has none at all."""
    withheld = CHINESE.price(_offer(price="面议"))
    assert (withheld.currency, withheld.amount) == ("", "未披露")
    assert CHINESE.price(_offer()) is None


def test_an_empty_pack_is_not_divided_by() -> None:
    """A content of nothing gives no price per weight."""
    nothing = replace(_offer(price="38元", content_amount="250", content_unit="g"), content_amount=Decimal(0))
    assert CHINESE.price(nothing).per == ""


def test_every_word_of_a_country_is_a_unit_that_its_sums_know() -> None:
    """The large unit is shown with an exact amount: nothing is rounded on the way."""
    assert CHINESE.money(Money(Decimal("123456789.01"), "CNY")) == "12,345.678901 万元"


def _offer(**values: str) -> Offer:
    records = (product("tea", no_offer_reason=""), offer("tea", **values), record("terms", term="豆鼓"))
    return catalog_of(*records).offers_by_product["tea"][0]
