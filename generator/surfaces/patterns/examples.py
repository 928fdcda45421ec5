"""Which views each macro of the components is given, and in which of its looks it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.surfaces import (
    campaign_views,
    charts,
    citation_view,
    correction_views,
    event_views,
    list_views,
    market_views,
    place_views,
    product_views,
    views,
)
from generator.surfaces.page_views import ListPage
from generator.surfaces.search_page import ResultView

from .specimens import EXTERNAL, SIZES, Size, Specimens


class Many(NamedTuple):
    """A list of views."""

    view: type


class Word(NamedTuple):
    """A text or a truth value that the macro takes as it is."""

    value: object


class Call(NamedTuple):
    """How a macro is shown."""

    given: Mapping[str, type | Many | Word]
    """Parameter → what it is given; the way to the root and the fixed texts are given by themselves."""
    looks: Mapping[str, tuple[object, ...]] = {}
    """Parameter → its further values, each shown once more with usual content."""
    sizes: tuple[Size, ...] = SIZES


class Example(NamedTuple):
    """One drawing of a macro."""

    size: Size
    look: str
    """What is different from the plain one; empty for that."""
    arguments: Mapping[str, object]


SEAL_STATES = ("verified", "self-stated", "expired", "coming")
PLACE_STATES = ("planned", "moved", "closed")
SEAL_SHAPES = ("square", "round", "oval")
PLAIN: tuple[Size, ...] = ("usual",)
FILLED: tuple[Size, ...] = ("usual", "longest")

CALLS: Mapping[tuple[str, str], Call] = {
    ("bar-chart", "bar_chart"): Call({"item": charts.BarChart}, sizes=FILLED),
    ("basis", "basis"): Call({"item": product_views.Basis}, sizes=FILLED),
    ("bodies", "bodies"): Call({"item": campaign_views.Bodies}),
    ("campaign", "campaign"): Call({"item": views.CampaignTeaser}),
    ("certificate", "certificate"): Call({"item": views.CertificateLine}),
    ("certificate-groups", "certificate_groups"): Call({"groups": Many(product_views.CertificateGroup)}, sizes=FILLED),
    ("changes", "changes"): Call({"items": Many(views.ChangeLine)}),
    ("channel-line", "channel_line"): Call({"item": market_views.ChannelEntry}),
    ("channel-offer", "channel_offer"): Call({"item": market_views.ChannelOffer}),
    ("channel-table", "channel_table"): Call({"table": product_views.ChannelTable}, sizes=FILLED),
    ("citation", "citation"): Call({"item": citation_view.Citation}, sizes=FILLED),
    ("code-set", "code_set"): Call({"items": Many(place_views.PlaceCode)}, sizes=FILLED),
    ("column-chart", "column_chart"): Call({"item": charts.ColumnChart}, sizes=FILLED),
    ("copy-button", "copy_button"): Call({"target": Word("text"), "words": Word("patterns.word")}, sizes=PLAIN),
    ("corrections", "correction_list"): Call({"items": Many(correction_views.CorrectionLine)}),
    ("event", "event_list"): Call({"items": Many(event_views.EventLine)}),
    ("facts", "facts"): Call({"items": Many(views.Fact)}, {"look": ("band",)}),
    ("figure", "figure_view"): Call({"item": views.FigureView}),
    ("figure", "figure_row"): Call({"items": Many(views.FigureView)}),
    ("figure-list", "figure_list"): Call({"items": Many(views.FigureView)}),
    ("filter", "filter"): Call({"item": list_views.Filter}, sizes=FILLED),
    ("gallery", "gallery"): Call({"items": Many(views.Picture), "sizes": Word("40rem")}),
    ("gap-table", "gap_table"): Call({"gap": product_views.GapTable}),
    ("group", "group_tiles"): Call({"items": Many(views.Group)}),
    ("group", "group_line"): Call({"items": Many(views.Group)}),
    ("ledger-part", "ledger_part"): Call({"item": campaign_views.LedgerPart}, {"look": ("folded",)}, sizes=FILLED),
    ("ledger-rows", "ledger_rows"): Call({"items": Many(campaign_views.LedgerLine)}),
    ("link", "link"): Call({"item": views.Link}),
    ("mark-entry", "mark_entry"): Call({"item": market_views.MarkEntry}),
    ("message", "message"): Call({"text": Word("patterns.sentence"), "key": Word("message")}, sizes=PLAIN),
    ("notice", "notice"): Call({"item": views.Notice}),
    ("pager", "pager"): Call({"listing": ListPage}, sizes=FILLED),
    ("papers", "agreement_list"): Call({"items": Many(campaign_views.AgreementLine)}),
    ("papers", "paper_links"): Call({"items": Many(views.Fact)}),
    ("parts-table", "parts_table"): Call({"table": product_views.PartsTable}),
    ("picture", "picture"): Call({"item": views.Picture}, sizes=PLAIN),
    ("picture", "plate"): Call({"item": views.Picture}, sizes=FILLED),
    ("place-goods", "place_goods"): Call({"items": Many(place_views.PlaceGood)}),
    ("place-history", "place_history"): Call({"items": Many(place_views.PlaceStep)}),
    ("place-line", "place_line"): Call({"item": place_views.PlaceLine}),
    ("place-state", "place_state"): Call({"item": place_views.PlaceState}, sizes=PLAIN),
    ("places", "places"): Call({"items": Many(product_views.Place)}),
    ("plaque", "plaque"): Call({"item": place_views.Plaque}),
    ("price", "price"): Call({"item": views.Price}),
    ("price", "price_or_words"): Call({"item": Word(None), "words": Word("patterns.word")}, sizes=PLAIN),
    ("product-card", "product_card"): Call({"card": views.ProductCard}),
    ("product-card", "product_grid"): Call({"cards": Many(views.ProductCard)}),
    ("progress", "progress"): Call({"item": views.Progress}),
    ("sample-mark", "sample_mark"): Call({}, sizes=PLAIN),
    ("seal", "seal"): Call({"item": views.Seal}, {"size": ("medium", "large")}, PLAIN),
    ("seal", "seal_row"): Call({"items": Many(views.Seal)}),
    ("search-box", "search_box"): Call({"action": Word("#")}, {"look": ("large",)}, PLAIN),
    ("search-result", "search_result"): Call({"item": ResultView}),
    ("season", "season"): Call({"months": Many(views.Month)}, sizes=PLAIN),
    ("share", "share"): Call({"item": product_views.Share, "code": views.ShelfCode}),
    ("shares", "share_table"): Call({"item": campaign_views.ShareTable}),
    ("sort-order", "sort_order"): Call({"items": Many(list_views.SortLink)}, sizes=FILLED),
    ("source-text", "source_text"): Call({"text": Word("patterns.name"), "language": Word("zh-Hans")}, sizes=PLAIN),
    ("source-text", "source_note"): Call({}, sizes=PLAIN),
    ("sources", "sources"): Call({"items": Many(views.SourceLine)}),
    ("stages", "stage_table"): Call({"items": Many(campaign_views.Stage)}),
    ("standing", "standings"): Call({"items": Many(market_views.MarkCount)}),
    ("standing-number", "standing_number"): Call({"item": campaign_views.Standing}),
    ("standing-number", "goal_line"): Call({"item": views.Progress}, sizes=FILLED),
    ("targets", "target_list"): Call({"items": Many(campaign_views.TargetLine)}),
    ("teaser", "teaser"): Call({"item": views.Teaser}, {"look": ("row",)}),
    ("teaser", "teaser_grid"): Call({"items": Many(views.Teaser)}, {"look": ("row", "front", "pair")}),
    ("year", "year"): Call({"months": Many(views.YearMonth)}, sizes=PLAIN),
}
"""(component, macro) → how it is shown."""


def examples(specimens: Specimens, component: str, macro: str) -> Iterator[Example]:
    """Yield all examples of a macro; none where nobody has said how it is shown."""
    call = CALLS.get((component, macro))
    if call is None:
        return
    for size in call.sizes:
        yield Example(size, "", _given(specimens, call, size))
    for name, values in call.looks.items():
        for value in values:
            yield Example("usual", f"{name}={value}", {**_given(specimens, call, "usual"), name: value})
    if (component, macro) == ("link", "link"):
        outward = specimens.view(views.Link, "usual")._replace(href=EXTERNAL, external=True)
        yield Example("usual", "external", {"item": outward})
    yield from _in_every_state(specimens, component, macro)


def _in_every_state(specimens: Specimens, component: str, macro: str) -> Iterator[Example]:
    """Yield drawings of what differs by its state alone."""
    if (component, macro) == ("place-state", "place_state"):
        for state in PLACE_STATES:
            shown = specimens.view(place_views.PlaceState, "usual")._replace(state=state)
            yield Example("usual", state, {"item": shown})
    if (component, macro) == ("seal", "seal"):
        for state in SEAL_STATES:
            for shape in SEAL_SHAPES:
                seal = specimens.view(views.Seal, "usual")._replace(state=state, shape=shape)
                yield Example("usual", f"{state}, {shape}", {"item": seal, "size": "large"})


def _given(specimens: Specimens, call: Call, size: Size) -> dict[str, object]:
    return {name: _filled(specimens, form, size) for name, form in call.given.items()}


def _filled(specimens: Specimens, form: type | Many | Word, size: Size) -> object:
    if isinstance(form, Word):
        is_text = isinstance(form.value, str) and form.value.startswith("patterns.")
        return specimens.around.texts(str(form.value)) if is_text else form.value
    if isinstance(form, Many):
        return specimens.several(form.view, size)
    return specimens.view(form, size)
