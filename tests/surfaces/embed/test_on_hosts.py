"""Columns on the websites of others, however these are made: the right grade shows the right things, nothing leaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

import bleach
import nh3
import npm_packages
import pytest
from axe_playwright_python.sync_playwright import Axe
from line.sizes import is_acceptance, record_result
from playwright.sync_api import Browser, Frame, Page

from generator.surfaces.embed.column_views import campaign_view, product_view
from generator.surfaces.embed.pasted import pasted_of
from generator.surfaces.embed.snippets import Choices, Grade, snippet

from .guests import Guest, Hosts

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parent / "hosts"
COLUMN = "nianhuo-jingxuan"
LIST = "ziyang-chanpin"
HOSTS = sorted(path.stem for path in FOLDER.glob("*.html"))
ENCODINGS = {"gb2312": "gb2312", "quirks": "gb18030"}
"""Pages that are not in UTF-8."""
PROPERTIES = (
    *("color", "background-color", "font-size", "font-weight", "font-family", "line-height", "letter-spacing"),
    *("text-align", "text-transform", "text-decoration-line", "direction", "display", "float", "padding-top"),
    *("border-top-width", "filter", "visibility", "white-space", "word-spacing", "text-indent", "list-style-type"),
)
PARTS = (
    ".sh-c",
    ".sh-c-title",
    ".sh-c-items",
    ".sh-c-link",
    ".sh-c-name",
    ".sh-c-price",
    ".sh-c-picture",
    ".sh-c-foot",
)
OWN = ("#own-title", "#own-text", "#own-link", "#own-end")
READ = """(root, [parts, names]) => Object.fromEntries(parts.map((part) => {
  const found = root.querySelector(part); const style = found && getComputedStyle(found);
  return [part, style && names.map((name) => style.getPropertyValue(name))];
}))"""
SHIFT = """() => { window.shifted = 0; new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifted += each.value;
}).observe({ type: "layout-shift", buffered: true }); }"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of 1024 × 1200 pixels that keeps what goes wrong in it."""
    opened = chromium.new_page(viewport={"width": 1024, "height": 1200})
    opened.add_init_script(f"({SHIFT})()")
    yield opened
    opened.close()


def put(elsewhere: Hosts, host: str, pasted: str, headers: Mapping[str, str] | None = None) -> str:
    """Put *pasted* into the host's page; return its address."""
    html = (FOLDER / f"{host}.html").read_text(encoding="utf-8").replace("<!--here-->", pasted)
    encoding = ENCODINGS.get(host, "utf-8")
    kind = {"Content-Type": "text/html"} if host in ENCODINGS else {"Content-Type": "text/html; charset=utf-8"}
    name = f"{host}-{abs(hash((pasted, repr(headers))))}.html"
    return elsewhere.put(name, html, encoding=encoding, headers={**kind, **(headers or {})})


def open_up(page: Page, address: str) -> None:
    """Open a host's page, and its tab where it hides the column in one."""
    page.goto(address)
    if page.locator("#open").count():
        page.locator("#open").click()


def element_is_there(page: Page) -> None:
    """Wait until the element has filled itself."""
    page.wait_for_function(
        "() => { const e = document.querySelector('shanhuo-column');"
        " return e && e.shadowRoot && e.shadowRoot.querySelector('.sh-c'); }"
    )
    page.wait_for_function(
        "() => [...document.querySelector('shanhuo-column').shadowRoot.querySelectorAll('img')]"
        ".slice(0, 3).every((i) => i.complete || !i.offsetWidth)"
    )


def framed(page: Page) -> Frame:
    """Return the frame of the column once it is there."""
    page.wait_for_selector("iframe", state="attached")
    for _ in range(100):
        frame = page.frames[-1]
        if len(page.frames) > 1 and frame.locator(".sh-c").count():
            frame.wait_for_load_state("load")
            return frame
        page.wait_for_timeout(50)
    raise AssertionError("no frame")


