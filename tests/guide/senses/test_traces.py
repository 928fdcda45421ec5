"""Golden traces: what was received, packet by packet, and what it means."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .pages import write_page
from .scripts import Engine

TRACES = [
    pytest.param(path.stem, trace, id=f"{path.stem}: {trace['name']}")
    for path in sorted(Path(__file__).with_name("traces").glob("*.json"))
    for trace in json.loads(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("decoder", "trace"), TRACES)
def test_a_trace_means_what_it_meant(decoder: str, trace: dict[str, Any], engine: Engine) -> None:
    """Every trace gives its events, and as many keys are swallowed as scans have ended with one."""
    told = engine.told(decoder, trace["packets"], trace.get("settings"))
    assert told["events"] == trace["events"]
    assert told["swallowed"] == trace.get("swallowed", len(trace["events"]) if decoder == "wedge" else 0)


@pytest.mark.parametrize(("decoder", "trace"), [each for each in TRACES if each.values[0] != "wedge"])
def test_packets_do_not_matter(decoder: str, trace: dict[str, Any], engine: Engine) -> None:
    """The same in one piece, and character by character."""
    whole = "".join(trace["packets"])
    assert engine.decoded(decoder, [whole], trace.get("settings")) == trace["events"]
    assert engine.decoded(decoder, list(whole), trace.get("settings")) == trace["events"]


@pytest.mark.browser
def test_chromium_says_the_same(chromium: Browser, tmp_path: Path) -> None:
    """All traces again, in the engine that displays run in."""
    run = """([name, packets, ways]) => {
        let memory = null, events = [];
        for (const packet of packets) {
            const told = shanhuo.decoders[name].decode(memory, packet, ways);
            memory = told.memory;
            events = events.concat(told.events);
        }
        return events;
    }"""
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(write_page(tmp_path, []).as_uri())
        for each in TRACES:
            decoder, trace = each.values
            assert page.evaluate(run, [decoder, trace["packets"], trace.get("settings", {})]) == trace["events"], (
                each.id
            )


def test_there_are_traces_of_every_decoder() -> None:
    """Split packets, noise, input methods: each decoder has its own."""
    assert {each.values[0] for each in TRACES} == {"json", "nexmosphere", "scanner", "wedge", "weight"}
