"""A site as the editing commands read it: settings, rows and findings, without the engine that draws pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.build import Options, Timings
from generator.build.loading import Loaded, load, program_digest
from generator.build.memory import Memory
from generator.errors import FindingsStop


def read_site(site_dir: Path, *, as_of: date | None = None) -> Loaded:
    """Read the site at *site_dir* as of a day, or as of its own day; findings do not stop it."""
    options = Options(site_dir, as_of=as_of)
    return load(options, Timings(), Memory.open(options.work, program_digest(), use_cache=True))


def read_sound_site(site_dir: Path, *, as_of: date | None = None, purpose: str) -> Loaded:
    """Read a site that holds no error.

    Args:
        site_dir: The site's folder.
        as_of: Day to show instead of the site's own.
        purpose: What is not done otherwise, a Chinese verb phrase such as ``发码``.

    Raises:
        FindingsStop: The data holds errors; the findings travel in it.
    """
    loaded = read_site(site_dir, as_of=as_of)
    if loaded.report.stops():
        raise FindingsStop(f"数据里有错误，没有{purpose}。先照上面改好，再运行一次。", loaded.report)
    return loaded
