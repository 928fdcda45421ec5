"""Label stocks of a site on which its codes would be printed too fine to scan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.assets.label_room import LEAST_MODULE, fit
from generator.config import SiteConfig
from generator.contract import Row
from generator.contract.label_geometry import geometry_of
from generator.contract.shelf_code import ALPHABET, LENGTH
from generator.findings import Finding
from generator.surfaces.addresses import code_uri

ANY_CODE = max(ALPHABET) * LENGTH
"""Stands for all codes: all have its length, and in an address in small letters none takes more room than letters."""


def label_findings(config: SiteConfig, rows: Mapping[str, Sequence[Row]]) -> list[Finding]:
    """Return a finding ``code-too-fine`` for every stock that the site names and that is too small for its codes."""
    levels = (config.codes.levels.label, config.codes.levels.small)
    found: list[Finding] = []
    for row in rows.get("label_stocks", ()):
        geometry = geometry_of(row.text("kind"), row.values.__getitem__)
        if geometry is None:
            continue
        try:
            each = fit(code_uri(config, ANY_CODE), geometry, levels)
            found_text, is_legible = f"{each.module:.3f}", each.is_legible
        except ValueError:  # no symbol holds such an address
            found_text, is_legible = "0", False
        if not is_legible:
            found.append(
                row.finding(
                    "code-too-fine",
                    "label_width",
                    found=found_text,
                    allowed=str(LEAST_MODULE),
                    stock=row.text("name"),
                    host=config.codes.base_url,
                )
            )
    return found
