"""One thing that is no longer right, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.catalog.product import Product
from generator.surfaces.surroundings import Surroundings


class Reason(NamedTuple):
    """Why a thing is no longer right."""

    kind: str
    """A fact of labels (``price``, ``name`` …), or ``recalled``, ``recalled-lots``, ``withdrawn``, ``not-published``,
    ``not-stocked``, ``place-closed``, ``place-moved``, ``ended``, ``changed``, ``old-data``."""
    words: str
    """In a sentence, in the site's own language."""
    since: date | None = None
    """From what day on, as far as the data tells it."""
    printed: str = ""
    """What the thing says, where it says something else than today's data."""
    now: str = ""


class Task(NamedTuple):
    """One thing to replace, take down or look at."""

    kind: str
    """``label``, ``talker``, ``poster``, ``placement``, ``issue`` (printed), ``display``, ``column`` or ``copy``."""
    kind_words: str
    table: str
    """Table of its record."""
    id: str
    """Key of its record."""
    name: str
    """What it is about."""
    place: str
    """Key of the placement or of the host; empty for a printed thing that may hang anywhere."""
    place_name: str
    detail: str
    """Number of copies, code, address: what helps to find it."""
    reasons: tuple[Reason, ...]

    @property
    def is_urgent(self) -> bool:
        """Tell whether it offers something that is recalled."""
        return any(reason.kind.startswith("recalled") for reason in self.reasons)


def shown_reasons(around: Surroundings, product: Product, made: date | None) -> list[Reason]:
    """Return why what shows *product* on a screen must be brought up to date; *made* as in :func:`product_reasons`."""
    return product_reasons(around, product, after=made, words="_shown")


def product_reasons(
    around: Surroundings, product: Product, *, after: date | None = None, words: str = ""
) -> list[Reason]:
    """Return why a thing about *product* must not stay: recalled, in whole or in lots, or withdrawn.

    Args:
        around: The run.
        product: What the thing shows.
        after: The day the thing was made, where what was known by then is in it; ``None`` where it is not.
        words: End of the keys of the sentences.
    """
    texts, formats, catalog = around.texts, around.formats, around.catalog
    reasons: list[Reason] = []
    for recall in catalog.recalls_of(product):
        if after is not None and recall.announced_on <= after:
            continue
        lots = texts.joined(recall.lots)
        key = "worklist.recalled_lots" if recall.lots else "worklist.recalled"
        told = texts(
            f"{key}{words}",
            name=recall.product.name,
            day=formats.day(recall.announced_on),
            reason=recall.reason,
            lots=lots,
        )
        kind = "recalled-lots" if recall.lots else "recalled"
        reasons.append(Reason(kind, str(told), recall.announced_on))
    day = product.withdraw_on
    if catalog.is_withdrawn(product) and (after is None or day is None or day > after):
        other = catalog.products.get(product.replaced_by)
        instead = texts("worklist.instead", name=other.name) if other is not None else ""
        reasons.append(Reason("withdrawn", str(texts(f"worklist.withdrawn{words}", name=product.name) + instead), day))
    return reasons


def newer_words(around: Surroundings, newer: Iterable[tuple[date, str]]) -> str:
    """Return names with the day of their latest data, those of one day together, the latest day first."""
    by_day: dict[date, list[str]] = {}
    for day, name in newer:
        by_day.setdefault(day, []).append(name)
    texts = around.texts
    groups = (
        texts("worklist.newer", name=texts.joined(names), day=around.formats.day(day))
        for day, names in sorted(by_day.items(), reverse=True)
    )
    return str(texts.joined(groups, "common.detail_separator"))
