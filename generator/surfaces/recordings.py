"""What one can hear: recordings with their words, and the files that this takes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from generator.catalog.product import Product

from . import prose
from .outputs import Output, digest_of
from .surroundings import Surroundings

_UNITS = ((1_000_000, "MB"), (1_000, "KB"))
"""Bytes → unit (IEC 80000-13), the largest first."""


class RecordingFile(NamedTuple):
    """A recording without its tags, kept by content."""

    path: str
    """Address from the site's root."""
    media_type: str
    seconds: int
    size: int
    """Bytes."""
    digest: str
    file: Path
    """Where its bytes are kept."""


RecordingFiles = Mapping[str, RecordingFile]
"""File name as registered → the recording."""


class RecordingView(NamedTuple):
    """Something to hear."""

    title: str
    src: str
    """From the language's root."""
    media_type: str
    detail: str
    """What is spoken, how long, how many bytes: what one wants to know before one presses."""
    transcript_html: Markup
    credit: str
    sample: bool


def recordings_of(around: Surroundings, product: Product) -> tuple[RecordingView, ...]:
    """Return what there is to hear about *product* and its stories; nothing where there is no file."""
    return tuple(
        RecordingView(
            title=record.title,
            src=around.shared + found.path,
            media_type=found.media_type,
            detail=around.texts.joined(
                (part for part in (record.spoken, _length(around, found.seconds), _size(found.size)) if part),
                "common.detail_separator",
            ),
            transcript_html=prose.to_html(record.transcript),
            credit=record.credit,
            sample=record.sample,
        )
        for record in around.catalog.recordings_by_product.get(product.id, ())
        if (found := around.recordings.get(record.file)) is not None
    )


def digest_of_recordings(around: Surroundings, product: Product) -> str:
    """Return a digest of what :func:`recordings_of` returns."""
    records = around.catalog.recordings_by_product.get(product.id, ())
    files = (around.recordings.get(record.file) for record in records)
    return digest_of(*(record.digest for record in records), *(file.digest for file in files if file is not None))


def outputs(around: Surroundings) -> list[Output]:
    """Plan the files of all recordings that a page plays, each once."""
    groups = around.catalog.recordings_by_product
    played = {record.file for key, group in groups.items() if key in around.catalog.products for record in group}
    files = {found.path: found for name in played if (found := around.recordings.get(name)) is not None}
    return [Output(path, files[path].digest, files[path].file.read_bytes, path) for path in sorted(files)]


def _length(around: Surroundings, seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return around.texts("recording.seconds", seconds=rest)
    return around.texts("recording.minutes", minutes=minutes, seconds=rest)


def _size(size: int) -> str:
    factor, unit = next(((factor, unit) for factor, unit in _UNITS if size >= factor), (1_000, "KB"))
    return f"{max(1, round(size / factor))} {unit}"
