"""The browser's policy in a real Chromium: what it opens, what it refuses, what it does not ask."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from generator.kiosk.home import Home
from generator.kiosk.policy import policy_files

from .bridge.processes import bridge
from .screens import DISPLAY, pack_of, playing

pytestmark = pytest.mark.browser

_INSIDE = '#!/bin/sh\nexec unshare --mount sh -c \'mount --bind "$0" /etc && exec "$@"\' "{etc}" "{chromium}" "$@"\n'
"""Runs Chromium where another folder stands for ``/etc``, so that no other browser of this machine is touched."""


def test_chromium_opens_the_player_and_nothing_else_and_asks_nothing(tmp_path: Path, chromium: Browser) -> None:
    """Serial ports, microphone and bridge without a question; other hosts, files and its own pages are refused."""
    browser = shutil.which("chromium")
    if browser is None or not _can_unshare():
        pytest.skip("needs Debian's Chromium (the headless shell reads no policies) and the right to mount")
    file, pack = pack_of(tmp_path, "茶", "2026-11-21")
    Home(tmp_path / "screen").take(file)
    etc = tmp_path / "etc"
    shutil.copytree("/etc", etc, symlinks=True)
    wrapper = tmp_path / "chromium"
    wrapper.write_text(_INSIDE.format(etc=etc, chromium=browser), encoding="utf-8")
    wrapper.chmod(0o755)
    with playing(tmp_path / "screen") as player:
        for path, text in policy_files(player.port).items():
            policy = json.loads(text)
            # Also shuts out the test's own way into the browser.
            assert policy.pop("DeveloperToolsAvailability") == 2
            target = etc / path.removeprefix("etc/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(policy), encoding="utf-8")
        context = chromium.browser_type.launch_persistent_context(
            tmp_path / "profile",
            executable_path=wrapper,
            headless=False,
            args=["--headless=new", "--no-sandbox"],
        )
        try:
            for address in (
                "http://127.0.0.1:1/",
                "https://www.example.com/",
                "file:///etc/passwd",
                "chrome://version",
            ):
                with pytest.raises(Error, match="ERR_BLOCKED_BY_ADMINISTRATOR"):
                    context.new_page().goto(address)
            page = context.new_page()
            page.goto(player.address)
            assert page.url == f"{player.address}/p/{pack.version}/guide/{DISPLAY}/index.html"
            known = page.evaluate("navigator.serial.getPorts().then(ports => ports.length)")
            assert (known > 0) == any(Path("/sys/class/tty").glob("*/device/driver"))
            with bridge("--http") as sensors:
                opened = """port => new Promise(done => {
                    const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
                    socket.onopen = () => done(true);
                    socket.onerror = () => done(false);
                })"""
                assert page.evaluate(opened, sensors.port) is True
                page.goto("about:blank")
                page.goto(player.address)
            asked = "navigator.permissions.query({ name: 'microphone' }).then(found => found.state)"
            assert page.evaluate(asked) == "granted"
        finally:
            context.close()


def _can_unshare() -> bool:
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode == 0
