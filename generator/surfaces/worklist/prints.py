"""Printed things that hang somewhere, against what they would say if they were printed today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from generator.catalog.campaign import Campaign
from generator.catalog.directory import CatalogueEntry, CatalogueIssue
from generator.catalog.money import Money
from generator.catalog.placement import Placement
from generator.catalog.printing import PrintedThing
from generator.catalog.product import Product
from generator.catalog.story import Story
from generator.catalog.tables import items_of
from generator.contract.schema import Field
from generator.surfaces import addresses
from generator.surfaces.label_facts import label_facts, stock_at
from generator.surfaces.printed_prices import shelf_price
from generator.surfaces.surroundings import Surroundings

from .facts import differing, shown
from .tasks import Reason, Task, product_reasons


def print_tasks(around: Surroundings) -> Iterator[Task]:
    """Yield every printed thing that was not taken down and is no longer right."""
    as_of = around.configuration.as_of
    for thing in items_of(around.catalog.items, "print_log", PrintedThing):
        if thing.printed_on > as_of or (thing.taken_down_on is not None and thing.taken_down_on <= as_of):
            continue
        name, about = _TARGETS[thing.target_kind](around, thing)
        reasons = (*_place_reasons(around, thing), *about)
        if reasons:
            yield _task(around, thing, name, reasons)


def _task(around: Surroundings, thing: PrintedThing, name: str, reasons: tuple[Reason, ...]) -> Task:
    texts = around.texts
    copies = texts("worklist.copies", number=around.formats.number(thing.copies)) if thing.copies else ""
    stands_for_itself = thing.target_kind == "placement" and thing.placement is None
    place = around.catalog.placements.get(thing.target) if stands_for_itself else thing.placement
    return Task(
        kind=thing.sheet,
        kind_words=texts.label("print_log", "sheet", thing.sheet),
        table="print_log",
        id=thing.id,
        name=name,
        place=place.id if place is not None else "",
        place_name=str(place.name) if place is not None else _anywhere(around, thing),
        detail=str(texts.joined(filter(None, (copies, thing.code)), "common.detail_separator")),
        reasons=reasons,
    )


def _anywhere(around: Surroundings, thing: PrintedThing) -> str:
    """Return where to look for what was printed for no place: the open places that hold the product."""
    entries = around.catalog.stock_by_product.get(thing.target, ()) if thing.target_kind == "product" else ()
    names = dict.fromkeys(str(entry.placement.name) for entry in entries if around.catalog.is_open(entry.placement))
    if not names:
        return str(around.texts("worklist.anywhere"))
    return str(around.texts("worklist.anywhere_in", places=around.texts.joined(names)))


def _place_reasons(around: Surroundings, thing: PrintedThing) -> Iterator[Reason]:
    """Yield that the place has closed or moved, or no longer holds the product, where its slots are listed."""
    place, texts = thing.placement, around.texts
    if place is None and thing.target_kind == "placement":
        place = around.catalog.placements.get(thing.target)
    if place is None:
        return
    if place.status in ("closed", "moved"):
        yield Reason(f"place-{place.status}", str(texts(f"worklist.place_{place.status}", name=place.name)))
    elif thing.target_kind == "product":
        held = _products_at(around, place)
        if held and thing.target not in held:
            yield Reason("not-stocked", str(texts("worklist.not_stocked", name=place.name)))


def _products_at(around: Surroundings, place: Placement) -> frozenset[str]:
    """Return what stands at *place*, by key; nothing where its slots are not listed."""
    groups = around.catalog.stock_by_product.items()
    return frozenset(key for key, entries in groups if any(entry.placement.id == place.id for entry in entries))


def _of_product(around: Surroundings, thing: PrintedThing) -> tuple[str, list[Reason]]:
    product = around.catalog.products.get(thing.target)
    if product is None:
        return thing.target, [_missing(around, thing.target)]
    reasons = product_reasons(around, product)
    if not around.catalog.is_gone(product):
        since = {"price": _price_since(around, product, thing.placement)}
        reasons += differing(around, shown(thing.shows), label_facts(around, product, thing.placement), since)
    return str(product.name), reasons


def _price_since(around: Surroundings, product: Product, place: Placement | None) -> date | None:
    """Return the first day of today's price, where the data tells it."""
    stock = stock_at(around, product, place)
    if stock is not None and isinstance(stock.price, Money):
        return stock.since
    offer = shelf_price(around, product, stock).offer
    return offer.valid_from if offer is not None else None


