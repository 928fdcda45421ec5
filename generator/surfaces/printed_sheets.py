"""What whole printed pages say: shelf talkers, posters, sheets of placements, issues of the catalogue."""

from __future__ import annotations

from generator.assets.motifs import UPRIGHT
from generator.assets.pdf_seals import SealText
from generator.assets.print_texts import (
    CodeText,
    EntryText,
    FactText,
    IssueText,
    PlacementText,
    PlateText,
    ShowcardText,
)
from generator.catalog.campaign import Campaign
from generator.catalog.directory import CatalogueEntry, CatalogueIssue
from generator.catalog.money import Money
from generator.catalog.placement import Placement, Stock
from generator.catalog.product import Product
from generator.catalog.tables import items_of

from . import addresses, cards, prices, prose
from .label_facts import code_of
from .pictures import Plate
from .printed_prices import parts_of, price_text, shelf_price
from .share_labels import CAMPAIGN_MOTIF, SITE_MOTIF, is_cut
from .surroundings import Surroundings

_STORY_LENGTH = 110
"""Characters of a story on a card."""
_CABINET_MOTIF = "cabinet"
_MARKET_MOTIF = "market"


def talker_of(around: Surroundings, product: Product, stock: Stock | None = None) -> ShowcardText:
    """Return what a card beside *product* on its shelf says."""
    price = shelf_price(around, product, stock)
    code = code_of(around, product, stock.placement if stock is not None else None)
    parts = (cards.origin_in_words(around, product.origin), product.net_content)
    day = (price.day or around.configuration.as_of).isoformat()
    return ShowcardText(
        subject=product.id,
        name=str(product.name),
        kicker="",
        line=str(around.texts.joined((part for part in parts if part), "common.detail_separator")),
        story=str(product.summary or prose.plain(product.description, _STORY_LENGTH)),
        plate=_plate_of_product(around, product),
        code=_code(around, code.code if code else "", "print.scan.product"),
        price=price_text(around, price),
        price_words=around.texts("print.see_price_tag"),
        seals=_seals(around, product),
        foot=(around.texts("print.data", day=day),),
        sample=around.texts("common.sample") if product.sample or price.sample else "",
    )


def poster_of_product(around: Surroundings, product: Product) -> ShowcardText:
    """Return what a poster of *product* says: with the price that a shopper finds first, where there is one."""
    amount, unit, per = _headline(around, product)
    price = parts_of(around, amount, unit, per) if amount is not None else None
    return talker_of(around, product)._replace(price=price, price_words="")


def poster_of_campaign(around: Surroundings, campaign: Campaign) -> ShowcardText:
    """Return what a poster of *campaign* says."""
    teaser = cards.campaign_teaser(around, campaign)
    plate = around.pictures.plate_of(
        campaign.pictures, motif=campaign.motif or CAMPAIGN_MOTIF, accent=teaser.teaser.accent, seed=campaign.id
    )
    return ShowcardText(
        subject=campaign.id,
        name=str(campaign.name),
        kicker=str(teaser.organiser),
        line=str(teaser.dates),
        story=str(teaser.teaser.text),
        plate=_plate(around, plate),
        code=_code(around, target_code(around, "campaign", campaign.id), "print.scan.campaign"),
        foot=(str(around.config.publisher.name), _day(around)),
        sample=around.texts("common.sample") if campaign.sample else "",
    )


def placement_sheet(around: Surroundings, placement: Placement) -> PlacementText:
    """Return what the sheet at *placement* says: plaque, rule, hours, goods."""
    texts, formats = around.texts, around.formats
    motif = _CABINET_MOTIF if placement.kind == "cabinet" else _MARKET_MOTIF
    plate = around.pictures.plate_of((), motif=motif, accent=around.theme.accent, seed=placement.id)
    issuer = texts("print.plaque_by", issuer=placement.plaque_issuer) if placement.plaque_issuer else ""
    operator = placement.operator.name if placement.operator else placement.operator_name
    host = placement.host.name if placement.host else placement.host_name
    values = (
        ("address", placement.address),
        ("hours", placement.hours),
        ("host", host),
        ("operator", operator if operator != host else ""),
        ("phone", placement.phone),
        ("products_note", placement.products_note),
    )
    return PlacementText(
        subject=placement.id,
        name=str(placement.name),
        kind=texts.label("placements", "kind", placement.kind),
        plaque=str(placement.plaque),
        plaque_line=str(
            texts.joined(
                (part for part in (issuer, formats.period(placement.plaque_on)) if part), "common.detail_separator"
            )
        ),
        rule=texts("print.no_fees") if placement.no_fees else "",
        facts=tuple(FactText(texts.field_title("placements", name), str(value)) for name, value in values if value),
        plate=_plate(around, plate),
        code=_code(around, target_code(around, "placement", placement.id), "print.scan.placement"),
        foot=tuple(line for line in (str(around.config.publisher.name), _day(around)) if line),
        sample=texts("common.sample") if placement.sample else "",
    )


