"""What of a ledger is shown: by the level that the site publishes, persons never one by one."""

from __future__ import annotations

from generator.catalog.ledger import Ledger
from generator.catalog.ledger_publication import hidden_rows, shown_dimensions, shown_rows

from .ledgers import LAST, row

LEDGER = Ledger.of([row("a"), row("b", buyer_kind="person"), row("c", nature="donation")], LAST)


def test_totals_name_no_organisation() -> None:
    """Every other way to share them out is open; from the next level on organisations are as well."""
    assert "organisation" not in shown_dimensions("totals")
    assert set(shown_dimensions("organisation")) - set(shown_dimensions("totals")) == {"organisation"}
    assert shown_dimensions("rows") == shown_dimensions("organisation")


def test_rows_are_shown_only_where_the_site_says_so() -> None:
    """And those of persons not even there; the rest is told to be there."""
    assert shown_rows(LEDGER, "totals") == shown_rows(LEDGER, "organisation") == ()
    assert [each.key for each in shown_rows(LEDGER, "rows")] == ["a", "c"]
    assert [hidden_rows(LEDGER, level) for level in ("totals", "organisation", "rows")] == [3, 3, 1]