def inside(page: Page) -> dict[str, Any]:
    """Return the styles of the parts of an element."""
    found: dict[str, Any] = page.locator("shanhuo-column").first.evaluate(
        READ.replace("root.query", "root.shadowRoot.query"), [PARTS, PROPERTIES]
    )
    return found


def own_styles(page: Page) -> dict[str, Any]:
    """Return the styles of the host's own parts."""
    found: dict[str, Any] = page.evaluate_handle("document").evaluate(READ, [OWN, PROPERTIES])
    return found


@pytest.fixture(scope="module")
def reference(chromium: Browser, embedded: Guest, elsewhere: Hosts) -> dict[str, Any]:
    """How the parts of an element, and of a frame, look on a page that does nothing to them."""
    with_element, with_frame = chromium.new_page(), chromium.new_page()
    for each in (with_element, with_frame):
        each.set_viewport_size({"width": 1024, "height": 1200})
    open_up(with_element, put(elsewhere, "plain", embedded.code(COLUMN, "e")))
    element_is_there(with_element)
    open_up(with_frame, put(elsewhere, "plain", embedded.code(COLUMN, "d")))
    frame = framed(with_frame)
    found = {"e": inside(with_element), "d": frame.locator("html").evaluate(READ, [PARTS, PROPERTIES])}
    with_element.close()
    with_frame.close()
    return found


@pytest.mark.parametrize("host", HOSTS)
def test_the_element_looks_and_leads_as_everywhere(
    page: Page, embedded: Guest, elsewhere: Hosts, reference: dict[str, Any], host: str
) -> None:
    """Names in order, addresses that answer for ever, styles equal to the reference, the host's own untouched."""
    address = put(elsewhere, host, embedded.code(COLUMN, "e"))
    open_up(page, put(elsewhere, host, ""))
    own = own_styles(page)
    open_up(page, address)
    element_is_there(page)

    element = page.locator("shanhuo-column")
    names = [name.split("示例")[0] for name in element.locator(".sh-c-name").all_inner_texts()]
    hrefs = [link.get_attribute("href") or "" for link in element.locator(".sh-c-link").all()]
    assert names == embedded.names(COLUMN)
    assert all(re.fullmatch(re.escape(embedded.base) + r"P/[0-9A-Z]{7}/", href) for href in hrefs), hrefs
    assert inside(page) == reference["e"]
    assert own_styles(page) == own
    assert element.locator("img").first.evaluate("(i) => i.naturalWidth > 0 && i.offsetWidth > 60")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted") <= 0.02
    record_result("embed-hosts", 1, "host pages with an element", "looks and leads as everywhere")
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    assert page.context.cookies() == []


@pytest.mark.parametrize("host", HOSTS if is_acceptance() else HOSTS[::3])
@pytest.mark.parametrize("grade", ["c", "d"])
def test_a_frame_shows_the_column_whole(
    page: Page, embedded: Guest, elsewhere: Hosts, reference: dict[str, Any], host: str, grade: Grade
) -> None:
    """Styles in it are its own; grade D has the height of its content, grade C the one that was pasted."""
    open_up(page, put(elsewhere, host, ""))
    own = own_styles(page)
    open_up(page, put(elsewhere, host, embedded.code(COLUMN, grade)))
    frame = framed(page)
    names = [name.split("示例")[0] for name in frame.locator(".sh-c-name").all_inner_texts()]

    assert names == embedded.names(COLUMN)
    assert frame.locator("html").evaluate(READ, [PARTS, PROPERTIES]) == reference["d"]
    assert own_styles(page) == own
    outer = page.locator("iframe").first
    assert outer.evaluate("(f) => f.offsetWidth") >= 600
    if grade == "d":
        content = frame.locator(".sh-c").evaluate("(c) => Math.ceil(c.getBoundingClientRect().height)")
        page.wait_for_function(f"() => document.querySelector('iframe').offsetHeight === {content}")
    else:
        assert outer.evaluate("(f) => f.offsetHeight") >= 300
    record_result("embed-hosts", 1, "host pages with a frame", "whole, with its own styles")
    page.wait_for_timeout(200)
    assert page.evaluate("window.shifted") <= 0.02