def issue_booklet(around: Surroundings, issue: CatalogueIssue) -> IssueText:
    """Return what an issue of the catalogue says; what has not been published yet is left out."""
    texts = around.texts
    found = list(items_of(around.catalog.items, "catalogue_entries", CatalogueEntry))
    own = sorted(
        (entry for entry in found if entry.issue.id == issue.id and _is_out(around, entry)),
        key=lambda entry: (entry.order if isinstance(entry.order, int) else len(found), entry.key),
    )
    first = next((entry.product for entry in own if entry.product is not None), None)
    accent = cards.accent_of(first) if first is not None else around.theme.accent
    plate = (
        _plate_of_product(around, first)
        if first is not None
        else _plate(around, around.pictures.plate_of((), motif=SITE_MOTIF, accent=accent, seed=issue.id))
    )
    number = texts("print.issue", number=issue.number) if isinstance(issue.number, int) else ""
    return IssueText(
        subject=issue.id,
        title=str(issue.title),
        number=number,
        day=around.formats.period(issue.issued_on),
        line=str(issue.campaign.name) if issue.campaign else "",
        note=str(issue.note),
        publisher=str(around.config.publisher.name or around.config.title),
        contents=texts("print.contents"),
        plate=plate,
        code=_code(around, target_code(around, "catalogue-issue", issue.id), "print.scan.issue"),
        entries=tuple(_entry(around, entry) for entry in own),
        foot=(_day(around),),
        sample=texts("common.sample") if issue.sample else "",
    )


def target_code(around: Surroundings, kind: str, key: str) -> str:
    """Return the active code that leads to a record, of several the one issued first; ``""`` where there is none."""
    codes = [
        code
        for code in around.catalog.codes.values()
        if (code.target_kind, code.target, code.status) == (kind, key, "active") and not code.placement
    ]
    return min(codes, key=lambda code: (code.issued_on, code.code)).code if codes else ""


def _is_out(around: Surroundings, entry: CatalogueEntry) -> bool:
    return entry.product is None or entry.product.id in around.catalog.products


def _entry(around: Surroundings, entry: CatalogueEntry) -> EntryText:
    product, supplier = entry.product, entry.supplier
    if product is None:
        name = str(supplier.name) if supplier else entry.key
        accent = around.theme.accent
        plate = around.pictures.plate_of(
            supplier.pictures if supplier else (),
            motif=(supplier.motif if supplier else "") or _MARKET_MOTIF,
            accent=accent,
            seed=supplier.id if supplier else entry.key,
        )
        origin = supplier.origin if supplier else None
        line = str(cards.origin_in_words(around, origin)) if origin else ""
        return EntryText(entry.key, name, line, str(entry.reason), _plate(around, plate), None, "", None)
    maker = supplier or product.supplier
    parts = (maker.name if maker else "", cards.origin_in_words(around, product.origin), product.net_content)
    amount, unit, per = _headline(around, product)
    code = around.catalog.code_by_product.get(product.id)
    return EntryText(
        subject=product.id,
        name=str(product.name),
        line=str(around.texts.joined((part for part in parts if part), "common.detail_separator")),
        reason=str(entry.reason or product.summary),
        plate=_plate_of_product(around, product),
        price=parts_of(around, amount, unit, per) if amount is not None else None,
        price_words=str(prices.price_words(around, product, None)),
        code=_code(around, code.code if code else "", "print.scan.product"),
        seals=_seals(around, product),
    )


def _headline(around: Surroundings, product: Product) -> tuple[Money | None, str, str]:
    """Return the price that a shopper finds first: amount, unit, price per weight."""
    offer = next(iter(prices.headline_offers(around, product)[0]), None)
    if offer is None or not isinstance(offer.price, Money):
        return None, "", ""
    shown = around.formats.price(offer)
    return offer.price, str(offer.unit), shown.per if shown is not None else ""


def _seals(around: Surroundings, product: Product) -> tuple[SealText, ...]:
    seals = cards.seals_of(around, product)
    return tuple(
        SealText(str(seal.short), seal.shape) for seal in seals if seal.state == "verified" and not is_cut(seal)
    )


def _plate_of_product(around: Surroundings, product: Product) -> PlateText:
    category = cards.primary_category(product)
    plate = around.pictures.plate_of(
        product.pictures,
        motif=product.motif or (category.motif if category else ""),
        accent=cards.accent_of(product),
        seed=product.id,
    )
    return _plate(around, plate)


def _plate(around: Surroundings, plate: Plate) -> PlateText:
    pictures = around.pictures
    return PlateText(
        motif=pictures.theme.text(f"motifs/{plate.motif}.svg"),
        variant=plate.variant,
        upright=plate.motif in UPRIGHT,
        inks=pictures.inks[plate.inks],
        photograph=plate.photograph.file if plate.photograph else None,
        focus=plate.focus,
    )


def _code(around: Surroundings, code: str, words: str) -> CodeText | None:
    if not code:
        return None
    uri = addresses.uri_of(around.config, around.catalog.codes[code])
    return CodeText(code, uri, around.texts(words), around.config.codes.levels.poster)


def _day(around: Surroundings) -> str:
    return around.texts("print.data", day=around.configuration.as_of.isoformat())
