"""A report as one accessible page that stands alone: to read on a screen, to send by mail, to print."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator.surfaces.reports.model import Block, Heading, Paragraph, ProgressReport, Table
from generator.surfaces.small_css import smaller_css
from generator.surfaces.surroundings import Surroundings


class PageCell(NamedTuple):
    """One cell of a table."""

    text: str
    is_number: bool


class PageBlock(NamedTuple):
    """One block in the shape that the template asks for."""

    kind: str
    """``heading``, ``paragraph`` or ``table``."""
    text: str
    """Number and title, the paragraph, or the caption."""
    level: int = 0
    """Of a heading, as HTML counts: 3 for the first inside a part."""
    head: tuple[PageCell, ...] = ()
    rows: tuple[tuple[PageCell, ...], ...] = ()
    total: tuple[PageCell, ...] = ()
    """The row that sums the others."""


class PagePart(NamedTuple):
    """One numbered part."""

    id: str
    title: str
    blocks: tuple[PageBlock, ...]


class ReportPage(NamedTuple):
    """What the template receives."""

    title_lines: tuple[str, ...]
    title: str
    subtitle: str
    lead: str
    parts: tuple[PagePart, ...]
    notes_title: str
    notes: tuple[str, ...]
    issuer: str
    day: str
    colophon: str
    digest: str


def as_html(report: ProgressReport, around: Surroundings) -> bytes:
    """Return the report as a page in the theme's look, without scripts and without anything to load."""
    page = ReportPage(
        title_lines=report.title_lines,
        title=report.full_title,
        subtitle=report.subtitle,
        lead=report.lead,
        parts=tuple(
            PagePart(part.key, f"{part.number}{part.title}", tuple(map(_block, part.blocks))) for part in report.parts
        ),
        notes_title=report.notes_title,
        notes=report.notes,
        issuer=report.issuer,
        day=report.as_of_words,
        colophon=report.colophon,
        digest=report.digest,
    )
    style = smaller_css(around.theme.sheet("report"))
    html = around.templates.render(
        "reports/progress.html",
        site=around.site,
        page=page,
        style=Markup(style),  # noqa: S704 - the theme's own sheets
    )
    return html.encode()


def _block(block: Block) -> PageBlock:
    if isinstance(block, Heading):
        return PageBlock("heading", f"{block.number}{block.text}", level=block.level + 1)
    if isinstance(block, Paragraph):
        return PageBlock("paragraph", block.text)
    rows = [_row(block, words) for words in block.rows]
    return PageBlock(
        kind="table",
        text=block.caption,
        head=_row(block, [column.title for column in block.columns]),
        rows=tuple(rows[:-1] if block.has_total else rows),
        total=rows[-1] if block.has_total else (),
    )


def _row(table: Table, words: list[str] | tuple[str, ...]) -> tuple[PageCell, ...]:
    return tuple(PageCell(text, column.is_number) for text, column in zip(words, table.columns, strict=True))
