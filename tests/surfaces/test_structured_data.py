"""What pages say to programs: statements that follow from the data, and none about what is invented."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from line.prepared_sites import copy_site
from line.published import Page, html_files
from line.site_copies import BuiltSite, take_for_real

from generator.surfaces import addresses, structured_data
from generator.surfaces.campaigns import campaign_page
from generator.surfaces.home import home_page
from generator.surfaces.indexes import index_pages
from generator.surfaces.narratives import story_page
from generator.surfaces.product_page import product_page
from generator.surfaces.subjects import category_page, origin_page, supplier_page
from generator.surfaces.surroundings import Surroundings

from .support import surroundings_of

HOST = "https://www.shanhuo.example/"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("statements") / "demo"))


@pytest.fixture(scope="module")
def pdo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """A European site of which nothing is a sample."""
    site = copy_site("pdo", tmp_path_factory.mktemp("statements") / "pdo")
    take_for_real(site)
    return surroundings_of(site)


def _nodes(data: Any) -> dict[str, dict[str, Any]]:
    """Return kind → node of the statements of a page; one of each."""
    assert data["@context"] == "https://schema.org"
    nodes = {node["@type"]: node for node in data["@graph"]}
    assert len(nodes) == len(data["@graph"])
    return nodes


def _product(around: Surroundings, key: str) -> dict[str, dict[str, Any]]:
    product = around.catalog.products[key]
    return _nodes(structured_data.product_data(around, product, product_page(around, product)))


def test_offers_say_how_one_gets_the_goods(pdo: Surroundings) -> None:
    """What is sold in person only is in store only; an online offer names its page, its seller and its first day."""
    offers = _product(pdo, "salers")["Product"]["offers"]
    assert [offer["availability"] for offer in offers] == [
        "https://schema.org/InStock",
        "https://schema.org/InStoreOnly",
    ]
    online, offline = offers
    assert (online["price"], online["priceCurrency"], online["validFrom"]) == ("8.75", "EUR", "2026-09-01")
    assert online["url"] == "https://boutique.terroirs.example/salers"
    assert online["seller"]["@type"] == "Organization"
    assert "url" not in offline
    assert "priceValidUntil" not in offline
    states = {
        "cote-de-brouilly": {"InStock", "PreOrder"},
        "huile-olive-nyons": {"LimitedAvailability"},
        "miel-de-sapin-des-vosges": {"SoldOut"},
    }
    for key, wanted in states.items():
        found = {
            offer["availability"].removeprefix("https://schema.org/")
            for offer in _product(pdo, key)["Product"]["offers"]
        }
        assert found == wanted, key


def test_a_withheld_price_is_no_offer(pdo: Surroundings) -> None:
    """Where the price is not disclosed, nothing is said of a price."""
    assert "offers" not in _product(pdo, "brisighella")["Product"]


def test_a_product_names_its_country_and_its_label(pdo: Surroundings, demo: Surroundings) -> None:
    """The country follows from the scheme of region codes; facts of the label keep their words."""
    assert _product(pdo, "salers")["Product"]["countryOfOrigin"] == {"@type": "Country", "name": "FR"}
    assert _product(pdo, "fontina")["Product"]["countryOfOrigin"]["name"] == "IT"
    tea = _product(demo, "ziyang-fuxi-cha")["Product"]
    assert tea["countryOfOrigin"]["name"] == "CN"
    assert {"@type": "PropertyValue", "name": "产地", "value": "陕西省安康市紫阳县"} in tea["additionalProperty"]
    assert tea["manufacturer"]["url"] == f"{HOST}suppliers/kehong-chaye/"


def test_only_verified_certificates_are_told(pdo: Surroundings, demo: Surroundings) -> None:
    """A certificate is told with issuer, number and days when it was verified and is in force, else not at all."""
    (certificate,) = _product(pdo, "salers")["Product"]["hasCertification"]
    assert (certificate["certificationIdentification"], certificate["datePublished"]) == ("PDO-FR-0134", "1996-06-21")
    assert certificate["issuedBy"]["name"] == "Commission européenne"
    for product in demo.catalog.products.values():
        told = _product(demo, product.id).get("Product", {}).get("hasCertification", [])
        verified = [
            certificate
            for certificate in demo.catalog.certificates_by_product.get(product.id, ())
            if certificate.scheme.is_certification and demo.catalog.certificate_state(certificate) == "verified"
        ]
        assert len(told) == len(verified)


def test_nothing_is_said_of_samples(demo: Surroundings) -> None:
    """Invented products, offers and campaigns are on pages, marked as such; programs are not told of them."""
    assert list(_product(demo, "ziyang-cha-li")) == ["BreadcrumbList"]
    assert "offers" not in _product(demo, "ziyang-fuxi-cha")["Product"]
    campaign = demo.catalog.campaigns["nianhuo-2026"]
    head, _ = campaign_page(demo, campaign)
    assert list(_nodes(head.data)) == ["BreadcrumbList"]


def test_the_way_to_a_page_is_told(demo: Surroundings) -> None:
    """Breadcrumbs lead from the first page over section and category to the page itself, in its language."""
    trail = _product(demo, "ziyang-fuxi-cha")["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["item"]["@id"].removeprefix(HOST)) for step in trail] == [
        (1, ""),
        (2, "products/"),
        (3, "categories/chongtiao-yinpin/"),
        (4, "products/ziyang-fuxi-cha/"),
    ]
    head, _ = supplier_page(replace(demo, folder="en/"), demo.catalog.suppliers["kehong-chaye"], 1)
    steps = _nodes(head.data)["BreadcrumbList"]["itemListElement"]
    assert [step["item"]["@id"].removeprefix(HOST) for step in steps] == [
        "en/",
        "en/suppliers/",
        "en/suppliers/kehong-chaye/",
    ]


def test_one_thing_has_one_name_in_all_languages(demo: Surroundings) -> None:
    """Pages of all languages call a supplier, a product or a place by the same identifier; pictures are shared."""
    english = replace(demo, folder="en/")
    for key in ("Product",):
        one, other = (_product(around, "ziyang-fuxi-cha")[key] for around in (demo, english))
        assert one["@id"] == other["@id"] == f"{HOST}products/ziyang-fuxi-cha/#product"
        assert (one["url"], other["url"]) == (
            f"{HOST}products/ziyang-fuxi-cha/",
            f"{HOST}en/products/ziyang-fuxi-cha/",
        )
        assert all(address.startswith(f"{HOST}pictures/") for address in other["image"])


def test_a_supplier_is_an_organisation(demo: Surroundings) -> None:
    """Its page tells the organisation once, and the list of its products is about it."""
    head, _ = supplier_page(demo, demo.catalog.suppliers["kehong-chaye"], 1)
    nodes = _nodes(head.data)
    assert nodes["Organization"]["name"] == "紫阳县科宏茶业有限公司"
    assert nodes["CollectionPage"]["about"] == {"@id": nodes["Organization"]["@id"]}
    assert "telephone" not in nodes["Organization"]


def test_a_list_counts_on(pdo: Surroundings, tmp_path: Path) -> None:
    """Positions go on from page to page, and the number is that of the whole list."""
    site = copy_site("pdo", tmp_path / "pdo")
    config = site / "site_config.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\npage_size: 2\n", encoding="utf-8")
    around = surroundings_of(site)
    key = next(key for key, group in around.catalog.products_by_category.items() if len(group) > 2)
    total = len(around.catalog.products_by_category[key])
    for number in (1, 2):
        head, page = category_page(around, around.catalog.categories[key], number)
        collection = _nodes(head.data)["CollectionPage"]
        items = collection["mainEntity"]
        assert items["numberOfItems"] == total
        assert items["itemListElement"][0]["position"] == 2 * number - 1
        assert [item["name"] for item in items["itemListElement"]] == [card.name for card in page.listing.cards]
        assert collection["url"].endswith(addresses.category(key, number))


def test_an_origin_lies_where_it_lies(demo: Surroundings) -> None:
    """Coordinates are told of what was measured in WGS 84, which is what programs take them for."""
    head, _ = origin_page(demo, demo.catalog.origins["610924"], 1)
    place = _nodes(head.data)["CollectionPage"]["about"]
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": "32.52", "longitude": "108.53"}
    assert place["containedInPlace"]["name"] == "CN"


def test_a_campaign_is_an_event_with_its_events(demo: Surroundings) -> None:
    """Days, organisers and events with their places are those of the data; a day that is only a year stays one."""
    head, _ = campaign_page(demo, demo.catalog.campaigns["cha-xiang-weiyang-2020"])
    event = _nodes(head.data)["Event"]
    assert (event["startDate"], event["endDate"]) == ("2020-09-17", "2020-09-18")
    assert [organisation["name"] for organisation in event["organizer"]] == ["西安市未央区总工会", "紫阳县总工会"]
    (part,) = event["subEvent"]
    assert part["location"] == {"@type": "Place", "name": "西安市未央区"}
    head, _ = campaign_page(demo, demo.catalog.campaigns["aixin-jishi-huodong"])
    markets = _nodes(head.data)["Event"]["subEvent"]
    assert {market["startDate"] for market in markets} == {"2021"}


def test_a_story_rests_on_its_source(demo: Surroundings) -> None:
    """An article is as old as its publication, tells of an earlier time, and cites its source."""
    story = demo.catalog.stories["cha-jin-cheng"]
    head, _ = story_page(demo, story)
    article = _nodes(head.data)["Article"]
    assert article["datePublished"] == "2026-11-01"
    assert article["temporalCoverage"] == str(story.date)
    assert article["citation"]["name"] == story.source.title
    assert article["publisher"]["@id"] == f"{HOST}#publisher"
    assert f"{HOST}products/ziyang-fuxi-cha/" in [about.get("url") for about in article["about"]]


def test_the_first_page_tells_of_the_site(demo: Surroundings) -> None:
    """It says how to search, who publishes and where the data can be had; each language has a site of its own."""
    head, _ = home_page(demo)
    nodes = _nodes(head.data)
    action = nodes["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{HOST}search/?q={{search_term_string}}"
    assert action["query-input"] == "required name=search_term_string"
    assert nodes["WebSite"]["publisher"]["@id"] == nodes["Organization"]["@id"]
    assert [file["contentUrl"].removeprefix(HOST) for file in nodes["Dataset"]["distribution"]] == [
        "data/datapackage.json",
        "api/v1/products.json",
    ]
    english = _nodes(structured_data.home_data(replace(demo, folder="en/")))
    assert english["WebSite"]["url"] == f"{HOST}en/"
    assert english["WebSite"]["@id"] != nodes["WebSite"]["@id"]
    assert english["Dataset"]["@id"] == nodes["Dataset"]["@id"]


def test_an_index_lists_what_it_leads_to(demo: Surroundings) -> None:
    """Every entry of an index is told in its order."""
    for section, head, page in index_pages(demo):
        entries = [teaser for _, group in page.sections for teaser in group]
        items = _nodes(head.data)["CollectionPage"]["mainEntity"]["itemListElement"]
        assert [item["url"] for item in items] == [HOST + teaser.href for teaser in entries], section


def test_every_inner_page_tells_the_way_to_it(built_demo: BuiltSite) -> None:
    """Every page says where it stands, the first one what site it is; each address that they name is there."""
    silent, dead = [], []
    for path in html_files(built_demo.out):
        page = Page.read(built_demo.out, path)
        if path.startswith(("P/", "01/")) or not page.is_indexed:
            continue
        scripts = [e.text or "" for e in page.elements("script") if e.get("type") == "application/ld+json"]
        kinds = {node["@type"] for script in scripts for node in json.loads(script)["@graph"]}
        if kinds.isdisjoint(("BreadcrumbList", "WebSite")):
            silent.append(path)
        dead += (
            address
            for script in scripts
            for address in _own_pages(json.loads(script))
            if not _is_there(built_demo, address)
        )
    assert not silent
    assert not dead


def _own_pages(value: Any) -> list[str]:
    """Return all addresses of this site that *value* names, identifiers of things and searches aside."""
    if isinstance(value, dict):
        return [address for key, member in value.items() for address in _own_pages(member) if key != "urlTemplate"]
    if isinstance(value, list):
        return [address for member in value for address in _own_pages(member)]
    return [value] if isinstance(value, str) and value.startswith(HOST) and "#" not in value else []


def _is_there(built: BuiltSite, address: str) -> bool:
    return (built.out / addresses.file_of(address.removeprefix(HOST))).is_file()
