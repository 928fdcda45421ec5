"""Certification schemes: an index, and a page for each with the products that have its certificate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from generator.catalog.certificate import Certificate
from generator.catalog.certification_scheme import CertificationScheme
from generator.catalog.product import Product

from . import addresses, cards, lists, prose
from .certificate_lines import STANDINGS, standing_of
from .market_views import MarkCount, MarkEntry, MarkPage, MarksPage
from .on_offer import OnOffer
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .structured_data import PageOfList, list_data, page_data
from .subjects import DESCRIPTION_LENGTH
from .surroundings import Surroundings
from .views import Fact, Link, Seal

SEALED = ("verified", "self-stated", "expired")
"""Standings that a seal is drawn for."""


class Marks:
    """Plans pages of marks; holds which certificates there are."""

    def __init__(self, on_offer: OnOffer) -> None:
        self.around = around = on_offer.around
        self.on_offer = on_offer
        self._certificates: dict[str, list[tuple[Certificate, str]]] = {}
        """Scheme → its certificates, each with its standing."""
        published = (around.catalog.certificates_by_product.get(key, ()) for key in around.catalog.products)
        for group in (*published, *around.catalog.certificates_by_supplier.values()):
            for certificate in group:
                held = self._certificates.setdefault(certificate.scheme.id, [])
                held.append((certificate, standing_of(around, certificate)))

    def outputs(self, pages: PortalPages) -> Iterator[Output]:
        """Plan the index and all pages."""
        schemes = self.around.catalog.certification_schemes.values()
        if not schemes:
            return
        yield pages.output(
            addresses.marks(),
            section="products",
            template="marks.html",
            needs=digest_of(*(digest for scheme in schemes for digest in (scheme.digest, *self._told(scheme)))),
            build=self._index,
            subject=self.around.texts("marks.title"),
        )
        for scheme in schemes:
            yield from self._pages(pages, scheme)

    def _told(self, scheme: CertificationScheme) -> list[str]:
        """Return what an entry or a page tells of the certificates of *scheme* besides the products on it."""
        counts = self._counts(scheme)
        return [f"{standing}:{counts[standing]}" for standing in STANDINGS]

    def _counts(self, scheme: CertificationScheme) -> Counter[str]:
        return Counter(standing for _, standing in self._certificates.get(scheme.id, ()))

    def _pages(self, pages: PortalPages, scheme: CertificationScheme) -> Iterator[Output]:
        around = self.around
        products = self._products(scheme)
        others = (*self._expired(scheme, products), *self._suppliers(scheme))
        shown = digest_of(scheme.digest, *self._told(scheme), *(digest for _, digest in others))
        for number in range(1, lists.page_count(around, products) + 1):
            yield pages.output(
                addresses.mark(scheme.id, number),
                section="products",
                template="mark.html",
                needs=lists.digest_of_list(around, products, number, shown),
                build=partial(self._page, scheme, products, number),
                subject=scheme.name,
            )

    def _products(self, scheme: CertificationScheme) -> tuple[Product, ...]:
        """Return the products on offer that have a certificate in force; of a register those that stand in it."""
        if scheme.is_certification:
            return self.on_offer.having(self.on_offer.facet("mark").value(scheme.id))
        registered = {each.product.id for each, _ in self._certificates.get(scheme.id, ()) if each.product}
        return tuple(product for product in self.on_offer.orders.recommended if product.id in registered)

    def _expired(self, scheme: CertificationScheme, in_force: tuple[Product, ...]) -> list[tuple[Link, str]]:
        """Return products that had a certificate and have none in force, each with the digest of what is told."""
        held = {product.id for product in in_force}
        found = {
            each.product.id: each.product
            for each, standing in self._certificates.get(scheme.id, ())
            if standing == "expired" and each.product and each.product.id not in held
        }
        return [(Link(product.name, addresses.product(key)), product.digest) for key, product in found.items()]

    def _suppliers(self, scheme: CertificationScheme) -> list[tuple[Link, str]]:
        """Return suppliers that have a certificate in force themselves."""
        found = {
            each.supplier.id: each.supplier
            for each, standing in self._certificates.get(scheme.id, ())
            if each.supplier and standing in ("verified", "self-stated", "record")
        }
        return [(Link(supplier.name, addresses.supplier(key)), supplier.digest) for key, supplier in found.items()]

    def _index(self) -> tuple[Head, MarksPage]:
        around, texts = self.around, self.around.texts
        schemes = list(around.catalog.certification_schemes.values())
        page = MarksPage(
            title=texts("marks.title"),
            intro=texts("marks.intro"),
            standings=tuple(self._standing(standing, _plain_seal(around, standing), "") for standing in SEALED),
            schemes=tuple(self._entry(scheme) for scheme in schemes if scheme.is_certification),
            records=tuple(self._entry(scheme) for scheme in schemes if not scheme.is_certification),
            records_words=texts("certificates.record_words"),
        )
        data = page_data(around, page.intro, Link(page.title, addresses.marks()))
        return Head(title=page.title, description=page.intro, address=addresses.marks(), data=data), page

    def _standing(self, standing: str, seal: Seal | None, count: str) -> MarkCount:
        texts = self.around.texts
        return MarkCount(seal, texts(f"certificates.{standing}"), texts(f"certificates.{standing}_words"), count)

    def _entry(self, scheme: CertificationScheme) -> MarkEntry:
        return MarkEntry(
            name=scheme.name,
            href=addresses.mark(scheme.id),
            seal=_seal(self.around, scheme, "verified"),
            kind=self.around.texts.label("certification_schemes", "kind", scheme.kind),
            authority=scheme.authority,
            text=scheme.description,
            counts=self._count_views(scheme),
        )

    def _count_views(self, scheme: CertificationScheme) -> tuple[MarkCount, ...]:
        counts = self._counts(scheme)
        return tuple(
            self._standing(standing, _seal(self.around, scheme, standing), str(counts[standing]))
            for standing in STANDINGS
            if counts[standing]
        )

    def _page(self, scheme: CertificationScheme, products: tuple[Product, ...], number: int) -> tuple[Head, MarkPage]:
        around, texts = self.around, self.around.texts
        title = texts("mark.products" if scheme.is_certification else "mark.registered")
        address = partial(addresses.mark, scheme.id)
        listing = lists.listing(around, products, number, title=title, intro="", address=address)
        facts = (
            Fact(texts.field_title("certification_schemes", "authority"), scheme.authority),
            Fact(
                texts.field_title("certification_schemes", "kind"),
                texts.label("certification_schemes", "kind", scheme.kind),
            ),
        )
        page = MarkPage(
            kicker=texts("marks.title"),
            name=scheme.name,
            seal=_seal(around, scheme, "verified"),
            summary=scheme.description,
            not_certification="" if scheme.is_certification else texts("certificates.record_words"),
            facts=tuple(fact for fact in facts if fact.value),
            website=Link(texts("mark.website"), scheme.website, external=True) if scheme.website else None,
            counts=self._count_views(scheme),
            suppliers=tuple(link for link, _ in self._suppliers(scheme)) if number == 1 else (),
            expired=tuple(link for link, _ in self._expired(scheme, products)) if number == 1 else (),
            narrow=f"{addresses.product_list()}?mark={scheme.id}" if scheme.is_certification and products else "",
            listing=listing,
        )
        steps = (Link(texts("marks.title"), addresses.marks()), Link(scheme.name, address(1)))
        data = list_data(around, listing, PageOfList(address(number), number, len(products)), *steps)
        description = prose.plain(scheme.description or scheme.authority or scheme.name, DESCRIPTION_LENGTH)
        # A scheme may be called as a product is; the page's title tells which it is.
        told = texts("mark.page_title", name=scheme.name)
        return Head(title=told, description=description, address=address(number), data=data), page


def outputs(pages: PortalPages, on_offer: OnOffer) -> Iterator[Output]:
    """Plan all pages of certification schemes."""
    return Marks(on_offer).outputs(pages)


def _seal(around: Surroundings, scheme: CertificationScheme, standing: str) -> Seal | None:
    """Return the seal of *scheme*; a register has none, nor has what is not in force yet."""
    if not scheme.is_certification or standing not in SEALED:
        return None
    short = cards.lettering(scheme.short_name or scheme.name)
    return Seal(scheme.name, short, scheme.seal or "round", standing, around.texts(f"seal.{standing}"))


def _plain_seal(around: Surroundings, standing: str) -> Seal:
    """Return a seal of no scheme, which shows how those of a standing are drawn."""
    return Seal("", around.texts("marks.sample_seal"), "square", standing, around.texts(f"seal.{standing}"))
