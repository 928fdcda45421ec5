"""The oldest engine that screens run in, Chromium 87: what styles and scripts ask of it, and the types of scripts."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import npm_packages
import pytest
from chromium_features import younger_in_style
from line.sizes import is_acceptance

from generator.surfaces.theme import PACKAGE_THEMES, Theme

OLDEST = 87
"""Of autumn 2020; players with older ones have not had updates since."""
FOLDER = PACKAGE_THEMES / "default" / "guide"
SCRIPTS = sorted(FOLDER.rglob("*.js"))
ENHANCEMENTS = {
    "css.properties.scrollbar-width": "the bar beneath the row of goods is as thick as the system's",
}
"""Younger features without which a screen shows the same → what it shows instead."""
UNLISTED = {"css.properties.transform.translatey"}
"""What MDN's data does not name by itself; it came with ``transform`` (Chromium 36)."""
YOUNGER = {
    r"\.(?:at|findLast|findLastIndex|toSorted|toReversed|with)\(": 92,
    r"\bstructuredClone\(": 98,
    r"\bObject\.(?:hasOwn|groupBy)\(": 93,
    r"\bcrypto\.randomUUID\(": 92,
    r"\breportError\(": 95,
    r"\bAbortSignal\.(?:timeout|any)\(": 103,
    r"\bArray\.fromAsync\(": 121,
    r"\bPromise\.(?:withResolvers|try)\(": 119,
    r"\bstatic\s*\{": 94,
    r"^\s*(?:import|export)\s": 0,
    r"\bfetch\(": 0,
    r"/[a-z]*v[a-z]*\.(?:test|exec)\(": 112,
}
"""What no script of a screen may hold → first Chromium that has it; 0 where it does not run from files."""
_DECLARED = "declare var shanhuo: any;\n"


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    """The default theme."""
    return Theme("default", (PACKAGE_THEMES / "default",), tmp_path)


@pytest.mark.parametrize("sheet", ["guide", "guide-simulator"])
def test_no_style_is_younger(theme: Theme, sheet: str) -> None:
    """Every property, value, unit, selector and rule works in it, has a stand-in, or only adorns."""
    used = {use.feature: use.where for use in younger_in_style(theme.sheet(sheet), OLDEST)}
    assert {feature: where for feature, where in used.items() if feature not in ENHANCEMENTS.keys() | UNLISTED} == {}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_script_is_younger(script: Path) -> None:
    """No method, no syntax and no loading that it lacks, or that pages from files cannot do."""
    if script.name == "worker.js":
        return  # runs where pages are served, so it may fetch
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert {pattern: since for pattern, since in YOUNGER.items() if re.search(pattern, code, re.MULTILINE)} == {}


@pytest.mark.skipif(not is_acceptance(), reason="needs npm; part of the acceptance run")
def test_the_types_of_all_scripts_hold(tmp_path: Path) -> None:
    """TypeScript reads the types in the comments and finds nothing wrong, with the built-ins of 2021."""
    tools = npm_packages.installed({"typescript": "7.0.2"})
    if tools is None:
        pytest.skip("npm is missing or cannot install")
    declared = tmp_path / "shanhuo.d.ts"
    declared.write_text(_DECLARED, encoding="utf-8")
    checked = [str(script) for script in SCRIPTS if script.name != "worker.js"]
    options = ["--allowJs", "--checkJs", "--noEmit", "--strict", "--target", "es2020", "--lib", "es2021,dom"]
    tsc = tools / "node_modules" / ".bin" / "tsc"
    done = subprocess.run([tsc, *options, str(declared), *checked], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
