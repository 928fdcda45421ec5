"""Scripts are sent without what only their writers need, and still say the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.surfaces.theme import PACKAGE_THEMES, Theme

NAMES = ("portal", "products", "search")


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    """The default theme."""
    return Theme("default", (PACKAGE_THEMES / "default",), tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_comments_stay_at_home(theme: Theme, name: str) -> None:
    """No comment is sent, and a third of the text at least is saved by it."""
    written = "\n".join(theme.text(file) for file in theme.about["scripts"][name])
    assert "/**" in written
    assert "/**" not in theme.scripts[name]
    assert len(theme.scripts[name]) < len(written) * 2 / 3


def test_texts_and_patterns_stay_as_they_are(tmp_path: Path) -> None:
    """Strings, templates and regular expressions that look like comments are none."""
    folder = tmp_path / "theme"
    folder.mkdir()
    code = "const a = `//  ${b}  /* c */`;\nconst d = 'e  // f';\nconst g = /\\/\\*  h/u;\n"
    (folder / "own.js").write_text(f"// gone\n{code}", encoding="utf-8")
    (folder / "theme.yml").write_text("scripts:\n  portal: [own.js]\n", encoding="utf-8")
    sent = Theme("own", (folder,), tmp_path).scripts["portal"]
    assert "gone" not in sent
    for kept in ("`//  ${b}  /* c */`", "'e  // f'", "/\\/\\*  h/u"):
        assert kept in sent
