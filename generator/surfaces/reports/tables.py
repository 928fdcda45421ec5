"""Tables of a report: shares of a total, names behind keys, amounts in the unit that the title names."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalog.item import Amount
from generator.catalog.ledger import Part, Total
from generator.catalog.money import Money
from generator.contract.quantities import NotDisclosed
from generator.surfaces.ledger_values import ranked, value_name

from .model import Column, Table
from .scope import Material


def amount_title(material: Material) -> str:
    """Return the title of a column of amounts with the unit that they are in."""
    around = material.around
    unit = around.config.currency.code if around.formats.is_abroad else base_unit(material)
    return around.texts("report.column.amount", unit=unit)


def base_unit(material: Material) -> str:
    """Return the name of the currency's base unit, such as 元; its code where it has none."""
    currency = material.around.config.currency
    return next((unit for unit, factor in currency.units.items() if factor == 1), currency.code)


def in_words(material: Material, amount: Amount) -> str:
    """Return an amount within a sentence: the portal's number, in Chinese with the unit behind it and no space."""
    formats = material.around.formats
    if isinstance(amount, Money) and material.around.texts.language.startswith("zh"):
        number, unit = formats.figure(amount.amount, base_unit(material))
        whole = amount.amount == amount.amount.to_integral_value()
        is_base = unit == base_unit(material)
        return f"{formats.amount(amount.amount) if is_base and not whole else number}{unit}"
    return formats.money(amount)


def amount_cell(material: Material, amount: Amount) -> str:
    """Return an amount without its unit; what is withheld is said, what is not there is a dash."""
    if isinstance(amount, NotDisclosed):
        return material.around.texts("common.not_disclosed")
    return material.around.formats.amount(amount.amount) if isinstance(amount, Money) else "—"


def dimension_table(material: Material, dimension: str, parts: Sequence[Part], total: Total) -> Table | None:
    """Return how a total is shared out over a dimension, largest first; ``None`` where no row says."""
    if not any(part.key for part in parts):
        return None
    texts = material.around.texts
    rows = [
        (
            value_name(material.around, dimension, part.key).name,
            amount_cell(material, part.total.amount),
            str(len(part.total.rows)),
        )
        for part in ranked(dimension, parts)
    ]
    rows.append((texts("report.sum"), amount_cell(material, total.amount), str(len(total.rows))))
    return Table(
        caption=texts(f"report.by.{dimension}"),
        columns=(
            Column(texts(f"report.dimension.{dimension}"), weight=5),
            Column(amount_title(material), is_number=True, weight=3),
            Column(texts("report.column.rows"), is_number=True),
        ),
        rows=tuple(rows),
        has_total=True,
    )
