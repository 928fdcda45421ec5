"""What a product's label says, today and at one place; and which products have none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.assets.pdf_seals import SealText
from generator.assets.print_texts import LabelText
from generator.catalog.address import QrCode
from generator.catalog.placement import Stock
from generator.catalog.product import Product

from . import addresses, cards
from .label_facts import code_of, facts_of
from .printed_prices import price_text, shelf_price
from .share_labels import is_cut
from .surroundings import Surroundings

_KEPT_APART = str.maketrans({";": ",", "；": "，", "、": "，", "\n": " "})
"""What separates the entries of a list in the data, and may not stand within one."""


class Labelled(NamedTuple):
    """One label to print."""

    product: Product
    stock: Stock | None
    """The slot where it hangs; ``None`` where it may hang anywhere."""
    code: QrCode
    text: LabelText
    facts: tuple[str, ...]
    """What it shows, for the print log; see :func:`.label_facts.facts_of`."""


def not_printed_because(around: Surroundings, product: Product, stock: Stock | None = None) -> str:
    """Return why *product* gets no label: ``withdrawn``, ``recalled`` or ``no-code``; ``""`` where it gets one."""
    if around.catalog.is_withdrawn(product):
        return "withdrawn"
    if around.catalog.is_recalled(product):
        return "recalled"
    return "" if code_of(around, product, stock.placement if stock is not None else None) is not None else "no-code"


def label_of(around: Surroundings, product: Product, stock: Stock | None = None) -> Labelled | None:
    """Return the label of *product*; ``None`` where it has no code."""
    code = code_of(around, product, stock.placement if stock is not None else None)
    if code is None:
        return None
    price = shelf_price(around, product, stock)
    seals = tuple(
        SealText(str(seal.short), seal.shape)
        for seal in cards.seals_of(around, product)
        if seal.state == "verified" and not is_cut(seal)
    )
    is_sample = product.sample or price.sample
    text = LabelText(
        subject=product.id,
        name=str(product.name),
        code=code.code,
        uri=addresses.uri_of(around.config, code),
        levels=(around.config.codes.levels.label, around.config.codes.levels.small),
        origins=tuple(dict.fromkeys((str(cards.origin_in_words(around, product.origin)), str(product.origin.name)))),
        net=str(product.net_content),
        price=price_text(around, price),
        price_words=around.texts("print.see_price_tag"),
        seals=seals,
        day=around.texts("print.data", day=(price.day or around.configuration.as_of).isoformat()),
        sample=around.texts("common.sample") if is_sample else "",
    )
    return Labelled(product, stock, code, text, entries_of(facts_of(around, product, price, code)))


def entries_of(facts: Mapping[str, str]) -> tuple[str, ...]:
    """Return facts as entries ``field=value`` of the print log, without those that are empty."""
    return tuple(f"{name}={' '.join(value.translate(_KEPT_APART).split())}" for name, value in facts.items() if value)
