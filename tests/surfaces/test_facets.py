"""Facets and the lists of single values: both say what the catalogue says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from line.prepared_sites import copy_site

from generator.surfaces import product_lists
from generator.surfaces.facet_data import CARDS_IN_FILE
from generator.surfaces.facet_data import outputs as data_outputs
from generator.surfaces.facets import Facet, FacetValue
from generator.surfaces.filter_panel import SHOWN, digest_of_filter, filter_of, shown_facets
from generator.surfaces.on_offer import OnOffer
from generator.surfaces.outputs import Output
from generator.surfaces.surroundings import Surroundings

from .catalogue_answers import having
from .plain_site import pages_of
from .support import surroundings_of


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("facets") / "site"))


@pytest.fixture(scope="module")
def on_offer(demo: Surroundings) -> OnOffer:
    """Its products that can be bought."""
    return OnOffer(demo)


@pytest.fixture(scope="module")
def planned(demo: Surroundings, on_offer: OnOffer) -> Mapping[str, Output]:
    """Path → what is planned of its lists."""
    return {output.path: output for output in product_lists.outputs(pages_of(demo), on_offer)}


def test_every_value_has_the_products_that_the_catalogue_gives_it(demo: Surroundings, on_offer: OnOffer) -> None:
    """Categories, origins, suppliers, modes, months, marks, channels, lists: each by its own rule, none forgotten."""
    found = {facet.key: {v.id: {p.id for p in on_offer.having(v)} for v in facet.values} for facet in on_offer.facets}
    told: dict[str, dict[str, set[str]]] = {facet.key: {} for facet in on_offer.facets}
    for product in on_offer.orders.recommended:
        for key, values in having(demo, product).items():
            for value in values:
                told[key].setdefault(value, set()).add(product.id)
    assert found == told
    assert {"category-rending", "origin", "supplier", "mode", "season", "mark", "channel", "list"} <= set(found)


def test_a_survey_record_is_no_mark(demo: Surroundings, on_offer: OnOffer) -> None:
    """Only what certifies something can be filtered by."""
    marks = {value.id for value in on_offer.facet("mark").values}
    assert marks
    assert all(demo.catalog.certification_schemes[mark].is_certification for mark in marks)


def test_every_value_leads_to_a_list_that_holds_its_products(on_offer: OnOffer, planned: Mapping[str, Output]) -> None:
    """Modes, months and official lists have pages of their own, and these show exactly the products that have them."""
    for key in ("mode", "season", "list"):
        for value in on_offer.facet(key).values:
            shown = _products_of(planned, value.href)
            assert shown == [product.id for product in on_offer.having(value)], value.href


def _products_of(planned: Mapping[str, Output], address: str) -> list[str]:
    """Return the products on all pages of the list at *address*, in their order."""
    html = planned[f"{address}index.html"].make().decode()
    number = 2
    while f"{address}page/{number}/index.html" in planned:
        html += planned[f"{address}page/{number}/index.html"].make().decode()
        number += 1
    return re.findall(r'class="sh-product-card__link" href="[./]*products/([\w-]+)/"', html)


@pytest.mark.parametrize(
    ("address", "order"), [("products/", "recommended"), ("products/by-price/", "price"), ("products/by-name/", "name")]
)
def test_every_order_holds_every_product_once(
    on_offer: OnOffer, planned: Mapping[str, Output], address: str, order: str
) -> None:
    """The pages of an order hold all products on offer, in that order."""
    shown = _products_of(planned, address)
    assert shown == [product.id for product in on_offer.orders.named(order)]
    assert sorted(shown) == sorted(product.id for product in on_offer.orders.recommended)


def test_other_orders_are_the_same_list_to_search_engines(planned: Mapping[str, Output]) -> None:
    """A page of products by price names the page of the same number as its canonical one and is not indexed itself."""
    page = planned["products/by-price/page/2/index.html"]
    assert not page.indexed
    assert planned["products/page/2/index.html"].indexed
    assert '<link rel="canonical" href="https://www.shanhuo.example/products/page/2/">' in page.make().decode()


def test_newest_exists_only_where_days_are_told(
    planned: Mapping[str, Output], open_site: Callable[[str], Path]
) -> None:
    """Without days of publication there is no such list, nor a link to it; with one the latest comes first."""
    assert not any("newest" in path for path in planned)
    site = open_site("demo")
    path = site / "data" / "products" / "huishan-douchi.yml"
    path.write_text(path.read_text(encoding="utf-8") + "上架日期: 2026-11-02\n", encoding="utf-8")
    around = surroundings_of(site)
    made = {output.path: output for output in product_lists.outputs(pages_of(around), OnOffer(around))}
    assert _products_of(made, "products/newest/")[0] == "huishan-douchi"
    assert 'href="../products/newest/"' in made["products/index.html"].make().decode()


def test_only_the_first_page_counts(planned: Mapping[str, Output]) -> None:
    """Further pages have the same values without numbers, so that one product more does not change all of them."""
    first, second = (planned[f"products/{page}index.html"].make().decode() for page in ("", "page/2/"))
    counts = re.compile(r'class="sh-facet__count">(\d*)<')
    assert all(counts.findall(first))
    assert not any(counts.findall(second))
    assert len(counts.findall(first)) == len(counts.findall(second))


def test_what_all_products_have_is_no_choice() -> None:
    """A facet with one value that every product has, or with none, is not shown; its list exists all the same."""
    everyone = FacetValue("a", "A", "", "", (0, 1, 2))
    some = FacetValue("b", "B", "", "", (1,))
    facets = (Facet("x", "X", (everyone,)), Facet("y", "Y", ()), Facet("z", "Z", (everyone, some)))
    assert [facet.key for facet in shown_facets(facets, 3)] == ["z"]


def test_long_facets_are_cut_where_another_page_lists_all() -> None:
    """The commonest values stand in the page, with the way to the others; without such a page all of them do."""
    values = tuple(FacetValue(str(n), str(n), "", "", tuple(range(9))) for n in range(SHOWN + 4))
    here, elsewhere = filter_of((Facet("a", "A", values), Facet("b", "B", values, "origins/")), counted=True).facets
    assert (len(here.values), here.all_href) == (SHOWN + 4, "")
    assert (len(elsewhere.values), elsewhere.all_href) == (SHOWN, "origins/")


def test_the_filter_hangs_on_what_it_says() -> None:
    """Its digest changes with values, numbers and the things behind the values, even where their words stay."""
    value = FacetValue("a", "A", "", "d", (0, 1))
    facets = (Facet("x", "X", (value,)),)
    others = (
        (Facet("x", "X", (value._replace(digest="e"),)),),
        (Facet("x", "X", (value._replace(products=(0,)),)),),
        (Facet("x", "X", (value._replace(id="b"),)),),
        (Facet("y", "X", (value,)),),
    )
    digests = [digest_of_filter(each, filter_of(each, counted=True)) for each in (facets, *others)]
    assert len(set(digests)) == len(digests)
    uncounted = [digest_of_filter(each, filter_of(each, counted=False)) for each in (facets, others[1])]
    assert len(set(uncounted)) == 1


def _arguments(call: bytes) -> list[Any]:
    """Return what a file of data hands to its function."""
    found = re.fullmatch(r"shanhuo(?:Facets|Cards)\((.*)\);\n", call.decode(), re.DOTALL)
    assert found is not None
    arguments: list[Any] = json.loads(f"[{found.group(1)}]")
    return arguments


def test_the_index_says_what_the_facets_say(on_offer: OnOffer, planned: Mapping[str, Output]) -> None:
    """Each product's row names its values, counted through all facets; orders are places of the recommended one."""
    (index,) = _arguments(planned["products/facets.js"].make())
    products = on_offer.orders.recommended
    values = [(facet["key"], value[0]) for facet in index["facets"] for value in facet["values"]]
    for product, row in zip(products, index["rows"], strict=True):
        told = {(key, value) for key, found in having(on_offer.around, product).items() for value in found}
        assert {values[number] for number in row} == told & set(values)
    for name, places in index["orders"].items():
        assert [products[place] for place in places] == list(on_offer.orders.named(name))
    assert index["perFile"] == CARDS_IN_FILE


