"""The view of one product, shared by portal and shelf."""

from __future__ import annotations

import re

from generator.catalog.category import Category
from generator.catalog.certificate import Certificate
from generator.catalog.product import Product
from generator.contract import Field

from . import addresses, cards, prices, prose
from .offer_lines import offer_line, offer_words
from .outputs import digest_of
from .page_views import ProductPage
from .surroundings import Surroundings
from .views import BundlePart, CertificateLine, ChangeLine, Fact, Link, Month, Notice, ShelfCode

RELATED = 4
"""Products shown beneath one another's pages."""


def related_to(around: Surroundings, product: Product) -> tuple[Product, ...]:
    """Return the next offered products of the same category, in a ring, so that every product is shown somewhere."""
    category = cards.primary_category(product)
    group = around.catalog.products_by_category.get(category.id, ()) if category else ()
    others = len(group) - 1
    if others < 1:
        return ()
    place = around.positions.get((category.id, product.id), 0) if category else 0
    ring = (group[(place + step) % len(group)] for step in range(1, others + 1))
    chosen: list[Product] = []
    for other in ring:
        if not around.catalog.is_gone(other):
            chosen.append(other)
        if len(chosen) == RELATED:
            break
    return tuple(chosen)


def digest_of_page(around: Surroundings, product: Product) -> str:
    """Return a digest of everything that the page of *product* shows, besides the base of all pages."""
    digest = around.page_digests.get(product.id)
    if digest is None:
        digest = around.page_digests[product.id] = _digest_of_page(around, product)
    return digest


def _digest_of_page(around: Surroundings, product: Product) -> str:
    catalog = around.catalog
    key = product.id
    supplier = product.supplier.id if product.supplier else ""
    replacement = catalog.products.get(product.replaced_by)
    linked = (
        *catalog.parts_by_bundle.get(key, ()),
        *catalog.changes_by_product.get(key, ()),
        *catalog.recalls_by_product.get(key, ()),
        *catalog.stories_by_product.get(key, ()),
        *catalog.pairings_by_origin.get(product.origin.code, ()),
        *catalog.admissions_by_supplier.get(supplier, ()),
        *catalog.stock_by_product.get(key, ()),
    )
    code = catalog.code_by_product.get(key)
    return digest_of(
        around.product_digests[key],
        *(item.digest for item in linked),
        "code",
        code.digest if code else "",
        "replacement",
        around.product_digests[replacement.id] if replacement else "",
        "counts",
        *around.first_of_origin(product.origin.code),
        *around.first_of_supplier(supplier),
        "related",
        around.digest_of_products(related_to(around, product)),
    )


def product_page(around: Surroundings, product: Product) -> ProductPage:
    """Return everything about *product*."""
    page = around.last_page.get(product.id)
    if page is None:
        page = _product_page(around, product)
        around.last_page.clear()
        around.last_page[product.id] = page
    return page


def _product_page(around: Surroundings, product: Product) -> ProductPage:
    catalog, texts, formats = around.catalog, around.texts, around.formats
    offers = catalog.offers_by_product.get(product.id, ())
    gone = catalog.is_gone(product)
    card = cards.product_card(around, product)
    lines = () if gone else tuple(offer_line(around, offer) for offer in prices.by_price(offers))
    supplier = product.supplier
    category = cards.primary_category(product)
    stories = catalog.stories_by_product.get(product.id, ())
    as_of = [day for day in (product.as_of, *(offer.as_of for offer in offers)) if day is not None]
    return ProductPage(
        id=product.id,
        name=product.name,
        summary=product.summary,
        kind=texts.label("products", "kind", product.kind),
        accent=card.accent,
        category=_category_link(category),
        origin=Link(product.origin.name, addresses.origin(product.origin.code)),
        origin_region=product.origin.region,
        notices=_notices(around, product),
        pictures=cards.pictures_of(around, product),
        seals=card.seals,
        label_facts=label_facts(around, product),
        price=card.price,
        price_words=card.price_words,
        online=tuple(line for line in lines if line.online),
        offline=tuple(line for line in lines if not line.online),
        offer_words=offer_words(product, lines),
        gap_words="" if gone else prices.gap_words(around, offers),
        places=_places(around, product),
        certificates=certificate_lines(around, catalog.certificates_by_product.get(product.id, ())),
        supplier=cards.supplier_teaser(around, supplier) if supplier else None,
        supplier_facts=cards.help_facts(around, supplier) if supplier else (),
        origin_teaser=cards.origin_teaser(around, product.origin),
        paired_with=tuple(
            dict.fromkeys(p.helper.name for p in catalog.pairings_by_origin.get(product.origin.code, ()))
        ),
        description_html=prose.to_html(product.description),
        preparation_html=prose.to_html(product.preparation),
        help_words=product.help,
        parts=_parts(around, product),
        season=_season(around, product),
        stories=tuple(cards.story_teaser(around, story) for story in stories),
        related=tuple(cards.product_card(around, other) for other in related_to(around, product)),
        code=shelf_code(around, product),
        changes=_changes(around, product),
        sources=cards.sources_of(
            around,
            (
                product.source,
                *(c.source for c in catalog.certificates_by_product.get(product.id, ())),
                *(offer.source for offer in offers),
            ),
        ),
        as_of=formats.day(product.as_of or min(as_of, default=None)),
        sample=card.sample,
        publisher=around.config.publisher.name,
        publisher_phone=around.config.publisher.phone,
        publisher_tel=re.sub(r"[^0-9+]", "", around.config.publisher.phone),
        portal_href=addresses.product(product.id),
    )


