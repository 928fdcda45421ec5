"""Everything that belongs to one campaign, gathered from all tables as it stands on the catalogue's day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias, TypeVar

from .campaign import Agreement, Campaign, LedgerRow, Letter, Policy, Target
from .catalog import Catalog
from .directory import CatalogueIssue
from .event import Event
from .figure import Correction, Figure
from .item import Item
from .ledger import Ledger
from .organisation import Organisation
from .placement import Placement
from .progress import Progress, below, campaign_progress
from .story import Story
from .tables import by_first_day, items_of

T = TypeVar("T", bound=Item)

CampaignStage: TypeAlias = Literal["coming", "running", "closed", "archived"]
"""Announced, under way, over, and over for a year: the page stays where it is in each of them."""


def archived_from(campaign: Campaign) -> date:
    """Return the day on which a campaign is put into the archive: a year after the day that follows its last."""
    last = campaign.ends_on
    try:
        return last.replace(year=last.year + 1)
    except ValueError:  # the 29th of February
        return date(last.year + 1, 3, 1)


@dataclass(frozen=True)
class CampaignRecord:
    """One campaign with all that names it; what was recorded, signed or made public later does not count."""

    campaign: Campaign
    catalog: Catalog
    letters: tuple[Letter, ...]
    """The latest first."""
    issues: tuple[CatalogueIssue, ...]
    """Published ones, the latest first."""
    agreements: tuple[Agreement, ...]
    policies: tuple[Policy, ...]
    targets: tuple[Target, ...]
    placements: tuple[Placement, ...]
    corrections: tuple[Correction, ...]
    """The latest first."""

    @property
    def rows(self) -> tuple[LedgerRow, ...]:
        """Rows of the ledger, those that are not known yet on the day included."""
        return self.catalog.ledger_by_campaign.get(self.campaign.id, ())

    @property
    def events(self) -> tuple[Event, ...]:
        """By their first days."""
        return self.catalog.events_by_campaign.get(self.campaign.id, ())

    @property
    def figures(self) -> tuple[Figure, ...]:
        """From sources, in their own order."""
        return self.catalog.figures_by_campaign.get(self.campaign.id, ())

    @property
    def stories(self) -> tuple[Story, ...]:
        """Published ones."""
        return self.catalog.stories_by_campaign.get(self.campaign.id, ())

    @property
    def has_ledger(self) -> bool:
        """Tell whether a row was recorded by the day."""
        return any(row.recorded_on <= self.catalog.as_of for row in self.rows)

    @property
    def stage(self) -> CampaignStage:
        """Where the campaign stands on the day."""
        state = self.catalog.campaign_state(self.campaign)
        if state == "closed":
            return "archived" if self.catalog.as_of >= archived_from(self.campaign) else "closed"
        return "coming" if state == "coming" else "running"

    @property
    def ledger(self) -> Ledger:
        """What the rows say, each purchase once."""
        return self.catalog.ledgers.get(self.campaign.id) or Ledger.of((), self.catalog.as_of)

    @cached_property
    def progress(self) -> Progress:
        """How far the campaign has come."""
        return campaign_progress(self.campaign, self.ledger, self.agreements)

    @cached_property
    def reported(self) -> frozenset[str]:
        """Keys of participants with a row known on the day, of their own or of a body below them."""
        with_rows = {row.organisation.id for row in self.rows if row.recorded_on <= self.catalog.as_of}
        organisations = {each.id: each for each in items_of(self.catalog.items, "organisations", Organisation)}
        return frozenset(each.id for each in self.campaign.participants if with_rows & below(organisations, each.id))

    def all_items(self) -> Iterable[Item]:
        """Yield everything that the record was made of; a digest of it changes when anything of it does."""
        yield self.campaign
        for group in (self.rows, self.events, self.figures, self.stories, self.letters, self.issues, self.agreements):
            yield from group
        for issue in self.issues:
            yield from self.catalog.entries_by_issue.get(issue.id, ())
        yield from (*self.policies, *self.targets, *self.placements, *self.corrections)


def campaign_records(catalog: Catalog) -> Mapping[str, CampaignRecord]:
    """Return every published campaign's record, by its key."""
    items, as_of = catalog.items, catalog.as_of
    letters = by_campaign(items_of(items, "letters", Letter), lambda letter: (letter.campaign,))
    issues = by_campaign(catalog.catalogue_issues.values(), lambda issue: (issue.campaign,))
    agreements = by_campaign(items_of(items, "agreements", Agreement), lambda agreement: (agreement.campaign,))
    policies = by_campaign(items_of(items, "policies", Policy), lambda policy: policy.campaigns)
    targets = by_campaign(items_of(items, "targets", Target), lambda target: (target.campaign,))
    placements = by_campaign(catalog.placements.values(), lambda placement: (placement.campaign,))
    corrections = by_campaign(corrections_until(catalog), lambda correction: (correction.campaign,))
    return {
        key: CampaignRecord(
            campaign=campaign,
            catalog=catalog,
            letters=tuple(sorted(letters.get(key, ()), key=_latest_letter)),
            issues=tuple(sorted(issues.get(key, ()), key=_latest_issue)),
            agreements=tuple(
                each for each in agreements.get(key, ()) if each.signed_on is None or each.signed_on.start <= as_of
            ),
            policies=tuple(policies.get(key, ())),
            targets=tuple(targets.get(key, ())),
            placements=tuple(placements.get(key, ())),
            corrections=tuple(corrections.get(key, ())),
        )
        for key, campaign in catalog.campaigns.items()
    }


def by_campaign(items: Iterable[T], campaigns_of: Callable[[T], Iterable[Campaign | None]]) -> dict[str, list[T]]:
    """Return campaign → those of *items* that name it, in their order."""
    groups: dict[str, list[T]] = {}
    for item in items:
        for campaign in campaigns_of(item):
            if campaign is not None:
                groups.setdefault(campaign.id, []).append(item)
    return groups


def corrections_until(catalog: Catalog) -> list[Correction]:
    """Return all corrections made by the day, the latest first."""
    known = [each for each in items_of(catalog.items, "corrections", Correction) if each.date <= catalog.as_of]
    return sorted(known, key=lambda each: (each.date, each.key), reverse=True)


def all_events(catalog: Catalog) -> list[Event]:
    """Return the events of all campaigns that are out, and of none, by their first days."""
    events = items_of(catalog.items, "events", Event)
    return by_first_day(each for each in events if each.campaign is None or each.campaign.id in catalog.campaigns)


def issue_before(record: CampaignRecord, issue: CatalogueIssue) -> CatalogueIssue | None:
    """Return the issue that came out before *issue* in the same campaign."""
    earlier = [each for each in record.issues if _number(each) < _number(issue)]
    return max(earlier, key=_number, default=None)


def issue_after(record: CampaignRecord, issue: CatalogueIssue) -> CatalogueIssue | None:
    """Return the issue that came out after *issue* in the same campaign."""
    later = [each for each in record.issues if _number(each) > _number(issue)]
    return min(later, key=_number, default=None)


def _number(issue: CatalogueIssue) -> int:
    return issue.number if isinstance(issue.number, int) else 0


def _latest_letter(letter: Letter) -> tuple[int, str]:
    return (-letter.issued_on.start.toordinal() if letter.issued_on else 0, letter.key)


def _latest_issue(issue: CatalogueIssue) -> tuple[int, str]:
    return (-_number(issue), issue.key)
