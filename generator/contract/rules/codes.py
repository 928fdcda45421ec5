"""The register of printed codes: each must check, and lead to something that has a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.contract.nearest import nearest
from generator.contract.publication import hidden_because, is_on_offer
from generator.contract.rows import Row
from generator.contract.shelf_code import ALPHABET, LENGTH, fault_of
from generator.findings import Finding, finding

from .data import RuleData

TARGET_TABLES: Mapping[str, str] = {
    "product": "products",
    "placement": "placements",
    "campaign": "campaigns",
    "story": "stories",
    "catalogue-issue": "catalogue_issues",
}
"""What a code can lead to → the table of its records."""

ADVICE: Mapping[str, tuple[str, str]] = {
    "products": (
        "把这件产品照原样放回来，不卖了就把状态写“下架”，有替代的写在“替代产品”；草稿改成“在架”",
        "put the product back, withdrawn and with what replaces it if it is no longer sold; make drafts active",
    ),
    "placements": (
        "把这个点位照原样放回来，状态写“迁移”或“关闭”，可以去的地方写在“替代点位”",
        "put the placement back as it was, its status moved or closed, and name where to go instead",
    ),
    "campaigns": (
        "把这场活动照原样放回来；办完的活动不用删，页面自己会写“已结束”",
        "put the campaign back as it was; one that is over need not go, its page says so by itself",
    ),
    "stories": (
        "把这篇故事照原样放回来，不想再登就把状态写“撤下”；草稿改成“发布”",
        "put the story back, with the status withdrawn if it is not to be told any more; make drafts active",
    ),
    "catalogue_issues": (
        "把这一期目录照原样放回来；旧的一期不用删，页面自己会写有了新的一期；编制中的改成“已发布”",
        "put the issue back; an old one need not go, its page says that there is a newer one; a draft must be issued",
    ),
}
"""Table → what to do where a record of it with a printed code has no page, in Chinese and in English."""

FAULTS: Mapping[str, tuple[str, str]] = {
    "length": (f"要正好 {LENGTH} 位", f"it must have {LENGTH} characters"),
    "character": (f"只用这些字符：{ALPHABET}", f"only these characters are used: {ALPHABET}"),
    "check": (
        "校验不符，多半有一位写错或两位写反",
        "it does not check: probably a character is wrong, or two are swapped",
    ),
}
"""Fault of a code → what is wrong with it, in Chinese and in English."""


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``code-invalid``, ``code-placement``, ``code-lost``; with shelf pages ``code-missing`` too."""
    for row in data.rows["qr_codes"]:
        if fault := fault_of(row.key):
            why_zh, why_en = FAULTS[fault]
            allowed = f"{LENGTH} × {ALPHABET}"
            yield row.finding("code-invalid", "code", found=row.key, allowed=allowed, why_zh=why_zh, why_en=why_en)
        if row.text("placement") and row.text("target_kind") not in ("", "product"):
            yield row.finding("code-placement", "placement", found=row.text("placement"))
        yield from _lost(row, data)
    if (data.settings.shelf_codes or data.rows["qr_codes"]) and "qr_codes" not in data.incomplete:
        coded = coded_targets(data.rows["qr_codes"], "product")
        for product in data.rows["products"]:
            is_sound = "id" not in product.unread
            if is_sound and product.key not in coded and is_on_offer(product, data.settings.as_of):
                yield finding("code-missing", product.place(), record=product.key)


def coded_targets(codes: Sequence[Row], target_kind: str) -> dict[str, str]:
    """Return key of a record of *target_kind* → an active code of its own, which no one placement is named for."""
    return {key: code for (key, placement), code in _active(codes, target_kind) if not placement}


def coded_at(codes: Sequence[Row], placement: str) -> dict[str, str]:
    """Return key of a product → an active code of it that hangs at *placement*."""
    return {key: code for (key, at), code in _active(codes, "product") if at == placement}


def _active(codes: Sequence[Row], target_kind: str) -> Iterator[tuple[tuple[str, str], str]]:
    for row in codes:
        if row.text("target_kind") == target_kind and row.text("status") == "active":
            yield (row.text("target"), row.text("placement")), row.key


def _is_of_later(row: Row, data: RuleData) -> bool:
    """Tell whether a code is issued after the day that is shown: on that day nobody can have scanned it."""
    issued_on = row.values.get("issued_on")
    return isinstance(issued_on, date) and issued_on > data.settings.as_of


def _lost(row: Row, data: RuleData) -> Iterator[Finding]:
    table, target = TARGET_TABLES.get(row.text("target_kind"), ""), row.text("target")
    if not table or not target:
        return
    record = data.by_key[table].get(target)
    guess_zh, guess_en = "", ""
    if record is None and table not in data.incomplete:
        why_zh, why_en = "数据里已经没有这个编号", "which is no longer in the data"
        guess_zh, guess_en = _guess(table, target, data)
    elif record is not None and not _is_of_later(row, data) and (hidden := hidden_because(record, data.settings.as_of)):
        why_zh, why_en = hidden
    else:
        return
    do_zh, do_en = ADVICE[table]
    yield row.finding(
        "code-lost",
        "target",
        found=target,
        why_zh=f"{why_zh}，扫码的人会看到空白",
        why_en=f"{why_en}: whoever scans it would find nothing",
        do_zh=guess_zh + do_zh,
        do_en=guess_en + do_en,
    )


def _guess(table: str, target: str, data: RuleData) -> tuple[str, str]:
    """Return what a record that is gone may have become: one under a new ID, or one that it was merged into."""
    coded = {row.text("target") for row in data.rows["qr_codes"] if TARGET_TABLES.get(row.text("target_kind")) == table}
    records = data.by_key[table]
    if renamed := nearest(target, (key for key in records if key not in coded)):
        return (
            f"它像是改成了“{renamed}”：把编号改回“{target}”（名称可以随意改，编号不行）。不是的话，",
            f"change the ID “{renamed}” back to “{target}” if it is that (a name may change, an ID may not); if not, ",
        )
    if merged := nearest(target, (key for key in records if key in coded)):
        return (
            f"若是把它并进了“{merged}”，两条都要留着。",
            f"keep both records if it was merged into “{merged}”; ",
        )
    return "", ""
