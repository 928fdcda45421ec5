"""The worklist as a page to print and take along: one file that stands alone, in the theme's look, without scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.surfaces.small_css import smaller_css
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.worklist import Task


class TaskGroup(NamedTuple):
    """What is to be done at one place."""

    title: str
    number: str
    """Of its tasks."""
    tasks: tuple[Task, ...]


class WorklistPage(NamedTuple):
    """Everything that is to be done."""

    title: str
    summary: str
    as_of: str
    groups: tuple[TaskGroup, ...]


def by_place(tasks: Sequence[Task]) -> dict[str, list[Task]]:
    """Return name of a place → its tasks, in the order of the list."""
    groups: dict[str, list[Task]] = {}
    for task in tasks:
        groups.setdefault(task.place_name, []).append(task)
    return groups


def worklist_html(around: Surroundings, tasks: Sequence[Task]) -> bytes:
    """Return the page of *tasks* in the site's own language."""
    texts = around.texts
    page = WorklistPage(
        title=texts("worklist.title"),
        summary=texts.counted("worklist.count", len(tasks)) if tasks else texts("worklist.none"),
        as_of=around.site.as_of,
        groups=tuple(
            TaskGroup(name, around.formats.number(len(group)), tuple(group)) for name, group in by_place(tasks).items()
        ),
    )
    style = smaller_css(around.theme.sheet("editors"))
    html = around.templates.render(
        "editors/worklist.html",
        site=around.site,
        page=page,
        style=Markup(style),  # noqa: S704 - the theme's own sheets
    )
    return html.encode()
