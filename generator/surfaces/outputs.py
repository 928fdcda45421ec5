"""The plan is data: what file to make, what it hangs on, how to make it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple


class Output(NamedTuple):
    """One file of the site."""

    path: str
    """Where it goes, relative to the site's root, with forward slashes."""
    needs: str
    """Digest of everything that can change its bytes; equal needs mean equal bytes."""
    make: Callable[[], bytes]
    """Makes the bytes; called in any process, in any order, or not at all when nothing changed."""
    subject: str = ""
    """What the file is about, for a person who reads that two things want one address."""
    indexed: bool = False
    """A page that search engines should know: it is listed in the sitemap."""
    kin: str = ""
    """Outputs of one kin share work, so one process makes them one after the other."""
    is_slow: bool = False
    """Its bytes are kept by ``needs`` beside the site, so that another output folder takes them from there."""


def digest_of(*parts: str) -> str:
    """Return one digest of *parts*; their order matters, their borders cannot be confused."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()
