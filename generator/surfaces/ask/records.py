"""Every record that the guide can be asked about: its key, its names, what it belongs to, what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from generator.catalog.campaign import Agreement, Policy, Target
from generator.catalog.campaign_record import all_events
from generator.catalog.figure import Figure
from generator.catalog.item import Item
from generator.catalog.money import Money
from generator.catalog.organisation import Organisation
from generator.catalog.origin import Pairing
from generator.catalog.product import Product
from generator.catalog.tables import items_of
from generator.catalog.wording import Term
from generator.surfaces import prices
from generator.surfaces.outputs import digest_of
from generator.surfaces.placement_sheet import placement_digest
from generator.surfaces.product_page import digest_of_page
from generator.surfaces.search_prose import ProsePage
from generator.surfaces.slow_selling import is_slow
from generator.surfaces.surroundings import Surroundings

from . import bodies, campaigns, kinds, markets
from .figures import figure_facts
from .knowledge import Facts
from .offers import per_unit
from .products import product_facts
from .sections import sections


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
    yield from (_product(around, product) for product in catalog.products.values())
    yield from _bodies(around)
    yield from _markets(around)
    yield from _campaigns(around)
    yield from _words(around)
    for address, page in prose.items():
        facts = partial(kinds.page_facts, around, page)
        yield Record(f"page/{address.strip('/') or 'index'}", str(page.title), (), facts, page.digest)
    for section, name, told in sections(around):
        yield Record(f"page/{section}", name, (), told, everything_in(around))
    title = str(around.config.title)
    yield Record("site/site", title, (), partial(kinds.site_facts, around), everything_in(around))


def _plain(kind: str, item: Item, facts: Callable[[], Facts], *needs: str, name: str = "") -> Record:
    """Return a record whose facts hang on its item and on *needs*."""
    said = str(name or getattr(item, "name", ""))
    return Record(f"{kind}/{item.key}", said, (), facts, digest_of(item.digest, *needs))


def _bodies(around: Surroundings) -> Iterator[Record]:
    catalog = around.catalog
    campaigns_known = names_of(catalog.campaigns.values())
    pairings = digests_of(items_of(catalog.items, "pairings", Pairing))
    for supplier in catalog.suppliers.values():
        record = _plain(
            "supplier",
            supplier,
            partial(bodies.supplier_facts, around, supplier),
            digests_of(catalog.products_by_supplier.get(supplier.id, ())),
            digests_of(catalog.admissions_by_supplier.get(supplier.id, ())),
            digests_of(catalog.figures_by_supplier.get(supplier.id, ())),
        )
        yield replace(record, links=partial(dict, {"origin": supplier.origin.code if supplier.origin else ""}))
    for origin in catalog.origins.values():
        record = _plain(
            "origin",
            origin,
            partial(bodies.origin_facts, around, origin),
            names_of(catalog.products_by_origin.get(origin.code, ())),
            names_of(each for each in catalog.suppliers.values() if each.origin is origin),
            digests_of(catalog.figures_by_origin.get(origin.code, ())),
            pairings,
        )
        yield replace(record, aliases=_told(origin.listed_name), links=partial(dict, {"region": str(origin.region)}))
    papers = digests_of(
        (
            *items_of(catalog.items, "agreements", Agreement),
            *items_of(catalog.items, "targets", Target),
            *items_of(catalog.items, "ledger", Item),
        )
    )
    for body in items_of(catalog.items, "organisations", Organisation):
        figures = (figure for figure in catalog.figures if figure.organisation is body or figure.campaign is not None)
        facts = partial(bodies.organisation_facts, around, body)
        yield _plain("organisation", body, facts, digests_of(figures), pairings, campaigns_known, papers)


def _markets(around: Surroundings) -> Iterator[Record]:
    catalog, texts = around.catalog, around.texts
    sold = _sold_by_channel(around)
    for channel in catalog.channels.values():
        facts = partial(markets.channel_facts, around, channel)
        record = _plain("channel", channel, facts, names_of(sold.get(channel.id, ())))
        state = "open" if channel.status not in ("closed", "planned") else channel.status
        yield replace(record, links=_sort(texts.label("channels", "kind", channel.kind), state))
    for placement in catalog.placements.values():
        facts = partial(markets.placement_facts, around, placement)
        figures = digests_of(catalog.figures_by_placement.get(placement.id, ()))
        record = _plain("placement", placement, facts, placement_digest(around, placement), figures)
        sort = texts.label("placements", "kind", placement.kind)
        yield replace(record, links=_sort(sort, catalog.placement_state(placement)))
    coming = markets.next_event(around)
    for event in all_events(catalog):
        state = "next" if event is coming else ""
        record = _plain("event", event, partial(markets.event_facts, around, event), names_of(event.products), state)
        yield replace(record, links=_sort(texts.label("events", "kind", event.kind), state))


def _sort(sort: str, state: str) -> Callable[[], Mapping[str, object]]:
    return partial(dict, {"sort": str(sort), "state": state})


def _sold_by_channel(around: Surroundings) -> Mapping[str, list[Product]]:
    sold: dict[str, list[Product]] = {}
    for product in around.catalog.offered(around.catalog.products.values()):
        for key in {offer.channel.id for offer in around.catalog.offers_by_product.get(product.id, ())}:
            sold.setdefault(key, []).append(product)
    return sold


def _campaigns(around: Surroundings) -> Iterator[Record]:
    catalog, items = around.catalog, around.catalog.items
    known = names_of(catalog.campaigns.values())
    for campaign in catalog.campaigns.values():
        gathered = digests_of(around.campaign_records[campaign.id].all_items())
        facts = partial(campaigns.campaign_facts, around, campaign)
        letters = (letter.title for letter in around.campaign_records[campaign.id].letters)
        record = _plain("campaign", campaign, facts, gathered, names_of(campaign.products))
        yield replace(record, aliases=_told(*letters))
    for policy in items_of(items, "policies", Policy):
        yield _plain("policy", policy, partial(campaigns.policy_facts, around, policy), known, name=policy.title)
    for issue in catalog.catalogue_issues.values():
        entries = digests_of(catalog.entries_by_issue.get(issue.id, ()))
        yield _plain("issue", issue, partial(kinds.issue_facts, around, issue), entries, name=issue.title)


def _words(around: Surroundings) -> Iterator[Record]:
    catalog = around.catalog
    for scheme in catalog.certification_schemes.values():
        bearing = [
            product
            for product in catalog.products.values()
            if any(each.scheme is scheme for each in catalog.certificates_by_product.get(product.id, ()))
        ]
        certificates = (each for product in bearing for each in catalog.certificates_by_product[product.id])
        facts = partial(kinds.scheme_facts, around, scheme)
        record = _plain("scheme", scheme, facts, names_of(bearing), digests_of(certificates))
        yield replace(record, aliases=_told(scheme.short_name))
    for category in catalog.categories.values():
        products = catalog.products_by_category.get(category.id, ())
        if category.scheme.primary or products:
            facts = partial(kinds.category_facts, around, category)
            mapped = (catalog.categories[key] for key in category.maps_to if key in catalog.categories)
            yield _plain("category", category, facts, names_of(catalog.offered(products)), names_of(mapped))
    for story in catalog.stories.values():
        facts = partial(kinds.story_facts, around, story)
        yield _plain("story", story, facts, names_of(story.products), name=story.title)
    for figure in catalog.figures:
        record = _plain("figure", figure, partial(figure_facts, around, figure), name=figure.label)
        yield replace(record, links=partial(_links_of_figure, figure))
    for term in items_of(catalog.items, "terms", Term):
        record = _plain("term", term, partial(kinds.term_facts, around, term), name=term.term)
        yield replace(record, aliases=_told(term.preferred))


def names_of(things: Iterable[Item]) -> str:
    """Return a digest of keys and names: what lists of them hang on."""
    return digest_of(*(part for each in things for part in (each.key, str(getattr(each, "name", "")))))


def digests_of(things: Iterable[Item]) -> str:
    """Return one digest of many items."""
    return digest_of(*(each.digest for each in things))


def _told(*aliases: str) -> tuple[str, ...]:
    return tuple(str(alias) for alias in aliases if alias)


def everything_in(around: Surroundings) -> str:
    """Return a digest of what lists, sums and states on the day hang on: all that is not a product's own."""
    catalog = around.catalog
    tables = (
        catalog.suppliers,
        catalog.origins,
        catalog.channels,
        catalog.campaigns,
        catalog.placements,
        catalog.stories,
        catalog.certification_schemes,
        catalog.categories,
        catalog.catalogue_issues,
    )
    loose = (
        "certificates",
        "pairings",
        "admissions",
        "events",
        "figures",
        "policies",
        "organisations",
        "ledger",
        "agreements",
        "targets",
        "letters",
        "corrections",
        "placement_history",
        "placement_stock",
        "terms",
        "catalogue_entries",
        "sources",
    )
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
        *(entry.digest for entry in catalog.stock_by_product.get(product.id, ())),
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
    return {
        "unit": str(figure.unit),
        "note": str(figure.note),
        "owners": [f"{kind}/{key}" for kind, key in owners if key],
    }


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
        "sold": [
            *dict.fromkeys(f"channel/{offer.channel.id}" for offer in catalog.offers_by_product.get(product.id, ())),
            *dict.fromkeys(f"placement/{entry.placement.id}" for entry in catalog.stock_by_product.get(product.id, ())),
        ],
        "gone": catalog.is_gone(product),
        "certified": certified,
        "slow": is_slow(around, product),
    }
