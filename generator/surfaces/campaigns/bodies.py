"""Who takes part in a campaign, who has not reported by the day, and what each is to reach."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from generator.catalog.campaign_record import CampaignRecord
from generator.catalog.item import Amount
from generator.catalog.ledger_publication import shown_dimensions
from generator.catalog.organisation import Organisation
from generator.catalog.progress import TargetProgress, below, target_progress
from generator.surfaces.campaign_views import Bodies, Body, TargetLine
from generator.surfaces.surroundings import Surroundings

from .standing import days_left, progress_line


def bodies(around: Surroundings, record: CampaignRecord) -> Bodies | None:
    """Return participants with what they have reported, and those that have not; ``None`` where nobody is to report.

    That is so where none is named, before the first day, and for what is over without a ledger: it has its figures
    from sources.  Where the site publishes totals alone, nobody is told to have reported, nor not to.
    """
    participants = record.campaign.participants
    if not participants or record.stage == "coming" or (record.stage != "running" and not record.has_ledger):
        return None
    texts, organisations = around.texts, _organisations(around)
    is_named = "organisation" in shown_dimensions(around.config.ledger.publish)
    reported: list[Body] = []
    missing: list[Body] = []
    for each in participants:
        if each.id in record.reported:
            own = below(organisations, each.id)
            total = record.ledger.of_bodies(own).total()
            words = (texts.counted("count.rows", len(total.rows)), around.formats.money(total.amount))
            told = texts.joined((word for word in words if word), "common.detail_separator")
            reported.append(Body(each.name, told))
        else:
            missing.append(Body(each.name, texts("bodies.not_reported")))
    return Bodies(
        reported=tuple(reported) if is_named else (),
        missing=tuple(missing) if is_named else (),
        words=texts(
            "bodies.all" if not missing else "bodies.words" if reported else "bodies.none",
            day=around.formats.day(around.configuration.as_of),
            all=len(participants),
            reported=len(reported),
            missing=len(missing),
        ),
    )


def target_lines(around: Surroundings, record: CampaignRecord) -> tuple[TargetLine, ...]:
    """Return the targets of a campaign, each with what was reached of it."""
    organisations = _organisations(around)
    return tuple(
        _target_line(around, record, target_progress(target, record.ledger, organisations)) for target in record.targets
    )


def _target_line(around: Surroundings, record: CampaignRecord, progress: TargetProgress) -> TargetLine:
    texts, target = around.texts, progress.target
    is_own = target.organisation is not None and target.organisation not in record.campaign.organisers
    may_tell = not is_own or "organisation" in shown_dimensions(around.config.ledger.publish)
    due = _due(around, progress)
    before = texts.affix(f"figure.before.{target.qualifier or 'exact'}")
    after = texts.affix(f"figure.after.{target.qualifier or 'exact'}")
    return TargetLine(
        body=target.organisation.name if target.organisation else "",
        kind=texts.label("targets", "kind", target.kind),
        due=f"{before}{due}{after}" if progress.goal_state == "set" else due,
        reached=_reached(around, progress) if may_tell else "",
        rate=f"{progress.rate.percent}%" if progress.rate is not None and may_tell else "",
        detail=_detail(around, progress),
        line=progress_line(progress.rate) if may_tell else None,
    )


def _due(around: Surroundings, progress: TargetProgress) -> str:
    if progress.goal_state == "not-disclosed":
        return around.texts("common.not_disclosed")
    if progress.target.kind == "people":
        due = progress.due_people
        return around.texts.counted("count.people", due) if isinstance(due, int) else around.formats.number(due)
    return around.formats.money(progress.due)


def _reached(around: Surroundings, progress: TargetProgress) -> str:
    if progress.target.kind == "people":
        people = progress.reached.people
        return around.texts.counted("count.people", people) if people is not None else ""
    return around.formats.money(progress.reached.amount)


def _detail(around: Surroundings, progress: TargetProgress) -> str:
    texts, formats, target = around.texts, around.formats, progress.target
    parts: list[str] = []
    if target.kind == "reserved-share":
        share = f"{formats.number(progress.share)}%" if progress.share is not None else ""
        base = _or_not_stated(around, progress.base)
        parts.append(texts("targets.share", share=share, base=base) if share else texts("targets.base", base=base))
    if progress.rank is not None:
        parts.append(texts("targets.rank", rank=formats.number(progress.rank)))
    left = progress.span.days_left
    if progress.span.state == "running" and left is not None:
        parts.append(texts("targets.left", left=days_left(around, left)))
    parts.append(target.note)
    return texts.joined((part for part in parts if part), "common.detail_separator")


def _or_not_stated(around: Surroundings, amount: Amount) -> str:
    return around.formats.money(amount) or around.texts("targets.no_base")


def _organisations(around: Surroundings) -> Mapping[str, Organisation]:
    return cast("Mapping[str, Organisation]", around.catalog.items["organisations"])
