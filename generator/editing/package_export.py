"""A site's data as an ordinary Data Package in a folder of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.build.loading import Loaded
from generator.contract.data_package import PACKAGE_FILE, package_files
from generator.errors import UsageError
from generator.surfaces.data_files import package_name

from .file_writing import write_file


def export_package(loaded: Loaded, folder: Path, *, public_only: bool) -> tuple[str, ...]:
    """Write the data of a checked site as CSV files and ``datapackage.json``.

    An earlier package in *folder* is replaced; files of it that are not needed any more are removed.

    Args:
        loaded: A site without errors.
        folder: Where to; it may not be there yet.
        public_only: Leave out fields that are not public, drafts, and what is not published yet.

    Returns:
        The files' names, ``datapackage.json`` first.

    Raises:
        UsageError: There is something else in *folder*.
        EnvironmentRefused: The system does not let it be written.
    """
    assert loaded.configuration is not None
    earlier = earlier_files(folder)
    site = loaded.configuration.site
    files = package_files(
        loaded.rows,
        name=package_name(site.base_url),
        title=site.title,
        language=site.language,
        as_of=loaded.configuration.as_of,
        public_only=public_only,
        ledger=site.ledger.publish,
    )
    _write(folder, files)
    for name in earlier - files.keys():
        (folder / name).unlink(missing_ok=True)
    return tuple(files)


def earlier_files(folder: Path) -> frozenset[str]:
    """Return the names of an earlier package's files in *folder*; none where it is empty or not there.

    Raises:
        UsageError: There is something else in it.
    """
    if not folder.exists():
        return frozenset()
    if not folder.is_dir():
        raise UsageError(f"“{folder}”是一个文件，不是文件夹。", mend="换一个名字。")
    found = {path.name for path in folder.iterdir()}
    named = {PACKAGE_FILE, *_named_in(folder / PACKAGE_FILE)}
    foreign = sorted(found - named)
    if foreign:
        raise UsageError(
            f"文件夹“{folder}”里有别的东西（{foreign[0]} 等 {len(foreign)} 个），没有导出。",
            mend="换一个空文件夹，或者先移走里面的文件。",
        )
    return frozenset(found)


def _named_in(package: Path) -> set[str]:
    """Return the files that a package names beside itself; nothing where there is none that can be read."""
    try:
        resources = json.loads(package.read_text(encoding="utf-8"))["resources"]
        paths = {str(resource["path"]) for resource in resources}
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {path for path in paths if PurePosixPath(path).name == path}


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the tables first and the description last, so that it never names a table that is not there."""
    for name in sorted(files, key=lambda name: name == PACKAGE_FILE):
        write_file(folder / name, files[name].encode())
