"""What is out in the world and no longer right: printed things, guide screens, columns pasted into other sites."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.surfaces.surroundings import Surroundings

from .columns import column_tasks
from .displays import display_tasks
from .prints import print_tasks
from .tasks import Reason, Task

__all__ = ["Reason", "Task", "since", "worklist"]


def worklist(around: Surroundings) -> tuple[Task, ...]:
    """Return everything that has to be replaced, taken down or looked at on the day that is shown.

    What is urgent (a recall) stands first, then places by name; the data is read and nothing is written.
    """
    found = [*print_tasks(around), *display_tasks(around), *column_tasks(around)]
    return tuple(sorted(found, key=lambda task: (not task.is_urgent, task.place_name, task.kind, task.name, task.id)))


def since(tasks: Iterable[Task], day: date) -> tuple[Task, ...]:
    """Return *tasks* with only those reasons that arose on *day* or later, or of which the data tells no day."""
    kept = (
        task._replace(reasons=tuple(each for each in task.reasons if each.since is None or each.since >= day))
        for task in tasks
    )
    return tuple(task for task in kept if task.reasons)
