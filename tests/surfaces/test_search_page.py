"""The page of search in a real browser: what a reader types, and what is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from playwright.sync_api import Browser, Page, expect

from . import search_sites

pytestmark = pytest.mark.browser

FIELD = "#sh-finder-query"
TITLES = ".sh-result__title"
STATUS = "[data-sh-status]"
TEA = "紫阳富硒茶（毛尖）"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Search of the demonstration site."""
    folder = tmp_path_factory.mktemp("search")
    return search_sites.write(search_sites.planned(copy_site("demo", folder / "demo")), folder / "out")


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    """The address at which it is served."""
    with search_sites.served(built) as base:
        yield base


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that fails the test when a script fails or another host is asked."""
    context = chromium.new_context()
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "request",
        lambda request: request.url.startswith(("http://127.", "file:", "data:")) or faults.append(request.url),
    )
    yield opened
    context.close()
    assert faults == []


def ask(page: Page, query: str) -> list[str]:
    """Type *query*; return the titles of what is found."""
    page.locator(FIELD).fill(query)
    expect(page.locator(STATUS)).to_contain_text(query)
    expect(page.locator("[data-sh-finder]")).not_to_have_attribute("aria-busy", "true")
    return page.locator(TITLES).all_inner_texts()


def groups(page: Page) -> dict[str, list[str]]:
    """Return heading, without its number → titles beneath it."""
    return {
        group.locator("h2").inner_text().rpartition(" ")[0]: group.locator(TITLES).all_inner_texts()
        for group in page.locator(".sh-results__group").all()
    }


@pytest.mark.parametrize("scheme", ["http", "file"])
@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("富硒", TEA),
        ("紫陽富硒", TEA),
        ("ＦＵＸＩ", TEA),
        ("富 硒 茶", TEA),
        ("zyfxc", TEA),
        ("fuxicha", TEA),
        ("ziyangfxc", TEA),
        ("fu xi cha", TEA),
        ("富xi茶", TEA),
        ("（毛", TEA),
        ("豆鼓", "会山豆豉"),
        ("heidouchi", "会山豆豉"),
        ("selenium", TEA),
        ("会山", "会山豆豉"),
    ],
)
def test_names_are_found_in_any_spelling(
    page: Page, built: Path, address: str, scheme: str, query: str, first: str
) -> None:
    """Part of a name, traditional characters, pinyin, initials, both mixed, a wrong character that is a known alias."""
    page.goto((built / "search/index.html").as_uri() if scheme == "file" else f"{address}search/")
    assert first in ask(page, query)[: 8 if query == "会山" else 1]


def test_what_was_found_is_marked(page: Page, address: str) -> None:
    """In the name where it stands there, by pinyin too; else another name is told in which it does."""
    page.goto(f"{address}search/?q=富硒")
    assert page.locator(f"{TITLES} mark").first.inner_text() == "富硒"
    ask(page, "zyfx")
    assert page.locator(f"{TITLES} mark").all_inner_texts() == ["紫阳富硒"]
    ask(page, "豆鼓")
    assert page.locator(".sh-result__also").first.inner_text() == "又名 豆鼓"
    assert page.locator(".sh-result__also mark").first.inner_text() == "豆鼓"


@pytest.mark.parametrize(
    ("folder", "title"),
    [("", TEA), ("en/", "Ziyang selenium-soil green tea (Maojian)"), ("zh-hant/", "紫陽富硒茶（毛尖）")],
)
@pytest.mark.parametrize("query", ["富硒茶", "紫陽富硒", "Ziyang selenium", "zyfxc"])
def test_every_language_finds_names_of_all(page: Page, address: str, folder: str, title: str, query: str) -> None:
    """Results are shown in the language of the page, whatever the language of the query."""
    page.goto(f"{address}{folder}search/")
    assert ask(page, query)[0] == title
    assert page.locator(".sh-result__link").first.get_attribute("href").endswith("products/ziyang-fuxi-cha/")


def test_a_code_and_a_number_are_found(page: Page, address: str) -> None:
    """What is printed on a label leads to its product."""
    page.goto(f"{address}search/?q=富硒茶")
    code = page.evaluate(
        "async () => { const s = window.shanhuoSearch; const a = await s.answer('富硒茶');"
        " return (await s.results.read(a.named[0].subject))[11].find((name) => /^[0-9A-Z]{6,}$/.test(name)); }"
    )
    assert ask(page, code.lower())[0] == TEA


def test_an_event_is_found_by_its_name_and_leads_to_its_place_in_the_list(page: Page, address: str) -> None:
    """``茶香飘未央`` is a sale of two days; its result tells them and leads to it among all events."""
    page.goto(f"{address}search/")
    ask(page, "茶香飘未央")
    event = page.locator(".sh-result", has_text="展销会")

    assert "2020年9月17日" in event.first.inner_text()
    href = event.first.locator(".sh-result__link").get_attribute("href") or ""
    assert href.endswith("events/#chaxiang-weiyang-2020")


def test_texts_and_prose_are_found_behind_names(page: Page, address: str) -> None:
    """What only says it comes under a heading of its own, prose pages among it."""
    page.goto(f"{address}search/")
    ask(page, "富硒茶")
    found = groups(page)
    assert found["名称里有"] == [TEA]
    assert "认证说明" in found["介绍里提到"]


def test_what_lacks_a_part_comes_last_and_says_so(page: Page, address: str) -> None:
    """Under its heading, with the part that it lacks; the line above says that nothing was found."""
    page.goto(f"{address}search/")
    ask(page, "红富士脆片")
    assert list(groups(page)) == ["只符合“红富士脆片”的一部分"]
    lacking = dict(
        zip(page.locator(TITLES).all_inner_texts(), page.locator(".sh-result__lacking").all_inner_texts(), strict=True)
    )
    assert lacking["宜川苹果脆片"] == "不含：红富士"
    assert "没有找到" in page.locator(STATUS).inner_text()
    assert page.locator("[data-sh-browse]").is_visible()
    ask(page, "毛尖 竹林")
    assert list(groups(page))[-1] == "只符合“毛尖 竹林”的一部分"


def test_short_queries_are_answered_sensibly(page: Page, address: str) -> None:
    """One Han character finds the names that hold it, at their end as well; one letter asks for another."""
    page.goto(f"{address}search/?q=茶")
    expect(page.locator(TITLES).first).to_be_visible()
    shown = page.locator(TITLES).all_inner_texts()
    assert all("茶" in title for title in shown)
    assert "会山山茶" in ask(page, "茶") or page.locator(".sh-results__button").is_visible()
    page.locator(FIELD).fill("t")
    expect(page.locator(STATUS)).to_have_text("再输入一个字母。")
    page.locator(FIELD).fill("")
    expect(page.locator(STATUS)).to_have_text("")
    assert page.locator("[data-sh-browse]").is_visible()


def test_nothing_is_asked_while_an_input_method_composes(page: Page, address: str) -> None:
    """The letters of an unfinished word are no query; the finished word is."""
    page.goto(f"{address}search/")
    field = page.locator(FIELD)
    field.evaluate(
        "field => { field.dispatchEvent(new CompositionEvent('compositionstart'));"
        " field.value = 'fu x'; field.dispatchEvent(new InputEvent('input', { isComposing: true })); }"
    )
    page.wait_for_timeout(400)
    assert page.locator(STATUS).inner_text() == ""
    field.evaluate("field => { field.value = '富硒'; field.dispatchEvent(new CompositionEvent('compositionend')); }")
    expect(page.locator(STATUS)).to_contain_text("富硒")


def test_results_are_narrowed_and_the_address_tells_by_what(page: Page, address: str) -> None:
    """Values of one facet widen, facets narrow, counts are those of what would be left; the address can be sent on."""
    page.goto(f"{address}search/?q=紫阳")
    expect(page.locator(TITLES).first).to_be_visible()
    panel = page.locator("[data-sh-facets]")
    page.locator(".sh-filter__summary").click()
    value = panel.locator("label", has_text="产品").first
    count = int(value.locator(".sh-facet__count").inner_text())
    value.locator("input").check()
    expect(page.locator(STATUS)).to_have_text(f"“紫阳”：{count} 条结果")
    assert page.locator(".sh-result__kind").count() == 0
    assert page.evaluate("document.activeElement.type") == "checkbox"
    there = page.url
    assert "kind=0" in there
    panel.locator("label", has_text="供应商").first.locator("input").check()
    expect(page.locator(STATUS)).not_to_have_text(f"“紫阳”：{count} 条结果")
    page.goto(there)
    expect(page.locator(STATUS)).to_have_text(f"“紫阳”：{count} 条结果")
    assert page.locator("[data-sh-number]").inner_text() == "1"


def test_the_back_button_returns_to_the_search_before(page: Page, address: str) -> None:
    """A search that was sent off is a step in the history of the browser."""
    page.goto(f"{address}search/?q=豆豉")
    expect(page.locator(STATUS)).to_contain_text("豆豉")
    page.locator(FIELD).fill("苹果")
    page.locator(FIELD).press("Enter")
    expect(page.locator(STATUS)).to_contain_text("苹果")
    page.go_back()
    expect(page.locator(FIELD)).to_have_value("豆豉")
    expect(page.locator(STATUS)).to_contain_text("豆豉")


def test_more_results_come_on_demand(page: Page, address: str) -> None:
    """Ten at first; the next ones follow, and the first of them has the focus."""
    page.goto(f"{address}search/?q=紫阳")
    expect(page.locator(TITLES)).to_have_count(10)
    page.locator(".sh-results__button").click()
    expect(page.locator(TITLES)).to_have_count(20)
    assert page.evaluate("document.activeElement === document.querySelectorAll('.sh-result__link')[10]")


def test_a_file_that_cannot_be_read_is_told(page: Page, address: str) -> None:
    """The page says so, and the next question is answered."""
    page.route("**/names/*.js*", lambda route: route.abort())
    page.goto(f"{address}search/?q=豆豉")
    expect(page.locator(STATUS)).to_contain_text("没有读到")
    page.unroute("**/names/*.js*")
    assert ask(page, "会山豆豉")[0] == "会山豆豉"


def test_without_a_script_the_page_leads_to_the_directories(chromium: Browser, address: str) -> None:
    """It says that search needs one, and names every directory."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search/?q=豆豉")
    assert page.get_by_text("搜索要用浏览器的脚本功能").is_visible()
    assert page.locator(".sh-finder__directory").all_inner_texts()[:2] == ["产品", "品类"]
    context.close()


def test_texts_of_editors_stay_texts(chromium: Browser, tmp_path: Path) -> None:
    """Markup in a name is shown as it was written, in results and in marks."""
    site = copy_site("demo", tmp_path / "demo")
    product = site / "data/products/huishan-douchi.yml"
    hostile = '会山豆豉<img src=x onerror=alert(1)>"</script>'
    text = product.read_text(encoding="utf-8")
    product.write_text(text.replace("名称: 会山豆豉", f"名称: '{hostile}'", 1), encoding="utf-8")
    out = search_sites.write(search_sites.planned(site), tmp_path / "out")
    page = chromium.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto((out / "search/index.html").as_uri())
    assert ask(page, "豆豉<img")[0] == hostile
    assert page.locator(".sh-results img[src=x]").count() == 0
    assert dialogs == []
    page.close()