def shelf_code(around: Surroundings, product: Product) -> ShelfCode | None:
    """Return the product's code with its pictures, ``None`` where none was issued."""
    code = around.catalog.code_by_product.get(product.id)
    if code is None or "shelf" not in around.config.surfaces:
        return None
    return ShelfCode(
        code=code.code,
        href=addresses.shelf(code.code),
        svg=addresses.qr(code.code, "svg"),
        png=addresses.qr(code.code, "png"),
        uri=addresses.code_uri(around.config, code.code),
    )


def label_facts(around: Surroundings, product: Product) -> tuple[Fact, ...]:
    """Return the facts of the label in the configured order, those without a value left out."""
    facts: list[Fact] = []
    for name in around.config.label_order:
        value, href = _label_value(around, product, name)
        if value:
            facts.append(Fact(around.texts.field_title("products", name), value, href=href))
    return tuple(facts)


def _label_value(around: Surroundings, product: Product, name: str) -> tuple[str, str]:
    if name == "origin":
        return cards.origin_in_words(around, product.origin), addresses.origin(product.origin.code)
    if name == "producer":
        supplier = product.supplier
        if product.producer or supplier is None:
            return product.producer, ""
        return supplier.name, addresses.supplier(supplier.id)
    if name == "capacity":
        return around.formats.number(product.capacity), ""
    value = getattr(product, name)
    return (value if isinstance(value, str) else ""), ""


def certificate_lines(around: Surroundings, certificates: tuple[Certificate, ...]) -> tuple[CertificateLine, ...]:
    """Return certificates as lines that a reader can check."""
    return tuple(_certificate_line(around, certificate) for certificate in certificates)


def _certificate_line(around: Surroundings, certificate: Certificate) -> CertificateLine:
    formats, texts = around.formats, around.texts
    start, end = formats.day(certificate.valid_from), formats.day(certificate.valid_until)
    validity = texts("date.span", start=start, end=end) if start and end else ""
    if not validity and (start or end):
        validity = texts("date.from", start=start) if start else texts("date.until", end=end)
    seal = cards.seal_of(around, certificate)
    basis = texts.label("certificates", "basis", certificate.basis)
    return CertificateLine(
        seal=seal,
        scheme=certificate.scheme.name,
        number=certificate.number,
        holder=certificate.holder,
        issuer=certificate.issuer,
        issued=formats.period(certificate.issued_on),
        validity=validity,
        notice=certificate.notice,
        href=certificate.website,
        basis="" if basis.casefold() in seal.state_text.casefold() else basis,
    )


def _places(around: Surroundings, product: Product) -> tuple[Link, ...]:
    stock = around.catalog.stock_by_product.get(product.id, ())
    placements = {entry.placement.id: entry.placement for entry in stock}
    return tuple(Link(placement.name, "") for placement in placements.values() if placement.status in ("", "open"))


def _category_link(category: Category | None) -> Link | None:
    return Link(category.name, addresses.category(category.id)) if category else None


def _notices(around: Surroundings, product: Product) -> tuple[Notice, ...]:
    texts, formats = around.texts, around.formats
    notices: list[Notice] = []
    for recall in around.catalog.recalls_by_product.get(product.id, ()):
        facts = (
            Fact(texts.field_title("recalls", "announced_on"), formats.day(recall.announced_on)),
            Fact(texts.field_title("recalls", "lots"), texts("common.list_separator").join(recall.lots)),
            Fact(texts.field_title("recalls", "action"), recall.action),
            Fact(texts.field_title("recalls", "phone"), recall.phone),
        )
        link = _product_link(around, recall.replacement)
        shown = tuple(fact for fact in facts if fact.value)
        notices.append(Notice("recall", texts("notice.recall"), recall.reason, shown, link))
    if around.catalog.is_withdrawn(product):
        replacement = _product_link(around, around.catalog.products.get(product.replaced_by))
        text = texts("notice.withdrawn_text")
        notices.append(Notice("withdrawn", texts("notice.withdrawn"), text, (), replacement))
    return tuple(notices)


def _product_link(around: Surroundings, product: Product | None) -> Link | None:
    if product is None or product.id not in around.catalog.products or around.catalog.is_gone(product):
        return None
    return Link(product.name, addresses.product(product.id))


def _parts(around: Surroundings, product: Product) -> tuple[BundlePart, ...]:
    return tuple(
        BundlePart(
            name=part.product.name,
            href=addresses.product(part.product.id) if part.product.id in around.catalog.products else "",
            quantity=f"{around.formats.number(part.quantity)} {part.unit}".strip(),
        )
        for part in around.catalog.parts_by_bundle.get(product.id, ())
    )


def _season(around: Surroundings, product: Product) -> tuple[Month, ...]:
    if not product.season_months:
        return ()
    now = around.configuration.as_of.month
    return tuple(
        Month(around.texts(f"month.short.{month}"), month in product.season_months, month == now)
        for month in range(1, 13)
    )


def _changes(around: Surroundings, product: Product) -> tuple[ChangeLine, ...]:
    return tuple(
        ChangeLine(
            around.formats.day(change.date), _field_title(around, change.field), change.old, change.new, change.reason
        )
        for change in around.catalog.changes_by_product.get(product.id, ())
    )


def _field_title(around: Surroundings, written: str) -> str:
    """Return the title of the field that an editor named by its name or title."""
    field = around.tables["products"].words.get(written) or around.tables["offers"].words.get(written)
    return around.texts.field_title("products", field.name) if isinstance(field, Field) else written
