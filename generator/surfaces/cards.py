"""Views of a thing in a few lines: product cards, seals, teasers, sources, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from generator.catalog.campaign import Campaign
from generator.catalog.category import Category
from generator.catalog.certificate import Certificate
from generator.catalog.figure import Figure
from generator.catalog.offer import Offer
from generator.catalog.origin import Origin
from generator.catalog.product import Product
from generator.catalog.source import Source
from generator.catalog.story import Story
from generator.catalog.supplier import Supplier
from generator.languages.foreign_text import says_something

from . import addresses, prices, prose
from .product_admissions import admission_dates
from .slow_selling import is_slow
from .surroundings import Surroundings
from .views import CampaignTeaser, Fact, FigureView, Picture, ProductCard, Progress, Seal, SourceLine, Teaser

DEFAULT_ACCENT = "tea"
SEAL_LENGTH = 4
"""Characters that a seal has room for."""
TEASER_LENGTH = 72
"""Characters of a text that a teaser shows where no summary was written."""
_BRACKETED = re.compile(r"[^（）]（[^（）]+）\Z")
"""The end of a name that says in brackets which one of several it is."""


def primary_category(product: Product) -> Category | None:
    """Return the product's category in the primary scheme, else its first."""
    primary = next((c for c in product.categories if c.scheme is not None and c.scheme.primary), None)
    return primary or next(iter(product.categories), None)


def accent_of(product: Product) -> str:
    """Return the colour of the product's category."""
    category = primary_category(product)
    return (category.accent if category else "") or DEFAULT_ACCENT


def pictures_of(around: Surroundings, product: Product) -> tuple[Picture, ...]:
    """Return the product's photographs, or its block print."""
    category = primary_category(product)
    return around.pictures.pictures_of(
        product.pictures,
        motif=product.motif or (category.motif if category else ""),
        accent=accent_of(product),
        seed=product.id,
        name=product.name,
    )


def product_card(around: Surroundings, product: Product) -> ProductCard:
    """Return a product as it stands in lists."""
    card = around.cards.get(product.id)
    if card is None:
        card = around.cards[product.id] = _product_card(around, product)
    return card


def _product_card(around: Surroundings, product: Product) -> ProductCard:
    offers = around.catalog.offers_by_product.get(product.id, ())
    price = prices.headline_price(around, product)
    return ProductCard(
        name=product.name,
        href=addresses.product(product.id),
        summary=product.summary or prose.plain(product.description, TEASER_LENGTH),
        picture=pictures_of(around, product)[0],
        accent=accent_of(product),
        origin=product.origin.name,
        kind="" if product.kind == "goods" else around.texts.label("products", "kind", product.kind),
        price=price,
        price_words=prices.price_words(around, product, price),
        channels="" if around.catalog.is_gone(product) else _channels(around, offers),
        seals=seals_of(around, product),
        sample=product.sample or any(offer.sample for offer in offers),
        withdrawn=around.catalog.is_withdrawn(product),
        recalled=around.catalog.is_recalled(product),
        lots_recalled=around.catalog.has_recalled_lots(product),
        bracketed=_BRACKETED.search(product.name) is not None,
        slow=is_slow(around, product),
    )


def _channels(around: Surroundings, offers: tuple[Offer, ...]) -> str:
    names = list(dict.fromkeys(offer.channel.name for offer in offers))
    if len(names) <= 2:
        return around.texts("common.list_separator").join(names)
    return around.texts("product.channels_more", first=names[0], count=len(names))


def seals_of(around: Surroundings, product: Product) -> tuple[Seal, ...]:
    """Return the seals of a product's certificates, each once; a survey record is no certificate and has no seal."""
    certificates = around.catalog.certificates_by_product.get(product.id, ())
    seals = (
        seal_of(around, certificate)
        for certificate in certificates
        if certificate.scheme.is_certification and around.catalog.certificate_state(certificate) != "coming"
    )
    return tuple(dict.fromkeys(seals))


def seal_of(around: Surroundings, certificate: Certificate) -> Seal:
    """Return one certificate as a seal."""
    scheme = certificate.scheme
    state = around.catalog.certificate_state(certificate)
    return Seal(
        name=scheme.name,
        short=lettering(scheme.short_name or scheme.name),
        shape=scheme.seal or "round",
        state=state,
        state_text=around.texts(f"seal.{state}"),
    )


