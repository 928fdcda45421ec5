"""Sheets of sums: formulas over the ledger's sheet, each with the value that it gives."""

from __future__ import annotations

from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from generator.catalog.item import Amount
from generator.catalog.ledger import BASES, PAYMENT, PURCHASE, RETURN
from generator.catalog.money import Money
from generator.contract.quantities import NotDisclosed
from generator.surfaces.reports.figures import SUMS
from generator.surfaces.reports.scope import Material
from generator.surfaces.reports.tables import amount_title

from .xlsx_cells import Book
from .xlsx_ledger import LedgerSheet

_CENTS = 2


def write_totals(book: Book, material: Material, ledger: LedgerSheet) -> None:
    """Write each sum by kind and basis, beside it the number of the site and the report, and whether both agree."""
    texts = book.texts
    sheet = book.sheet("totals", (30, 20, 24, 12))
    book.head(sheet, [texts(f"report.book.{name}") for name in ("kind", "computed", "told", "check")])
    line = 0
    for nature, basis in SUMS:
        amount = material.ledger.total(nature, basis).amount
        if amount is None:
            continue
        line += 1
        words = texts(
            "report.book.kind_of",
            nature=texts.label("ledger", "nature", nature),
            basis=texts.label("ledger", "basis", basis),
        )
        book.text(sheet, line, 0, words)
        _formula(book, sheet, line, 1, _sum_formula(book, ledger, nature, basis), amount)
        book.amount(sheet, line, 2, amount)
        here, told = (xl_rowcol_to_cell(line, column) for column in (1, 2))
        agrees, differs = texts("report.book.agrees"), texts("report.book.differs")
        sheet.write_formula(line, 3, f'=IF({here}={told},"{agrees}","{differs}")', book.format("text"), agrees)


def write_dimension(book: Book, material: Material, ledger: LedgerSheet, dimension: str) -> None:
    """Write what was bought by one dimension: paid, ordered and delivered, each a column that is added to no other."""
    texts, labels = book.texts, ledger.labels.of[dimension]
    sheet = book.sheet(dimension, (32, 18, 10, 18, 18))
    sums = {basis: {part.key: part.total for part in material.ledger.by(dimension, PURCHASE, basis)} for basis in BASES}
    keys = sorted(set().union(*sums.values()))
    unit = amount_title(material)
    titles = {basis: f"{texts.label('ledger', 'basis', basis)} {unit}" for basis in BASES}
    others = [basis for basis in BASES if basis != PAYMENT]
    book.head(
        sheet,
        [
            texts(f"report.dimension.{dimension}"), titles[PAYMENT], texts("report.column.rows"),
            *(titles[basis] for basis in others),
        ],
    )  # fmt: skip
    for line, key in enumerate(keys, start=1):
        cell = xl_rowcol_to_cell(line, 0, col_abs=True)
        chosen = f"({ledger.ranges[dimension]}={cell})*"
        book.text(sheet, line, 0, labels[key])
        for column, basis in ((1, PAYMENT), *enumerate(others, start=3)):
            total = sums[basis].get(key)
            _formula(
                book, sheet, line, column,
                _sum_formula(book, ledger, PURCHASE, basis, chosen), total.amount if total else None,
            )  # fmt: skip
        paid = sums[PAYMENT].get(key)
        condition = f"{chosen}{_condition(book, ledger, PURCHASE, PAYMENT)}*{_counts(book, ledger)}"
        sheet.write_formula(line, 2, f"=SUMPRODUCT({condition})", book.format("count"), len(paid.rows) if paid else 0)
    _write_sum(book, material, sheet, len(keys), others)


def _write_sum(book: Book, material: Material, sheet: Worksheet, lines: int, others: list[str]) -> None:
    if not lines:
        return
    line = lines + 1
    book.text(sheet, line, 0, book.texts("report.sum"), "sum_text")
    hidden = book.texts("common.not_disclosed")
    for column, basis in ((1, PAYMENT), *enumerate(others, start=3)):
        total = material.ledger.total(PURCHASE, basis)
        cells = f"{xl_rowcol_to_cell(1, column)}:{xl_rowcol_to_cell(lines, column)}"
        formula = f'=IF(COUNTIF({cells},"{hidden}")>0,"{hidden}",ROUND(SUM({cells}),{_CENTS}))'
        sheet.write_formula(line, column, formula, book.format("sum_money"), _cached(book, total.amount))
    cells = f"{xl_rowcol_to_cell(1, 2)}:{xl_rowcol_to_cell(lines, 2)}"
    sheet.write_formula(line, 2, f"=SUM({cells})", book.format("sum_count"), len(material.ledger.total().rows))


def _sum_formula(book: Book, ledger: LedgerSheet, nature: str, basis: str, chosen: str = "") -> str:
    """Return a sum's formula.

    Cells are compared, not matched: names may hold the signs that SUMIFS takes for patterns.  Where a row that counts
    withholds its amount, the sum is withheld.
    """
    condition = f"{chosen}{_condition(book, ledger, nature, basis)}"
    amounts, hidden = ledger.ranges["counted_amount"], book.texts("common.not_disclosed")
    return (
        f'=IF(SUMPRODUCT({condition}*({amounts}="{hidden}"))>0,"{hidden}",'
        f"ROUND(SUMPRODUCT({condition},{amounts}),{_CENTS}))"
    )


def _condition(book: Book, ledger: LedgerSheet, nature: str, basis: str) -> str:
    texts, natures, bases = book.texts, ledger.ranges["nature"], ledger.ranges["basis"]
    kinds = (PURCHASE, RETURN) if nature == PURCHASE else (nature,)
    chosen = "+".join(f'({natures}="{texts.label("ledger", "nature", kind)}")' for kind in kinds)
    return f'({chosen})*({bases}="{texts.label("ledger", "basis", basis)}")'


def _counts(book: Book, ledger: LedgerSheet) -> str:
    return f'({ledger.ranges["counted"]}="{book.texts("report.book.yes")}")'


def _formula(book: Book, sheet: Worksheet, line: int, column: int, formula: str, amount: Amount) -> None:
    sheet.write_formula(line, column, formula, book.format("money"), _cached(book, amount))


def _cached(book: Book, amount: Amount) -> float | str:
    """Return the value that a program shows before it has calculated; nothing at all sums to zero there."""
    if isinstance(amount, NotDisclosed):
        return book.texts("common.not_disclosed")
    return float(amount.amount if isinstance(amount, Money) else Decimal(0))
