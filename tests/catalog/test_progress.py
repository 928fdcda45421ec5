"""How far campaigns and targets have come: exact, and never told without a base."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import cast

import pytest

from generator.catalog import Catalog
from generator.catalog.campaign import Agreement, LedgerRow, Target
from generator.catalog.ledger import Ledger
from generator.catalog.money import Money
from generator.catalog.organisation import Organisation
from generator.catalog.progress import (
    Progress,
    Rate,
    TargetProgress,
    agreed,
    below,
    campaign_progress,
    rate_of,
    span,
    target_progress,
)
from generator.catalog.tables import items_of
from generator.contract.quantities import NOT_DISCLOSED
from generator.intake.records import Record

from .market import catalog_of, record

AS_OF = date(2020, 9, 30)
BODIES = (
    record("organisations", id="group", name="集团", kind="国有企业"),
    record("organisations", id="firm", name="子公司", kind="企业", parent="group"),
    record("organisations", id="shop", name="门店", kind="企业", parent="firm"),
    record("organisations", id="school", name="学校", kind="学校"),
)


def yuan(amount: str | int) -> Money:
    """Return a sum in the market's currency."""
    return Money(Decimal(amount), "CNY")


def bought(key: str, amount: str, organisation: str = "firm", **values: str) -> Record:
    """Return the record of one payment in September."""
    own = {"id": key, "amount": amount, "organisation": organisation, "campaign": "month", "buyer_kind": "企业"}
    days = {"date": "2020-09-10", "recorded_on": "2020-09-11", "basis": "付款"}
    return record("ledger", **{name: value for name, value in (own | days | values).items() if value})


def month(*records: Record, **values: str) -> Catalog:
    """Return a market with one campaign of September and *records*."""
    campaign = {"id": "month", "name": "消费月", "starts_on": "2020-09-01", "ends_on": "2020-09-30"} | values
    return catalog_of(*BODIES, record("campaigns", **campaign), *records)


def progress(*records: Record, as_of: date = AS_OF, **values: str) -> Progress:
    """Return how far the campaign of ``month`` has come."""
    catalog = month(*records, **values)
    ledger = Ledger.of(catalog.ledger_by_campaign.get("month", ()), as_of)
    return campaign_progress(catalog.campaigns["month"], ledger, items_of(catalog.items, "agreements", Agreement))


def reach(*records: Record, as_of: date = AS_OF, **values: str) -> TargetProgress:
    """Return how far the one target with *values* has come."""
    own = {"id": "t", "kind": "采购额", "starts_on": "2020-09-01", "ends_on": "2020-09-30"} | values
    catalog = month(record("targets", **own), *records)
    ledger = Ledger.of(items_of(catalog.items, "ledger", LedgerRow), as_of)
    bodies = cast("dict[str, Organisation]", catalog.items["organisations"])
    (target,) = items_of(catalog.items, "targets", Target)
    return target_progress(target, ledger, bodies)


def test_a_goal_has_an_exact_rate_and_says_what_is_missing() -> None:
    """A third is a third, 33 % when rounded down, and the rest is still to come."""
    told = progress(bought("a", "100"), goal="300元")

    assert told.rate == Rate(Fraction(1, 3))
    assert told.rate.percent == 33
    assert told.rate.percent_exact == Decimal("33.3")
    assert (told.missing, told.surplus, told.goal_state) == (yuan(200), None, "set")


def test_a_hair_below_the_goal_is_not_the_goal() -> None:
    """99.999 % is told as 99 %, never as reached."""
    told = progress(bought("a", "99999"), goal="10万元")

    assert told.rate
    assert (told.rate.percent, told.rate.percent_exact, told.rate.is_reached) == (99, Decimal("99.9"), False)


def test_beyond_the_goal_the_mark_moves_into_the_bar() -> None:
    """154 % fills the bar, and the goal stands at 64 % of it."""
    told = progress(bought("a", "154"), goal="100元")

    assert told.rate
    assert (told.rate.percent, told.rate.bar, told.rate.is_over) == (154, (100, 64), True)
    assert (told.missing, told.surplus) == (None, yuan(54))
    assert Rate(Fraction(1)).bar == (100, 100)
    assert not Rate(Fraction(1)).is_over
    assert Rate(Fraction(-1, 2)).bar == (0, 100)


