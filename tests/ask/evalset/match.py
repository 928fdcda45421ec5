"""
The judge of the evaluation set: one answer against one expectation, by pure functions.

An answer is what every way of asking gives: ``{"answer", "facts": [{"record", "field", "value", "date", "source"}],
"refused"}``.  Texts are compared in their plain form (:func:`plain`), so that spaces, widths, and ways of writing a sum
of money do not decide, while ``8.00`` is never found inside ``128.00``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, NotRequired, TypedDict


class Fact(TypedDict):
    """One fact that an answer quotes."""

    record: str
    field: str
    value: str
    date: NotRequired[str | None]
    source: NotRequired[object]


class Answer(TypedDict):
    """What was answered."""

    answer: str
    facts: Sequence[Fact]
    refused: bool


class ExpectedFact(TypedDict):
    """A value that must be told, and the records that hold it; of several values any one will do."""

    record: str | Sequence[str]
    field: str
    value: str | Sequence[str]


class Expectation(TypedDict):
    """What a right answer to one question is."""

    refused: NotRequired[bool]
    may_refuse: NotRequired[bool]
    facts: NotRequired[Sequence[ExpectedFact]]
    must_not: NotRequired[Sequence[str]]
    asks_back: NotRequired[bool]
    choices: NotRequired[Sequence[str]]
    names: NotRequired[Mapping[str, Sequence[str]]]


class Outcome(StrEnum):
    """What came of a question."""

    RIGHT = "right"
    REFUSED_RIGHTLY = "refused rightly"
    ASKED_BACK_RIGHTLY = "asked back rightly"
    MISSED = "missed"
    REFUSED_WRONGLY = "refused wrongly"
    NOT_REFUSED = "not refused"
    OTHER_RECORD = "right value, record not expected"
    WRONG_FACT = "wrong fact"


RIGHT_OUTCOMES: Final = frozenset({Outcome.RIGHT, Outcome.REFUSED_RIGHTLY, Outcome.ASKED_BACK_RIGHTLY})
"""The outcomes that count as right; only ``WRONG_FACT`` counts as wrong, the rest is missed."""


class Verdict(NamedTuple):
    """An outcome and why."""

    outcome: Outcome
    reasons: tuple[str, ...] = ()

    @property
    def right(self) -> bool:
        """Tell whether the answer counts as right."""
        return self.outcome in RIGHT_OUTCOMES


CHOICES_NAMED: Final = 2
"""How many of the choices a question back must name."""

SHARED_PAGES: Final = {"event": "events", "policy": "policies", "letter": "letter"}
"""Kinds of records, or fields, that stand on a page of several, by whose id someone who reads the pages names them."""

_SAME_FIELD: Final = (
    ("price", "prices", "offer", "offers", "all_in", "all-in", "allin", "landed", "售价", "价格", "到手价"),
    ("origin", "region", "产地", "place_of_origin"),
    ("shelf_life", "shelf-life", "shelflife", "保质期"),
    ("storage", "贮存条件", "保存"),
    ("usage", "how_to_eat", "how_to_use", "eating", "食用", "怎样存放和食用"),
    ("ingredients", "配料"),
    ("allergens", "过敏原"),
    ("season", "months", "出产月份", "应季"),
    ("certificate", "certificates", "certification", "mark", "认证"),
    ("minimum", "minimum_order", "min_order", "起订", "起订量"),
    ("supplier", "producer", "生产者", "供应商"),
    ("address", "地址"),
    ("value", "figure", "数字"),
)
"""Words for one and the same field; an answer's field and an expectation's are both free words."""
_GROUP: Final = {word: group for group, words in enumerate(_SAME_FIELD) for word in words}

_SPACES: Final = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212~〜]")
_MONEY_RANGE: Final = re.compile(r"(?:¥|cny|rmb)(\d+(?:\.\d+)?)-(?:¥|cny|rmb)?(\d+(?:\.\d+)?)")
_MONEY_BEFORE: Final = re.compile(r"(?:¥|cny|rmb)(\d+(?:\.\d+)?)")
_MONEY_AFTER: Final = re.compile(r"(\d+(?:\.\d+)?)(?:元|块钱|圆|yuan)")
_NOT_SAID: Final = "".join(f"(?<!{word})" for word in ("不", "没有", "沒有", "未", "比", "not", "than", "no"))


def plain(text: str) -> str:
    """Return a text in the form in which two ways of writing one thing are equal."""
    text = _SPACES.sub("", unicodedata.normalize("NFKC", text)).casefold()
    text = _DASHES.sub("-", _THOUSANDS.sub("", text))
    text = _MONEY_RANGE.sub(r"\1元-\2元", text)
    text = _MONEY_BEFORE.sub(r"\1元", text)
    return _MONEY_AFTER.sub(lambda found: f"{_without_zeros(found[1])}元", text)


def occurs(value: str, text: str) -> bool:
    """Tell whether a value stands in a text as a whole, its numbers not cut out of longer ones."""
    wanted = plain(value)
    if not wanted:
        return False
    return re.search(_whole(wanted), plain(text)) is not None


def says(forbidden: str, text: str) -> bool:
    """
    Tell whether a text says what it must not.

    What stands behind a denial ("不", "没有", "not") or behind a comparison ("A 比 B 便宜") is not said: there the
    denial is the sentence, and of the comparison the other side is meant.
    """
    wanted = plain(forbidden)
    return bool(wanted) and re.search(_NOT_SAID + _whole(wanted), plain(text)) is not None


def bare(record: str) -> str:
    """Return the id of a record without a kind before it: ``products/x``, ``product:x`` and ``x`` are one."""
    return re.split(r"[/:#]", record.strip().rstrip("/"))[-1]


def homes(record: str, field: str = "") -> frozenset[str]:
    """Return the id of a record, and that of the page on which it, or this field of it, stands apart from its own."""
    kind = record.strip().partition("/")[0]
    return frozenset({bare(record)} | {SHARED_PAGES[each] for each in (kind, field) if each in SHARED_PAGES})


def judge(answer: Answer, expectation: Expectation) -> Verdict:
    """Judge one answer."""
    told = [answer["answer"], *(fact["value"] for fact in answer["facts"])]
    forbidden = [text for text in expectation.get("must_not", ()) if any(says(text, part) for part in told)]
    if forbidden:
        return Verdict(Outcome.WRONG_FACT, tuple(f"says {text}" for text in forbidden))
    if expectation.get("asks_back", False):
        return _asked_back(answer, expectation, told)
    if expectation.get("refused", False):
        return _refused(answer)
    if answer["refused"]:
        rightly = expectation.get("may_refuse", False)
        return Verdict(Outcome.REFUSED_RIGHTLY if rightly else Outcome.REFUSED_WRONGLY)
    return _answered(answer, expectation)


def _asked_back(answer: Answer, expectation: Expectation, told: Sequence[str]) -> Verdict:
    quoted = _quoted_records(answer)
    names = expectation.get("names", {})
    named = [
        choice
        for choice in expectation.get("choices", ())
        if bare(choice) in quoted or any(occurs(name, part) for name in names.get(choice, ()) for part in told)
    ]
    if len(named) >= CHOICES_NAMED:
        return Verdict(Outcome.ASKED_BACK_RIGHTLY)
    outcome = Outcome.REFUSED_WRONGLY if answer["refused"] else Outcome.MISSED
    return Verdict(outcome, (f"names {len(named)} of the choices",))


def _refused(answer: Answer) -> Verdict:
    if answer["refused"]:
        return Verdict(Outcome.REFUSED_RIGHTLY)
    if answer["facts"]:
        return Verdict(Outcome.WRONG_FACT, ("answered with a fact what nothing here can answer",))
    return Verdict(Outcome.NOT_REFUSED, ("neither a fact nor a refusal",))


def _answered(answer: Answer, expectation: Expectation) -> Verdict:
    expected = expectation.get("facts", ())
    lost = [fact for fact in expected if not _told(fact, answer)]
    if not lost:
        return _quoted(answer, expected)
    contradicted = [fact for fact in lost if _contradicted(fact, answer["facts"])]
    if contradicted:
        return Verdict(Outcome.WRONG_FACT, tuple(f"another value for {_described(fact)}" for fact in contradicted))
    meant = {record for fact in expected for record in _records(fact)}
    if answer["facts"] and meant and not meant & _quoted_records(answer):
        return Verdict(Outcome.WRONG_FACT, ("about another record",))
    return Verdict(Outcome.MISSED, tuple(f"without {_described(fact)}" for fact in lost))


def _quoted(answer: Answer, expected: Iterable[ExpectedFact]) -> Verdict:
    """Judge an answer that tells every value: is each quoted from a record that holds it."""
    quoted = _quoted_records(answer)
    astray = [fact for fact in expected if not quoted.intersection(_records(fact))]
    if astray:
        return Verdict(Outcome.OTHER_RECORD, tuple(f"no fact of {_described(fact)}" for fact in astray))
    return Verdict(Outcome.RIGHT)


def _quoted_records(answer: Answer) -> set[str]:
    return {name for fact in answer["facts"] for name in homes(fact["record"], fact["field"])}


def _told(expected: ExpectedFact, answer: Answer) -> bool:
    told = [answer["answer"], *(fact["value"] for fact in answer["facts"])]
    if expected["field"] == "source":
        told += [str(fact.get("source") or "") for fact in answer["facts"]]
    return any(occurs(value, part) for value in _listed(expected["value"]) for part in told)


def _contradicted(expected: ExpectedFact, facts: Iterable[Fact]) -> bool:
    """Tell whether the same field of the same record is quoted, with other values only."""
    return any(
        homes(fact["record"], fact["field"]) & _records(expected) and _field(fact["field"]) == _field(expected["field"])
        for fact in facts
    )


def _records(expected: ExpectedFact) -> frozenset[str]:
    return frozenset(bare(record) for record in _listed(expected["record"]))


def _described(expected: ExpectedFact) -> str:
    return f"{_listed(expected['record'])[0]} {expected['field']} {_listed(expected['value'])[0]}"


def _listed(value: str | Sequence[str]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value


def _field(word: str) -> int | str:
    word = word.strip().casefold()
    return _GROUP.get(word, word)


def _whole(wanted: str) -> str:
    """Return a pattern for a text whose numbers are not cut out of longer ones."""
    before = r"(?<!\d)(?<!\d\.)" if wanted[0].isdigit() else ""
    after = r"(?!\d)(?!\.\d)" if wanted[-1].isdigit() else ""
    return before + re.escape(wanted) + after


def _without_zeros(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number
