"""The demonstration's columns on an address of their own, and somebody else's website beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .guests import Guest, Hosts, guest, hosts


@pytest.fixture(scope="package")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guest]:
    """The site whose columns are shown elsewhere."""
    with guest(tmp_path_factory.mktemp("embedded")) as found:
        yield found


@pytest.fixture(scope="package")
def elsewhere() -> Iterator[Hosts]:
    """Another origin."""
    with hosts() as found:
        yield found
