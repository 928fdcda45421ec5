"""What editors type becomes one canonical text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.contract.numbers import MoneyReader, Problem, read_integer, read_number, read_percent
from generator.contract.settings import ContractSettings
from generator.contract.times import read_date, read_months, read_period

from .support import CHINA, EUROPE, read, record


def canonical(table: str, field: str, text: str, site: ContractSettings = CHINA) -> str | None:
    """Return the canonical text of one field, ``None`` where it was told as wrong."""
    texts = read(record(table, **{field: text}), settings=site)[table][0]
    return None if field in texts.unread else texts.texts.get(field, "")


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("68", "68"),
        ("68.00元", "68.00"),
        ("¥1,068.50", "1068.50"),
        ("￥１，０６８．５０", "1068.50"),
        ("155.2万元", "1552000"),
        ("0.00015亿元", "15000"),
        ("-5 200 元".replace(" ", ""), "-5200"),
        ("68元起", "68元起"),
        ("38元/500g", "38元/500g"),
        ("1,06", "1,06"),
    ],
)
def test_money_is_exact_in_base_units(written: str, amount: str) -> None:
    """Units and separators go, digits stay exact; what is no amount stays as written."""
    assert MoneyReader(CHINA.currency_units)(written) == amount


@pytest.mark.parametrize(("written", "amount"), [("12,50 €", "12.50"), ("1.234,5 EUR", "1234.5"), ("1 234 €", "1234")])
def test_money_with_a_decimal_comma(written: str, amount: str) -> None:
    """A site that writes 1.234,50 is read so."""
    assert MoneyReader(EUROPE.currency_units, decimal_comma=True)(written) == amount


def test_spaced_digits_are_proposed_not_guessed() -> None:
    """Digits set apart, as pasted from reports, give a problem that proposes the joined amount with its unit."""
    assert MoneyReader(CHINA.currency_units)("1 0 6 4 万元") == Problem("spaced-digits", allowed="1064万元")


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1_000"])
def test_words_that_decimals_take_are_no_numbers(text: str) -> None:
    """Python's decimals know NaN and 1_000; a price does not."""
    assert read_number(text) == Problem("not-a-number")


def test_numbers_of_spreadsheets() -> None:
    """3.0 is a whole number, 30% a percentage, 1.2E+05 a loss."""
    assert read_integer("3.0") == "3"
    assert read_integer("34，000") == "34000"
    assert read_percent("30％") == "30"
    assert read_percent("三成") == "三成"
    assert read_number("1.2E+05") == Problem("number-rounded")


@pytest.mark.parametrize(
    "written", ["2020-09-08", "2020/9/8", "2020.9.8", "2020年9月8日", "20200908", "2020/9/8 0:00", "２０２０-９-８"]
)
def test_days(written: str) -> None:
    """Every usual spelling of a day is the ISO date."""
    assert read_date(written) == "2020-09-08"


def test_days_that_do_not_exist_stay_as_written() -> None:
    """They are told as errors of their type, in the editor's own spelling."""
    assert read_date("2020年2月30日") == "2020年2月30日"
    assert read_date("08/09/2020") == "08/09/2020"


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("2020年", "2020"),
        ("2020-09", "2020-09"),
        ("2020年9月", "2020-09"),
        ("2020/9/8", "2020-09-08"),
        ("2020-09-17/2020-09-18", "2020-09-17/2020-09-18"),
        ("2020年9月17日至18日", "2020-09-17/2020-09-18"),
        ("2020年9月17日—10月2日", "2020-09-17/2020-10-02"),
        ("2020年8月至10月", "2020-08/2020-10"),
        ("2016至2019", "2016/2019"),
        ("2020/9/17 - 2020/9/18", "2020-09-17/2020-09-18"),
    ],
)
def test_periods(written: str, period: str) -> None:
    """Days, months, years and spans, with the end shortened as people write it."""
    assert read_period(written) == period


def test_periods_that_are_none() -> None:
    """Prose is no period, and a span runs forwards."""
    assert read_period("去年秋天") == Problem("not-a-period")
    assert read_period("2020-13") == Problem("not-a-period")
    backwards = read_period("2020-09-18/2020-09-17")
    assert isinstance(backwards, Problem)
    assert backwards.code == "date-order"


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("3;4;5", "3;4;5"),
        ("3-5月", "3;4;5"),
        ("11-2", "11;12;1;2"),
        ("3月、4月；9至10月", "3;4;9;10"),
        ("1-12", "1;2;3;4;5;6;7;8;9;10;11;12"),
    ],
)
def test_months(written: str, months: str) -> None:
    """Lists, spans and spans over the turn of the year."""
    assert read_months(written) == months


@pytest.mark.parametrize("written", ["13", "春天", "0-3", "3月5日"])
def test_what_is_no_month(written: str) -> None:
    """Thirteen, seasons and what a spreadsheet made of 3-5 are told."""
    assert read_months(written) == Problem("not-months")


@pytest.mark.parametrize(
    ("table", "field", "written", "text"),
    [
        ("products", "kind", "商品", "goods"),
        ("products", "kind", "Goods", "goods"),
        ("products", "kind", "商品吧", "商品吧"),
        ("offers", "availability", "in stock", "in-stock"),
        ("products", "sample", "是", "true"),
        ("products", "sample", "No", "false"),
        ("products", "aliases", "毛尖；绿茶、云雾", "毛尖;绿茶;云雾"),
        ("products", "gtin", "6 901234-567892", "6901234567892"),
        ("origins", "code", "６１０９２４", "610924"),
        ("offers", "price", "面议", "xx"),
        ("offers", "price", "xxx.xx元", "xx"),
        ("offers", "price", "××万元", "xx"),
        ("offers", "price", "0", "0"),
        ("offers", "price", "", ""),
        ("targets", "share", "xx%", "xx"),
        ("suppliers", "households", "未披露", "xx"),
        ("figures", "qualifier", "未披露", "not-disclosed"),
        ("products", "summary", "xx", "xx"),
        ("offers", "price_note", "面议", "面议"),
        ("translations", "table", "产品", "products"),
    ],
)
def test_values_by_field(table: str, field: str, written: str, text: str) -> None:
    """Labels become values, masks become *not disclosed*, and neither zero nor empty; prose keeps its words."""
    assert canonical(table, field, written) == text


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    st.text(max_size=12), st.sampled_from(["price", "content_amount", "minimum_order", "supply_months", "valid_from"])
)
def test_any_text_is_read_or_kept(text: str, field: str) -> None:
    """No text of an editor raises, and a reading read again is the same."""
    first = canonical("offers", field, text)
    if first and first != text.strip():
        assert canonical("offers", field, first) == first
