"""Places of a site as regular expressions that PCRE, RE2 and Python read alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.contract import shelf_code

from .policy import Missing, Placed

_SPECIAL = re.compile(r"[.^$*+?{}()|\\[\]]")
SMALL_LETTERS = "".join(letter for letter in shelf_code.ALPHABET.lower() if letter.isalpha())
"""Letters of codes as a hurried hand types them."""
CODE = f"[0-9A-Za-z]{{{shelf_code.LENGTH}}}"
"""A code, however it was typed."""
SAFE_REST = "[0-9A-Za-z/_.-]*"
"""What may follow a code: nothing that could break out of a header."""


def escaped(text: str) -> str:
    """Return *text* as a pattern of itself, without a quotation mark, which servers read in different ways."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace('"', r"\x22")


def base_pattern(base_path: str) -> str:
    """Return what stands before a path: nothing, or the portal's folder, which the host of codes does without."""
    return "" if base_path == "/" else f"(?:{escaped(base_path[:-1])})?"


def place_pattern(rule: Placed) -> str:
    """Return what the path of a file of *rule* begins with (a folder) or is (a file), behind the slash of the root."""
    folders = [escaped(folder) for folder in rule.folders if folder]
    prefix = f"(?:{'|'.join(folders)})?" if folders else ""
    paths = [escaped(path) + ("" if path.endswith("/") else "$") for path in rule.paths]
    return prefix + (paths[0] if len(paths) == 1 else f"(?:{'|'.join(paths)})")


def missing_pattern(missing: Missing) -> str:
    """Return what paths begin with in the language of *missing*, shelf pages included."""
    return f"(?:[Pp]/[^/]*/)?{escaped(missing.folder)}"


def header_names(rules: Sequence[Placed]) -> tuple[str, ...]:
    """Return all headers of *rules*, sorted."""
    return tuple(sorted({name for rule in rules for name, _ in rule.headers}))
