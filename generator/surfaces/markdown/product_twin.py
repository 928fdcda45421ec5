"""
A product's page in Markdown, for programs that read text: all facts, offers, certificates, sources, dates.

It is written line by line from the view that the page itself shows.  Every text of the data goes through
:mod:`.escaping`; addresses are whole, since the file is often read away from the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalog.product import Product
from generator.surfaces.page_views import ProductPage
from generator.surfaces.product_page import product_page
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import CertificateLine, ChangeLine, Fact, Notice, OfferLine, Price, SourceLine

from .escaping import inline, link, paragraphs
from .own_links import own_link


def product_markdown(around: Surroundings, product: Product) -> bytes:
    """Return the page of *product* in Markdown."""
    page = product_page(around, product)
    blocks = [
        f"# {inline(page.name)}",
        f"> {inline(page.summary)}" if page.summary else "",
        *(_notice(around, notice) for notice in page.notices),
        _facts(around, page),
    ]
    for title, parts in _sections(around, product, page):
        shown = [part for part in parts if part]
        if shown:
            blocks += (f"## {inline(around.texts(title))}", *shown)
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def _sections(around: Surroundings, product: Product, page: ProductPage) -> Iterator[tuple[str, list[str]]]:
    """Yield (key of the heading, blocks) of what follows the facts."""
    yield "portal.about-product", [*paragraphs(product.description), _season(around, page)]
    yield "portal.parts", [_bullets(_linked(around, part.name, part.href, part.quantity) for part in page.parts)]
    yield "portal.buy", _offers(around, page)
    yield "portal.certificates", [_bullets(_certificate(around, each) for each in page.certificates)]
    yield "portal.people", _people(around, page)
    yield "portal.preparation", paragraphs(product.preparation)
    yield "portal.stories", [_bullets(own_link(around, story.title, story.href) for story in page.stories)]
    yield "common.changes", [_bullets(_change(change) for change in page.changes)]
    yield "common.sources", [_bullets(_source(source) for source in page.sources)]


def _facts(around: Surroundings, page: ProductPage) -> str:
    t = around.texts
    lines = [
        _fact(t.field_title("products", "kind"), page.kind),
        _labelled(t.field_title("products", "categories"), own_link(around, page.category.text, page.category.href))
        if page.category is not None
        else "",
        *(_shown(fact) for fact in page.label_facts),
        _labelled(t.field_title("offers", "price"), _price(page.price, page.price_words)),
        *(_fact(seal.name, seal.state_text) for seal in page.seals),
        _fact(t("common.id"), page.id),
        _fact(t("portal.code-alt"), page.code.code) if page.code is not None else "",
        _fact(t("common.as-of"), page.as_of),
        _fact(t("common.sample"), around.site.sample_note) if page.sample else "",
        _labelled(t("machines.page"), own_link(around, page.name, page.portal_href)),
    ]
    return _bullets(lines)


def _notice(around: Surroundings, notice: Notice) -> str:
    lines = [f"**{inline(notice.title)}** {inline(notice.text)}", *(_shown(fact) for fact in notice.facts)]
    if notice.replacement is not None:
        instead = own_link(around, notice.replacement.text, notice.replacement.href)
        lines.append(_labelled(around.texts("common.replacement"), instead))
    return _bullets(lines)


def _season(around: Surroundings, page: ProductPage) -> str:
    months = [month.label for month in page.season if month.in_season]
    return _fact(around.texts("portal.season-months"), around.texts.joined(months))


def _offers(around: Surroundings, page: ProductPage) -> list[str]:
    t = around.texts
    blocks = [inline(page.offer_words)]
    for title, offers in ((t("common.online"), page.online), (t("common.offline"), page.offline)):
        if offers:
            blocks += (f"### {inline(title)}", _bullets(_offer(around, offer) for offer in offers))
    blocks.append(inline(page.gap_words))
    if page.places:
        blocks += (f"### {inline(t('common.places'))}", _bullets(inline(place.name) for place in page.places))
    return blocks


def _offer(around: Surroundings, offer: OfferLine) -> str:
    t = around.texts
    words = (
        inline(offer.channel_kind),
        inline(offer.variant),
        _price(offer.price),
        inline(offer.availability),
        _fact(t("common.list-price"), offer.list_price),
        *(_shown(fact) for fact in offer.extras),
        inline(offer.note),
        _fact(t("common.price-as-of"), offer.as_of),
        inline(t("common.sample")) if offer.sample else "",
        link(f"{t('common.buy-at')} {offer.channel}", offer.href) if offer.href else "",
    )
    return f"**{inline(offer.channel)}**: {_listed(words)}"


def _certificate(around: Surroundings, given: CertificateLine) -> str:
    t = around.texts
    words = (
        inline(given.seal.state_text),
        inline(given.basis),
        _fact(t("common.certificate-number"), given.number),
        _fact(t("common.certificate-holder"), given.holder),
        _fact(t("common.certificate-issuer"), given.issuer),
        _fact(t("common.certificate-issued"), given.issued),
        _fact(t("common.certificate-validity"), given.validity),
        _fact(t("common.certificate-notice"), given.notice),
        link(t("common.certificate-check"), given.href) if given.href else "",
    )
    return f"**{inline(given.scheme)}**: {_listed(words)}"


def _people(around: Surroundings, page: ProductPage) -> list[str]:
    lines = [own_link(around, page.origin_teaser.title, page.origin_teaser.href)]
    if page.supplier is not None:
        words = (own_link(around, page.supplier.title, page.supplier.href), *map(_shown, page.supplier_facts))
        lines.insert(0, _listed(words))
    lines.append(_fact(around.texts("common.paired-with"), around.texts.joined(page.paired_with)))
    return [inline(page.help_words), _bullets(lines)]


def _change(change: ChangeLine) -> str:
    values = " → ".join(inline(value) for value in (change.old, change.new) if value)
    return _listed((inline(change.date), _labelled(change.field, values), inline(change.reason)))


def _source(source: SourceLine) -> str:
    return _listed((link(source.title, source.href), inline(source.detail)))


def _price(price: Price | None, words: str = "") -> str:
    """Return an amount with its unit, or what stands in its place."""
    if price is None:
        return inline(words)
    if not price.currency:
        return inline(price.amount)
    amount = f"{price.amount}–{price.range_end}" if price.range_end else price.amount
    amount = f"{amount} {price.currency}" if price.symbol_after else f"{price.currency}{amount}"
    parts = (f"{amount} / {price.unit}" if price.unit else amount, price.variant, price.per, words)
    return _listed(inline(part) for part in parts)


def _shown(fact: Fact) -> str:
    return _labelled(fact.label, _listed((inline(fact.value), inline(fact.note))))


def _fact(label: str, value: str) -> str:
    return _labelled(label, inline(value))


def _labelled(label: str, value: str) -> str:
    """Return a label with a value that is Markdown already; nothing without a value."""
    return f"{inline(label)}: {value}" if value else ""


def _linked(around: Surroundings, text: str, href: str, behind: str) -> str:
    return _listed((own_link(around, text, href), inline(behind)))


def _listed(words: Iterable[str]) -> str:
    return "; ".join(word for word in words if word)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {each}" for each in lines if each)
