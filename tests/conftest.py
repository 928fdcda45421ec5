"""Fixtures of tests in every room: sites to work on, and the demonstration site built once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import launch
from line.site_copies import BuiltSite, copy_site
from playwright.sync_api import Browser

from generator.build import Options, build


@pytest.fixture
def open_site(tmp_path: Path) -> Callable[[str], Path]:
    """Return what copies a site (``demo``, or a folder of ``tests/sites``) to a place of the test's own."""

    def opened(name: str) -> Path:
        return copy_site(name, tmp_path / name)

    return opened


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The demonstration site, built once; for reading only."""
    folder = tmp_path_factory.mktemp("built")
    site = copy_site("demo", folder / "demo")
    return BuiltSite(site, folder / "out", build(Options(site, out=folder / "out")))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser for the whole session; every test opens a context of its own."""
    with launch() as browser:
        yield browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run first what needs a process without other threads: a browser, once started, keeps one until the end."""
    items.sort(key=lambda item: item.get_closest_marker("without_threads") is None)
