"""Every record that the guide can be asked about: its key, its names, what it belongs to, what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from generator.catalog.campaign import Letter, Policy
from generator.catalog.campaign_record import all_events
from generator.catalog.figure import Figure
from generator.catalog.item import Item
from generator.catalog.money import Money
from generator.catalog.organisation import Organisation
from generator.catalog.product import Product
from generator.catalog.tables import items_of
from generator.catalog.wording import Term
from generator.surfaces import prices
from generator.surfaces.outputs import digest_of
from generator.surfaces.search_prose import ProsePage
from generator.surfaces.product_page import digest_of_page
from generator.surfaces.surroundings import Surroundings

from . import bodies, campaigns, kinds, markets
from .figures import figure_facts
from .knowledge import Facts
from .offers import per_unit
from .products import product_facts


@dataclass(frozen=True)
class Record:
    """One thing that can be asked about."""

    key: str
    """Kind and id, such as ``product/dongyuan-fuzhu``: an id alone may belong to several kinds."""
    name: str
    aliases: tuple[str, ...]
    facts: Callable[[], Facts]
    needs: str
    """Digest of all that its facts hang on, beside the base of all pages."""
    links: Callable[[], Mapping[str, object]] = dict
    """What lists are made by: origin, categories, supplier, price."""


def records(around: Surroundings, prose: Mapping[str, ProsePage]) -> Iterator[Record]:
    """Yield all records of one language, in a fixed order.

    Args:
        around: The site in the language.
        prose: The editors' prose in it, by address.
    """
    catalog = around.catalog
    items = catalog.items
    everything = everything_in(around)
    yield from (_product(around, product) for product in catalog.products.values())

    def plain(kind: str, key: str, item: Item, facts: Facts | Callable[[], Facts], *aliases: str, name: str = "") -> Record:
        said = str(name or getattr(item, "name", ""))
        made = facts if callable(facts) else partial(iter, facts)
        return Record(f"{kind}/{key}", said, tuple(filter(None, map(str, aliases))), made, digest_of(item.digest, everything))

    for supplier in catalog.suppliers.values():
        links = {"origin": supplier.origin.code if supplier.origin else ""}
        record = plain("supplier", supplier.id, supplier, partial(bodies.supplier_facts, around, supplier))
        yield replace(record, links=partial(dict, links))
    for origin in catalog.origins.values():
        facts = partial(bodies.origin_facts, around, origin)
        links = {"region": str(origin.region)}
        record = plain("origin", origin.code, origin, facts, origin.listed_name)
        yield replace(record, links=partial(dict, links))
    for channel in catalog.channels.values():
        record = plain("channel", channel.id, channel, partial(markets.channel_facts, around, channel))
        sort = around.texts.label("channels", "kind", channel.kind)
        state = "open" if channel.status not in ("closed", "planned") else channel.status
        yield replace(record, links=partial(dict, {"sort": sort, "state": state}))
    for placement in catalog.placements.values():
        record = plain("placement", placement.id, placement, partial(markets.placement_facts, around, placement))
        sort = around.texts.label("placements", "kind", placement.kind)
        yield replace(record, links=partial(dict, {"sort": sort, "state": catalog.placement_state(placement)}))
    for campaign in catalog.campaigns.values():
        yield plain("campaign", campaign.id, campaign, partial(campaigns.campaign_facts, around, campaign))
    for event in all_events(catalog):
        record = plain("event", event.id, event, partial(markets.event_facts, around, event))
        yield replace(record, links=partial(dict, {"sort": around.texts.label("events", "kind", event.kind)}))
    for scheme in catalog.certification_schemes.values():
        facts = partial(kinds.scheme_facts, around, scheme)
        yield plain("scheme", scheme.id, scheme, facts, scheme.short_name)
    for category in catalog.categories.values():
        if category.scheme.primary or catalog.products_by_category.get(category.id):
            yield plain("category", category.id, category, partial(kinds.category_facts, around, category))
    for story in catalog.stories.values():
        yield plain("story", story.id, story, partial(kinds.story_facts, around, story), name=story.title)
    for figure in catalog.figures:
        record = plain("figure", figure.id, figure, partial(figure_facts, around, figure), name=figure.label)
        yield replace(record, links=partial(_links_of_figure, figure))
    for term in items_of(items, "terms", Term):
        facts = partial(kinds.term_facts, around, term)
        yield plain("term", term.term, term, facts, term.preferred, name=term.term)
    for policy in items_of(items, "policies", Policy):
        facts = partial(campaigns.policy_facts, around, policy)
        yield plain("policy", policy.id, policy, facts, name=policy.title)
    for letter in items_of(items, "letters", Letter):
        if letter.campaign is None or letter.campaign.id in catalog.campaigns:
            yield plain("letter", letter.id, letter, partial(campaigns.letter_facts, around, letter), name=letter.title)
    for organisation in items_of(items, "organisations", Organisation):
        facts = partial(bodies.organisation_facts, around, organisation)
        yield plain("organisation", organisation.id, organisation, facts)
    for issue in catalog.catalogue_issues.values():
        yield plain("issue", issue.id, issue, partial(kinds.issue_facts, around, issue), name=issue.title)
    for address, page in prose.items():
        facts = partial(kinds.page_facts, around, page)
        yield Record(f"page/{address.strip('/') or 'index'}", str(page.title), (), facts, page.digest)
    title = str(around.config.title)
    yield Record("site/site", title, (), partial(kinds.site_facts, around), everything)


def everything_in(around: Surroundings) -> str:
    """Return a digest of what lists, sums and states on the day hang on: all that is not a product's own."""
    catalog = around.catalog
    tables = (
        catalog.suppliers, catalog.origins, catalog.channels, catalog.campaigns, catalog.placements,
        catalog.stories, catalog.certification_schemes, catalog.categories, catalog.catalogue_issues,
    )
    loose = ("certificates", "pairings", "admissions", "events", "figures", "policies", "organisations", "ledger",
             "agreements", "targets", "letters", "corrections", "placement_history", "placement_stock", "terms",
             "catalogue_entries")
    return digest_of(
        around.digest_of_products(tuple(catalog.products.values())),
        *(item.digest for table in tables for item in table.values()),
        *(item.digest for name in loose for item in items_of(catalog.items, name, Item)),
    )


