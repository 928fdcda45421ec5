"""The worklist in the forms in which people and programs read it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.surfaces.surroundings import Surroundings
    from generator.surfaces.worklist import Reason, Task

COLUMNS = (
    "place",
    "place_name",
    "thing",
    "name",
    "table",
    "id",
    "detail",
    "reason",
    "words",
    "printed",
    "now",
    "since",
)


def as_text(around: Surroundings, tasks: Sequence[Task], by: str) -> str:
    """Return the list for a terminal or the log of a CI run, grouped by place or by reason."""
    texts = around.texts
    if not tasks:
        return texts("worklist.none") + "\n"
    lines = [click.style(texts.counted("worklist.count", len(tasks)), bold=True)]
    for title, group in (_by_reason(around, tasks) if by == "reason" else _by_place(tasks)).items():
        lines += ("", click.style(title, bold=True) + f"  {len(group)}")
        for task, reasons in group:
            place = f"  {task.place_name}" if by == "reason" else ""
            detail = f"  {task.detail}" if task.detail else ""
            lines.append(f"  {task.kind_words}  {task.name}{place}{detail}  {task.id}")
            for reason in reasons:
                words = click.style(reason.words, fg="red") if reason.kind == "recalled" else reason.words
                lines.append(f"      {words}")
    return "\n".join([*lines, "", texts("worklist.foot"), ""])


def _by_place(tasks: Sequence[Task]) -> dict[str, list[tuple[Task, tuple[Reason, ...]]]]:
    groups: dict[str, list[tuple[Task, tuple[Reason, ...]]]] = {}
    for task in tasks:
        groups.setdefault(task.place_name, []).append((task, task.reasons))
    return groups


def _by_reason(around: Surroundings, tasks: Sequence[Task]) -> dict[str, list[tuple[Task, tuple[Reason, ...]]]]:
    groups: dict[str, list[tuple[Task, tuple[Reason, ...]]]] = {}
    for task in tasks:
        for reason in task.reasons:
            groups.setdefault(around.texts(f"worklist.reason.{reason.kind}"), []).append((task, (reason,)))
    return groups


def as_csv(tasks: Sequence[Task]) -> str:
    """Return a row for each reason, in UTF-8 with a byte order mark, by which Excel knows it."""
    from generator.surfaces.buyers_table import harmless

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for task in tasks:
        for reason in task.reasons:
            day = reason.since.isoformat() if reason.since else ""
            head = (task.place, task.place_name, task.kind, task.name, task.table, task.id, task.detail)
            cells = (*head, reason.kind, reason.words, reason.printed, reason.now, day)
            writer.writerow([harmless(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def as_json(around: Surroundings, tasks: Sequence[Task]) -> str:
    """Return the list for programs; its names are a promise."""
    told = {
        "as_of": around.configuration.as_of.isoformat(),
        "total": len(tasks),
        "tasks": [
            {
                "place": task.place,
                "place_name": task.place_name,
                "thing": task.kind,
                "name": task.name,
                "table": task.table,
                "id": task.id,
                "detail": task.detail,
                "urgent": task.is_urgent,
                "reasons": [
                    {
                        "reason": reason.kind,
                        "words": reason.words,
                        "printed": reason.printed,
                        "now": reason.now,
                        "since": reason.since.isoformat() if reason.since else None,
                    }
                    for reason in task.reasons
                ],
            }
            for task in tasks
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
