"""Copies of the small shop that build quickly, and one preview shared by the tests that only read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from line.prepared_sites import copy_site

from generator.build import Options, build

from .running import Running, running


@pytest.fixture(scope="session")
def built_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small shop with what an earlier build remembers; for copying only."""
    folder = tmp_path_factory.mktemp("shop")
    site = copy_site("shop", folder / "shop")
    build(Options(site, out=folder / "out"))
    return site


@pytest.fixture
def shop(built_shop: Path, tmp_path: Path) -> Path:
    """A copy of the small shop to edit; it has a cache and no published site."""
    return Path(shutil.copytree(built_shop, tmp_path / "shop"))


@pytest.fixture(scope="session")
def preview(built_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview of the small shop that nobody edits."""
    site = Path(shutil.copytree(built_shop, tmp_path_factory.mktemp("serve") / "shop"))
    with running(site) as found:
        yield found
