"""Puts values into sentences: one teller for each record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from generator.catalog.source import Source
from generator.contract.quantities import Period
from generator.surfaces.surroundings import Surroundings

from .knowledge import Known, iso, source_of

_CLOSED = "。！？!?.”’)）"
_ENDS = "。.;；，, "
_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]+|[^。！？!?\n]+", re.ASCII)
_ENGLISH_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+(?=\s|$)|(?=\n|$))")
_MARKS = re.compile(r"[*_`#>\[\]]|\((?:https?://)?[^()\s]*\.[^)]*\)")
_BLANKS = re.compile(" {2,}")
LISTED = 20
"""Things that one sentence names; of others it tells the number."""


class Teller:
    """Words facts of one record."""

    def __init__(
        self,
        around: Surroundings,
        name: str,
        *,
        day: date | Period | None = None,
        source: Source | None = None,
        sample: bool = False,
    ) -> None:
        self.around = around
        self.texts = around.texts
        self.formats = around.formats
        self.name = str(name)
        self.day = day
        self.source = source
        self.sample = sample

    def fact(
        self,
        field: str,
        label: str,
        value: str,
        *,
        day: date | Period | None = None,
        source: Source | None = None,
        sample: bool | None = None,
        number: str = "",
        unit: str = "",
    ) -> Iterable[Known]:
        """Yield that the record's *label* is *value*; nothing where there is no value."""
        text = flat(value).rstrip(_ENDS)
        if not text:
            return ()
        sentence = self.texts("ask.fact", name=self.name, label=label, value=text)
        return self.said(field, text, sentence, day=day, source=source, sample=sample, number=number, unit=unit)

    def said(
        self,
        field: str,
        value: str,
        sentence: str,
        *,
        day: date | Period | None = None,
        source: Source | None = None,
        sample: bool | None = None,
        number: str = "",
        unit: str = "",
    ) -> Iterable[Known]:
        """Yield a fact with a *sentence* of its own."""
        is_sample = self.sample if sample is None else sample
        told = day if day is not None else self.day
        known_since = told.isoformat() if isinstance(told, date) else iso(told)
        mark = self.texts("ask.sample") if is_sample else ""
        found = source or self.source
        words, whole = (_BLANKS.sub(" ", text) for text in (str(value), f"{sentence}{mark}"))
        return (Known(field, words, whole, known_since, source_of(found), number, unit),)

    def prose(self, field: str, text: str, *, named: bool = False) -> Iterable[Known]:
        """Yield each sentence of a text as a fact of its own; where it is *named*, the first says of what."""
        for number, sentence in enumerate(sentences(text)):
            whole = self.closed(sentence)
            before = f"{self.name}{self.texts('ask.colon')}" if named and not number and self.name not in whole else ""
            yield from self.said(field, sentence, f"{before}{whole}")

    def basis(self) -> Iterable[Known]:
        """Yield what the record rests on: the source's title, who published it and when."""
        source = self.source
        if source is None or self.sample:
            return ()
        told = (str(source.title), str(source.publisher), self.formats.period(source.date))
        value = self.texts.joined((part for part in told if part), "common.detail_separator")
        return self.fact("source", self.texts("common.sources"), value)

    def closed(self, sentence: str) -> str:
        """Return a sentence with a full stop where it had none."""
        return sentence if sentence[-1] in _CLOSED else f"{sentence}{self.texts('ask.stop')}"

    def names(self, names: Iterable[str]) -> str:
        """Return some names as one text; of very many only the first, with the number of all."""
        listed = list(dict.fromkeys(map(str, names)))
        text = self.texts.joined(listed[:LISTED])
        return self.texts("ask.and_more", names=text, count=len(listed)) if len(listed) > LISTED else str(text)


def flat(text: str) -> str:
    """Return a text in one line, without Markdown's marks."""
    return " ".join(_MARKS.sub("", str(text)).split())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text in Markdown, whole and without its marks."""
    plain = _MARKS.sub("", str(text))
    pattern = _SENTENCE if re.search("[\u3400-\u9fff]", plain) else _ENGLISH_SENTENCE
    parts = (" ".join(part.split()) for part in pattern.findall(plain))
    return [part for part in parts if len(part) > 1]
