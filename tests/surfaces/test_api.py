"""The API: every file is what its description says, and says what the data says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from line.prepared_sites import copy_site
from line.sizes import sized
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource

from generator.surfaces import api
from generator.surfaces.api import lists
from generator.surfaces.surroundings import Surroundings

from .support import surroundings_of

SITES = ("demo", "shop", "pdo")
FORMATS = FormatChecker(("date",))


@FORMATS.checks("uri")
def _is_whole(value: object) -> bool:
    """Tell whether a text is a whole address."""
    return not isinstance(value, str) or re.fullmatch(r"https?://[^\s/]+\S*", value) is not None


@cache
def _around(name: str, folder: Path) -> Surroundings:
    site = folder / name
    return surroundings_of(site if site.is_dir() else copy_site(name, site))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where sites are copied to."""
    return tmp_path_factory.mktemp("api")


@pytest.fixture(scope="module")
def read(folder: Path) -> Callable[[str], dict[str, Any]]:
    """Return what gives path → file of a site's API."""

    @cache
    def files(name: str) -> dict[str, Any]:
        return {output.path: json.loads(output.make()) for output in api.outputs(_around(name, folder))}

    return files


def _closed(schema: Any) -> Any:
    """Return a schema whose objects hold nothing but what it describes."""
    if isinstance(schema, dict):
        inner = {key: _closed(value) for key, value in schema.items()}
        return {**inner, "additionalProperties": False} if "properties" in inner else inner
    return [_closed(each) for each in schema] if isinstance(schema, list) else schema


