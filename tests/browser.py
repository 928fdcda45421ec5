"""The one Chromium of the tests: the one named by SHANHUO_CHROMIUM, the system's, or Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""Commands under which a system may have it."""


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
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for words in (["update"], ["install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-cjk"]):
            subprocess.run(["apt-get", *words], check=False, **quiet)
        if executable():
            return
    print("Chromium: installing Playwright's")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


if __name__ == "__main__":
    ensure()
