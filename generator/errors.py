"""
The exceptions: a run that cannot go on, said in one sentence.

What is wrong in an editor's data is never an exception but a finding (see
:mod:`generator.findings`).  The command line prints an exception's sentence
without a traceback and ends with its exit code.
"""

from __future__ import annotations

from generator.findings import Report

EXIT_GOOD = 0
"""The command did what it says, and no error was found."""
EXIT_FINDINGS = 1
"""An error was found in the data (or a warning, under ``--strict``)."""
EXIT_USAGE = 2
"""The command was called in a way that it does not know."""
EXIT_ENVIRONMENT = 3
"""The machine refused: no permission, disk full, a file in the way, another build running."""


class SiteError(Exception):
    """A run that cannot go on; the base of all exceptions of this package."""

    exit_code = EXIT_ENVIRONMENT

    def __init__(self, message: str, *, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What stands in the way, one sentence in the editor's language."""
        self.mend = mend
        """What to do about it; empty where nothing can be said."""


class UsageError(SiteError):
    """The command's words do not fit: an unknown table, a bad date, no site there."""

    exit_code = EXIT_USAGE


class EnvironmentRefused(SiteError):
    """The file system, the network port or another process said no."""


class BuildRunning(EnvironmentRefused):
    """Another build holds the lock of the same site or of the same output folder."""


class FindingsStop(SiteError):
    """The data holds errors, so nothing was written; the findings travel in ``report``."""

    exit_code = EXIT_FINDINGS

    def __init__(self, message: str, report: Report) -> None:
        super().__init__(message)
        self.report = report
