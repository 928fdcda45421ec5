"""One build after another, each of which ends in something that can be shown."""

from __future__ import annotations

import threading
import time
import traceback
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build import Built, Options, build
from generator.build.manifest import read_manifest
from generator.build.progress import Progress, silent
from generator.config import read_config
from generator.errors import BuildRunning, EnvironmentRefused, FindingsStop, SiteError
from generator.findings import Report
from generator.surfaces.addresses import base_path

from .situation import Failure, Situation

_WAIT_FOR_OTHERS_SECONDS = 20.0
"""How long another command may be building the same site before it is told as a failure."""
_PAUSE_SECONDS = 0.25
_FAULT_MENDS = {True: "这一行模板有问题，请改好。", False: "程序自身出错，请把终端里的这段话告诉维护的人。"}
"""Whether the fault lies in a file of the site → what to do about it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to."""

    situation: Situation
    seconds: float
    files: int = 0
    """Files of the site, where it was published."""
    made: int = 0
    """Files that were made anew."""
    trace: str = ""
    """Where this program itself failed, for those who can mend it."""


class Rebuilder:
    """Builds one site over and over into one folder."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.base_path = "/"
        """Path of the site's address in the last settings that could be read."""

    def version(self) -> str:
        """Return the digest of the edition that lies in the output folder; empty where there is none."""
        manifest = read_manifest(self._options.output)
        return manifest.sha256 if manifest else ""

    def run(self, progress: Progress = silent) -> Outcome:
        """Build once; whatever goes wrong is part of the outcome."""
        start = time.perf_counter()
        try:
            built = self._build(progress)
        except FindingsStop as stop:
            return self._outcome(start, stop.report)
        except SiteError as error:
            return self._outcome(start, Report(), Failure(error.message, error.mend))
        except Exception as error:  # noqa: BLE001 - a fault in a template is shown, and the preview lives on
            place, is_in_site = self._place_of(error)
            failure = Failure(f"{type(error).__name__}: {error}", _FAULT_MENDS[is_in_site], place)
            return self._outcome(start, Report(), failure, "" if is_in_site else traceback.format_exc())
        return replace(self._outcome(start, built.report), files=built.files, made=built.made)

    def _build(self, progress: Progress) -> Built:
        """Build, giving other commands on the same site, and on Windows a reader of an old file, time to end."""
        deadline = time.monotonic() + _WAIT_FOR_OTHERS_SECONDS
        tries = 0
        while True:
            tries += 1
            try:
                # Worker processes are forked, which is safe only as long as no other thread runs.
                jobs = 0 if threading.active_count() == 1 else 1
                built = build(self._options._replace(jobs=jobs), progress=progress)
            except BuildRunning:
                if time.monotonic() > deadline:
                    raise
            except EnvironmentRefused:
                if tries > 1:
                    raise
            else:
                self._read_base_path()
                return built
            time.sleep(_PAUSE_SECONDS)

    def _read_base_path(self) -> None:
        configuration, _ = read_config(self._options.site_dir)
        if configuration is not None:
            self.base_path = base_path(configuration.site)

    def _place_of(self, error: Exception) -> tuple[str, bool]:
        """Return ``file:line`` of a fault, and whether it lies in the site: the template engine gives its templates'
        own lines, and what they call is innermost only by accident."""
        frames = traceback.extract_tb(error.__traceback__)
        for frame in reversed(frames):
            path = Path(frame.filename)
            if path.is_relative_to(self._options.site_dir) and path.suffix != ".py":
                return f"{path.relative_to(self._options.site_dir).as_posix()}:{frame.lineno}", True
        return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}", False

    def _outcome(self, start: float, report: Report, failure: Failure | None = None, trace: str = "") -> Outcome:
        situation = Situation(self.version(), report, failure)
        return Outcome(situation, time.perf_counter() - start, trace=trace)
