"""Every kind of page in a real Chromium: languages, widths, light and dark, with and without JavaScript."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .hosting import hosted, is_installed, policy_for
from .kinds import FOLDERS, KINDS, SHELF, SHELVES, addresses
from .site_copies import BuiltSite
from .sizes import is_acceptance, record_result

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1440)
HEIGHT = 900
LARGEST_SHIFT = 0.02
"""Cumulative layout shift (https://web.dev/articles/cls); 0.1 counts as good."""
_SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.hadRecentInput ? 0 : entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


class Mode(NamedTuple):
    """One way of looking at a page."""

    language: str
    width: int
    """CSS pixels."""
    scheme: str
    """``light`` or ``dark``."""
    has_scripts: bool


MODES = [
    Mode(language, width, scheme, has_scripts)
    for scheme, has_scripts, language, width in itertools.product(("light", "dark"), (True, False), FOLDERS, WIDTHS)
]
"""Those that share a window stand together."""
KIND_NAMES = (*KINDS, SHELF, *SHELVES)


def modes_of(kind: str) -> list[Mode]:
    """Return the modes a page of *kind* is looked at in: all at stated size, else one, another for each kind."""
    if is_acceptance():
        return MODES
    return [MODES[KIND_NAMES.index(kind) * 7 % len(MODES)]]


@pytest.fixture(scope="module")
def root(built_demo: BuiltSite) -> Iterator[str]:
    """The demonstration site under the exported headers: by nginx at stated size, else by a server of ours."""
    server = "nginx" if is_acceptance() and is_installed("nginx") else "python"
    with hosted(built_demo, policy_for(built_demo.site), server, {}) as host:
        yield host.root


@contextmanager
def opened(chromium: Browser, scheme: str, faults: list[str], root: str, *, has_scripts: bool = True) -> Iterator[Page]:
    """Open a window that notes in *faults* what its pages log, and what they ask of another host."""
    context = chromium.new_context(
        color_scheme=scheme,  # type: ignore[arg-type] # one of two words
        java_script_enabled=has_scripts,
    )
    context.add_init_script(_SHIFTS)
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on(
        "console", lambda told: faults.append(f"console: {told.text}") if told.type in ("error", "warning") else None
    )
    page.on("request", lambda asked: None if asked.url.startswith((root, "data:")) else faults.append(asked.url))
    page.on("response", lambda told: faults.append(f"{told.status} {told.url}") if told.status >= 400 else None)
    try:
        yield page
    finally:
        context.close()


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_page_is_quiet_fits_and_stands_still(kind: str, built_demo: BuiltSite, chromium: Browser, root: str) -> None:
    """No message, no request to another host, no part wider than the window, and nothing moves while it loads."""
    files = addresses(built_demo.out)
    modes = modes_of(kind)
    for (scheme, has_scripts), alike in groupby(modes, key=lambda mode: (mode.scheme, mode.has_scripts)):
        faults: list[str] = []
        with opened(chromium, scheme, faults, root, has_scripts=has_scripts) as page:
            for mode in alike:
                page.set_viewport_size({"width": mode.width, "height": HEIGHT})
                page.goto(root + files[kind, mode.language], wait_until="load")
                overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert overflow <= 0, (kind, mode, overflow)
                if mode.has_scripts:
                    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
                    page.wait_for_timeout(50)
                    assert page.evaluate("window.shifts") <= LARGEST_SHIFT, (kind, mode)
                assert page.evaluate("document.documentElement.lang") == mode.language
                assert not faults, (kind, mode, faults)
    record_result("chromium", len(modes), "pages by mode", "quiet, whole, still")


@pytest.mark.parametrize("kind", KIND_NAMES if is_acceptance() else KIND_NAMES[::4])
def test_axe_finds_nothing(kind: str, built_demo: BuiltSite, chromium: Browser, root: str) -> None:
    """axe-core, with no rule left out, finds no violation in light, dark and for elders."""
    files = addresses(built_demo.out)
    languages = list(FOLDERS) if is_acceptance() else [list(FOLDERS)[KIND_NAMES.index(kind) % len(FOLDERS)]]
    ways = [(scheme, mark) for scheme in ("light", "dark") for mark in ("", "#elder")]
    ways = ways if is_acceptance() else [ways[KIND_NAMES.index(kind) % len(ways)]]
    looked = 0
    for (scheme, mark), language in itertools.product(ways, languages):
        width = WIDTHS[(KIND_NAMES.index(kind) + looked) % len(WIDTHS)]
        faults: list[str] = []
        with opened(chromium, scheme, faults, root) as page:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.goto(root + files[kind, language] + mark, wait_until="load")
            found: dict[str, Any] = Axe().run(page).response
        told = [
            (rule["id"], rule["nodes"][0]["html"][:200], rule["nodes"][0].get("failureSummary", "")[:200])
            for rule in found["violations"]
        ]
        assert not told, (kind, language, scheme, mark, width, told)
        looked += 1
    record_result("axe", looked, "pages by language, scheme and elder mode", "no violation")
