"""What a report is about, and which facts of the catalogue belong to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.catalog.campaign import Agreement, Campaign, LedgerRow, Letter, Policy, Target
from generator.catalog.event import Event
from generator.catalog.figure import Correction, Figure
from generator.catalog.ledger import Ledger, county_of
from generator.catalog.organisation import Organisation
from generator.catalog.placement import Placement
from generator.catalog.progress import below
from generator.catalog.tables import items_of
from generator.contract.quantities import Period
from generator.languages.places import province_name
from generator.surfaces.surroundings import Surroundings

KINDS = ("site", "county", "organisation", "campaign")
"""What a report can be about."""


class Scope(NamedTuple):
    """One site, county, organisation or campaign."""

    kind: str
    """One of ``KINDS``."""
    key: str = ""
    """Region code or id; empty for the site."""

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}" if self.key else self.kind


class Span(NamedTuple):
    """A period; both days belong to it."""

    first: date
    last: date

    def meets(self, period: Period | None) -> bool:
        """Tell whether a day, month, year or span has a day in common with it."""
        return period is not None and period.start <= self.last and period.end >= self.first


@dataclass(frozen=True, eq=False)
class Material:
    """The facts of one scope and period, as they were known on the catalogue's day."""

    around: Surroundings
    scope: Scope
    span: Span

    @property
    def as_of(self) -> date:
        """The day by which everything was recorded."""
        return self.around.catalog.as_of

    @cached_property
    def name(self) -> str:
        """The scope in words."""
        scope = self.scope
        if scope.kind == "site":
            return self.around.config.title
        if scope.kind == "county":
            origin = self.around.catalog.origins.get(scope.key)
            return origin.name if origin else province_name(scope.key, self.around.texts.language) or scope.key
        if scope.kind == "organisation":
            return self.organisations[scope.key].name
        return self.around.catalog.campaigns[scope.key].name

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """All bodies of the site."""
        return {each.id: each for each in items_of(self.around.catalog.items, "organisations", Organisation)}

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Of an organisation: it and those below it."""
        return below(self.organisations, self.scope.key) if self.scope.kind == "organisation" else frozenset()

    @cached_property
    def known(self) -> tuple[LedgerRow, ...]:
        """All rows of the scope and period that were recorded by the day, also those that count in no sum."""
        rows = items_of(self.around.catalog.items, "ledger", LedgerRow)
        chosen = [
            row
            for row in rows
            if row.recorded_on <= self.as_of and self.span.first <= row.date <= self.span.last and self._holds(row)
        ]
        return tuple(sorted(chosen, key=lambda row: (row.date, row.key)))

    @cached_property
    def ledger(self) -> Ledger:
        """The rows that count, each purchase once."""
        return self.ledger_of_all_days.between(self.span.first, self.span.last)

    @cached_property
    def ledger_of_all_days(self) -> Ledger:
        """The same of whatever day: what targets and goals are measured against."""
        if self.scope.kind == "campaign":
            return Ledger.of(self.around.catalog.ledger_by_campaign.get(self.scope.key, ()), self.as_of)
        return self.whole.where(self._holds)

    @cached_property
    def whole(self) -> Ledger:
        """The ledger of the site."""
        return Ledger.of(items_of(self.around.catalog.items, "ledger", LedgerRow), self.as_of)

    def _holds(self, row: LedgerRow) -> bool:
        tests: dict[str, Callable[[], bool]] = {
            "site": lambda: True,
            "county": lambda: self._is_here(county_of(row)),
            "organisation": lambda: row.organisation.id in self.bodies,
            "campaign": lambda: row.campaign is not None and row.campaign.id == self.scope.key,
        }
        return tests[self.scope.kind]()

    def _is_here(self, region: str) -> bool:
        """Tell whether a region is the scope's or lies in it (GB/T 2260: pairs of zeros stand for the whole)."""
        return bool(region) and region.startswith(self.scope.key.removesuffix("00").removesuffix("00"))

    @cached_property
    def campaigns(self) -> tuple[Campaign, ...]:
        """Campaigns of the scope that ran in the period, by their first days."""
        of_rows = {row.campaign.id for row in self.known if row.campaign}
        chosen = [
            each
            for each in self.around.catalog.campaigns.values()
            if each.starts_on <= self.span.last
            and each.ends_on >= self.span.first
            and self._about(campaign=each, organisations=(*each.organisers, *each.participants), known=of_rows)
        ]
        return tuple(sorted(chosen, key=lambda each: (each.starts_on, each.key)))

    def _about(
        self,
        *,
        campaign: Campaign | None = None,
        organisations: Iterable[Organisation | None] = (),
        region: str = "",
        known: frozenset[str] | set[str] = frozenset(),
    ) -> bool:
        """Tell whether something with these ties belongs to the scope; *known* are campaigns that do anyway."""
        if self.scope.kind == "site":
            return True
        if self.scope.kind == "campaign":
            return campaign is not None and campaign.id == self.scope.key
        if campaign is not None and campaign.id in known:
            return True
        if self.scope.kind == "county":
            return self._is_here(region)
        return any(each is not None and each.id in self.bodies for each in organisations)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Figures that sources tell of the scope and of a time that meets the period."""
        return tuple(
            each
            for each in self.around.catalog.figures
            if self._in_time(each)
            and self._about(
                campaign=each.campaign,
                organisations=(each.organisation,),
                region=each.origin.code if each.origin else "",
            )
        )

    def _in_time(self, figure: Figure) -> bool:
        if figure.as_of is None:
            return figure.campaign is not None and figure.campaign in self.campaigns
        return self.span.meets(figure.as_of) and figure.as_of.start <= self.as_of

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Events of the scope that began in the period, by their days."""
        found = [
            each
            for each in items_of(self.around.catalog.items, "events", Event)
            if self.span.meets(each.starts_on) and self._about(campaign=each.campaign, region=each.region)
        ]
        return tuple(sorted(found, key=lambda each: (each.starts_on.start, each.key)))

    @cached_property
    def placements(self) -> tuple[Placement, ...]:
        """Places of the scope that were set up by the end of the period, or of which nobody tells when."""
        return tuple(
            each
            for each in self.around.catalog.placements.values()
            if (each.installed_on is None or each.installed_on.start <= self.span.last)
            and self._about(
                campaign=each.campaign,
                organisations=(each.host, each.operator),
                region=each.region,
            )
        )

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """Papers of the scope that were signed in the period; those whose day nobody tells go with their campaign."""
        campaigns = {each.id for each in self.campaigns}
        return tuple(
            each
            for each in items_of(self.around.catalog.items, "agreements", Agreement)
            if (
                self.span.meets(each.signed_on)
                if each.signed_on is not None
                else each.campaign is not None and each.campaign.id in campaigns
            )
            and self._about(campaign=each.campaign, organisations=each.parties)
        )

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Targets of the scope whose time meets the period."""
        return tuple(
            each
            for each in items_of(self.around.catalog.items, "targets", Target)
            if each.starts_on <= self.span.last
            and each.ends_on >= self.span.first
            and self._about(campaign=each.campaign, organisations=(each.organisation,))
        )

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """Open letters of the scope that were issued in the period."""
        return tuple(
            each
            for each in items_of(self.around.catalog.items, "letters", Letter)
            if self.span.meets(each.issued_on) and self._about(campaign=each.campaign)
        )

    @cached_property
    def policies(self) -> tuple[Policy, ...]:
        """Papers that the scope's campaigns go by."""
        campaigns = {each.id for each in self.campaigns}
        return tuple(
            each
            for each in items_of(self.around.catalog.items, "policies", Policy)
            if (each.issued_on is None or each.issued_on.start <= self.span.last)
            and any(campaign.id in campaigns for campaign in each.campaigns)
        )

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """Public corrections that were made by the day of the data: of the period's rows, and others made in it."""
        rows = {row.key for row in self.known}
        found = [
            each
            for each in items_of(self.around.catalog.items, "corrections", Correction)
            if each.date <= self.as_of
            and (each.record in rows if each.table == "ledger" else self._is_corrected_here(each))
        ]
        return tuple(sorted(found, key=lambda each: (each.date, each.key)))

    def _is_corrected_here(self, correction: Correction) -> bool:
        in_time = self.span.first <= correction.date <= self.span.last
        return in_time and self._about(campaign=correction.campaign)

    @cached_property
    def not_reported(self) -> tuple[Organisation, ...]:
        """Bodies that take part in the scope's campaigns and have no row in the period, each once."""
        reporting = {row.organisation.id for row in self.known}
        taking_part = (body for each in self.campaigns for body in each.participants)
        asked = {body.id: body for body in taking_part if not self.bodies or body.id in self.bodies}
        return tuple(body for key, body in asked.items() if key not in reporting)
