"""Files of a theme, read with care: a site's own may be broken, and then the sentence says which and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import yaml

from generator.errors import UsageError
from generator.intake.yaml_tree import parse_yaml

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
"""The one form of placeholder that texts have."""


class ThemeBroken(UsageError):
    """A file of the theme cannot be used."""

    def __init__(self, message: str, *, mend: str = "把主题里的这个文件改好，或者删去它，改用默认主题的。") -> None:
        super().__init__(message, mend=mend)

    @classmethod
    def at(cls, file: str, line: int | None, what: str) -> ThemeBroken:
        """Return the fault *what* of a theme's *file*, at a line counted from 1 where one is known."""
        return cls(f"主题文件 {file} {f'第 {line} 行' if line else ''}{what}。".replace("。。", "。"))


def shown(path: Path) -> str:
    """Return the path of a theme's file as an editor knows it: from the folder ``themes`` on."""
    parts = path.parts
    themes = len(parts) - 1 - parts[::-1].index("themes") if "themes" in parts else len(parts) - 1
    return "/".join(parts[themes:])


def read_text(path: Path) -> str:
    """Return the text of a theme's file.

    Raises:
        ThemeBroken: It is not UTF-8.
    """
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ThemeBroken.at(shown(path), line, "起读不懂：它不是 UTF-8 编码") from error


def read_mapping(path: Path) -> dict[str, Any]:
    """Return a YAML file of a theme, every scalar as text.

    Raises:
        ThemeBroken: It is not UTF-8, not YAML or no mapping.
    """
    text = read_text(path)
    try:
        told = yaml.load(text, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        findings = parse_yaml(text.encode(), shown(path))[1]
        if findings:
            raise ThemeBroken.at(shown(path), findings[0].place.line, f"：{findings[0].message.zh}") from error
        mark = getattr(error, "problem_mark", None)
        raise ThemeBroken.at(shown(path), mark.line + 1 if mark else None, "不是正确的 YAML") from error
    if told in (None, ""):
        return {}
    if not isinstance(told, dict):
        raise ThemeBroken.at(shown(path), 1, "应当是“名字: 内容”的形式")
    return told


def read_about(path: Path) -> dict[str, Any]:
    """Return ``theme.yml``: its parent, the sheets and scripts of each surface, choices of a site.

    Raises:
        ThemeBroken: It cannot be read, or one of these has another shape.
    """
    told = read_mapping(path)
    for key in ("styles", "scripts"):
        lists = told.get(key, {})
        if not isinstance(lists, dict) or not all(_is_list_of_texts(entry) for entry in lists.values()):
            raise ThemeBroken.at(shown(path), line_of_key(path, key), f"的 {key} 应当给每种页面列出文件")
    inks = told.get("motif_inks", {})
    if not isinstance(inks, dict) or not all(isinstance(ink, str) for ink in inks.values()):
        raise ThemeBroken.at(shown(path), line_of_key(path, "motif_inks"), "的 motif_inks 应当给每个图案写一种墨色")
    parent = told.get("parent", "")
    if not isinstance(parent, str) or not re.fullmatch(r"[a-z0-9-]{0,60}|~", parent):
        raise ThemeBroken.at(shown(path), line_of_key(path, "parent"), "的 parent 应当是一个主题的名字")
    return told


def _is_list_of_texts(entry: object) -> bool:
    return isinstance(entry, list) and all(isinstance(item, str) for item in entry)


def placeholders(text: str) -> frozenset[str]:
    """Return the names that *text* leaves to be filled."""
    return frozenset(PLACEHOLDER.findall(text))


def line_of_key(path: Path, key: str) -> int | None:
    """Return the line at which *key* of a YAML file stands, ``None`` where it is written in an unusual way."""
    lines = read_text(path).splitlines()
    own = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*:")
    return next((number for number, line in enumerate(lines, 1) if own.match(line)), None)


def check_templates(folder: Path) -> None:
    """Read all templates of a theme's folder, so that a slip in one is told before anything is made.

    Raises:
        ThemeBroken: One is not UTF-8, or its syntax is wrong.
    """
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for path in sorted(folder.rglob("*.html")):
        try:
            environment.parse(read_text(path))
        except jinja2.TemplateSyntaxError as error:
            raise ThemeBroken.at(shown(path), error.lineno, f"的模板写错了：{error.message}") from error


def template_fault(error: Exception, name: str, folders: tuple[Path, ...]) -> ThemeBroken | None:
    """Return why the template *name* could not be filled in; ``None`` where the fault is not the template's."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return ThemeBroken.at(error.name or name, error.lineno, f"的模板写错了：{error.message}")
    if isinstance(error, jinja2.TemplateNotFound):
        return ThemeBroken.at(name, None, f"要用的模板 {error.name} 不存在")
    file, line, is_inmost = name, None, False
    for code_file, number in _steps(error):
        path = Path(code_file)
        if any(path.is_relative_to(folder) for folder in folders):
            file, line, is_inmost = shown(path), number, True
        elif "jinja2" not in path.parts:
            is_inmost = False
    if isinstance(error, jinja2.TemplateError):
        missing = re.search(r"'(\w+)' is undefined|has no (?:attribute|element) '?(\w+)", error.message or "")
        what = next(filter(None, missing.groups()), "") if missing else ""
        return ThemeBroken.at(file, line, f"用了不存在的内容“{what}”" if what else f"不能用：{error.message}")
    return ThemeBroken.at(file, line, f"算不出来：{error}") if is_inmost else None


def _steps(error: Exception) -> Iterator[tuple[str, int]]:
    """Yield file and line of each call that led to *error*, the inmost last; those of templates are the templates'."""
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
