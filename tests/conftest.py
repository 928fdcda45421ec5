"""Fixtures of tests in every room: sites to work on, and the demonstration site built once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import launch
from line.prepared_sites import clear_store, copy_site, open_store, prepared
from line.site_copies import BuiltSite
from playwright.sync_api import Browser


@pytest.fixture
def open_site(tmp_path: Path) -> Callable[[str], Path]:
    """Return what copies a site (``demo``, or a folder of ``tests/sites``) to a place of the test's own."""

    def opened(name: str) -> Path:
        return copy_site(name, tmp_path / name)

    return opened


@pytest.fixture(scope="session")
def built_demo() -> BuiltSite:
    """The demonstration site, built once; for reading only."""
    return prepared("demo")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser for the whole session; every test opens a context of its own."""
    with launch() as browser:
        yield browser


def pytest_configure(config: pytest.Config) -> None:
    """Make the place of the sites that all workers share."""
    if not hasattr(config, "workerinput"):
        open_store()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take it away when all workers have ended."""
    if not hasattr(config, "workerinput"):
        clear_store()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run first what needs a process without other threads: a browser, once started, keeps one until the end."""
    items.sort(key=lambda item: item.get_closest_marker("without_threads") is None)