@pytest.mark.parametrize("grade", ["a", "b"])
@pytest.mark.parametrize("host", ["plain", "quirks", "gb2312", "rtl"])
def test_pasted_text_reads_in_any_page(page: Page, embedded: Guest, elsewhere: Hosts, host: str, grade: Grade) -> None:
    """Right characters whatever the page's encoding, and addresses that are there."""
    open_up(page, put(elsewhere, host, embedded.code(COLUMN, grade)))
    text = page.locator("body").inner_text()
    assert "年货时节的山货" in text
    if grade == "b":
        assert all(name in text for name in embedded.names(COLUMN))
    hrefs = page.locator(f"a[href^='{embedded.base}']").evaluate_all("(all) => all.map((a) => a.href)")
    assert hrefs
    assert all(page.request.get(href).ok for href in hrefs)


POLICIES = {
    "none of ours": ("default-src 'self'", "b"),
    "pictures alone": ("default-src 'self'; img-src *", "b"),
    "frames": ("default-src 'self'; frame-src {base}; img-src *", "b"),
    "all of ours": (
        "default-src 'none'; script-src {base}; connect-src {base}; img-src {base}; style-src 'none'",
        "e",
    ),
}
"""What a host lets in → which grade of a pasted element is then seen."""


@pytest.mark.parametrize("what", POLICIES)
def test_a_strict_policy_shows_the_grade_that_it_lets_in(
    page: Page, embedded: Guest, elsewhere: Hosts, what: str
) -> None:
    """Without leave for our script the plain list stands there; with it, the element, styles and all."""
    policy, grade = POLICIES[what]
    headers = {"Content-Security-Policy": policy.format(base=embedded.base)}
    open_up(page, put(elsewhere, "plain", embedded.code(COLUMN, "e"), headers))
    if grade == "e":
        element_is_there(page)
        assert page.locator("shanhuo-column .sh-c-name").first.is_visible()
        size = page.locator("shanhuo-column .sh-c-title").evaluate("(t) => getComputedStyle(t).fontSize")
        assert size == "18px"
    else:
        page.wait_for_timeout(300)
        assert page.locator("shanhuo-column > blockquote a", has_text=embedded.names(COLUMN)[0]).is_visible()


