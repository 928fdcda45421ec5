"""A site's own theme: what is broken in it is said in one sentence with file and line, never as a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from line.prepared_sites import copy_site

from generator.build import Options, build
from generator.contract import load_tables
from generator.errors import EXIT_USAGE, UsageError
from generator.surfaces.texts import Texts
from generator.surfaces.theme import PACKAGE_THEMES, Theme
from generator.surfaces.theme_files import ThemeBroken

DEFAULT = PACKAGE_THEMES / "default"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site that builds, with an empty theme of its own over the default one."""
    copy_site("schema-1", tmp_path / "site")
    (tmp_path / "site" / "themes" / "default").mkdir(parents=True, exist_ok=True)
    return tmp_path / "site"


def _put(site: Path, name: str, data: str | bytes) -> None:
    path = site / "themes" / "default" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def _told(site: Path) -> str:
    with pytest.raises(UsageError) as caught:
        build(Options(site))
    assert caught.value.exit_code == EXIT_USAGE
    assert caught.value.mend
    assert not (site / "site").exists()
    return caught.value.message


def text(key: str, words: str) -> str:
    """An entry of a catalogue."""
    return f'msgid "{key}"\nmsgstr "{words}"\n\n'


def _open(site: Path, name: str = "default") -> Theme:
    return Theme.open(name, site_dir=site, work=site / ".shanhuo")


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("theme.yml", "题: 山货\n".encode("gb18030"), "themes/default/theme.yml 第 1 行"),
        ("theme.yml", "a: 1\nb: [1\n", "themes/default/theme.yml 第 2 行"),
        ("theme.yml", "- a\n", "themes/default/theme.yml 第 1 行"),
        ("theme.yml", "a: 1\nstyles: portal.css\n", "themes/default/theme.yml 第 2 行"),
        ("theme.yml", "motif_inks: [tea]\n", "themes/default/theme.yml 第 1 行"),
        ("theme.yml", "parent: ../elsewhere\n", "themes/default/theme.yml 第 1 行"),
        (
            "locales/zh-Hans.po",
            'msgid "a"\nmsgstr "山货"\n'.encode("gb18030"),
            "themes/default/locales/zh-Hans.po 第 2 行",
        ),
        ("locales/zh-Hans.po", 'msgid "a"\nmsgstr b\n', "themes/default/locales/zh-Hans.po 第 2 行"),
        ("locales/zh-Hans.po", text("a", "b") + text("count.products", "{nope} 件"), "locales/zh-Hans.po 第 4 行"),
        ("locales/zh-Hans.po", text("count.products", "{count 件"), "locales/zh-Hans.po 第 1 行"),
        ("locales/zh-Hans.po", text("count.products", "{count!r:>9} 件"), "locales/zh-Hans.po 第 1 行"),
        ("locales/zh-Hans.po", text("month.1", "{}"), "locales/zh-Hans.po 第 1 行"),
        ("locales/zh-Hans.po", text("a", "b") + 'msgid "c"\nmsgstr "d\n', "locales/zh-Hans.po 第 5 行"),
        ("locales/zh-Hans.po", 'msgid "c"\n', "themes/default/locales/zh-Hans.po 第 1 行"),
        ("portal/product.html", "山货".encode("gb18030"), "themes/default/portal/product.html 第 1 行"),
        ("portal/product.html", "<p>\n{% if %}\n</p>", "themes/default/portal/product.html 第 2 行"),
        ("portal/main.html", "<p>\n\n{% for %}\n</p>", "themes/default/portal/main.html 第 3 行"),
        ("portal/frame.css", "山货".encode("gb18030"), "themes/default/portal/frame.css 第 1 行"),
        ("inks.yml", "- a\n", "inks.yml"),
    ],
)
def test_a_broken_file_is_named_with_its_line(site: Path, name: str, data: str | bytes, place: str) -> None:
    """Encoding, YAML, shapes, placeholders and syntax of templates are told before anything is made."""
    _put(site, name, data)

    told = _told(site)

    assert place in told
    assert re.search(r"[\u4e00-\u9fff]", told)


