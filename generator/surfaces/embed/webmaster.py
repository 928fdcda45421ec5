"""Pages for webmasters: which columns there are, which grade their website lets in, and the code to copy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from generator.catalog.embedding import EmbedColumn
from generator.surfaces import addresses as site_addresses
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.pages import Head, PortalPages
from generator.surfaces.site_scripts import script_output, script_path
from generator.surfaces.structured_data import page_data
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from . import addresses
from .column_views import campaign_view, column_view, product_view
from .pasted import SIZES, languages_of, pasted_of
from .product_feeds import feed_of
from .recipes import recipes
from .selection import columns_of
from .self_test import self_test_snippet
from .snippets import GRADES, Grade, snippet
from .views import EmbedView
from .webmaster_views import (
    BannerCode,
    ColumnLine,
    ColumnPage,
    GradeCode,
    GradeWords,
    SelfTestPage,
    WebmasterPage,
)

_LIST_SIZE = (234, 60)
"""Banner of a column in the list of all."""
_LOW_PREVIEW: Final = 352
"""CSS pixels: the height of ``sh-embed__stage`` in ``portal/embed.css``, which higher columns would scroll in."""


def webmaster_outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan the list of columns, a page of each, and the self-test, where there are columns."""
    around = pages.around
    columns = columns_of(around.catalog)
    if not columns:
        return
    shown = (repr(view) for view in _views(around, columns))
    needs = digest_of(around.theme.digest("embed/", "tokens/"), *shown, *(repr(each) for each in _example(around)))
    plan = partial(pages.output, section=site_addresses.NEUTRAL, needs=needs)
    yield plan(
        addresses.webmaster(),
        template="embed.html",
        build=partial(_index, around, columns),
        subject=around.texts("embed.title"),
    )
    yield plan(
        addresses.self_test(),
        template="embed-self-test.html",
        build=partial(_self_test, around),
        subject=around.texts("selftest.title"),
        indexed=False,
    )
    for view in _views(around, columns):
        yield plan(
            addresses.webmaster_code(view.kind, view.id),
            template="embed-column.html",
            build=partial(_code_page, around, view),
            subject=view.title,
            indexed=False,
        )
    if around.is_main:
        yield script_output(around, "embed-page")


def _views(around: Surroundings, columns: tuple[EmbedColumn, ...]) -> Iterator[EmbedView]:
    """Yield what has a page with its code: columns, and the progress of campaigns that are not over."""
    for column in columns:
        yield column_view(around, column)
    for campaign in around.catalog.campaigns.values():
        if around.catalog.campaign_state(campaign) != "closed":
            yield campaign_view(around, campaign)


def _example(around: Surroundings) -> tuple[EmbedView, ...]:
    """Return the card of one product, as an example of all: what the site opens with, else the first that is sold."""
    catalog = around.catalog
    lead = catalog.products.get(around.config.home_lead)
    product = lead or next(iter(catalog.offered(catalog.products.values())), None)
    return (product_view(around, product),) if product is not None else ()


def _index(around: Surroundings, columns: tuple[EmbedColumn, ...]) -> tuple[Head, WebmasterPage]:
    texts = around.texts
    page = WebmasterPage(
        title=texts("embed.title"),
        intro=texts("embed.intro"),
        columns=tuple(_line(around, column) for column in columns if languages_of(around, column)),
        progress=tuple(
            Link(view.title, addresses.webmaster_code(view.kind, view.id))
            for view in _views(around, ())
            if view.kind == "campaigns"
        ),
        example=tuple(_code(around, view, "e") for view in _example(around)),
        grades=tuple(_words(around, grade) for grade in GRADES),
        recipes=tuple(recipes(around)),
        feeds=(
            Link(texts("embed.feed_example", kind="JSON Feed"), addresses.feed("columns", columns[0].id, "feed.json")),
            Link(texts("embed.feed_example", kind="RSS"), addresses.feed("columns", columns[0].id, "feed.xml")),
            Link(texts("embed.feed_example", kind="CSV"), addresses.feed("columns", columns[0].id, "products.csv")),
        ),
        self_test=Link(texts("selftest.title"), addresses.self_test()),
    )
    data = page_data(around, page.intro, Link(page.title, addresses.webmaster()))
    return Head(title=page.title, description=page.intro, address=addresses.webmaster(), data=data), page


