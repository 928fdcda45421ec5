"""What a display does when things are lifted, put back, scanned, asked about, or left alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from line.sizes import record_result

from .machine import SETTINGS, TIMINGS, Machine

Deed = Callable[[Machine], object]
REST = ("attract", ())

TABLE: dict[str, tuple[list[Deed], tuple[str, tuple[str, ...]]]] = {
    "nobody is there": ([], REST),
    "one is lifted": ([lambda m: m.happen("lift", sensor="S1")], ("item", ("tea",))),
    "one is lifted by its tag, however it is written": (
        [lambda m: m.happen("lift", tag="0x04a2115b")],
        ("item", ("tea",)),
    ),
    "two are lifted": (
        [lambda m: m.happen("lift", sensor="S1"), lambda m: m.wait(2000), lambda m: m.happen("lift", sensor="S2")],
        ("compare", ("tea", "rice")),
    ),
    "three are lifted: the latest two": (
        [
            lambda m: m.happen("lift", sensor="S1"),
            lambda m: m.happen("lift", sensor="S2"),
            lambda m: m.happen("lift", sensor="S3"),
        ],
        ("compare", ("rice", "wine")),
    ),
    "one of two is put back": (
        [
            lambda m: m.happen("lift", sensor="S1"),
            lambda m: m.happen("lift", sensor="S2"),
            lambda m: m.happen("return", sensor="S2"),
            lambda m: m.wait(600),
        ],
        ("item", ("tea",)),
    ),
    "put back: it stays for eyes that still read": (
        [
            lambda m: m.happen("lift", sensor="S1"),
            lambda m: m.wait(3000),
            lambda m: m.happen("return", sensor="S1"),
            lambda m: m.wait(5000),
        ],
        ("item", ("tea",)),
    ),
    "put back, and gone after a while": (
        [
            lambda m: m.happen("lift", sensor="S1"),
            lambda m: m.wait(3000),
            lambda m: m.happen("return", sensor="S1"),
            lambda m: m.wait(9000),
        ],
        REST,
    ),
    "held for long, and read": (
        [lambda m: m.happen("lift", sensor="S1"), lambda m: m.wait(120_000)],
        ("item", ("tea",)),
    ),
    "carried off, or its sensor silent: forgotten": (
        [lambda m: m.happen("lift", sensor="S1"), lambda m: m.wait(TIMINGS["held"] + TIMINGS["linger"] + 1000)],
        REST,
    ),
    "carried off, and the next is lifted": (
        [
            lambda m: m.happen("lift", sensor="S1"),
            lambda m: m.wait(TIMINGS["held"] + 1000),
            lambda m: m.happen("lift", sensor="S2"),
        ],
        ("item", ("rice",)),
    ),
    "one is put back and the next is taken at once": (
        [
            lambda m: m.happen("lift", sensor="S1"),
            lambda m: m.wait(2000),
            lambda m: m.happen("return", sensor="S1"),
            lambda m: m.happen("lift", sensor="S2"),
        ],
        ("item", ("rice",)),
    ),
    "put back, gone back, and taken again at once": (
        [
            lambda m: m.happen("lift", sensor="S1"),
            lambda m: m.happen("return", sensor="S1"),
            lambda m: m.happen("back"),
            lambda m: m.happen("lift", sensor="S1"),
        ],
        ("item", ("tea",)),
    ),
    "a recalled thing stands alone": (
        [lambda m: m.happen("lift", sensor="S1"), lambda m: m.happen("lift", sensor="S4")],
        ("item", ("recalled",)),
    ),
    "a recalled thing stands alone, whatever comes after": (
        [lambda m: m.happen("lift", sensor="S4"), lambda m: m.happen("lift", sensor="S1")],
        ("item", ("recalled",)),
    ),
    "a scan": ([lambda m: m.happen("scan", code="HTTPS://S.EXAMPLE.CN/P/PNC2DBU")], ("item", ("honey",))),
    "a scan of a trade item number": ([lambda m: m.happen("scan", code="6901234567892")], ("item", ("rice",))),
    "a scan beside what is in the hand": (
        [lambda m: m.happen("lift", sensor="S1"), lambda m: m.happen("scan", code="PNC2DBU")],
        ("compare", ("tea", "honey")),
    ),
    "a scan of something unknown leaves the screen": (
        [lambda m: m.happen("lift", sensor="S1"), lambda m: m.happen("scan", code="4006381333931")],
        ("item", ("tea",)),
    ),
    "a touch": ([lambda m: m.happen("show", product="wine")], ("item", ("wine",))),
    "a touch is left alone": (
        [lambda m: m.happen("show", product="wine"), lambda m: m.wait(TIMINGS["idle"] + 400)],
        REST,
    ),
    "asked": (
        [lambda m: m.happen("lift", sensor="S1"), lambda m: m.happen("question", text="怎么泡")],
        ("ask", ("tea",)),
    ),
    "asked, and back": (
        [lambda m: m.happen("lift", sensor="S1"), lambda m: m.happen("ask"), lambda m: m.happen("back")],
        ("item", ("tea",)),
    ),
    "asked, and left alone with the thing in the hand": (
        [
            lambda m: m.happen("lift", sensor="S1"),
            lambda m: m.happen("ask"),
            lambda m: m.wait(TIMINGS["ask"] + 400),
        ],
        ("item", ("tea",)),
    ),
    "asked, and something else is lifted": (
        [lambda m: m.happen("ask"), lambda m: m.happen("lift", sensor="S2")],
        ("item", ("rice",)),
    ),
    "back from a comparison": (
        [
            lambda m: m.happen("lift", sensor="S1"),
            lambda m: m.happen("lift", sensor="S2"),
            lambda m: m.happen("back"),
        ],
        ("item", ("rice",)),
    ),
    "nobody for long": ([lambda m: m.wait(TIMINGS["rest"] + 400)], ("idle", ())),
    "somebody comes near": (
        [lambda m: m.wait(TIMINGS["rest"] + 400), lambda m: m.happen("presence", present=True)],
        REST,
    ),
    "somebody who is there keeps it awake": (
        [lambda m: m.happen("presence", present=True), lambda m: m.wait(TIMINGS["rest"] + 400)],
        REST,
    ),
    "who touched has gone": (
        [
            lambda m: m.happen("presence", present=True),
            lambda m: m.happen("show", product="wine"),
            lambda m: m.happen("presence", present=False),
            lambda m: m.wait(TIMINGS["linger"] + 400),
        ],
        REST,
    ),
    "closed": ([lambda m: m.wait(400, open_=False)], ("closed", ())),
    "lifted while closed": (
        [lambda m: m.wait(400, open_=False), lambda m: m.happen("lift", sensor="S1")],
        ("item", ("tea",)),
    ),
    "closed again afterwards": (
        [
            lambda m: m.wait(400, open_=False),
            lambda m: m.happen("show", product="tea"),
            lambda m: m.wait(TIMINGS["idle"] + 400, open_=False),
        ],
        ("closed", ()),
    ),
    "closing time does not take away what is read": (
        [lambda m: m.happen("lift", sensor="S1"), lambda m: m.wait(1000, open_=False)],
        ("item", ("tea",)),
    ),
    "opened": ([lambda m: m.wait(400, open_=False), lambda m: m.wait(400, open_=True)], REST),
    "a return without a lift": ([lambda m: m.happen("return", sensor="S1"), lambda m: m.wait(1000)], REST),
    "an event that nobody knows": ([lambda m: m.happen("explosion", sensor="S1")], REST),
}


@pytest.mark.parametrize("case", TABLE)
def test_it_shows(case: str) -> None:
    """Each row: what happens, and what stands on the screen then."""
    deeds, expected = TABLE[case]
    machine = Machine()
    for deed in deeds:
        deed(machine)
    assert machine.shown == expected


def test_what_nobody_knows_is_told_and_forgotten() -> None:
    """A tag, a sensor or a code that is none of ours: a notice for a while, over whatever stands there."""
    for told in ({"tag": "E2801160600002"}, {"sensor": "S99"}):
        machine = Machine().happen("lift", **told)
        assert machine.state["notice"]["code"] == next(iter(told.values()))
        assert machine.wait(TIMINGS["notice"] + 400).state["notice"] is None
    machine = Machine().wait(TIMINGS["rest"] + 400).happen("scan", code="nonsense")
    assert (machine.state["screen"], machine.state["notice"]["kind"]) == ("attract", "unknown")


def test_languages_go_back_to_the_first_with_the_next_shopper() -> None:
    """What one has chosen is not the next one's choice; a language that the display does not have is none."""
    machine = Machine().happen("language", language="en").happen("show", product="tea")
    assert machine.state["language"] == "en"
    assert machine.happen("language", language="xx").state["language"] == "en"
    assert machine.wait(TIMINGS["idle"] + 400).state["language"] == "zh-Hans"


