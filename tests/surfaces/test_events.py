"""Events: what is to come and what was, and calendars that other programs read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from line.prepared_sites import copy_site

from generator.surfaces.events.calendar import OCTETS, Entry, calendar
from generator.surfaces.outputs import Output

from .campaign_sites import campaign, campaign_site, planned
from .support import surroundings_of

STAMP = date(2026, 11, 21)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"), max_size=120)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Output]:
    """Path → what is planned of the demonstration's events."""
    return planned(surroundings_of(copy_site("demo", tmp_path_factory.mktemp("events") / "site")))


def entry(**more: object) -> Entry:
    """Return an entry of two days."""
    own = Entry("a@example.cn", date(2026, 12, 12), date(2026, 12, 13), "集市", "", "", "")
    return own._replace(**more)


@given(TEXTS.map(str.strip), TEXTS.map(str.strip), st.dates(date(2000, 1, 1), date(2099, 1, 1)))
def test_a_parser_reads_what_was_written(summary: str, location: str, day: date) -> None:
    """Any text comes back as it was, and the last day belongs to the entry."""
    made = entry(summary=summary, location=location, starts_on=day, ends_on=day + timedelta(days=1))
    parsed = Calendar.from_ical(calendar("节事", "zh-Hans", STAMP, [made])).walk("VEVENT")[0]
    assert str(parsed["SUMMARY"]) == summary
    assert str(parsed.get("LOCATION", "")) == location
    assert parsed["DTSTART"].dt == day
    assert parsed["DTEND"].dt == day + timedelta(days=2)


@given(TEXTS)
def test_lines_end_in_crlf_and_are_folded(summary: str) -> None:
    """No line is longer than 75 octets, and no character is torn apart."""
    data = calendar("节事", "zh-Hans", STAMP, [entry(summary=summary)])
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert all(len(line) <= OCTETS for line in lines)
    assert all(line.decode() is not None for line in lines)


def test_lines_of_a_description_are_kept() -> None:
    """A line end within a text is written so that the parser gives it back."""
    data = calendar("节事", "zh-Hans", STAMP, [entry(description="第一行\n第二行；有, 逗号")])
    assert str(Calendar.from_ical(data).walk("VEVENT")[0]["DESCRIPTION"]) == "第一行\n第二行；有, 逗号"


def test_all_events_whose_day_is_known_are_in_the_calendar(demo: Mapping[str, Output]) -> None:
    """Each once, by an identifier that stays; those known to the year alone are left out."""
    parsed = Calendar.from_ical(demo["events.ics"].make())
    uids = [str(event["UID"]) for event in parsed.walk("VEVENT")]
    assert len(uids) == len(set(uids))
    assert "nianhuo-shiji-2026@www.shanhuo.example" in uids
    assert not any(uid.startswith("jishi-boao") for uid in uids)
    assert {str(event["DTSTAMP"].dt) for event in parsed.walk("VEVENT")} == {"2026-11-21 00:00:00+00:00"}
    assert demo["events.ics"].make() == demo["events.ics"].make()


def test_a_campaign_has_its_own_calendar(demo: Mapping[str, Output]) -> None:
    """Its events and no others; a campaign without a dated event has none."""
    parsed = Calendar.from_ical(demo["campaigns/nianhuo-2026/calendar.ics"].make())
    assert len(parsed.walk("VEVENT")) == 3
    assert "campaigns/aixin-jishi-huodong/calendar.ics" not in demo


def test_a_livestream_leads_to_its_replay(demo: Mapping[str, Output]) -> None:
    """Where there is a recording to watch, the event has the way to it."""
    page = demo["events/index.html"].make().decode()
    article = page.partition('id="nianhuo-zhibo-2026"')[2].partition("</article>")[0]
    assert 'href="https://live.example.com/nianhuo-2026"' in article
    assert "看回放" in article


def test_what_is_to_come_stands_before_what_was(demo: Mapping[str, Output]) -> None:
    """The next event first, then the years, the latest first; what has no day comes last."""
    page = demo["events/index.html"].make().decode()
    places = [page.index(text) for text in ("年货市集日（示例）", ">2026年<", ">2021年<", ">2020年<", ">2019年<")]
    assert places == sorted(places)


def test_an_event_of_an_unpublished_campaign_is_not_told(tmp_path: Path) -> None:
    """It comes out with its campaign."""
    tables = {
        "campaigns": [campaign("later", publish_on="2026-12-01")],
        "events": [
            {"id": "hui", "name": "秘密的会", "kind": "展销会", "starts_on": "2026-12-05", "campaign": "later"},
            {"id": "ji", "name": "集市", "kind": "爱心集市", "starts_on": "2026-12-06"},
        ],
    }
    plan = planned(campaign_site(tmp_path / "site", tables))
    every = "".join(output.make().decode() for output in plan.values())
    assert "集市" in every
    assert "秘密的会" not in every
