"""The page on which the guide is asked, as visitors use it: on a small phone, from a folder of files, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from line.site_copies import BuiltSite
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser
FOLDERS = {"zh-Hans": "", "zh-Hant": "zh-hant/", "en": "en/"}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a small phone, in which no script may fail."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


@pytest.mark.parametrize("language", FOLDERS)
def test_every_suggested_question_is_answered(page: Page, built_demo: BuiltSite, language: str) -> None:
    """Touching it asks it; the answer is announced, has a date and a source, and makes the page no wider."""
    page.goto((built_demo.out / FOLDERS[language] / "ask/index.html").as_uri())
    questions = page.locator(".sh-ask__more [data-sh-question]")
    assert questions.count() >= 4
    for number in range(questions.count()):
        asked = questions.nth(number).inner_text()
        questions.nth(number).click()
        expect(page.locator(".sh-ask__asked")).to_have_text(asked)
        expect(page.locator(".sh-ask__fact").first).to_be_visible()
    assert page.locator("[data-sh-answer]").get_attribute("aria-live") == "polite"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_question_is_typed_and_followed_up(page: Page, built_demo: BuiltSite) -> None:
    """The second question need not say of what; what is asked back is touched, and answered as it was asked."""
    page.goto((built_demo.out / "ask/index.html").as_uri())
    field, told = page.locator("#sh-ask-question"), page.locator(".sh-ask__told")
    field.fill("东源腐竹多少钱")
    field.press("Enter")
    expect(told).to_contain_text("¥32.00")
    field.fill("那怎么吃？")
    field.press("Enter")
    expect(told).to_contain_text("凉水泡软")
    field.fill("红茶多少钱")
    field.press("Enter")
    page.locator("[data-sh-answer] [data-sh-question]", has_text="紫阳红茶").click()
    expect(told).to_contain_text("¥96.00")


def test_after_the_first_answer_no_network_is_needed(page: Page, built_demo: BuiltSite) -> None:
    """What was not read yet is read while nobody waits."""
    files = len(list((built_demo.out / "ask/facts/zh-hans").iterdir()))
    read: set[str] = set()
    page.on("requestfinished", lambda request: read.add(request.url) if "/ask/facts/" in request.url else None)
    page.goto((built_demo.out / "ask/index.html").as_uri())
    page.locator("#sh-ask-question").fill("东源腐竹多少钱")
    page.locator("#sh-ask-question").press("Enter")
    expect(page.locator(".sh-ask__told")).to_contain_text("¥32.00")
    while len(read) < files:
        page.wait_for_timeout(50)
    page.route("**/*", lambda route: route.abort())
    page.locator("#sh-ask-question").fill("凌云白毫茶怎么泡")
    page.locator("#sh-ask-question").press("Enter")
    expect(page.locator(".sh-ask__told")).to_contain_text("85℃")


def test_while_records_come_slowly_the_page_says_that_it_looks(page: Page, built_demo: BuiltSite) -> None:
    """Poor reception: the question stands there at once, then what happens, then the answer in its place."""
    held: list[Route] = []
    page.route("**/ask/facts/**", lambda route: held.append(route))
    page.goto((built_demo.out / "ask/index.html").as_uri())
    page.locator("#sh-ask-question").fill("东源腐竹多少钱")
    page.locator("#sh-ask-question").press("Enter")
    expect(page.locator(".sh-ask__told")).to_have_text("正在查")
    expect(page.locator(".sh-ask__asked")).to_have_text("东源腐竹多少钱")
    expect(page.locator("[data-sh-ask]")).to_have_attribute("aria-busy", "true")
    for route in held:
        route.continue_()
    expect(page.locator(".sh-ask__told")).to_contain_text("¥32.00")
    expect(page.locator("[data-sh-ask]")).not_to_have_attribute("aria-busy", "true")


def test_without_a_script_the_page_says_whom_to_ask(chromium: Browser, built_demo: BuiltSite) -> None:
    """The directories and the publisher's number are there."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((built_demo.out / "ask/index.html").as_uri())
    expect(page.locator(".sh-ask__noscript")).to_contain_text("0000-0000000")
    expect(page.locator(".sh-ask__ways a").first).to_be_visible()
    context.close()
