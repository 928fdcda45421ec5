"""JSON-LD of every page of three sites, judged by TypeScript with Google's types of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schema_dts

from generator.build import Options, build

from .prepared_sites import copy_site
from .published import Page, html_files
from .site_copies import BuiltSite, take_for_real
from .sizes import is_acceptance, record_result

KINDS = {
    *("Article", "BreadcrumbList", "Certification", "CollectionPage", "Country", "CreativeWork", "DataDownload"),
    *("Dataset", "EntryPoint", "Event", "GeoCoordinates", "ItemList", "ListItem", "Offer", "Organization", "Place"),
    *("Product", "PropertyValue", "SearchAction", "Store", "WebSite"),
}
"""What the three sites speak of between them."""

pytestmark = pytest.mark.skipif(not is_acceptance(), reason="needs npm; part of the acceptance run")


@pytest.fixture(scope="module")
def tools() -> Path:
    """A folder with tsc and schema-dts."""
    folder = schema_dts.tools()
    if folder is None:
        pytest.skip("npm is missing or cannot install")
    return folder


@pytest.fixture(scope="module")
def documents(built_demo: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Site and page → what it says, for every page of the demonstration and of two sites of the tests."""
    found = {f"demo {path}": document for path, document in _documents(built_demo.out)}
    for name in ("shop", "pdo"):
        folder = tmp_path_factory.mktemp(name)
        site = copy_site(name, folder / "site")
        take_for_real(site)
        build(Options(site, out=folder / "out", jobs=1))
        found |= {f"{name} {path}": document for path, document in _documents(folder / "out")}
    return found


def _documents(out: Path) -> Iterator[tuple[str, Any]]:
    for path in html_files(out):
        for script in Page.read(out, path).elements("script"):
            if script.get("type") == "application/ld+json":
                yield path, json.loads(script.text or "")


def test_all_statements_are_of_their_type(tools: Path, documents: dict[str, Any], tmp_path: Path) -> None:
    """Every node has only properties that its type has, each with a value of the type that schema.org gives it."""
    assert schema_dts.kinds_in([*documents.values()]) >= KINDS
    wrong = schema_dts.judged(tools, schema_dts.module_of(documents.values()), tmp_path)
    assert not wrong, "\n".join(wrong[:40])
    record_result("structured-data", len(documents), "pages of three sites", "every statement of its type")


@pytest.mark.parametrize(
    ("sound", "spoilt"),
    [
        ('"https://schema.org/InStoreOnly"', '"https://schema.org/InShop"'),
        ('"priceCurrency"', '"priceCurency"'),
        ('"@type": "Country"', '"@type": "Land"'),
        ('"position": 1', '"position": "first", "rank": 1'),
    ],
)
def test_a_wrong_statement_is_found(sound: str, spoilt: str, tools: Path, tmp_path: Path) -> None:
    """The judge is strict: another term, property or kind than the vocabulary has is told."""
    offer = {
        "@type": "Offer",
        "price": "1.00",
        "priceCurrency": "CNY",
        "availability": "https://schema.org/InStoreOnly",
    }
    product = {"@type": "Product", "name": "", "offers": [offer], "countryOfOrigin": {"@type": "Country", "name": "CN"}}
    trail = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": ""}]}
    module = schema_dts.module_of([{"@context": "https://schema.org", "@graph": [product, trail]}])
    assert module.count(sound) == 1
    for name, text in (("sound", module), ("spoilt", module.replace(sound, spoilt))):
        (tmp_path / name).mkdir()
        assert bool(schema_dts.judged(tools, text, tmp_path / name)) is (name == "spoilt")
