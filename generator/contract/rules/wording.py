"""
Wording by period: what a text tells of is called as it was called then.

The terms' table says which word took the place of which, and from when.  A text's period is that of its campaign, else
its own date; texts of neither, such as a product's, may tell of any time, and only plain misspellings (terms without
a date) are told there.  What stands in quotation or title marks is a name, and names are never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from generator.contract.quantities import Period
from generator.contract.rows import Row
from generator.contract.schema import Table, load_tables
from generator.findings import Finding

from .data import RuleData

_DATES = ("starts_on", "issued_on", "date", "as_of", "signed_on")
"""Fields that say of which day or period a record tells, the first that is written."""
_PERIODS = frozenset(
    {"campaigns", "targets", "letters", "catalogue_issues", "events", "stories", "figures", "agreements"}
    | {"corrections", "ledger", "placement_history"}
)
"""Tables whose texts tell of a period: that of a campaign, or of a date."""
_NAMES_ONLY = frozenset({"terms", "translations", "sources", "policies", "organisations", "certification_schemes"})
"""Tables that hold agreed words themselves, or names that others gave."""
_NAMES = re.compile('《[^》]*》|“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|«[^»]*»|"[^"]*"')


class _Term(NamedTuple):
    word: str
    preferred: str
    since: date | None
    until: date | None
    pair: tuple[str, str] | None
    """The wordings (values of ``campaigns.wording``) that the two words belong to, old and new."""

    def side(self, time: _Time) -> str:
        """Return ``before`` or ``after`` the change, ``""`` for what lies on both sides or where it is not known."""
        if self.pair is not None and time.wording in self.pair:
            return ("before", "after")[self.pair.index(time.wording)]
        if self.since is None:
            return "after"
        if time.first is None or time.last is None:
            return ""
        if time.last < self.since:
            return "before"
        return "after" if time.first >= self.since and (self.until is None or time.first <= self.until) else ""


class _Time(NamedTuple):
    """When what a text tells of took place."""

    wording: str = ""
    """As a campaign states it; empty where none does."""
    first: date | None = None
    last: date | None = None


class _Text(NamedTuple):
    """A text, with the row and field where it is mended."""

    row: Row
    field: str
    text: str


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``wording-period`` for a word of another time, ``wording-term`` for one that should never be used."""
    terms = _terms(data.rows["terms"], data.settings.language)
    for name, table in load_tables().items() if terms else ():
        own = terms.get(data.settings.language.lower(), ())
        if own and name not in _NAMES_ONLY:
            fields = [field.name for field in table.fields if field.translatable]
            for row in data.rows[name]:
                texts = [_Text(row, field, text) for field in fields if _holds(text := row.text(field), own)]
                if texts:  # seldom: when a row takes place is looked up for these alone
                    yield from _told(texts, own, _time_of(row, table, data))
    for row in data.rows["translations"] if terms else ():
        own = terms.get(row.text("language").lower(), ())
        original = data.by_key.get(row.text("table"), {}).get(row.text("record"))
        if own and original is not None and original.table not in _NAMES_ONLY:
            time = _time_of(original, load_tables()[original.table], data)
            yield from _told([_Text(row, "text", row.text("text"))], own, time)


def _holds(text: str, terms: Iterable[_Term]) -> bool:
    return bool(text) and any(term.word in text or term.preferred in text for term in terms)


def _terms(rows: Iterable[Row], language: str) -> Mapping[str, tuple[_Term, ...]]:
    """Return language in lower case → its terms."""
    found: dict[str, list[_Term]] = {}
    for row in rows:
        word, preferred = row.text("term"), row.text("preferred")
        if word and preferred:
            pair = _pair(word, preferred)
            term = _Term(word, preferred, row.day("since"), row.day("until"), pair)
            found.setdefault((row.text("language") or language).lower(), []).append(term)
    return {key: tuple(group) for key, group in found.items()}


def _pair(word: str, preferred: str) -> tuple[str, str] | None:
    """Return the wordings that the two words belong to; ``None`` where they are no wordings of campaigns."""
    old, new = _wording_in(word), _wording_in(preferred)
    return (old, new) if old and new and old != new else None


def _wording_in(word: str) -> str:
    return next((value for label, value in _labels().items() if label in word.casefold()), "")


@cache
def _labels() -> Mapping[str, str]:
    """Return label of a wording, in Chinese and English → its value."""
    values = load_tables()["campaigns"].by_name["wording"].categories
    return {label.casefold(): each.value for each in values for label in (each.label, each.label_en)}


def _time_of(row: Row, table: Table, data: RuleData) -> _Time:
    """Return when what *row* tells of took place: its campaign's time, else its own."""
    if row.table not in _PERIODS:
        return _Time()
    if row.table == "campaigns":
        return _of_campaign(row)
    keys = {key for name in ("campaign", "campaigns") if name in table.by_name for key in _keys(row, name)}
    campaigns = [data.by_key["campaigns"][key] for key in keys if key in data.by_key["campaigns"]]
    if len(campaigns) == 1:
        return _of_campaign(campaigns[0])
    for name in _DATES:
        value = row.values.get(name)
        if isinstance(value, Period):
            return _Time("", value.start, value.end)
        if isinstance(value, date):
            return _Time("", value, value)
    return _Time()


def _keys(row: Row, name: str) -> tuple[str, ...]:
    return row.items(name) or (row.text(name),)


def _of_campaign(row: Row) -> _Time:
    return _Time(row.text("wording"), row.day("starts_on"), row.day("ends_on"))


def _told(texts: Iterable[_Text], terms: Iterable[_Term], time: _Time) -> Iterator[Finding]:
    for each in texts:
        words = _NAMES.sub("", each.text)
        for term in terms if words else ():
            side = term.side(time)
            if side == "after" and term.word in words:
                code = "wording-period" if term.since or term.pair else "wording-term"
                yield each.row.finding(code, each.field, found=term.word, allowed=term.preferred, **_since(term, side))
            elif side == "before" and term.pair is not None and term.preferred in words:
                words_of_time = _since(term, side)
                yield each.row.finding(
                    "wording-period", each.field, found=term.preferred, allowed=term.word, **words_of_time
                )


def _since(term: _Term, side: str) -> dict[str, str]:
    """Return from when the new word is used, as far as the terms tell."""
    if term.since is None:
        return {"when_zh": "这场活动", "when_en": "of this campaign"}
    day = term.since.isoformat()
    if side == "after":
        return {"when_zh": f"{day} 起", "when_en": f"from {day} on"}
    return {"when_zh": f"{day} 以前", "when_en": f"before {day}"}
