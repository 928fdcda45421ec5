"""What a first query transfers."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, expect


def asked_files(chromium: Browser, address: str, query: str) -> list[str]:
    """Ask *query* in a browser that knows nothing yet.

    Returns:
        The files that the search took, from the site's root: its script, its index, its results.
    """
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(unquote(urlsplit(request.url).path).lstrip("/")))
    page.goto(address)
    page.locator("#sh-finder-query").fill(query)
    expect(page.locator("[data-sh-status]")).to_contain_text(query)
    expect(page.locator("[data-sh-finder]")).not_to_have_attribute("aria-busy", "true")
    page.wait_for_load_state("networkidle")
    context.close()
    return [path for path in asked if path.endswith(".js") and "search" in path]


def compressed(folder: Path, file: str) -> int:
    """Return how many bytes a server sends of *file*."""
    return len(gzip.compress((folder / file).read_bytes(), 6))
