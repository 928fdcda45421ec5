"""A small market in a catalogue, made through the real contract, for tests to vary."""

from __future__ import annotations

from datetime import date

from contract.support import CHINA, check, record

from generator.catalog import Catalog
from generator.catalog.building import Items, build_items
from generator.catalog.catalog import link
from generator.contract import load_tables
from generator.intake.records import Record

DAY = date(2020, 9, 30)
"""The day on which the market is looked at, unless a test says otherwise."""

SCHEME = record("category_schemes", id="main", name="品类", primary="true")
TEA = record("categories", id="tea", scheme="main", name="茶", order="1")
ZIYANG = record("origins", code="610924", name="紫阳县")
KEHONG = record("suppliers", id="kehong", name="科宏茶业", origin="610924")
ONLINE = record("channels", id="online", name="平台", kind="platform", mode="online")
FAIR = record("channels", id="fair", name="集市", kind="market-day", mode="offline")
MARK = record(
    "certification_schemes", id="gi", name="地理标志", kind="geographical-indication", is_certification="true"
)
NEWS = record("sources", id="news", title="报道", kind="news")
GROUND = (SCHEME, TEA, ZIYANG, KEHONG, ONLINE, FAIR, MARK, NEWS)
"""What every market stands on."""


def product(key: str, **values: str) -> Record:
    """Return the record of a tea; *values* replace or add to what such a record holds."""
    own = {"id": key, "name": key, "kind": "goods", "categories": "tea", "origin": "610924", "supplier": "kehong"}
    rest = {"description": "一种茶。", "net_content": "250克", "no_offer_reason": "新茶未定价"}
    return record("products", **{name: value for name, value in (own | rest | values).items() if value})


def offer(key: str, channel: str = "online", **values: str) -> Record:
    """Return the record of an offer of the product *key*."""
    return record("offers", **({"product": key, "channel": channel, "unit": "盒"} | values))


def items_of(*records: Record, ground: tuple[Record, ...] = GROUND) -> Items:
    """Return the items of the market with *records* added.

    Raises:
        AssertionError: The records are not what the contract allows.
    """
    checked = check(*ground, *records, settings=CHINA)
    errors = [str(found.message.zh) for found in checked.findings if found.level == "error"]
    assert errors == []
    return build_items(checked.rows, load_tables(), currency="CNY", withheld="未披露")


def catalog_of(*records: Record, as_of: date = DAY) -> Catalog:
    """Return the catalogue of the market with *records* added, on the day *as_of*."""
    return link(items_of(*records), as_of)
