"""The page behind a code in a real browser: the first screen, thumbs, the largest text, copying, pictures, sound."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from line.hosting import hosted, policy_for
from line.longest import PRODUCT as LONGEST
from line.longest import write_longest_site
from line.prepared_sites import copy_site
from line.site_copies import BuiltSite
from line.sizes import is_acceptance, record_result, sized
from photographs import landscape, save_as_phone
from playwright.sync_api import Browser, Page

from generator.build import Options, build

pytestmark = pytest.mark.browser

SOUNDS = Path(__file__).parents[1] / "sounds"
OLD_PHONE = {"width": 360, "height": 600}
"""What WeChat leaves of a screen of 360 × 640, in CSS pixels."""
LEAST_TEXT = 18
"""CSS pixels."""
LEAST_TARGET = 60
"""CSS pixels (MIIT 适老化通用设计规范, elder mode)."""
MOST_BYTES = 14_000
"""HTML with its style, gzip: what comes with the first flight of TCP segments (RFC 6928: ten of 1,460 bytes)."""
MOST_PICTURE = 60_000
"""Bytes of the first picture at a phone's width."""
STATES = {
    "ziyang-fuxi-cha": "tea",
    "dongyuan-fuzhu": "allergens",
    "yichuan-huoshanyang": "offline only",
    "mashuping-yiri": "visit",
    "nianhuo-shanhuoxiang": "bundle",
}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL_TARGETS = f"""[...document.querySelectorAll("a, button, summary, audio, input")].filter((element) => {{
  const box = element.getBoundingClientRect();
  return box.width && (box.height < {LEAST_TARGET} - 0.5 || box.width < {LEAST_TARGET} - 0.5);
}}).map((element) => element.outerHTML.slice(0, 100))"""
SMALL_TEXTS = f"""(() => {{
  const small = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {{
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || parent.closest(".sh-hidden, .sh-seal, style")) continue;
    if (parseFloat(getComputedStyle(parent).fontSize) < {LEAST_TEXT}) small.push(walker.currentNode.data.trim());
  }}
  return small;
}})()"""
CUT = """[...document.querySelectorAll("main *:not(.sh-hidden)")].filter((element) => {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  if (!box.width || element.closest(".sh-hidden, .sh-seal, audio")) return false;
  const cut = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
  return cut || box.left < -1 || box.right > document.documentElement.clientWidth + 1;
}).map((element) => element.outerHTML.slice(0, 100))"""


def address_of(site: Path, product: str, folder: str = "") -> str:
    """Return the address of the page behind the product's code."""
    lines = (site / "data" / "qr_codes.csv").read_text("utf-8-sig").splitlines()
    return f"P/{next(line.split(',')[0] for line in lines if f',{product},' in line)}/{folder}"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A window as tall as WeChat's on an old phone, without JavaScript."""
    context = chromium.new_context(viewport=OLD_PHONE, java_script_enabled=True)
    yield context.new_page()
    context.close()


def opened(page: Page, out: Path, address: str) -> Page:
    """Open the page at *address* as a file."""
    page.goto((out / address / "index.html").as_uri(), wait_until="load")
    return page


