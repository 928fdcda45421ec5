"""The headers that hosts are told to send, at work: every kind of page in a real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.surfaces.hosting.content_security import hash_source
from generator.surfaces.hosting.inline import blocks_of
from generator.surfaces.hosting.media_types import UNKNOWN, media_type
from generator.surfaces.hosting.policy import Policy
from generator.surfaces.hosting.rules import CACHE, FOR_EVER, SECURITY

from .hosting import Hosted, by_python, hosted, is_installed, policy_for
from .kinds import FOLDERS, KINDS, SHELF, SHELVES, addresses
from .published import html_files
from .site_copies import BuiltSite, digests
from .sizes import is_acceptance, record_result

CANARY = "canary/index.html"
"""A page that does what none of ours may, so that a test which finds nothing is known to look."""
EMBEDDED = "embed/v1/probe/index.html"
_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`refused: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
_NO_BRIDGE = "WebSocket connection to 'ws://127.0.0.1:8765/' failed: Error in connection"
"""What Chromium says of a display beside which no bridge runs; a policy that refused it would say so otherwise."""
_STYLED = "[...document.styleSheets].every((sheet) => sheet.cssRules.length > 0) && document.styleSheets.length > 0"
_STYLE_OR_HANDLER = re.compile(r"<[a-z][^<>]*?\s(?:style|on[a-z]+)\s*=\s*[\"'][^<>]*>", re.IGNORECASE)


@pytest.fixture(scope="module")
def policy(built_demo: BuiltSite) -> Policy:
    """The policy of the demonstration site."""
    return policy_for(built_demo.site)


@pytest.fixture(scope="module")
def host(built_demo: BuiltSite, policy: Policy) -> Iterator[Hosted]:
    """The demonstration site on a host under its policy: nginx at stated size."""
    server = "nginx" if is_acceptance() else "python"
    if is_acceptance() and not is_installed(server):
        pytest.skip("nginx is missing")
    page = "<!doctype html><title>probe</title>"
    bad = f"{page}<h1 style='color:red'>!</h1><script>document.title = 'ran'</script>"
    with hosted(built_demo, policy, server, {CANARY: bad, EMBEDDED: page}) as running:
        yield running


@contextmanager
def listening(chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Open a page, and list everything that it complains about."""
    context = chromium.new_context()
    context.add_init_script(_VIOLATIONS)
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda said: told.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    try:
        yield page, told
    finally:
        context.close()


@pytest.mark.browser
def test_no_kind_of_page_is_refused_anything(built_demo: BuiltSite, chromium: Browser, host: Hosted) -> None:
    """Under the headers every kind of page has its styles and says nothing in the console, in every language."""
    files = shapes(built_demo.out) if is_acceptance() else some_kinds(built_demo.out)
    with listening(chromium) as (page, told):
        for file in files:
            answer = page.goto(host.root + file.removesuffix("index.html"), wait_until="load")
            assert answer is not None
            faults = [each for each in told if not each.startswith(_NO_BRIDGE)]
            assert (answer.status, page.evaluate(_STYLED), faults) == (200, True, []), file
            assert answer.headers[SECURITY.lower()] == host.policy.headers(file)[SECURITY]
    record_result("headers", len(files), "pages under the exported headers", "nothing refused")


def some_kinds(out: Path) -> list[str]:
    """Return a page of every kind, each in one language."""
    files, languages = addresses(out), list(FOLDERS)
    return [files[kind, languages[number % len(languages)]] for number, kind in enumerate((*KINDS, SHELF, *SHELVES))]


def shapes(out: Path) -> list[str]:
    """Return a page of every shape that an address has, in all languages: kinds that no list names yet included."""
    found: dict[tuple[str, ...], str] = {}
    for path in html_files(out):
        # What stands in the second place and beneath is mostly an id; folders of pages are shapes of their own.
        parts = path.split("/")
        start = 2 if f"{parts[0]}/" in FOLDERS.values() else 1
        shape = (*parts[:start], *("*" if part not in ("page", "index.html") else part for part in parts[start:]))
        found.setdefault(shape, path)
    return list(found.values())


