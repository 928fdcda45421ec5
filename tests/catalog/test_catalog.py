"""The catalogue on a day: what is out, in force, valid, running; links both ways; one order."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from contract.support import record

from generator.catalog import Catalog
from generator.intake.records import Record

from .market import DAY, catalog_of, offer, product

EVE = DAY - timedelta(days=1)
MORROW = DAY + timedelta(days=1)


def test_links_lead_both_ways() -> None:
    """Whatever a record names, names it back."""
    catalog = catalog_of(
        product("maojian", no_offer_reason=""),
        offer("maojian", price="38元"),
        record(
            "certificates", id="c1", scheme="gi", product="maojian", issuer="部", issued_on="2020", basis="verified"
        ),
        record(
            "certificates", id="c2", scheme="gi", supplier="kehong", issuer="部", issued_on="2020", basis="verified"
        ),
        record(
            "campaigns", id="month", name="消费月", starts_on="2020-09-01", ends_on="2020-09-30", products="maojian"
        ),
        record(
            "stories",
            id="story",
            title="故事",
            help_kind="industry",
            body="正文",
            products="maojian",
            suppliers="kehong",
            origins="610924",
            campaigns="month",
            source="news",
        ),
        _figure("f1", campaign="month", origin="610924", supplier="kehong"),
        record("admissions", channel="online", supplier="kehong", since="2020-08"),
        record("changes", product="maojian", date="2020-09-02", field="net_content", old="1", new="2"),
    )
    tea = catalog.products["maojian"]
    story, month = catalog.stories["story"], catalog.campaigns["month"]

    assert catalog.products_by_category == {"tea": (tea,)}
    assert catalog.products_by_origin == {"610924": (tea,)}
    assert catalog.products_by_supplier == {"kehong": (tea,)}
    assert [each.product for each in catalog.offers_by_product["maojian"]] == [tea]
    assert [each.id for each in catalog.certificates_by_product["maojian"]] == ["c1"]
    assert [each.id for each in catalog.certificates_by_supplier["kehong"]] == ["c2"]
    assert catalog.stories_by_product["maojian"] == catalog.stories_by_supplier["kehong"] == (story,)
    assert catalog.stories_by_origin["610924"] == catalog.stories_by_campaign["month"] == (story,)
    assert catalog.figures_by_campaign["month"] == catalog.figures_by_origin["610924"] == catalog.figures
    assert catalog.figures_by_supplier["kehong"] == catalog.figures
    assert [each.channel.id for each in catalog.admissions_by_supplier["kehong"]] == ["online"]
    assert [each.new for each in catalog.changes_by_product["maojian"]] == ["2"]
    assert (story.campaigns, month.products) == ((month,), (tea,))


def test_bundles_and_their_parts_lead_both_ways() -> None:
    """A bundle names its parts, and each part the bundles that hold it."""
    catalog = catalog_of(
        product("maojian"),
        product("box", kind="bundle", net_content=""),
        record("bundle_items", bundle="box", product="maojian", quantity="2", unit="盒"),
    )
    assert [part.product.id for part in catalog.parts_by_bundle["box"]] == ["maojian"]
    assert [bundle.id for bundle in catalog.bundles_by_product["maojian"]] == ["box"]


def test_order_does_not_hang_on_the_order_of_rows() -> None:
    """However rows are shuffled, mappings and tuples stand in one order."""
    teas = [product(f"t{number}", no_offer_reason="") for number in range(8)]
    offers = [offer(f"t{number}", price=f"{number}元") for number in range(8)]
    figures = [_figure(f"f{number}", order=str(number % 3)) for number in range(6)]
    records = [*teas, *offers, *figures]

    first = _order(catalog_of(*records))
    for seed in range(5):
        shuffled = random.Random(seed).sample(records, len(records))
        assert _order(catalog_of(*shuffled)) == first


def test_figures_stand_in_their_own_order_then_by_key() -> None:
    """Figures with an order come first, those of one order by key, those without one last."""
    catalog = catalog_of(
        _figure("c", order="1"),
        _figure("b", order="1"),
        _figure("a"),
        _figure("d", order="0"),
        _figure("e", order="xx"),
    )
    assert [figure.id for figure in catalog.figures] == ["d", "b", "c", "a", "e"]


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "in_force"),
    [
        ("", "", True),
        (str(DAY), "", True),
        (str(MORROW), "", False),
        ("", str(DAY), True),
        ("", str(EVE), False),
        (str(EVE), str(MORROW), True),
    ],
)
def test_an_offer_holds_from_its_first_to_its_last_day(valid_from: str, valid_until: str, in_force: bool) -> None:
    """Both days belong to it."""
    dates = {name: day for name, day in (("valid_from", valid_from), ("valid_until", valid_until)) if day}
    catalog = catalog_of(product("maojian", no_offer_reason=""), offer("maojian", price="38元", **dates))
    assert ("maojian" in catalog.offers_by_product) is in_force


def test_of_several_offers_the_latest_holds() -> None:
    """A new price replaces the old one of the same channel and pack; other packs and channels stay."""
    catalog = catalog_of(
        product("maojian", no_offer_reason=""),
        offer("maojian", price="30元"),
        offer("maojian", price="38元", valid_from="2020-09-01"),
        offer("maojian", price="35元", valid_from="2020-08-01"),
        offer("maojian", price="40元", valid_from=str(MORROW)),
        offer("maojian", price="70元", variant="两盒"),
        offer("maojian", "fair", price="33元"),
    )
    prices = [int(each.price.amount) for each in catalog.offers_by_product["maojian"]]
    assert sorted(prices) == [33, 38, 70]


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "state"),
    [
        ("", "", "verified"),
        (str(DAY), str(DAY), "verified"),
        ("", str(EVE), "expired"),
        (str(MORROW), "", "coming"),
    ],
)
def test_a_certificate_is_judged_on_the_day(valid_from: str, valid_until: str, state: str) -> None:
    """Its first and last days still hold; the day after it has ended, the day before it is to come."""
    dates = {name: day for name, day in (("valid_from", valid_from), ("valid_until", valid_until)) if day}
    catalog = catalog_of(
        product("maojian"),
        record(
            "certificates",
            id="c",
            scheme="gi",
            product="maojian",
            issuer="部",
            issued_on="2019",
            basis="verified",
            **dates,
        ),
    )
    (certificate,) = catalog.certificates_by_product["maojian"]
    assert catalog.certificate_state(certificate) == state


@pytest.mark.parametrize(
    ("dates", "state"),
    [
        ({"issued_on": "2027-07"}, "coming"),
        ({"issued_on": str(MORROW), "valid_from": str(EVE)}, "coming"),
        ({"issued_on": str(DAY)}, "verified"),
        ({"issued_on": "2019", "valid_until": "xx"}, "verified"),
        ({"issued_on": "2019", "valid_from": "xx", "valid_until": str(EVE)}, "expired"),
    ],
)
def test_a_certificate_holds_from_the_day_of_its_issue(dates: dict[str, str], state: str) -> None:
    """What is issued later has no seal yet, whatever its term says; an end that is withheld is not known to be past."""
    certificate = record("certificates", id="c", scheme="gi", product="maojian", issuer="部", basis="verified", **dates)
    catalog = catalog_of(product("maojian"), certificate)
    assert catalog.certificate_state(catalog.certificates_by_product["maojian"][0]) == state


def test_a_self_stated_certificate_says_so() -> None:
    """While it holds, its state is what it rests on."""
    catalog = catalog_of(
        product("maojian"),
        record(
            "certificates", id="c", scheme="gi", product="maojian", issuer="部", issued_on="2019", basis="self-stated"
        ),
    )
    assert catalog.certificate_state(catalog.certificates_by_product["maojian"][0]) == "self-stated"


@pytest.mark.parametrize(
    ("values", "out", "withdrawn"),
    [
        ({}, True, False),
        ({"status": "draft"}, False, False),
        ({"publish_on": str(DAY)}, True, False),
        ({"publish_on": str(MORROW)}, False, False),
        ({"status": "withdrawn"}, True, True),
        ({"withdraw_on": str(DAY)}, True, True),
        ({"withdraw_on": str(MORROW)}, True, False),
    ],
)
def test_a_product_comes_and_goes_on_its_days(values: dict[str, str], out: bool, withdrawn: bool) -> None:
    """It is out from its first day on; from the day of withdrawal it stays, and says that it is gone."""
    catalog = catalog_of(product("maojian", **values))
    assert ("maojian" in catalog.products) is out
    if out:
        tea = catalog.products["maojian"]
        assert catalog.is_withdrawn(tea) is withdrawn
        assert catalog.offered([tea]) == (() if withdrawn else (tea,))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "state"),
    [
        (DAY, DAY, "running"),
        (EVE, DAY, "running"),
        (DAY, MORROW, "running"),
        (MORROW, MORROW, "coming"),
        (EVE, EVE, "closed"),
    ],
)
def test_a_campaign_runs_from_its_first_to_its_last_day(starts_on: date, ends_on: date, state: str) -> None:
    """Both days belong to it."""
    catalog = catalog_of(record("campaigns", id="c", name="消费月", starts_on=str(starts_on), ends_on=str(ends_on)))
    assert catalog.campaign_state(catalog.campaigns["c"]) == state


@pytest.mark.parametrize(
    ("announced_on", "ended_on", "shown"),
    [(DAY, None, True), (MORROW, None, False), (EVE, MORROW, True), (EVE, DAY, False)],
)
def test_a_recall_is_shown_until_it_ends(announced_on: date, ended_on: date | None, shown: bool) -> None:
    """It is shown from the day of its notice up to, and not on, the day on which it ends."""
    end = {"ended_on": str(ended_on)} if ended_on else {}
    recall = record(
        "recalls",
        id="r",
        product="maojian",
        announced_on=str(announced_on),
        reason="破损",
        action="退货",
        **end,
    )
    assert ("maojian" in catalog_of(product("maojian"), recall).recalls_by_product) is shown


def test_changes_are_told_latest_first() -> None:
    """The newest change of a product's facts stands on top."""
    changes = [
        record("changes", product="maojian", date=day, field="net_content", old="1", new="2")
        for day in ("2020-08-01", "2020-09-01", "2019-01-01")
    ]
    told = catalog_of(product("maojian"), *changes).changes_by_product["maojian"]
    assert [str(change.date) for change in told] == ["2020-09-01", "2020-08-01", "2019-01-01"]