def lettering(name: str) -> str:
    """Return what fits into a seal: four characters, or where words are long their abbreviation or their initials."""
    words = re.findall(r"\w+", name)
    if len(name) <= SEAL_LENGTH or says_something(name, "zh"):
        return name[:SEAL_LENGTH]
    known = next((word for word in words if word.isupper() and 1 < len(word) <= SEAL_LENGTH), "")
    return known or "".join(word[0] for word in words)[:SEAL_LENGTH].upper()


def sources_of(around: Surroundings, sources: Iterable[Source | None]) -> tuple[SourceLine, ...]:
    """Return each source once, in the order of first mention."""
    found = {source.id: source for source in sources if source is not None}
    return tuple(source_line(around, source) for source in found.values())


def source_line(around: Surroundings, source: Source) -> SourceLine:
    """Return a source as a line: title, then publisher, kind and date."""
    kind = around.texts.label("sources", "kind", source.kind)
    parts = (source.publisher, kind, around.formats.period(source.date))
    return SourceLine(
        title=source.title,
        detail=around.texts("common.detail_separator").join(part for part in parts if part),
        href=source.url,
    )


def figure_view(around: Surroundings, figure: Figure) -> FigureView:
    """Return a figure with its qualifier, date and source."""
    hidden = figure.qualifier == "not-disclosed" or not isinstance(figure.value, Decimal)
    qualifier = "exact" if hidden else figure.qualifier
    value, unit = _figure_value(around, figure, hidden=hidden)
    return FigureView(
        label=figure.label,
        qualifier=around.texts.affix(f"figure.before.{qualifier}"),
        value=value,
        unit=unit,
        qualifier_after=around.texts.affix(f"figure.after.{qualifier}"),
        as_of=around.formats.period(figure.as_of),
        source=source_line(around, figure.source),
        note=figure.note,
        disclosed=not hidden,
        sample=figure.sample,
        href=addresses.figure(figure.id),
    )


def _figure_value(around: Surroundings, figure: Figure, *, hidden: bool) -> tuple[str, str]:
    """Return number and unit, or what is said instead."""
    if hidden or not isinstance(figure.value, Decimal):
        return around.texts("common.not_disclosed"), ""
    return around.formats.figure(figure.value, figure.unit)


def story_teaser(around: Surroundings, story: Story) -> Teaser:
    """Return a story in a few lines."""
    href = addresses.story(story.id)
    teaser = around.teasers.get(href)
    if teaser is None:
        teaser = around.teasers[href] = _story_teaser(around, story, href)
    return teaser


def _story_teaser(around: Surroundings, story: Story, href: str) -> Teaser:
    accent = accent_of(story.products[0]) if story.products else DEFAULT_ACCENT
    pictures = around.pictures.pictures_of(
        story.pictures, motif=story.motif, accent=accent, seed=story.id, name=story.title
    )
    return Teaser(
        title=story.title,
        href=href,
        kicker=around.texts.label("stories", "help_kind", story.help_kind),
        text=story.summary or prose.plain(story.body, TEASER_LENGTH),
        date=around.formats.period(story.date),
        picture=pictures[0],
        accent=accent,
        sample=story.sample,
    )


def origin_teaser(around: Surroundings, origin: Origin) -> Teaser:
    """Return an origin in a few lines."""
    href = addresses.origin(origin.code)
    teaser = around.teasers.get(href)
    if teaser is None:
        teaser = around.teasers[href] = _origin_teaser(around, origin, href)
    return teaser


def _origin_teaser(around: Surroundings, origin: Origin, href: str) -> Teaser:
    products = around.catalog.products_by_origin.get(origin.code, ())
    accent = accent_of(products[0]) if products else DEFAULT_ACCENT
    pictures = around.pictures.pictures_of(
        origin.pictures, motif=origin.motif or "mountain", accent=accent, seed=origin.code, name=origin.name
    )
    return Teaser(
        title=origin.name,
        href=href,
        kicker=origin.region,
        text=origin.summary or prose.plain(origin.description, TEASER_LENGTH),
        date="",
        picture=pictures[0],
        accent=accent,
        sample=origin.sample,
        detail=(around.texts.counted("count.products", len(products)),),
    )


