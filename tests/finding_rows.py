"""Findings as the rows that an ``expected.yml`` holds."""

from __future__ import annotations

from collections.abc import Iterable

from generator.findings import Finding


def finding_rows(findings: Iterable[Finding]) -> list[list[object]]:
    """Return [file, line, field, code] of each finding, in the same order."""
    return [[found.place.file, found.place.line, found.field, found.code] for found in findings]
