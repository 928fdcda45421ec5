"""From the address of a request to a file of the published site, and never to another."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from generator.build.output_paths import MANIFEST_NAME, path_refusal

INDEX = "index.html"
NOT_FOUND = "404.html"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file to send."""

    name: str
    """Its path in the site, with forward slashes."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Redirect:
    """A folder was asked for without its closing slash."""

    location: str
    """The path with the slash, percent-encoded, from the host's root."""


def look_up(root: Path, path: str, base_path: str = "/") -> SiteFile | Redirect | None:
    """Find what a host that serves the folder *root* would send for *path*.

    Args:
        root: The published site.
        path: The request's path, percent-encoded, starting with a slash, without query.
        base_path: Path of the site's configured address: ``/portal/a/`` finds ``a/`` where the site itself has no
            ``portal/a/``, because the page for missing addresses links that way.
    """
    found = _look_up(root, path, path)
    if found is None and base_path != "/" and path.startswith(base_path):
        return _look_up(root, path[len(base_path) - 1 :], path)
    return found


def read_file(root: Path, name: str) -> SiteFile | None:
    """Read the file *name* of the site; None where there is none, or where it lies outside."""
    refused = path_refusal(name)
    if refused and name != MANIFEST_NAME:
        return None
    inside = os.path.realpath(root) + os.sep
    target = os.path.realpath(os.path.join(root, name))
    if not target.startswith(inside):
        return None
    try:
        with open(target, "rb", opener=_open_plain) as content:
            if not stat.S_ISREG(os.fstat(content.fileno()).st_mode):
                return None
            return SiteFile(name, content.read())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        return None


def _open_plain(path: str, flags: int) -> int:
    """Open without waiting for the other end, should the file be a named pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _look_up(root: Path, path: str, asked: str) -> SiteFile | Redirect | None:
    name = _decoded(path)
    if name is None:
        return None
    if not name or name.endswith("/"):
        return read_file(root, name + INDEX)
    found = read_file(root, name)
    if found is None and read_file(root, f"{name}/{INDEX}") is not None:
        return Redirect(quote(unquote_to_bytes(asked)) + "/")
    return found


def _decoded(path: str) -> str | None:
    """Return the path without its first slash, decoded once; None where it is no UTF-8."""
    try:
        return unquote_to_bytes(path).decode("utf-8").removeprefix("/")
    except UnicodeDecodeError:
        return None
