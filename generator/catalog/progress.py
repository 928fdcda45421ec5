"""
How far a campaign or a target has come: goal, what was reached, and the exact rate between them.

Intent, framework agreement, order and purchase are four things and never one sum.  A goal that is absent, one that is
not disclosed and one that was reached are three things, and none of them is zero.  No rate is told without its base.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from generator.contract.quantities import NOT_DISCLOSED, NotDisclosed

from .campaign import Agreement, Campaign, LedgerRow, Target
from .item import Amount, Count, Quantity
from .ledger import PAYMENT, PURCHASE, Ledger, Total
from .money import Money
from .organisation import Organisation

AGREEMENT_KINDS: Final = ("intent", "framework", "order", "cooperation")
"""Kinds of agreement from the loosest to the firmest, cooperation last: each has a sum of its own."""
ENDED: Final = "ended"
"""Status of an agreement that was called off: it is counted, and its amount belongs to no sum."""
HUNDRED: Final = 100

GoalState = Literal["none", "not-disclosed", "set"]
"""Whether there is a goal: ``none`` was set, there is one that is ``not-disclosed``, or it is ``set`` and told."""
TimeState = Literal["coming", "running", "ended"]


class Span(NamedTuple):
    """Where a day stands between a first and a last day, both of which count."""

    starts_on: date
    ends_on: date
    state: TimeState
    days: int
    """All days of the span."""
    days_passed: int
    """Days up to the day and with it; 0 before the first."""
    days_left: int | None
    """Days that follow and still count: 0 on the last day; ``None`` when it has ended."""


class Rate(NamedTuple):
    """One quantity as an exact part of another."""

    exact: Fraction
    """1 is the whole; 1.54 is 54 % more than was asked."""

    @property
    def percent(self) -> int:
        """Whole percent, rounded towards zero: nothing is said to be further than it is."""
        return int(self.exact * HUNDRED)

    @property
    def percent_exact(self) -> Decimal:
        """Percent with one decimal, rounded towards zero, for tables."""
        return Decimal(int(self.exact * HUNDRED * 10)) / 10

    @property
    def is_reached(self) -> bool:
        """Tell whether the whole was reached: exactly, not by rounding."""
        return self.exact >= 1

    @property
    def is_over(self) -> bool:
        """Tell whether more than the whole was reached."""
        return self.exact > 1

    @property
    def bar(self) -> tuple[int, int]:
        """How a bar shows it, in percent of the bar's length: what is filled, and where the goal's mark stands.

        Up to the goal the mark stands at the end, ``(74, 100)``; beyond it the bar is full and the mark stands inside,
        ``(100, 64)`` for 154 %.
        """
        if self.exact <= 1:
            return max(0, self.percent), HUNDRED
        return HUNDRED, int(HUNDRED / self.exact)


@dataclass(frozen=True)
class Agreed:
    """What was agreed in one kind of paper; it says nothing of what was bought."""

    kind: str
    """One of ``AGREEMENT_KINDS``."""
    amount: Amount
    """``None`` where no paper names a sum; *not disclosed* where one of them withholds its own."""
    agreements: tuple[Agreement, ...]
    """Papers that were signed by the day, by key, those that were called off included."""
    ended: int
    """How many of them were called off; their amounts are in no sum."""
    is_exact: bool
    """No for a sum of which some part is *about*, *at least* or the like."""


@dataclass(frozen=True)
class Stages:
    """One thing at its stages, which are never added to each other."""

    agreed: tuple[Agreed, ...]
    """Kinds that have a paper, in the order of ``AGREEMENT_KINDS``."""
    ordered: Total
    """Rows of the ledger entered by order."""
    delivered: Total
    """Rows entered by delivery."""
    paid: Total
    """Rows entered by payment, less returns: what was bought."""
    donated: Total
    """Money given."""
    donated_goods: Total
    """Goods given, entered by delivery."""
    invested: Total
    returned: Total
    """What came back, as a negative sum; it is taken off ``paid`` already."""


@dataclass(frozen=True)
class Progress:
    """How far a campaign has come towards its own goal.

    A bar is drawn only where ``rate`` is told; otherwise ``goal_state`` and ``reached`` say what there is to say.
    """

    goal: Amount
    goal_state: GoalState
    reached: Total
    """What was paid for, less what was returned."""
    rate: Rate | None
    """``None`` without a goal above zero, without a row, or where one of both is not disclosed."""
    missing: Money | None
    """What is still to be reached; ``None`` where there is no rate, or nothing is missing."""
    surplus: Money | None
    """What was reached beyond the goal; ``None`` where there is none."""
    span: Span
    stages: Stages
    organisations: int
    """Bodies that have at least one row that counts."""


@dataclass(frozen=True)
class TargetProgress:
    """How far one target has come.

    Which attributes are filled goes by ``target.kind``: ``purchase`` and ``reserved-share`` have ``due`` and
    ``reached.amount``, ``people`` has ``due_people`` and ``reached.people``.
    """

    target: Target
    goal_state: GoalState
    due: Amount
    """What is to be bought: the target's amount; of a reserved share its base × share where both are told."""
    due_people: Count
    reached: Total
    rate: Rate | None
    """``reached`` as part of what is due; a reserved share without a base has none, even where an amount is named."""
    base: Amount
    """Of a reserved share: what the share is taken of."""
    share: Quantity
    """Of a reserved share: percent of the base that is asked for."""
    share_reached: Rate | None
    """Of a reserved share: what was bought as part of the whole base, to stand beside ``share``."""
    missing: Money | None
    missing_people: int | None
    surplus: Money | None
    rank: Count
    """Place that a source gives it; ``None`` where nobody ranked, *not disclosed* where it is withheld."""
    span: Span


