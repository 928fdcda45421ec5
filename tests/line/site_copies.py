"""Copies of sites to build and to spoil, and what a published folder holds."""

from __future__ import annotations

import csv
import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.build import Built

REPOSITORY = Path(__file__).parent.parent.parent
SITES = REPOSITORY / "tests" / "sites"
EDITED = ("data", "content", "site_config.yml")
"""What a site consists of; the demonstration's theme is the package's own."""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site and what was built of it."""

    site: Path
    out: Path
    built: Built


def copy_edited_parts(name: str, target: Path) -> Path:
    """Copy the site ``demo`` or a folder of ``tests/sites`` to *target* without anything that was made of it."""
    source = REPOSITORY if name == "demo" else SITES / name
    target.mkdir(parents=True)
    for part in EDITED if name == "demo" else (*EDITED, "themes"):
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part)
        elif (source / part).is_file():
            shutil.copy(source / part, target / part)
    return target


def copy_edited(site: Path, target: Path) -> Path:
    """Copy what editors write in *site*, and nothing that was made of it."""
    ignored = shutil.ignore_patterns(".shanhuo", "site", ".site.*")
    shutil.copytree(site, target, ignore=ignored)
    return target


def take_for_real(site: Path) -> None:
    """Take the mark off everything in *site* that is a sample."""
    for path in (site / "data").rglob("*"):
        if path.suffix == ".yml":
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"(?m)^( *(?:示例|sample): ).*$", r"\1否", text), encoding="utf-8")
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8-sig", newline="") as source:
                rows = list(csv.reader(source))
            for cell in [cell for cell, word in enumerate(rows[0]) if word in ("示例", "sample")]:
                for row in rows[1:]:
                    row[cell] = ""
            with path.open("w", encoding="utf-8", newline="") as target:
                csv.writer(target).writerows(rows)


def digests(folder: Path) -> dict[str, str]:
    """Return path → SHA-256 of every file below *folder*; nothing where there is no folder."""
    found: dict[str, str] = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = Path(at) / name
            found[path.relative_to(folder).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Return the paths that are not the same in both."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