def test_a_product_goes_by_its_first_active_code_of_its_own() -> None:
    """Withdrawn codes and those of a placement are passed over; of several the first issued counts."""
    placement = record("placements", id="cabinet", name="柜", kind="cabinet")
    codes = [
        _code("3QNMFJC", "2020-03-01"),
        _code("VERYX9U", "2020-02-01"),
        _code("E3ZH6PS", "2020-01-01", status="withdrawn"),
        _code("EQXEKPH", "2020-01-01", placement="cabinet"),
    ]
    catalog = catalog_of(product("maojian"), placement, *codes)
    assert catalog.code_by_product["maojian"].code == "VERYX9U"
    assert len(catalog.codes) == 4


def _figure(key: str, **values: str) -> Record:
    own = {
        "id": key,
        "label": "数",
        "value": "1",
        "unit": "个",
        "qualifier": "exact",
        "as_of": "2020",
        "source": "news",
    }
    return record("figures", **(own | values))


def _code(code: str, issued_on: str, **values: str) -> Record:
    own = {"code": code, "target_kind": "product", "target": "maojian", "issued_on": issued_on, "status": "active"}
    return record("qr_codes", **(own | values))


def _order(catalog: Catalog) -> list[list[str]]:
    groups = (catalog.products_by_category, catalog.products_by_origin, catalog.offers_by_product)
    return [
        list(catalog.products),
        [figure.key for figure in catalog.figures],
        *([item.key for item in group] for mapping in groups for group in mapping.values()),
    ]
