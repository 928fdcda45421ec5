"""Guide screens whose pack is older than the data that they show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalog.placement import Display
from generator.surfaces.guide.goods import displays_of, goods_of
from generator.surfaces.page_days import day_of_product
from generator.surfaces.surroundings import Surroundings

from .tasks import Reason, Task, newer_words, shown_reasons


def display_tasks(around: Surroundings) -> Iterator[Task]:
    """Yield every screen with a pack that does not know the latest of one of its products.

    A screen of which nobody wrote down when its pack was made is passed over.
    """
    for display in displays_of(around):
        if display.pack_date is None:
            continue
        reasons = tuple(_reasons(around, display))
        if reasons:
            place = display.placement
            yield Task(
                kind="display",
                kind_words=around.texts("worklist.display"),
                table="displays",
                id=display.id,
                name=str(display.name),
                place=place.id if place is not None else "",
                place_name=str(place.name if place is not None else around.texts("worklist.anywhere")),
                detail=str(around.texts("worklist.pack", day=around.formats.day(display.pack_date))),
                reasons=reasons,
            )


def _reasons(around: Surroundings, display: Display) -> Iterator[Reason]:
    texts, made = around.texts, display.pack_date
    assert made is not None
    newer: list[tuple[date, str]] = []
    for product in goods_of(around, display):
        gone = shown_reasons(around, product, made)
        yield from gone
        day = day_of_product(around, product)
        if not gone and day is not None and day > made:
            newer.append((day, str(product.name)))
    if newer:
        words = texts("worklist.old_pack", day=around.formats.day(made), products=newer_words(around, newer))
        yield Reason("old-data", str(words), max(newer)[0])
