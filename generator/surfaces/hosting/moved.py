"""Old addresses that lead to new ones (``data/redirects.csv``), in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

_IN_PATHS = "/-._~!$&'()*+,;=:@%"
"""What stands unescaped in a path (RFC 3986, section 3.3), and the escape itself."""
_IN_TARGETS = _IN_PATHS + "?#[]"
_DANGEROUS = {"$": "%24", "'": "%27", "(": "%28", ")": "%29", "*": "%2A", ";": "%3B"}
"""Characters that one or another server's configuration reads as its own, as escapes that mean the same."""


class Moved(NamedTuple):
    """One old address."""

    path: str
    """What a server finds after it has undone escapes; without a closing slash unless it is the host's root."""
    target: str
    """In ASCII, escaped, on this host or a whole address."""


def moved_addresses(
    redirects: Iterable[tuple[str, str]], *, base_path: str, folders: tuple[str, ...]
) -> tuple[Moved, ...]:
    """Return every old address with the new one, sorted, the first row of an address alone.

    Args:
        redirects: (old, new), those that are in effect; old ones begin with a slash.
        base_path: Where the portal stands on its host, with slashes at both ends.
        folders: Folders of the languages, ``""`` for the site's own; a row without a language holds for all of them.
    """
    found: dict[str, str] = {}
    for old, new in redirects:
        for source, target in _in_languages(old, new, base_path, folders):
            path = unquote(source).rstrip("/") or "/"
            if path.isprintable() and path != unquote(target).rstrip("/"):
                found.setdefault(path, _escaped(target))
    return tuple(Moved(path, target) for path, target in sorted(found.items()))


def _in_languages(source: str, target: str, base_path: str, folders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield source, target
    inside = [address.removeprefix(base_path) for address in (source, target) if address.startswith(base_path)]
    if len(inside) < 2 or any(path.startswith(folder) for path in inside for folder in folders if folder):
        return
    for folder in filter(None, folders):
        # What stands once for all languages has no copy in their folders.
        if not inside[1].startswith(("P/", "qr/", "api/", "data/", "pictures/", "assets/")):
            yield f"{base_path}{folder}{inside[0]}", f"{base_path}{folder}{inside[1]}"


def _escaped(target: str) -> str:
    """Return *target* in ASCII, and without a character that a server's configuration takes for its own."""
    escaped = quote(target, safe=_IN_TARGETS)
    return "".join(_DANGEROUS.get(character, character) for character in escaped)
