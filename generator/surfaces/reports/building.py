"""From facts, form and the editors' paragraphs to one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from generator.surfaces.surroundings import Surroundings

from . import organising, places, problems, progressing
from .figures import key_figures
from .model import Block, Heading, Part, ProgressReport
from .prose import Prose, read_prose
from .scope import Material
from .template import Form, numbered, read_form

OWN_WORDS: Final = "own_words"
"""Stands in a part that has to have the editors' own words: a report without them is a draft."""


def _nothing(_material: Material) -> tuple[Block, ...]:
    return ()


BLOCKS: Final[Mapping[str, Callable[[Material], tuple[Block, ...]]]] = MappingProxyType(
    {
        "campaigns": organising.campaigns,
        "letters": organising.letters,
        "policies": organising.policies,
        "totals": progressing.totals,
        "targets": progressing.targets,
        **progressing.BY_DIMENSION,
        "agreements": progressing.agreements,
        "figures": progressing.figures,
        "channels": places.channels,
        "placements": places.placements,
        "events": places.events,
        "not_reported": problems.not_reported,
        "offline_only": problems.offline_only,
        "corrections": problems.corrections,
        OWN_WORDS: _nothing,
    }
)
"""Name of a block in a form → what makes it; nothing comes of it where there are no facts."""

NOTES = ("as_of", "basis", "once", "people", "sources", "hidden")
"""How numbers are counted, by the fixed texts ``report.note.<name>``."""


def form_of(around: Surroundings) -> Form:
    """Return the form of the site's reports.

    Raises:
        ThemeBroken: The theme's file is not as it should be.
    """
    return read_form(around.theme, around.texts.language, tuple(BLOCKS))


def make_report(material: Material, *, text: str = "", text_name: str = "", number: str = "") -> ProgressReport:
    """Make the report of a scope and a period, as of the catalogue's day.

    Args:
        material: The facts of the scope and period, from a site in its own language.
        text: The editors' paragraphs in Markdown.
        text_name: Name of their file, for messages.
        number: Of an issued report.

    Raises:
        UsageError: The editors' text names a part or a number that there is not.
        ThemeBroken: The theme's form is not as it should be.
    """
    around, scope, span = material.around, material.scope, material.span
    texts, formats, form = around.texts, around.formats, form_of(around)
    figures = key_figures(material)
    titles = {part.title or texts(f"report.part.{part.key}"): part.key for part in form.parts}
    words = {**{each.key: each.shown for each in figures}, **{each.label: each.shown for each in figures}}
    prose = read_prose(text, text_name, titles, words)
    period = texts.span("day", start=formats.day(span.first), end=formats.day(span.last))
    names = {"scope": material.name, "period": period}
    as_of = formats.day(material.as_of)
    parts = tuple(_part(material, form, prose, index, title) for index, title in enumerate(titles, start=1))
    whole = form.title.format(**names) if form.title else texts("report.title", **names)
    title_lines = whole.replace("\\n", "\n").split("\n")
    told_number = number or texts("report.draft")
    return ProgressReport(
        title="".join(title_lines),
        title_lines=tuple(title_lines),
        subtitle=texts("report.subtitle", **names),
        number=number,
        language=texts.language,
        issuer=around.config.publisher.name or around.config.title,
        scope=str(scope),
        scope_name=material.name,
        first=span.first,
        last=span.last,
        as_of=material.as_of,
        as_of_words=as_of,
        lead=texts("report.lead", day=as_of, **names),
        parts=parts,
        notes_title=texts("report.notes"),
        notes=tuple(texts(f"report.note.{name}", day=as_of) for name in NOTES),
        figures=figures,
        colophon=texts("report.colophon", number=told_number, day=as_of),
        lacking=tuple(
            title
            for title, part in zip(titles, form.parts, strict=True)
            if OWN_WORDS in part.holds and not prose.blocks.get(part.key)
        ),
    )


def _part(material: Material, form: Form, prose: Prose, index: int, title: str) -> Part:
    part, texts = form.parts[index - 1], material.around.texts
    own = prose.blocks.get(part.key, ())
    if not own and OWN_WORDS in part.holds:
        own = (problems.waiting(material),)
    facts = [block for name in part.holds for block in BLOCKS[name](material)]
    blocks = tuple(_counted(form, (*own, *facts)))
    if not blocks:
        blocks = (problems.nothing(texts),)
    return Part(part.key, numbered(form.numbering[0], index), title, blocks)


def _counted(form: Form, blocks: Iterable[Block]) -> Iterable[Block]:
    """Number the headings of a part, each level from one within the level above."""
    counts: dict[int, int] = {}
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
            continue
        for deeper in [level for level in counts if level > block.level]:
            del counts[deeper]
        counts[block.level] = counts.get(block.level, 0) + 1
        yield block._replace(number=numbered(form.numbering[block.level - 1], counts[block.level]))