def origin_in_words(around: Surroundings, origin: Origin) -> str:
    """Return an origin with the region that it lies in, in the order of the language."""
    return around.texts("origin.whole", region=origin.region, name=origin.name) if origin.region else origin.name


def supplier_teaser(around: Surroundings, supplier: Supplier) -> Teaser:
    """Return a supplier in a few lines."""
    href = addresses.supplier(supplier.id)
    teaser = around.teasers.get(href)
    if teaser is None:
        teaser = around.teasers[href] = _supplier_teaser(around, supplier, href)
    return teaser


def _supplier_teaser(around: Surroundings, supplier: Supplier, href: str) -> Teaser:
    products = around.catalog.products_by_supplier.get(supplier.id, ())
    kind = around.texts.label("suppliers", "kind", supplier.kind)
    return Teaser(
        title=supplier.name,
        href=href,
        kicker=kind or (supplier.origin.name if supplier.origin else ""),
        text=prose.plain(supplier.description, TEASER_LENGTH),
        date="",
        picture=None,
        accent=accent_of(products[0]) if products else DEFAULT_ACCENT,
        sample=supplier.sample,
        detail=(around.texts.counted("count.products", len(products)),),
    )


def help_facts(around: Surroundings, supplier: Supplier) -> tuple[Fact, ...]:
    """Return how a supplier helps others, and the platforms that admitted it as a firm."""
    texts, formats = around.texts, around.formats
    households = formats.number(supplier.households)
    qualifier = supplier.households_qualifier or "exact"
    if isinstance(supplier.households, int):
        households = (
            f"{texts.affix(f'figure.before.{qualifier}')}{households}{texts.affix(f'figure.after.{qualifier}')}"
        )
    admissions = around.catalog.admissions_by_supplier.get(supplier.id, ())
    facts = (
        Fact(texts.field_title("suppliers", "help_model"), supplier.help_model),
        Fact(texts.field_title("suppliers", "households"), households),
        Fact(texts.field_title("suppliers", "stake"), supplier.stake),
        *(
            Fact(texts("supplier.admitted"), admission.channel.name, note=admission_dates(around, admission))
            for admission in admissions
            if admission.product is None
        ),
    )
    return tuple(fact for fact in facts if fact.value)


def campaign_teaser(around: Surroundings, campaign: Campaign) -> CampaignTeaser:
    """Return a campaign with its dates and its figures."""
    state = around.campaign_records[campaign.id].stage
    accent = accent_of(campaign.products[0]) if campaign.products else "persimmon"
    figures = around.catalog.figures_by_campaign.get(campaign.id, ())
    dates = around.texts(
        "date.span", start=around.formats.day(campaign.starts_on), end=around.formats.day(campaign.ends_on)
    )
    pictures = around.pictures.pictures_of(
        campaign.pictures, motif=campaign.motif or "market", accent=accent, seed=campaign.id, name=campaign.name
    )
    return CampaignTeaser(
        teaser=Teaser(
            title=campaign.name,
            href=addresses.campaign(campaign.id),
            kicker=around.texts(f"campaign.{state}"),
            text=campaign.summary or prose.plain(campaign.description, TEASER_LENGTH),
            date=dates,
            picture=pictures[0],
            accent=accent,
            sample=campaign.sample,
        ),
        state=around.texts(f"campaign.{state}"),
        running=state == "running",
        dates=dates,
        organiser=around.texts("common.list_separator").join(o.name for o in campaign.organisers),
        progress=_progress(around, campaign),
        figures=tuple(figure_view(around, figure) for figure in figures),
    )


def _progress(around: Surroundings, campaign: Campaign) -> Progress | None:
    """Return how far a campaign is, summed from its ledger; ``None`` where there is neither a sum nor a secret."""
    formats, progress = around.formats, around.campaign_records[campaign.id].progress
    goal, reached = formats.money(progress.goal), formats.money(progress.reached.amount)
    if progress.goal_state == "not-disclosed":
        return Progress("", reached, "", 0, 0, around.texts("progress.goal_not_disclosed"))
    if progress.reached.amount is None:
        return None
    if progress.rate is None:
        return Progress(goal, reached, "", 0, 0, "")
    fill, mark = progress.rate.bar
    return Progress(goal, reached, f"{progress.rate.percent}%", fill, mark, "")
