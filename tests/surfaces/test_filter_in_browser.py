"""The filter beside the list of products in a real browser: from files, and over HTTP under a strict policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from line.prepared_sites import copy_site
from playwright.sync_api import Browser, Page

from generator.build import Options, Timings
from generator.build.loading import load, program_digest
from generator.build.memory import Memory
from generator.build.planning import surroundings_in
from generator.surfaces import product_lists
from generator.surfaces.on_offer import OnOffer
from generator.surfaces.surroundings import Surroundings

from .catalogue_answers import matching
from .plain_site import pages_of, publish

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)
"""No inline script or style, no code made of texts, no other host."""
CARD = "[data-sh-list] .sh-product-card__link"


class Published:
    """The lists of the demonstration site, published."""

    def __init__(self, out: Path, around: Surroundings, address: str) -> None:
        self.out = out
        self.around = around
        self.on_offer = OnOffer(around)
        self.address = address


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The lists in Chinese and English, with the English pages in their folder."""
    folder = tmp_path_factory.mktemp("filter")
    options = Options(copy_site("demo", folder / "site"))
    loaded = load(options, Timings(), Memory.open(options.work, program_digest(), use_cache=True))
    out = folder / "out"
    languages = {edition.language: surroundings_in(loaded, edition) for edition in loaded.editions}
    for around in languages.values():
        outputs = [*product_lists.outputs(pages_of(around), OnOffer(around))]
        if around.is_main:
            outputs += around.pictures.outputs(
                picture for product in around.catalog.products.values() for picture in _pictures(around, product.id)
            )
        publish(around, outputs, out)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Published(out, languages["zh-Hans"], f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()
    server.server_close()


def _pictures(around: Surroundings, key: str) -> Any:
    from generator.surfaces import cards

    return cards.pictures_of(around, around.catalog.products[key])


@pytest.fixture
def told() -> list[str]:
    """What the browser complained of."""
    return []


@pytest.fixture(params=["http", "file"])
def page(request: pytest.FixtureRequest, chromium: Browser, site: Published, told: list[str]) -> Iterator[Page]:
    """The list of products, opened in one of the two ways; nothing may be complained of."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("requestfailed", lambda request: "ABORTED" in str(request.failure) or told.append(request.url))
    page.goto(_address(site, request.param, "products/"))
    yield page
    context.close()
    assert not told


def _address(site: Published, way: str, address: str) -> str:
    path, mark, fragment = address.partition("#")
    root = site.address if way == "http" else f"{site.out.as_uri()}/"
    return f"{root}{path}{'' if way == 'http' else 'index.html'}{mark}{fragment}"


def _shown(page: Page) -> list[str]:
    """Return the products that can be seen."""
    links = page.locator(CARD).filter(visible=True)
    return [
        str(href).rstrip("/").rpartition("/")[2]
        for href in links.evaluate_all("a => a.map(l => l.getAttribute('href'))")
    ]


def _tick(page: Page, facet: str, value: str) -> None:
    group = page.locator(f'[data-sh-facet="{facet}"]')
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    rest = group.locator(".sh-facet__rest-button")
    box = group.locator(f'input[value="{value}"]')
    _wait(page, "() => document.querySelector('.sh-facet__count:not(:empty)')")
    if rest.count() and not box.is_visible():
        rest.click()
    box.click()


def _wait(page: Page, expression: str, argument: object = None) -> None:
    """Wait for *expression*; Playwright's own waiting makes code of texts, which the policy forbids."""
    for _ in range(400):
        if page.evaluate(expression, argument):
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"{expression} ({argument}): {page.locator('[data-sh-count]').text_content()}")


def _settled(page: Page, count: int) -> None:
    """Wait until the page says that *count* products match, and shows the first of them."""
    _wait(
        page,
        "count => document.querySelector('[data-sh-count]').textContent.replace(/[^0-9]/g, '') === String(count)"
        " && document.querySelectorAll('.sh-found li').length === Math.min(count, 24)",
        count,
    )


def _answer(site: Published, choice: Mapping[str, list[str]], order: str = "recommended") -> list[str]:
    return matching(site.around, site.on_offer.orders.named(order), choice)