def span(starts_on: date, ends_on: date, as_of: date) -> Span:
    """Return where *as_of* stands between two days."""
    days = (ends_on - starts_on).days + 1
    if as_of < starts_on:
        return Span(starts_on, ends_on, "coming", days, 0, days)
    if as_of > ends_on:
        return Span(starts_on, ends_on, "ended", days, days, None)
    return Span(starts_on, ends_on, "running", days, (as_of - starts_on).days + 1, (ends_on - as_of).days)


def rate_of(reached: Amount | int, whole: Amount | int) -> Rate | None:
    """Return *reached* as part of *whole*; both are money of one currency, or both are counts.

    Returns:
        ``None`` where one of them is absent or not disclosed, or the whole is not above zero.

    Raises:
        ValueError: Two currencies.
    """
    if isinstance(reached, Money) and isinstance(whole, Money):
        if reached.currency != whole.currency:
            raise ValueError(f"{reached.currency} / {whole.currency}")
        return Rate(Fraction(reached.amount) / Fraction(whole.amount)) if whole.amount > 0 else None
    if isinstance(reached, int) and isinstance(whole, int):
        return Rate(Fraction(reached, whole)) if whole > 0 else None
    return None


def agreed(agreements: Iterable[Agreement], as_of: date) -> tuple[Agreed, ...]:
    """Sum agreements by kind: what was signed by *as_of*; a day of signing that is not told counts as past."""
    known = [each for each in agreements if each.signed_on is None or each.signed_on.start <= as_of]
    by_kind = {kind: [each for each in known if each.kind == kind] for kind in AGREEMENT_KINDS}
    return tuple(_agreed(kind, each) for kind, each in by_kind.items() if each)


def stages(ledger: Ledger, agreements: Iterable[Agreement]) -> Stages:
    """Return the sums of one ledger and its agreements, each stage apart."""
    return Stages(
        agreed=agreed(agreements, ledger.as_of),
        ordered=ledger.total(PURCHASE, "order"),
        delivered=ledger.total(PURCHASE, "delivery"),
        paid=ledger.total(PURCHASE, PAYMENT),
        donated=ledger.total("donation", PAYMENT),
        donated_goods=ledger.total("donation", "delivery"),
        invested=ledger.total("investment", PAYMENT),
        returned=ledger.total("return", PAYMENT),
    )


def campaign_progress(campaign: Campaign, ledger: Ledger, agreements: Iterable[Agreement]) -> Progress:
    """Return how far *campaign* has come by the day of its ledger.

    Args:
        campaign: It and its goal.
        ledger: The campaign's rows, as they were known on that day.
        agreements: Agreements; those of other campaigns, and what was signed later, are passed over.
    """
    own = [each for each in agreements if each.campaign and each.campaign.id == campaign.id]
    reached = ledger.total()
    rate = rate_of(reached.amount, campaign.goal)
    return Progress(
        goal=campaign.goal,
        goal_state=goal_state(campaign.goal),
        reached=reached,
        rate=rate,
        missing=_beyond(campaign.goal, reached.amount),
        surplus=_beyond(reached.amount, campaign.goal) if rate else None,
        span=span(campaign.starts_on, campaign.ends_on, ledger.as_of),
        stages=stages(ledger, own),
        organisations=len(ledger.by("organisation")),
    )


