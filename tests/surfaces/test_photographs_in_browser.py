"""Photographs in a real browser: the best format, the place kept free, the subject in view."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from photographs import is_subject, landscape, save_as_phone
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, Route

from generator.build import Options, build

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.hadRecentInput ? 0 : entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site whose tea shows a tall photograph, its subject near the top left, and a wide one."""
    source = copy_site("shop", tmp_path_factory.mktemp("photographs") / "shop")
    save_as_phone(source / "data/pictures/tall.jpg", landscape(1200, 1800, (0.2, 0.12)))
    save_as_phone(source / "data/pictures/wide.jpg", landscape(1800, 900, (0.9, 0.5)))
    (source / "data/pictures.csv").write_text(
        "文件名,文字说明,作者,肖像同意,焦点横向,焦点纵向\n"
        "tall.jpg,雾中的梯田茶园,示例工会供图,无需同意,0.2,0.12\n"
        "wide.jpg,晒场,示例工会供图,无需同意,0.9,0.5\n",
        encoding="utf-8",
    )
    tea = source / "data/products/ziyang-cha.yml"
    tea.write_text(tea.read_text("utf-8") + "图片: [tall.jpg, wide.jpg]\n", encoding="utf-8")
    build(Options(source, out=source / "out"))
    return source / "out"


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    """A phone with three pixels a point."""
    context = chromium.new_context(viewport=PHONE, device_scale_factor=3)
    context.add_init_script(SHIFTS)
    yield context.new_page()
    context.close()


def photograph(page: Page) -> Locator:
    return page.locator("main .sh-picture--photo, .sh-main .sh-picture--photo").first


def pixels(found: Locator) -> Image.Image:
    return Image.open(BytesIO(found.screenshot())).convert("RGB")


def test_a_phone_loads_one_avif_of_its_width_within_60_kb(site: Path, phone: Page):
    """Of all formats and widths the first photograph comes once, as AVIF 1,080 pixels wide, at the top of the queue."""
    phone.goto((site / "products/ziyang-cha/index.html").as_uri(), wait_until="load")
    shown = photograph(phone)
    source = Path(shown.evaluate("image => image.currentSrc"))
    assert source.name.startswith("photo-1080-")
    assert source.suffix == ".avif"
    assert (site / "pictures" / source.name).stat().st_size <= 60 * 1024
    assert shown.get_attribute("fetchpriority") == "high"
    assert shown.get_attribute("alt") == "雾中的梯田茶园"


def test_nothing_moves_when_photographs_come_late(site: Path, phone: Page):
    """Held back for a while, photographs find their place free and in their colour; the page stays where it is."""
    held: list[Route] = []
    phone.route("**/pictures/photo-*", lambda route: held.append(route))
    phone.goto((site / "products/ziyang-cha/index.html").as_uri(), wait_until="commit")
    phone.wait_for_function("document.querySelector('.sh-photo__colour')?.getBoundingClientRect().height > 100")
    colour = phone.locator(".sh-photo__colour path").first.get_attribute("fill")
    waiting = Image.open(BytesIO(phone.screenshot(timeout=5000))).convert("RGB")
    box = phone.locator(".sh-photo").first.bounding_box()
    assert box is not None
    middle = (int((box["x"] + box["width"] / 2) * 3), int((box["y"] + box["height"] / 2) * 3))
    assert "#{:02x}{:02x}{:02x}".format(*waiting.getpixel(middle)) == colour
    for route in held:
        route.continue_()
    phone.unroute("**/pictures/photo-*")
    phone.wait_for_function("document.querySelector('.sh-picture--photo').naturalWidth > 0")
    assert phone.evaluate("window.shifts") <= 0.02
    assert photograph(phone).bounding_box()["height"] == pytest.approx(box["height"], abs=1)


@pytest.mark.parametrize("width", [360, 1440])
def test_the_subject_stays_in_view_where_a_card_cuts_the_photograph(site: Path, chromium: Browser, width: int):
    """A card is 4:3, the photograph 2:3 with its subject at the top left: the whole subject is on the card."""
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto((site / "products/index.html").as_uri(), wait_until="load")
    card = page.locator(".sh-product-card .sh-picture--photo")
    card.scroll_into_view_if_needed()
    card.evaluate("image => image.decode()")
    cut = pixels(card)
    assert cut.width / cut.height == pytest.approx(4 / 3, abs=0.03)
    found = [(x, y) for y in range(cut.height) for x in range(cut.width) if is_subject(cut.getpixel((x, y)))]
    across = max(x for x, _ in found) - min(x for x, _ in found)
    down = max(y for _, y in found) - min(y for _, y in found)
    assert across == pytest.approx(2 / 9 * cut.width, rel=0.08)
    assert down == pytest.approx(across, rel=0.08)
    page.close()


def test_the_markup_holds_no_style_and_no_script(site: Path):
    """A strict Content-Security-Policy finds nothing to object to in a photograph's markup."""
    markup = (site / "products/ziyang-cha/index.html").read_text("utf-8")
    start = markup.index('<span class="sh-photo">')
    figure = markup[start : markup.index("</span>", start)]
    assert "style" not in figure
    assert "<script" not in figure
    assert figure.count("<source") == 2
