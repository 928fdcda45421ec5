"""
A look at both generations before anything is written: what of them is no longer as it is remembered.

A look reads the two folders and their states and nothing else, so it is taken
in another process while this one reads the data.  What comes back names files
rather than telling all that is known of them: as a rule everything is as it
was, and the state says the rest.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.apart import start_apart

from .idle import IdleLook, look_at_idle
from .output_folder import published_manifest
from .private_state import State, load_state, state_name
from .survey import Survey, survey


class Look(NamedTuple):
    """Both generations as they were found."""

    taken: int
    """When the look began, nanoseconds since 1970."""
    state: str | None
    """Name of what is remembered of the live generation; None where that is nothing to be relied on."""
    owned: Mapping[str, object]
    """The files of the live generation's manifest, as keys."""
    found: Survey
    """The live generation."""
    idle: IdleLook
    """The idle generation against the live one."""


class _Sent(NamedTuple):
    """A look on its way between two processes, who both read the state; naming 9,000 files takes them 1 ms."""

    taken: int
    state: str | None
    altered: list[str]
    """Files of that state that are not as they were published."""
    folders: dict[str, int]
    foreign: set[str]
    idle: IdleLook


class Looking:
    """A look that is being taken; under the locks of :func:`generator.build.locks.locked`."""

    def __init__(self, live: Path, idle: Path, states: Path, *, apart: bool) -> None:
        """
        Begin to look.

        Args:
            live: The output folder, which is there.
            idle: The idle generation, if there is one.
            states: Where the states of both lie.
            apart: Look in another process, where the system can fork.
        """
        self._live = live
        self._idle = str(idle)
        self._states = states
        self._elsewhere = start_apart(self._sent) if apart else None

    def look(self) -> Look:
        """
        Return what was found, once; waits for the other process where there is one.

        Raises EnvironmentRefused for a folder that is not ours to replace, and OSError as the system refuses.
        """
        if self._elsewhere is None:
            return self._take()
        sent = self._elsewhere.result()
        state = self._load(sent.state)
        if state is None:
            if sent.state is not None:  # somebody has just taken the state away
                return self._take()
            return Look(sent.taken, None, self._owned(None), Survey(sent.folders, {}, sent.foreign), sent.idle)
        altered = set(sent.altered)
        intact = {path: entry for path, entry in state.files.items() if path not in altered} if altered else state.files
        return Look(sent.taken, sent.state, state.files, Survey(sent.folders, intact, sent.foreign), sent.idle)

    def _take(self) -> Look:
        taken = time.time_ns()
        live = str(self._live)
        name = state_name(live)
        state = self._load(name)
        owned = self._owned(state)
        found = survey(live, state, owned)
        idle = look_at_idle(self._idle, live, found, state, self._states)
        return Look(taken, name if state else None, owned, found, idle)

    def _sent(self) -> _Sent:
        look = self._take()
        altered = [path for path in look.owned if path not in look.found.intact] if look.state else []
        return _Sent(look.taken, look.state, altered, look.found.folders, look.found.foreign, look.idle)

    def _load(self, name: str | None) -> State | None:
        return load_state(self._states, name)

    def _owned(self, state: State | None) -> Mapping[str, object]:
        if state is not None:
            return state.files
        manifest = published_manifest(self._live)
        return manifest.files if manifest else {}
