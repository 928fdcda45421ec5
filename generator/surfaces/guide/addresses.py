"""
Addresses of displays, from the root of the whole site.

A display's pages lead to each other by relative addresses alone, so that the same tree runs from a server and from a
folder of files.
"""

from __future__ import annotations

from typing import Final

FOLDER: Final = "guide/"
SHARED: Final = "guide/shared/"
"""Scripts and the style sheet, the same for all displays; so no display may be called ``shared``."""
SCRIPT: Final = f"{SHARED}guide.js"
STYLE: Final = f"{SHARED}guide.css"
STARTS: Final = f"{SHARED}worker.js"
"""What every display's service worker does; each has a small script of its own that names its files."""


def display(key: str) -> str:
    """Return the display's page."""
    return f"{FOLDER}{key}/"


def settings(key: str) -> str:
    """Return the script with what the display is set to, and its words in every language."""
    return f"{FOLDER}{key}/display.js"


def goods(key: str, language: str, product: str) -> str:
    """Return the script with what the display shows of *product* in *language* (BCP 47)."""
    return f"{FOLDER}{key}/goods/{language}/{product}.js"


def slots(key: str) -> str:
    """Return the script with slots that were assigned where the display stands; empty as it comes."""
    return f"{FOLDER}{key}/slots.js"


def worker(key: str) -> str:
    """Return the service worker, which keeps all that the display needs."""
    return f"{FOLDER}{key}/sw.js"


def files(key: str) -> str:
    """Return the list of all files of the site that the display needs, for packs."""
    return f"{FOLDER}{key}/files.json"
