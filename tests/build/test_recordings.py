"""Recordings of a site: prepared once for each content, refused by name, and published where a page plays them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from line.site_copies import BuiltSite

from generator.build import Options, build, check
from generator.build.recordings import FOLDER

SOUNDS = Path(__file__).parents[1] / "sounds"
HEAD = "文件名,标题,文字,说的话,相关产品,讲述人同意\n"
TEA = "ziyang-cha"


def register(site: Path, *lines: str) -> None:
    """Write the table of recordings and put the sounds beside it."""
    (site / "data/recordings.csv").write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    shutil.copytree(SOUNDS, site / FOLDER, dirs_exist_ok=True)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A small site whose tea can be heard."""
    site = copy_site("shop", tmp_path / "shop")
    register(
        site,
        f"voice.mp3,茶农讲采茶,采下来的茶不过夜。,普通话,{TEA},已同意",
        f"voice.ogg,还没有同意的话,不该公开的话。,,{TEA},征求中",
        "voice.m4a,没有人放的录音,没有地方放。,,,已同意",
    )
    return site


def shelf_of(out: Path, site: Path) -> str:
    """Return the page behind the tea's code."""
    register_of_codes = (site / "data/qr_codes.csv").read_text("utf-8-sig")
    code = next(line.split(",")[0] for line in register_of_codes.splitlines() if f",{TEA}," in line)
    return (out / "P" / code / "index.html").read_text("utf-8")


def test_a_recording_is_played_with_its_words(shop: Path) -> None:
    """The page has the player, the words and the length; the file is named by its content and has no tags."""
    out = build(Options(shop)).out
    html = shelf_of(out, shop)

    (file,) = (out / "recordings").iterdir()
    assert file.name.startswith("sound-")
    assert "某某人".encode() not in file.read_bytes()
    assert f'<source src="../../recordings/{file.name}" type="audio/mpeg">' in html
    assert 'preload="none"' in html
    assert "采下来的茶不过夜。" in html
    assert "普通话 · 1 秒 · 3 KB" in html


def test_a_voice_without_consent_is_nowhere(shop: Path) -> None:
    """Neither page nor download has its words, and its sound is not copied."""
    out = build(Options(shop)).out

    for path in out.rglob("*"):
        if path.is_file():
            assert "不该公开的话".encode() not in path.read_bytes(), path
    assert {path.suffix for path in (out / "recordings").iterdir()} == {".mp3"}


def test_there_is_no_player_without_a_file(built_demo: BuiltSite) -> None:
    """No page of a site without recordings has a button that does nothing."""
    for path in built_demo.out.glob("P/*/index.html"):
        assert "<audio" not in path.read_text("utf-8")


def test_a_recording_is_prepared_once(shop: Path) -> None:
    """The second run takes what the first kept; a changed file is prepared anew, under another name."""
    out = build(Options(shop)).out
    first = {path.name for path in (out / "recordings").iterdir()}
    kept = shop / ".shanhuo/cache/recordings"
    times = {path: path.stat().st_mtime_ns for path in kept.rglob("index.json")}
    assert len(times) == 3

    build(Options(shop))
    assert {path: path.stat().st_mtime_ns for path in kept.rglob("index.json")} == times

    shutil.copy(SOUNDS / "voice.ogg", shop / FOLDER / "voice.mp3")
    build(Options(shop))
    second = {path.name for path in (out / "recordings").iterdir()}
    assert not first & second
    assert {Path(name).suffix for name in second} == {".ogg"}


@pytest.mark.parametrize("name", ["../recordings.csv", "/etc/hostname", "nicht-da.mp3"])
def test_nothing_outside_the_folder_is_taken(shop: Path, name: str) -> None:
    """A name that leads elsewhere is told like one that is not there."""
    register(shop, f"{name},茶农讲采茶,不过夜。,,{TEA},已同意")

    assert [(found.code, found.found) for found in check(Options(shop)).findings] == [("recording-missing", name)]
