"""Writing one file into a tree: never through a link, never out of it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build.environment import told_as_environment
from generator.build.output_paths import path_refusal
from generator.build.writing import write_file
from generator.errors import EnvironmentRefused

UNSAFE = [
    "", "/etc/passwd", "../x", "a/../../x", "a/./b", "a//b", "a/", "a\\b", "..\\x", "C:/x", "a:b", "con", "P/NUL.html",
    "x/com1", "aux.tar.gz", "a.", "a /b", "q?.html", "a\nb", "a\x00b", "\ud800", "字" * 86, "x" * 256, "manifest.json",
    "Manifest.JSON",
]  # fmt: skip


@pytest.mark.parametrize("path", UNSAFE)
def test_an_unsafe_path_is_refused(tmp_path: Path, path: str) -> None:
    """Leaving the root, absolute, of two readings, reserved or too long: refused in a sentence, nothing written."""
    root = tmp_path / "root"
    root.mkdir()
    with pytest.raises(EnvironmentRefused):
        write_file(root, path, b"x")
    assert list(tmp_path.rglob("*")) == [root]


@pytest.mark.parametrize(
    "path", ["index.html", "P/ABC/index.html", "产品/富硒茶.html", "console/x", "api/manifest.json", "字" * 85]
)
def test_a_safe_path_is_written(tmp_path: Path, path: str) -> None:
    """Ordinary, Chinese and nearly reserved names are files with the recorded digest, size and time."""
    record = write_file(tmp_path, path, "山货".encode())
    found = (tmp_path / path).stat()
    assert (tmp_path / path).read_text(encoding="utf-8") == "山货"
    assert record == (hashlib.sha256("山货".encode()).hexdigest(), found.st_size, found.st_mtime_ns)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab./\\:C ~\u4e2d\u202e\x7f"), max_size=12))
def test_every_accepted_path_stays_inside(path: str) -> None:
    """Whatever passes has no step upwards, no drive and no absolute start."""
    if path_refusal(path) is None:
        at = os.path.normpath(os.path.join("/root", path))
        assert at == "/root/" + path


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """Over a hard link, a symbolic link or a folder, a new file appears and the other end is untouched."""
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.write_text("old", encoding="utf-8")
    os.link(outside, root / "hard")
    (root / "soft").symlink_to(outside)
    (root / "folder/deep").mkdir(parents=True)
    for name in ("hard", "soft", "folder"):
        write_file(root, name, b"new")
        assert (root / name).read_text(encoding="utf-8") == "new"
        assert not (root / name).is_symlink()
    assert outside.read_text(encoding="utf-8") == "old"


def test_a_link_in_a_folders_place_is_replaced(tmp_path: Path) -> None:
    """A file that stands where a folder is needed makes room for it."""
    write_file(tmp_path, "a", b"file")
    write_file(tmp_path, "a/b/c", b"deep")
    assert (tmp_path / "a/b/c").read_bytes() == b"deep"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full device")
def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path) -> None:
    """The system's refusal is an error of the environment with its reason and what to do."""
    refused = pytest.raises(EnvironmentRefused, match="磁盘空间已满")
    with refused as caught, told_as_environment("写入文件"), open("/dev/full", "wb", buffering=0) as full:
        full.write(b"x")
    assert caught.value.exit_code == 3
    assert caught.value.mend
