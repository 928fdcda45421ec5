"""A placement: what it is, where, who runs it, what stands there at which price, and where to go once it has moved."""

from __future__ import annotations

from generator.catalog.address import QrCode
from generator.catalog.organisation import Organisation
from generator.catalog.placement import Placement, PlacementChange, Stock

from . import addresses
from .code_views import coded_href, portal_link
from .goods_lines import goods_line, local_price
from .outputs import digest_of
from .shelf_head import shelf_head
from .shelf_views import GoodsLine, Hanging, PlacementSheet
from .surroundings import Surroundings
from .views import Fact, Link, Notice

GONE = ("moved", "closed")
"""States in which nobody need go there any more."""
OTHERS = 3
"""Open placements that a closed one leads to where none was named."""


def placement_sheet(around: Surroundings, placement: Placement, code: QrCode) -> PlacementSheet:
    """Return everything that there is to say of *placement* to whoever stands before it."""
    texts = around.texts
    is_gone = around.catalog.placement_state(placement) in GONE
    goods = () if is_gone else goods_of(around, placement)
    others = tuple(_link(around, other) for other in alternatives(around, placement))
    return PlacementSheet(
        head=shelf_head(
            around,
            code,
            kicker=texts.label("placements", "kind", placement.kind),
            title=placement.name,
            accent="salt",
            notices=(state_notice(around, placement, others[0] if others else None),),
            facts=facts_of(around, placement),
            sample=placement.sample,
            portal=portal_link(around, texts("shelf.to-portal"), addresses.place(placement.id)),
            source=placement.source,
        ),
        description=placement.description,
        goods_title=texts("placement.goods") if goods or placement.products_note else "",
        goods=goods,
        goods_note="" if is_gone else placement.products_note,
        others=others[1:],
    )


def placement_digest(around: Surroundings, placement: Placement) -> str:
    """Return a digest of what the sheet of *placement* shows, besides the base of all pages."""
    catalog = around.catalog
    stock = catalog.stock_by_placement.get(placement.id, ())
    others = alternatives(around, placement)
    return digest_of(
        placement.digest,
        *(entry.digest for entry in stock),
        "prices",
        *(around.product_digests.get(entry.product.id, "") for entry in stock),
        "codes",
        *(coded_href(around, "product", entry.product.id) for entry in stock),
        "history",
        *(change.digest for change in catalog.history_by_placement.get(placement.id, ())),
        "others",
        *(
            f"{other.digest} {around.catalog.placement_state(other)} {coded_href(around, 'placement', other.id)}"
            for other in others
        ),
        str(placement.campaign is not None and placement.campaign.id in catalog.campaigns),
    )


def alternatives(around: Surroundings, placement: Placement) -> tuple[Placement, ...]:
    """Return where to go instead of a placement that is gone: the one that was named, else open ones with a code."""
    if around.catalog.placement_state(placement) not in GONE:
        return ()
    named = around.catalog.placements.get(placement.replaced_by)
    if named is not None:
        return (named,)
    province = placement.region[:2]
    near = sorted(
        (
            other
            for other in around.catalog.placements.values()
            if around.catalog.is_open(other) and ("placement", other.id) in around.catalog.code_by_target
        ),
        key=lambda other: (other.region != placement.region, other.region[:2] != province, other.id),
    )
    return tuple(near[:OTHERS])


def facts_of(around: Surroundings, placement: Placement) -> tuple[Fact, ...]:
    """Return the facts of a placement in the order in which somebody asks for them; those without a value are empty."""
    texts = around.texts
    campaign = placement.campaign
    is_shown = campaign is not None and campaign.id in around.catalog.campaigns
    return (
        *lasting_facts(around, placement),
        Fact(
            texts.field_title("placements", "campaign"),
            campaign.name if campaign is not None and is_shown else "",
        ),
    )


