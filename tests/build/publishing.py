"""A small site for the tests of publishing: build a set of pages into an output folder, as the build does."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.generations import Staging, begin_staging
from generator.build.private_state import Entry
from generator.build.writing import write_file


@dataclass(frozen=True)
class Publisher:
    """A site folder with its default output and work folders."""

    site: Path
    apart: bool = False
    """Look at what is published in another process."""

    @property
    def out(self) -> Path:
        return self.site / "site"

    @property
    def idle(self) -> Path:
        return self.site / ".site.idle"

    @property
    def work(self) -> Path:
        return self.site / ".shanhuo"

    def open(self) -> Staging:
        return begin_staging(self.out, site=self.site, work=self.work, apart=self.apart).staging()

    def build(self, pages: Mapping[str, str]) -> list[str]:
        """Publish the pages; returns the paths that had to be written."""
        staging = self.open()
        records, written = fill(staging, pages)
        staging.commit(records)
        return written


def fill(staging: Staging, pages: Mapping[str, str]) -> tuple[dict[str, Entry], list[str]]:
    """Write what is not published already; returns the records for the commit and the paths written."""
    staging.refuse_collisions(pages)
    records, written = {}, []
    for path, text in pages.items():
        live = staging.live_key(path)
        if live is not None and live.key == text:
            records[path] = live
        else:
            records[path] = Entry(text, *write_file(staging.root, path, text.encode()))
            written.append(path)
    return records, written


def contents(folder: Path) -> dict[str, str]:
    """Every file below the folder but the manifest, with its text."""
    found = {}
    for at, _, names in os.walk(folder):
        for name in names:
            path = (Path(at) / name).relative_to(folder).as_posix()
            if path != "manifest.json":
                found[path] = (Path(at) / name).read_text(encoding="utf-8")
    return found
