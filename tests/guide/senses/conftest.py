"""Fixtures of the senses' tests."""

from __future__ import annotations

import pytest

from .scripts import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The pure scripts in QuickJS."""
    return Engine()