@pytest.mark.browser
def test_pictures_and_data_can_be_opened_alone(host: Hosted, built_demo: BuiltSite, chromium: Browser) -> None:
    """A drawing, a code, a JSON and an XML file show themselves when they are the page."""
    files = sorted(path for path in digests(built_demo.out) if path.endswith((".svg", ".json")))
    shown = [next(file for file in files if file.startswith(start)) for start in ("pictures/", "qr/", "api/")]
    with listening(chromium) as (page, told):
        for file in (*shown, "sitemap.xml"):
            answer = page.goto(host.root + file)
            assert answer is not None
            assert (answer.status, told) == (200, []), file


@pytest.mark.browser
def test_what_is_written_into_a_page_does_not_run(chromium: Browser, host: Hosted) -> None:
    """A script and a style attribute that somebody brought into a page are refused, and this test can hear it."""
    with listening(chromium) as (page, told):
        page.goto(f"{host.root}canary/")
        assert page.title() == "probe"
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
        assert {message.split()[1] for message in told if message.startswith("refused")} == {
            "script-src-elem",
            "style-src-attr",
        }


@pytest.mark.browser
def test_only_what_is_to_be_embedded_can_be_framed(chromium: Browser, host: Hosted, tmp_path: Path) -> None:
    """Another site's frame shows what stands under /embed/v1/ and nothing else."""
    frames = "".join(f'<iframe src="{host.root}{path}"></iframe>' for path in ("embed/v1/probe/", "about/"))
    (tmp_path / "index.html").write_text(f"<!doctype html><link rel='icon' href='data:,'>{frames}")
    with by_python(tmp_path, host.policy._replace(rules=())) as elsewhere, listening(chromium) as (page, told):
        page.goto(elsewhere)
        assert "probe" in [frame.title() for frame in page.frames]
        assert not any(frame.locator("header").count() for frame in page.frames)
        assert any("frame-ancestors" in message for message in told)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("path", "language"), [("nix", "zh-Hans"), ("en/nix/", "en"), ("P/2222222/zh-hant/", "zh-Hant")]
)
def test_a_missing_page_is_told_in_its_language(chromium: Browser, host: Hosted, path: str, language: str) -> None:
    """The page for missing addresses is that of the language, with its style, wherever it is shown, and is not kept."""
    with listening(chromium) as (page, told):
        answer = page.goto(host.root + path)
        assert answer is not None
        assert (answer.status, answer.headers["cache-control"]) == (404, "no-cache")
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate(_STYLED)
        assert [message for message in told if "404 (Not Found)" not in message] == []


def test_every_inline_block_is_let_through_by_its_hash(built_demo: BuiltSite, policy: Policy) -> None:
    """What the build wrote between ``<style>`` and ``<script>`` tags is in the policy; attributes there are none."""
    wrong, hashed = [], 0
    for path in html_files(built_demo.out):
        text = (built_demo.out / path).read_text(encoding="utf-8")
        allowed = policy.headers(path)[SECURITY]
        for block in blocks_of(text):
            hashed += 1
            if hash_source(block.text) not in allowed:
                wrong.append(f"{path}:{block.line} <{block.kind}>")
        wrong += [f"{path}: {match[0][:80]}" for match in _STYLE_OR_HANDLER.finditer(text)]
    assert not wrong, "\n".join(wrong[:20])
    assert hashed


def test_only_what_is_named_by_its_content_is_kept_for_ever(built_demo: BuiltSite, policy: Policy) -> None:
    """A file that browsers never ask for again has a digest in its name, so that its content cannot change."""
    kept = [path for path in digests(built_demo.out) if policy.headers(path)[CACHE] == FOR_EVER]
    assert kept
    assert [path for path in kept if not re.search(r"[.-][0-9a-f]{8,}\.", path)] == []


def test_every_file_has_a_media_type(built_demo: BuiltSite) -> None:
    """No file of the site is sent as mere bytes."""
    assert sorted(path for path in digests(built_demo.out) if media_type(path) == UNKNOWN) == []