def target_progress(target: Target, ledger: Ledger, organisations: Mapping[str, Organisation]) -> TargetProgress:
    """Return how far *target* has come.

    What counts is what took place between its first and its last day, in its campaign where it names one, and of its
    body and those below it where it names one; a target that names no body is that of the whole campaign.

    Args:
        target: It.
        ledger: The rows of the whole site, or of more than the target's own scope, as they were known on a day.
        organisations: Key → body, to find those below the target's own.
    """
    own = ledger.where(_counts_for(target, organisations))
    reached = own.total()
    due, due_people = _due(target), target.people if target.kind == "people" else None
    is_share = target.kind == "reserved-share"
    rate = rate_of(reached.people, due_people) if target.kind == "people" else rate_of(reached.amount, due)
    if is_share and not isinstance(target.base, Money):
        rate = None
    missing_people = due_people - reached.people if isinstance(due_people, int) and reached.people is not None else None
    return TargetProgress(
        target=target,
        goal_state=goal_state(due_people if target.kind == "people" else due, target.qualifier),
        due=due,
        due_people=due_people,
        reached=reached,
        rate=rate,
        base=target.base if is_share else None,
        share=target.share if is_share else None,
        share_reached=rate_of(reached.amount, target.base) if is_share else None,
        missing=_beyond(due, reached.amount) if rate else None,
        missing_people=missing_people if missing_people and missing_people > 0 else None,
        surplus=_beyond(reached.amount, due) if rate else None,
        rank=target.rank,
        span=span(target.starts_on, target.ends_on, ledger.as_of),
    )


def goal_state(goal: Amount | int, qualifier: str = "") -> GoalState:
    """Tell whether a goal was set and is told; a qualifier *not disclosed* says so where no value stands."""
    if isinstance(goal, NotDisclosed) or (goal is None and qualifier == "not-disclosed"):
        return "not-disclosed"
    return "none" if goal is None else "set"


def below(organisations: Mapping[str, Organisation], key: str) -> frozenset[str]:
    """Return the keys of a body and of all bodies below it."""
    children: dict[str, list[str]] = {}
    for each in organisations.values():
        children.setdefault(each.parent, []).append(each.id)
    found: set[str] = set()
    open_keys = [key]
    while open_keys:
        current = open_keys.pop()
        if current not in found:
            found.add(current)
            open_keys += children.get(current, ())
    return frozenset(found)


def _agreed(kind: str, agreements: list[Agreement]) -> Agreed:
    alive = [each for each in agreements if each.status != ENDED]
    amount: Amount = None
    for each in alive:
        if isinstance(each.amount, NotDisclosed):
            amount = NOT_DISCLOSED
            break
        if each.amount is not None:
            amount = each.amount if not isinstance(amount, Money) else amount + each.amount
    return Agreed(
        kind=kind,
        amount=amount,
        agreements=tuple(sorted(agreements, key=lambda each: each.key)),
        ended=len(agreements) - len(alive),
        is_exact=all(each.qualifier in ("", "exact") for each in alive if each.amount is not None),
    )


def _due(target: Target) -> Amount:
    if target.kind == "people":
        return None
    if target.kind != "reserved-share":
        return target.amount
    if isinstance(target.base, Money) and isinstance(target.share, Decimal):
        return Money(target.base.amount * target.share / HUNDRED, target.base.currency)
    if target.amount is None and NOT_DISCLOSED in (target.base, target.share):
        return NOT_DISCLOSED
    return target.amount


def _beyond(more: Amount, less: Amount) -> Money | None:
    """Return by how much *more* is more than *less*, where it is."""
    if not isinstance(more, Money) or not isinstance(less, Money) or more.amount <= less.amount:
        return None
    return Money(more.amount - less.amount, more.currency)


def _counts_for(target: Target, organisations: Mapping[str, Organisation]) -> Callable[[LedgerRow], bool]:
    bodies = below(organisations, target.organisation.id) if target.organisation else None
    campaign = target.campaign.id if target.campaign else None

    def counts(row: LedgerRow) -> bool:
        return (
            target.starts_on <= row.date <= target.ends_on
            and (bodies is None or row.organisation.id in bodies)
            and (campaign is None or (row.campaign is not None and row.campaign.id == campaign))
        )

    return counts
