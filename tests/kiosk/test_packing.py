"""``shanhuo guide pack``: everything that the display needs, nothing else, the same bytes each time."""

from __future__ import annotations

import json
import os
import time
import zipfile
from pathlib import Path

import pytest
from command_line import shanhuo

from generator.errors import EnvironmentRefused, UsageError
from generator.kiosk.manifests import PackRefused
from generator.kiosk.packing import make_pack
from generator.kiosk.packs import verify_folder, verify_pack

from .screens import BASE_URL, DISPLAY, build_site, pack_of


def test_a_pack_holds_what_the_display_needs_and_a_start_page(tmp_path: Path) -> None:
    """The portal's own pages stay out; the start page leads on without a script."""
    file, pack = pack_of(tmp_path, "茶", "2026-11-21")
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        start = archive.read("index.html").decode()
        manifest = json.loads(archive.read("pack.json"))
    assert names == ["pack.json", *sorted(pack.files)]
    assert sorted(pack.files) == sorted(
        [
            "index.html",
            f"guide/{DISPLAY}/index.html",
            f"guide/{DISPLAY}/slots.js",
            "guide/shared/screen.js",
            "pictures/茶 1.svg",
            "sounds/tea.mp3",
        ]
    )
    assert f'content="0; url=guide/{DISPLAY}/index.html"' in start
    assert "导购屏 &lt;一号&gt;" in start
    assert manifest["format"] == 1
    assert (manifest["display"], manifest["date"], manifest["base_url"]) == (DISPLAY, "2026-11-21", BASE_URL)
    assert manifest["oldest_engine"] == "Chromium 87"
    assert manifest["sha256"] == pack.sha256


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    """At another time, in another folder, with other times of files."""
    first, _ = pack_of(tmp_path / "a", "茶", "2026-11-21")
    site = build_site(tmp_path / "b" / "site", "茶", "2026-11-21")
    for path in site.rglob("*"):
        os.utime(path, (time.time() - 10_000, 1_000_000_000))
    _, second = make_pack(site, DISPLAY, BASE_URL, tmp_path / "b" / "x.zip")
    assert first.read_bytes() == second.read_bytes()


def test_an_unpacked_pack_verifies_as_a_folder(tmp_path: Path) -> None:
    """What any tool for zips makes of it is the pack again, and one changed byte is told by its name."""
    file, pack = pack_of(tmp_path, "茶", "2026-11-21")
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / "unpacked")
    assert verify_folder(tmp_path / "unpacked") == verify_pack(file) == pack
    (tmp_path / "unpacked" / "sounds" / "tea.mp3").write_bytes(bytes(256 * 40))
    with pytest.raises(PackRefused, match=r"sounds/tea\.mp3"):
        verify_folder(tmp_path / "unpacked")


def test_a_site_that_is_not_what_was_built_gives_no_pack(tmp_path: Path) -> None:
    """A changed file, a file that the build does not know, a path that leaves, the portal's own start page."""
    site = build_site(tmp_path / "site", "茶", "2026-11-21")
    out = tmp_path / "x.zip"
    needs = site / "guide" / DISPLAY / "files.json"
    value = json.loads(needs.read_bytes())
    for more in ("guide/unknown.js", "../outside.js", "index.html"):
        needs.write_text(json.dumps({**value, "files": [*value["files"], more]}), encoding="utf-8")
        with pytest.raises(PackRefused):
            make_pack(site, DISPLAY, BASE_URL, out)
    needs.write_text(json.dumps(value), encoding="utf-8")
    (site / "sounds" / "tea.mp3").write_bytes(b"other")
    with pytest.raises(EnvironmentRefused, match=r"sounds/tea\.mp3"):
        make_pack(site, DISPLAY, BASE_URL, out)
    with pytest.raises(UsageError, match="别处"):
        make_pack(site, "别处", BASE_URL, out)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_commands_make_and_verify_a_pack(tmp_path: Path) -> None:
    """From a built folder; a damaged pack ends with 1, an unknown display with 2, both in one Chinese sentence."""
    site = build_site(tmp_path / "site", "茶", "2026-11-21")
    file = tmp_path / "usb" / "a.shanhuo.zip"
    code, out, _ = shanhuo("guide", "pack", DISPLAY, "--from", site, "--out", file)
    assert code == 0
    assert str(file) in out
    code, out, _ = shanhuo("guide", "verify", file)
    assert (code, "完好" in out, verify_pack(file).sha256 in out) == (0, True, True)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    code, _, err = shanhuo("guide", "verify", file)
    assert (code, err.startswith("错误：")) == (1, True)
    code, _, err = shanhuo("guide", "pack", "yantian", "--from", site)
    assert (code, DISPLAY in err) == (2, True)
