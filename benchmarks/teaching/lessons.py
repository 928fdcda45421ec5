"""Lessons: questions with what answers them, and all that the guide would read for each."""

from __future__ import annotations

import json
import math
import os
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from ask.evalset.match import Answer, Expectation, bare, homes, occurs

from generator.asking import Guide
from generator.build.loading import Loaded
from generator.editing.reading import read_sound_site

NO_TREES: Mapping[str, Any] = {
    "traits": [],
    "telling": {"start": 0, "trees": []},
    "ruling": {"start": 0, "trees": []},
}
LEAST_KINDS = 6
"""Classes of questions in a mixed set."""


@dataclass(frozen=True)
class Sentence:
    """One fact that is read for a question."""

    record: str
    field: str
    value: str
    sentence: str
    text: str
    """The sentence in the compared form: characters without blanks, or roots of words with blanks."""
    answers: bool
    plain: Mapping[str, float]
    """Its traits but for those of single words and ways of asking."""


@dataclass(frozen=True)
class Lesson:
    """One question, as far as teaching needs it."""

    origin: str
    """Name of the set that it is of."""
    is_chinese: bool
    kind: str
    """Class of the question, such as ``unanswerable``."""
    expect: Expectation
    first: Answer
    """What the rules alone answer."""
    is_exact: bool
    """Whether a number to call, an address or hours are asked for, beside which nothing is an answer."""
    units: Sequence[str]
    telling: Mapping[str, float]
    sentences: Sequence[Sentence]
    """All that is read; nothing where the rules' answer stands."""
    start: int
    """Row of its first sentence."""

    @property
    def is_without(self) -> bool:
        """Tell whether it has no answer, or several, so that it is asked back."""
        return bool(self.expect.get("refused") or self.expect.get("asks_back"))

    @property
    def can_be_answered(self) -> bool:
        """Tell whether a sentence that answers it is among those read."""
        return not self.is_without and any(sentence.answers for sentence in self.sentences)


class Traits:
    """Rows of traits, sparse: trait → column, and row by row columns with their numbers."""

    def __init__(self) -> None:
        """Begin without rows."""
        self.columns: dict[str, int] = {}
        self.ends = array("q", [0])
        self.places = array("i")
        self.numbers = array("f")

    def add(self, traits: Mapping[str, float]) -> None:
        """Add a row."""
        for trait, number in traits.items():
            if number:
                self.places.append(self.columns.setdefault(trait, len(self.columns)))
                self.numbers.append(number)
        self.ends.append(len(self.places))

    def extend(self, other: Traits) -> None:
        """Add the rows of others, whose columns may stand in another order."""
        places = [self.columns.setdefault(trait, len(self.columns)) for trait in other.columns]
        last = len(self.places)
        self.places.extend(places[place] for place in other.places)
        self.numbers.extend(other.numbers)
        self.ends.extend(end + last for end in other.ends[1:])

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.ends) - 1


class Teacher(Guide):
    """A guide that tells what it reads, and may be given what was learnt."""

    def learn(self, learnt: Mapping[str, Any]) -> None:
        """Put what was learnt in the place of what the theme brings."""
        self._context.eval(f"shanhuo.ask.learnt={json.dumps(learnt)};0")

    def examined(self, question: str, context: str) -> dict[str, Any]:
        """Return what is read for a question, with all that speaks for and against it."""
        self._fetch(question, context)
        options = json.dumps({"language": self.language, "context": context})
        call = f"JSON.stringify(shanhuo.ask.examine({json.dumps(question)},{options}))"
        found: dict[str, Any] = json.loads(self._context.eval(call))
        return found

    def rarity(self) -> dict[str, Any]:
        """Return how rare each character, or root of a word, is among the sentences of the site."""
        counts: Counter[str] = Counter()
        number = 0
        cut = "forms.tokens(text)" if self.language == "en" else "[...forms.bare(text)]"
        self._context.eval(
            f"function cut(s){{const {{forms}}=shanhuo.ask;const text=forms.folded(s);return JSON.stringify({cut})}};0"
        )
        for record in self.records.values():
            for fact in record.facts():
                counts.update(set(json.loads(self._context.eval(f"cut({json.dumps(fact.sentence)})"))))
                number += 1
        rare = {unit: round(math.log(1 + number / (1 + count)), 1) for unit, count in counts.items() if count > 1}
        return {"rare": rare, "rarest": round(math.log(1 + number) - 0.3, 1)}


def taught(loaded: Loaded, learnt: Mapping[str, Any]) -> Callable[[str], Teacher]:
    """Return guides by language that know what was learnt instead of what the theme brings."""

    @cache
    def guide(language: str) -> Teacher:
        teacher = Teacher(loaded, language)
        teacher.learn(learnt)
        return teacher

    return guide


