"""``site_config.yml``: presets beneath it, every fault located, nothing a traceback."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line.site_copies import REPOSITORY, SITES

from generator.config import CONFIG_FILE, SiteConfig, read_config
from generator.config.model import LabelField
from generator.config.reading import presets
from generator.contract import load_tables
from generator.findings import Finding

GOOD = """\
schema: 1
title: 山里好货
base_url: https://www.example.cn/
codes:
  base_url: https://s.example.cn/
"""
SETTINGS = (REPOSITORY / CONFIG_FILE).read_text("utf-8")
FRENCH = (SITES / "pdo" / CONFIG_FILE).read_text("utf-8")
FROZEN = (SITES / "schema-1" / CONFIG_FILE).read_text("utf-8")


def _read(folder: Path, text: str) -> SiteConfig:
    (folder / CONFIG_FILE).write_text(text, encoding="utf-8")
    configuration, findings = read_config(folder)
    assert findings == []
    assert configuration is not None
    return configuration.site


def _faults(folder: Path, text: str) -> list[Finding]:
    (folder / CONFIG_FILE).write_text(text, encoding="utf-8")
    configuration, findings = read_config(folder)
    assert configuration is None
    return findings


def test_a_few_lines_are_enough(tmp_path: Path) -> None:
    """What a country settles comes with its preset, what nobody wrote has its default."""
    site = _read(tmp_path, GOOD)
    assert (site.preset, site.language, site.time_zone) == ("china", "zh-Hans", "Asia/Shanghai")
    assert (site.currency.code, site.currency.units["万元"], site.regions.scheme) == ("CNY", Decimal(10000), "gb2260")
    assert site.all_languages == ("zh-Hans",)
    assert "832" in site.official_lists


def test_another_country_is_another_preset(tmp_path: Path) -> None:
    """A European board has nothing of China's defaults."""
    site = _read(tmp_path, GOOD + "preset: european-union\n")
    assert (site.currency.code, site.regions.scheme, site.official_lists) == ("EUR", "nuts", {})
    assert site.personal_data.patterns == {}
    assert re.search("[\u2e80-\u9fff¥]", repr(site._replace(title=""))) is None


def test_a_setting_replaces_that_of_the_preset_whole(tmp_path: Path) -> None:
    """A currency is one setting: none of its parts is mixed with the preset's."""
    site = _read(tmp_path, GOOD + "currency: {code: MOP, symbol: MOP$, units: {圆: 1}}\n")
    assert (site.currency.units, site.currency.large_unit) == ({"圆": Decimal(1)}, "")


@pytest.mark.parametrize("name", presets())
def test_presets_are_whole(name: str, tmp_path: Path) -> None:
    """Each preset that comes with the package is all that a short file needs."""
    assert _read(tmp_path, GOOD + f"preset: {name}\n").preset == name


def test_label_fields_are_fields_of_products() -> None:
    """What a label can show, the table of products holds, or a list inside it."""
    products = load_tables()["products"]
    assert set(get_args(LabelField)) <= products.by_name.keys() | {each.name for each in products.nested}


def test_the_default_language_comes_first_and_once(tmp_path: Path) -> None:
    """All languages are listed, the default one first, wherever it was written."""
    site = _read(tmp_path, GOOD + "languages: [en, zh-Hans, fr]\n")
    assert site.all_languages == ("zh-Hans", "en", "fr")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://www.example.cn", "https://www.example.cn/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("https://www.example.cn/shanhuo", "https://www.example.cn/shanhuo/"),
        ("https://xn--fiq228c.example/a/b/", "https://xn--fiq228c.example/a/b/"),
    ],
)
def test_a_portal_may_stand_in_a_folder(written: str, read: str, tmp_path: Path) -> None:
    """A path is kept, and a closing slash added."""
    assert _read(tmp_path, GOOD.replace("https://www.example.cn/", written)).base_url == read


@pytest.mark.parametrize(
    "address",
    [
        "www.example.cn",
        "ftp://www.example.cn/",
        "https://",
        "https:///a",
        "https://www.example.cn/?a=1",
        "https://www.example.cn/#a",
        "https://user@www.example.cn/",
        "https://www.exam ple.cn/",
        "https://山货.example/",
        "https://www.example.cn/../a/",
        "https://www.example.cn//a/",
        "https://[::1",
        "javascript:alert(1)",
        "",
    ],
)
def test_what_is_no_address_is_refused(address: str, tmp_path: Path) -> None:
    """An address that could not stand in a sitemap or a code is told where it was written."""
    (fault,) = _faults(tmp_path, GOOD.replace("https://www.example.cn/", f'"{address}"'))
    assert (fault.code, fault.place.line, fault.field) == ("config-value", 3, "base_url")


@pytest.mark.parametrize("address", ["https://s.example.cn/codes/", "https://s.example.cn/P", "s.example.cn"])
def test_codes_need_the_root_of_a_host(address: str, tmp_path: Path) -> None:
    """What is printed must not hang on a folder that may be moved."""
    (fault,) = _faults(tmp_path, GOOD.replace("https://s.example.cn/", address))
    assert (fault.code, fault.place.line, fault.field) == ("config-value", 5, "codes.base_url")
    assert fault.allowed == "https://s.example.org/"


