"""The rules are plain scripts whose types hold, and which touch nothing that only a page has."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from npm_packages import installed

THEME = Path(__file__).parent.parent.parent / "themes/default"
RULES = sorted((THEME / "guide/ask").glob("*.js"))
OPTIONS = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2020", "--types", "")


@pytest.mark.parametrize(
    ("files", "library"),
    [(RULES, "es2021"), ([THEME / "portal/ask.js"], "es2021,dom,dom.iterable")],
    ids=["rules", "page"],
)
def test_types_hold(files: list[Path], library: str) -> None:
    """TypeScript finds no fault with the comments' types; the rules need no library of a browser."""
    folder = installed({"typescript": "7.0.2"})
    if folder is None:
        pytest.skip("npm brings no TypeScript here")
    tsc = folder / "node_modules/.bin/tsc"
    run = subprocess.run([tsc, *OPTIONS, "--lib", library, *files], capture_output=True, text=True, check=False)
    assert run.stdout == ""


def test_the_rules_know_no_page() -> None:
    """No document, no clock, no network: the command line runs the same files."""
    named = re.compile(r"\b(?:document|window|fetch|setTimeout|Date|localStorage|XMLHttpRequest|Math\.random)\b")
    for path in RULES:
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        code = re.sub(r'"[^"\n]*"', "", code)  # words of people, which "fetch" as well
        assert named.findall(re.sub(r"/(?:[^/\\\n]|\\.)+/[a-z]*", "", code)) == [], path.name
