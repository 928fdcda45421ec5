"""A theme: templates, styles, texts and motifs, looked up in the site, the theme and its parents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rjsmin import jsmin

from generator.errors import UsageError

from .inheritance import frame_templates, layers
from .text_catalogues import read_catalogues
from .theme_files import ThemeBroken, check_templates, read_about, read_text

if TYPE_CHECKING:
    from .brand import Look

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
    look: Look | None = None
    """The site's own colours and sign, where its settings have any."""

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
        return {name: paths[0] for name, paths in self._layers.items()}

    def layers_of(self, name: str) -> tuple[Path, ...]:
        """Return all files of one name, nearest first."""
        return self._layers.get(name, ())

    @cached_property
    def _layers(self) -> Mapping[str, tuple[Path, ...]]:
        return layers(self.folders)

    @cached_property
    def _digests(self) -> Mapping[str, str]:
        # A template may inherit from those behind it; of everything else the nearest file counts alone.
        contents = {
            name: b"\0".join(path.read_bytes() for path in (paths if name.endswith(".html") else paths[:1]))
            for name, paths in self._layers.items()
        }
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
        state = hashlib.blake2b(self.look.digest.encode() if self.look is not None else b"", digest_size=16)
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

    @cached_property
    def scripts(self) -> Mapping[str, str]:
        """Surface → its scripts as one, without what only their writers need (comments, blanks)."""
        named: Mapping[str, list[str]] = self.about["scripts"]
        return {surface: jsmin("\n".join(map(self.text, names))) for surface, names in named.items()}

    def sheet(self, surface: str) -> str:
        """Return the style of a surface: its sheets in the theme's order, the site's own colours behind them."""
        text = "\n".join(self.text(name) for name in self.about["styles"][surface])
        return f"{text}\n{self.look.css}" if self.look is not None else text

    @property
    def accent(self) -> str:
        """The ink of the site's own pages: tea, persimmon …"""
        if self.look is not None:
            return self.look.accent
        default: str = self.about.get("choices", {}).get("accent", {}).get("default", "persimmon")
        return default

    @property
    def favicon(self) -> str:
        """The sign in a browser's tab: SVG, in the ink of the site's own pages."""
        return self.look.favicon if self.look is not None else self.text("portal/favicon.svg")

    def frame_templates(self) -> Iterator[tuple[str, str]]:
        """Yield (name, text) of the portal's templates as the frame's engine looks them up."""
        return frame_templates(self._layers, self.folders)

    def names(self, prefix: str, suffix: str) -> tuple[str, ...]:
        """Return relative paths that begin and end so, sorted."""
        return tuple(name for name in self.files if name.startswith(prefix) and name.endswith(suffix))

    def has_texts(self, language: str) -> bool:
        """Tell whether the theme, or one beneath it, has texts of *language*."""
        return any((folder / "locales" / f"{language}.po").is_file() for folder in self.folders)

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
        own = [path for path in found if not _is_packaged(path)]
        standard = (PACKAGE_THEMES / "default" / "locales").glob("*.po")
        return read_catalogues(found, self.work / "texts", own=own, standard=standard)


def _parent_of(folders: list[Path]) -> str | None:
    for folder in folders:
        path = folder / "theme.yml"
        if path.is_file():
            parent: str = read_about(path).get("parent", "")
            return parent if parent not in ("", "null", "~") else None
    return None


def _is_packaged(folder: Path) -> bool:
    return folder.is_relative_to(PACKAGE_THEMES.resolve())
