"""Events in a few lines: when, where, what there was to see, what came of it, and its replay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.catalog.event import Event
from generator.surfaces import addresses
from generator.surfaces.counties import county_of
from generator.surfaces.event_views import EventLine
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Fact, Link


def last_day(event: Event) -> date | None:
    """Return the last day on which an event may still be on; ``None`` where no day is disclosed."""
    period = event.ends_on or event.starts_on
    return period.end if period else None


def past_and_coming(events: Iterable[Event], as_of: date) -> tuple[list[Event], list[Event]]:
    """Return (those that are over, the latest first; those under way or to come, the next first)."""
    past: list[Event] = []
    coming: list[Event] = []
    for event in events:
        last = last_day(event)
        (coming if last is not None and last >= as_of else past).append(event)
    return sorted(past, key=_latest_first), coming


def event_line(around: Surroundings, event: Event, *, in_campaign: bool = False) -> EventLine:
    """Return an event in a few lines; on its campaign's own page the campaign is not named again."""
    texts = around.texts
    state = state_of(event, around.configuration.as_of)
    return EventLine(
        id=event.id,
        name=event.name,
        kind=texts.label("events", "kind", event.kind),
        dates=_dates(around, event),
        state=state,
        state_words=texts(f"events.state.{state}") if state else "",
        where=event.place or _region(around, event),
        text=event.description,
        facts=tuple(fact for fact in _facts(around, event, in_campaign=in_campaign) if fact.value),
        products=tuple(
            Link(product.name, addresses.product(product.id))
            for product in event.products
            if product.id in around.catalog.products
        ),
        links=tuple(_links(around, event)),
        sample=event.sample,
    )


def _latest_first(event: Event) -> tuple[int, str]:
    """Return what past events are sorted by; those of an undisclosed day come last."""
    return (-event.starts_on.start.toordinal() if event.starts_on else 0, event.key)


def state_of(event: Event, as_of: date) -> str:
    """Return where an event stands; one that is known to the month or year alone is past when that is."""
    last = last_day(event)
    if last is None or event.starts_on is None:
        return ""
    if last < as_of:
        return "past"
    if event.starts_on.start > as_of:
        return "coming"
    return "running" if event.starts_on.precision == "day" else ""


def _dates(around: Surroundings, event: Event) -> str:
    starts, ends = event.starts_on, event.ends_on
    if starts is None:
        return around.texts("common.not_disclosed")
    if ends is None or ends == starts:
        return around.formats.period(starts)
    precision = "day" if starts.precision == ends.precision == "day" else "month"
    return around.texts.span(precision, start=around.formats.period(starts), end=around.formats.period(ends))


def _region(around: Surroundings, event: Event) -> str:
    return county_of(around, event.region).name if event.region else ""


def _facts(around: Surroundings, event: Event, *, in_campaign: bool) -> Iterator[Fact]:
    texts, catalog = around.texts, around.catalog
    yield Fact(texts.field_title("events", "host"), event.host)
    if not in_campaign and event.campaign is not None and event.campaign.id in catalog.campaigns:
        href = addresses.campaign(event.campaign.id)
        yield Fact(texts.field_title("events", "campaign"), event.campaign.name, href=href)
    if event.channel is not None:
        yield Fact(texts.field_title("events", "channel"), event.channel.name, href=addresses.channel(event.channel.id))
    if event.placement is not None:
        href = addresses.place(event.placement.id)
        yield Fact(texts.field_title("events", "placement"), event.placement.name, href=href)
    yield Fact(texts.field_title("events", "result"), event.result)


def _links(around: Surroundings, event: Event) -> Iterator[Link]:
    if event.url:
        yield Link(around.texts("events.more"), event.url, external=True)
    if event.replay_url:
        yield Link(around.texts("events.replay"), event.replay_url, external=True)