def _of_placement(around: Surroundings, thing: PrintedThing) -> tuple[str, list[Reason]]:
    place = around.catalog.placements.get(thing.target)
    if place is None:
        return thing.target, [_missing(around, thing.target)]
    names = ("name", "address", "hours", "phone", "plaque", "plaque_issuer")
    facts = {name: str(getattr(place, name)) for name in names} | {"uri": _uri(around, thing)}
    return str(place.name), list(differing(around, shown(thing.shows), facts))


def _of_campaign(around: Surroundings, thing: PrintedThing) -> tuple[str, list[Reason]]:
    campaign: Campaign | None = around.catalog.campaigns.get(thing.target)
    if campaign is None:
        return thing.target, [_missing(around, thing.target)]
    if around.catalog.campaign_state(campaign) == "closed":
        words = around.texts("worklist.campaign_ended", day=around.formats.day(campaign.ends_on))
        return str(campaign.name), [Reason("ended", str(words), campaign.ends_on)]
    facts = {"name": str(campaign.name), "uri": _uri(around, thing)}
    return str(campaign.name), list(differing(around, shown(thing.shows), facts))


def _of_story(around: Surroundings, thing: PrintedThing) -> tuple[str, list[Reason]]:
    story: Story | None = around.catalog.stories.get(thing.target)
    if story is None:
        return thing.target, [_missing(around, thing.target)]
    title = str(story.title)
    facts = {"name": title, "title": title, "uri": _uri(around, thing)}
    return title, list(differing(around, shown(thing.shows), facts))


def _of_issue(around: Surroundings, thing: PrintedThing) -> tuple[str, list[Reason]]:
    """Compare an issue with its entries; what it prints of a product is told as ``<product>.<fact>=<text>``."""
    catalog = around.catalog
    issues = {issue.id: issue for issue in items_of(catalog.items, "catalogue_issues", CatalogueIssue)}
    issue = issues.get(thing.target)
    if issue is None:
        return thing.target, [_missing(around, thing.target)]
    told = shown(thing.shows)
    title = str(issue.title)
    facts = {"name": title, "title": title, "uri": _uri(around, thing)}
    reasons = list(differing(around, {key: text for key, text in told.items() if "." not in key}, facts))
    for entry in items_of(catalog.items, "catalogue_entries", CatalogueEntry):
        if entry.issue.id == issue.id and entry.product is not None:
            reasons += _entry_reasons(around, entry.product, thing.printed_on, told)
    return title, reasons


def _entry_reasons(around: Surroundings, product: Product, printed_on: date, told: Mapping[str, str]) -> list[Reason]:
    """Return what is no longer right of one product in an issue; each sentence names it."""
    texts = around.texts
    if product.id not in around.catalog.products:
        return [_missing(around, str(product.name))]
    reasons = product_reasons(around, product)
    if around.catalog.is_gone(product):
        return reasons
    own = {key.partition(".")[2]: text for key, text in told.items() if key.startswith(f"{product.id}.")}
    differs = list(differing(around, own, label_facts(around, product, None)))
    for change in around.catalog.changes_by_product.get(product.id, ()):
        if printed_on < change.date <= around.configuration.as_of:
            field = around.tables["products"].words.get(change.field)
            title = texts.field_title("products", field.name) if isinstance(field, Field) else change.field
            words = texts("worklist.changed", field=title, day=around.formats.day(change.date))
            differs.append(Reason("changed", str(words), change.date))
    return reasons + [
        each._replace(words=str(texts("worklist.about", name=product.name, words=each.words))) for each in differs
    ]


def _missing(around: Surroundings, name: str) -> Reason:
    return Reason("not-published", str(around.texts("worklist.not_published", name=name)))


def _uri(around: Surroundings, thing: PrintedThing) -> str:
    """Return what the code on the thing says today; empty where that code was never issued."""
    code = around.catalog.codes.get(thing.code)
    return addresses.uri_of(around.config, code) if code is not None else ""


_TARGETS: Mapping[str, Callable[[Surroundings, PrintedThing], tuple[str, list[Reason]]]] = {
    "product": _of_product,
    "placement": _of_placement,
    "campaign": _of_campaign,
    "story": _of_story,
    "catalogue-issue": _of_issue,
}
"""Kind of a target → what returns its name, and what is no longer right."""