def _described(description: dict[str, Any], path: str) -> str:
    """Return the way to the schema of the file at *path* in the description."""
    for template, entry in description["paths"].items():
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template)), f"/{path}"):
            return entry["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
    raise AssertionError(f"{path} is not described")


@pytest.mark.parametrize("name", SITES)
def test_every_file_is_as_described(name: str, read: Callable[[str], dict[str, Any]]) -> None:
    """Each file of the API has a place in its description, and holds exactly what its schema says."""
    files = dict(read(name))
    description = files.pop("api/v1/openapi.json")
    registry: Registry[Any] = Registry().with_resource("urn:api", Resource.opaque(_closed(description)))
    by_schema: dict[str, list[str]] = {}
    for path in sorted(files):
        by_schema.setdefault(_described(description, path), []).append(path)
    faults: list[str] = []
    for schema, paths in by_schema.items():
        validator = Draft202012Validator({"$ref": "urn:api" + schema}, registry=registry, format_checker=FORMATS)
        for path in paths[:: sized(5, 1)]:
            faults += (f"{path} {fault.json_path}: {fault.message}" for fault in validator.iter_errors(files[path]))
    assert not faults, "\n".join(faults[:20])
    assert len(files) > 10


@pytest.mark.parametrize("name", SITES)
def test_the_description_is_openapi(name: str, read: Callable[[str], dict[str, Any]]) -> None:
    """A validator of OpenAPI 3.1 has nothing to say of it, and it names the site's own host."""
    description = read(name)["api/v1/openapi.json"]
    assert [error.message for error in OpenAPIV31SpecValidator(description).iter_errors()] == []
    assert not description["servers"][0]["url"].endswith("/")
    operations = [entry["get"]["operationId"] for entry in description["paths"].values()]
    assert len(operations) == len(set(operations))


def test_every_schema_is_explained(read: Callable[[str], dict[str, Any]]) -> None:
    """Every object and every member says in words what it is."""
    schemas = read("demo")["api/v1/openapi.json"]["components"]["schemas"]
    silent = [
        f"{name}.{member}"
        for name, schema in schemas.items()
        for member, described in {"": schema, **schema["properties"]}.items()
        if not described.get("description") and "items" not in described
    ]
    assert silent == []


def test_lists_lead_to_products(read: Callable[[str], dict[str, Any]]) -> None:
    """Every product of the list has a file of its own that says the same of it, and every key leads somewhere."""
    files = read("demo")
    host = "https://www.shanhuo.example/"
    keys = {
        name: {item.get("id", item.get("code")) for item in files[f"api/v1/{name}.json"]["items"]} for name in LISTS
    }
    for item in files["api/v1/products.json"]["items"]:
        details = files[item["details"].removeprefix(host)]
        same = ("id", "name", "names", "kind", "categories", "status", "sample", "url")
        assert {key: details[key] for key in same} == {key: item[key] for key in same}
        assert item["origin"] == details["origin"]["code"]
        assert {item["origin"]} <= keys["origins"]
        assert item["supplier"] is None or item["supplier"] in keys["suppliers"]
        assert set(item["categories"]) <= keys["categories"]
        assert {offer["channel"] for offer in details["offers"]} <= keys["channels"]
        assert details["source"] is None or details["source"] in keys["sources"]
    for story in files["api/v1/stories.json"]["items"]:
        assert set(story["products"]) <= keys["products"]
        assert set(story["campaigns"]) <= keys["campaigns"]


LISTS = tuple(each.name for each in lists.LISTS)


def test_names_are_told_in_all_languages(read: Callable[[str], dict[str, Any]]) -> None:
    """A name stands in the site's own language and in every language that somebody translated it into."""
    files = read("demo")
    assert files["api/v1/products/qionghai-shengtai-dami.json"]["names"] == {
        "zh-Hans": "琼海生态大米",
        "en": "Qionghai rice",
    }
    for name in LISTS:
        for item in files[f"api/v1/{name}.json"]["items"]:
            own = item.get("name", item.get("title", item.get("label")))
            assert next(iter(item["names"].items())) == ("zh-Hans", own)


def test_withheld_values_are_neither_missing_nor_zero(read: Callable[[str], dict[str, Any]]) -> None:
    """What is not disclosed says so, in numbers and in texts; what was never given is null."""
    suppliers = {item["id"]: item for item in read("demo")["api/v1/suppliers.json"]["items"]}
    assert suppliers["kehong-chaye"]["households"] == "not-disclosed"
    campaigns = {item["id"]: item for item in read("demo")["api/v1/campaigns.json"]["items"]}
    assert campaigns["aixin-jishi-huodong"]["goal"] == "not-disclosed"
    assert campaigns["aixin-jishi-huodong"]["goal_note"] == "not-disclosed"
    assert campaigns["aixin-jishi-huodong"]["reached"] is None
    assert campaigns["cha-xiang-weiyang-2020"]["goal"] == "1500000.00"
    figures = {item["id"]: item for item in read("demo")["api/v1/figures.json"]["items"]}
    assert figures["yanye-yue-caigou"]["value"] == "15.77"
    assert figures["yanye-yue-caigou"]["source"]["id"] == "yanye-2020"


def test_what_is_not_public_is_not_told(folder: Path, read: Callable[[str], dict[str, Any]]) -> None:
    """Contact persons, and figures of campaigns that are still to be announced, are in no file."""
    site = copy_site("demo", folder / "unannounced" / "demo")
    suppliers = site / "data" / "suppliers.csv"
    lines = suppliers.read_text(encoding="utf-8-sig").splitlines()
    told = [f"{lines[0]},联系人", *(f"{line},张无名" for line in lines[1:])]
    suppliers.write_text("\n".join(told) + "\n", encoding="utf-8")
    campaign = site / "data" / "campaigns" / "xiaofei-yue-2020.yml"
    campaign.write_text(campaign.read_text(encoding="utf-8") + "发布日期: 2027-01-01\n", encoding="utf-8")
    register = site / "data" / "qr_codes.csv"
    codes = register.read_text(encoding="utf-8-sig").splitlines()
    register.write_text("\n".join(line for line in codes if "xiaofei-yue-2020" not in line) + "\n", encoding="utf-8")
    files = {output.path: output.make().decode() for output in api.outputs(surroundings_of(site))}
    assert not [path for path, text in files.items() if "张无名" in text]
    assert not [path for path, text in files.items() if "yanye-yue-caigou" in text or '"xiaofei-yue-2020"' in text]
    assert "yanye-yue-caigou" in json.dumps(read("demo")["api/v1/figures.json"])


def test_long_lists_take_several_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that is longer than a file goes on in the next, and every record stands in one of them."""
    monkeypatch.setattr(lists, "PAGE_LENGTH", 20)
    around = _around("demo", folder)
    files = {output.path: output for output in api.outputs(around)}
    path: str | None = "api/v1/products.json"
    seen: list[str] = []
    while path is not None:
        page = json.loads(files[path].make())
        assert page["total"] == len(around.catalog.products)
        seen += (item["id"] for item in page["items"])
        path = page["next"] and page["next"].removeprefix("https://www.shanhuo.example/")
    assert seen == [*around.catalog.products]


def test_files_hang_on_what_they_say(folder: Path, tmp_path: Path) -> None:
    """Another translation of a name makes the files anew that tell it, and no other."""
    site = copy_site("demo", tmp_path / "demo")
    table = site / "data" / "translations.csv"
    text = table.read_text(encoding="utf-8")
    assert text.count("Qionghai rice") == 1
    table.write_text(text.replace("Qionghai rice", "Rice of Qionghai"), encoding="utf-8")
    before, after = ([*_needs(around)] for around in (_around("demo", folder), surroundings_of(site)))
    changed = {path for (path, needs), (_, other) in zip(before, after, strict=True) if needs != other}
    assert changed == {"api/v1/products.json", "api/v1/products/qionghai-shengtai-dami.json"}


def test_equal_needs_mean_equal_bytes(folder: Path) -> None:
    """A plan made again of the same data is the same, digest by digest and byte by byte."""
    around = _around("shop", folder)
    again = replace(around)
    assert [*_needs(around)] == [*_needs(again)]
    assert [output.make() for output in api.outputs(around)] == [output.make() for output in api.outputs(again)]


def _needs(around: Surroundings) -> Iterator[tuple[str, str]]:
    for output in api.outputs(around):
        yield output.path, output.needs
