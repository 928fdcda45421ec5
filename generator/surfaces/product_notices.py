"""What must be read before anything else on a product's page: recall, withdrawal, goods in store; and what changed."""

from __future__ import annotations

from generator.catalog.product import Product
from generator.contract import Field

from . import addresses
from .product_places import dialled
from .slow_selling import is_slow, slow_words
from .surroundings import Surroundings
from .views import ChangeLine, Fact, Link, Notice


def notices_of(around: Surroundings, product: Product) -> tuple[Notice, ...]:
    """Return recalls in force, of what is inside a bundle too, then a withdrawal, or that it lies in store for long."""
    texts, formats = around.texts, around.formats
    notices: list[Notice] = []
    for recall in around.catalog.recalls_of(product):
        inside = recall.product if recall.product.id != product.id else None
        facts = (
            Fact(
                texts("notice.recalled_part"),
                inside.name if inside is not None else "",
                href=addresses.product(recall.product.id),
            ),
            Fact(texts.field_title("recalls", "announced_on"), formats.day(recall.announced_on)),
            Fact(texts.field_title("recalls", "lots"), texts.joined(recall.lots)),
            Fact(texts.field_title("recalls", "action"), recall.action),
            Fact(texts.field_title("recalls", "phone"), recall.phone),
        )
        link = _product_link(around, recall.replacement)
        shown = tuple(fact for fact in facts if fact.value)
        title, phone, place = texts("notice.recall"), recall.phone, addresses.notice(recall.id)
        notices.append(Notice("recall", title, recall.reason, shown, link, phone, dialled(phone), place))
    if around.catalog.is_withdrawn(product):
        replacement = _product_link(around, around.catalog.products.get(product.replaced_by))
        text = texts("notice.withdrawn_text")
        notices.append(Notice("withdrawn", texts("notice.withdrawn"), text, (), replacement))
    if is_slow(around, product):
        notices.append(Notice("slow", texts("slow.title"), slow_words(around, [product]), (), None))
    return tuple(notices)


def _product_link(around: Surroundings, product: Product | None) -> Link | None:
    if product is None or product.id not in around.catalog.products or around.catalog.is_gone(product):
        return None
    return Link(product.name, addresses.product(product.id))


def changes_of(around: Surroundings, product: Product) -> tuple[ChangeLine, ...]:
    """Return what was changed of *product*, latest first."""
    return tuple(
        ChangeLine(
            around.formats.day(change.date), _field_title(around, change.field), change.old, change.new, change.reason
        )
        for change in around.catalog.changes_by_product.get(product.id, ())
    )


def _field_title(around: Surroundings, written: str) -> str:
    """Return the title of the product's field that an editor named by its name or title."""
    field = around.tables["products"].words.get(written)
    return around.texts.field_title("products", field.name) if isinstance(field, Field) else written
