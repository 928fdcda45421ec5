"""A small built site with a display in it, its packs, and the command that plays them."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.build.manifest import manifest_bytes
from generator.kiosk.manifests import Pack
from generator.kiosk.packing import make_pack

REPOSITORY = Path(__file__).parents[2]
DISPLAY = "yantian-huojia"
BASE_URL = "https://www.example.com/"
PAGE = """<!DOCTYPE html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>导购屏</title></head>
<body><p id="text">{text}</p>
<script src="slots.js"></script><script src="../shared/screen.js"></script></body></html>
"""
SCREEN = """
var shanhuo = window.shanhuo || {};
shanhuo.idle = true;
if (shanhuo.player) {
  shanhuo.player.report = function () { return { state: "attract", event: "lift", idle: shanhuo.idle }; };
}
"""


def files_of(text: str, display: str = DISPLAY) -> dict[str, bytes]:
    """Return the files of a site whose display shows *text*."""
    return {
        "index.html": b"the portal",
        "products/tea/index.html": b"not for the screen",
        f"guide/{display}/index.html": PAGE.format(text=text).encode(),
        f"guide/{display}/slots.js": b"(window.shanhuo = window.shanhuo || {}).learnt = [];\n",
        "guide/shared/screen.js": SCREEN.encode(),
        "pictures/茶 1.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "sounds/tea.mp3": bytes(range(256)) * 40,
    }


def build_site(folder: Path, text: str, day: str, display: str = DISPLAY) -> Path:
    """Write a site as a build leaves it."""
    files = files_of(text, display)
    needed = [path for path in files if not path.startswith(("index", "products"))]
    value = {"display": display, "title": "导购屏 <一号>", "date": day, "files": needed}
    files[f"guide/{display}/files.json"] = json.dumps(value, ensure_ascii=False).encode()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    digests = [(path, hashlib.sha256(content).hexdigest()) for path, content in files.items()]
    (folder / "manifest.json").write_bytes(manifest_bytes(digests))
    return folder


def pack_of(folder: Path, text: str, day: str, display: str = DISPLAY, name: str = "") -> tuple[Path, Pack]:
    """Make a pack; *text* and *day* tell it from others."""
    site = build_site(folder / f"site-{display}-{day}-{text}", text, day, display)
    pack, file = make_pack(site, display, BASE_URL, folder / (name or f"{display}-{day}-{text}.shanhuo.zip"))
    return file, pack


class Answer(NamedTuple):
    """What a server has answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        value = json.loads(self.body)
        assert isinstance(value, dict)
        return value


class Playing:
    """A player in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], port: int) -> None:
        self.process = process
        self.port = port
        self.address = f"http://127.0.0.1:{port}"

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        """Send one request; words of header names are joined by ``_``."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body=None if body is None else body.encode(), headers=named)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def post(self, path: str, value: object, **headers: str) -> Answer:
        """Send what a page of the player's own would."""
        own = {"Origin": self.address, "Content_Type": "application/json", **headers}
        return self.ask(path, "POST", json.dumps(value), **own)


@contextmanager
def playing(folder: Path, *words: str | Path, environment: Mapping[str, str] | None = None) -> Iterator[Playing]:
    """Run ``shanhuo guide play`` on any free port for the length of the block."""
    command = [sys.executable, "-P", "-m", "generator", "guide", "play", folder, "--port", "0", "--poll", "0.2", *words]
    process = subprocess.Popen(
        [str(word) for word in command],
        cwd=folder.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **(environment or {})},
    )
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        while said and "http://127.0.0.1:" not in said:
            said += process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
        assert found, said
        yield Playing(process, int(found[1]))
    finally:
        process.terminate()
        rest, _ = process.communicate(timeout=20)
        assert "Traceback" not in rest, rest
