"""What was pasted once goes on working, whatever becomes of the things in it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from line.sizes import record_result
from playwright.sync_api import Browser

from .guests import Guest, Hosts, guest

pytestmark = pytest.mark.browser

FROZEN = Path(__file__).parent / "frozen-v1.json"
"""Grade → a snippet of version 1 as it was pasted in November 2026, ``{base}`` for the address of the site; never
changed."""
PRICES = re.compile(r"¥|\d+\.\d\d")


def withdraw_all(site: Path) -> None:
    """Withdraw every product of the demonstration."""
    for path in (site / "data" / "products").glob("*.yml"):
        text = re.sub(r"(?m)^状态: .*\n", "", path.read_text(encoding="utf-8"))
        path.write_text(f"{text.rstrip()}\n状态: 下架\n", encoding="utf-8")
    shutil.rmtree(site / "content")  # it leads to lists that are empty now
    settings = site / "site_config.yml"
    settings.write_text(re.sub(r"(?m)^home_lead: .*\n", "", settings.read_text("utf-8")), encoding="utf-8")


@pytest.fixture(scope="module")
def emptied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guest]:
    """The site after every product in it was withdrawn."""
    with guest(tmp_path_factory.mktemp("emptied"), withdraw_all) as found:
        yield found


@pytest.mark.parametrize("grade", ["a", "b", "c", "d", "e"])
def test_a_frozen_snippet_works_after_every_product_was_withdrawn(
    chromium: Browser, emptied: Guest, elsewhere: Hosts, grade: str
) -> None:
    """Every address in it answers; what is shown live says that things are withdrawn and offers nothing."""
    pasted = json.loads(FROZEN.read_text(encoding="utf-8"))[grade].replace("{base}", emptied.base)
    wrong: list[str] = []
    page = chromium.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    html = f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title><main>{pasted}</main></html>'
    page.goto(elsewhere.put(f"frozen-{grade}.html", html))
    for address in re.findall(rf'(?:href|src)="({re.escape(emptied.base)}[^"#]*)"', pasted):
        assert page.request.get(address).ok, address
    if grade == "e":
        page.wait_for_function("() => document.querySelector('shanhuo-column').shadowRoot.querySelector('.sh-c')")
        shown = page.locator("shanhuo-column .sh-c").inner_text()
    elif grade in ("c", "d"):
        page.wait_for_timeout(300)
        shown = page.frames[-1].locator(".sh-c").inner_text()
    else:
        shown = page.locator("main").inner_text()
    page.close()
    assert "年货时节的山货" in shown
    assert not PRICES.search(shown.replace("2026-11-21", ""))
    if grade in ("c", "d", "e"):
        assert "已下架" in shown
    assert not wrong
    record_result("embed-contract", 1, "frozen snippets", "work after every product was withdrawn")


def test_frozen_snippets_are_what_is_pasted_today_but_for_the_address(embedded: Guest) -> None:
    """Version 1 is still made; where this fails, a new version has to stand beside the old one, not in its place."""
    frozen = json.loads(FROZEN.read_text(encoding="utf-8"))
    for grade, pasted in frozen.items():
        wanted = set(re.findall(r'(?:href|src)="([^"]*)"', pasted.replace("{base}", embedded.base)))
        today = set(re.findall(r'(?:href|src)="([^"]*)"', embedded.code("nianhuo-jingxuan", grade)))
        assert wanted == today, grade