def test_no_goal_a_secret_goal_and_nothing_bought_are_three_things() -> None:
    """None of them has a rate, and none of them is zero."""
    without = progress(bought("a", "100"))
    secret = progress(bought("a", "100"), goal="xx")
    nothing = progress(goal="100元")

    assert (without.goal, without.goal_state, without.rate) == (None, "none", None)
    assert (secret.goal, secret.goal_state, secret.rate) == (NOT_DISCLOSED, "not-disclosed", None)
    assert (nothing.reached.amount, nothing.rate, nothing.missing) == (None, None, None)


def test_nothing_is_reckoned_from_what_is_withheld() -> None:
    """A sum that is not disclosed is part of nothing, and nothing is part of it; zero is no whole."""
    assert rate_of(NOT_DISCLOSED, yuan(1)) is None
    assert rate_of(yuan(1), NOT_DISCLOSED) is None
    assert rate_of(yuan(1), yuan(0)) is None
    assert rate_of(1, 0) is None
    with pytest.raises(ValueError, match="EUR / CNY"):
        rate_of(Money(Decimal(1), "EUR"), yuan(1))


def test_intent_framework_order_and_purchase_stay_apart() -> None:
    """Each has its own sum, and none of them contains another."""
    told = progress(
        bought("a", "100"),
        bought("b", "70", basis="订单"),
        bought("c", "30", basis="到货"),
        bought("d", "9", nature="捐赠"),
        bought("e", "8", nature="捐赠", basis="到货"),
        bought("f", "7", nature="投资"),
        bought("g", "-5", nature="退货"),
        record("agreements", id="i1", kind="意向书", title="甲", campaign="month", amount="1000"),
        record("agreements", id="i2", kind="意向书", title="乙", campaign="month", amount="500", qualifier="约"),
        record("agreements", id="f1", kind="框架协议", title="丙", campaign="month"),
        record("agreements", id="o1", kind="订单", title="丁", campaign="month", amount="xx"),
        record("agreements", id="o2", kind="订单", title="戊", campaign="month", amount="40"),
        record("agreements", id="x", kind="订单", title="别处", amount="99"),
    )
    at = told.stages

    assert [(each.kind, each.amount, each.is_exact) for each in at.agreed] == [
        ("intent", yuan(1500), False),
        ("framework", None, True),
        ("order", NOT_DISCLOSED, True),
    ]
    assert (at.ordered.amount, at.delivered.amount, at.paid.amount) == (yuan(70), yuan(30), yuan(95))
    assert (at.donated.amount, at.donated_goods.amount, at.invested.amount) == (yuan(9), yuan(8), yuan(7))
    assert at.returned.amount == yuan(-5)
    assert told.reached == at.paid


def test_what_was_called_off_or_signed_later_is_in_no_sum() -> None:
    """An ended agreement is counted as ended; one of a later day is not known yet."""
    catalog = month(
        record("agreements", id="a", kind="意向书", title="甲", amount="10", signed_on="2020-09-01"),
        record("agreements", id="b", kind="意向书", title="乙", amount="20", status="已终止"),
        record("agreements", id="c", kind="意向书", title="丙", amount="40", signed_on="2020-10"),
    )
    (intents,) = agreed(items_of(catalog.items, "agreements", Agreement), AS_OF)

    assert (intents.amount, intents.ended, len(intents.agreements)) == (yuan(10), 1, 2)


def test_a_target_of_a_body_counts_its_whole_house_and_its_days() -> None:
    """Bodies below count, however deep; others and other days do not."""
    told = reach(
        bought("a", "10", "group"),
        bought("b", "20", "firm"),
        bought("c", "40", "shop"),
        bought("d", "80", "school"),
        bought("e", "160", "firm", date="2020-08-31", campaign=""),
        organisation="group",
        amount="100元",
    )

    assert (told.reached.amount, told.reached.rows) == (yuan(70), ("a", "b", "c"))
    assert told.rate == Rate(Fraction(7, 10))
    assert told.missing == yuan(30)


