"""
libyaml's events become nodes.

A deliberately small part of YAML 1.1: one document, mappings, lists and
scalars.  Anchors, aliases and tags are refused.  Events are read one by one,
so that depth is limited before anything is built.
"""

from __future__ import annotations

from dataclasses import dataclass

from yaml._yaml import CParser
from yaml._yaml import Mark as LibyamlMark
from yaml.error import Mark
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from yaml.scanner import ScannerError

from generator.findings import Finding, Place, finding

from .characters import PLACEHOLDER, one_line
from .yaml_faults import quoted

MAX_DEPTH = 6
"""Mappings and lists within each other; the tables need three (record, list, record)."""
_TOO_DEEP_FOR_LIBYAML = "exceeded maximum nesting depth"
"""What libyaml says from a thousand levels on: it reads ahead, so it may say so before the seventh is seen."""
_WIDE_SPACES = "\u3000\u00a0"
_OWN_TYPES = "tag:yaml.org,2002:"
"""What libyaml expands ``!!`` to."""


@dataclass(slots=True)
class Node:
    """One value of a YAML file."""

    value: str | list[Node] | dict[str, Node]
    line: int
    """Line of the value's first character, from 1."""
    column: int
    """Column of the value's first character, from 1."""
    key_line: int = 0
    """Line of the key that the value stands under; 0 in lists and at the root."""
    key_column: int = 0

    @property
    def text(self) -> str:
        """The scalar; a list or a mapping has none."""
        return self.value if isinstance(self.value, str) else ""


class _TooDeepError(Exception):
    """Ends the reading of a file that nests beyond the limit; its finding has been noted."""


class TreeBuilder:
    """Builds the tree of one document from libyaml's events."""

    def __init__(self, file: str) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._open: list[Node] = []
        """The collections around the present place, outermost first."""
        self._keys: list[Node | None] = []
        """For each of them the key that waits for its value; ``None`` in lists and between pairs."""
        self._word = ""
        """The key read last, for findings below it."""

    def build(self, text: str) -> Node | None:
        """
        Return the root of the first document, or ``None`` for an empty stream or one nested too deeply.

        Raises:
            YAMLError: libyaml cannot read on.
        """
        root: Node | None = None
        next_event = CParser(text).get_event
        try:
            while (event := next_event()) is not None:
                if isinstance(event, NodeEvent):
                    node = self._node(event)
                    if self._open:
                        self._attach(node)
                    else:
                        root = node
                    if not isinstance(node.value, str):
                        self._enter(node)
                elif isinstance(event, CollectionEndEvent):
                    self._open.pop()
                    self._keys.pop()
                elif isinstance(event, DocumentStartEvent) and root is not None:
                    self.findings.append(finding("yaml-second-document", self._place(event), found="---"))
                    break
        except _TooDeepError:
            return None
        except ScannerError as error:
            if error.problem != _TOO_DEEP_FOR_LIBYAML:
                raise
            self._note_depth(self._at(error.problem_mark))
            return None
        return root

    def checked_root(self, root: Node | None) -> Node | None:
        """Return *root* if it is a mapping; note what it is otherwise."""
        if root is not None and isinstance(root.value, dict):
            return root
        if any(noted.code == "yaml-too-deep" for noted in self.findings):
            return None
        if root is None or root.value == "":
            self.findings.append(finding("file-empty", Place(self._file, 1, 1)))
        else:
            names = ("清单", "a list") if isinstance(root.value, list) else ("一段文字", "text")
            place = Place(self._file, root.line, root.column)
            self.findings.append(finding("yaml-not-a-mapping", place, found_zh=names[0], found_en=names[1]))
        return None

    def _node(self, event: NodeEvent) -> Node:
        """Return the node that begins with *event*, still empty if it is a list or a mapping."""
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if isinstance(event, ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self._refuse(event)
            value = event.value
            return Node(value if event.style or not value else self._plain(value), line, column)
        self._refuse(event)
        if isinstance(event, AliasEvent):
            return Node("", line, column)
        return Node({} if isinstance(event, MappingStartEvent) else [], line, column)

    def _enter(self, node: Node) -> None:
        if len(self._open) == MAX_DEPTH:
            self._note_depth(Place(self._file, node.line, node.column))
            raise _TooDeepError
        self._open.append(node)
        self._keys.append(None)

    def _note_depth(self, place: Place) -> None:
        self.findings.append(finding("yaml-too-deep", place, field=self._word, allowed=str(MAX_DEPTH)))

    def _attach(self, node: Node) -> None:
        """Put *node* into the innermost open collection: as an item, a key or the value of the waiting key."""
        parent = self._open[-1].value
        if isinstance(parent, list):
            parent.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = node
            self._word = node.text
            return
        self._keys[-1] = None
        if isinstance(parent, dict) and self._is_key(key, parent):
            node.key_line, node.key_column = key.line, key.column
            parent[key.text] = node

    def _is_key(self, key: Node, mapping: dict[str, Node]) -> bool:
        """Tell whether *key* may be entered into *mapping*; note why not."""
        word = key.text
        place = Place(self._file, key.line, key.column)
        if word in mapping and word:
            first = str(mapping[word].key_line)
            self.findings.append(finding("yaml-duplicate-key", place, field=word, found=word, first=first))
            return False
        if word.startswith(tuple(_WIDE_SPACES)):
            self.findings.append(finding("yaml-wide-space", place))
            return False
        if not word:
            self.findings.append(
                finding(
                    "yaml-syntax",
                    place,
                    found=":",
                    why_zh="冒号前面不是一个字段名",
                    why_en="there is no field name before the colon",
                )
            )
        elif "：" in word:
            name, rest = word.split("：", 1)
            allowed = f"{name}: {one_line(rest)}".strip()
            self.findings.append(finding("yaml-full-width-colon", place, field=name, found=name, allowed=allowed))
        else:
            return True
        return False

    def _plain(self, value: str) -> str:
        """Return an unquoted scalar without wide spaces around it; as a key it keeps those in front, to be told."""
        is_key = bool(self._open) and isinstance(self._open[-1].value, dict) and self._keys[-1] is None
        if is_key:
            return value.rstrip(_WIDE_SPACES).replace(PLACEHOLDER, "")
        return value.strip(_WIDE_SPACES)

    def _refuse(self, event: NodeEvent) -> None:
        """Note an alias, an anchor or a tag, if *event* has one."""
        tag = getattr(event, "tag", None)
        if event.anchor is not None:
            found = f"*{event.anchor}" if isinstance(event, AliasEvent) else f"&{event.anchor}"
            written = f"{found} {one_line(event.value)}".strip() if isinstance(event, ScalarEvent) else found
            self._note("yaml-alias", event, found, quoted(written))
        elif tag is not None:
            self._note("yaml-tag", event, "!!" + tag.removeprefix(_OWN_TYPES) if _OWN_TYPES in tag else tag, "")

    def _note(self, code: str, event: Event, found: str, allowed: str) -> None:
        self.findings.append(finding(code, self._place(event), field=self._word, found=found, allowed=allowed))

    def _place(self, event: Event) -> Place:
        return self._at(event.start_mark)

    def _at(self, mark: Mark | LibyamlMark | None) -> Place:
        return Place(self._file, mark.line + 1, mark.column + 1) if mark else Place(self._file, 1, 1)
