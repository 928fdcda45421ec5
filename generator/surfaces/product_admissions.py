"""Which platforms took in a product."""

from __future__ import annotations

from generator.catalog.admission import Admission

from .product_views import AdmissionLine
from .surroundings import Surroundings


def admission_lines(around: Surroundings, admissions: tuple[Admission, ...]) -> tuple[AdmissionLine, ...]:
    """Return admissions as lines: which platform, since and until when."""
    return tuple(AdmissionLine(admission.channel.name, admission_dates(around, admission)) for admission in admissions)


def admission_dates(around: Surroundings, admission: Admission) -> str:
    """Return since and until when an admission holds, as far as that is told."""
    texts = around.texts
    start, end = around.formats.period(admission.since), around.formats.period(admission.until)
    if start and end:
        return texts("date.span", start=start, end=end)
    if start:
        return texts("date.from", start=start)
    return texts("date.until", end=end) if end else ""