def test_a_target_of_a_campaign_counts_only_what_belongs_to_it() -> None:
    """Without a body it is the whole campaign's."""
    told = reach(
        bought("a", "10"), bought("b", "20", "school"), bought("c", "40", campaign=""), campaign="month", amount="60"
    )

    assert told.reached.rows == ("a", "b")


def test_a_reserved_share_is_due_of_its_base() -> None:
    """30 % of 200,000 yuan is 60,000; of 15,000 bought a quarter is done, which is 7.5 % of the base."""
    told = reach(bought("a", "15000"), kind="预留份额", base="20万元", share="30", rank="5")

    assert (told.due, told.base, told.share) == (yuan(60000), yuan(200000), Decimal(30))
    assert told.rate == Rate(Fraction(1, 4))
    assert told.share_reached == Rate(Fraction(3, 40))
    assert told.share_reached.percent_exact == Decimal("7.5")
    assert (told.missing, told.rank) == (yuan(45000), 5)


def test_a_share_without_a_base_has_no_rate() -> None:
    """Neither where the base is withheld nor where nobody wrote it, though an amount be named."""
    secret = reach(bought("a", "15000"), kind="预留份额", base="xx", share="30", rank="xx")
    named = reach(bought("a", "15000"), kind="预留份额", share="30", amount="6万元")

    assert (secret.due, secret.goal_state, secret.rate) == (NOT_DISCLOSED, "not-disclosed", None)
    assert (secret.share_reached, secret.rank, secret.missing) == (None, NOT_DISCLOSED, None)
    assert (named.due, named.rate, named.share_reached) == (yuan(60000), None, None)


def test_a_target_of_people_counts_people_that_were_declared_distinct() -> None:
    """Participations are no people, so they are left out."""
    told = reach(
        bought("a", "1", people="30", people_distinct="是"),
        bought("b", "1", people="50"),
        kind="人数",
        people="120",
    )

    assert (told.reached.people, told.due_people, told.missing_people) == (30, 120, 90)
    assert told.rate == Rate(Fraction(1, 4))
    assert told.due is None


def test_a_target_not_disclosed_has_no_rate() -> None:
    """That there is one is told, and how far it is exceeded is not."""
    told = reach(bought("a", "1"), amount="xx", qualifier="未披露")

    assert (told.due, told.goal_state, told.rate, told.surplus) == (NOT_DISCLOSED, "not-disclosed", None, None)


def test_days_left_end_with_the_last_day() -> None:
    """The last day has none left and still runs; after it there is nothing left to tell."""
    first, last = date(2020, 9, 1), date(2020, 9, 30)

    assert span(first, last, date(2020, 8, 31))[2:] == ("coming", 30, 0, 30)
    assert span(first, last, first)[2:] == ("running", 30, 1, 29)
    assert span(first, last, last)[2:] == ("running", 30, 30, 0)
    assert span(first, last, date(2020, 10, 1))[2:] == ("ended", 30, 30, None)


def test_progress_of_a_day_is_not_changed_by_later_rows() -> None:
    """What was recorded after the day does not count on it."""
    rows = (bought("a", "100"), bought("b", "50", date="2020-09-20", recorded_on="2020-09-21"))

    assert progress(*rows, as_of=date(2020, 9, 15)).reached.amount == yuan(100)
    assert progress(*rows).organisations == 1


def test_a_circle_of_bodies_comes_to_an_end() -> None:
    """The contract refuses it; reckoning ends all the same."""
    bodies = cast("dict[str, Organisation]", month().items["organisations"])
    circle = {**bodies, "group": _under(bodies["group"], "shop")}

    assert below(circle, "group") == {"group", "firm", "shop"}


def _under(body: Organisation, parent: str) -> Organisation:
    values = {name: getattr(body, name) for name in Organisation.__dataclass_fields__}
    return Organisation(**{**values, "parent": parent})
