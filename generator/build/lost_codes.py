"""Printed codes that the published site answers and the plan no longer does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.config import Configuration
from generator.findings import Finding, Place, Report, finding
from generator.surfaces.addresses import file_of, shelf
from generator.surfaces.outputs import Output

_SHELF_PAGE = re.compile(re.escape(file_of(shelf("CODE"))).replace("CODE", "([^/]+)"))


def lost_codes(published: Iterable[str], outputs: Iterable[Output], configuration: Configuration) -> Report:
    """
    Return a finding ``code-lost`` for every code with a page in the published site and none in the plan.

    The register alone cannot tell: a row that is deleted from it leaves nothing to complain about, while its labels
    hang in shops.

    Args:
        published: Paths of the files of the published site.
        outputs: The plan.
        configuration: The site's settings; a site without the shelf surface loses all its codes by that setting.
    """
    planned = set(_codes(output.path for output in outputs))
    lost = sorted(set(_codes(published)) - planned)
    has_shelf = "shelf" in configuration.site.surfaces
    return Report.of(_told(code, has_shelf=has_shelf) for code in lost)


def _codes(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        if match := _SHELF_PAGE.fullmatch(path):
            yield match[1]


def _told(code: str, *, has_shelf: bool) -> Finding:
    if has_shelf:
        place, field = Place("data/qr_codes.csv", 1), "code"
        why = "发布过的网站有这一页，登记里却没有这个码了", "a page of the published site, but the register has lost it"
    else:
        place, field = Place("site_config.yml", 1), "surfaces"
        why = "发布过的网站有这一页，设置 surfaces 里却没有了 shelf", "but the setting surfaces no longer has shelf"
    return finding("code-lost", place, field=field, record=code, found=f"/{shelf(code)}", why_zh=why[0], why_en=why[1])