@pytest.mark.parametrize(
    ("line", "field", "allowed"),
    [
        ("time_zone: China", "time_zone", "Asia/Shanghai, Europe/Paris"),
        ("time_zone: America", "time_zone", "Asia/Shanghai, Europe/Paris"),
        ("time_zone: ../zone", "time_zone", "Asia/Shanghai, Europe/Paris"),
        ("as_of: 2026-02-30", "as_of", "2026-11-21"),
        ("as_of: 20261121", "as_of", "2026-11-21"),
        ("as_of: 86400", "as_of", "2026-11-21"),
        ("language: 中文", "language", "zh-Hans, en, fr"),
        ("languages: en", "languages", "[a, b]"),
        ("languages: [en, EN]", "languages.1", "zh-Hans, en, fr"),
        ("theme: My Theme", "theme", "a-z 0-9 -"),
        ("surfaces: [portal, print]", "surfaces.1", "portal, search, shelf, api, data"),
        ("page_size: 0", "page_size", "≥ 1"),
        ("page_size: 201", "page_size", "≤ 200"),
        ("page_size: many", "page_size", "24"),
        ("label_order: [net_content, price]", "label_order.1", "net_content, specification"),
        ("regions: {scheme: iso}", "regions.scheme", "gb2260, nuts, none"),
        ("personal_data: {patterns: {电话: '(1['}}", "personal_data.patterns.电话", r"\d{11}"),
        ("publisher: 编辑部", "publisher", "key: value"),
        ("currency: {code: yuan, symbol: ¥, units: {元: 1}}", "currency.code", "CNY, EUR, USD"),
        ("currency: {code: CNY, symbol: ¥, units: {元: 0}}", "currency.units.元", "> 0"),
        ("currency: {code: CNY, symbol: ¥, units: {元: 一}}", "currency.units.元", "12.50"),
        ("currency: {code: CNY, symbol: ¥, units: {元: 1}, large_unit: 万元}", "currency.large_unit", "元"),
        ("unit_prices: [{label: 斤, quantity: 0, units: {g: 1}}]", "unit_prices.0.quantity", "> 0"),
        ("preset: moon", "preset", "china, european-union"),
    ],
)
def test_a_value_that_does_not_fit_is_located(line: str, field: str, allowed: str, tmp_path: Path) -> None:
    """The finding names line and setting, and says what would be accepted."""
    (fault,) = _faults(tmp_path, f"{GOOD}{line}\n")
    assert (fault.code, fault.place.file, fault.place.line, fault.field) == ("config-value", CONFIG_FILE, 6, field)
    assert fault.allowed.startswith(allowed)
    assert allowed.split(",")[0] in fault.mend.zh


@pytest.mark.parametrize(
    ("text", "line", "field", "nearest"),
    [
        (GOOD + "titel: x\n", 6, "titel", "title"),
        (GOOD.replace("  base_url", "  baseurl: x\n  base_url"), 5, "codes.baseurl", "base_url"),
        (GOOD + "legal:\n  - text: x\n    link: y\n", 8, "legal.0.link", "text, url"),
        (GOOD + "publisher: {fone: 1}\n", 6, "publisher.fone", "phone"),
        (GOOD + "currency: {code: CNY, symbol: ¥, units: {元: 1}, unit: 元}\n", 6, "currency.unit", "units"),
        (GOOD + "format_version: 1\n", 6, "format_version", ""),
    ],
)
def test_an_unknown_setting_is_told_with_the_nearest(
    text: str, line: int, field: str, nearest: str, tmp_path: Path
) -> None:
    """A misspelt setting is an error at its line, and the one that was probably meant is named."""
    (fault,) = _faults(tmp_path, text)
    assert (fault.code, fault.place.line, fault.field) == ("config-unknown-setting", line, field)
    assert nearest in fault.allowed
    assert fault.allowed


def test_missing_settings_are_named_all_at_once(tmp_path: Path) -> None:
    """One run tells everything that is missing."""
    faults = _faults(tmp_path, "subtitle: x\n")
    assert [fault.code for fault in faults] == ["config-missing-setting"] * 4
    assert [fault.field for fault in faults] == ["schema", "title", "base_url", "codes"]
    assert {fault.place.line for fault in faults} == {1}


def test_another_schema_is_refused(tmp_path: Path) -> None:
    """A file of a form that this program does not know is not guessed at."""
    (fault,) = _faults(tmp_path, GOOD.replace("schema: 1", "schema: 2"))
    assert (fault.field, fault.place.line, fault.allowed) == ("schema", 1, "1")


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "- a\n- b\n", "title\n", "title: a\ntitle: b\n", "a:\tb\n", "\x00"]
)
def test_what_is_no_mapping_is_told(text: str, tmp_path: Path) -> None:
    """An empty file, a list, a doubled key or a broken line is a finding with a line."""
    faults = _faults(tmp_path, text)
    assert faults
    assert all(fault.place.line for fault in faults)


