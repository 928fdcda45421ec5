"""What is known of where goods are met: channels, placements, events."""

from __future__ import annotations

from generator.catalog.campaign_record import all_events
from generator.catalog.channel import Channel
from generator.catalog.event import Event
from generator.catalog.money import Money
from generator.catalog.placement import Placement, Stock
from generator.surfaces import prices
from generator.surfaces.events.lines import past_and_coming, state_of
from generator.surfaces.place_goods import distance_in_words, origins_at
from generator.surfaces.placement_sheet import changes_until_now, facts_of, state_notice
from generator.surfaces.surroundings import Surroundings

from .bodies import goods
from .figures import figure_facts
from .knowledge import Facts
from .telling import Teller


def channel_facts(around: Surroundings, channel: Channel) -> Facts:
    """Yield what is known of *channel*."""
    texts, catalog = around.texts, around.catalog
    teller = Teller(around, channel.name, source=channel.source, sample=channel.sample)
    for name in ("kind", "mode", "status"):
        value = getattr(channel, name)
        label = texts.label("channels", name, value) if value else ""
        yield from teller.fact(name, texts.field_title("channels", name), label)
    for name in ("website", "operator", "partners"):
        yield from teller.fact(name, texts.field_title("channels", name), getattr(channel, name))
    yield from teller.fact("since", texts.field_title("channels", "since"), around.formats.period(channel.since))
    if channel.status not in ("closed", "planned"):
        how = str(texts(f"channel.how.{channel.kind}", name=teller.name))
        yield from teller.said("how", how, f"{teller.name}{texts('ask.colon')}{how}")
    sold = [
        product
        for product in catalog.offered(catalog.products.values())
        if any(
            offer.channel is channel and catalog.offer_state(offer) == "sold"
            for offer in catalog.offers_by_product.get(product.id, ())
        )
    ]
    yield from goods(around, teller, sold)
    yield from teller.prose("description", channel.description, named=True)


def placement_facts(around: Surroundings, placement: Placement) -> Facts:
    """Yield what is known of *placement*, whether one can go there first."""
    texts, catalog, formats = around.texts, around.catalog, around.formats
    teller = Teller(
        around,
        placement.name,
        day=around.configuration.as_of,
        source=placement.source,
        sample=placement.sample,
    )
    state = catalog.placement_state(placement)
    notice = state_notice(around, placement, None)
    words = texts.label("placements", "status", state)
    if notice is not None:
        words = texts.joined((str(notice.title), str(notice.text).rstrip("。.")), "common.detail_separator")
    yield from teller.fact("status" if state == "open" else "notice", texts.field_title("placements", "status"), words)
    moved = catalog.placements.get(placement.replaced_by)
    if moved is not None:
        yield from teller.fact("notice", texts("sheet.instead"), moved.name)
    fields = {
        texts.field_title("placements", name): field
        for name, field in (
            ("address", "where"),
            ("hours", "hours"),
            ("phone", "phone"),
            ("operator", "operator"),
            ("host", "host"),
            ("plaque", "plaque"),
            ("no_fees", "fees"),
            ("installed_on", "since"),
            ("campaign", "campaigns"),
        )
    }
    for fact in facts_of(around, placement):
        undated = fields[fact.label] == "plaque" and placement.plaque_on is None
        parts = (fact.value, fact.note, texts("place.plaque_undated") if undated else "")
        value = texts.joined((str(part) for part in parts if part), "common.detail_separator")
        yield from teller.fact(fields[fact.label], str(fact.label), value if fact.value else "")
    yield from teller.fact(
        "kind", texts.field_title("placements", "kind"), texts.label("placements", "kind", placement.kind)
    )
    stock = [
        entry
        for entry in catalog.stock_by_placement.get(placement.id, ())
        if entry.product.id in catalog.products and not catalog.is_gone(entry.product)
    ]
    if state not in ("moved", "closed"):
        yield from goods(around, teller, (entry.product for entry in stock))
        for entry in stock:
            yield from _slot(entry, teller)
            if isinstance(entry.price, Money):
                amount = prices.in_full(around, entry.price.amount)
                name = str(entry.product.name)
                sentence = texts("ask.price", name=name, channel=teller.name, price=amount)
                value = texts.joined((name, amount), "common.detail_separator")
                yield from teller.said("stock_price", value, sentence, day=entry.since, sample=True)
        yield from teller.fact("goods", texts.field_title("placements", "products_note"), placement.products_note)
    for origin in origins_at(around, placement):
        distance = distance_in_words(around, placement, origin)
        told = texts("place.from_afar", origin=origin.name, distance=distance) if distance else str(origin.name)
        yield from teller.fact("from", texts("place.from"), told)
    for change in changes_until_now(around, placement):
        told = texts.label("placements", "status", change.status)
        day = formats.period(change.date) or texts("common.not_disclosed")
        value = texts.joined((str(part) for part in (day, told, change.note) if part), "common.detail_separator")
        yield from teller.fact("history", texts("ask.history"), value, source=change.source)
    for figure in catalog.figures_by_placement.get(placement.id, ()):
        yield from figure_facts(around, figure, "figure")
    yield from teller.prose("description", placement.description, named=True)
    yield from teller.basis()


