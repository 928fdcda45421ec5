"""How to cite a page, as templates receive it."""

from __future__ import annotations

from typing import NamedTuple


class Citation(NamedTuple):
    """How to cite a page, ready to copy."""

    text: str
    source: str
    """The source behind the page's statement, in words; empty where the page speaks for itself."""
