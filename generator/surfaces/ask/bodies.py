"""What is known of those who make and help: suppliers, origins, organisations."""

from __future__ import annotations

from collections.abc import Iterable

from generator.catalog.campaign import Agreement, Campaign, Target
from generator.catalog.organisation import Organisation
from generator.catalog.origin import Origin, Pairing
from generator.catalog.supplier import Supplier
from generator.catalog.tables import items_of
from generator.surfaces import cards
from generator.surfaces.campaigns.bodies import bodies
from generator.surfaces.product_admissions import admission_dates
from generator.surfaces.surroundings import Surroundings

from .figures import figure_facts
from .knowledge import Facts
from .papers import agreement_fact, known_by, target_fact
from .telling import Teller


def goods(around: Surroundings, teller: Teller, products: Iterable[object], field: str = "products") -> Facts:
    """Yield how many of *products* there are and which."""
    names = [str(getattr(product, "name", "")) for product in products]
    if names:
        listed = teller.names(names)
        sentence = around.texts("ask.products", name=teller.name, count=len(names), names=listed)
        value = around.texts("ask.counted_products", count=len(names), names=listed)
        yield from teller.said(field, value, sentence, day=around.configuration.as_of, sample=False)


def supplier_facts(around: Surroundings, supplier: Supplier) -> Facts:
    """Yield what is known of *supplier*."""
    texts = around.texts
    teller = Teller(
        around,
        supplier.name,
        day=supplier.as_of or around.configuration.as_of,
        source=supplier.source,
        sample=supplier.sample,
    )
    yield from teller.fact(
        "kind", texts.field_title("suppliers", "kind"), texts.label("suppliers", "kind", supplier.kind)
    )
    if supplier.origin is not None:
        where = cards.origin_in_words(around, supplier.origin)
        yield from teller.fact("where", texts.field_title("suppliers", "origin"), where)
    for name in ("address", "phone", "website"):
        yield from teller.fact(
            "where" if name == "address" else name, texts.field_title("suppliers", name), getattr(supplier, name)
        )
    for fact in cards.help_facts(around, supplier):
        value = texts.joined((part for part in (str(fact.value), str(fact.note)) if part), "common.detail_separator")
        is_households = fact.label == texts.field_title("suppliers", "households")
        yield from teller.fact("households" if is_households else "help", str(fact.label), value)
    for admission in around.catalog.admissions_by_supplier.get(supplier.id, ()):
        parts = (str(admission.channel.name), admission_dates(around, admission))
        value = texts.joined((part for part in parts if part), "common.detail_separator")
        yield from teller.fact("admission", texts("supplier.admitted"), value, source=admission.source)
    made = around.catalog.products_by_supplier.get(supplier.id, ())
    yield from goods(around, teller, made)
    for told in dict.fromkeys(str(product.help) for product in made if product.help):
        yield from teller.fact("help", texts.field_title("products", "help"), told)
    for figure in around.catalog.figures_by_supplier.get(supplier.id, ()):
        yield from figure_facts(around, figure, "figure")
    yield from teller.prose("description", supplier.description, named=True)
    yield from teller.basis()


