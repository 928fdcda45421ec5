"""Rows in another language: translations, rewritten text, and foreign text where there is neither."""

from __future__ import annotations

from contract.support import check, record

from generator.catalog.localised import Wording, localised
from generator.contract import Row, load_tables
from generator.languages.foreign_text import ForeignText
from generator.languages.traditional import rewriting

from .market import GROUND, offer, product

ENGLISH = Wording("en", "zh-Hans", None, {"工会": "trade unions"}, frozenset({"万元"}))


def _rows(wording: Wording, *translations: tuple[str, str, str, str]) -> dict[str, tuple[Row, ...]]:
    records = [
        record("origins", code="610924", name="紫阳县", region="陕西省安康市"),
        record("figures", id="f", label="销售额", value="12", unit="万元", source="news", as_of="2020"),
        offer("a", variant="", unit="盒", buyers="工会;个人"),
        product("a"),
        *GROUND,
        *(
            record("translations", table=table, record=key, field=field, language=wording.language, text=text)
            for table, key, field, text in translations
        ),
    ]
    return localised(check(*records).rows, load_tables(), wording)


def test_a_translation_takes_the_place_of_the_text() -> None:
    """The row is another one then: its digest tells."""
    plain = _rows(ENGLISH)["origins"][0]
    told = _rows(ENGLISH, ("origins", "610924", "name", "Ziyang County"))["origins"][0]
    assert told.values["name"] == "Ziyang County"
    assert not isinstance(told.values["name"], ForeignText)
    assert told.digest != plain.digest
    assert told.key == plain.key == "610924"


def test_what_nobody_translated_is_foreign() -> None:
    """It keeps its words and knows its language."""
    name = _rows(ENGLISH)["origins"][0].values["name"]
    assert isinstance(name, ForeignText)
    assert (name, name.language) == ("紫阳县", "zh-Hans")


def test_a_region_without_translation_is_named_by_its_code() -> None:
    """The province's name comes from a table."""
    assert _rows(ENGLISH)["origins"][0].values["region"] == "Shaanxi"
    told = _rows(ENGLISH, ("origins", "610924", "region", "Ankang, Shaanxi"))["origins"][0]
    assert told.values["region"] == "Ankang, Shaanxi"


def test_lists_are_worded_item_by_item() -> None:
    """The glossary says a word once for all records; a translation of the list goes before it."""
    row = _rows(ENGLISH)["offers"][0]
    buyers = row.values["buyers"]
    assert buyers == ("trade unions", "个人")
    assert isinstance(buyers, tuple)
    assert isinstance(buyers[1], ForeignText)
    told = _rows(ENGLISH, ("offers", row.key, "buyers", "unions; anyone"))["offers"][0]
    assert told.values["buyers"] == ("unions", "anyone")


def test_units_of_money_are_left_to_the_page() -> None:
    """Pages count money in the units of their own language, so the unit has to stay recognisable."""
    unit = _rows(ENGLISH)["figures"][0].values["unit"]
    assert unit == "万元"
    assert not isinstance(unit, ForeignText)


def test_traditional_text_is_rewritten_unless_translated() -> None:
    """No text of it is foreign."""
    wording = Wording("zh-Hant", "zh-Hans", rewriting({}))
    rows = _rows(wording, ("figures", "f", "label", "銷售總額"))
    assert rows["origins"][0].values["name"] == "紫陽縣"
    assert rows["origins"][0].values["region"] == "陝西省安康市"
    assert rows["figures"][0].values["label"] == "銷售總額"
    assert rows["figures"][0].values["unit"] == "萬元"
