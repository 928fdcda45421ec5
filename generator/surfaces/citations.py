"""How to cite a page: one line in the form of the reader's language, ready to copy."""

from __future__ import annotations

from generator.catalog.source import Source

from . import cards
from .citation_view import Citation
from .surroundings import Surroundings


def citation(
    around: Surroundings, *, title: str, address: str, date: str = "", source: Source | None = None
) -> Citation:
    """Return how to cite the page at *address*.

    In Chinese after GB/T 7714-2015, 4.6 (electronic resources): responsible body, title[EB/OL], (date of the
    data)[day of citing], address.  In other languages after ISO 690:2021, in the same order.  The day of citing is
    the day that the site shows: that is the state which stands behind the words.

    Args:
        around: The run.
        title: What is cited.
        address: From the root of the language.
        date: When what is cited was so, as ISO 8601 writes it; empty where nobody told.
        source: On what it rests.
    """
    texts, config = around.texts, around.config
    given = {
        "publisher": str(config.publisher.name or config.title),
        "title": str(title),
        "seen": around.configuration.as_of.isoformat(),
        "address": around.whole(address),
    }
    line = texts("citation.dated", date=date, **given) if date else texts("citation.undated", **given)
    return Citation(line, "" if source is None else _source_in_words(around, source))


def _source_in_words(around: Surroundings, source: Source) -> str:
    line = cards.source_line(around, source)
    parts = (line.title, line.detail)
    return around.texts.joined((part for part in parts if part), "common.detail_separator")