def _product(around: Surroundings, product: Product) -> Record:
    catalog = around.catalog
    stories = catalog.stories_by_product.get(product.id, ())
    needs = digest_of(
        digest_of_page(around, product),
        *(lot.digest for lot in catalog.lots_by_product.get(product.id, ())),
        *(campaign.digest for campaign in catalog.campaigns.values() if product in campaign.products),
        *(story.digest for story in stories),
    )
    code = catalog.code_by_product.get(product.id)
    lots = (lot.lot for lot in catalog.lots_by_product.get(product.id, ()))
    aliases = (*product.aliases, product.gtin, *lots, code.code if code is not None else "", product.id)
    return Record(
        f"product/{product.id}",
        str(product.name),
        tuple(filter(None, map(str, aliases))),
        partial(product_facts, around, product),
        needs,
        partial(_links, around, product),
    )


def _links_of_figure(figure: Figure) -> Mapping[str, object]:
    owners = (
        ("campaign", figure.campaign.id if figure.campaign else ""),
        ("organisation", figure.organisation.id if figure.organisation else ""),
        ("supplier", figure.supplier.id if figure.supplier else ""),
        ("origin", figure.origin.code if figure.origin else ""),
        ("placement", figure.placement.id if figure.placement else ""),
    )
    return {"unit": str(figure.unit), "owners": [f"{kind}/{key}" for kind, key in owners if key]}


def _links(around: Surroundings, product: Product) -> Mapping[str, object]:
    catalog = around.catalog
    ranked, _ = prices.headline_offers(around, product)
    number, unit = per_unit(around, ranked[0]) if ranked else ("", "")
    pack = ranked[0].price.amount if ranked and isinstance(ranked[0].price, Money) else None
    certified = any(
        catalog.certificate_state(each) == "verified" and each.scheme.is_certification
        for each in catalog.certificates_by_product.get(product.id, ())
    )
    return {
        "kind": product.kind,
        "origin": product.origin.code,
        "categories": [category.id for category in product.categories],
        "supplier": product.supplier.id if product.supplier else "",
        "stories": [story.id for story in catalog.stories_by_product.get(product.id, ())],
        "months": list(product.season_months),
        "price": number,
        "unit": unit,
        "pack": str(pack) if pack is not None else "",
        "gone": catalog.is_gone(product),
        "certified": certified,
    }
