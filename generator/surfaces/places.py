"""Places where the goods stand: all of them by county, and those of each kind, with their states of the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property, partial
from typing import NamedTuple

from generator.catalog.origin import Origin
from generator.catalog.placement import Placement

from . import addresses
from .counties import county_of
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .place_goods import distance_in_words, origins_at, stock_of
from .place_page import place_digest, place_page, state_of
from .place_views import KindRow, PlaceGroup, PlaceLine, PlacesPage
from .structured_data import page_data
from .surroundings import Surroundings
from .views import Link

STATES = ("open", "planned", "moved", "closed")
"""In the order in which they are told."""
ORIGINS = 3
"""Origins of its goods that a place in the list names."""


class _Where(NamedTuple):
    """What places are listed beneath."""

    region: str
    host: str
    """Only where the region is not told."""


class Places:
    """Plans pages of places; holds which there are, and how they stand."""

    def __init__(self, pages: PortalPages) -> None:
        self.pages = pages
        self.around: Surroundings = pages.around
        self.placements = tuple(self.around.catalog.placements.values())
        self._kinds = tuple(
            entry.value
            for entry in self.around.tables["placements"].by_name["kind"].categories
            if any(placement.kind == entry.value for placement in self.placements)
        )

    def outputs(self) -> Iterator[Output]:
        """Plan the list, a list for each kind, and a page for each place, where there are any."""
        if not self.placements:
            return
        yield self._list_output(addresses.places(), "", self.around.texts("places.title"))
        for kind in self._kinds:
            title = self.around.texts.label("placements", "kind", kind)
            yield self._list_output(addresses.places_of_kind(kind), kind, title)
        for placement in self.placements:
            yield self.pages.output(
                addresses.place(placement.id),
                section=addresses.NEUTRAL,
                template="place.html",
                needs=place_digest(self.around, placement),
                build=partial(place_page, self.around, placement),
                subject=placement.name,
            )

    def _list_output(self, address: str, kind: str, title: str) -> Output:
        return self.pages.output(
            address,
            section=addresses.NEUTRAL,
            template="places.html",
            needs=digest_of(kind, self._digest),
            build=partial(self._list, address, kind, title),
            subject=title,
        )

    @cached_property
    def _digest(self) -> str:
        """Digest of what all lists show; every one of them counts all places."""
        around = self.around
        return digest_of(
            *(f"{placement.digest}:{around.catalog.placement_state(placement)}" for placement in self.placements),
            *(entry.digest for placement in self.placements for entry in stock_of(around, placement)),
            *(origin.digest for origin in around.catalog.origins.values()),
        )

    def _list(self, address: str, kind: str, title: str) -> tuple[Head, PlacesPage]:
        around, texts = self.around, self.around.texts
        shown = [placement for placement in self.placements if kind in ("", placement.kind)]
        all_places = Link(texts("places.title"), addresses.places())
        states, rows, sums = self._table(kind)
        page = PlacesPage(
            kicker=all_places if kind else None,
            title=title,
            intro=texts("places.intro_kind" if kind else "places.intro", kind=title),
            number=texts.counted("count.places", len(shown)),
            as_of=around.formats.day(around.configuration.as_of),
            states=states,
            kinds=rows,
            sums=sums,
            groups=tuple(self._group(where, group) for where, group in self._grouped(shown)),
            sample=any(placement.sample for placement in shown),
        )
        steps = (all_places, Link(title, address)) if kind else (all_places,)
        told = texts("places.page_title", kind=title) if kind else title
        return Head(told, page.intro, address, page_data(around, page.intro, *steps)), page

    def _table(self, current: str) -> tuple[tuple[str, ...], tuple[KindRow, ...], tuple[str, ...]]:
        """Return heads, rows and sums of the numbers by kind and state; states that no place is in have no column."""
        texts, state_of_place = self.around.texts, self.around.catalog.placement_state
        counts = Counter((placement.kind, state_of_place(placement)) for placement in self.placements)
        states = [state for state in STATES if any(found == state for _, found in counts)]

        def numbers(*kinds: str) -> tuple[str, ...]:
            by_state = [sum(counts[kind, state] for kind in kinds) for state in states]
            return tuple(str(number) if number else "" for number in (*by_state, sum(by_state)))

        rows = tuple(
            KindRow(
                title=texts.label("placements", "kind", kind),
                href=addresses.places_of_kind(kind),
                numbers=numbers(kind),
                current=kind == current,
            )
            for kind in self._kinds
        )
        heads = tuple(texts.label("placements", "status", state) for state in states)
        return heads, rows, numbers(*self._kinds)

    def _grouped(self, placements: list[Placement]) -> list[tuple[_Where, list[Placement]]]:
        """Return the places by county, those with most to go to first; where no county is told, by host, at the end."""
        groups: dict[_Where, list[Placement]] = {}
        for placement in placements:
            host = "" if placement.region else _host(placement)
            groups.setdefault(_Where(placement.region, host), []).append(placement)
        state = self.around.catalog.placement_state
        for group in groups.values():
            group.sort(key=lambda placement: STATES.index(state(placement)))

        def rank(item: tuple[_Where, list[Placement]]) -> tuple[bool, int, int, _Where]:
            where, group = item
            return (not where.region, -sum(map(self.around.catalog.is_open, group)), -len(group), where)

        return sorted(groups.items(), key=rank)

    def _group(self, where: _Where, placements: list[Placement]) -> PlaceGroup:
        texts = self.around.texts
        county = county_of(self.around, where.region) if where.region else None
        return PlaceGroup(
            id=f"county-{where.region}" if where.region else f"host-{placements[0].id}",
            title=county.name if county is not None else where.host or texts("places.no_county"),
            detail=county.region if county is not None else texts("places.no_county") if where.host else "",
            href=county.href if county is not None else "",
            number=texts.counted("count.places", len(placements)),
            places=tuple(map(self._line, placements)),
        )

    def _line(self, placement: Placement) -> PlaceLine:
        around = self.around
        origins = origins_at(around, placement)[:ORIGINS]
        told = (self._from(placement, origin) for origin in origins)
        count = len(stock_of(around, placement))
        return PlaceLine(
            name=placement.name,
            href=addresses.place(placement.id),
            kind=around.texts.label("placements", "kind", placement.kind),
            state=state_of(around, placement),
            address=placement.address,
            goods=around.texts.counted("count.products", count) if count else placement.products_note,
            origins=tuple(told),
            sample=placement.sample,
        )

    def _from(self, placement: Placement, origin: Origin) -> str:
        """Return an origin with its distance; of the place's own county that it is this one."""
        if placement.region == origin.code:
            return self.around.texts("place.here")
        distance = distance_in_words(self.around, placement, origin)
        if not distance:
            return origin.name
        return self.around.texts("place.from_afar", origin=origin.name, distance=distance)


def _host(placement: Placement) -> str:
    return placement.host.name if placement.host is not None else placement.host_name
