"""The script that ties a page to its player, as TypeScript judges it: types, and nothing younger than ES2020."""

from __future__ import annotations

import subprocess

import pytest
from npm_packages import installed

from .screens import REPOSITORY

_OPTIONS = ["--allowJs", "--checkJs", "--noEmit", "--strict", "--target", "es2020", "--lib", "es2020,dom", "--types"]


def test_the_client_is_typed_and_old_enough() -> None:
    """Chromium 87, the oldest engine, knows all of ES2020."""
    folder = installed({"typescript": "7.0.2"})
    if folder is None:
        pytest.skip("npm brings no TypeScript")
    tsc = folder / "node_modules" / ".bin" / "tsc"
    script = REPOSITORY / "generator" / "kiosk" / "client" / "player.js"
    run = subprocess.run([tsc, *_OPTIONS, "", script], capture_output=True, text=True, check=False)
    assert run.stdout == ""
    assert run.returncode == 0
