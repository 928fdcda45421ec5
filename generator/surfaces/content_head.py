"""The head of a prose page: title and description between two lines of ``---``."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from generator.findings import Finding, Place, finding
from generator.intake.yaml_tree import parse_yaml

SETTINGS = ("title", "description")
"""What a head may say. The engine knows more (templates, tags, what to hide), none of which is an editor's business."""
_HEAD = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


class Head(NamedTuple):
    """What the head of a page says."""

    title: str = ""
    description: str = ""
    length: int = 0
    """Characters of the file that are the head."""

    def written(self, description: str) -> str:
        """Return the head as the engine reads it; *description* stands in where the page says none itself."""
        told = {"title": self.title, "description": self.description or description}
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in told.items() if value]
        return "".join(("---\n", *lines, "---\n\n")) if lines else "\n"


def read_head(text: str, file: str) -> tuple[Head, list[Finding]]:
    """Read the head of a page, if it has one.

    Args:
        text: The whole page, line ends ``\\n``.
        file: Its path relative to the site, for findings.
    """
    match = _HEAD.match(text)
    if match is None:
        return Head(), []
    if not match.group(1).strip():
        return Head(length=match.end()), []
    tree, findings = parse_yaml(f"\n{match.group(1)}".encode(), file)  # the first line is that of the mark
    told: dict[str, str] = {}
    for name, node in tree.value.items() if tree is not None and isinstance(tree.value, dict) else ():
        if name in SETTINGS and isinstance(node.value, str):
            told[name] = " ".join(node.value.split())
        else:
            place = Place(file, node.key_line or node.line)
            findings.append(finding("content-setting", place, found=name, allowed=", ".join(SETTINGS)))
    return Head(told.get("title", ""), told.get("description", ""), match.end()), findings
