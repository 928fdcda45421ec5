"""An issue of the recommended list as it came out: each entry with its reason, and what changed since the last."""

from __future__ import annotations

from generator.catalog.campaign_record import CampaignRecord, issue_after, issue_before
from generator.catalog.directory import CatalogueEntry, CatalogueIssue
from generator.surfaces import addresses, cards
from generator.surfaces.campaign_views import IssueEntry, IssuePage
from generator.surfaces.pages import Head
from generator.surfaces.structured_data import page_data
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Fact, Link

from .issue_changes import changes, thing_of
from .sentences import sentences


def issue_page(around: Surroundings, record: CampaignRecord, issue: CatalogueIssue) -> tuple[Head, IssuePage]:
    """Return head and view of an issue."""
    texts, formats, catalog = around.texts, around.formats, around.catalog
    entries = catalog.entries_by_issue.get(issue.id, ())
    before, after, latest = issue_before(record, issue), issue_after(record, issue), record.issues[0]
    found = changes(catalog.entries_by_issue.get(before.id, ()), entries) if before is not None else None
    added = {thing_of(entry) for entry in found.added} if found is not None else set()
    address = _address(record, issue)
    neighbours = ((texts("issue.before"), before), (texts("issue.after"), after))
    facts = (
        Fact(texts.field_title("catalogue_issues", "number"), formats.number(issue.number)),
        Fact(texts.field_title("catalogue_issues", "issued_on"), formats.period(issue.issued_on)),
        Fact(texts.field_title("catalogue_issues", "firms"), formats.number(issue.firms)),
        Fact(texts("issue.entries_number"), formats.number(len(entries))),
    )
    page = IssuePage(
        campaign=Link(record.campaign.name, addresses.campaign(record.campaign.id)),
        title=issue.title,
        superseded=Link(latest.title, _address(record, latest)) if latest is not issue else None,
        facts=tuple(fact for fact in facts if fact.value),
        note=issue.note,
        seal=texts("issue.sealed", fingerprint=issue.fingerprint) if issue.fingerprint else "",
        entries=tuple(
            entry_line(around, entry, number, is_new=thing_of(entry) in added)
            for number, entry in enumerate(entries, 1)
        ),
        before=before.title if before is not None else "",
        added=tuple(_name(entry) for entry in found.added) if found is not None else (),
        dropped=tuple(_name(entry) for entry in found.dropped) if found is not None else (),
        changed=tuple(
            texts("issue.repriced", name=_name(now), before=_price(around, was), now=_price(around, now))
            for was, now in (found.repriced if found is not None else ())
        ),
        no_changes=texts("issue.no_changes") if found is not None and not any(found) else "",
        neighbours=tuple(
            Link(texts("issue.neighbour", which=which, title=other.title), _address(record, other))
            for which, other in neighbours
            if other is not None
        ),
        sources=cards.sources_of(around, (issue.source,)),
        sample=issue.sample,
        accent=cards.campaign_teaser(around, record.campaign).teaser.accent,
    )
    description = sentences(around, (issue.title, issue.note))
    steps = (Link(texts("nav.campaigns"), addresses.section("campaigns")), page.campaign, Link(issue.title, address))
    return Head(issue.title, description, address, page_data(around, description, *steps)), page


def _address(record: CampaignRecord, issue: CatalogueIssue) -> str:
    assert isinstance(issue.number, int)
    return addresses.campaign_issue(record.campaign.id, issue.number)


def _name(entry: CatalogueEntry) -> str:
    if entry.product is not None:
        return entry.product.name
    return entry.supplier.name if entry.supplier is not None else ""


def _price(around: Surroundings, entry: CatalogueEntry) -> str:
    words = around.formats.money(entry.price)
    return around.texts("issue.price", price=words, unit=entry.unit) if words and entry.unit else words


def entry_line(around: Surroundings, entry: CatalogueEntry, number: int = 0, *, is_new: bool = False) -> IssueEntry:
    """Return an entry; what is no longer on the site keeps its name and leads nowhere."""
    product, supplier = entry.product, entry.supplier
    is_out = product is not None and product.id in around.catalog.products
    firm = supplier.name if supplier is not None and product is not None else ""
    href = addresses.product(product.id) if product is not None and is_out else ""
    if product is None and supplier is not None:
        href = addresses.supplier(supplier.id)
    return IssueEntry(
        number=around.formats.number(number),
        name=_name(entry),
        href=href,
        firm=firm,
        firm_href=addresses.supplier(supplier.id) if supplier is not None and firm else "",
        origin=product.origin.name if product is not None else "",
        price=_price(around, entry),
        reason=entry.reason,
        is_new=is_new,
        sample=product.sample if product is not None else bool(supplier and supplier.sample),
    )
