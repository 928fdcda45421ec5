"""
YAML text becomes a tree of nodes, every scalar as text and every node with its place.

Faults that editors often make are mended in memory once they are noted, so
that the rest of the file is read in the same run.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from yaml.error import MarkedYAMLError, YAMLError

from generator.findings import Finding, Place, finding

from .characters import is_clean, line_and_column, megabytes, one_line, strange_characters, with_placeholders
from .encodings import decode_utf8
from .yaml_faults import Fault, diagnose, word_above
from .yaml_nodes import Node, TreeBuilder

__all__ = ["MAX_BYTES", "Node", "parse_yaml"]

MAX_BYTES = 1_000_000
"""Size of the largest YAML file that is read; the longest story has some 20 KB."""
_MAX_REPAIRS = 50
"""After so many mended lines the rest of the file is left for the next run."""
_MAX_STRANGE = 200
"""After so many runs of strange characters the file is not text, and the rest need not be told."""


def parse_yaml(data: bytes, file: str) -> tuple[Node | None, list[Finding]]:
    """
    Read one YAML file.

    Lines with a well-known fault (a full-width colon, a tab) are mended in
    memory and reading goes on, so that one run tells as much as it can.  The
    ``field`` of a finding is the editor's word.

    Args:
        data: The file's bytes.
        file: Its path relative to the site, for findings.

    Returns:
        The root, always a mapping, or ``None`` where none could be read, with
        what was found; ``None`` never comes without a finding.
    """
    if len(data) > MAX_BYTES:
        return None, [
            finding("file-too-large", Place(file, 1, 1), found=megabytes(len(data)), allowed=megabytes(MAX_BYTES))
        ]
    decoded = decode_utf8(data, file)
    if decoded.text is None:
        return None, list(decoded.findings)
    if is_clean(decoded.text):
        return _parse_text(decoded.text, file)
    root, findings = _parse_text(with_placeholders(decoded.text), file)
    return root, [*findings, *_strange(decoded.text, decoded.broken_as, root, file)]


def _strange(text: str, broken_as: str, root: Node | None, file: str) -> Iterator[Finding]:
    """Yield a finding for each run of hidden, broken or garbled characters, with the field it stands in."""
    lines = text.split("\n")
    for offset, code, found in islice(strange_characters(text, broken_as), _MAX_STRANGE):
        line, column = line_and_column(text, offset)
        word = word_above(lines, line - 1) if root is None else _word_at(root, line)
        yield finding(code, Place(file, line, column), field=word, found=found, allowed=broken_as)


def _parse_text(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """Parse *text*, mending lines whose fault is known until it can be read."""
    told: dict[int, Finding] = {}
    lines = text.split("\n")
    for _ in range(_MAX_REPAIRS):
        builder = TreeBuilder(file)
        root, fault = _attempt(builder, "\n".join(lines))
        if fault is None:
            return builder.checked_root(root), [*told.values(), *builder.findings]
        told.setdefault(fault.line, fault.as_finding(file))
        if fault.repair is None or fault.repair == lines[fault.line - 1]:
            break
        lines[fault.line - 1] = fault.repair
    return None, [*told.values(), *builder.findings]


def _attempt(builder: TreeBuilder, text: str) -> tuple[Node | None, Fault | None]:
    """Return the root of *text*, or the fault for which there is none."""
    try:
        root = builder.build(text)
    except MarkedYAMLError as error:
        return None, diagnose(error, text.split("\n"))
    except YAMLError as error:  # A character that YAML forbids and that is none of the hidden ones.
        why = one_line(str(error))
        return None, Fault("yaml-syntax", 1, 1, names={"why_zh": why, "why_en": why})
    # One line with a wrong colon is, to YAML, a file of plain text.
    return root, diagnose(None, text.split("\n")) if root is not None and root.text else None


def _word_at(root: Node, line: int) -> str:
    """Return the innermost key that *line* belongs to; empty where the file could not be read."""
    word = ""
    node: Node | None = root
    while node is not None:
        children = list(node.value.items()) if isinstance(node.value, dict) else []
        if isinstance(node.value, list):
            children = [(word, item) for item in node.value]
        inside = [(key, child) for key, child in children if (child.key_line or child.line) <= line]
        if not inside:
            return word
        word, node = max(inside, key=lambda pair: pair[1].key_line or pair[1].line)
    return word