def test_files_of_cards_hang_on_their_products(demo: Surroundings, on_offer: OnOffer) -> None:
    """An edited product changes its own file of cards and the index, and no other."""

    def needs(around: Surroundings) -> dict[str, str]:
        products = tuple(
            replace(product, id=f"{product.id}-{copy}") for copy in range(3) for product in on_offer.orders.recommended
        )
        digests = {product.id: f"{around.product_digests[product.id[:-2]]}{product.id}" for product in products}
        around.__dict__["product_digests"] = digests
        many = OnOffer(around)
        many.orders.__dict__["recommended"] = many.orders.__dict__["by_name"] = products
        return {output.path: output.needs for output in data_outputs(many, (), "")}

    before = needs(replace(demo))
    edited = replace(demo)
    last = on_offer.orders.recommended[-1].id
    edited.__dict__["product_digests"] = {**demo.product_digests, last: "another"}
    after = needs(edited)
    assert len(before) == 1 + -(-3 * len(on_offer.orders.recommended) // CARDS_IN_FILE)
    changed = {path for path in before if before[path] != after[path]}
    places = {copy * len(on_offer.orders.recommended) + len(on_offer.orders.recommended) - 1 for copy in range(3)}
    assert changed == {
        "products/facets.js",
        *(f"products/cards/{place // CARDS_IN_FILE}.js" for place in places),
    }
