"""The state machine of displays, run in QuickJS with its real scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "themes" / "default" / "guide"
TIMINGS = {
    "settle": 400,
    "linger": 8_000,
    "idle": 45_000,
    "rest": 450_000,
    "held": 180_000,
    "ask": 90_000,
    "notice": 6_000,
    "slide": 12_000,
}
SETTINGS: dict[str, Any] = {
    "slots": [
        {"slot": "1", "product": "tea", "sensor": "S1", "tag": "04:A2:11:5B"},
        {"slot": "2", "product": "rice", "sensor": "S2", "tag": ""},
        {"slot": "3", "product": "wine", "sensor": "S3", "tag": ""},
        {"slot": "4", "product": "recalled", "sensor": "S4", "tag": ""},
    ],
    "goods": ["tea", "rice", "wine", "recalled", "honey"],
    "alone": ["recalled"],
    "codes": {"PNC2DBU": "honey", "06901234567892": "rice"},
    "languages": ["zh-Hans", "en"],
    "timings": TIMINGS,
}
TICK = 200
"""Milliseconds between two ticks, as the page gives them."""


class Machine:
    """A display that is nothing but its state."""

    def __init__(self, settings: Mapping[str, Any] = SETTINGS) -> None:
        from quickjs import Context  # whose thread would keep tests that fork from doing so

        self._context = Context()
        for name in ("senses/codes.js", "machine.js"):
            self._context.eval((FOLDER / name).read_text(encoding="utf-8"))
        self._context.eval(f"var settings = {json.dumps(settings)}; var state = shanhuo.machine.first(settings, 0);")
        self._step = self._context.eval(
            "(function (event, now) { var before = JSON.stringify(state);"
            " var next = shanhuo.machine.step(state, JSON.parse(event), settings, now);"
            " if (JSON.stringify(state) !== before) throw new Error('the state before was changed');"
            " state = next; return JSON.stringify(state); })"
        )
        self.now = 0
        self.state: dict[str, Any] = json.loads(self._context.eval("JSON.stringify(state)"))
        self.seen: list[tuple[str, tuple[str, ...]]] = [self.shown]

    @property
    def shown(self) -> tuple[str, tuple[str, ...]]:
        """The screen and what stands on it."""
        return (self.state["screen"], tuple(self.state["items"]))

    def happen(self, kind: str, **more: Any) -> Machine:
        """Let something happen now."""
        self.state = json.loads(self._step(json.dumps({"type": kind, **more}), self.now))
        if self.seen[-1] != self.shown:
            self.seen.append(self.shown)
        return self

    def wait(self, milliseconds: int, *, open_: bool | None = None) -> Machine:
        """Let time pass, tick by tick."""
        more = {} if open_ is None else {"open": open_}
        for _ in range(max(1, milliseconds // TICK)):
            self.now += TICK
            self.happen("tick", **more)
        return self

    def play(self, events: Iterable[tuple[int, str, str]], ending: int) -> Machine:
        """Let (milliseconds, kind, sensor) happen at their times, and time pass to *ending*."""
        for at, kind, sensor in sorted(events):
            while self.now + TICK <= at:
                self.now += TICK
                self.happen("tick")
            self.now = max(self.now, at)
            self.happen(kind, sensor=sensor)
        return self.wait(ending - self.now)