def test_it_works_in_a_sandbox_without_an_origin(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """A host that itself stands in a sandboxed frame still shows the element, and a frame with its right height."""
    both = embedded.code(LIST, "e") + embedded.code(LIST, "d")
    inner = put(elsewhere, "plain", both)
    outer = elsewhere.put(
        "outer.html",
        '<!doctype html><title>o</title><iframe width="760" height="1400" '
        f'sandbox="allow-scripts" src="{inner}"></iframe>',
    )
    page.goto(outer)
    frame = page.frame(url=inner)
    assert frame is not None
    frame.wait_for_function(
        "() => { const e = document.querySelector('shanhuo-column');"
        " return e.shadowRoot && e.shadowRoot.querySelector('.sh-c'); }"
    )
    names = [name.split("示例")[0] for name in frame.locator("shanhuo-column .sh-c-name").all_inner_texts()]
    assert names == embedded.names(LIST)
    frame.locator("iframe").scroll_into_view_if_needed()
    frame.wait_for_function("() => document.querySelector('iframe').style.height.endsWith('px')")


def test_an_older_copy_beside_ours_changes_nothing(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """A page that loads the script twice, from us and as a copy, has two columns and no error."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    script = (embedded.out / "embed/v1/shanhuo.js").read_text(encoding="utf-8")
    old = elsewhere.put("old.js", script, headers={"Content-Type": "text/javascript"})
    pasted = f'<script src="{old}"></script>{embedded.code(COLUMN, "e")}{embedded.code(LIST, "e")}'
    open_up(page, put(elsewhere, "plain", pasted))
    page.locator("shanhuo-column").nth(1).scroll_into_view_if_needed()
    page.wait_for_function(
        "() => [...document.querySelectorAll('shanhuo-column')].every((e) => e.shadowRoot.querySelector('.sh-c'))"
    )
    assert not wrong


def test_the_host_may_resize_hide_show_and_print_it(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """Narrower it is one above the other and higher, hidden and shown again it is as before, on paper all of it."""
    pasted = embedded.code(COLUMN, "d") + embedded.code(COLUMN, "e")
    open_up(page, put(elsewhere, "plain", pasted))
    frame = framed(page)
    page.locator("shanhuo-column").scroll_into_view_if_needed()
    element_is_there(page)

    def heights() -> list[int]:
        content = frame.locator(".sh-c").evaluate("(c) => Math.ceil(c.getBoundingClientRect().height)")
        page.wait_for_function(f"() => document.querySelector('iframe').offsetHeight === {content}")
        own = page.locator("shanhuo-column .sh-c").evaluate("(c) => Math.ceil(c.getBoundingClientRect().height)")
        return [content, own]

    wide = heights()
    page.set_viewport_size({"width": 340, "height": 1200})
    page.wait_for_timeout(200)
    narrow = heights()
    assert narrow[0] > wide[0]
    assert narrow[1] > wide[1]
    assert page.evaluate("document.documentElement.scrollWidth") <= 340
    page.set_viewport_size({"width": 1024, "height": 1200})
    page.evaluate("document.querySelector('main').style.display = 'none'")
    page.wait_for_timeout(200)
    page.evaluate("document.querySelector('main').style.display = ''")
    page.wait_for_timeout(200)
    assert heights() == wide
    page.emulate_media(media="print")
    assert page.locator("shanhuo-column .sh-c-name").last.is_visible()
    ink = page.locator("shanhuo-column .sh-c-name").last.evaluate("(n) => getComputedStyle(n).color")
    assert ink == "rgb(0, 0, 0)"


def test_twenty_columns_cost_one_script_and_little_more(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """One script, and each column's data once however often it stands there."""
    columns = [each.name for each in (embedded.out / "embed/v1/columns").iterdir() if each.is_dir()]
    pasted = "".join(embedded.code(columns[number % len(columns)], "e") for number in range(20))
    embedded.asked.clear()
    open_up(page, put(elsewhere, "plain", pasted.replace('loading="lazy"', 'loading="eager"')))
    page.wait_for_function(
        "() => [...document.querySelectorAll('shanhuo-column')].every((e) => e.shadowRoot.querySelector('.sh-c'))"
    )
    asked = [path for path in embedded.asked if path.startswith("/embed/")]
    assert page.locator("shanhuo-column").count() == 20
    assert asked.count("/embed/v1/shanhuo.js") == 1
    assert len(asked) <= 20
    sizes = [(embedded.out / path.removeprefix("/")).stat().st_size for path in asked]
    assert max(sizes) < 20_000


def test_the_element_obeys_its_attributes_and_tells_the_host(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """Theme, layout, limit and language; events for what is ready, chosen, wrong; cancelled, no link leads."""
    pasted = embedded.code(COLUMN, "e", Choices(theme="dark", layout="list", limit=2)).replace(
        'loading="lazy"', 'lang="en"'
    )
    page.add_init_script(
        "window.told = []; for (const name of ['ready', 'select', 'error']) addEventListener('shanhuo:' + name,"
        " (event) => { told.push([name, event.detail]); if (name === 'select') event.preventDefault(); })"
    )
    open_up(page, put(elsewhere, "plain", pasted))
    element_is_there(page)
    column = page.locator("shanhuo-column .sh-c")
    assert "sh-c--dark" in (column.get_attribute("class") or "")
    assert column.get_attribute("lang") == "en"
    assert page.locator("shanhuo-column .sh-c-item").count() == 2
    page.locator("shanhuo-column .sh-c-link").first.click()
    page.locator("shanhuo-column").evaluate("(e) => e.removeAttribute('limit')")
    page.wait_for_function(
        "() => document.querySelector('shanhuo-column').shadowRoot.querySelectorAll('li').length > 2"
    )
    told = page.evaluate("told")
    assert [name for name, _ in told] == ["ready", "select", "ready"]
    assert told[1][1]["href"].startswith(embedded.base)
    page.locator("shanhuo-column").evaluate("(e, src) => e.setAttribute('src', src)", f"{embedded.base}nothing.json")
    page.wait_for_function("() => told.some((each) => each[0] === 'error')")


def test_a_shadow_root_that_came_with_the_page_is_taken_over(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """A host's server may send one (declarative shadow DOM); the element fills it."""
    root = '<template shadowrootmode="open"><p>loading</p><slot></slot></template>'
    pasted = re.sub(r"(<shanhuo-column[^>]*>)", rf"\1{root}", embedded.code(COLUMN, "e"), count=1)
    open_up(page, put(elsewhere, "plain", pasted))
    element_is_there(page)
    assert "loading" not in page.locator("shanhuo-column").evaluate("(e) => e.shadowRoot.textContent")
    assert page.locator("shanhuo-column .sh-c-item").count() == len(embedded.names(COLUMN))


@pytest.mark.parametrize("grade", ["a", "b", "c", "d", "e"])
def test_a_product_and_a_campaigns_progress_are_shown_likewise(
    page: Page, embedded: Guest, elsewhere: Hosts, grade: Grade
) -> None:
    """Every address in them is there; frames and elements show the card and the bar."""
    around = embedded.around
    product = product_view(around, around.catalog.products["ziyang-fuxi-cha"])
    progress = campaign_view(around, around.catalog.campaigns["nianhuo-2026"])
    codes = [snippet(pasted_of(around, view), grade) for view in (product, progress)]
    for address in re.findall(rf'(?:href|src)="({re.escape(embedded.base)}[^"#]*)"', "".join(codes)):
        assert page.request.get(address).ok, address
    open_up(page, put(elsewhere, "plain", "".join(codes).replace('loading="lazy"', "")))
    if grade == "e":
        page.wait_for_function(
            "() => ['product', 'progress'].every((kind) => {"
            " const e = document.querySelector('shanhuo-' + kind); return e.shadowRoot.querySelector('.sh-c'); })"
        )
        texts = [page.locator(f"shanhuo-{kind} .sh-c").inner_text() for kind in ("product", "progress")]
    elif grade in ("c", "d"):
        page.wait_for_timeout(500)
        texts = [frame.locator(".sh-c").inner_text() for frame in page.frames[1:]]
    else:
        texts = [page.locator("main").inner_text()] * 2
    assert "紫阳富硒茶（毛尖）" in texts[0]
    assert "把山货带回家" in texts[1]
    if grade in ("c", "d", "e"):
        assert "¥128.00" in texts[0]
        assert "42%" in texts[1]


def test_without_its_data_the_plain_list_stays(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """A host that cannot reach the data shows what was pasted."""
    pasted = embedded.code(COLUMN, "e").replace(f"{COLUMN}.json", "gone.json")
    open_up(page, put(elsewhere, "plain", pasted))
    page.wait_for_timeout(400)
    assert page.locator("shanhuo-column li a").first.is_visible()


def test_a_frame_is_believed_only_what_it_is(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """Another window cannot set the height, nor can a height that nobody could want."""
    open_up(page, put(elsewhere, "plain", embedded.code(COLUMN, "d")))
    frame = framed(page)
    content = frame.locator(".sh-c").evaluate("(c) => Math.ceil(c.getBoundingClientRect().height)")
    page.wait_for_function(f"() => document.querySelector('iframe').offsetHeight === {content}")
    page.evaluate("postMessage({ shanhuo: 1, type: 'height', id: 'x', height: 99 }, '*')")
    frame.evaluate("parent.postMessage({ shanhuo: 1, type: 'height', id: 'x', height: 1e9 }, '*')")
    frame.evaluate("parent.postMessage({ shanhuo: 1, type: 'height', id: 'x', height: '50' }, '*')")
    page.wait_for_timeout(200)
    assert page.locator("iframe").evaluate("(f) => f.offsetHeight") == content


@pytest.mark.parametrize("grade", ["a", "b", "c", "d", "e"])
def test_axe_finds_nothing_in_any_grade(page: Page, embedded: Guest, elsewhere: Hosts, grade: Grade) -> None:
    """Whatever is pasted keeps the host's page accessible."""
    open_up(page, put(elsewhere, "plain", embedded.code(COLUMN, grade)))
    if grade == "e":
        element_is_there(page)
    elif grade in ("c", "d"):
        framed(page)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found] == []


def test_everything_can_be_reached_by_keyboard(page: Page, embedded: Guest, elsewhere: Hosts) -> None:
    """Tab goes from the title through every product to the source, each with an outline."""
    open_up(page, put(elsewhere, "plain", embedded.code(LIST, "e")))
    element_is_there(page)
    page.locator("#own-link").focus()
    seen = []
    for _ in range(len(embedded.names(LIST)) + 2):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "() => { const root = document.activeElement.shadowRoot; const a = root && root.activeElement;"
                " return a && [a.className || a.textContent, getComputedStyle(a).outlineStyle]; }"
            )
        )
    assert seen[0][0] == "sh-c-title"
    assert [each[0] for each in seen[1:-1]] == ["sh-c-link"] * len(embedded.names(LIST))
    assert all(each[1] == "solid" for each in seen)


def purified(text: str, page: Page) -> str:
    """Return what DOMPurify leaves of *text* in a browser."""
    folder = npm_packages.installed({"dompurify": "3.5.0"})
    if folder is None:
        pytest.skip("npm brings no DOMPurify here")
    page.goto("about:blank")
    page.add_script_tag(path=folder / "node_modules/dompurify/dist/purify.js")
    found: str = page.evaluate("(text) => DOMPurify.sanitize(text)", text)
    return found


CLEANERS: dict[str, Callable[[str, Page], str]] = {
    "nh3": lambda text, _: nh3.clean(text),
    "bleach": lambda text, _: bleach.clean(text),
    "DOMPurify": purified,
}


@pytest.mark.parametrize("cleaner", CLEANERS)
@pytest.mark.parametrize("grade", ["a", "b", "c", "d", "e"])
def test_filters_of_content_systems_leave_names_and_addresses(
    page: Page, embedded: Guest, cleaner: str, grade: Grade
) -> None:
    """Whatever they take away, the links stay with their words; of an element the plain list stays."""
    cleaned = CLEANERS[cleaner](embedded.code(COLUMN, grade), page)
    links = re.findall(r'<a href="([^"]+)"[^>]*>(.*?)</a>', cleaned, re.DOTALL)
    words = {href: unescape(text) for href, text in links if "<" not in text and text}
    assert words[f"{embedded.base}embed/v1/columns/{COLUMN}/"] == "年货时节的山货"
    if grade == "b":
        assert "&lt;" not in cleaned  # bleach shows markup that it does not know as text
    if grade != "a":
        assert set(embedded.names(COLUMN)) <= set(words.values())


def test_pasted_grades_are_small_ascii_and_tell_nothing_that_ages(embedded: Guest) -> None:
    """At most 4 KB, no price, no stock, no class, no script; the day of copying is told."""
    for column in (each.name for each in (embedded.out / "embed/v1/columns").iterdir() if each.is_dir()):
        for grade in ("a", "b"):
            text = embedded.code(column, grade)
            assert len(text.encode("ascii")) <= 4096
            assert not re.search(r"¥|&#165;|class=|<script|<style|\d+\.\d\d", text)
    assert "2026-11-21" in embedded.code(COLUMN, "b")
