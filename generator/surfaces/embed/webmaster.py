"""Pages for webmasters: which columns there are, which grade their website lets in, and the code to copy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.catalog.embedding import EmbedColumn
from generator.surfaces import addresses as site_addresses
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.pages import Head, PortalPages
from generator.surfaces.site_scripts import script_output, script_path
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Link

from . import addresses
from .column_views import column_view
from .pasted import SIZES, languages_of, pasted_of
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


def webmaster_outputs(pages: PortalPages) -> Iterator[Output]:
    """Plan the list of columns, a page of each, and the self-test, where there are columns."""
    around = pages.around
    columns = columns_of(around.catalog)
    if not columns:
        return
    needs = digest_of(
        around.theme.digest("embed/", "tokens/"), *(repr(column_view(around, column)) for column in columns)
    )
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
    for column in columns:
        yield plan(
            addresses.webmaster_column(column.id),
            template="embed-column.html",
            build=partial(_column, around, column),
            subject=str(column.title),
            indexed=False,
        )
    if around.is_main:
        yield script_output(around, "embed-page")


def _index(around: Surroundings, columns: tuple[EmbedColumn, ...]) -> tuple[Head, WebmasterPage]:
    texts = around.texts
    page = WebmasterPage(
        title=texts("embed.title"),
        intro=texts("embed.intro"),
        columns=tuple(_line(around, column) for column in columns if languages_of(around, column)),
        grades=tuple(_words(around, grade) for grade in GRADES),
        recipes=tuple(recipes(around)),
        feeds=(
            Link(texts("embed.feed_example", kind="JSON Feed"), addresses.feed("columns", columns[0].id, "feed.json")),
            Link(texts("embed.feed_example", kind="RSS"), addresses.feed("columns", columns[0].id, "feed.xml")),
            Link(texts("embed.feed_example", kind="CSV"), addresses.feed("columns", columns[0].id, "products.csv")),
        ),
        self_test=Link(texts("selftest.title"), addresses.self_test()),
    )
    return Head(title=page.title, description=page.intro, address=addresses.webmaster()), page


def _line(around: Surroundings, column: EmbedColumn) -> ColumnLine:
    view = column_view(around, column)
    parts = (
        around.texts.counted("embed.count", len(view.items)) if view.items and column.selection != "channel" else "",
        view.partner,
    )
    return ColumnLine(
        title=view.title,
        href=addresses.webmaster_column(column.id),
        detail=around.texts.joined((part for part in parts if part), "common.detail_separator"),
        banner=around.shared + addresses.banner(column.id, *_LIST_SIZE, around.folder),
        notice=view.notice,
    )


def _column(around: Surroundings, column: EmbedColumn) -> tuple[Head, ColumnPage]:
    texts, view = around.texts, column_view(around, column)
    pasted = pasted_of(around, view)
    feed = partial(addresses.feed, "columns", column.id)
    has_feeds = bool(view.items) and column.selection != "channel"
    page = ColumnPage(
        title=view.title,
        intro=texts("embed.column_intro"),
        all_columns=Link(texts("embed.title"), addresses.webmaster()),
        notice=view.notice,
        grades=tuple(_code(around, view, grade) for grade in GRADES),
        things=tuple(Link(each.name, each.href) for each in pasted.links),
        foot=pasted.copied,
        source=Link(pasted.source.name, pasted.source.href),
        frame=around.shared + addresses.page("columns", column.id, around.folder),
        frame_height=pasted.frame_height,
        data=around.shared + addresses.data("columns", column.id, around.folder),
        script=around.shared + addresses.SCRIPT,
        page_script=around.shared + script_path(around, "embed-page"),
        integrity=pasted.integrity,
        copy=Link(texts("embed.copy"), around.shared + addresses.copy(column.id)),
        feeds=(
            Link("JSON Feed", feed("feed.json")),
            Link("RSS", feed("feed.xml")),
            Link("CSV", feed("products.csv")),
            Link("JSON", feed("products.json")),
        )
        if has_feeds
        else (),
    )
    address = addresses.webmaster_column(column.id)
    return Head(title=page.title, description=page.intro, address=address, indexed=False), page


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
        banners=tuple(_banner(around, view, size) for size in SIZES) if grade == "a" else (),
    )


def _banner(around: Surroundings, view: EmbedView, size: tuple[int, int]) -> BannerCode:
    width, height = size
    return BannerCode(
        id=f"banner-{width}x{height}",
        size=f"{width} × {height}",
        src=around.shared + addresses.banner(view.id, width, height, around.folder),
        width=width,
        height=height,
        code=snippet(pasted_of(around, view, size), "a"),
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