@pytest.fixture(scope="module")
def longest(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of longest values, built."""
    site = write_longest_site(tmp_path_factory.mktemp("longest") / "site")
    result = build(Options(site))
    return BuiltSite(site, result.out, result)


def first_screen(page: Page) -> str:
    """Return every text that stands wholly in the window, line by line."""
    return str(
        page.evaluate("""(() => {
          const seen = [], range = document.createRange();
          const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            range.selectNodeContents(walker.currentNode);
            const box = range.getBoundingClientRect();
            if (box.height && box.bottom <= window.innerHeight) seen.push(walker.currentNode.data.trim());
          }
          return seen.join("\\n");
        })()""")
    )


@pytest.mark.parametrize("product", STATES)
def test_the_first_screen_of_an_old_phone_holds_what_matters(product: str, built_demo: BuiltSite, page: Page) -> None:
    """Name, price, origin, producer, publisher and telephone need no scrolling in 360 × 600, whatever the goods."""
    opened(page, built_demo.out, address_of(built_demo.site, product))
    whole, seen = page.inner_text("main"), first_screen(page)

    for text in (page.inner_text("h1"), page.inner_text(".sh-shelf-bar__name"), "0000-0000000（示例）"):
        assert text in seen
    assert page.locator(".sh-price__amount").first.inner_text() in seen
    for label in ("净含量", "产地", "生产者", "认证标志"):
        assert (label in seen) == (label in whole.split("哪里买")[0]), label


def test_the_head_takes_little_of_it(built_demo: BuiltSite, page: Page) -> None:
    """Publisher, telephone and languages are one row."""
    opened(page, built_demo.out, address_of(built_demo.site, "ziyang-fuxi-cha"))

    box = page.locator(".sh-shelf-bar").bounding_box()
    assert box is not None
    assert box["height"] <= 72


@pytest.mark.parametrize("width", (320, 360, 412, 768, 1440) if is_acceptance() else (320, 768))
@pytest.mark.parametrize("scale", [1, 2])
def test_text_and_targets_are_large_and_nothing_is_cut(
    width: int, scale: int, built_demo: BuiltSite, longest: BuiltSite, page: Page
) -> None:
    """Text has 18 px, what is pressed 60, and all fits, with text at 200 % too; in every language and state."""
    page.set_viewport_size({"width": width, "height": 640})
    folders = ("", "en/", "zh-hant/") if is_acceptance() else ("", "en/")
    places = [(built_demo, product, folder) for product in STATES for folder in folders]
    places += [(longest, LONGEST, folder) for folder in folders]
    for site, product, folder in places[:: 1 if is_acceptance() or scale == 2 else 3]:
        where = (product, folder)
        opened(page, site.out, address_of(site.site, product, folder))
        page.add_style_tag(content=f"html {{ font-size: {100 * scale}% }}")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert page.evaluate(OVERFLOW) <= 0, where
        assert page.evaluate(CUT) == [], where
        assert page.evaluate(SMALL_TARGETS) == [], where
        assert page.evaluate(SMALL_TEXTS) == [], where


def test_every_page_comes_with_the_first_packets(built_demo: BuiltSite, longest: BuiltSite) -> None:
    """HTML with its style stays within 14,000 bytes of gzip, with twelve channels and thirty certificates too."""
    largest = 0
    for out in (built_demo.out, longest.out):
        for path in out.glob("P/**/index.html"):
            size = len(gzip.compress(path.read_bytes(), 9, mtime=0))
            assert size <= MOST_BYTES, path
            largest = max(largest, size)
    record_result("shelf", largest, "bytes", "the largest page behind a code, gzip")


def test_nothing_is_asked_for_but_pictures(built_demo: BuiltSite, chromium: Browser) -> None:
    """Without JavaScript a page asks for itself and pictures of its own site, runs no script and opens nothing."""
    with hosted(built_demo, policy_for(built_demo.site), "python", {}) as host:
        products = sized(
            sample=list(STATES), stated=sorted(p.stem for p in (built_demo.site / "data/products").iterdir())
        )
        for product in products:
            context = chromium.new_context(viewport=OLD_PHONE, java_script_enabled=False)
            page = context.new_page()
            asked: list[tuple[str, str]] = []
            page.on("request", lambda request, asked=asked: asked.append((request.resource_type, request.url)))
            page.goto(host.root + address_of(built_demo.site, product), wait_until="networkidle")
            kinds = {kind for kind, url in asked if not url.startswith("data:")}
            assert kinds <= {"document", "image"}, product
            assert all(url.startswith((host.root, "data:")) for _, url in asked), product
            assert page.locator("script, iframe, dialog, [style*=fixed]").count() == 0
            assert len(context.pages) == 1
            context.close()


def test_one_press_takes_a_whole_text(built_demo: BuiltSite, page: Page) -> None:
    """The message for friends and an address are selected whole by one press, and hold name, origin, price, address."""
    opened(page, built_demo.out, address_of(built_demo.site, "ziyang-fuxi-cha"))
    page.locator(".sh-shelf-hand-on .sh-shelf-copy__text").click()
    taken = page.evaluate("String(getSelection())")
    assert "紫阳富硒茶（毛尖）" in taken
    assert "陕西省安康市紫阳县 · ¥128.00/袋" in taken
    assert re.search(r"https://s\.shanhuo\.example/P/[0-9A-Z]{7}/$", taken.strip())

    page.locator("summary").first.click()
    page.locator("details[open] .sh-shelf-copy__text").click()
    assert page.evaluate("String(getSelection())").strip() == "https://www.fupin832.com/"


def test_pictures_can_be_pressed_long(built_demo: BuiltSite, page: Page) -> None:
    """Product and code are pictures with nothing over them, which is all that WeChat's menu asks for."""
    opened(page, built_demo.out, address_of(built_demo.site, "ziyang-fuxi-cha"))
    for selector in (".sh-shelf-label__picture", ".sh-shelf-code__picture"):
        picture = page.locator(selector)
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("""(element) => {
          const box = element.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          return element.tagName === "IMG" && top === element && getComputedStyle(element).pointerEvents === "auto";
        }"""), selector
    assert page.locator(".sh-shelf-code__picture").evaluate("(element) => element.decode().then(() => true)")


