"""The ledger: rows within their campaigns, negative sums with a reason.  Sums are no matter of this room."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.rows import Row
from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``ledger-outside-campaign`` and ``ledger-negative``."""
    for row in data.rows["ledger"]:
        day = row.day("date")
        campaign = data.by_key["campaigns"].get(row.text("campaign"))
        if day and campaign:
            starts, ends = campaign.day("starts_on"), campaign.day("ends_on")
            # What mends a row of the campaign, or brings its goods back, may come when the campaign is over.
            last = None if _mends_its_own(row, data) else ends
            if starts and ends and starts <= ends and (day < starts or (last and day > last)):
                yield row.finding("ledger-outside-campaign", "date", allowed=f"{starts} – {ends}")
        amount = row.amount("amount")
        if amount is not None and amount < 0 and row.lacks("corrects") and row.values["nature"] != "return":
            yield row.finding("ledger-negative", "amount")


def _mends_its_own(row: Row, data: RuleData) -> bool:
    corrected = data.by_key["ledger"].get(row.text("corrects"))
    return corrected is not None and corrected.text("campaign") == row.text("campaign")
