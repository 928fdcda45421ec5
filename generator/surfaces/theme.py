"""A theme: templates, styles, texts and motifs, looked up in the site, the theme and its parents."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.errors import UsageError

from .text_catalogues import check_catalogue, known_placeholders, read_catalogues
from .theme_files import ThemeBroken, check_templates, read_about, read_text

PACKAGE_THEMES = next(
    folder
    for folder in (Path(__file__).parent.parent / "themes", Path(__file__).parent.parent.parent / "themes")
    if folder.is_dir()
)
"""Themes that come with the package: beside it in a checkout, inside it in a wheel."""


@dataclass(frozen=True, eq=False)
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
            UsageError: Neither the site nor the package has such a theme, or a theme is its own parent.
            ThemeBroken: The site's ``theme.yml`` or a template of it cannot be read.
        """
        folders: list[Path] = []
        seen: list[str] = []
        wanted: str | None = name
        while wanted is not None:
            if wanted in seen:
                raise UsageError(f"主题“{wanted}”成了自己的上级。", mend="检查主题里 theme.yml 的 parent。")
            seen.append(wanted)
            found = [base / wanted for base in (site_dir / "themes", PACKAGE_THEMES) if (base / wanted).is_dir()]
            if not found:
                raise UsageError(f"没有名为“{wanted}”的主题。", mend="检查 site_config.yml 里的 theme。")
            folders += [folder.resolve() for folder in found if folder.resolve() not in folders]
            wanted = _parent_of(found)
        if name != "default" and (PACKAGE_THEMES / "default").resolve() not in folders:
            folders.append((PACKAGE_THEMES / "default").resolve())
        for folder in folders:
            if not _is_packaged(folder):
                check_templates(folder)
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
            told = read_about(folder / "theme.yml") if (folder / "theme.yml").is_file() else {}
            for key, value in told.items():
                merged[key] = {**merged.get(key, {}), **value} if isinstance(value, dict) else value
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
            ThemeBroken: Neither the theme nor those beneath it have such a file, or it is not UTF-8.
        """
        path = self.files.get(name)
        if path is None:
            raise ThemeBroken(f"主题“{self.name}”里没有文件 {name}。", mend="检查 theme.yml 里列出的文件名。")
        return read_text(path)

    def names(self, prefix: str, suffix: str) -> tuple[str, ...]:
        """Return relative paths that begin and end so, sorted."""
        return tuple(name for name in self.files if name.startswith(prefix) and name.endswith(suffix))

    def fixed_texts(self, language: str) -> Mapping[str, str]:
        """Return key → text of *language*: parents first, so that the nearer theme's words win.

        Raises:
            UsageError: No theme has texts in this language.
            ThemeBroken: A catalogue cannot be read, or a text leaves something to fill that nobody fills.
        """
        paths = [folder / "locales" / f"{language}.po" for folder in reversed(self.folders)]
        found = [path for path in paths if path.is_file()]
        if not found:
            raise UsageError(
                f"主题“{self.name}”没有 {language} 语言的文字。", mend=f"在主题里加上 locales/{language}.po。"
            )
        for path in found:
            if not _is_packaged(path):
                check_catalogue(path, known_placeholders(PACKAGE_THEMES / "default" / "locales"))
        return read_catalogues(found, self.work / "texts")


def _parent_of(folders: list[Path]) -> str | None:
    for folder in folders:
        path = folder / "theme.yml"
        if path.is_file():
            parent: str = read_about(path).get("parent", "")
            return parent if parent not in ("", "null", "~") else None
    return None


def _is_packaged(folder: Path) -> bool:
    return folder.is_relative_to(PACKAGE_THEMES.resolve())