def test_a_wide_screen_leads_onto_a_phone(built_demo: BuiltSite, page: Page) -> None:
    """Beside the same code a wide screen says to scan it, a phone to press it."""
    opened(page, built_demo.out, address_of(built_demo.site, "ziyang-fuxi-cha"))
    assert page.get_by_text("长按图片，可以保存或转发").is_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    assert page.get_by_text("用手机扫一扫，在手机上打开").is_visible()
    assert not page.get_by_text("长按图片，可以保存或转发").is_visible()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A small shop whose tea has a photograph and a recording."""
    site = copy_site("shop", tmp_path_factory.mktemp("told") / "shop")
    shutil.copytree(SOUNDS, site / "data/recordings")
    (site / "data/recordings.csv").write_text(
        "文件名,标题,文字,相关产品\nvoice.mp3,茶农讲采茶,采下来的茶不过夜。,ziyang-cha\n", encoding="utf-8"
    )
    (site / "data/pictures").mkdir()
    save_as_phone(site / "data/pictures/garden.jpg", landscape(1600, 1200))
    (site / "data/pictures.csv").write_text(
        "文件名,文字说明,作者,肖像同意\ngarden.jpg,一片茶园,示例工会供图,无需同意\n", encoding="utf-8"
    )
    tea = site / "data/products/ziyang-cha.yml"
    tea.write_text(tea.read_text("utf-8") + "图片: [garden.jpg]\n", encoding="utf-8")
    result = build(Options(site))
    return BuiltSite(site, result.out, result)


def test_a_recording_is_loaded_when_it_is_asked_for_and_can_be_heard(told: BuiltSite, chromium: Browser) -> None:
    """Under the exported headers the sound is not asked for until somebody presses; then it plays to its end."""
    with hosted(told, policy_for(told.site), "python", {}) as host:
        context = chromium.new_context(viewport=OLD_PHONE)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(host.root + address_of(told.site, "ziyang-cha"), wait_until="networkidle")
        assert not [url for url in asked if "/recordings/" in url]

        heard = page.locator("audio").evaluate("""(sound) => new Promise((done, failed) => {
          sound.muted = true;
          sound.addEventListener("ended", () => done(sound.duration));
          sound.querySelector("source").addEventListener("error", () => failed(new Error("source")));
          sound.play().catch(failed);
        })""")
        assert 1.0 <= heard <= 1.5
        page.get_by_text("看文字").click()
        assert page.get_by_text("采下来的茶不过夜。").is_visible()
        context.close()


def test_the_first_photograph_is_small_on_a_phone(told: BuiltSite, chromium: Browser) -> None:
    """A phone with three pixels a CSS pixel takes a rendition of at most 60 KB."""
    context = chromium.new_context(viewport=OLD_PHONE, device_scale_factor=3)
    page = context.new_page()
    page.goto((told.out / address_of(told.site, "ziyang-cha") / "index.html").as_uri(), wait_until="load")
    taken = page.locator(".sh-shelf-label__picture").evaluate("(picture) => picture.currentSrc")
    context.close()
    name = taken.rsplit("/", 1)[1]

    assert name.startswith("photo-")
    assert (told.out / "pictures" / name).stat().st_size <= MOST_PICTURE
