"""How far a campaign has come: the large number, the line to its goal, the stages that are never added up."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.campaign_record import CampaignRecord
from generator.catalog.ledger import PURCHASE, Total
from generator.catalog.money import Money
from generator.catalog.progress import Progress as CampaignProgress
from generator.catalog.progress import Rate
from generator.surfaces.campaign_views import Stage, Standing
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Fact, Progress

from .amounts import number_and_unit

LONG = 8
"""Characters of a number that stands on one line of a phone in the largest type."""


def standing(around: Surroundings, record: CampaignRecord) -> Standing | None:
    """Return how far a campaign has come; ``None`` where there is neither a goal nor a row to tell of."""
    progress = record.progress
    has_rows = progress.reached.amount is not None
    if not has_rows and (progress.goal_state == "none" or record.stage not in ("coming", "running")):
        return None
    texts = around.texts
    number, unit = number_and_unit(around, progress.reached.amount)
    return Standing(
        label=texts("ledger.bought"),
        number=number,
        unit=unit,
        is_long=len(number) > LONG,
        words=_words(around, progress),
        line=progress_line(progress.rate),
        facts=tuple(_facts(around, progress)),
        as_of=around.formats.day(around.configuration.as_of),
    )


def progress_line(rate: Rate | None) -> Progress | None:
    """Return the line that fills towards the goal's mark; none is drawn without a rate."""
    if rate is None:
        return None
    fill, mark = rate.bar
    return Progress(goal="", reached="", percent=f"{rate.percent}%", fill=fill, mark=mark, words="")


def _words(around: Surroundings, progress: CampaignProgress) -> str:
    texts = around.texts
    if progress.reached.amount is None:
        return texts("standing.nothing_recorded")
    if not isinstance(progress.reached.amount, Money):
        return texts("standing.amount_not_disclosed")
    if progress.goal_state == "not-disclosed":
        return texts("progress.goal_not_disclosed")
    return texts("standing.no_goal") if progress.goal_state == "none" else ""


def _facts(around: Surroundings, progress: CampaignProgress) -> Iterator[Fact]:
    texts, formats = around.texts, around.formats
    if progress.goal_state != "none":
        yield Fact(texts("common.goal"), formats.money(progress.goal))
    if progress.rate is not None:
        yield Fact(texts("common.percent"), f"{progress.rate.percent}%")
    if progress.missing is not None and progress.rate is not None:
        yield Fact(texts("standing.missing"), formats.money(progress.missing))
    if progress.surplus is not None:
        yield Fact(texts("standing.surplus"), formats.money(progress.surplus))
    if progress.reached.people is not None:
        yield Fact(texts("standing.people"), texts.counted("count.people", progress.reached.people))
    if progress.organisations:
        yield Fact(texts("standing.bodies"), texts.counted("count.bodies", progress.organisations))
    if progress.span.state == "running" and progress.span.days_left is not None:
        yield Fact(texts("standing.days_left"), days_left(around, progress.span.days_left))


def days_left(around: Surroundings, days: int) -> str:
    """Return how many days follow today; none on the last."""
    return around.texts.counted("count.days", days) if days else around.texts("standing.last_day")


def stages(around: Surroundings, record: CampaignRecord) -> tuple[Stage, ...]:
    """Return intent, framework, order, delivery, purchase, gift and investment, each by itself; those that there are.

    A single stage has nothing to be told apart from, and papers alone have their own list, so there is none then.
    """
    found = tuple(_stages(around, record.progress))
    return found if len(found) > 1 and record.has_ledger else ()


def _stages(around: Surroundings, progress: CampaignProgress) -> Iterator[Stage]:
    texts, told = around.texts, progress.stages
    for each in told.agreed:
        note = "" if each.is_exact or not isinstance(each.amount, Money) else texts("stages.about")
        ended = texts.counted("stages.ended", each.ended) if each.ended else ""
        yield Stage(
            name=texts.label("agreements", "kind", each.kind),
            number=texts.counted("count.papers", len(each.agreements)),
            amount=around.formats.money(each.amount),
            note=texts.joined((part for part in (note, ended) if part), "common.detail_separator"),
            is_main=False,
        )
    sums: tuple[tuple[str, Total], ...] = (
        ("ordered", told.ordered),
        ("delivered", told.delivered),
        ("paid", told.paid),
        ("returned", told.returned),
        ("donated", told.donated),
        ("donated_goods", told.donated_goods),
        ("invested", told.invested),
    )
    for name, total in sums:
        if total.rows:
            note = texts(f"stages.note.{name}") if name in ("paid", "returned") else ""
            yield Stage(
                name=texts(f"stages.{name}"),
                number=texts.counted("count.rows", len(total.rows)),
                amount=around.formats.money(total.amount),
                note=note,
                is_main=name == "paid",
            )


def bought_words(around: Surroundings, record: CampaignRecord) -> str:
    """Return what was bought in a sentence, for those who do not see pictures and for descriptions."""
    total = record.ledger.total(PURCHASE)
    return around.texts("ledger.bought_words", amount=around.formats.money(total.amount))
