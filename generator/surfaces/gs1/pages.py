"""Pages of GTINs and lots: the shelf page of the product, with what there is to say of the lot on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.catalog.product import Product
from generator.surfaces import addresses
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.product_page import digest_of_page, product_page
from generator.surfaces.shelf import ShelfPages
from generator.surfaces.shelf_page import digest_of_shelf, shelf_page
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Fact, Notice

from .linkset import linkset
from .numbers import GtinProduct, KnownLot, gtin_products, lots_of


def outputs(languages: Sequence[ShelfPages]) -> Iterator[Output]:
    """Plan the pages of every GTIN and its known lots in all languages, and a linkset each.

    Args:
        languages: The shelf pages of each language of the site, its own first.
    """
    arounds = [pages.around for pages in languages]
    for each in gtin_products(arounds[0].catalog):
        lots = lots_of(arounds[0].catalog, each.product)
        told = [digest_of_page(around, around.catalog.products[each.product.id]) for around in arounds]
        for pages in languages:
            yield from _pages(pages, each)
        yield Output(
            path=addresses.linkset(each.gtin),
            needs=digest_of(arounds[0].base, *told, *(_digest(lot) for lot in lots)),
            make=partial(linkset, arounds, each),
            subject=f"{each.product.name} {each.gtin}",
            kin=each.product.id,
        )


def _pages(pages: ShelfPages, each: GtinProduct) -> Iterator[Output]:
    around = pages.around
    product = around.catalog.products[each.product.id]
    shared = digest_of(pages.shared_digest, digest_of_page(around, product), digest_of_shelf(around, product))
    for lot in (None, *lots_of(around.catalog, product)):
        number = lot.number if lot is not None else ""
        yield Output(
            path=addresses.file_of(addresses.gtin(each.gtin, around.folder, lot=number)),
            needs=digest_of(shared, "gtin", each.gtin, _digest(lot) if lot is not None else ""),
            make=partial(_page, pages, product, each.gtin, lot),
            subject=f"{product.name} {each.gtin} {number}".strip(),
            kin=product.id,
        )


def _page(pages: ShelfPages, product: Product, gtin: str, lot: KnownLot | None) -> bytes:
    around = pages.around
    page = product_page(around, product)
    address_in = partial(addresses.gtin, gtin, lot=lot.number if lot is not None else "")
    if lot is not None:
        page = page._replace(notices=(lot_notice(around, lot), *page.notices))
    return pages.rendered(
        "shelf/product.html",
        page,
        address_in=address_in,
        canonical=around.whole(addresses.product(product.id)),
        shelf=shelf_page(around, product, page),
        hanging=None,
        linkset_href=addresses.root_from(address_in(around.folder)) + addresses.linkset(gtin),
    )


def lot_notice(around: Surroundings, known: KnownLot) -> Notice:
    """Return what there is to say of a lot: that it is recalled, that it is not, its dates."""
    texts, formats, lot = around.texts, around.formats, known.lot
    facts: list[Fact] = []
    if lot is not None:
        past = lot.best_before is not None and lot.best_before < around.configuration.as_of
        facts = [
            Fact(texts.field_title("lots", "produced_on"), formats.day(lot.produced_on)),
            Fact(
                texts.field_title("lots", "best_before"),
                formats.day(lot.best_before),
                note=texts("lot.past") if past else "",
            ),
            Fact(texts.field_title("lots", "note"), lot.note),
        ]
    kind, text = "lot", ""
    if known.recall is not None:
        kind, title = "recall", texts("lot.recalled", lot=known.number)
        text = known.recall.action
    elif known.others_recalled:
        title, text = texts("lot.clear", lot=known.number), texts("lot.clear_text")
    elif known.ended is not None:
        title = texts("lot.title", lot=known.number)
        text = texts("lot.ended", day=formats.day(known.ended.ended_on))
    else:
        title = texts("lot.title", lot=known.number)
    return Notice(kind, title, text, tuple(fact for fact in facts if fact.value), None)


def _digest(lot: KnownLot) -> str:
    parts = (lot.lot, lot.recall, lot.ended)
    return digest_of(lot.number, str(lot.others_recalled), *(part.digest if part else "" for part in parts))