def test_silent_sources_are_told_until_they_are_back() -> None:
    """Each once, however often it is said."""
    machine = Machine().happen("silent", source="serial").happen("silent", source="serial")
    machine.happen("silent", source="socket")
    assert machine.state["silent"] == ["serial", "socket"]
    assert machine.happen("alive", source="serial").state["silent"] == ["socket"]


def test_a_tag_goes_with_the_goods_and_a_sensor_with_the_place() -> None:
    """A thing with a tag in another slot is still that thing; its own slot is the one that is empty."""
    machine = Machine().happen("lift", sensor="S2", tag="04a2115b")
    assert machine.shown == ("item", ("tea",))
    machine.happen("return", tag="04A2115B").wait(600).happen("lift", sensor="S2")
    assert machine.shown == ("item", ("rice",))


def bounces(chance: random.Random) -> Iterator[tuple[list[tuple[int, str, str]], list[str]]]:
    """
    Yield traces of hands that take things and put them back, with contacts that chatter, and what should be seen.

    A chatter lasts for less than the settling time and ends as the hand left it; one thing is in the hand at a time or
    two are, and each stays there for two seconds at least.
    """
    while True:
        at, trace, expected = 1_000, list[tuple[int, str, str]](), list[str]()
        held: list[str] = []
        for _ in range(chance.randint(1, 6)):
            free = [slot for slot in ("S1", "S2", "S3") if slot not in held]
            takes = not held or (len(held) < 2 and chance.random() < 0.5)
            sensor = chance.choice(free if takes else held)
            kind, other = ("lift", "return") if takes else ("return", "lift")
            moments = sorted(chance.sample(range(TIMINGS["settle"] - 50), chance.choice((0, 2, 4, 8, 12))))
            trace.append((at, kind, sensor))
            trace += [(at + moment, (other, kind)[n % 2], sensor) for n, moment in enumerate(moments)]
            held = [*held, sensor] if takes else [each for each in held if each != sensor]
            expected.append(",".join(held))
            at += chance.randint(2_000, 6_000)
        yield trace, expected


def test_a_thousand_chattering_contacts_neither_flash_nor_stick() -> None:
    """Every change of the screen is one that a hand made, in the hand's order, and in the end nothing is left over."""
    product = {slot["sensor"]: slot["product"] for slot in SETTINGS["slots"]}
    traces = bounces(random.Random(7))
    for number in range(1_000):
        trace, held = next(traces)
        machine = Machine()
        machine.play(trace, trace[-1][0] + 1_000)
        wanted = [tuple(product[each] for each in state.split(",") if each) for state in held]
        # Put back: the last thing stays in sight; taken up again at once, nothing has changed.
        changes = [now for before, now in zip([(), *wanted], wanted, strict=False) if now and now != before]
        seen = [items for screen, items in machine.seen if screen in ("item", "compare")]
        compact = [items for place, items in enumerate(changes) if place == 0 or changes[place - 1] != items]
        assert seen == compact, (number, trace)
        assert [each["product"] for each in machine.state["held"]] == list(wanted[-1]), (number, trace)
        assert machine.state["leaving"] == []
    record_result("guide", 1_000, "chattering contacts", "no flash, nothing left over")
