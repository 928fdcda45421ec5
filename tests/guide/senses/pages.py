"""A page with the real scripts and nothing else, and what it senses."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from .scripts import FOLDER

SCRIPTS = (
    *("codes", "nexmosphere", "weight", "json", "scanner", "wedge"),
    *("senses", "keyboard", "serial", "socket", "rehearsal"),
)
"""In the order in which displays load them."""
_PAGE = """<!doctype html>
<html lang="zh"><meta charset="utf-8"><title>senses</title>
<form onsubmit="submitted += 1; return false"><label>问 <input id="question"></label></form>
<script>var submitted = 0, events = [];</script>
{scripts}
<script>
shanhuo.senses.listen(function (event) {{ events.push(event); }});
var running = shanhuo.senses.start({settings});
</script>
</html>
"""


def write_page(folder: Path, inputs: Sequence[Mapping[str, Any]], tags: Sequence[str] = ()) -> Path:
    """Write a page that listens to *inputs*; its scripts stand beside it, so that it can be served, too."""
    settings = {"inputs": list(inputs), "slots": [{"tag": tag} for tag in tags]}
    for name in SCRIPTS:
        (folder / f"{name}.js").write_bytes((FOLDER / f"{name}.js").read_bytes())
    scripts = "\n".join(f'<script src="{name}.js"></script>' for name in SCRIPTS)
    page = folder / "senses.html"
    page.write_text(_PAGE.format(scripts=scripts, settings=json.dumps(settings)), encoding="utf-8")
    return page


def sensed(page: Page, count: int, seconds: float = 10) -> list[dict[str, Any]]:
    """Wait until the page has sensed *count* events, and return all of them."""
    page.wait_for_function("count => events.length >= count", arg=count, timeout=seconds * 1000)
    return list(page.evaluate("events"))


def stays(page: Page, events: Sequence[Mapping[str, Any]], seconds: float = 0.4) -> None:
    """Make sure that nothing more is sensed for a while."""
    time.sleep(seconds)
    assert page.evaluate("events") == list(events)
