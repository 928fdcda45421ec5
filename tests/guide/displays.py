"""A display opened in Chromium, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page

DISPLAY: Final = "yantian-huojia"
SIZES: Final = {"landscape": (1920, 1080), "portrait": (1080, 1920), "tablet": (1280, 800), "shelf-edge": (1024, 600)}
"""Layout → CSS pixels of the screen."""
NOON: Final = "2026-11-29T04:00:00Z"
"""Twelve o'clock in China: the display is lit."""


STATES: Final[Mapping[str, Sequence[Mapping[str, Any]]]] = {
    "attract": [],
    "item": [{"kind": "lift", "sensor": "W01"}],
    "compare": [{"kind": "lift", "sensor": "W01"}, {"kind": "lift", "sensor": "W08"}],
    "ask": [{"kind": "lift", "sensor": "W08"}, {"kind": "ask"}],
    "answer": [{"kind": "lift", "sensor": "W08"}, {"kind": "question", "text": "怎么泡？"}],
    "unknown": [{"kind": "scan", "code": "4006381333931"}],
    "idle": [],
    "closed": [],
}
"""What brings a display into a state, as it can be seen."""
_SCREENS: Final = {"answer": "ask", "unknown": "attract"}
"""State → the screen that it is a form of, where it is not one of its own."""


class Screen:
    """One display, and everything that its page complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.asked: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", lambda told: self._note(told.type, told.text))
        page.on("request", lambda asked: self.asked.append(asked.url))

    def _note(self, kind: str, text: str) -> None:
        """Note what the page complains of; that no bridge listens here is the browser's own word."""
        if kind in ("error", "warning") and "ws://127.0.0.1" not in text:
            self.faults.append(f"console: {text}")

    def open(self, address: str) -> Screen:
        """Open the display and wait until all its goods are there."""
        self.page.goto(address)
        self.page.wait_for_selector("body[data-ready]", state="attached")
        return self

    def happen(self, kind: str, **more: Any) -> Screen:
        """Let a sensor tell something, or somebody do it."""
        self.page.evaluate("event => shanhuo.screen.happen(event)", {"type": kind, **more})
        return self

    def sense(self, kind: str, **more: Any) -> Screen:
        """Let it come in where drivers hand it in."""
        self.page.evaluate("event => shanhuo.senses.emit(event)", {"type": kind, **more})
        return self

    @property
    def state(self) -> Mapping[str, Any]:
        """Everything that the state machine knows."""
        state: Mapping[str, Any] = self.page.evaluate("shanhuo.screen.state()")
        return state

    @property
    def products(self) -> Sequence[str]:
        """The goods that can be seen on the screen now, by their ids."""
        found: Sequence[str] = self.page.evaluate(
            "[...document.querySelectorAll('.sh-g-screen:not([hidden]) .sh-g-item, .sh-g-compare:not([hidden])"
            " .sh-g-card')].map((each) => each.getAttribute('data-product'))"
        )
        return found

    def text(self, part: str = ".sh-g-screen:not([hidden])") -> str:
        """Return the words of a part as they can be read."""
        return self.page.locator(part).first.inner_text()


@contextmanager
def screen(
    chromium: Browser, layout: str = "landscape", *, clock: str = NOON, runs: bool = False, **options: Any
) -> Iterator[tuple[Screen, BrowserContext]]:
    """Open a window of the size of *layout*, whose clock begins at *clock*; with *runs*, it is the machine's own."""
    width, height = SIZES[layout]
    context = chromium.new_context(viewport={"width": width, "height": height}, **options)
    try:
        page = context.new_page()
        if not runs:
            page.clock.install(time=clock)
        yield Screen(page), context
    finally:
        context.close()


def address_of(out: Path, layout: str = "landscape", display: str = DISPLAY) -> str:
    """Return the address of a display in a folder of files."""
    return f"{(out / 'guide' / display / 'index.html').as_uri()}#layout={layout}"


def into(seen: Screen, state: str) -> Screen:
    """Bring a display into a state of :data:`STATES`."""
    for event in STATES[state]:
        seen.happen(**event)
    if state == "idle":
        seen.page.clock.fast_forward(500_000)
    if state == "closed":
        seen.happen("tick", open=False)
    else:
        seen.page.wait_for_selector(f'body[data-screen="{_SCREENS.get(state, state)}"]', state="attached")
    if state == "answer":
        seen.page.wait_for_selector(".sh-g-told__fact")
    return seen
