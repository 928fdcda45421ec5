"""
Which paths an output may have: relative, inside the folder, and legal on every common system.

A site is copied from Linux to Windows and to web hosts, so a path that only one
of them takes is refused everywhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.errors import EnvironmentRefused

MANIFEST_NAME = "manifest.json"
"""The list of a published site's files, at the root of the output folder; no output may take its place."""

COMPONENT_BYTES = 255
"""Longest name of one file or folder, in bytes of UTF-8 (ext4, XFS, APFS; NTFS counts 255 UTF-16 units)."""

_REMEMBERED = 1024
"""Names that need not be looked at again: ``index.html`` is a part of most paths."""

_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f\ud800-\udfff]')
_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    + [f"{device}{digit}" for device in ("COM", "LPT") for digit in "0123456789¹²³"]
)
"""Names Windows keeps for devices, with any extension ("Naming Files, Paths, and Namespaces", learn.microsoft.com)."""


def path_refusal(path: str) -> str | None:
    """Why ``path`` (with ``/`` between its parts) cannot be an output, as a Chinese clause; None when it can."""
    if not path:
        return "路径是空的"
    if "\\" in path:
        return "含有反斜杠"
    if path[0] == "/":
        return "是绝对路径"
    if _FORBIDDEN.search(path):
        return "含有文件名不能用的字符"
    for component in path.split("/"):
        reason = _component_refusal(component)
        if reason is not None:
            return reason
    if path.casefold() == MANIFEST_NAME:
        return "这个名字留给发布清单"
    return None


def require_safe(path: str) -> None:
    """Raise EnvironmentRefused when ``path`` cannot be an output."""
    reason = path_refusal(path)
    if reason is not None:
        shown = path.encode("utf-8", "backslashreplace").decode("utf-8")
        raise EnvironmentRefused(f"输出路径「{shown}」{reason}，不能写入。", mend="请换一个编号或文件名。")


def parent_of(path: str) -> str:
    """The folder a path lies in; the root is the empty string."""
    return path.rpartition("/")[0]


def ancestors(path: str) -> list[str]:
    """Every folder above ``path``, outermost first, without the root: ``a/b/c`` gives ``["a", "a/b"]``."""
    found = []
    cut = path.find("/")
    while cut != -1:
        found.append(path[:cut])
        cut = path.find("/", cut + 1)
    return found


@lru_cache(_REMEMBERED)
def _component_refusal(component: str) -> str | None:
    if component in ("", ".", ".."):
        return "有空的、「.」或「..」的一级"
    if component[-1] in ". ":
        return "有一级以点或空格结尾"
    if len(component) * 3 > COMPONENT_BYTES and len(component.encode("utf-8")) > COMPONENT_BYTES:
        return f"有一级长于 {COMPONENT_BYTES} 字节"
    if component.partition(".")[0].rstrip(" ").upper() in _DEVICES:
        return "用了 Windows 保留的设备名"
    return None
