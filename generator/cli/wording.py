"""click's own words in Chinese: click asks gettext, and gettext looks here."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
"""``zh_CN/LC_MESSAGES/messages.po`` and what Babel compiles of it."""


def speak_chinese() -> None:
    """Let this process find the Chinese words for what click says; to be called before click is imported."""
    os.environ.setdefault("LANGUAGE", "zh_CN")
    gettext.bindtextdomain("messages", str(LOCALE))
