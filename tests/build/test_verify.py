"""``verify`` names every difference between a folder and its manifest."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.verify import verify
from generator.errors import EnvironmentRefused

from .publishing import Publisher

PAGES = {"a.html": "a", "b/index.html": "b", "c/index.html": "c", "d.html": "d", "e.html": "e"}


def test_each_difference_is_named(tmp_path: Path) -> None:
    """Altered (also by one byte, or replaced by a link), missing, foreign, and a name in other letters."""
    publisher = Publisher(tmp_path)
    publisher.build(PAGES)
    out = publisher.out
    assert verify(out).whole
    (out / "a.html").write_text("A", encoding="utf-8")
    (out / "b/index.html").unlink()
    (out / "d.html").unlink()
    (out / "d.html").symlink_to(out / "c/index.html")
    (out / "e.html").rename(out / "E.html")
    (out / "x").mkdir()
    (out / "x/CNAME").touch()
    found = verify(out)
    assert found.altered == ("a.html", "d.html")
    assert found.missing == ("b/index.html", "e.html")
    assert found.foreign == ("E.html", "x/CNAME")
    assert not found.whole


@pytest.mark.parametrize(
    "manifest", [None, "", "[]", '{"generator":"shanhuo","schema":1,"files":{"a":"1"}}', "[" * 99999]
)
def test_a_folder_without_a_good_manifest_cannot_be_verified(tmp_path: Path, manifest: str | None) -> None:
    """No manifest, a torn one or another program's: one sentence."""
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(EnvironmentRefused):
        verify(tmp_path)


def test_a_later_schema_is_told(tmp_path: Path) -> None:
    """A manifest of a newer program is named as such, so that nobody deletes the folder."""
    (tmp_path / "manifest.json").write_text('{"generator":"shanhuo","schema":2,"files":{}}', encoding="utf-8")
    with pytest.raises(EnvironmentRefused, match="更新版本"):
        verify(tmp_path)
