"""
Templates that stand before others of the same name, and what they take from those behind them.

A site's ``portal/home.html`` stands before the theme's.  To replace one block and keep the rest it begins with
``{% extends "inherited/portal/home.html" %}``: the file of that name in the folders behind its own.  Inside, the
second file of a name is called ``inherited/<name>``, the third ``inherited/inherited/<name>``, and so on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import jinja2

from .theme_files import read_text

INHERITED = "inherited/"
_ASKED = re.compile(rf"([\"']){INHERITED}([^\"']+)\1")
"""An inherited template as another one names it."""
_FRAME = "portal/"
"""Folder of the frame's templates; the frame's engine knows them without it."""


def layers(folders: Sequence[Path]) -> dict[str, tuple[Path, ...]]:
    """Return relative path → the files of that name in *folders*, nearest first; paths are sorted."""
    found: dict[str, list[Path]] = {}
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                found.setdefault(path.relative_to(folder).as_posix(), []).append(path)
    return {name: tuple(paths) for name, paths in sorted(found.items())}


def resolved(asked: str, asking: str, folders: Sequence[Path]) -> str:
    """Return the full name of a template.

    Args:
        asked: As a template names it, perhaps with ``inherited/`` before it.
        asking: Full name of the template that asks.
        folders: Where templates are looked up, nearest first.
    """
    if not asked.startswith(INHERITED):
        return asked
    name = asked.removeprefix(INHERITED)
    level, own = _parted(asking)
    holding = [index for index, folder in enumerate(folders) if (folder / own).is_file()]
    here = holding[level] if level < len(holding) else len(folders)
    before = sum((folder / name).is_file() for folder in folders[: here + 1])
    return INHERITED * before + name


def frame_templates(files: Mapping[str, tuple[Path, ...]], folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of all templates for the frame's engine, which knows no folders behind its own.

    Args:
        files: From :func:`layers`.
        folders: The same folders.
    """
    for name, paths in files.items():
        if not (name.startswith(_FRAME) and name.endswith(".html")):
            continue
        for level, path in enumerate(paths):
            asking = INHERITED * level + name

            def full(match: re.Match[str], asking: str = asking) -> str:
                asked = resolved(f"{INHERITED}{_FRAME}{match[2]}", asking, folders)
                return f'"{asked.replace(_FRAME, "", 1)}"'

            yield asking.replace(_FRAME, "", 1), _ASKED.sub(full, read_text(path))


class ThemeLoader(jinja2.BaseLoader):
    """Finds templates in a theme's folders by their full names."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)

    def resolved(self, asked: str, asking: str) -> str:
        """Return the full name of what the template *asking* calls *asked*."""
        return resolved(asked, asking, self.folders)

    def get_source(
        self,
        environment: jinja2.Environment,  # noqa: ARG002 - Jinja's
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and file; a run opens its theme anew, so nothing changes under it."""
        level, name = _parted(template)
        holding = [folder / name for folder in self.folders if (folder / name).is_file()]
        if level >= len(holding):
            raise jinja2.TemplateNotFound(template)
        return read_text(holding[level]), str(holding[level]), lambda: True


def _parted(full: str) -> tuple[int, str]:
    """Return how many files of its name stand before a template, and that name."""
    name = full
    while name.startswith(INHERITED):
        name = name.removeprefix(INHERITED)
    return (len(full) - len(name)) // len(INHERITED), name
