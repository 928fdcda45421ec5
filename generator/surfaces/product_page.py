"""The view of one product, shared by portal and shelf."""

from __future__ import annotations

from decimal import Decimal

from generator.catalog.category import Category
from generator.catalog.certificate import Certificate
from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.catalog.product import Product
from generator.contract import Field

from . import addresses, cards, prose
from .formats import amount_text
from .outputs import digest_of
from .surroundings import Surroundings
from .views import (
    BundlePart,
    CertificateLine,
    ChangeLine,
    Fact,
    Link,
    Month,
    Notice,
    OfferLine,
    ProductPage,
    ShelfCode,
)

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
        if not around.catalog.is_withdrawn(other):
            chosen.append(other)
        if len(chosen) == RELATED:
            break
    return tuple(chosen)


def digest_of_page(around: Surroundings, product: Product) -> str:
    """Return a digest of everything that the page of *product* shows, besides the base of all pages."""
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
        replacement.digest if replacement else "",
        "counts",
        *around.first_of_origin(product.origin.code),
        *around.first_of_supplier(supplier),
        "related",
        around.digest_of_products(related_to(around, product)),
    )


def product_page(around: Surroundings, product: Product) -> ProductPage:
    """Return everything about *product*."""
    catalog, texts, formats = around.catalog, around.texts, around.formats
    offers = catalog.offers_by_product.get(product.id, ())
    withdrawn = catalog.is_withdrawn(product)
    price = None if withdrawn else cards.headline_price(around, offers)
    lines = () if withdrawn else tuple(_offer_line(around, offer) for offer in _by_price(offers))
    supplier = product.supplier
    category = cards.primary_category(product)
    stories = catalog.stories_by_product.get(product.id, ())
    as_of = [day for day in (product.as_of, *(offer.as_of for offer in offers)) if day is not None]
    return ProductPage(
        id=product.id,
        name=product.name,
        summary=product.summary,
        kind=texts.label("products", "kind", product.kind),
        accent=cards.accent_of(product),
        category=_category_link(category),
        origin=Link(product.origin.name, addresses.origin(product.origin.code)),
        origin_region=product.origin.region,
        notices=_notices(around, product, withdrawn=withdrawn),
        pictures=cards.pictures_of(around, product),
        seals=cards.seals_of(around, product),
        label_facts=label_facts(around, product),
        price=price,
        price_words=cards.price_words(around, product, offers, price, withdrawn=withdrawn),
        online=tuple(line for line in lines if line.online),
        offline=tuple(line for line in lines if not line.online),
        offer_words=_offer_words(product, lines),
        gap_words=_gap_words(around, offers),
        places=_places(around, product),
        certificates=certificate_lines(around, catalog.certificates_by_product.get(product.id, ())),
        supplier=cards.supplier_teaser(around, supplier) if supplier else None,
        supplier_facts=supplier_facts(around, product) if supplier else (),
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
        as_of=formats.day(max(as_of)) if as_of else formats.day(around.configuration.as_of),
        sample=product.sample,
        publisher=around.config.publisher.name,
        publisher_phone=around.config.publisher.phone,
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
        return f"{product.origin.region}{product.origin.name}", addresses.origin(product.origin.code)
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
    return CertificateLine(
        seal=cards.seal_of(around, certificate),
        scheme=certificate.scheme.name,
        number=certificate.number,
        holder=certificate.holder,
        issuer=certificate.issuer,
        issued=formats.period(certificate.issued_on),
        validity=validity,
        notice=certificate.notice,
        href=certificate.website,
        basis=texts.label("certificates", "basis", certificate.basis),
    )


def supplier_facts(around: Surroundings, product: Product) -> tuple[Fact, ...]:
    """Return how the product's supplier helps, and where it is admitted."""
    supplier = product.supplier
    if supplier is None:
        return ()
    texts, formats = around.texts, around.formats
    households = formats.number(supplier.households)
    if households and supplier.households_qualifier not in ("", "exact"):
        before = texts(f"figure.before.{supplier.households_qualifier}")
        households = f"{before}{households}{texts(f'figure.after.{supplier.households_qualifier}')}"
    admissions = around.catalog.admissions_by_supplier.get(supplier.id, ())
    facts = [
        Fact(texts.field_title("suppliers", "help_model"), supplier.help_model),
        Fact(texts.field_title("suppliers", "households"), households),
        Fact(texts.field_title("suppliers", "stake"), supplier.stake),
    ]
    facts += [
        Fact(texts("supplier.admitted"), admission.channel.name, note=formats.period(admission.since))
        for admission in admissions
        if admission.product is None
    ]
    return tuple(fact for fact in facts if fact.value)


def _by_price(offers: tuple[Offer, ...]) -> list[Offer]:
    """Order offers from the lowest price up; those without a price come last."""
    return sorted(
        offers,
        key=lambda offer: (not isinstance(offer.price, Money), getattr(offer.price, "amount", 0), offer.key),
    )


def _offer_line(around: Surroundings, offer: Offer) -> OfferLine:
    texts, formats = around.texts, around.formats
    months = texts("common.list_separator").join(texts(f"month.short.{month}") for month in offer.supply_months)
    extras = [
        Fact(texts.field_title("offers", "shipping"), formats.money(offer.shipping)),
        Fact(texts.field_title("offers", "packing"), formats.money(offer.packing)),
        Fact(texts.field_title("offers", "minimum_order"), formats.number(offer.minimum_order)),
        Fact(texts.field_title("offers", "case_quantity"), formats.number(offer.case_quantity)),
        Fact(texts.field_title("offers", "supply_months"), months),
        Fact(texts.field_title("offers", "buyers"), texts("common.list_separator").join(offer.buyers)),
        Fact(texts.field_title("offers", "ships_to"), texts("common.list_separator").join(offer.ships_to)),
    ]
    availability = "" if offer.availability in ("", "in-stock") else offer.availability
    buyable = offer.availability not in ("sold-out", "discontinued") and offer.channel.status in ("", "active")
    return OfferLine(
        channel=offer.channel.name,
        channel_kind=texts.label("channels", "kind", offer.channel.kind),
        online=offer.channel.mode == "online",
        href=offer.url if buyable else "",
        variant=offer.variant,
        price=formats.price(offer),
        list_price=formats.money(offer.list_price),
        availability=texts.label("offers", "availability", availability),
        extras=tuple(fact for fact in extras if fact.value),
        note=offer.price_note or offer.offline_reason,
        as_of=formats.day(offer.as_of),
        sample=offer.sample,
    )


def _offer_words(product: Product, lines: tuple[OfferLine, ...]) -> str:
    if product.offline_only:
        return product.offline_only_reason
    return "" if lines else product.no_offer_reason


def _gap_words(around: Surroundings, offers: tuple[Offer, ...]) -> str:
    """Explain why one pays more online than offline, or less, for the same thing brought home."""
    priced = [offer for offer in offers if isinstance(offer.price, Money)]
    online = _by_price(tuple(offer for offer in priced if offer.channel.mode == "online"))
    offline = _by_price(tuple(offer for offer in priced if offer.channel.mode == "offline"))
    pair = next(((a, b) for a in online for b in offline if cards.same_content(a, b)), None)
    if pair is None:
        return ""
    gap = _brought_home(pair[0]) - _brought_home(pair[1])
    if gap == 0:
        return ""
    key = "product.gap_online" if gap > 0 else "product.gap_offline"
    note = pair[0].price_note or pair[1].price_note
    return around.texts(key, gap=around.formats.with_symbol(amount_text(abs(gap))), unit=pair[0].unit, note=note)


def _brought_home(offer: Offer) -> Decimal:
    """Return price, shipping and packing together, as far as they are told."""
    parts = (offer.price, offer.shipping, offer.packing)
    return sum((part.amount for part in parts if isinstance(part, Money)), Decimal(0))


def _places(around: Surroundings, product: Product) -> tuple[Link, ...]:
    stock = around.catalog.stock_by_product.get(product.id, ())
    placements = {entry.placement.id: entry.placement for entry in stock}
    return tuple(Link(placement.name, "") for placement in placements.values() if placement.status in ("", "open"))


def _category_link(category: Category | None) -> Link | None:
    return Link(category.name, addresses.category(category.id)) if category else None


def _notices(around: Surroundings, product: Product, *, withdrawn: bool) -> tuple[Notice, ...]:
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
    if withdrawn:
        replacement = _product_link(around, around.catalog.products.get(product.replaced_by))
        text = texts("notice.withdrawn_text")
        notices.append(Notice("withdrawn", texts("notice.withdrawn"), text, (), replacement))
    return tuple(notices)


def _product_link(around: Surroundings, product: Product | None) -> Link | None:
    if product is None or product.id not in around.catalog.products:
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
