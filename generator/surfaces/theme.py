"""A theme: templates, styles, texts and motifs, looked up in the site, the theme and its parents."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import jinja2
import yaml

from generator.errors import SiteError, UsageError

PACKAGE_THEMES = next(
    folder
    for folder in (Path(__file__).parent.parent / "themes", Path(__file__).parent.parent.parent / "themes")
    if folder.is_dir()
)
"""Themes that come with the package: beside it in a checkout, inside it in a wheel."""


@dataclass(frozen=True)
class Theme:
    """Folders in the order in which a file is looked up, nearest first."""

    name: str
    folders: tuple[Path, ...]
    work: Path
    """Where compiled templates are kept between runs."""

    @classmethod
    def open(cls, name: str, *, site_dir: Path, work: Path) -> Theme:
        """Find the theme *name* for a site.

        Raises:
            UsageError: Neither the site nor the package has such a theme.
        """
        folders: list[Path] = []
        wanted: str | None = name
        while wanted is not None:
            found = [base / wanted for base in (site_dir / "themes", PACKAGE_THEMES) if (base / wanted).is_dir()]
            if not found:
                raise UsageError(f"没有名为“{wanted}”的主题。", mend="检查 site_config.yml 里的 theme。")
            folders += [folder.resolve() for folder in found if folder.resolve() not in folders]
            wanted = _parent_of(found)
        if name != "default" and (PACKAGE_THEMES / "default").resolve() not in folders:
            folders.append((PACKAGE_THEMES / "default").resolve())
        return cls(name=name, folders=tuple(folders), work=work)

    @cached_property
    def files(self) -> Mapping[str, Path]:
        """Relative path → the file that counts, in a fixed order."""
        found: dict[str, Path] = {}
        for folder in reversed(self.folders):
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    found[path.relative_to(folder).as_posix()] = path
        return dict(sorted(found.items()))

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        contents = {name: path.read_bytes() for name, path in self.files.items()}
        contents["theme.yml"] = repr(sorted(self.about.items())).encode()  # parents' files have their say in it too
        return {name: hashlib.blake2b(data, digest_size=16).hexdigest() for name, data in sorted(contents.items())}

    @cached_property
    def about(self) -> dict[str, Any]:
        """``theme.yml``: sheets and scripts of each surface, choices of a site; what is left out, parents say."""
        merged: dict[str, Any] = {}
        for folder in reversed(self.folders):
            if (folder / "theme.yml").is_file():
                merged |= _mapping_of(folder / "theme.yml")
        return merged

    def digest(self, *prefixes: str) -> str:
        """Return a digest of all files whose relative path starts with one of *prefixes*."""
        state = hashlib.blake2b(digest_size=16)
        for name, digest in self._digests.items():
            if name.startswith(prefixes):
                state.update(f"{name}\0{digest}\n".encode())
        return state.hexdigest()

    def text(self, name: str) -> str:
        """Return the file *name* as text.

        Raises:
            SiteError: Neither the theme nor those beneath it have such a file.
        """
        path = self.files.get(name)
        if path is None:
            raise SiteError(f"主题“{self.name}”里没有文件 {name}。", mend="检查 theme.yml 里列出的文件名。")
        return path.read_text(encoding="utf-8")

    def names(self, prefix: str, suffix: str) -> tuple[str, ...]:
        """Return relative paths that begin and end so, sorted."""
        return tuple(name for name in self.files if name.startswith(prefix) and name.endswith(suffix))

    def fixed_texts(self, language: str) -> Mapping[str, str]:
        """Return key → text of *language*: parents first, so that the nearer theme's words win."""
        merged: dict[str, str] = {}
        for folder in reversed(self.folders):
            for name in (f"{language}.yml", f"{language}.values.yml"):
                path = folder / "i18n" / name
                if path.is_file():
                    merged.update(_mapping_of(path))
        if not merged:
            raise UsageError(
                f"主题“{self.name}”没有 {language} 语言的文字。", mend=f"在主题里加上 i18n/{language}.yml。"
            )
        return merged

    def render(self, name: str, **given: object) -> str:
        """Return the template *name* filled in.

        Raises:
            SiteError: The template, or one that it includes, is wrong; the sentence names file and line.
        """
        try:
            return self.environment.get_template(name).render(given)
        except jinja2.TemplateSyntaxError as error:
            raise SiteError(f"模板 {error.name or name} 第 {error.lineno} 行写错了：{error.message}") from error
        except jinja2.TemplateError as error:
            raise SiteError(f"模板 {name} 不能用：{error.message}") from error

    @cached_property
    def environment(self) -> jinja2.Environment:
        """The Jinja environment of our own templates: strict about missing names, escaping everything."""
        compiled = self.work / "templates"
        compiled.mkdir(parents=True, exist_ok=True)
        return _Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in self.folders]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=jinja2.FileSystemBytecodeCache(str(compiled)),
            auto_reload=False,  # every run opens its theme anew
        )


class _Environment(jinja2.Environment):
    """Gives all templates the same globals as one dictionary: Jinja's chain of two is slow to look through."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def _parent_of(folders: list[Path]) -> str | None:
    for folder in folders:
        path = folder / "theme.yml"
        if path.is_file():
            parent = _mapping_of(path).get("parent")
            return parent if isinstance(parent, str) and parent not in ("", "null", "~") else None
    return None


def _mapping_of(path: Path) -> dict[str, Any]:
    """Return a YAML file of a theme, every scalar as text.

    Raises:
        SiteError: It is no mapping, or no YAML at all.
    """
    try:
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SiteError(f"主题文件 {path.parent.name}/{path.name} 读不懂：{error}") from error
    if told is not None and not isinstance(told, dict):
        raise SiteError(f"主题文件 {path.parent.name}/{path.name} 应当是“名称: 值”的形式。")
    return told or {}
