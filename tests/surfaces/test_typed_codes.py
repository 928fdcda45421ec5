"""The page on which a code is typed: in a real browser, from files, with and without a script."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from line.small_shop_codes import CODES, REGISTER, write_small_shop
from playwright.sync_api import Browser, Page

from generator.build import Options, build
from generator.contract.shelf_code import ALPHABET, check_character, new_code

SMALL = "97TXK7A"
"""A code that was printed in small letters."""
DIGITS = "234567" + check_character("234567")
"""A code whose body looks the same in both cases, printed in small letters too."""


@pytest.fixture(scope="module")
def out() -> Iterator[Path]:
    """The small shop with codes in both cases, built."""
    with tempfile.TemporaryDirectory(prefix="shanhuo-typed-") as name:
        site = write_small_shop(Path(name) / "site")
        with (site / REGISTER).open("a", encoding="utf-8") as file:
            file.write("".join(f"{code},故事,cha-xiang,,2020-09-01,有效,小写\n" for code in (SMALL, DIGITS)))
        yield build(Options(site, out=Path(name) / "out", jobs=1)).out


@pytest.fixture
def page(out: Path, chromium: Browser) -> Iterator[Page]:
    """The page, opened as a file."""
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    opened = context.new_page()
    opened.goto((out / "S/index.html").as_uri())
    yield opened
    context.close()


def said(page: Page, text: str) -> str:
    """Type *text*, send it, and return what the page says."""
    page.fill("#code", text)
    page.press("#code", "Enter")
    return page.inner_text("#typing-said")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("4R39R8A", "P/4R39R8A/"),
        (" 4r3-9r8a ", "P/4R39R8A/"),
        ("４Ｒ３９Ｒ８Ａ", "P/4R39R8A/"),
        (SMALL, f"p/{SMALL.lower()}/"),
        (DIGITS, f"p/{DIGITS.lower()}/"),
    ],
)
def test_a_code_leads_to_its_page(page: Page, out: Path, typed: str, path: str) -> None:
    """However it is typed, it opens the page in the letter case that was printed, also without a server."""
    page.fill("#code", typed)
    page.click("button")
    page.wait_for_url((out / path / "index.html").as_uri())
    assert page.inner_text("h1")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("typed", "words", "near"),
    [
        ("", "请先输入标签上的 7 位编码", ()),
        ("4R39R8", "这里只有 6 位", ("4R39R8A",)),
        ("4R39R8AA", "这里有 8 位", ("4R39R8A",)),
        ("4R39R0A", "码里没有 0", ("4R39R8A",)),
        ("O1IL234", "码里没有 O 1 I L", ()),
        ("R439R8A", "有两位写反了", ("4R39R8A",)),
        ("4R39R8B", "有一位不对", ("4R39R8A",)),
        ("PNC2DBU", "本站没有发过这个码", ()),
    ],
)
def test_a_wrong_code_is_told_what_is_wrong(page: Page, typed: str, words: str, near: tuple[str, ...]) -> None:
    """Length, characters, check character, swapped neighbours, not issued; and the code that was probably meant."""
    told = said(page, typed)
    assert words in told
    assert page.locator("#typing-said a").all_inner_texts() == list(near)
    assert page.locator("#typing-said a").count() == 0 or page.locator("#typing-said a").bounding_box()["height"] >= 60  # type: ignore[index] # it is shown


@pytest.mark.browser
def test_a_code_that_was_sent_before_the_script_came_is_looked_up(page: Page, out: Path) -> None:
    """On a slow line the browser itself sends the field: the page comes again with the code in its address."""
    typing = (out / "S/index.html").as_uri()
    page.goto(typing + "?code=4R39R8B")
    assert "有一位不对" in page.inner_text("#typing-said")
    page.goto(typing + "?code=%E4%ZZ")
    assert "码里没有" in page.inner_text("#typing-said")
    page.goto(typing + "?code=+4r39r8a")
    page.wait_for_url((out / "P/4R39R8A/index.html").as_uri())


@pytest.mark.browser
def test_the_script_knows_codes_as_the_program_does(page: Page) -> None:
    """For random codes the script's check character is the program's: only *not issued* is said of them."""
    source = random.Random(7)
    for _ in range(30):
        code = new_code(CODES, source)
        assert "没有发过" in said(page, code), code
        place = source.randrange(7)
        other = source.choice([each for each in ALPHABET if each != code[place]])
        assert "没有发过" not in said(page, code[:place] + other + code[place + 1 :]), code


@pytest.mark.browser
def test_without_a_script_the_code_is_found_by_its_first_character(out: Path, chromium: Browser) -> None:
    """No field is shown that would do nothing; two presses lead from the page to the code's page."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto((out / "S/index.html").as_uri())
    assert not page.is_visible("#code")
    link = page.locator(".sh-typing-firsts a", has_text="K")
    assert link.bounding_box()["height"] >= 60  # type: ignore[index] # it is shown
    href = link.get_attribute("href")
    page.goto((out / "S" / str(href) / "index.html").as_uri())
    assert "茶香进城" in page.inner_text("main")
    assert page.locator(".sh-shelf-good__row").first.get_attribute("href") == "../../P/KYH7RZ7/"
    context.close()


@pytest.mark.browser
def test_the_page_fits_a_small_phone(page: Page) -> None:
    """At 320 px nothing is wider than the window, no text below 18 px, nothing to press below 60 px."""
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("main *")].filter((e) => e.childNodes.length && e.offsetHeight > 1
        && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && !e.classList.contains("sh-hidden"))
        .map((e) => parseFloat(getComputedStyle(e).fontSize))"""
    )
    assert min(sizes) >= 18
    heights = page.evaluate(
        "[...document.querySelectorAll('main a, main button, main input')].map((e) => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 60
