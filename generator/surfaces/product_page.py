"""The view of one product, shared by portal and shelf."""

from __future__ import annotations

from generator.catalog.category import Category
from generator.catalog.offer import Offer
from generator.catalog.product import Product

from . import addresses, cards, price_gap, prices, prose
from .bundle_parts import bundle_parts, parts_digest, parts_table
from .certificate_lines import certificate_groups
from .channel_table import channel_table
from .citations import citation
from .code_views import code_view
from .offer_lines import offer_line, offer_words
from .outputs import digest_of
from .page_basis import sections_of
from .page_views import ProductPage
from .product_admissions import admission_lines
from .product_notices import changes_of, notices_of
from .product_places import contacts_of, dialled, places_of
from .sharing import share_of
from .shipping_abroad import country_of, ships_abroad
from .surroundings import Surroundings
from .views import Fact, Link, Month, ShelfCode

RELATED = 4
"""Products shown beneath one another's pages."""
HEAD_SEALS = 4
"""Seals beside a product's name; all of them stand further down."""
SHOWN_APART = ("certificates", "as_of")
"""Parts of a label that have a place of their own on the portal's page; the shelf's shows them in the label's order."""
VISITED = ("service", "visit")
"""Kinds of products that one comes to; all others are made or picked."""


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
        *catalog.changes_by_product.get(key, ()),
        *catalog.recalls_by_product.get(key, ()),
        *catalog.stories_by_product.get(key, ()),
        *catalog.pairings_by_origin.get(product.origin.code, ()),
        *catalog.admissions_by_supplier.get(supplier, ()),
        *catalog.admissions_by_product.get(key, ()),
        *catalog.stock_by_product.get(key, ()),
    )
    code = catalog.code_by_product.get(key)
    places = (catalog.placement_state(entry.placement) for entry in catalog.stock_by_product.get(key, ()))
    return digest_of(
        around.product_digests[key],
        *(item.digest for item in linked),
        "places",
        *places,
        "code",
        code.digest if code else "",
        "replacement",
        around.product_digests[replacement.id] if replacement else "",
        "counts",
        *around.first_of_origin(product.origin.code),
        *around.first_of_supplier(supplier),
        "parts",
        parts_digest(around, product),
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
    catalog = around.catalog
    gone = catalog.is_gone(product)
    offers = () if gone else catalog.offers_by_product.get(product.id, ())
    card = cards.product_card(around, product)
    lines = {offer.key: offer_line(around, offer) for offer in prices.by_price(offers)}
    gap = price_gap.gap_table(around, offers)
    supplier = product.supplier
    certificates = catalog.certificates_by_product.get(product.id, ())
    groups = certificate_groups(around, certificates)
    pairings = catalog.pairings_by_origin.get(product.origin.code, ())
    admissions = catalog.admissions_by_product.get(product.id, ())
    sources, sections = sections_of(
        around,
        product,
        offers=catalog.offers_by_product.get(product.id, ()),
        certificates=certificates,
        pairings=pairings,
        admissions=admissions,
    )
    code = shelf_code(around, product)
    more_seals = len(card.seals) - HEAD_SEALS
    address = addresses.product(product.id)
    publisher = around.config.publisher
    return ProductPage(
        id=product.id,
        name=product.name,
        bracketed=card.bracketed,
        summary=product.summary,
        kind=around.texts.label("products", "kind", product.kind),
        accent=card.accent,
        category=_category_link(cards.primary_category(product)),
        origin=Link(product.origin.name, addresses.origin(product.origin.code)),
        origin_region=product.origin.region,
        notices=notices_of(around, product),
        pictures=cards.pictures_of(around, product),
        seals=card.seals,
        head_seals=card.seals[:HEAD_SEALS],
        more_seals=around.texts.counted("product.more_seals", more_seals) if more_seals > 0 else "",
        label_facts=label_facts(around, product),
        price=card.price,
        price_words=card.price_words,
        online=tuple(line for line in lines.values() if line.online),
        offline=tuple(line for line in lines.values() if not line.online),
        offer_title=_offer_title(around, product, has_offers=bool(offers)),
        offer_words="" if gone else offer_words(product, has_offers=bool(offers)),
        gap_words=gap.sentence if gap is not None else "",
        compare_words=around.texts.counted("product.compare", len(offers)) if offers else "",
        channels=channel_table(around, offers, lines),
        gap=gap,
        not_abroad=_not_abroad(around, offers),
        places_title=around.texts("places.only" if product.offline_only else "common.places"),
        places=() if gone else places_of(around, product, offers),
        contacts=() if offers or gone else contacts_of(around, product),
        certificates=tuple(line for group in groups if group.state != "record" for line in group.lines),
        certificate_groups=groups,
        supplier=cards.supplier_teaser(around, supplier) if supplier else None,
        supplier_facts=cards.help_facts(around, supplier) if supplier else (),
        admissions=admission_lines(around, admissions),
        origin_teaser=cards.origin_teaser(around, product.origin),
        paired_with=tuple(dict.fromkeys(pairing.helper.name for pairing in pairings)),
        description_html=prose.to_html(product.description),
        preparation_html=prose.to_html(product.preparation),
        help_words=product.help,
        parts=bundle_parts(around, product),
        parts_table=parts_table(around, product),
        season_title=around.texts("season.open" if product.kind in VISITED else "portal.season-months"),
        season=_season(around, product),
        stories=tuple(cards.story_teaser(around, story) for story in catalog.stories_by_product.get(product.id, ())),
        related=tuple(cards.product_card(around, other) for other in related_to(around, product)),
        code=code,
        share=share_of(around, product, price=card.price, code=code),
        citation=citation(around, title=product.name, address=address, date=str(product.as_of or "")),
        changes=changes_of(around, product),
        sources=sources,
        sections=sections,
        as_of=sections.about.as_of or sections.offers.as_of,
        sample=card.sample,
        publisher=publisher.name,
        publisher_phone=publisher.phone,
        publisher_tel=dialled(publisher.phone),
        portal_href=address,
    )


def _offer_title(around: Surroundings, product: Product, *, has_offers: bool) -> str:
    """Return what must be known before the channels: that there is none, or none online; gone products say so first."""
    if around.catalog.is_gone(product):
        return ""
    if product.offline_only:
        return around.texts("product.offline_only")
    return "" if has_offers else around.texts("product.no_offer")


def _not_abroad(around: Surroundings, offers: tuple[Offer, ...]) -> str:
    """Return that nobody sends the product abroad, where readers of the page's language may live abroad."""
    language, own = around.texts.language, around.config.language
    if not offers or language.split("-")[0] == own.split("-")[0]:
        return ""
    sold = (offer for offer in offers if offer.channel.mode == "online" and around.catalog.offer_state(offer) == "sold")
    destinations = (destination for offer in sold for destination in offer.ships_to)
    abroad = ships_abroad(destinations, country_of(around.config.time_zone), (own, language))
    return "" if abroad else around.texts("offer.not_abroad")


def shelf_code(around: Surroundings, product: Product) -> ShelfCode | None:
    """Return the product's code with its pictures, ``None`` where none was issued."""
    code = around.catalog.code_by_product.get(product.id)
    if code is None or "shelf" not in around.config.surfaces:
        return None
    return code_view(around, code)


def label_facts(around: Surroundings, product: Product) -> tuple[Fact, ...]:
    """Return the facts of the label in the configured order, those without a value left out."""
    facts: list[Fact] = []
    for name in around.config.label_order:
        if name in SHOWN_APART:
            continue
        value, href = label_value(around, product, name)
        if value:
            facts.append(Fact(around.texts.field_title("products", name), value, href=href))
    return tuple(facts)


def label_value(around: Surroundings, product: Product, name: str) -> tuple[str, str]:
    """Return what the label's field *name* says of *product*, and an address for it; both may be empty."""
    if name == "origin":
        return cards.origin_in_words(around, product.origin), addresses.origin(product.origin.code)
    if name == "producer":
        supplier = product.supplier
        if product.producer or supplier is None:
            return product.producer, ""
        return supplier.name, addresses.supplier(supplier.id)
    if name == "capacity":
        return around.formats.number(product.capacity), ""
    if name == "as_of":
        return around.formats.day(product.as_of), ""
    value = getattr(product, name)
    return (value if isinstance(value, str) else ""), ""


def _category_link(category: Category | None) -> Link | None:
    return Link(category.name, addresses.category(category.id)) if category else None


def _season(around: Surroundings, product: Product) -> tuple[Month, ...]:
    if not product.season_months:
        return ()
    now = around.configuration.as_of.month
    return tuple(
        Month(around.texts(f"month.short.{month}"), month in product.season_months, month == now)
        for month in range(1, 13)
    )
