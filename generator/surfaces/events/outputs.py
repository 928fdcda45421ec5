"""The list of all events and what calendars take of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import groupby
from urllib.parse import urlsplit

from generator.catalog.campaign_record import all_events
from generator.catalog.event import Event
from generator.surfaces import addresses, cards
from generator.surfaces.event_views import EventsPage
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.pages import Head, PortalPages
from generator.surfaces.structured_data import page_data
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from .calendar import Entry, calendar
from .lines import event_line, last_day, past_and_coming


def outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan the list and the calendar, where there are events."""
    around = pages.around
    events = all_events(around.catalog)
    if not events:
        return
    needs = digest_of(*(event.digest for event in events))
    yield pages.output(
        addresses.events(),
        section="campaigns",
        template="events.html",
        needs=needs,
        build=partial(_page, around, events),
        subject=around.texts("events.title"),
    )
    title = around.texts("events.calendar_title", site=around.config.title)
    yield from calendar_output(around, addresses.events_calendar(), title, events)


def calendar_output(around: Surroundings, address: str, name: str, events: Iterable[Event]) -> Iterator[Output]:
    """Plan a calendar of *events*, where the day of one of them is known."""
    dated = [event for event in events if is_dated(event)]
    if dated:
        path = around.place(address)
        needs = digest_of(around.base, name, *(event.digest for event in dated))
        yield Output(path, needs, partial(_calendar, around, name, dated), name)


def is_dated(event: Event) -> bool:
    """Tell whether the day of an event is known: what is known to the month would fill a calendar for a month."""
    starts, ends = event.starts_on, event.ends_on
    return starts is not None and starts.precision == "day" and (ends is None or ends.precision == "day")


def _calendar(around: Surroundings, name: str, events: Iterable[Event]) -> bytes:
    entries = [_entry(around, event) for event in events]
    return calendar(name, around.texts.language, around.configuration.as_of, entries)


def _entry(around: Surroundings, event: Event) -> Entry:
    line = event_line(around, event)
    sample = around.texts("common.sample") if event.sample else ""
    told = (sample, line.kind, event.description, event.result)
    assert event.starts_on is not None
    return Entry(
        uid=f"{event.id}@{urlsplit(around.config.base_url).hostname}",
        starts_on=event.starts_on.start,
        ends_on=last_day(event) or event.starts_on.end,
        summary=event.name,
        location=line.where,
        description="\n".join(part for part in told if part),
        url=around.whole(addresses.event(event.id)),
    )


def _page(around: Surroundings, events: list[Event]) -> tuple[Head, EventsPage]:
    texts = around.texts
    past, coming = past_and_coming(events, around.configuration.as_of)
    has_calendar = any(map(is_dated, events))
    page = EventsPage(
        title=texts("events.title"),
        intro=texts("events.intro"),
        calendar=addresses.events_calendar() if has_calendar else "",
        calendar_words=texts("events.calendar_words"),
        coming=tuple(event_line(around, event) for event in coming),
        years=tuple(
            (_year(around, year), tuple(event_line(around, event) for event in group))
            for year, group in groupby(past, key=_year_of)
        ),
        sources=cards.sources_of(around, (event.source for event in events)),
        sample=any(event.sample for event in events),
    )
    data = page_data(around, page.intro, _campaigns(around), Link(page.title, addresses.events()))
    return Head(title=page.title, description=page.intro, address=addresses.events(), data=data), page


def _campaigns(around: Surroundings) -> Link:
    return Link(around.texts("nav.campaigns"), addresses.section("campaigns"))


def _year_of(event: Event) -> int:
    return event.starts_on.start.year if event.starts_on else 0


def _year(around: Surroundings, year: int) -> str:
    return around.texts("date.year", year=date(year, 1, 1).year) if year else around.texts("common.not_disclosed")