def _slot(entry: Stock, teller: Teller) -> Facts:
    """Yield what stands in a slot, how many of it, and what was noted beside it."""
    texts = teller.texts
    name = str(entry.product.name)
    count = teller.formats.number(entry.quantity) if isinstance(entry.quantity, int) else ""
    told = (
        (texts.field_title("placement_stock", "quantity"), count),
        (texts.field_title("placement_stock", "note"), str(entry.note)),
    )
    more = (f"{label}{texts('ask.colon')}{value}" for label, value in told if value)
    value = texts.joined((name, *more), "common.detail_separator")
    label = f"{texts.field_title('placement_stock', 'slot')} {entry.slot}"
    if entry.slot:
        yield from teller.fact("slot", label, value, day=entry.since, sample=True)


def next_event(around: Surroundings) -> Event | None:
    """Return the first event that is still to come."""
    as_of = around.configuration.as_of
    _, coming = past_and_coming(all_events(around.catalog), as_of)
    return next((event for event in coming if state_of(event, as_of) == "coming"), None)


def event_facts(around: Surroundings, event: Event) -> Facts:
    """Yield what is known of *event*."""
    texts, formats, as_of = around.texts, around.formats, around.configuration.as_of
    state = state_of(event, as_of)
    known_since = as_of if state == "coming" else event.starts_on
    teller = Teller(around, event.name, day=known_since, source=event.source, sample=event.sample)
    start, end = formats.period(event.starts_on), formats.period(event.ends_on)
    day = texts("date.span", start=start, end=end) if end and end != start else start
    if event is next_event(around):
        value = texts.joined((part for part in (day, event.place) if part), "common.detail_separator")
        yield from teller.said("dates", value, texts("ask.next_event", name=teller.name, when=value))
    else:
        yield from teller.fact("dates", texts.field_title("events", "starts_on"), day)
    yield from teller.fact("kind", texts.field_title("events", "kind"), texts.label("events", "kind", event.kind))
    yield from teller.fact("where", texts.field_title("events", "place"), event.place)
    yield from teller.fact("organiser", texts.field_title("events", "host"), event.host)
    if state:
        told = texts(f"events.state.{state}")
        yield from teller.fact("status", texts("ask.state"), told, day=as_of)
    yield from teller.fact("result", texts.field_title("events", "result"), event.result)
    for name in ("url", "replay_url"):
        yield from teller.fact("website", texts.field_title("events", name), getattr(event, name))
    if event.campaign is not None and event.campaign.id in around.catalog.campaigns:
        yield from teller.fact("campaigns", texts.field_title("events", "campaign"), event.campaign.name)
    yield from goods(around, teller, (p for p in event.products if p.id in around.catalog.products))
    yield from teller.prose("description", event.description, named=True)
    yield from teller.basis()
