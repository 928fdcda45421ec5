"""Which entries of the data folder are data files, and what the others are."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path
from typing import TypeAlias

from generator.errors import EnvironmentRefused
from generator.findings import Finding, Place, finding

from .files import CSV_SUFFIX, YAML_SUFFIXES
from .tables import TableNames

_SPREADSHEETS = frozenset((".xlsx", ".xls", ".xlsm", ".xlsb", ".et", ".ods", ".numbers"))
_DESKTOP_FILES = frozenset(("thumbs.db", "desktop.ini", "icon\r"))
"""What Windows and macOS leave in folders without being asked."""

Entry: TypeAlias = "os.DirEntry[str]"
DataFiles = tuple[dict[str, Path], list[Finding]]
"""Path relative to the site → the file; and what is wrong with the other entries."""


def data_files(data_dir: Path, name: str, tables: TableNames, root: Path) -> DataFiles:
    """
    Sort out the entries of the data folder and of its tables' folders.

    Args:
        data_dir: The folder, which exists.
        name: Its path relative to the site.
        tables: The tables that there are.
        root: The site's folder.

    Raises:
        EnvironmentRefused: A folder may not be listed.
    """
    if not _is_inside(data_dir, root):
        return {}, [finding("link-outside", Place(name), found=name)]
    sorter = _Sorter(tables, root)
    for entry in _entries(data_dir):
        if entry.name not in tables.other_names:
            sorter.take(entry, f"{name}/{_shown(entry.name)}")
    return sorter.files, sorter.findings


class _Sorter:
    """Takes entries one by one, in the order of their names."""

    def __init__(self, tables: TableNames, root: Path) -> None:
        self.files: dict[str, Path] = {}
        self.findings: list[Finding] = []
        self._tables = tables
        self._root = root
        self._seen: dict[str, str] = {}
        """Every path in lower case → as it was first seen."""

    def take(self, entry: Entry, relative: str) -> None:
        """Take an entry directly in the data folder."""
        if not self._is_acceptable(entry, relative):
            return
        stem, suffix = os.path.splitext(entry.name)
        is_folder = entry.is_dir()
        table = entry.name if is_folder else stem
        if table not in self._tables.tables and table.lower() in self._tables.tables:
            right = entry.name.replace(table, table.lower(), 1)
            self._note("file-name-case", relative, entry.name, right)
        elif is_folder and table in self._tables.tables:
            self._take_folder(entry, relative)
        elif entry.is_file() and suffix.lower() == CSV_SUFFIX and table in self._tables.tables:
            self.files[relative] = Path(entry.path)
        elif entry.is_file() and suffix.lower() in YAML_SUFFIXES and table in self._tables.tables:
            folder = relative.rsplit("/", 1)[0]
            self._note("file-misplaced", relative, entry.name, f"{folder}/{table}/{entry.name}")
        else:
            self._note("unknown-file", relative, entry.name, self._nearest(table, is_folder=is_folder))

    def _take_folder(self, folder: Entry, relative: str) -> None:
        for entry in _entries(folder):
            inner = f"{relative}/{_shown(entry.name)}"
            if not self._is_acceptable(entry, inner):
                continue
            stem, suffix = os.path.splitext(entry.name)
            if entry.is_file() and suffix.lower() in YAML_SUFFIXES:
                self.files[inner] = Path(entry.path)
            elif entry.is_dir():
                self._note("file-misplaced", inner, entry.name, f"{relative}/")
            elif entry.is_file() and suffix.lower() == CSV_SUFFIX:
                self._note("file-misplaced", inner, entry.name, f"{relative}{CSV_SUFFIX}")
            else:
                self._note("unknown-file", inner, entry.name, f"{stem}{YAML_SUFFIXES[0]}")

    def _is_acceptable(self, entry: Entry, relative: str) -> bool:
        """Tell whether an entry may be data; note links that leave the site, spreadsheets and names in two cases."""
        if _is_ignored(entry.name):
            return False
        if entry.is_symlink() and not _is_inside(Path(entry.path), self._root):
            self._note("link-outside", relative, entry.name, "")
            return False
        stem, suffix = os.path.splitext(entry.name)
        if suffix.lower() in _SPREADSHEETS:
            folder = relative.split("/")[-2]
            table = folder if folder in self._tables.tables else self._nearest_table(stem) or stem
            self._note("spreadsheet-file", relative, entry.name, f"{table}{CSV_SUFFIX}")
            return False
        first = self._seen.setdefault(relative.casefold(), relative)
        if first != relative:
            self._note("file-name-case", relative, entry.name, first.rsplit("/", 1)[1])
            return False
        return True

    def _nearest(self, word: str, *, is_folder: bool) -> str:
        """Return what the entry was most likely meant to be called, or all names of tables."""
        table = self._nearest_table(word)
        if table:
            return f"{table}/" if is_folder else f"{table}{CSV_SUFFIX}"
        return ", ".join(sorted(self._tables.tables))

    def _nearest_table(self, word: str) -> str:
        """Return the table with this Chinese title or a name much like *word*; empty if there is none."""
        by_title = {words.title: name for name, words in self._tables.tables.items() if words.title}
        close = get_close_matches(word.lower(), sorted(self._tables.tables), n=1)
        return by_title.get(word) or (close[0] if close else "")

    def _note(self, code: str, relative: str, found: str, allowed: str) -> None:
        self.findings.append(finding(code, Place(relative), found=_shown(found), allowed=allowed))


def _entries(folder: Path | Entry) -> list[Entry]:
    """Return a folder's entries in the order of their names, which no file system decides."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise EnvironmentRefused(
            f"打不开文件夹 {folder.name}：{error.strerror or error}", mend="请检查这个文件夹的读取权限。"
        ) from error


def _is_inside(path: Path, root: Path) -> bool:
    """Tell whether *path*, its links followed, exists and lies in the site."""
    try:
        return path.resolve(strict=True).is_relative_to(root.resolve(strict=True))
    except (OSError, RuntimeError):  # Gone, or links that go round in a circle.
        return False


def _is_ignored(name: str) -> bool:
    """Hidden files, locks and backups of editing programs, what the desktop leaves behind, and notes to readers."""
    return (
        name.startswith((".", "~$"))
        or name.endswith("~")
        or name.lower() in _DESKTOP_FILES
        or name.lower().startswith("readme")
    )


def _shown(name: str) -> str:
    """Return *name* with a mark for bytes that are no text, so that it can be printed anywhere."""
    return os.fsencode(name).decode("utf-8", "replace")
