"""A frame: cut once, filled at any depth, its links right from everywhere."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.surfaces import addresses
from generator.surfaces.frame_parts import BODY_MARK, HEAD_MARK, TITLE_MARK, Frame, FrameBroken, Frames

PAGE = f"""<html><head><title>{TITLE_MARK}</title>{HEAD_MARK}
<link rel="stylesheet" href="../assets/main.css"><script src="../assets/site/portal.js"></script></head>
<body><a class="logo" href="..">home</a> <a href="./">here</a> <a href="../stories/">stories</a>
<a href="#body">skip</a> <a href="https://www.example.cn/a?b=c">out</a> <a href="/absolute/">host</a>
<a href="mailto:a@b.cn">write</a> <img src="data:image/png;base64,AA=="> {BODY_MARK}</body></html>"""
HOST = "https://www.example.cn/"


def _targets(page: str, address: str, base: str = HOST) -> list[str]:
    """Return where the links of the page at *address* lead, those within the page left out."""
    return [urljoin(base + address, link) for link in re.findall(r'(?:href|src)="([^"#][^"]*|)"', page)]


def _filled(address: str, base_path: str = "/") -> str:
    frame = Frame.cut(PAGE, "products/").at(address, base_path=base_path)
    return frame.filled(title="T", head="H", body="B")


@pytest.mark.parametrize(
    "address", ["", "products/", "products/tea/", "products/page/2/", "origins/610924/page/12/", "404.html"]
)
def test_links_lead_to_the_same_places_from_every_depth(address: str) -> None:
    """Wherever the frame is filled, its own links lead where they led from the page that it was cut from."""
    assert _targets(_filled(address), address) == _targets(PAGE, "products/")


def test_links_lead_right_below_a_folder_of_the_host() -> None:
    """A portal that stands in a folder stays in it."""
    base = HOST + "shanhuo/"
    assert _targets(_filled("products/tea/"), "products/tea/", base) == _targets(PAGE, "products/", base)


def test_the_page_for_missing_addresses_counts_from_the_host() -> None:
    """It is sent for any address, so its links begin at the host's root."""
    page = _filled(addresses.NOT_FOUND, "/shanhuo/")
    for wrong in ("", "a/b/c", "products/gone/"):
        assert _targets(page, wrong, HOST + "shanhuo/") == _targets(PAGE, "products/", HOST + "shanhuo/")


def test_the_link_home_is_never_empty() -> None:
    """An empty address would mean this very page with its query."""
    assert 'href=""' not in _filled("")
    assert 'class="logo" href="./"' in _filled("")
    assert 'class="logo" href="../../"' in _filled("products/tea/")


def test_what_is_filled_in_is_taken_as_it_is() -> None:
    """Links of the body are not touched, and a mark in it is not filled."""
    frame = Frame.cut(PAGE, "products/").at("", base_path="/")
    page = frame.filled(title="T", head='<meta content="x">', body=f'<a href="../../up/">x</a>{TITLE_MARK}')
    assert '<a href="../../up/">x</a>' + TITLE_MARK in page
    assert '<title>T</title><meta content="x">' in page


@pytest.mark.parametrize("broken", [PAGE.replace(BODY_MARK, ""), PAGE.replace(HEAD_MARK, ""), PAGE + TITLE_MARK, ""])
def test_a_frame_without_its_marks_is_refused(broken: str) -> None:
    """A theme that lost a mark, or says one twice, is told and not filled in wrongly."""
    with pytest.raises(FrameBroken):
        Frame.cut(broken, "products/")


def test_a_digest_tells_frames_apart() -> None:
    """Depth and text both count, so that no page is kept that would be another now."""
    frame = Frame.cut(PAGE, "products/")
    digests = {frame.at(address, base_path="/").digest for address in ("", "a/", "b/", "a/b/")}
    assert len(digests) == 3
    assert Frame.cut(PAGE.replace("skip", "jump"), "products/").digest != frame.digest


def test_frames_are_made_once_a_depth() -> None:
    """Pages of one section and depth share their frame; the page for missing addresses has its own."""
    frames = Frames({"products": Frame.cut(PAGE, "products/")}, base_path="/shanhuo/")
    assert frames.frame("products", "products/a/") is frames.frame("products", "products/b/")
    assert frames.frame("products", "") is not frames.frame("products", addresses.NOT_FOUND)
    assert frames.frame("products", addresses.NOT_FOUND).root == "/shanhuo/"


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True), max_size=6))
def test_links_lead_right_from_any_address(parts: list[str]) -> None:
    """However deep a page stands, its frame's links lead to the same places."""
    address = "".join(f"{part}/" for part in parts)
    assert _targets(_filled(address), address) == _targets(PAGE, "products/")