def origin_facts(around: Surroundings, origin: Origin) -> Facts:
    """Yield what is known of *origin*."""
    texts, catalog = around.texts, around.catalog
    teller = Teller(
        around,
        origin.name,
        day=origin.as_of or around.configuration.as_of,
        source=origin.source,
        sample=origin.sample,
    )
    yield from teller.fact("where", texts.field_title("origins", "region"), origin.region)
    yield from teller.fact("code", texts.field_title("origins", "code"), origin.code)
    for key, known in around.config.official_lists.items():
        name = str(known)
        if key in origin.official_lists:
            year = around.formats.number(origin.exit_year) if origin.exit_year is not None else ""
            said = texts("ask.on_list", name=teller.name, list=name)
            yield from teller.said("listed", name, said)
            yield from teller.fact("listed", texts.field_title("origins", "exit_year"), year.replace(",", ""))
        else:
            yield from teller.said(
                "listed", texts("ask.not_listed"), texts("ask.off_list", name=teller.name, list=name)
            )
    helpers = dict.fromkeys(
        _pairing(around, pairing, str(pairing.helper.name))
        for pairing in catalog.pairings_by_origin.get(origin.code, ())
    )
    yield from teller.fact("paired", texts("common.paired-with"), texts.joined(helpers))
    yield from goods(around, teller, catalog.products_by_origin.get(origin.code, ()))
    suppliers = [each.name for each in catalog.suppliers.values() if each.origin is origin]
    yield from teller.fact("suppliers", texts("nav.suppliers"), teller.names(suppliers))
    yield from teller.fact("landscape", texts.field_title("origins", "landscape"), origin.landscape)
    for figure in catalog.figures_by_origin.get(origin.code, ()):
        yield from figure_facts(around, figure, "figure")
    yield from teller.fact("summary", texts("ask.summary"), origin.summary)
    yield from teller.prose("description", origin.description)


def _pairing(around: Surroundings, pairing: Pairing, name: str) -> str:
    since = around.formats.period(pairing.since)
    kind = around.texts.label("pairings", "kind", pairing.kind) if pairing.kind else ""
    parts = (name, kind, around.texts("date.from", start=since) if since else "")
    return around.texts.joined((part for part in parts if part), "ask.space")


def _bought(around: Surroundings, organisation: Organisation, campaign: Campaign, teller: Teller) -> Facts:
    """Yield what *organisation* has bought in *campaign*, as far as the site publishes it."""
    listed = bodies(around, around.campaign_records[campaign.id]) if organisation in campaign.participants else None
    for body in (*listed.reported, *listed.missing) if listed is not None else ():
        if body.name == organisation.name:
            parts = (str(campaign.name), str(body.words))
            value = around.texts.joined(parts, "common.detail_separator")
            label = around.texts("ledger.bought")
            yield from teller.fact("reported", label, value, day=around.configuration.as_of, sample=campaign.sample)


def organisation_facts(around: Surroundings, organisation: Organisation) -> Facts:
    """Yield what is known of *organisation*."""
    texts, catalog = around.texts, around.catalog
    teller = Teller(around, organisation.name, source=organisation.source, sample=organisation.sample)
    yield from teller.fact(
        "kind", texts.field_title("organisations", "kind"), texts.label("organisations", "kind", organisation.kind)
    )
    yield from teller.fact("website", texts.field_title("organisations", "website"), organisation.website)
    paired = [
        _pairing(around, pairing, str(pairing.origin.name))
        for pairing in items_of(catalog.items, "pairings", Pairing)
        if pairing.helper.id == organisation.id
    ]
    yield from teller.fact("paired", texts("ask.helps"), texts.joined(dict.fromkeys(paired)))
    organised = [c.name for c in catalog.campaigns.values() if organisation in c.organisers]
    yield from teller.fact("campaigns", texts("ask.organised"), teller.names(organised))
    for campaign in catalog.campaigns.values():
        yield from _bought(around, organisation, campaign, teller)
    joined = [c.name for c in catalog.campaigns.values() if organisation in c.participants]
    yield from teller.fact("campaigns", texts("ask.took_part"), teller.names(joined))
    for agreement in items_of(catalog.items, "agreements", Agreement):
        if organisation in agreement.parties and known_by(around, agreement):
            yield from agreement_fact(around, agreement, teller)
    for target in items_of(catalog.items, "targets", Target):
        if target.organisation is organisation:
            yield from target_fact(around, target, teller)
    organised_ids = {c.id for c in catalog.campaigns.values() if organisation in c.organisers}
    for figure in catalog.figures:
        is_own = figure.organisation is not None and figure.organisation.id == organisation.id
        if is_own or (figure.campaign is not None and figure.campaign.id in organised_ids):
            yield from figure_facts(around, figure, "figure")
    yield from teller.prose("description", organisation.description, named=True)
    yield from teller.basis()
