"""
The build: the one place that sees the whole line.

:func:`check` reads a site and tells what is wrong; :func:`build` does the same
and then publishes.  Nothing is written into the output folder before
everything has been made.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.apart import no_process_left
from generator.errors import FindingsStop
from generator.findings import Report
from generator.surfaces.outputs import Output

from .collector import collector_paused, settled_objects
from .generations import Staging, begin_staging
from .kept_outputs import KeptOutputs
from .loading import Loaded, load, program_digest
from .locks import locked
from .lost_codes import lost_codes, moved_codes
from .lost_columns import refuse_lost_columns
from .memory import Memory
from .options import Options, Timings
from .output_folder import checked_output
from .planning import faults, plan
from .private_state import Entry
from .progress import Progress, silent
from .workers import make_all

__all__ = ["Built", "Options", "Timings", "build", "check"]


class Built(NamedTuple):
    """What a build did."""

    out: Path
    """The folder that now holds the site."""
    report: Report
    """Warnings; a build with errors does not get here."""
    files: int
    """Files of the site, without those that are not ours."""
    made: int
    """Files that were made anew."""


def check(options: Options, timings: Timings | None = None) -> Report:
    """Read a site and return everything that is wrong with it; no file of the output folder is touched."""
    timings = timings or Timings()
    with collector_paused(), no_process_left():
        memory = Memory.open(options.work, program_digest(), use_cache=options.use_cache)
        loaded = load(options, timings, memory, with_frame=True, apart=options.jobs != 1, sparing=False)
        if loaded.catalog is None:
            _stop_frame(loaded)
            return loaded.settled()
        with timings.step("plan"):
            found = _planned_faults(loaded)
        with timings.step("verdict"):
            report = loaded.settled()
    if report.stops() and not loaded.report.stops():  # the plan was one of faulty data
        return report
    return Report.of((*report.findings, *found.findings))


def _planned_faults(loaded: Loaded) -> Report:
    """Return what is wrong with the plan; nothing where it fails on data that has yet to be found faulty."""
    try:
        return faults(loaded, plan(loaded))
    except Exception:
        if not loaded.settled().stops():
            raise
        return Report.of(())


def build(options: Options, timings: Timings | None = None, progress: Progress = silent) -> Built:
    """Build a site and publish it.

    Raises:
        FindingsStop: The data holds errors (or warnings, when strict); the output folder is as it was.
        ColumnLost: Pages that other websites show would go; the output folder is as it was.
        SiteError: The machine refused; the output folder is as it was.
    """
    timings = timings or Timings()
    out = checked_output(options.output, options.site_dir, options.work)
    with locked(options.work, out), no_process_left():
        with collector_paused():
            is_apart = options.jobs != 1
            opening = begin_staging(out, site=options.site_dir, work=options.work, apart=is_apart)
            memory = Memory.open(options.work, program_digest(), use_cache=options.use_cache)
            loaded = load(options, timings, memory, with_frame=True, apart=is_apart)
            if loaded.report.stops(strict=options.strict):
                _stop_frame(loaded)
                # Whoever merged two things is told of their codes at once, not when all else is mended.
                moved = moved_codes(out, loaded.rows.get("qr_codes", ()))
                _refuse(Report.of((*loaded.settled().findings, *moved.findings)), options)
            with _hoping(loaded, options), timings.step("plan"):
                outputs = plan(loaded)
                _refuse(faults(loaded, outputs), options)
            with _hoping(loaded, options), timings.step("stage"):
                staging = opening.staging()
                planned = {output.path for output in outputs}
                staging.refuse_collisions(planned)
                assert loaded.configuration is not None
                gone = [path for path in staging.published if path not in planned]
                _refuse(lost_codes(gone, outputs if gone else (), loaded.configuration), options)
                _refuse(moved_codes(out, loaded.rows["qr_codes"]), options)
                refuse_lost_columns(gone)
            entries, missing = _divided(outputs, staging, use_cache=options.use_cache)
        kept = KeptOutputs(options.work, use_cache=options.use_cache)
        with settled_objects():
            with _hoping(loaded, options), timings.step("make"), progress(len(missing)) as told:
                jobs = options.jobs or os.cpu_count() or 1
                entries |= make_all(kept.using(missing), staging.root, jobs=jobs, told=told)
            with timings.step("verdict"):
                report = loaded.settled()
                _refuse(report, options)
            with timings.step("publish"):
                staging.commit(entries)
                kept.forget_others(outputs)
        return Built(out, report, len(outputs), len(missing))


@contextmanager
def _hoping(loaded: Loaded, options: Options) -> Iterator[None]:
    """Blame what goes wrong inside on the data first, if Table Schema then finds fault with it."""
    try:
        yield
    except Exception:
        _refuse(loaded.settled(), options)
        raise


def _divided(outputs: list[Output], staging: Staging, *, use_cache: bool) -> tuple[dict[str, Entry], list[Output]]:
    """Return what is published already as it should be, and the outputs that have to be made."""
    entries: dict[str, Entry] = {}
    missing: list[Output] = []
    for output in outputs:
        entry = staging.live_key(output.path) if use_cache else None
        if entry is not None and entry.key == output.needs:
            entries[output.path] = entry
        else:
            missing.append(output)
    return entries, missing


def _refuse(report: Report, options: Options) -> None:
    if report.stops(strict=options.strict):
        raise FindingsStop("数据里有问题，网站没有改动。", report)


def _stop_frame(loaded: Loaded) -> None:
    if loaded.frame is not None:
        loaded.frame.stop()
