"""Channels: an index by how they sell, and a page for each with its products at its own prices."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.catalog.admission import Admission
from generator.catalog.campaign import Campaign
from generator.catalog.channel import Channel
from generator.catalog.money import Money
from generator.catalog.offer import Offer

from . import addresses, cards, lists, prose
from .facets import MODES
from .market_views import ChannelEntry, ChannelOffer, ChannelPage, ChannelsPage
from .month_runs import months_in_words
from .offer_lines import offer_facts
from .on_offer import OnOffer
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .structured_data import statements
from .structured_data.breadcrumbs import breadcrumbs
from .subjects import DESCRIPTION_LENGTH
from .surroundings import Surroundings
from .views import Fact, Link, Picture

TERMS = ("shipping", "packing", "minimum_order", "case_quantity", "supply_months", "buyers", "ships_to")
"""Fields of an offer that come on top of its price, or limit it."""


class Channels:
    """Plans pages of channels; holds what is sold where."""

    def __init__(self, on_offer: OnOffer) -> None:
        self.around = around = on_offer.around
        self.on_offer = on_offer
        catalog = around.catalog
        self._offers: dict[str, list[Offer]] = {key: [] for key in catalog.channels}
        for product in on_offer.orders.recommended:
            for offer in catalog.offers_by_product.get(product.id, ()):
                self._offers[offer.channel.id].append(offer)
        self._campaigns: dict[str, list[Campaign]] = {}
        for campaign in catalog.campaigns.values():
            for channel in campaign.channels:
                self._campaigns.setdefault(channel.id, []).append(campaign)
        self._admissions: dict[str, list[Admission]] = {}
        for group in catalog.admissions_by_supplier.values():
            for admission in group:
                if admission.product is None and admission.until is None:
                    self._admissions.setdefault(admission.channel.id, []).append(admission)

    def outputs(self, pages: PortalPages) -> Iterator[Output]:
        """Plan the index and all pages."""
        channels = self.around.catalog.channels.values()
        if not channels:
            return
        yield pages.output(
            addresses.channels(),
            section="products",
            template="channels.html",
            needs=digest_of(*(f"{channel.digest}:{self._product_count(channel)}" for channel in channels)),
            build=self._index,
            subject=self.around.texts("channels.title"),
        )
        for channel in channels:
            yield from self._pages(pages, channel)

    def _product_count(self, channel: Channel) -> int:
        return len({offer.product.id for offer in self._offers[channel.id]})

    def _pages(self, pages: PortalPages, channel: Channel) -> Iterator[Output]:
        around, offers = self.around, self._offers[channel.id]
        shown = digest_of(
            channel.digest,
            *(campaign.digest for campaign in self._campaigns.get(channel.id, ())),
            *(admission.digest for admission in self._admissions.get(channel.id, ())),
            str(len(offers)),
            str(self._product_count(channel)),
        )
        for number in range(1, lists.page_count(around, offers) + 1):
            part = lists.products_on(around, offers, number)
            yield pages.output(
                addresses.channel(channel.id, number),
                section="products",
                template="channel.html",
                needs=digest_of(shown, str(number), *(digest for o in part for digest in (o.digest, o.product.digest))),
                build=partial(self._page, channel, number),
                subject=channel.name,
            )

    def _index(self) -> tuple[Head, ChannelsPage]:
        texts = self.around.texts
        channels = self.around.catalog.channels.values()
        is_open = {channel.id: channel.status in ("", "active") for channel in channels}
        groups = [
            (texts(f"channels.{mode}"), [each for each in channels if each.mode == mode and is_open[each.id]])
            for mode in MODES
        ]
        groups.append((texts("channels.not_open"), [channel for channel in channels if not is_open[channel.id]]))
        page = ChannelsPage(
            title=texts("channels.title"),
            intro=texts("channels.intro"),
            groups=tuple((title, tuple(map(self._entry, group))) for title, group in groups if group),
        )
        data = statements(breadcrumbs(self.around, Link(page.title, addresses.channels())))
        return Head(title=page.title, description=page.intro, address=addresses.channels(), data=data), page

    def _entry(self, channel: Channel) -> ChannelEntry:
        count = self._product_count(channel)
        return ChannelEntry(
            name=channel.name,
            href=addresses.channel(channel.id),
            kind=self.around.texts.label("channels", "kind", channel.kind),
            state=self._state(channel),
            text=channel.description,
            count=self.around.texts.counted("count.products", count) if count else "",
            sample=channel.sample,
        )

    def _state(self, channel: Channel) -> str:
        """Return the state in words, ``""`` of one that is open."""
        return self.around.texts(f"offer.channel-{channel.status}") if channel.status in ("planned", "closed") else ""

    def _page(self, channel: Channel, number: int) -> tuple[Head, ChannelPage]:
        around, texts = self.around, self.around.texts
        offers = self._offers[channel.id]
        kind = texts.label("channels", "kind", channel.kind)
        state = self._state(channel)
        address = partial(addresses.channel, channel.id)
        steps = lists.pager(around, lists.page_count(around, offers), number, address)
        can_be_chosen = self.on_offer.facet("channel").value(channel.id) is not None
        page = ChannelPage(
            kicker=kind,
            name=channel.name,
            state=state,
            summary=channel.description,
            how="" if state else texts(f"channel.how.{channel.kind}", name=channel.name),
            facts=self._facts(channel),
            website=Link(texts("channel.website"), channel.website, external=True) if _is_linked(channel) else None,
            code=code_of(around, channel),
            suppliers=self._suppliers(channel) if number == 1 else (),
            campaigns=tuple(
                Link(campaign.name, addresses.campaign(campaign.id)) for campaign in self._campaigns.get(channel.id, ())
            )
            if number == 1
            else (),
            total=texts.counted("count.products", self._product_count(channel)),
            offers=tuple(self._offer(offer) for offer in lists.products_on(around, offers, number)),
            narrow=f"{addresses.product_list()}?channel={channel.id}" if can_be_chosen else "",
            pages=steps.pages,
            previous=steps.previous,
            next=steps.next,
            sources=cards.sources_of(around, (channel.source,)),
            sample=channel.sample,
        )
        ways = (Link(texts("channels.title"), addresses.channels()), Link(channel.name, address(1)))
        description = prose.plain(channel.description or f"{kind} · {page.total}", DESCRIPTION_LENGTH)
        head = Head(
            # A channel may be called as a firm is; the page's title tells which it is.
            title=texts("channel.page_title", name=channel.name, kind=kind),
            description=description,
            address=address(number),
            data=statements(breadcrumbs(around, *ways)),
        )
        return head, page

    def _facts(self, channel: Channel) -> tuple[Fact, ...]:
        texts, scheme = self.around.texts, channel.category_scheme
        facts = (
            Fact(texts.field_title("channels", "mode"), texts(f"common.{channel.mode}")),
            Fact(texts.field_title("channels", "operator"), channel.operator),
            Fact(texts.field_title("channels", "partners"), channel.partners),
            Fact(texts.field_title("channels", "since"), self.around.formats.period(channel.since)),
            Fact(texts.field_title("channels", "category_scheme"), scheme.name if scheme else "", href="categories/"),
            Fact(texts.field_title("channels", "website"), "" if _is_linked(channel) else channel.website),
        )
        return tuple(fact for fact in facts if fact.value)

    def _suppliers(self, channel: Channel) -> tuple[Fact, ...]:
        return tuple(
            Fact(
                label=self.around.formats.period(admission.since),
                value=admission.supplier.name,
                href=addresses.supplier(admission.supplier.id),
            )
            for admission in self._admissions.get(channel.id, ())
            if admission.supplier is not None
        )

    def _offer(self, offer: Offer) -> ChannelOffer:
        around, product = self.around, offer.product
        state = around.catalog.offer_state(offer)
        availability = "" if offer.availability in ("", "in-stock") else offer.availability
        is_shut = state.startswith("channel-")
        label = around.texts.label("offers", "availability", availability) if availability else ""
        return ChannelOffer(
            name=product.name,
            href=addresses.product(product.id),
            picture=cards.pictures_of(around, product)[0],
            accent=cards.accent_of(product),
            origin=product.origin.name,
            variant=offer.variant,
            price=around.formats.price(offer),
            list_price=around.formats.money(offer.list_price),
            words=around.texts(f"offer.{state}") if is_shut else label,
            facts=self._terms(offer),
            buy=offer.url if state == "sold" else "",
            sample=offer.sample,
        )

    def _terms(self, offer: Offer) -> tuple[Fact, ...]:
        """Return what comes on top of a price at the channel, or limits it."""
        texts = self.around.texts
        facts: list[Fact] = []
        if isinstance(offer.shipping, Money) and not offer.shipping.amount:
            facts.append(Fact(texts.field_title("offers", "shipping"), texts("offer.postage_free")))
        told = [name for name in TERMS if getattr(offer, name) not in (None, ())]
        for name in told[1:] if facts else told:
            if name == "supply_months":
                months = months_in_words(texts, offer.supply_months)
                facts.append(Fact(texts.field_title("offers", "supply_months"), months))
            else:
                facts += offer_facts(self.around, offer, (name,))
        return tuple(facts)


def outputs(pages: PortalPages, on_offer: OnOffer) -> Iterator[Output]:
    """Plan all pages of channels."""
    return Channels(on_offer).outputs(pages)


def code_of(around: Surroundings, channel: Channel) -> Picture | None:
    """Return the code of a mini program, to be scanned, where there is one that may be shown."""
    records = (channel.code_picture,) if channel.code_picture is not None else ()
    pictures = around.pictures.pictures_of(records, motif="", accent="", seed=channel.id, name=channel.name)
    return next((picture for picture in pictures if not picture.drawn), None)


def _is_linked(channel: Channel) -> bool:
    """Tell whether a page leads to the channel's website: to nothing that has closed, and only by https."""
    return channel.website.startswith("https://") and channel.status != "closed"
