"""Ledgers made at random for properties to be tried on, and rows made by hand."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from generator.catalog.campaign import LedgerRow
from generator.catalog.category import Category, CategoryScheme
from generator.catalog.item import Amount
from generator.catalog.money import Money
from generator.catalog.organisation import Organisation
from generator.catalog.origin import Origin
from generator.catalog.product import Product

FIRST = date(2026, 1, 1)
LAST = date(2026, 12, 31)
"""No row of a random ledger is recorded later."""


def item(item_class: type[Any], key: str, **values: Any) -> Any:
    """Return an item of which only some attributes matter."""
    blank = {each.name: None if "None" in str(each.type) else "" for each in fields(item_class)}
    return item_class(**{**blank, "key": key, "digest": key, "id": key, **values})


def origin(code: str) -> Any:
    """Return a county of which only the code matters."""
    blank = {each.name: "" for each in fields(Origin)}
    return Origin(**{**blank, "key": code, "digest": code, "code": code})  # type: ignore[arg-type]


BODIES = [item(Organisation, key) for key in ("school", "union", "works")]
COUNTIES = [origin(code) for code in ("610924", "610630")]
MAIN, OTHER = item(CategoryScheme, "main", primary=True), item(CategoryScheme, "other", primary=False)
TEA, DRINKS = item(Category, "tea", scheme=MAIN), item(Category, "drinks", scheme=OTHER)
PRODUCTS = [
    item(Product, "leaf", categories=(DRINKS, TEA), origin=COUNTIES[0]),
    item(Product, "apple", categories=(), origin=COUNTIES[1]),
]
KEYS = [f"r{letter}" for letter in string.ascii_lowercase[:12]]


def row(key: str, amount: str | Amount = "1", **values: Any) -> LedgerRow:
    """Return a payment of January by the union, recorded at once."""
    own: dict[str, Any] = {
        "date": FIRST,
        "recorded_on": FIRST,
        "organisation": BODIES[1],
        "buyer_kind": "union",
        "amount": Money(Decimal(amount), "CNY") if isinstance(amount, str) else amount,
        "nature": "",
        "basis": "payment",
        "overlaps": (),
        "people_distinct": False,
    }
    blank: Mapping[str, Any] = {"campaign": None, "channel": None, "product": None, "category": None, "origin": None}
    made: LedgerRow = item(LedgerRow, key, **{**blank, "people": None, **own, **values})
    return made


@st.composite
def ledgers(draw: st.DrawFn, *, with_returns: bool = True) -> list[LedgerRow]:
    """Draw up to twelve rows: purchases, gifts, corrections that lessen earlier rows, returns, overlaps at will."""
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1))
    rows: list[LedgerRow] = []
    for key in keys:
        rows.append(draw(_rows(key, keys, rows, with_returns=with_returns)))
    return rows


@st.composite
def _rows(
    draw: st.DrawFn, key: str, keys: Sequence[str], earlier: Sequence[LedgerRow], *, with_returns: bool
) -> LedgerRow:
    day = FIRST + timedelta(days=draw(st.integers(0, 300)))
    values: dict[str, Any] = {
        "date": day,
        "recorded_on": day + timedelta(days=draw(st.integers(0, 60))),
        "organisation": draw(st.sampled_from(BODIES)),
        "buyer_kind": draw(st.sampled_from(["union", "canteen"])),
        "product": draw(st.sampled_from([None, *PRODUCTS])),
        "category": draw(st.sampled_from([None, TEA])),
        "origin": draw(st.sampled_from([None, *COUNTIES])),
        "basis": draw(st.sampled_from(["payment", "payment", "order"])),
        "nature": draw(st.sampled_from(["", "purchase", "donation"])),
        "overlaps": tuple(draw(st.lists(st.sampled_from(keys), max_size=2))),
        "people": draw(st.sampled_from([None, 1, 30])),
        "people_distinct": draw(st.booleans()),
    }
    most = draw(st.sampled_from([9, 10**9]))
    cents = draw(st.integers(0, most))
    manner = draw(st.sampled_from(["plain", "plain", "corrects", "returns"]))
    if manner == "corrects" and earlier:
        corrected = draw(st.sampled_from(list(earlier)))
        values |= {"corrects": corrected.key, "nature": corrected.nature, "basis": corrected.basis}
        cents = draw(st.integers(-most, most))
    elif manner == "returns" and with_returns:
        values |= {"nature": "return", "corrects": draw(st.sampled_from(["", *(each.key for each in earlier)]))}
        cents *= draw(st.sampled_from([1, -1]))
    return row(key, Money(Decimal(cents).scaleb(-2), "CNY"), **values)


def cents_of(found: Amount) -> int:
    """Return an amount in integer cents, to be summed by another way than the ledger's."""
    assert isinstance(found, Money)
    exact = found.amount.scaleb(2)
    assert exact == int(exact)
    return int(exact)