def _line(around: Surroundings, column: EmbedColumn) -> ColumnLine:
    view = column_view(around, column)
    parts = (
        around.texts.counted("embed.count", len(view.items)) if view.items and column.selection != "channel" else "",
        view.partner,
    )
    return ColumnLine(
        title=view.title,
        href=addresses.webmaster_code("columns", column.id),
        detail=around.texts.joined((part for part in parts if part), "common.detail_separator"),
        banner=around.shared + addresses.banner(column.id, *_LIST_SIZE, around.folder),
        notice=view.notice,
    )


def _code_page(around: Surroundings, view: EmbedView) -> tuple[Head, ColumnPage]:
    texts, pasted = around.texts, pasted_of(around, view)
    is_column = view.kind == "columns"
    page = ColumnPage(
        title=view.title,
        intro=texts("embed.column_intro"),
        all_columns=Link(texts("embed.title"), addresses.webmaster()),
        notice=view.notice if is_column else "",
        grades=tuple(_code(around, view, grade) for grade in GRADES),
        things=tuple(Link(each.name, each.href) for each in pasted.links),
        foot=pasted.copied,
        source=Link(pasted.source.name, pasted.source.href),
        tag=pasted.tag,
        frame=around.shared + addresses.page(view.kind, view.id, around.folder),
        frame_height=pasted.frame_height,
        is_tall=pasted.frame_height > _LOW_PREVIEW,
        data=around.shared + addresses.data(view.kind, view.id, around.folder),
        script=around.shared + addresses.SCRIPT,
        page_script=around.shared + script_path(around, "embed-page"),
        integrity=pasted.integrity,
        others=tuple(_others(around, view)),
    )
    address = addresses.webmaster_code(view.kind, view.id)
    return Head(
        title=texts("embed.page_title", name=page.title), description=page.intro, address=address, indexed=False
    ), page


def _others(around: Surroundings, view: EmbedView) -> Iterator[Link]:
    """Yield what else there is of it: an archive to serve oneself, feeds, the picture of a campaign's progress."""
    if view.kind == "columns":
        yield Link(around.texts("embed.copy"), around.shared + addresses.copy(view.id))
    else:
        picture = around.shared + addresses.progress_picture(view.id, around.folder)
        yield Link(around.texts("embed.picture"), picture)
    if feed_of(around, view) is not None:
        for words, name in (
            ("JSON Feed", "feed.json"),
            ("RSS", "feed.xml"),
            ("CSV", "products.csv"),
            ("JSON", "products.json"),
        ):
            yield Link(words, addresses.feed(view.kind, view.id, name))


def _code(around: Surroundings, view: EmbedView, grade: Grade) -> GradeCode:
    words, code = _words(around, grade), snippet(pasted_of(around, view), grade)
    return GradeCode(
        id=f"grade-{grade}",
        grade=words.grade,
        name=words.name,
        what=words.what,
        needs=words.needs,
        code=code,
        bytes=around.texts("embed.bytes", number=around.formats.number(len(code))),
        banners=tuple(_banners(around, view)) if grade == "a" else (),
    )


def _banners(around: Surroundings, view: EmbedView) -> Iterator[BannerCode]:
    for size in SIZES if view.kind == "columns" else SIZES[:1]:
        pasted = pasted_of(around, view, size)
        yield BannerCode(
            id=f"banner-{pasted.width}x{pasted.height}",
            size=f"{pasted.width} × {pasted.height}",
            src=around.shared + pasted.picture.removeprefix(around.config.base_url),
            width=pasted.width,
            height=pasted.height,
            code=snippet(pasted, "a"),
        )


def _words(around: Surroundings, grade: Grade) -> GradeWords:
    texts = around.texts
    return GradeWords(
        grade.upper(),
        texts(f"embed.grade.{grade}"),
        texts(f"embed.grade.{grade}.what"),
        texts(f"embed.grade.{grade}.needs"),
    )


def _self_test(around: Surroundings) -> tuple[Head, SelfTestPage]:
    texts = around.texts
    page = SelfTestPage(
        title=texts("selftest.title"),
        intro=texts("selftest.intro"),
        all_columns=Link(texts("embed.title"), addresses.webmaster()),
        code=self_test_snippet(around),
        steps=tuple(texts(f"selftest.step.{number}") for number in (1, 2, 3)),
        grades=tuple(_words(around, grade) for grade in GRADES),
    )
    return Head(title=page.title, description=page.intro, address=addresses.self_test(), indexed=False), page
