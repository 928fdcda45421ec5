"""``shanhuo serve`` as a process: its lines, its end, its refusals."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest


@contextmanager
def command(*words: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def lines_until(process: subprocess.Popen[str], wanted: str) -> list[str]:
    assert process.stdout is not None
    found: list[str] = []
    for line in process.stdout:
        found.append(line.rstrip("\n"))
        if wanted in line:
            return found
    raise AssertionError("\n".join(found))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_and_ends_in_order(shop: Path, ending: signal.Signals) -> None:
    """Plain lines with the address; Ctrl-C, or a service manager, ends it with exit code 0 and no traceback."""
    with command(os.fspath(shop), "--port", "0") as process:
        lines = lines_until(process, "Ctrl+C")
        assert "\x1b" not in "".join(lines)
        address = next(found[0] for line in lines if (found := re.findall(r"http://127\.0\.0\.1:\d+/", line)))
        with urlopen(address) as answer:
            assert "山货小店" in answer.read().decode("utf-8")
        process.send_signal(ending)
        rest, _ = process.communicate(timeout=20)
        assert rest == "预览已停止。\n"
        assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_lan_listens_for_the_whole_network(shop: Path) -> None:
    """With --lan every address of the machine answers, and the way for phones is told."""
    with command(os.fspath(shop), "--port", "0", "--lan") as process:
        lines = lines_until(process, "Ctrl+C")
        assert any("手机" in line and "--lan" not in line for line in lines)
        assert not any("█" in line for line in lines)
        port = next(found[0] for line in lines if (found := re.findall(r"http://127\.0\.0\.1:(\d+)/", line)))
        if sys.platform == "linux":  # where every 127.x.y.z is this machine, but not what 127.0.0.1 alone listens on
            with urlopen(f"http://127.0.0.2:{port}/") as answer:
                assert answer.status == 200


def test_a_port_in_use_ends_it_with_one_sentence_and_code_3(shop: Path) -> None:
    """Nothing is built for a preview that nobody can see."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with command(os.fspath(shop), "--port", str(other.getsockname()[1])) as process:
            said, _ = process.communicate(timeout=20)
    assert process.returncode == 3
    assert said.startswith("错误：端口")
    assert "Traceback" not in said


def test_a_folder_that_is_no_site_is_a_usage_error(tmp_path: Path) -> None:
    """The sentence names the folder and the way to make a site."""
    with command(os.fspath(tmp_path)) as process:
        said, _ = process.communicate(timeout=20)
    assert process.returncode == 2
    assert "shanhuo init" in said
