"""What the log of corrections receives."""

from __future__ import annotations

from typing import NamedTuple

from .views import Link


class CorrectionLine(NamedTuple):
    """One public correction."""

    date: str
    what: str
    """Table, record and field."""
    old: str
    new: str
    reason: str
    campaign: Link | None


class CorrectionsPage(NamedTuple):
    """All corrections, the latest first."""

    title: str
    intro: str
    number: str
    lines: tuple[CorrectionLine, ...]
