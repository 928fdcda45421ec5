"""Figures with their sources: a page for each, with a citation to copy, and an index of all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial

from generator.catalog.figure import Figure

from . import addresses, cards, prose
from .citations import citation
from .figure_views import FigurePage, FiguresPage
from .outputs import Output, digest_of
from .pages import Head, PortalPages
from .structured_data import figure_data, page_data
from .surroundings import Surroundings
from .views import Fact, FigureView, Link

RELATED = 6
"""Figures shown beneath one another's pages."""
DESCRIPTION_LENGTH = 160


class FigurePages:
    """Makes the pages of figures; holds which of them belong together."""

    def __init__(self, pages: PortalPages) -> None:
        self.pages = pages
        self.around = pages.around

    def outputs(self) -> Iterator[Output]:
        """Plan a page for each figure that is out, and the index where there are any."""
        if not self.figures:
            return
        title = self.around.texts("figures.title")
        view = self._index()
        address = addresses.figures()
        data = page_data(self.around, view.intro, Link(title, address))
        head = Head(title=title, description=view.intro, address=address, data=data)
        yield self.pages.output(
            head.address,
            section=addresses.NEUTRAL,
            template="figures.html",
            needs=digest_of(repr(view)),
            build=lambda: (head, view),
            subject=title,
        )
        for figure in self.figures:
            related = self.related_to(figure)
            yield self.pages.output(
                addresses.figure(figure.id),
                section=addresses.NEUTRAL,
                template="figure.html",
                needs=digest_of(figure.digest, *(other.digest for other in related)),
                build=partial(self.page, figure),
                subject=figure.label,
            )

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures that are out, in their order."""
        return self.around.catalog.figures

    @cached_property
    def _by_subject(self) -> dict[tuple[str, str], list[Figure]]:
        """(table, key) of what figures tell of → those figures, each under the nearest of its subjects alone."""
        groups: dict[tuple[str, str], list[Figure]] = {}
        for figure in self.figures:
            groups.setdefault(_subject_of(figure)[:2], []).append(figure)
        return groups

    def related_to(self, figure: Figure) -> tuple[Figure, ...]:
        """Return further figures of the same subject: those that follow in a ring, so that each is shown somewhere."""
        group = self._by_subject[_subject_of(figure)[:2]]
        place = group.index(figure)
        return tuple((group[place + 1 :] + group[:place])[:RELATED])

    def page(self, figure: Figure) -> tuple[Head, FigurePage]:
        """Return head and view of one figure."""
        around, address = self.around, addresses.figure(figure.id)
        shown = cards.figure_view(around, figure)
        title = around.texts("figure.cited", label=shown.label, value=value_in_words(around, shown))
        page = FigurePage(
            figure=shown,
            facts=_facts(around, figure),
            related=tuple(cards.figure_view(around, other) for other in self.related_to(figure)),
            citation=citation(around, title=title, address=address, date=str(figure.as_of), source=figure.source),
            all_figures=addresses.figures(),
            sources=cards.sources_of(around, (figure.source,)),
            source_note=figure.source.note,
        )
        parts = (title, shown.as_of, shown.source.title, shown.note)
        description = around.texts.joined((part for part in parts if part), "common.detail_separator")
        data = figure_data(around, figure, title)
        return Head(shown.label, prose.plain(description, DESCRIPTION_LENGTH), address, data), page

    def _index(self) -> FiguresPage:
        around, texts = self.around, self.around.texts
        groups: list[tuple[str, str, tuple[FigureView, ...]]] = []
        for figures in self._by_subject.values():
            _, _, name, href = _subject_of(figures[0])
            shown = tuple(cards.figure_view(around, figure) for figure in figures)
            groups.append((name or texts("figures.others"), href, shown))
        return FiguresPage(
            title=texts("figures.title"),
            intro=texts("figures.intro"),
            number=texts.counted("count.figures", len(self.figures)),
            groups=tuple(groups),
            table=f"{around.shared}data/figures.csv" if "data" in around.config.surfaces else "",
            sources=addresses.sources(),
        )


def value_in_words(around: Surroundings, figure: FigureView) -> str:
    """Return a figure's value with qualifier and unit, as one would read it out."""
    parts = {"before": figure.qualifier, "number": figure.value, "after": figure.qualifier_after, "unit": figure.unit}
    return around.texts("figure.value", **parts).strip()


def _subject_of(figure: Figure) -> tuple[str, str, str, str]:
    """Return (table, key, name, address) of the nearest thing that a figure tells of; empty where it names none."""
    if figure.campaign is not None:
        return "campaigns", figure.campaign.id, figure.campaign.name, addresses.campaign(figure.campaign.id)
    if figure.supplier is not None:
        return "suppliers", figure.supplier.id, figure.supplier.name, addresses.supplier(figure.supplier.id)
    if figure.placement is not None:
        return "placements", figure.placement.id, figure.placement.name, addresses.place(figure.placement.id)
    if figure.organisation is not None:
        return "organisations", figure.organisation.id, figure.organisation.name, ""
    if figure.origin is not None:
        return "origins", figure.origin.code, figure.origin.name, addresses.origin(figure.origin.code)
    return "", "", "", ""


def _facts(around: Surroundings, figure: Figure) -> tuple[Fact, ...]:
    """Return what a figure belongs to, with the way to its page where it has one."""
    title = partial(around.texts.field_title, "figures")
    campaign, origin, supplier = figure.campaign, figure.origin, figure.supplier
    facts = (
        Fact(title("as_of"), around.formats.period(figure.as_of)),
        Fact(title("campaign"), campaign.name, href=addresses.campaign(campaign.id)) if campaign else None,
        Fact(title("organisation"), figure.organisation.name) if figure.organisation else None,
        Fact(title("supplier"), supplier.name, href=addresses.supplier(supplier.id)) if supplier else None,
        Fact(title("origin"), origin.name, href=addresses.origin(origin.code)) if origin else None,
        Fact(title("placement"), figure.placement.name) if figure.placement else None,
        Fact(title("note"), figure.note),
    )
    return tuple(fact for fact in facts if fact is not None and fact.value)