def lasting_facts(around: Surroundings, placement: Placement) -> tuple[Fact, ...]:
    """Return the same without what the placement was set up for."""
    texts, formats = around.texts, around.formats
    phone = placement.phone
    plaque = (placement.plaque_issuer, formats.period(placement.plaque_on))
    return (
        Fact(texts.field_title("placements", "address"), placement.address),
        Fact(texts.field_title("placements", "hours"), placement.hours),
        Fact(texts.field_title("placements", "phone"), phone),
        Fact(texts.field_title("placements", "operator"), _body(placement.operator, placement.operator_name)),
        Fact(texts.field_title("placements", "host"), _body(placement.host, placement.host_name)),
        Fact(
            texts.field_title("placements", "plaque"),
            placement.plaque,
            note=texts("common.detail_separator").join(part for part in plaque if part),
        ),
        Fact(texts.field_title("placements", "no_fees"), texts("placement.no_fees") if placement.no_fees else ""),
        Fact(texts.field_title("placements", "installed_on"), formats.period(placement.installed_on)),
    )


def goods_of(around: Surroundings, placement: Placement) -> tuple[GoodsLine, ...]:
    """Return what stands at a placement, by slot, at the prices there."""
    stock = around.catalog.stock_by_placement.get(placement.id, ())
    return tuple(_stocked(around, entry) for entry in stock if entry.product.id in around.catalog.products)


def hanging_of(around: Surroundings, code: QrCode) -> Hanging | None:
    """Return where a product's label hangs, and what it costs there; ``None`` for a code that says no place."""
    placement = code.placement
    if placement is None:
        return None
    stock = around.catalog.stock_by_placement.get(placement.id, ())
    entry = next((entry for entry in stock if entry.product.id == code.target), None)
    product = around.catalog.products.get(code.target)
    state = around.catalog.placement_state(placement)
    is_gone = state in GONE
    is_sold = entry is not None and product is not None and not is_gone and not around.catalog.is_gone(product)
    if is_gone:
        note = around.texts(f"placement.{state}")
    else:
        note = around.texts("place.empty") if entry is not None and entry.quantity == 0 else ""
    return Hanging(
        place=placement.name,
        address=placement.address,
        price=local_price(around, entry.price) if entry is not None and is_sold else None,
        note=note,
        href=coded_href(around, "placement", placement.id),
    )


def hanging_digest(around: Surroundings, code: QrCode) -> str:
    """Return a digest of what :func:`hanging_of` says."""
    if code.placement is None:
        return ""
    stock = around.catalog.stock_by_placement.get(code.placement.id, ())
    return digest_of(
        code.placement.digest,
        around.catalog.placement_state(code.placement),
        coded_href(around, "placement", code.placement.id),
        *(entry.digest for entry in stock if entry.product.id == code.target),
    )


def _stocked(around: Surroundings, entry: Stock) -> GoodsLine:
    line = goods_line(around, entry.product)
    where = around.texts("common.detail_separator").join((line.origin, entry.slot))
    line = line._replace(origin=where)
    note = around.texts("place.empty") if entry.quantity == 0 else ""
    if around.catalog.is_gone(entry.product):
        return line._replace(price=None, note=note)
    price = local_price(around, entry.price)
    words = "" if price is not None else around.texts("placement.ask_price")
    return line._replace(price=price, price_words=words, note=note)


def changes_until_now(around: Surroundings, placement: Placement) -> tuple[PlacementChange, ...]:
    """Return the changes of a placement that have come, the latest first; one of a day not disclosed comes last."""
    as_of = around.configuration.as_of
    changes = around.catalog.history_by_placement.get(placement.id, ())
    return tuple(change for change in changes if change.date is None or change.date.start <= as_of)


def state_notice(around: Surroundings, placement: Placement, instead: Link | None) -> Notice | None:
    """Return that one need not go to *placement*, and where to go *instead*; ``None`` for an open one."""
    state = around.catalog.placement_state(placement)
    if state not in (*GONE, "planned"):
        return None
    changes = changes_until_now(around, placement)
    last = next((change for change in changes if change.status == state), None)
    facts = [Fact(around.formats.period(last.date), last.note)] if last is not None and last.note else []
    if instead is not None and not instead.href:
        facts.append(Fact(around.texts("sheet.instead"), instead.text))
        instead = None
    return Notice(
        "withdrawn" if state in GONE else "planned",
        around.texts(f"placement.{state}"),
        around.texts(f"placement.{state}_text"),
        tuple(facts),
        instead,
    )


def _link(around: Surroundings, placement: Placement) -> Link:
    parts = (placement.name, placement.address)
    text = around.texts("common.detail_separator").join(part for part in parts if part)
    return Link(text, coded_href(around, "placement", placement.id))


def _body(organisation: Organisation | None, name: str) -> str:
    return organisation.name if organisation is not None else name
