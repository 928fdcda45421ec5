"""The cycle of edit, build and reload, on a copied site and with real files."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from line.sizes import sized

from generator.build import Options, build
from generator.build.locks import locked
from generator.build.output_folder import checked_output
from generator.errors import EnvironmentRefused, UsageError
from generator.serve import Preview, PreviewOptions

from .running import Stream, running, until

TEA = "data/products/ziyang-cha.yml"
TEA_PAGE = "/products/ziyang-cha/"


def test_an_edit_is_served_and_told(shop: Path) -> None:
    """A saved name stands on the page moments later, and every stream hears of a new edition."""
    with running(shop) as preview:
        streams = [Stream(preview.port) for _ in range(12)]
        before = {stream.situation()["version"] for stream in streams}
        assert len(before) == 1
        preview.edit(TEA, "紫阳富硒茶", "汉江新茶")
        for stream in streams:
            after = stream.situation()
            assert after["version"] not in before
            assert not after["broken"]
            stream.close()
        assert "汉江新茶" in preview.get(TEA_PAGE).text
        assert preview.outcomes[-1][0] == {TEA}


def test_a_broken_file_is_told_while_the_last_good_page_stays_until_it_is_mended(shop: Path) -> None:
    """Findings go out with file, line, field and mending; the page stays; after mending there are none."""
    with running(shop) as preview:
        stream = Stream(preview.port)
        version = stream.situation()["version"]
        preview.edit(TEA, "产地:", "产弟:")
        broken = stream.situation()
        assert (broken["broken"], broken["version"]) == (True, version)
        item = next(item for item in broken["items"] if item["code"] == "unknown-field")
        assert item["place"].startswith(f"{TEA}:")
        assert item["field"] == "产弟"
        assert "产地" in item["message"] + item["mend"]
        assert "紫阳富硒茶" in preview.get(TEA_PAGE).text
        preview.edit(TEA, "产弟:", "产地:")
        mended = stream.situation()
        assert (mended["broken"], mended["items"], mended["version"]) == (False, [], version)
        stream.close()


def test_a_site_that_never_built_shows_a_holding_page_and_then_itself(shop: Path) -> None:
    """The first build fails: the preview starts all the same, says why, and becomes the site when it is mended."""
    (shop / TEA).write_text("名称: [", encoding="utf-8")
    good = (Path(__file__).parents[1] / "sites" / "shop" / TEA).read_text(encoding="utf-8")
    with running(shop) as preview:
        answer = preview.get("/", headers={"Accept": "text/html,*/*"})
        assert answer.status == 503
        assert "网站还没有生成" in answer.text
        assert 'src="/__shanhuo/preview.js" data-version=""' in answer.text
        assert preview.get("/a.png", headers={"Accept": "image/*"}).headers["Content-Type"].startswith("text/plain")
        stream = Stream(preview.port)
        first = stream.situation()
        assert (first["version"], first["broken"]) == ("", True)
        assert first["items"][0]["place"].startswith(TEA)
        (shop / TEA).write_text(good, encoding="utf-8")
        assert stream.situation()["version"]
        assert preview.get(TEA_PAGE).status == 200
        stream.close()


def test_the_published_site_is_left_alone(shop: Path) -> None:
    """`site/` is what it was; the preview's own folder hides itself from git."""
    published = build(Options(shop)).out
    before = {path: path.read_bytes() for path in published.rglob("*") if path.is_file()}
    with running(shop) as preview:
        preview.edit(TEA, "紫阳富硒茶", "汉江新茶")
        preview.wait_for(lambda outcome: len(preview.outcomes) > 1 and outcome.made > 0)
    assert {path: path.read_bytes() for path in published.rglob("*") if path.is_file()} == before
    assert (shop / ".shanhuo-preview" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_settings_content_and_folders_that_come_and_go_are_followed(shop: Path) -> None:
    """A new title, a content folder that did not exist, and a data folder put away and back each lead to a build."""
    with running(shop) as preview:
        preview.edit("site_config.yml", "title: 山货小店", "title: 新店名")
        until(lambda: "新店名" in preview.get("/").text)
        (shop / "content").mkdir(exist_ok=True)
        (shop / "content" / "hello.md").write_text("# 你好\n\n第一篇文稿。\n", encoding="utf-8")
        until(lambda: preview.get("/hello/").status == 200)
        shutil.move(shop / "data", shop / "away")
        preview.wait_for(lambda outcome: outcome.situation.broken)
        assert preview.get(TEA_PAGE).status == 200
        shutil.move(shop / "away", shop / "data")
        preview.wait_for(lambda outcome: not outcome.situation.broken)
        preview.edit(TEA, "紫阳富硒茶", "汉江新茶")
        until(lambda: "汉江新茶" in preview.get(TEA_PAGE).text)


def test_a_fault_in_a_template_is_shown_with_its_line_and_the_preview_lives_on(shop: Path) -> None:
    """A template that cannot be read, or fails while it is filled in, is told with its line until it is gone."""
    own = shop / "themes" / "default" / "shelf" / "product.html"
    own.parent.mkdir(parents=True)
    with running(shop) as preview:
        own.write_text("<!doctype html>\n{% if %}\n", encoding="utf-8")
        failure = preview.wait_for(lambda outcome: outcome.situation.failure is not None).situation.failure
        assert failure is not None
        assert "shelf/product.html 第 2 行" in failure.message
        own.write_text('<!doctype html>\n\n{{ 1 + "a" }}\n', encoding="utf-8")
        failed = preview.wait_for(
            lambda outcome: outcome.situation.failure is not None and "第 3 行" in outcome.situation.failure.message
        )
        assert failed.situation.failure is not None
        assert "themes/default/shelf/product.html" in failed.situation.failure.message
        assert failed.trace == ""
        own.unlink()
        preview.wait_for(lambda outcome: not outcome.situation.broken)


def test_a_theme_that_does_not_exist_is_shown_and_mended(shop: Path) -> None:
    """What stops a build without being a finding is told in its own sentence."""
    with running(shop) as preview:
        preview.edit("site_config.yml", "title: 山货小店", "title: 山货小店\ntheme: nowhere")
        failed = preview.wait_for(lambda outcome: outcome.situation.failure is not None)
        assert failed.situation.failure is not None
        assert "nowhere" in failed.situation.failure.message
        preview.edit("site_config.yml", "theme: nowhere\n", "")
        preview.wait_for(lambda outcome: not outcome.situation.broken)


def test_the_preview_waits_while_another_command_builds_the_site(shop: Path) -> None:
    """A lock that is held for a moment delays the rebuild and is no failure."""
    with running(shop) as preview:
        out = checked_output(shop / "site", shop, shop / ".shanhuo")
        with locked(shop / ".shanhuo", out):
            preview.edit(TEA, "紫阳富硒茶", "汉江新茶")
            with pytest.raises(AssertionError):
                _within(0.8, lambda: len(preview.outcomes) > 1)
        outcome = preview.wait_for(lambda _: len(preview.outcomes) > 1)
        assert not outcome.situation.broken


def test_what_was_saved_during_the_first_build_is_not_missed(shop: Path) -> None:
    """A file saved after the build read it and before anything is watched still leads to a build."""
    preview = Preview(PreviewOptions(shop, port=0))
    stop, seen = threading.Event(), []

    def told(changed: frozenset[str], _: object) -> None:
        seen.append(changed)
        if len(seen) == 1:
            with open(shop / TEA, "a", encoding="utf-8") as tea:
                tea.write("# 补一行\n")
        elif TEA in changed:
            stop.set()

    thread = threading.Thread(target=preview.run, args=(told,), kwargs={"stop": stop})
    thread.start()
    thread.join(20)
    assert stop.is_set()


def test_a_quiet_stream_gives_signs_of_life_and_ends_with_the_preview(shop: Path) -> None:
    """Comments keep a stream open; stopping the preview ends it, and its port is free again."""
    with running(shop, heartbeat=0.1) as preview:
        stream = Stream(preview.port)
        assert b"Content-Type: text/event-stream" in stream.head
        assert stream.situation()["version"]
        assert [stream.line() for _ in range(3)] == [":", ":", ":"]
    while line := stream.line():
        assert line.startswith(":")
    stream.close()


def test_a_page_for_missing_addresses_finds_its_files_under_the_sites_own_path(shop: Path) -> None:
    """A site that will stand at /shop/ is previewed at the root, and answers under /shop/ too."""
    config = shop / "site_config.yml"
    text = config.read_text(encoding="utf-8").replace("https://portal.example.cn/", "https://portal.example.cn/shop/")
    config.write_text(text, encoding="utf-8")
    with running(shop) as preview:
        assert preview.get("/shop/robots.txt").body == preview.get("/robots.txt").body
        assert preview.get("/shop/products").headers["Location"] == "/shop/products/"
        assert preview.get("/shop//etc/passwd").status == 404


def test_readers_are_answered_while_the_site_is_rebuilt_and_exchanged(shop: Path) -> None:
    """During several rebuilds every request gets a whole page, either the old one or the new one."""
    with running(shop) as preview:
        names = ["紫阳富硒茶", *(f"汉江新茶{number}号" for number in range(sized(4, 10)))]
        done = threading.Event()
        wrong: list[str] = []

        def read() -> None:
            while not done.is_set():
                answer = preview.get(TEA_PAGE)
                if answer.status != 200 or "</html>" not in answer.text or not any(n in answer.text for n in names):
                    wrong.append(f"{answer.status} {answer.text[:200]}")

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        for old, new in pairwise(names):
            count = len(preview.outcomes)
            preview.edit(TEA, old, new)
            until(lambda count=count: len(preview.outcomes) > count)
        done.set()
        for reader in readers:
            reader.join(20)
        assert wrong == []


def test_an_output_folder_that_holds_other_things_stops_the_start(shop: Path, tmp_path: Path) -> None:
    """Neither a stranger's folder nor one that editors write in is ever replaced."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(EnvironmentRefused):
        Preview(PreviewOptions(shop, out=tmp_path / "mine", port=0))
    with pytest.raises(UsageError):
        Preview(PreviewOptions(shop, out=shop / "data", port=0))


def _within(seconds: float, condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)
