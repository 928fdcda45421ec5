"""What the overlay is told, and how the script gets into a page."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Place, Report, finding
from generator.serve.injecting import with_client
from generator.serve.overlay import SHOWN, as_event
from generator.serve.reloading import Channel
from generator.serve.situation import Failure, Situation


def test_errors_stand_before_warnings_and_what_is_not_listed_is_counted() -> None:
    """At most fifty items; the title counts all of them."""
    warnings = [finding("code-missing", Place(f"data/products/a{n:03}.yml", 1)) for n in range(SHOWN + 3)]
    error = finding("picture-missing", Place("data/z.csv", 9), field="file", found="x.jpg", used="", used_en="")
    told = json.loads(as_event(Situation("v", Report.of([*warnings, error])), "zh-Hans"))
    assert told["broken"]
    assert told["title"] == f"1 处错误，{SHOWN + 3} 处警告"
    assert told["items"][0]["place"] == "data/z.csv:9"
    assert len(told["items"]) == SHOWN
    assert "4" in told["more"]


def test_english_readers_are_told_in_english() -> None:
    """Every text of the event follows the language, but for what the editor wrote."""
    report = Report.of([finding("picture-missing", Place("data/z.csv", 9), found="x.jpg", used="", used_en="")])
    told = as_event(Situation("v", report), "en")
    assert not any("\u4e00" <= character <= "\u9fff" for character in told)


def test_warnings_alone_break_nothing() -> None:
    """The page is up to date, and the note says so."""
    report = Report.of([finding("code-missing", Place("data/products/a.yml", 1))])
    told = json.loads(as_event(Situation("v", report), "zh-Hans"))
    assert (told["broken"], told["title"]) == (False, "1 处警告")
    assert "已更新" in told["note"]


@given(text=st.text(st.characters(codec="utf-8"), max_size=60))
@settings(derandomize=True, max_examples=100)
def test_no_text_breaks_out_of_its_event(text: str) -> None:
    """Whatever an editor wrote, an event is one data line and reads back."""
    channel = Channel(Situation("v", failure=Failure(text)), "zh-Hans")
    event = next(channel.events(1)).decode("utf-8")
    lines = event.split("\n")
    assert [line.partition(":")[0] for line in lines] == ["retry", "event", "data", "", ""]
    assert json.loads(lines[2].removeprefix("data: "))["items"][0]["message"] == text


@given(before=st.text(max_size=40), after=st.text(alphabet=st.characters(exclude_characters="<"), max_size=40))
@settings(derandomize=True, max_examples=100)
def test_a_page_keeps_every_byte_of_its_own(before: str, after: str) -> None:
    """The script is put in whole, before the last closing tag of the body or at the end, and nothing else changes."""
    for closing in ("</body>", "</BODY >", ""):
        html = (before + closing + after).encode("utf-8", "replace")
        page = with_client(html, "v")
        start = page.index(b'<script src="/__shanhuo/preview.js"')
        end = page.index(b"</script>\n", start) + len(b"</script>\n")
        assert page[:start] + page[end:] == html
        assert page[end:].startswith(closing.encode())


def test_a_closed_channel_ends_its_streams() -> None:
    """A reader that waits is let go."""
    channel = Channel(Situation("v"), "zh-Hans")
    events = channel.events(60)
    assert b"situation" in next(events)
    channel.close()
    assert list(events) == []
