"""
What the page's overlay says, as data: texts only.

``client/preview.js`` puts every text into the page as text, never as markup, so
an editor's ``<script>`` in a name stays a name.
"""

from __future__ import annotations

import json

from generator.findings import Finding, Level, Report

from .situation import Failure, Situation

SHOWN = 50
"""Findings that the overlay lists; the rest is counted, ``shanhuo check`` lists all."""

_WORDS = {
    "zh": {
        "error": "错误",
        "warning": "警告",
        "errors": "{count} 处错误",
        "warnings": "{count} 处警告",
        "joint": "，",
        "failure": "没有生成成功",
        "stays": "页面还是上一次正常时的样子；改好并保存，这里会自动更新。",
        "nothing": "网站还没有生成过；改好并保存，页面会自动出现。",
        "published": "网站已更新。警告不妨碍浏览，发布前最好改好。",
        "more": "还有 {count} 处没有列出，运行 shanhuo check 看全部。",
        "mend": "怎么改：",
        "fold": "收起",
        "lost": "预览已断开，正在重新连接…",
        "label": "检查结果",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "errors": "Errors: {count}",
        "warnings": "Warnings: {count}",
        "joint": ", ",
        "failure": "The build failed",
        "stays": "The page is still as it last was in order; mend, save, and it follows by itself.",
        "nothing": "The site has not been built yet; mend, save, and it appears by itself.",
        "published": "The site is up to date. Warnings do not keep it from being read.",
        "more": "{count} more are not listed; shanhuo check lists all.",
        "mend": "Mend: ",
        "fold": "Fold",
        "lost": "The preview is gone, connecting again …",
        "label": "Findings",
    },
}


def words(language: str) -> dict[str, str]:
    """Return the overlay's fixed words in English for ``en`` and its kin, in Chinese for all others."""
    return _WORDS["en" if language.lower().startswith("en") else "zh"]


def place_of(finding: Finding) -> str:
    """Return ``file:line``, or the file alone."""
    place = finding.place
    return f"{place.file}:{place.line}" if place.line else place.file


def counted(report: Report, language: str) -> str:
    """Return "2 处错误，1 处警告", without what there is none of; empty for a report without findings."""
    said = words(language)
    counts = report.counts
    parts = [said[f"{level}s"].format(count=counts[level]) for level in ("error", "warning") if counts[level]]
    return said["joint"].join(parts)


def errors_first(report: Report) -> list[Finding]:
    """Return the findings with those that stop the build before the warnings, each in the report's order."""
    return sorted(report.findings, key=lambda finding: finding.level is not Level.ERROR)


def as_event(situation: Situation, language: str) -> str:
    """Return *situation* as the JSON object that ``client/preview.js`` documents; one line."""
    said = words(language)
    listed = errors_first(situation.report)
    items = [_item(finding, language) for finding in listed[:SHOWN]]
    if situation.failure is not None:
        items.insert(0, _failure_item(situation.failure, said))
    hidden = len(listed) - SHOWN
    return json.dumps(
        {
            "version": situation.version,
            "broken": situation.broken,
            "title": counted(situation.report, language) or (said["failure"] if situation.failure else ""),
            "note": _note(situation, said),
            "items": items,
            "more": said["more"].format(count=hidden) if hidden > 0 else "",
            "words": {name: said[name] for name in ("mend", "fold", "lost", "label")},
            "language": "en" if said is _WORDS["en"] else "zh-Hans",
        },
        ensure_ascii=False,
    )


def _note(situation: Situation, said: dict[str, str]) -> str:
    if not situation.broken:
        return said["published"]
    return said["stays"] if situation.version else said["nothing"]


def _item(finding: Finding, language: str) -> dict[str, str]:
    return {
        "level": str(finding.level),
        "word": words(language)[str(finding.level)],
        "code": finding.code,
        "place": place_of(finding),
        "field": finding.field,
        "message": finding.message.in_language(language),
        "mend": finding.mend.in_language(language),
    }


def _failure_item(failure: Failure, said: dict[str, str]) -> dict[str, str]:
    return {
        "level": "error",
        "word": said["error"],
        "code": "",
        "place": failure.place,
        "field": "",
        "message": failure.message,
        "mend": failure.mend,
    }
