"""The shelf page of a catalogue issue: number, day, and each entry with the reason why it is there."""

from __future__ import annotations

from generator.catalog.address import QrCode
from generator.catalog.directory import CatalogueEntry, CatalogueIssue

from . import addresses
from .code_views import coded_href, portal_link
from .goods_lines import firm_line, goods_line, product_href
from .outputs import digest_of
from .shelf_head import shelf_head
from .shelf_views import GoodsLine, IssueSheet
from .surroundings import Surroundings
from .views import Fact, Link, Notice


def issue_sheet(around: Surroundings, issue: CatalogueIssue, code: QrCode) -> IssueSheet:
    """Return an issue with its entries, in their own order."""
    texts, formats = around.texts, around.formats
    campaign = issue.campaign
    is_shown = campaign is not None and campaign.id in around.catalog.campaigns
    portal = None
    if campaign is not None and is_shown:
        portal = portal_link(around, campaign.name, addresses.campaign(campaign.id))
    return IssueSheet(
        head=shelf_head(
            around,
            code,
            kicker=texts("kind.catalogue_issue"),
            title=issue.title,
            accent="persimmon",
            notices=(_notice(around, issue),),
            facts=(
                Fact(texts.field_title("catalogue_issues", "number"), formats.number(issue.number)),
                Fact(texts.field_title("catalogue_issues", "issued_on"), formats.period(issue.issued_on)),
                Fact(texts.field_title("catalogue_issues", "firms"), formats.number(issue.firms)),
                Fact(texts.field_title("catalogue_issues", "campaign"), campaign.name if campaign and is_shown else ""),
            ),
            sample=issue.sample,
            portal=portal,
            source=issue.source,
        ),
        entries=entries_of(around, issue),
        note=issue.note,
    )


def issue_digest(around: Surroundings, issue: CatalogueIssue) -> str:
    """Return a digest of what the sheet shows, besides the base of all pages."""
    catalog = around.catalog
    entries = catalog.entries_by_issue.get(issue.id, ())
    later = catalog.later_issue(issue)
    products = [entry.product for entry in entries if entry.product is not None]
    return digest_of(
        issue.digest,
        *(entry.digest for entry in entries),
        "products",
        *(f"{around.product_digests.get(product.id, '')} {product_href(around, product)}" for product in products),
        "later",
        f"{later.digest} {coded_href(around, 'catalogue-issue', later.id)}" if later else "",
        str(issue.campaign is not None and issue.campaign.id in catalog.campaigns),
    )


def entries_of(around: Surroundings, issue: CatalogueIssue) -> tuple[GoodsLine, ...]:
    """Return the entries of an issue; one that is no longer published is left out."""
    entries = around.catalog.entries_by_issue.get(issue.id, ())
    lines = (_entry(around, entry) for entry in entries)
    return tuple(line for line in lines if line is not None)


def _entry(around: Surroundings, entry: CatalogueEntry) -> GoodsLine | None:
    product, supplier = entry.product, entry.supplier
    if product is not None and product.id in around.catalog.products:
        line = goods_line(around, product, note=entry.reason)
        firm = supplier.name if supplier is not None else ""
        parts = (line.origin, firm)
        return line._replace(origin=around.texts("common.detail_separator").join(part for part in parts if part))
    if supplier is not None:
        return firm_line(around, supplier, note=entry.reason)
    return None


def _notice(around: Surroundings, issue: CatalogueIssue) -> Notice | None:
    later = around.catalog.later_issue(issue)
    if later is None:
        return None
    href = coded_href(around, "catalogue-issue", later.id)
    text = around.texts("issue.superseded_text", title=later.title)
    link = Link(later.title, href) if href else None
    return Notice("ended", around.texts("issue.superseded"), text, (), link)
