"""Zips from anybody's stick: refused with one sentence, and nothing of them is left on the screen."""

from __future__ import annotations

import io
import json
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.kiosk.home import Home
from generator.kiosk.manifests import PackRefused, parse_manifest, refuse_names
from generator.kiosk.packs import verify_pack

from .screens import pack_of

Entries = list[tuple[zipfile.ZipInfo, bytes]]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a pack."""
    file, _ = pack_of(tmp_path_factory.mktemp("good"), "茶", "2026-11-21")
    return file.read_bytes()


def rewritten(good: bytes, change: Callable[[Entries], object]) -> bytes:
    """Return the pack with its entries changed."""
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        entries = [(info, archive.read(info)) for info in archive.infolist()]
    change(entries)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for info, content in entries:
            archive.writestr(info, content)
    return out.getvalue()


def refused(folder: Path, content: bytes) -> str:
    """Say why a screen that runs a pack refuses *content*; what it runs stays as it is."""
    running, _ = pack_of(folder, "running", "2026-01-01")
    home = Home(folder / "screen")
    taken = home.take(running)
    file = folder / "hostile.shanhuo.zip"
    file.write_bytes(content)
    with pytest.raises(PackRefused) as first:
        verify_pack(file)
    with pytest.raises(PackRefused) as second:
        home.take(file)
    assert home.start().pack == taken
    assert sorted(path.name for path in (home.folder / "packs").iterdir()) == [home.pointer.current]
    assert not (folder.parent / "outside").exists()
    assert first.value.message == second.value.message
    return first.value.message


def add(name: str, content: bytes = b"x", mode: int = stat.S_IFREG | 0o644) -> Callable[[Entries], object]:
    """Return what adds an entry."""
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return lambda entries: entries.append((info, content))


def listed(name: str) -> Callable[[Entries], object]:
    """Return what adds an entry, and a line of the manifest with it, with all digests right."""

    def change(entries: Entries) -> None:
        add(name)(entries)
        info, content = entries[0]
        value: dict[str, Any] = json.loads(content)
        about = value["files"]["index.html"]
        value["files"][name] = {"sha256": about["sha256"], "size": 1}
        entries[0] = (info, json.dumps(value).encode())

    return change


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (add("../outside"), "路径"),
        (add("/outside"), "绝对路径"),
        (add("a\\..\\..\\outside"), "反斜杠"),
        (add("C:/outside"), "字符"),
        (add("guide/NUL.html"), "设备名"),
        (add("PICTURES/茶 1.svg"), "大小写"),
        (add("Pack.json"), "清单"),
        (add("pictures"), "文件夹"),
        (add("guide/extra.js"), "多出"),
        (add("folder/", b""), "空的"),
        (add("link", b"/etc/passwd", stat.S_IFLNK | 0o777), "普通文件"),
        (add("pipe", b"", stat.S_IFIFO | 0o644), "普通文件"),
        (listed("../outside"), "路径"),
        (listed("guide/extra.js"), "改动"),
        (lambda entries: entries.pop(), "缺少"),
        (lambda entries: entries.pop(0), "pack.json"),
        (lambda entries: entries.__setitem__(2, (entries[2][0], b"<script>")), "不一致"),
        (lambda entries: entries.__setitem__(0, (entries[0][0], b"[" * 100_000)), "读不出来"),
        (lambda entries: entries.__setitem__(0, (entries[0][0], b'{"format": 2}')), "更新版本"),
        (lambda entries: entries.__setitem__(0, (entries[0][0], b'{"format": true}')), "清单"),
    ],
)
def test_a_pack_with_something_wrong_is_refused(
    tmp_path: Path, good: bytes, change: Callable[[Entries], object], word: str
) -> None:
    """Each is told by what is wrong with it."""
    assert word in refused(tmp_path / "in", rewritten(good, change))


def test_a_file_that_swells_is_stopped_at_its_stated_size(tmp_path: Path, good: bytes) -> None:
    """A deflated entry of many zeros that claims the small size of the manifest."""

    def swell(entries: Entries) -> None:
        info, content = entries[3]
        info.compress_type = zipfile.ZIP_DEFLATED
        entries[3] = (info, bytes(50_000_000))
        self_size.append(len(content))

    self_size: list[int] = []
    content = bytearray(rewritten(good, swell))
    assert "不一致" in refused(tmp_path / "told", bytes(content))
    # The same with the true size hidden in both headers.
    content = bytearray(content.replace(struct.pack("<L", 50_000_000), struct.pack("<L", self_size[0])))
    assert refused(tmp_path / "hidden", bytes(content))


def test_a_directory_that_would_fill_the_memory_is_not_read(tmp_path: Path, good: bytes) -> None:
    """Its stated length decides before the library reads it."""
    end = good.rfind(b"PK\x05\x06")
    content = bytearray(good)
    content[end + 12 : end + 16] = struct.pack("<L", 2**31)
    assert "不是完整的导购包" in refused(tmp_path / "in", bytes(content))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A link, a folder, a pipe that nobody writes to, nothing at all."""
    file, _ = pack_of(tmp_path, "茶", "2026-11-21")
    (tmp_path / "link.zip").symlink_to(file)
    os.mkfifo(tmp_path / "pipe.zip")
    for name in ("link.zip", "pipe.zip", "none.zip", "."):
        with pytest.raises(PackRefused):
            verify_pack(tmp_path / name)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_spoilt_bytes_never_pass_for_another_pack(tmp_path: Path, good: bytes, data: st.DataObject) -> None:
    """Wherever bytes are changed, cut or put in, the pack is refused, or is the same pack still."""
    content = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
        else:
            content[at] = data.draw(st.integers(0, 255))
    file = tmp_path / "spoilt.zip"
    file.write_bytes(content)
    intact = tmp_path / "good.zip"
    intact.write_bytes(good)
    with suppress(PackRefused):
        assert verify_pack(file) == verify_pack(intact)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(
    name=st.sampled_from(
        ["format", "display", "title", "date", "base_url", "made_from", "oldest_engine", "files", "sha256"]
    ),
    value=_json,
    good_files=st.booleans(),
)
def test_a_manifest_of_anything_is_refused_in_words(name: str, value: object, *, good_files: bool) -> None:
    """Any value at any place."""
    about = {"sha256": "0" * 64, "size": 1}
    manifest: dict[str, object] = {
        "format": 1,
        "display": "a",
        "title": "",
        "date": "2026-11-21",
        "base_url": "",
        "made_from": "",
        "oldest_engine": "",
        "files": {"index.html": about, "guide/a/index.html": about} if good_files else value,
        "sha256": "0" * 64,
        name: value,
    }
    with pytest.raises(PackRefused):
        parse_manifest(json.dumps(manifest).encode())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(alphabet="aAäÄ/.\\:b", min_size=1, max_size=6), max_size=6, unique=True))
def test_names_that_pass_unpack_on_every_system(paths: list[str]) -> None:
    """What passes is inside the folder, and no two take each other's place where case is not told apart."""
    try:
        refuse_names(paths)
    except PackRefused:
        return
    folded = [path.casefold() for path in paths]
    assert len(set(folded)) == len(folded)
    for path in folded:
        assert os.path.normpath(path) == path
        assert not f"{path}/".startswith(("/", "../"))
        assert not any(other.startswith(path + "/") for other in folded)
