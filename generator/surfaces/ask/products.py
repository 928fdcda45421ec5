"""What is known of a product."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.product import Product
from generator.contract.quantities import NotDisclosed
from generator.surfaces import cards
from generator.surfaces.bundle_parts import bundle_parts, parts_table
from generator.surfaces.certificate_lines import certificate_lines, standing_of
from generator.surfaces.product_admissions import admission_lines
from generator.surfaces.product_notices import changes_of, notices_of
from generator.surfaces.product_page import label_value
from generator.surfaces.surroundings import Surroundings

from .knowledge import Facts, Known
from .offers import offer_facts
from .telling import Teller, sentences

LABEL = (
    ("net_content", "net_content"),
    ("specification", "net_content"),
    ("grade", "grade"),
    ("ingredients", "ingredients"),
    ("allergens", "allergens"),
    ("storage", "storage"),
    ("shelf_life", "shelf_life"),
    ("licence_number", "licence_number"),
    ("standard", "standard"),
    ("gtin", "gtin"),
    ("duration", "duration"),
    ("meeting_place", "meeting_place"),
    ("capacity", "capacity"),
    ("preparation", "preparation"),
    ("help", "help"),
)
"""(field of the record, what it is about), in the order in which they are told."""


def product_facts(around: Surroundings, product: Product) -> Facts:
    """Yield what is known of *product*, a notice first."""
    teller = Teller(
        around,
        product.name,
        day=product.as_of or around.configuration.as_of,
        source=product.source,
        sample=product.sample,
    )
    texts = around.texts
    for notice in notices_of(around, product):
        told = texts.joined(
            (f"{fact.label}{texts('ask.colon')}{fact.value}" for fact in notice.facts), "common.detail_separator"
        )
        words = texts.joined(
            (part for part in (notice.title, str(notice.text).rstrip("。."), told) if part), "common.detail_separator"
        )
        field = "slow" if notice.kind == "slow" else "notice"
        yield from teller.said(field, words, texts("ask.notice", name=teller.name, notice=words))
    yield from offer_facts(around, product, teller)
    whole = cards.origin_in_words(around, product.origin)
    yield from teller.said("origin", whole, texts("ask.origin", name=teller.name, origin=whole))
    producer, _ = label_value(around, product, "producer")
    yield from teller.fact("maker", texts("ask.maker"), producer)
    if product.supplier is not None and str(product.supplier.name) != producer:
        yield from teller.fact("maker", texts.field_title("products", "supplier"), product.supplier.name)
    for name, field in LABEL:
        value, _ = label_value(around, product, name)
        first, *more = sentences(value) if field == "preparation" and value else [value]
        yield from teller.fact(field, texts.field_title("products", name), first)
        for sentence in more:
            yield from teller.said(field, sentence, teller.closed(sentence))
    months = texts.joined(texts(f"month.{month}") for month in product.season_months)
    if months:
        in_season = around.configuration.as_of.month in product.season_months
        key = "ask.season_now" if in_season else "ask.season"
        yield from teller.said("season", months, texts(key, name=teller.name, months=months))
    yield from _certificates(around, product, teller)
    yield from _parts(around, product, teller)
    yield from _more(around, product, teller)
    yield from teller.fact("summary", texts("ask.summary"), product.summary)
    yield from teller.prose("description", product.description)


def _certificates(around: Surroundings, product: Product, teller: Teller) -> Facts:
    texts = around.texts
    certificates = around.catalog.certificates_by_product.get(product.id, ())
    for certificate, line in zip(certificates, certificate_lines(around, certificates), strict=True):
        standing = standing_of(around, certificate)
        parts = (
            line.seal.state_text if standing != "record" else texts("certificates.record"),
            line.issuer,
            line.issued,
            line.number,
            line.validity,
            f"{texts.field_title('certificates', 'holder')} {line.holder}" if line.holder else "",
            line.notice,
        )
        detail = texts.joined((str(part) for part in parts if part), "common.detail_separator")
        key = {"verified": "ask.certified", "self-stated": "ask.self_stated", "record": "ask.recorded"}.get(
            standing, "ask.not_in_force"
        )
        sentence = texts(key, name=teller.name, scheme=str(line.scheme), detail=detail)
        value = texts.joined((str(line.scheme), detail), "common.detail_separator")
        yield from teller.said(
            "certificate",
            value,
            sentence,
            source=certificate.source,
            day=certificate.issued_on,
            sample=certificate.sample,
        )
    if not certificates:
        value = texts("ask.no_certificate_value")
        yield from teller.said("certificate", value, texts("ask.no_certificate", name=teller.name))
    for admission in admission_lines(around, around.catalog.admissions_by_product.get(product.id, ())):
        told = (str(admission.channel), str(admission.dates))
        value = texts.joined((part for part in told if part), "common.detail_separator")
        yield from teller.fact("admission", texts("supplier.admitted"), value)


def _parts(around: Surroundings, product: Product, teller: Teller) -> Iterable[Known]:
    texts = around.texts
    parts = bundle_parts(around, product)
    yield from teller.fact(
        "parts", texts("portal.parts"), texts.joined(f"{p.name} {p.quantity}".strip() for p in parts)
    )
    table = parts_table(around, product)
    if table is not None and table.words:
        told = (table.sum, *(str(words).rstrip("。.") for words in (table.words, table.basis)))
        yield from teller.fact(
            "parts_sum",
            texts("ask.parts_sum"),
            texts.joined((part for part in told if part), "common.detail_separator"),
        )
    for part in table.lines if table is not None else ():
        if part.total:
            label = texts.joined((str(part.name), str(part.quantity)), "ask.space").strip()
            yield from teller.fact("part_price", label, part.total)


def _more(around: Surroundings, product: Product, teller: Teller) -> Facts:
    texts, catalog, formats = around.texts, around.catalog, around.formats
    names = [category.name for category in product.categories]
    yield from teller.fact("category", texts.field_title("products", "categories"), texts.joined(names))
    pairings = catalog.pairings_by_origin.get(product.origin.code, ())
    helpers = dict.fromkeys(str(pairing.helper.name) for pairing in pairings)
    yield from teller.fact("paired", texts("common.paired-with"), texts.joined(helpers))
    supplier = product.supplier
    if supplier is not None and supplier.households is not None:
        amount = formats.number(supplier.households)
        if not isinstance(supplier.households, NotDisclosed):
            qualifier = supplier.households_qualifier or "exact"
            before, after = texts.affix(f"figure.before.{qualifier}"), texts.affix(f"figure.after.{qualifier}")
            amount = f"{before}{amount}{after}"
        label = texts.field_title("suppliers", "households")
        value = f"{amount}{texts('ask.of', name=supplier.name)}"
        yield from teller.fact("households", label, value, source=supplier.source, sample=supplier.sample)
    for lot in catalog.lots_by_product.get(product.id, ()):
        told = (
            (texts.field_title("lots", "produced_on"), formats.day(lot.produced_on)),
            (texts.field_title("lots", "best_before"), formats.day(lot.best_before)),
            (texts.field_title("lots", "note"), str(lot.note)),
        )
        words = texts.joined((f"{label} {value}" for label, value in told if value), "common.detail_separator")
        yield from teller.fact("lot", f"{texts.field_title('lots', 'lot')} {lot.lot}", words)
    for story in catalog.stories_by_product.get(product.id, ()):
        value = texts.joined((str(story.title), str(story.summary)), "common.detail_separator")
        yield from teller.fact(
            "story", texts("ask.story"), value, source=story.source, day=story.date, sample=story.sample
        )
    for change in changes_of(around, product):
        value = f"{change.field}{texts('ask.colon')}{change.old} → {change.new}"
        yield from teller.fact(
            "change",
            texts("common.changes"),
            texts.joined((str(change.date), value, str(change.reason)), "common.detail_separator"),
        )
    campaigns = [campaign.name for campaign in catalog.campaigns.values() if product in campaign.products]
    yield from teller.fact("campaigns", texts("nav.campaigns"), teller.names(campaigns))
    bundles = [bundle.name for bundle in catalog.bundles_by_product.get(product.id, ())]
    yield from teller.fact("bundles", texts("bundles.title"), teller.names(bundles))
