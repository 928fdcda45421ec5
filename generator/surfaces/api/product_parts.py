"""What belongs to a product: offers, certificates, recalls, what is in a bundle, its code, its pictures."""

from __future__ import annotations

from generator.catalog.certificate import Certificate
from generator.catalog.offer import Offer
from generator.catalog.product import BundleItem, Recall
from generator.surfaces.views import Picture, ShelfCode

from .shapes import (
    ADDRESS,
    ADDRESS_OR_NULL,
    AMOUNT,
    COUNT,
    DAY,
    DAY_OR_NULL,
    FLAG,
    MONTHS,
    NUMBER,
    PERIOD,
    STRING,
    TEXT,
    TEXTS,
    WHOLE,
    Listed,
    Member,
    Shape,
    flag,
    stated,
    text,
)
from .values import currency, day, exact, period

OFFER = Shape[Offer](
    "Offer",
    "What a product costs at one channel.",
    (
        Member("channel", "Key of the channel.", STRING, lambda _, offer: offer.channel.id),
        Member("mode", "Online or offline.", Listed("channels", "mode"), lambda _, o: o.channel.mode or None),
        text("variant", "Which pack."),
        Member("price", "Price of one unit.", AMOUNT, lambda _, offer: exact(offer.price)),
        Member("currency", "ISO 4217 code of the price.", TEXT, lambda _, offer: currency(offer.price)),
        Member("list_price", "Former price.", AMOUNT, lambda _, offer: exact(offer.list_price)),
        stated("unit", "What one pays it for: a box, a bag."),
        Member("content_amount", "How much is in a unit.", NUMBER, lambda _, offer: exact(offer.content_amount)),
        text("content_unit", "Unit of that amount.", Listed("offers", "content_unit")),
        Member("shipping", "What sending it costs besides.", AMOUNT, lambda _, offer: exact(offer.shipping)),
        Member("packing", "What packing it costs besides.", AMOUNT, lambda _, offer: exact(offer.packing)),
        Member("minimum_order", "Units that have to be bought.", COUNT, lambda _, offer: exact(offer.minimum_order)),
        Member("case_quantity", "Units in a case.", COUNT, lambda _, offer: exact(offer.case_quantity)),
        Member("supply_months", "Months of supply.", MONTHS, lambda _, offer: list(offer.supply_months)),
        Member("buyers", "Who may buy; empty for everybody.", TEXTS, lambda _, offer: list(offer.buyers)),
        Member("ships_to", "Where it is sent.", TEXTS, lambda _, offer: list(offer.ships_to)),
        Member(
            "state",
            "Whether it can be bought on that day.",
            {
                "type": "string",
                "enum": ["sold", "sold-out", "discontinued", "channel-closed", "channel-planned"],
            },
            lambda run, offer: run.around.catalog.offer_state(offer),
        ),
        text("availability", "Availability.", Listed("offers", "availability")),
        text("url", "Where to buy it.", ADDRESS_OR_NULL),
        Member("valid_from", "First day of the price.", DAY_OR_NULL, lambda _, offer: day(offer.valid_from)),
        Member("valid_until", "Last day of the price.", DAY_OR_NULL, lambda _, offer: day(offer.valid_until)),
        Member("as_of", "Day of the price.", DAY_OR_NULL, lambda _, offer: day(offer.as_of)),
        flag("sample", "Invented for demonstration."),
    ),
)
CERTIFICATE = Shape[Certificate](
    "Certificate",
    "A certificate or recognition of a product or a supplier.",
    (
        Member("scheme", "Key of the certification scheme.", STRING, lambda _, c: c.scheme.id),
        Member("name", "Name of the scheme.", STRING, lambda _, c: c.scheme.name),
        text("number", "Its number."),
        stated("issuer", "Who issued it."),
        Member("issued_on", "When it was issued.", PERIOD, lambda _, c: period(c.issued_on)),
        Member("valid_until", "Its last day.", DAY_OR_NULL, lambda _, certificate: day(certificate.valid_until)),
        Member(
            "state",
            "Its standing on that day.",
            {"type": "string", "enum": ["verified", "self-stated", "coming", "expired"]},
            lambda run, certificate: run.around.catalog.certificate_state(certificate),
        ),
    ),
)
RECALL = Shape[Recall](
    "Recall",
    "A recall in force, of the product or of something inside it.",
    (
        Member("product", "Key of what is recalled.", STRING, lambda _, recall: recall.product.id),
        Member("announced_on", "When it was announced.", DAY, lambda _, recall: day(recall.announced_on)),
        stated("reason", "Why."),
        Member("lots", "Which lots; empty for all.", TEXTS, lambda _, recall: list(recall.lots)),
        stated("action", "What buyers should do."),
    ),
)
PART = Shape[BundleItem](
    "Part",
    "One thing in a bundle.",
    (
        Member("product", "Key of the product.", STRING, lambda _, part: part.product.id),
        Member("quantity", "How much of it.", NUMBER, lambda _, part: exact(part.quantity)),
        text("unit", "Of what unit."),
    ),
)
CODE = Shape[ShelfCode](
    "Code",
    "The printed code of a product.",
    (
        Member("code", "In capitals, the last one a check character.", STRING, lambda _, code: code.code),
        Member("uri", "What the code says.", STRING, lambda _, code: code.uri),
    ),
)
PICTURE = Shape[Picture](
    "Picture",
    "A picture of a product.",
    (
        Member("url", "Where it is.", ADDRESS, lambda run, picture: run.whole(picture.src)),
        Member("alt", "What it shows.", STRING, lambda _, picture: picture.alt),
        Member("width", "Pixels.", WHOLE, lambda _, picture: picture.width),
        Member("height", "Pixels.", WHOLE, lambda _, picture: picture.height),
        text("credit", "Whom to name."),
        Member("drawn", "Our illustration, not a photograph.", FLAG, lambda _, picture: picture.drawn),
    ),
)
