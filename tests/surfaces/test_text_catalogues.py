"""Catalogues of fixed texts: what was read and checked once is kept, by everything that it hangs on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.surfaces.text_catalogues import read_catalogues
from generator.surfaces.theme_files import ThemeBroken

_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from generator.surfaces.text_catalogues import read_catalogues
standard, own, kept = map(Path, sys.argv[1:])
texts = read_catalogues([standard, own], kept, own=[own], standard=[standard])
print(texts["k"], "babel" in sys.modules)
"""


def _catalogue(path: Path, **texts: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f'msgid "{key}"\nmsgstr "{text}"\n\n' for key, text in texts.items()), encoding="utf-8")
    return path


@pytest.fixture
def read(tmp_path: Path) -> Callable[[], dict[str, str]]:
    """Reads a site's own catalogue over the standard one of its language; another language stands beside that."""
    standard = _catalogue(tmp_path / "standard" / "en.po", k="{n} things", other="words")
    beside = _catalogue(tmp_path / "standard" / "fr.po", k="{n} choses", other="mots")
    own = _catalogue(tmp_path / "own" / "en.po", k="all {n}")
    return lambda: read_catalogues([standard, own], tmp_path / "kept", own=[own], standard=[standard, beside])


def test_what_was_read_is_read_from_what_is_kept(tmp_path: Path, read: Callable[[], dict[str, str]]) -> None:
    """A second run takes what the first one kept, and does not even import what reads catalogues."""
    assert read() == {"k": "all {n}", "other": "words"}
    paths = (tmp_path / "standard" / "en.po", tmp_path / "own" / "en.po", tmp_path / "new")
    told = [
        subprocess.run([sys.executable, "-c", _IN_ANOTHER_PROCESS, *paths], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [each.stdout.split() for each in told] == [["all", "{n}", "True"], ["all", "{n}", "False"]]


@pytest.mark.parametrize(
    "damaged", ["", "{", "[]", '"k"', "null", '{"k": 1}', '{"k": null}', '{"k": ["all"]}', "[" * 100_000]
)
def test_what_is_kept_and_damaged_counts_as_nothing(
    tmp_path: Path, read: Callable[[], dict[str, str]], damaged: str
) -> None:
    """A kept file that is torn, or holds anything but texts, is made anew."""
    texts = read()
    (kept,) = (tmp_path / "kept").iterdir()
    kept.write_text(damaged, encoding="utf-8")
    assert read() == texts
    assert json.loads(kept.read_text(encoding="utf-8")) == texts


@pytest.mark.parametrize(
    ("name", "texts", "wrong"),
    [
        ("own/en.po", {"k": "all {m}"}, "{m}"),
        ("own/en.po", {"k": "all {n"}, "花括号"),
        ("standard/fr.po", {"other": "mots"}, ""),
        ("standard/en.po", {"other": "words"}, ""),
    ],
)
def test_another_catalogue_is_checked_anew(
    tmp_path: Path, read: Callable[[], dict[str, str]], name: str, texts: dict[str, str], wrong: str
) -> None:
    """A change of the site's own words, or of a standard catalogue in any language, leaves nothing unchecked."""
    read()
    _catalogue(tmp_path / name, **texts)
    if wrong:
        with pytest.raises(ThemeBroken, match=wrong):
            read()
    else:
        assert read()["k"] == "all {n}"
    assert len(list((tmp_path / "kept").iterdir())) == (1 if wrong else 2)


def test_a_placeholder_that_nobody_fills_any_more_is_told(tmp_path: Path, read: Callable[[], dict[str, str]]) -> None:
    """Own words that were good are refused when the standard texts no longer have their placeholder."""
    read()
    for name in ("en.po", "fr.po"):
        _catalogue(tmp_path / "standard" / name, k="some")
    with pytest.raises(ThemeBroken, match=r"own/en\.po 第 1 行|en\.po 第 1 行.*\{n\}"):
        read()


def test_what_is_checked_for_one_site_is_not_taken_unchecked_by_another(tmp_path: Path) -> None:
    """The same catalogue, read once as one that needs no check, is checked where it is a site's own."""
    path = _catalogue(tmp_path / "a" / "en.po", k="{m}")
    standard = _catalogue(tmp_path / "b" / "en.po", k="{n}")
    assert read_catalogues([path], tmp_path / "kept") == {"k": "{m}"}
    with pytest.raises(ThemeBroken, match=r"\{m\}"):
        read_catalogues([path], tmp_path / "kept", own=[path], standard=[standard])
