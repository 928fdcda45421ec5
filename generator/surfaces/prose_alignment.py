"""Columns of tables in prose, aligned without a style attribute, which a strict Content-Security-Policy refuses."""

from __future__ import annotations

import re

_STYLED = re.compile(r"(<t[dh]\b[^<>]*?)\sstyle=([\"'])\s*text-align:\s*(left|right|center)\s*;?\s*\2", re.IGNORECASE)


def aligned_by_attribute(html: str) -> str:
    """Return *html* with ``data-align="right"`` on cells where there was ``style="text-align: right;"``.

    Python-Markdown's ``tables`` writes that style for a column such as ``---:``, and editors may write it themselves;
    the theme's sheets align by the attribute.
    """
    return _STYLED.sub(lambda match: f'{match[1]} data-align="{match[3].lower()}"', html)