def empty(rarity: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is known before any lesson."""
    return {**rarity, "beside": {}, "facts": {}, "telling": {}, "ruling": {}, "trees": NO_TREES, "certain": 0}


def read_sets(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the questions of several sets, each with the name of its set."""
    return [
        {**question, "set": path.stem} for path in paths for question in json.loads(path.read_text(encoding="utf-8"))
    ]


def is_read(question: Mapping[str, Any]) -> bool:
    """Tell whether a question is answered by reading: those that compare are answered side by side."""
    return bool(question["class"] != "comparing")


def lessons(
    site: Path, language: str, questions: Sequence[Mapping[str, Any]]
) -> tuple[list[Lesson], Traits, dict[str, Any]]:
    """Return lessons in a language (``zh``, Chinese in either script, or ``en``), their traits, and rarities."""
    tags = ("en",) if language == "en" else ("zh-Hans", "zh-Hant")
    asked = [each for each in questions if each["language"] in tags and is_read(each)]
    rarity = Teacher(read_sound_site(site, purpose="学习"), tags[0]).rarity()
    workers = os.cpu_count() or 1
    shares = [asked[place::workers] for place in range(workers)]
    traits, found = Traits(), []
    with ProcessPoolExecutor(workers) as pool:
        for own, its in pool.map(_read, [site] * workers, shares, [rarity] * workers):
            found.extend(replace(lesson, start=lesson.start + len(traits)) for lesson in own)
            traits.extend(its)
    return found, traits, rarity


def _read(site: Path, questions: Sequence[Mapping[str, Any]], rarity: Mapping[str, Any]) -> tuple[list[Lesson], Traits]:
    """Read for some questions, in a process of its own."""
    guide = taught(read_sound_site(site, purpose="学习"), {"zh": empty(rarity), "en": empty(rarity)})
    traits, found = Traits(), []
    for number, question in enumerate(questions):
        examined = guide(question["language"]).examined(question["question"], question["context"] or "")
        start = len(traits)
        sentences = tuple(_sentences(examined["read"], question["expect"], traits))
        found.append(
            Lesson(
                question["set"],
                question["language"] != "en",
                question["class"],
                question["expect"],
                examined["first"],
                examined["isExact"],
                examined["units"],
                examined["telling"] or {},
                sentences,
                start,
            )
        )
        if number % 500 == 0:
            print(f"{number} of {len(questions)} questions read", flush=True)
    return found, traits


def _sentences(read: Iterable[Mapping[str, Any]], expect: Mapping[str, Any], traits: Traits) -> Iterator[Sentence]:
    for each in read:
        traits.add(each["traits"])
        plain = {
            trait: number for trait, number in each["traits"].items() if ":" not in trait or trait.startswith("role:")
        }
        answers = _answers(each, expect)
        yield Sentence(each["record"], each["field"], each["value"], each["sentence"], each["text"], answers, plain)


def _answers(read: Mapping[str, Any], expect: Mapping[str, Any]) -> bool:
    """Tell whether a sentence tells one of the expected values, of a record that holds it or in a story."""
    if expect.get("refused") or expect.get("asks_back"):
        return False
    for fact in expect.get("facts", ()):
        records = [fact["record"]] if isinstance(fact["record"], str) else fact["record"]
        values = [fact["value"]] if isinstance(fact["value"], str) else fact["value"]
        is_told = any(occurs(value, read["sentence"]) or occurs(value, read["value"]) for value in values)
        if is_told and (
            homes(read["record"], read["field"]).intersection(map(bare, records)) or read["record"].startswith("story/")
        ):
            return True
    return False


def counts_of(found: Sequence[Lesson], mixed: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return how much each lesson counts: *mixed* where its set has questions of many classes, as people ask them."""
    kinds: dict[str, set[str]] = {}
    for lesson in found:
        kinds.setdefault(lesson.origin, set()).add(lesson.kind)
    return np.array([mixed if len(kinds[lesson.origin]) >= LEAST_KINDS else 1.0 for lesson in found])


def rows_of(found: Sequence[Lesson]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return the rows of all sentences of some lessons."""
    return np.concatenate([np.arange(lesson.start, lesson.start + len(lesson.sentences)) for lesson in found])


def labels(found: Sequence[Lesson]) -> np.ndarray[Any, np.dtype[np.int8]]:
    """Return for each sentence whether it answers."""
    return np.array([sentence.answers for lesson in found for sentence in lesson.sentences], dtype=np.int8)
