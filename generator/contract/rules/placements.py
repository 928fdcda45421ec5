"""Placements against their history: the state of today is that of the last change."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.quantities import Period
from generator.contract.rows import Row
from generator.contract.schema import load_tables
from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``placement-status`` where a placement says of itself what its last change does not.

    Nothing is said of one whose history goes on after the day that is shown: its record may tell of either day.
    """
    changes: dict[str, list[tuple[Period, Row]]] = {}
    for row in data.rows["placement_history"]:
        on = row.values["date"]
        if isinstance(on, Period):
            changes.setdefault(row.text("placement"), []).append((on, row))
    labels = {each.value: each for each in load_tables()["placements"].by_name["status"].categories}
    for placement in data.rows["placements"]:
        dated = changes.get(placement.key, [])
        if not dated or not placement.text("status") or any(on.start > data.settings.as_of for on, _ in dated):
            continue
        on, last = max(dated, key=lambda change: (change[0].start, change[1].key))
        if last.text("status") not in ("", placement.text("status")):
            label = labels[last.text("status")]
            words = {"date": str(on), "status": label.label, "status_en": label.label_en}
            yield placement.finding("placement-status", "status", allowed=label.label, **words)
