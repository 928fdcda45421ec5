"""Printed codes that the published site answers and the plan no longer does, or answers with something else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from generator.config import Configuration
from generator.contract.rows import Row
from generator.findings import Finding, Place, Report, finding
from generator.surfaces.addresses import SHELF_TARGETS, file_of, shelf
from generator.surfaces.outputs import Output

_SHELF_PAGE = re.compile(
    "|".join(
        re.escape(file_of(shelf("CODE", small=small))).replace("CODE", "([^/]+)").replace("code", "([^/]+)")
        for small in (False, True)
    )
)
_REGISTER = "data/qr_codes.csv"
_TARGETS_BYTES = 50_000_000
"""What a list of targets may hold at most: half a million codes."""


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
    return Report.of(_told(address, has_shelf=has_shelf, planned=planned) for address in lost)


def moved_codes(published: Path, codes: Sequence[Row]) -> Report:
    """
    Return a finding ``code-lost`` for every code that was published for one thing and is registered for another.

    Whoever renames a thing, or merges it into another, may change its row of the register along: every record is then
    in order, and old labels lead to something else all the same.

    Args:
        published: The folder of the published site.
        codes: Rows of the register as it is now.
    """
    known = _targets(published)
    return Report.of(
        _told_moved(row, known[row.key])
        for row in codes
        if row.key in known and not row.unread and known[row.key] != f"{row.text('target_kind')}/{row.text('target')}"
    )


def _targets(published: Path) -> Mapping[str, str]:
    """Return code → kind and key of what it was published for; nothing where that is not known."""
    try:
        path = published / SHELF_TARGETS
        if path.stat().st_size > _TARGETS_BYTES:
            return {}
        told = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return {key: value for key, value in told.items() if isinstance(value, str)} if isinstance(told, dict) else {}


def _codes(paths: Iterable[str]) -> Iterator[str]:
    """Yield the folder of each code's page, such as ``P/7K3M9QA``: letter case is part of what was printed."""
    for path in paths:
        if _SHELF_PAGE.fullmatch(path):
            yield path.rpartition("/")[0]


def _told(address: str, *, has_shelf: bool, planned: set[str]) -> Finding:
    code = address.rpartition("/")[2].upper()
    place, field = Place(_REGISTER, 1), "code"
    if not has_shelf:
        place, field = Place("site_config.yml", 1), "surfaces"
        why = (
            "发布过的网站有这一页，设置 surfaces 里却没有了 shelf",
            "but the setting surfaces no longer has shelf",
        )
        do = "在设置 surfaces 里写回 shelf", "put shelf back into the setting surfaces"
    elif {address.upper(), address.lower()} & planned:
        why = (
            "印出去的网址大小写不是这样，登记里却改了",
            "but the register now says another letter case than was printed",
        )
        do = "把这一行的“大小写”改回原来的", "change the letter case of its row back"
    else:
        why = "发布过的网站有这一页，登记里却没有这个码了", "a page of the published site, but the register has lost it"
        do = (
            "把登记里的这一行照原样放回来，不再用的码状态写“停用”",
            "put its row back into the register as it was, with the status retired if it is no longer used",
        )
    words = {"why_zh": why[0], "why_en": why[1], "do_zh": do[0], "do_en": do[1]}
    return finding("code-lost", place, field=field, record=code, found=f"/{address}/", **words)


def _told_moved(row: Row, printed_for: str) -> Finding:
    kind, _, key = printed_for.partition("/")
    now_kind, now = row.text("target_kind"), row.text("target")
    field, before, after = ("target", key, now) if kind == now_kind else ("target_kind", kind, now_kind)
    return row.finding(
        "code-lost",
        field,
        found=after,
        why_zh=f"可是它印出去的时候是“{before}”的，扫旧标签的人会看到另一样东西",
        why_en=f"but was printed for “{before}”: whoever scans an old label would see something else",
        do_zh=f"把这一行改回“{before}”，那条记录也要留着（名称可以改，编号不行）；给“{after}”另发一个码",
        do_en=f"change the row back to “{before}” and keep that record (its name may change, its ID may not); give "
        f"“{after}” a code of its own",
    )
