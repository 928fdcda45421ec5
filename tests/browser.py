"""The one Chromium of the tests: the one named by SHANHUO_CHROMIUM, the system's, or Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Commands under which a system may have it; the one without windows of its own takes a third of the time."""
_PACKAGES = ("chromium-headless-shell", "chromium")
"""Debian's, in this order: older releases lack the first."""


def executable() -> str | None:
    """Return the path of a Chromium on this machine; None leaves the choice to Playwright."""
    named = os.environ.get("SHANHUO_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def launch() -> Iterator[Browser]:
    """Run a headless Chromium for the length of the block."""
    with sync_playwright() as playwright:
        # Without a sandbox of its own, because containers seldom allow it to make one.
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def ensure() -> None:
    """See to it that there is a Chromium: the one present, else Debian's package, else Playwright's."""
    if found := executable():
        print(f"Chromium: {found}")
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Chromium: installing Debian's package")
        _apt_get("update")
        for package in _PACKAGES:
            _apt_get("install", "--yes", "--no-install-recommends", package, "fonts-noto-cjk")
            if executable():
                return
    print("Chromium: installing Playwright's")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def _apt_get(*words: str) -> None:
    subprocess.run(["apt-get", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    ensure()
