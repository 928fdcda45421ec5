"""A build after any edits gives byte for byte what a clean build of the same files gives."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from generator.build import Options, build
from generator.build.verify import verify
from generator.errors import FindingsStop

from .edits import EDITS
from .prepared_sites import copy_site
from .site_copies import copy_edited, differing, digests
from .sizes import record_result, sized

EDITS_A_BUILD = 3
"""Edits between two builds, at most."""
BUILDS_A_SCRIPT = 3
SCRIPTS = sized(2, 200)
WHOLLY_CLEAN = 4
"""Of so many scripts one is compared with a build that knows nothing; the others with one that has, by their content,
drawn pictures and compiled templates of before, and nothing that was read or judged."""


@pytest.mark.parametrize("number", range(SCRIPTS))
def test_an_incremental_build_equals_a_clean_one(number: int, tmp_path: Path) -> None:
    """After a random script of edits, with a build after every few, nothing stale and nothing foreign is published."""
    random = Random(number)
    site = copy_site("demo" if number % 10 == 9 else "shop", tmp_path / "site")
    out = tmp_path / "out"
    build(Options(site, out=out, jobs=1))
    story: list[str] = []
    for _ in range(BUILDS_A_SCRIPT):
        story.append("|")
        edit_and_build(site, out, random, story)
    clean = copy_edited(site, tmp_path / "clean")
    if number % WHOLLY_CLEAN == 0:
        build(Options(clean, out=tmp_path / "clean-out", use_cache=False, jobs=1))
    else:
        shutil.copytree(site / ".shanhuo" / "cache", clean / ".shanhuo" / "cache")
        build(Options(clean, out=tmp_path / "clean-out", jobs=1))
    assert not differing(digests(out), digests(tmp_path / "clean-out")), "\n".join(story)
    found = verify(out)
    assert found.whole
    assert not found.foreign
    builds = sum(line == "|" for line in story)
    refused = sum(line.startswith("refused") for line in story)
    record_result("incremental", 1, "scripts of edits", "byte-equal")
    record_result("incremental", builds - refused, "builds of valid edits", "byte-equal")
    record_result("incremental", refused, "builds of invalid edits", "output unchanged")
    shutil.rmtree(tmp_path)


def edit_and_build(site: Path, out: Path, random: Random, story: list[str]) -> None:
    """Make some edits and build; edits that make the data invalid change nothing and are taken back."""
    kept = copy_edited(site, site.with_name("kept"))
    for _ in range(random.randint(1, EDITS_A_BUILD)):
        edit = random.choice(EDITS)
        try:
            story.append(f"{edit.__name__}: {edit(site, random)}")
        except LookupError:
            continue
    before = digests(out)
    try:
        build(Options(site, out=out, jobs=1))
    except FindingsStop as stop:
        story.append(f"refused: {[finding.code for finding in stop.report.findings]}")  # type: ignore[attr-defined]
        assert not differing(before, digests(out))
        take_back(site, kept)
    shutil.rmtree(kept)


def take_back(site: Path, kept: Path) -> None:
    """Put the edited part of *site* back to what *kept* holds; what builds remember stays."""
    for name in ("data", "content", "themes", "site_config.yml"):
        target, source = site / name, kept / name
        if target.is_dir():
            shutil.rmtree(target)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.is_file():
            shutil.copy(source, target)
