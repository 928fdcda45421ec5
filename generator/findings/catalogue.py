"""The closed catalogue of kinds, and the one way to make a finding of a kind."""

from __future__ import annotations

from .kinds_fields import FIELD_KINDS
from .kinds_files import FILE_KINDS
from .kinds_returns import RETURN_KINDS
from .kinds_rules import RULE_KINDS
from .kinds_site import SITE_KINDS
from .model import Finding, Kind, Place, Text

KINDS: dict[str, Kind] = {
    kind.code: kind for kind in (*FILE_KINDS, *FIELD_KINDS, *RULE_KINDS, *SITE_KINDS, *RETURN_KINDS)
}
"""Code → kind, in the order of the rooms: files, fields, rules across records, the site itself, returns."""


def kind_of(code: str) -> Kind:
    """Return the kind named *code*.

    Raises:
        KeyError: No kind has this code; a mistake in this package, never in data.
    """
    return KINDS[code]


def finding(
    code: str,
    place: Place,
    *,
    field: str = "",
    record: str = "",
    found: str = "",
    allowed: str = "",
    **names: str,
) -> Finding:
    """Make a finding of the kind *code*, its sentences filled from the arguments.

    Args:
        code: A code of the catalogue.
        place: Where it stands.
        field: Canonical field name; the sentence uses ``word`` from *names* where the editor wrote another.
        record: Key of the record.
        found: What was written, cut to 80 characters in sentences.
        allowed: What could stand there instead.
        names: Further names of the kind's template.
    """
    kind = KINDS[code]
    words = {
        "word": field,
        **names,
        "field": field,
        "record": record,
        "found": found if len(found) <= 80 else found[:79] + "…",
        "allowed": allowed,
        "file": place.file,
        "line": str(place.line or ""),
    }
    return Finding(
        code=code,
        level=kind.level,
        place=place,
        field=field,
        record=record,
        found=found,
        allowed=allowed,
        message=_filled(kind.template, words),
        mend=_filled(kind.mend, words),
    )


def _filled(text: Text, words: dict[str, str]) -> Text:
    return Text(text.zh.format_map(words), text.en.format_map(words))
