"""What the terminal says: a head with the addresses, then a line a build."""

from __future__ import annotations

from datetime import datetime

from generator.findings import Finding, Level

from .overlay import counted, errors_first, place_of
from .rebuilding import Outcome
from .situation import Situation

SHOWN = 5
"""Findings told after a build; the browser and ``shanhuo check`` list the others."""
_INDENT = " " * 10
"""Width of the time and the space behind it."""


def head(title: str, address: str, lan: list[str], *, is_lan: bool) -> list[str]:
    """Return the lines that stand above the log.

    Args:
        title: What is previewed.
        address: Address on this machine.
        lan: Addresses for other machines, the likeliest first.
        is_lan: Whether other machines may come at all.
    """
    lines = [f"正在预览  {title}", f"  本机    {address}"]
    lines += [f"  手机    {other}" for other in lan]
    if not is_lan:
        lines.append("  手机    用 shanhuo serve --lan 启动，连同一个 Wi-Fi 的手机就能扫码查看")
    elif not lan:
        lines.append("  手机    没有找到局域网地址，请检查网络")
    return [*lines, "  停止    Ctrl+C"]


def build_lines(changed: frozenset[str], outcome: Outcome, *, previous: Situation, now: datetime) -> list[str]:
    """Return the lines about one build: time, seconds, what changed, what came of it, and the first findings.

    Args:
        changed: Changed paths relative to the site; none for the first build.
        outcome: What came of it.
        previous: The situation before; what it said already is not said again.
        now: Local time.
    """
    what = _changed(changed) if changed else "首次生成"
    lines = [f"{now:%H:%M:%S}  {outcome.seconds:5.2f} 秒  {what}  {_result(outcome, previous)}"]
    situation = outcome.situation
    if (situation.failure, situation.report) == (previous.failure, previous.report):
        return lines
    if situation.failure is not None:
        place = f"{situation.failure.place}  " if situation.failure.place else ""
        lines.append(f"{_INDENT}{place}{situation.failure.message}")
        if situation.failure.mend:
            lines.append(f"{_INDENT}  {situation.failure.mend}")
    findings = errors_first(situation.report)
    lines += [f"{_INDENT}{_finding(finding)}" for finding in findings[:SHOWN]]
    if len(findings) > SHOWN:
        lines.append(f"{_INDENT}还有 {len(findings) - SHOWN} 处，浏览器里和 shanhuo check 都会列出")
    return lines


def _changed(paths: frozenset[str]) -> str:
    first = min(paths)
    return first if len(paths) == 1 else f"{first} 等 {len(paths)} 个文件"


def _result(outcome: Outcome, previous: Situation) -> str:
    situation = outcome.situation
    counts = counted(situation.report, "zh")
    if situation.broken:
        state = "页面保持上次的样子" if situation.version else "还没有页面"
        return f"→ {counts or '没有生成成功'}，{state}"
    if situation.version == previous.version:
        result = "→ 页面没有变化"
    elif not previous.version:
        result = f"→ 共 {outcome.files} 个文件"
    else:
        result = f"→ 更新了 {outcome.made} 个文件"
    return f"{result}，{counts}" if counts else result


def _finding(finding: Finding) -> str:
    level = "" if finding.level is Level.ERROR else "（警告）"
    parts = (place_of(finding), finding.field, level + finding.message.zh)
    return "  ".join(part for part in parts if part)
