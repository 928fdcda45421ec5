"""What there is to see at one moment: which edition of the site, and what stands in the way of the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.findings import Report


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a build could not go on, where it was no matter of data."""

    message: str
    """One sentence in the editor's language."""
    mend: str = ""
    """What to do about it; empty where nothing can be said."""
    place: str = ""
    """``file:line`` where that is known, as of a template."""


@dataclass(frozen=True, slots=True)
class Situation:
    """The outcome of the last build, as browsers are told it."""

    version: str
    """Digest of the edition that is served; empty as long as there is none."""
    report: Report = field(default_factory=Report)
    """Findings of the last build, warnings of a good one among them."""
    failure: Failure | None = None

    @property
    def broken(self) -> bool:
        """Whether the last build did not publish, so that what is served is older than the files."""
        return self.failure is not None or self.report.stops()