def test_a_folder_without_settings_is_told(tmp_path: Path) -> None:
    """Without the file there is no site."""
    configuration, (fault,) = read_config(tmp_path)
    assert configuration is None
    assert fault.code == "config-missing-file"


def test_a_day_given_for_the_run_comes_first(tmp_path: Path) -> None:
    """The run's day wins over the configured one, and the digest changes with it."""
    (tmp_path / CONFIG_FILE).write_text(GOOD + "as_of: 2026-11-21\n", encoding="utf-8")
    configured, _ = read_config(tmp_path)
    given_day, _ = read_config(tmp_path, as_of=date(2020, 1, 2))
    assert (configured.as_of, given_day.as_of) == (date(2026, 11, 21), date(2020, 1, 2))
    assert configured.digest != given_day.digest


def test_an_address_given_for_the_run_comes_first(tmp_path: Path) -> None:
    """The run's base_url wins over the configured one, and is checked as well."""
    (tmp_path / CONFIG_FILE).write_text(GOOD, encoding="utf-8")
    moved, _ = read_config(tmp_path, base_url="https://b.example.cn/x")
    assert moved.site.base_url == "https://b.example.cn/x/"
    configuration, (fault,) = read_config(tmp_path, base_url="x")
    assert configuration is None
    assert fault.field == "base_url"


def test_today_is_that_of_the_time_zone(tmp_path: Path) -> None:
    """Two sites at opposite ends of the date line are a day apart, wherever the machine stands."""
    days = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        (tmp_path / CONFIG_FILE).write_text(f"{GOOD}time_zone: {zone}\n", encoding="utf-8")
        configuration, _ = read_config(tmp_path)
        days.append(configuration.as_of)
    assert (days[0] - days[1]).days in (1, 2)


def test_the_digest_does_not_hang_on_how_the_file_is_written(tmp_path: Path) -> None:
    """Order, comments and blanks make no page anew."""
    digests = set()
    for text in (GOOD, "# x\n" + GOOD, "codes: {base_url: 'https://s.example.cn/'}\n" + GOOD[: GOOD.index("codes")]):
        (tmp_path / CONFIG_FILE).write_text(text + "as_of: 2026-11-21\n", encoding="utf-8")
        configuration, _ = read_config(tmp_path)
        digests.add(configuration.digest)
    assert len(digests) == 1


SPOILERS = st.sampled_from(
    ["", ":", "- ", "{", "[", '"', "'", "\t", "xx", "0", "-1", "null", "1e999", "nan", "&a", "*a"]
)
"""What is put into the middle of a good file."""


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.data())
def test_no_spoilt_file_is_a_traceback(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Whatever is cut, doubled or put into the settings, the answer is a configuration or located findings."""
    text = data.draw(st.sampled_from([GOOD, SETTINGS, FRENCH, FROZEN]))
    lines = text.splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    line = lines[place].rstrip("\n")
    cut = data.draw(st.integers(0, len(line)))
    piece = data.draw(st.one_of(SPOILERS, st.text(max_size=8)))
    spoilt = data.draw(
        st.sampled_from(
            [
                line[:cut] + piece,
                line[:cut] + piece + line[cut:],
                line.split(":")[0] + ": " + piece,
                "",
                line + "\n" + line,
            ]
        )
    )
    lines[place] = spoilt + "\n"
    folder = tmp_path_factory.getbasetemp() / "spoilt"
    folder.mkdir(exist_ok=True)
    (folder / CONFIG_FILE).write_bytes("".join(lines).encode("utf-8", "surrogatepass"))

    configuration, findings = read_config(folder)

    assert (configuration is None) == bool(findings)
    for fault in findings:
        assert fault.place.file == CONFIG_FILE
        assert fault.place.line
        assert fault.message.zh
        assert fault.message.en
        assert fault.mend.zh


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//example.cn/", "beian.example.cn", "http://", "https://u@example.cn/", "https://a b/"],
)
@pytest.mark.parametrize(
    ("setting", "form"),
    [
        ("legal.0.url", "legal:\n  - text: x\n    url: '{}'\n"),
        ("publisher.url", "publisher:\n  name: x\n  url: '{}'\n"),
    ],
)
def test_links_of_settings_are_web_addresses(tmp_path: Path, setting: str, form: str, address: str) -> None:
    """Lines at the foot of every page lead to http or https; anything else is told with its line."""
    (told,) = _faults(tmp_path, GOOD + form.format(address))

    assert (told.code, told.field, told.found, told.place.line) == ("config-value", setting, address, 8)
    assert told.allowed == "https://www.example.org/"


@pytest.mark.parametrize("address", ["", "https://beian.miit.gov.cn/#/Integrated/index", "http://例子.cn:8080/a?b=1"])
def test_links_of_settings_may_be_any_web_address(tmp_path: Path, address: str) -> None:
    """Addresses with a path, a query or a fragment are good, and so is none."""
    assert _read(tmp_path, GOOD + f"legal:\n  - text: x\n    url: '{address}'\n").legal[0].url == address
