"""Style sheets without what only their writers need."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s*([{};,>])\s*")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def smaller_css(text: str) -> str:
    """Return style sheets without comments and needless blanks."""
    return _BETWEEN.sub(r"\1", re.sub(r"\s+", " ", _COMMENT.sub("", text))).replace(";}", "}").strip()
