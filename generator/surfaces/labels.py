"""What a product's label says, today and at one place; and which products have none."""

from __future__ import annotations

from typing import NamedTuple

from generator.assets.pdf_seals import SealText
from generator.assets.print_texts import LabelText
from generator.catalog.address import QrCode
from generator.catalog.placement import Stock
from generator.catalog.product import Product

from . import addresses, cards
from .printed_prices import ShelfPrice, canonical, price_text, shelf_price
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
    """What it shows, for the print log; see :func:`label_facts`."""


def not_printed_because(around: Surroundings, product: Product, stock: Stock | None = None) -> str:
    """Return why *product* gets no label: ``withdrawn``, ``recalled`` or ``no-code``; ``""`` where it gets one."""
    if around.catalog.is_withdrawn(product):
        return "withdrawn"
    if around.catalog.is_recalled(product):
        return "recalled"
    return "" if code_of(around, product, stock) is not None else "no-code"


def code_of(around: Surroundings, product: Product, stock: Stock | None) -> QrCode | None:
    """Return the active code for a label: that of its placement where it has one, else the product's own."""
    if stock is not None:
        for code in around.catalog.codes.values():
            is_its = code.target_kind == "product" and code.target == product.id
            if is_its and code.placement is stock.placement and code.status == "active":
                return code
    return around.catalog.code_by_product.get(product.id)


def label_of(around: Surroundings, product: Product, stock: Stock | None = None) -> Labelled | None:
    """Return the label of *product*; ``None`` where it has no code."""
    code = code_of(around, product, stock)
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
    return Labelled(product, stock, code, text, _facts(around, product, price, code))


def label_facts(around: Surroundings, product: Product, stock: Stock | None = None) -> tuple[str, ...]:
    """Return what a label of today shows, as entries ``field=value`` of the print log, in a fixed order.

    ``name``, ``price`` (two decimals and a point; ``none`` where the label leads to the price tag), ``unit``,
    ``origin`` (its code), ``net``, ``mark`` (ids of the schemes whose seals are shown, joined by ``+``) and ``uri``.
    A value that is empty is left out.  A label is right as long as its facts are equal to those of today; the day of
    the data, which ages without being wrong, is none of them.
    """
    code = code_of(around, product, stock)
    return _facts(around, product, shelf_price(around, product, stock), code)


def _facts(around: Surroundings, product: Product, price: ShelfPrice, code: QrCode | None) -> tuple[str, ...]:
    certificates = around.catalog.certificates_by_product.get(product.id, ())
    marks = dict.fromkeys(
        certificate.scheme.id
        for certificate in certificates
        if certificate.scheme.is_certification and around.catalog.certificate_state(certificate) == "verified"
    )
    facts = {
        "name": str(product.name),
        "price": canonical(price),
        "unit": str(price.unit),
        "origin": product.origin.code,
        "net": str(product.net_content),
        "mark": "+".join(marks),
        "uri": addresses.uri_of(around.config, code) if code is not None else "",
    }
    return tuple(f"{name}={' '.join(value.translate(_KEPT_APART).split())}" for name, value in facts.items() if value)
