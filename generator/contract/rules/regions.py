"""
Region codes: China's GB/T 2260 and the European Union's NUTS.

The GB/T 2260 codes with the years that each was in force come with python-stdnum (``cn/loc.dat``), which takes them
from the lists of 中华人民共和国行政区划代码; a withdrawn code names the one in force that bears the place's name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec, module_from_spec
from typing import NamedTuple

from generator.findings import Finding

from .data import Marks, RuleData

_ENTRY = re.compile(r"(?:\[(\d{4})?-(\d{4})?\])?([^,\[]+)")
_NUTS = re.compile(r"[A-Z]{2}[A-Z0-9]{1,3}")
_ENDINGS = re.compile(r"(各族自治县|联合旗|自治县|自治旗|特区|林区|矿区|地区|县|市|区|旗|盟)$")
_PEOPLES = re.compile(
    r"(蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土"
    r"|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各)族"
)


class Region(NamedTuple):
    """One name that a code bore."""

    name: str
    until: int | None
    """Year in which it was withdrawn; ``None`` while it is in force."""


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``region-unknown`` and ``region-withdrawn`` by the site's region scheme."""
    scheme = data.settings.region_scheme
    for _, entry, rows in data.fields("region"):
        for row in rows:
            code = row.text(entry.name)
            if not code:
                continue
            if scheme == "gb2260":
                if problem := _unless_known(code, data.marks):
                    yield row.finding(problem[0], entry.name, **problem[1])
            elif scheme == "nuts" and not _NUTS.fullmatch(code):
                shape_zh, shape_en = (
                    "两个大写字母加一到三位，例如 FRK1",
                    "two capital letters and one to three signs, such as FRK1",
                )
                words = {"scheme": "NUTS", "shape_zh": shape_zh, "shape_en": shape_en}
                yield row.finding("region-unknown", entry.name, **words)


def _unless_known(code: str, marks: Marks) -> tuple[str, dict[str, str]] | None:
    """Judge a code; one that was found in force is not looked up again, since reading the list takes 50 ms."""
    mark = f"gb2260 {_edition()} {code}"
    problem = None if mark in marks.known or mark in marks.clean else _gb2260_problem(code)
    if problem is None:
        marks.clean.add(mark)
    return problem


@cache
def _edition() -> str:
    """Tell one list from another by its content, without running the package that has it, which takes 15 ms."""
    package = find_spec("stdnum")
    assert package is not None
    listed = files(module_from_spec(package)).joinpath("cn/loc.dat").read_bytes()
    return hashlib.blake2b(listed, digest_size=8).hexdigest()


def successor_of(code: str) -> str:
    """Return the code in force of the place that withdrawn *code* meant: same prefecture first, else same province."""
    names = [region.name for region in gb2260().get(code, ())]
    stems = {_stem(name) for name in names}
    for width in (4, 2):
        for other, regions in gb2260().items():
            if other[:width] == code[:width] and other != code and other[2:] != "0000":
                current = next((region.name for region in regions if region.until is None), None)
                if current and any(_same_place(stem, _stem(current)) for stem in stems):
                    return other
    return ""


@cache
def gb2260() -> Mapping[str, tuple[Region, ...]]:
    """Return every GB/T 2260 code ever issued → the names that it bore, latest last."""
    from stdnum import numdb  # imports much, for codes that were not met before

    found: dict[str, tuple[Region, ...]] = {}
    for _, province, _, _, children in numdb.get("cn/loc").prefixes:
        for _, low, _, properties, _ in children:
            entries = (match.groups() for match in _ENTRY.finditer(properties["county"]))
            found[province + low] = tuple(Region(name, int(end) if end else None) for _, end, name in entries)
    return found


def gb2260_province(code: str) -> str:
    """Return the name of the province that *code* belongs to, ``""`` where there is none."""
    from stdnum import numdb  # imports much, for codes of places that nothing comes from

    return str(numdb.get("cn/loc").info(code)[0][1].get("province", ""))


def _gb2260_problem(code: str) -> tuple[str, dict[str, str]] | None:
    regions = gb2260().get(code)
    if not regions:
        shape = {"shape_zh": "六位数字的代码，例如 610924", "shape_en": "a code of six digits, such as 610924"}
        return "region-unknown", {"scheme": "GB/T 2260", **shape}
    if any(region.until is None for region in regions):
        return None
    last = max(regions, key=lambda region: region.until or 0)
    current = successor_of(code)
    words = {"place_name": last.name, "year": str(last.until), "allowed": current}
    if current:
        name = next(region.name for region in gb2260()[current] if region.until is None)
        return "region-withdrawn", {
            **words,
            "hint_zh": f"现行代码是 {current}（{name}）。",
            "hint_en": f"The code in force is {current} ({name}).",
        }
    return "region-withdrawn", {**words, "hint_zh": "查出现行代码后改写。", "hint_en": "Look up the code in force."}


def _stem(name: str) -> str:
    """Return what of a place's name outlives a change of rank: 平泉县 and 平泉市 are both 平泉."""
    bare = _PEOPLES.sub("", name)
    stem = _ENDINGS.sub("", bare)
    return stem or name


def _same_place(old: str, new: str) -> bool:
    """Compare stems; one of a single character (通县, now 通州区) must begin the new one."""
    return old == new or (len(old) == 1 and new.startswith(old))