def test_values_combine(page: Page, site: Published) -> None:
    """Two values of a facet widen, another facet narrows; the page shows what the catalogue answers, in its order."""
    for facet, value in (("origin", "469002"), ("season", "4"), ("season", "5")):
        _tick(page, facet, value)
    expected = _answer(site, {"origin": ["469002"], "season": ["4", "5"]})
    _settled(page, len(expected))
    assert _shown(page) == expected[:24]
    assert page.evaluate("location.hash") == "#origin=469002&season=4&season=5"
    assert page.locator(".sh-chip__text").all_text_contents() == ["琼海市", "4月", "5月"]


def test_counts_follow_the_choice(page: Page, site: Published) -> None:
    """Beside every value stands how many products there would be with it, its own facet left out."""
    _tick(page, "origin", "469002")
    _settled(page, len(_answer(site, {"origin": ["469002"]})))
    for facet in site.on_offer.facets:
        for value in facet.values:
            count = page.locator(f'[data-sh-facet="{facet.key}"] input[value="{value.id}"] ~ .sh-facet__count')
            if count.count():
                choice = {"origin": ["469002"], facet.key: [value.id]}
                assert count.text_content() == str(len(_answer(site, choice))), (facet.key, value.id)


def test_the_back_button_undoes_one_step(page: Page, site: Published) -> None:
    """Each tick is a step of its own; going all the way back shows the page's own list again."""
    own = _shown(page)
    _tick(page, "mode", "offline")
    first = _answer(site, {"mode": ["offline"]})
    _settled(page, len(first))
    _tick(page, "origin", "610924")
    second = _answer(site, {"mode": ["offline"], "origin": ["610924"]})
    _settled(page, len(second))
    page.go_back()
    _settled(page, len(first))
    assert _shown(page) == first[:24]
    assert not page.locator('input[value="610924"]').is_checked()
    page.go_back()
    _wait(page, "() => !document.querySelector('[data-sh-results]').hidden")
    assert _shown(page) == own
    assert page.locator("[data-sh-count]").text_content() == f"{len(site.on_offer.orders.recommended)} 件产品"
    page.go_forward()
    _settled(page, len(first))


def test_a_choice_can_be_sent_on(page: Page, site: Published, request: pytest.FixtureRequest) -> None:
    """Opening an address with a choice shows it, sorted as it says; what nobody knows in it is passed over."""
    way = request.node.callspec.params["page"]
    page.goto("about:blank")
    page.goto(_address(site, way, "products/#season=3&sort=price&nonsense=1&origin=nowhere"))
    _wait(page, "() => document.querySelector('.sh-found .sh-empty')")
    page.goto("about:blank")
    page.goto(_address(site, way, "products/#season=3&sort=price&nonsense=1"))
    expected = _answer(site, {"season": ["3"]}, "price")
    _settled(page, len(expected))
    assert _shown(page) == expected[:24]
    assert page.locator('[data-sh-sort="price"]').get_attribute("aria-current") == "true"


def test_other_pages_ask_for_a_first_choice(page: Page, site: Published, request: pytest.FixtureRequest) -> None:
    """A link of another page asks behind the question mark; the list takes it over, and it can be undone."""
    way = request.node.callspec.params["page"]
    page.goto(_address(site, way, "products/season/3/"))
    link = page.locator(".sh-list-narrow a")
    assert link.get_attribute("href") == "../../../products/?season=3"
    page.goto("about:blank")
    page.goto(_address(site, way, "products/") + "?season=3")
    _settled(page, len(_answer(site, {"season": ["3"]})))
    assert page.evaluate("location.search + location.hash") == "#season=3"
    page.locator(".sh-chip").click()
    _wait(page, "() => !document.querySelector('[data-sh-results]').hidden")


def test_chips_take_a_value_away(page: Page, site: Published) -> None:
    """A chip removes its value and hands the focus on; the last one removes all."""
    for value in ("3", "4"):
        _tick(page, "season", value)
    _settled(page, len(_answer(site, {"season": ["3", "4"]})))
    page.locator(".sh-chip").first.press("Enter")
    _settled(page, len(_answer(site, {"season": ["4"]})))
    assert page.evaluate("document.activeElement.className") == "sh-chip"
    _tick(page, "origin", "610924")
    page.locator(".sh-chip--clear").click()
    _wait(page, "() => !document.querySelector('[data-sh-results]').hidden")
    assert page.locator(".sh-chips").is_hidden()
    assert page.evaluate("location.hash") == ""