@pytest.mark.parametrize(
    ("template", "line", "word"),
    [
        ("{{ page.nope }}", 1, "nope"),
        ("<p>\n{{ nope.name }}", 2, "nope"),
        ("\n\n{{ page.name + 1 }}", 3, ""),
        ("{{ t('no.such.text') }}", None, "no.such.text"),
        ("{{ t('count.products', number=1) }}", None, "count"),
        ("{% include 'portal/nope.html' %}", None, "portal/nope.html"),
        ("{{ page.name | nope }}", 1, "nope"),
    ],
)
def test_a_template_that_asks_for_what_is_not_there_is_named(
    site: Path, template: str, line: int | None, word: str
) -> None:
    """A name, text, template or filter that does not exist is told by its name, the template with the line."""
    _put(site, "portal/product.html", template)

    told = _told(site)

    assert word in told
    if line is not None:
        assert re.search(rf"portal/product\.html 第 {line} 行", told)


def test_a_frame_that_the_engine_refuses_is_named(site: Path) -> None:
    """What fails only in the engine's hands is told with template and line as well, in one line."""
    _put(site, "portal/partials/footer.html", "<footer>\n{{ nope.deeper.still }}\n</footer>")

    told = _told(site)

    assert "portal/partials/footer.html 第 2 行" in told
    assert "\n" not in told


def test_a_frame_without_its_marks_is_named(site: Path) -> None:
    """A page frame in which nothing can be filled in is a fault of the theme."""
    text = (DEFAULT / "portal" / "main.html").read_text("utf-8")
    _put(site, "portal/main.html", text.replace("<!--sh:body-->", ""))

    assert "<!--sh:body-->" in _told(site)


def test_a_listed_file_that_is_missing_is_named(site: Path) -> None:
    """``theme.yml`` may list its own sheets; those of the other surfaces stay."""
    _put(site, "theme.yml", "styles:\n  portal: [portal/nope.css]\n")

    assert "portal/nope.css" in _told(site)
    assert _open(site).about["styles"]["shelf"]


def test_themes_cannot_be_their_own_parents(site: Path) -> None:
    """A ring of parents is told, not followed for ever."""
    for name, parent in (("one", "two"), ("two", "one")):
        (site / "themes" / name).mkdir()
        (site / "themes" / name / "theme.yml").write_text(f"parent: {parent}\n", encoding="utf-8")

    with pytest.raises(UsageError, match="上级"):
        _open(site, "one")


def test_own_words_and_own_keys_are_taken(site: Path) -> None:
    """A theme's words win, placeholders of any language of the default theme are good, new keys are its own affair."""
    own = text("count.products", "共 {count} 件") + text("mine.words", "{anything} 好")
    fuzzy = "#, fuzzy\n" + text("common.skip", "也许")
    _put(site, "locales/zh-Hans.po", own + fuzzy)

    texts = _open(site).fixed_texts("zh-Hans")

    assert Texts("zh-Hans", texts, load_tables()).counted("count.products", 3) == "共 3 件"
    assert texts["mine.words"] == "{anything} 好"
    assert texts["common.skip"] == "跳到正文"


def test_the_default_theme_keeps_its_own_rules(tmp_path: Path) -> None:
    """Every text of every language has placeholders alone that the surfaces fill, and every file can be read."""
    theme = Theme("default", (DEFAULT,), tmp_path)

    assert all(theme.text(name) for name in theme.files if name.endswith((".html", ".css", ".yml", ".svg")))
    for path in sorted((DEFAULT / "locales").glob("*.po")):
        for words in theme.fixed_texts(path.stem).values():
            assert not re.search(r"[{}]", re.sub(r"\{[a-z_]+\}", "", words))


def test_a_file_that_is_nowhere_is_told(site: Path) -> None:
    """Asking a theme for a file that it and its parents lack is its fault, not a traceback."""
    with pytest.raises(ThemeBroken, match=r"nope\.css"):
        _open(site).text("nope.css")


def test_nothing_is_left_behind_by_a_broken_theme(site: Path) -> None:
    """The engine's working folder goes, whether the theme fails before the engine starts or while it works."""
    for name in ("portal/frame.css", "inks.yml"):
        _put(site, name, "山货".encode("gb18030"))
        _told(site)
        (site / "themes" / "default" / name).unlink()

        assert list((site / ".shanhuo" / "cache").glob("frame-*")) == []
