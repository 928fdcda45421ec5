"""Pages for webmasters: by keyboard, on a phone, without a script; and the self-test on somebody else's website."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.surfaces.embed.self_test import self_test_snippet

from .guests import Guest, Hosts

pytestmark = pytest.mark.browser

COLUMN = "embed/columns/nianhuo-jingxuan/"
MOST_SCRIPT = 5_000
"""Bytes of the one script, compressed."""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page whose errors are kept."""
    opened = chromium.new_page()
    yield opened
    opened.close()


def test_what_is_chosen_by_keyboard_stands_in_the_code_and_the_preview(page: Page, embedded: Guest) -> None:
    """Theme and layout go into element and frames, the hash of the script only where it is asked for."""
    page.goto(embedded.base + COLUMN)
    code = page.locator("#grade-e-code")
    first = code.inner_text()
    assert "integrity" not in first
    page.locator("select[name=theme]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("3")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert 'theme="dark" layout="list" limit="3"' in code.inner_text()
    assert 'integrity="sha384-' in code.inner_text()
    assert "#theme=dark&layout=list" in page.locator("#grade-c-code").inner_text()
    page.locator(".sh-embed__element").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.sh-embed__element').shadowRoot.querySelector('.sh-c--dark')")
    assert page.locator(".sh-embed__element .sh-c-item").count() == 3


def test_the_code_is_copied_as_it_is_pasted(page: Page, embedded: Guest) -> None:
    """The button copies exactly the text of the snippet."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=embedded.base.rstrip("/"))
    page.goto(embedded.base + COLUMN)
    page.locator("button[data-sh-copy=grade-b-code]").click()
    page.wait_for_timeout(200)
    assert page.evaluate("navigator.clipboard.readText()") == embedded.code("nianhuo-jingxuan", "b")


def test_without_a_script_every_code_can_be_read(chromium: Browser, embedded: Guest) -> None:
    """On a phone, nothing wider than the screen."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(embedded.base + COLUMN)
    for grade in ("b", "c", "d", "e"):
        assert page.locator(f"#grade-{grade}-code").inner_text().strip() == embedded.code("nianhuo-jingxuan", grade)
    assert page.locator("form[data-sh-choices]").is_hidden()
    context.close()


def test_programs_find_the_answer_of_oembed(page: Page, embedded: Guest) -> None:
    """From the page of a product, of a campaign and of a frame."""
    for address in ("products/ziyang-fuxi-cha/", "campaigns/nianhuo-2026/", "embed/v1/columns/nianhuo-jingxuan/"):
        page.goto(embedded.base + address)
        href = page.locator('link[type="application/json+oembed"]').get_attribute("href") or ""
        assert page.request.get(href).json()["version"] == "1.0"


def test_the_one_script_is_small(embedded: Guest) -> None:
    """At most 5 KB compressed, style included; what is in a frame is less."""
    for name in ("shanhuo.js", "frame.js", "self-test.js"):
        content = (embedded.out / "embed/v1" / name).read_bytes()
        assert len(gzip.compress(content)) <= MOST_SCRIPT


@pytest.mark.parametrize(
    ("policy", "best", "blocked"),
    [
        ("", "E", set()),
        ("default-src 'self' 'unsafe-inline'; script-src {base}; img-src {base}; frame-src {base}", "D", {"fetch"}),
        ("default-src 'self' 'unsafe-inline'; script-src {base}; connect-src {base}", "E", {"picture", "frame"}),
        ("default-src 'self' 'unsafe-inline'; script-src {base}", "B", {"picture", "frame", "fetch"}),
    ],
)
def test_the_self_test_tells_what_a_website_lets_in(
    page: Page, embedded: Guest, elsewhere: Hosts, policy: str, best: str, blocked: set[str]
) -> None:
    """The suggested grade follows from what is blocked."""
    code = self_test_snippet(embedded.around)
    assert code.isascii()
    headers = {"Content-Security-Policy": policy.format(base=embedded.base)} if policy else {}
    html = f'<!doctype html><html lang="zh"><meta charset="gb2312"><title>x</title>{code}</html>'
    page.goto(elsewhere.put(f"self-test-{best}-{len(blocked)}.html", html, encoding="gb2312", headers=headers))
    verdict = page.locator("p[data-best]")
    verdict.wait_for(timeout=8_000)
    assert verdict.get_attribute("data-best") == best
    found = page.locator("[data-test][data-good=false]").evaluate_all("(all) => all.map((e) => e.dataset.test)")
    assert set(found) == blocked


def test_where_scripts_are_blocked_the_lines_tell_it_themselves(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """The sentence for that case is seen, and the frame's own words."""
    code = self_test_snippet(embedded.around)
    html = f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title>{code}</html>'
    policy = {"Content-Security-Policy": "script-src 'none'; style-src 'unsafe-inline'"}
    page.goto(elsewhere.put("self-test-none.html", html, headers=policy))
    assert page.locator("#shanhuo-test-script").is_visible()
    assert "框可以显示" in page.frames[-1].locator("body").inner_text()