def test_the_keyboard_is_enough(page: Page, site: Published) -> None:
    """Tab reaches the boxes, the space bar ticks them, and the number is told to those who listen."""
    page.locator('[data-sh-facet="origin"] summary').focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    value = site.on_offer.facet("origin").values[0].id
    _settled(page, len(_answer(site, {"origin": [value]})))
    assert page.evaluate("document.activeElement.value") == value
    assert (
        page.locator('[role="status"]').text_content() == f"符合条件的产品：{len(_answer(site, {'origin': [value]}))}"
    )


def test_orders_sort_what_is_chosen(page: Page, site: Published) -> None:
    """While something is chosen an order sorts it; else its link leads to the page of that order."""
    _tick(page, "mode", "online")
    _settled(page, len(_answer(site, {"mode": ["online"]})))
    page.locator('[data-sh-sort="name"]').click()
    expected = _answer(site, {"mode": ["online"]}, "name")
    page.wait_for_function(
        f"() => document.querySelector('.sh-found a').getAttribute('href').includes('{expected[0]}/')"
    )
    assert _shown(page) == expected[:24]
    page.locator(".sh-chip").first.click()
    _wait(page, "() => !document.querySelector('[data-sh-results]').hidden")
    assert page.locator('[data-sh-sort="name"]').get_attribute("href") == "../products/by-name/"


def test_more_products_come_on_demand(page: Page, site: Published) -> None:
    """Of many matches a page's worth is shown, and the others after; the focus goes to the first new one."""
    _tick(page, "mode", "offline")
    expected = _answer(site, {"mode": ["offline"]})
    assert len(expected) > 24
    _settled(page, len(expected))
    page.locator(".sh-found__button").click()
    _wait(page, "n => document.querySelectorAll('.sh-found li').length === n", min(48, len(expected)))
    assert _shown(page) == expected[:48]
    assert page.evaluate("document.activeElement.getAttribute('href')") == f"../products/{expected[24]}/"


def test_built_cards_are_the_pages_own(page: Page, site: Published) -> None:
    """What the script builds is what the page holds: the same elements, attributes and texts."""
    normal = """elements => elements.map(function normal(node) {
      if (node.nodeType === 3) return node.data.replace(/\\s+/g, ' ').trim();
      const attributes = [...node.attributes].map(a => [a.name, a.value]).sort();
      const inside = [...node.childNodes].filter(child => child.nodeType < 4).map(normal);
      return [node.localName, attributes, inside.filter(child => child !== '')];
    })"""
    own = page.locator("[data-sh-results] .sh-product-card").evaluate_all(normal)
    _tick(page, "mode", "online")
    _tick(page, "mode", "offline")
    _settled(page, len(_answer(site, {"mode": ["online", "offline"]})))
    built = page.locator(".sh-found .sh-product-card").evaluate_all(normal)
    by_name = {str(card): card for card in own}
    assert sum(str(card) in by_name for card in built) >= 20


