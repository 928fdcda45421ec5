"""The page of a place: whether one can go there, what stands there at which price, and how it came about."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.catalog.placement import Placement, PlacementChange
from generator.catalog.whereabouts import spot_of

from . import addresses, cards, prose
from .map_links import MapTarget, map_links
from .outputs import digest_of
from .pages import Head
from .place_goods import codes_at, goods_at, origin_facts
from .place_views import PlacePage, PlaceState, PlaceStep, Plaque
from .placement_sheet import GONE, alternatives, changes_until_now, lasting_facts, placement_digest, state_notice
from .product_places import dialled
from .structured_data import placement_data
from .subjects import DESCRIPTION_LENGTH
from .surroundings import Surroundings
from .views import Fact, Link

_NOT_IN_CALLER = re.compile(r"[^a-z0-9.-]")


def place_digest(around: Surroundings, placement: Placement) -> str:
    """Return a digest of what the page of *placement* shows, besides the base of all pages."""
    catalog = around.catalog
    stock = catalog.stock_by_placement.get(placement.id, ())
    named = {placement.region, *(entry.product.origin.code for entry in stock)}
    return digest_of(
        placement_digest(around, placement),
        "figures",
        *(figure.digest for figure in catalog.figures_by_placement.get(placement.id, ())),
        "origins",
        *(catalog.origins[code].digest for code in sorted(named) if code in catalog.origins),
        "codes",
        *(f"{each.name}={each.code.uri}" for each in codes_at(around, placement)),
    )


def place_page(around: Surroundings, placement: Placement) -> tuple[Head, PlacePage]:
    """Return head and view of *placement*."""
    texts = around.texts
    state = state_of(around, placement)
    is_gone = state.state in GONE
    others = [Link(other.name, addresses.place(other.id)) for other in alternatives(around, placement)]
    kind = texts.label("placements", "kind", placement.kind)
    figures = around.catalog.figures_by_placement.get(placement.id, ())
    history = _history(around, placement)
    page = PlacePage(
        all_places=addresses.places(),
        kind=Link(kind, addresses.places_of_kind(placement.kind)),
        name=placement.name,
        state=state,
        since=_since(around, placement),
        description=placement.description,
        notice=state_notice(around, placement, None),
        instead=others[0] if others else None,
        facts=_facts(around, placement),
        tel=dialled(placement.phone),
        plaque=_plaque(around, placement),
        maps=_maps(around, placement),
        coordinates=_coordinates(around, placement),
        goods_note="" if is_gone else placement.products_note,
        goods=() if is_gone else goods_at(around, placement),
        origins=() if is_gone else origin_facts(around, placement),
        history=history,
        figures=tuple(cards.figure_view(around, figure) for figure in figures),
        codes=() if is_gone else codes_at(around, placement),
        campaigns=_campaigns(around, placement),
        others=tuple(others[1:]),
        sources=cards.sources_of(around, (placement.source,)),
        sample=placement.sample,
    )
    told = placement.description or texts.joined(
        (part for part in (kind, state.text, placement.address, placement.products_note) if part),
        "common.detail_separator",
    )
    head = Head(
        # A place may be called as a firm or a channel is; the page's title tells which it is.
        title=texts("place.page_title", name=placement.name, kind=kind),
        description=prose.plain(told, DESCRIPTION_LENGTH),
        address=addresses.place(placement.id),
        data=placement_data(around, placement),
    )
    return head, page


def state_of(around: Surroundings, placement: Placement) -> PlaceState:
    """Return how *placement* stands on the day of the page."""
    return _state(around, around.catalog.placement_state(placement))


def _state(around: Surroundings, key: str) -> PlaceState:
    return PlaceState(key, around.texts.label("placements", "status", key))


def _since(around: Surroundings, placement: Placement) -> str:
    key = around.catalog.placement_state(placement)
    change = next((each for each in changes_until_now(around, placement) if each.status == key), None)
    return around.texts("place.since", date=around.formats.period(change.date)) if change and change.date else ""


def _facts(around: Surroundings, placement: Placement) -> tuple[Fact, ...]:
    """Return the facts without the plaque, which is drawn, and with the region where no address tells it."""
    plaque = around.texts.field_title("placements", "plaque")
    return tuple(fact for fact in lasting_facts(around, placement) if fact.value and fact.label != plaque)


def _plaque(around: Surroundings, placement: Placement) -> Plaque | None:
    if not placement.plaque:
        return None
    date = around.formats.period(placement.plaque_on) or around.texts("place.plaque_undated")
    return Plaque(placement.plaque, placement.plaque_issuer, date)


def _maps(around: Surroundings, placement: Placement) -> tuple[Link, ...]:
    spot = spot_of(placement)
    if spot is None or around.catalog.placement_state(placement) in GONE:
        return ()
    host = urlsplit(around.config.base_url).hostname or ""
    target = MapTarget(spot, placement.name, placement.address, _NOT_IN_CALLER.sub("", host))
    return tuple(Link(around.texts(f"map.{name}"), href, external=True) for name, href in map_links(target))


def _coordinates(around: Surroundings, placement: Placement) -> str:
    spot = spot_of(placement)
    if spot is None:
        return ""
    system = around.texts.label("placements", "coordinate_system", spot.system)
    return around.texts("map.coordinates", latitude=spot.latitude, longitude=spot.longitude, system=system)


def _history(around: Surroundings, placement: Placement) -> tuple[PlaceStep, ...]:
    """Return the changes of *placement*, the latest first."""
    come = changes_until_now(around, placement)
    changes = around.catalog.history_by_placement.get(placement.id, ())
    return tuple(_step(around, change, coming=change not in come) for change in changes)


def _step(around: Surroundings, change: PlacementChange, *, coming: bool) -> PlaceStep:
    return PlaceStep(
        date=around.formats.period(change.date) or around.texts("common.not_disclosed"),
        state=_state(around, change.status),
        note=change.note,
        source=change.source.title if change.source is not None else "",
        coming=coming,
    )


def _campaigns(around: Surroundings, placement: Placement) -> tuple[Link, ...]:
    campaign = placement.campaign
    if campaign is None or campaign.id not in around.catalog.campaigns:
        return ()
    return (Link(campaign.name, addresses.campaign(campaign.id)),)