def test_nothing_moves_when_links_become_boxes(chromium: Browser, site: Published) -> None:
    """With and without the script the filter has the same size, and every value stands at the same place."""
    places = []
    for script in (True, False):
        context = chromium.new_context(java_script_enabled=script, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(_address(site, "http", "products/"))
        values = page.locator('[data-sh-facet="origin"] .sh-facet__text')
        places.append([value.bounding_box() for value in values.all()])
        context.close()
    assert places[0] == places[1]
    assert places[0]


def test_without_a_script_every_value_is_a_link(chromium: Browser, site: Published) -> None:
    """The whole filter works as plain links, and leads to pages that exist."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(_address(site, "http", "products/"))
    links = page.locator("[data-sh-filter] a[data-sh-value]")
    assert links.count() > 20
    href = str(page.locator('[data-sh-value="online"]').get_attribute("href"))
    assert page.goto(_address(site, "http", f"products/{href}"[len("products/../") :])).ok
    context.close()


def test_a_lost_file_is_told(chromium: Browser, site: Published) -> None:
    """Where data cannot be read the page says so and keeps its own list; the next try reads again."""
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/facets.js", lambda route: route.abort())
    page.goto(_address(site, "http", "products/#mode=online"))
    _wait(page, "() => document.querySelector('[data-sh-count]').textContent.includes('没有读到')")
    assert _shown(page)
    page.unroute("**/facets.js")
    _tick_without_data = page.locator('input[value="offline"]')
    page.locator('[data-sh-facet="mode"]').evaluate("group => group.open = true")
    _tick_without_data.click()
    _settled(page, len(_answer(site, {"mode": ["online", "offline"]})))
    context.close()


def test_cards_of_another_state_of_the_site_are_refused(chromium: Browser, site: Published) -> None:
    """Where the site was published anew between two files, nothing wrong is shown."""
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/cards/0.js*", lambda route: route.fulfill(body='shanhuoCards(0,"older",{"shapes":[],"cards":[]});'))
    page.goto(_address(site, "http", "products/#mode=online"))
    _wait(page, "() => document.querySelector('[data-sh-count]').textContent.includes('没有读到')")
    context.close()


def test_untranslated_words_keep_their_language(chromium: Browser, site: Published) -> None:
    """On English pages the filter shows translated values, and marks those that nobody has translated."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(_address(site, "http", "en/products/#origin=469002"))
    _settled(page, len(_answer(site, {"origin": ["469002"]})))
    assert page.locator("[data-sh-count]").text_content() == "Matching products: " + str(
        len(_answer(site, {"origin": ["469002"]}))
    )
    src = str(page.locator(".sh-found img").first.get_attribute("src"))
    assert page.request.get(_address(site, "http", "en/products/") + src).ok
    context.close()


@pytest.fixture(scope="module")
def asked(chromium: Browser, site: Published) -> Iterator[Page]:
    """A page whose script has read the index."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(_address(site, "http", "products/#mode=online"))
    _settled(page, len(_answer(site, {"mode": ["online"]})))
    yield page
    context.close()


@settings(derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_choice_is_answered_as_the_catalogue_does(asked: Page, site: Published, data: st.DataObject) -> None:
    """Whatever is chosen, the script finds the same products, and counts them the same."""
    facets = [facet for facet in site.on_offer.facets if facet.values]
    keys = data.draw(st.lists(st.sampled_from([facet.key for facet in facets]), unique=True, max_size=4))
    choice = {
        key: data.draw(
            st.lists(
                st.sampled_from([value.id for value in site.on_offer.facet(key).values]),
                unique=True,
                min_size=1,
                max_size=4,
            )
        )
        for key in keys
    }
    told = asked.evaluate(
        """choice => {
          const chosen = new Map(Object.entries(choice).map(([key, ids]) => [key, new Set(ids)]));
          const matched = shanhuoProducts.match(chosen);
          return [[...matched.found], Object.fromEntries(matched.counts)];
        }""",
        {key: ids for key, ids in choice.items() if _is_in_index(site, key)},
    )
    choice = {key: ids for key, ids in choice.items() if _is_in_index(site, key)}
    products = site.on_offer.orders.recommended
    assert [products[place].id for place in told[0]] == _answer(site, choice)
    for key, count in list(told[1].items())[:: max(1, len(told[1]) // 8)]:
        facet, _, value = key.partition("=")
        assert count == len(_answer(site, {**choice, facet: [value]})), (choice, key)


def _is_in_index(site: Published, key: str) -> bool:
    """Tell whether a facet can be chosen by: one whose only value all products have cannot."""
    total = len(site.on_offer.orders.recommended)
    return any(len(value.products) < total for value in site.on_offer.facet(key).values)


def test_a_choice_among_two_thousand_is_quick(asked: Page) -> None:
    """Matching and counting among 2,000 products takes less than 50 ms."""
    took = asked.evaluate(
        """async () => {
          const values = Array.from({length: 120}, (_, n) => [`v${n}`, `V${n}`]);
          const facets = [0, 1, 2, 3, 4, 5].map(n => ({key: `f${n}`, values: values.slice(n * 20, n * 20 + 20)}));
          const rows = Array.from({length: 2000}, (_, p) => [0, 1, 2, 3, 4, 5].map(n => n * 20 + (p * (n + 3)) % 20));
          shanhuoFacets({facets, rows, orders: {}, language: "", perFile: 64, files: []});
          const chosen = new Map([["f0", new Set(["v1", "v2"])], ["f1", new Set(["v21", "v25", "v30"])]]);
          const times = [];
          for (let i = 0; i < 7; i++) {
            const start = performance.now();
            shanhuoProducts.match(chosen);
            times.push(performance.now() - start);
          }
          return times.sort((a, b) => a - b)[3];
        }"""
    )
    assert took < 50
