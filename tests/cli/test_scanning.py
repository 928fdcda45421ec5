"""``shanhuo scans`` as it is typed: counts on the terminal, a table that goes on, a page without anybody's address."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from command_line import shanhuo
from playwright.sync_api import Browser

OpenSite = Callable[[str], Path]
CHINA = timezone(timedelta(hours=8))
PHONE = "Mozilla/5.0 (Linux; Android 12) Chrome/98.0 Mobile"
HOSTILE = (
    '203.0.113.66 - - [01/Oct/2020:12:00:00 +0800] "GET /P/3QNMFJC/?<script> HTTP/1.1" 200 1 "-" "<script>\\x1b[2J"'
)


def line(code: str, when: datetime, address: str) -> str:
    """A scan in the combined format."""
    return f'{address} - - [{when:%d/%b/%Y:%H:%M:%S %z}] "GET /P/{code}/ HTTP/2.0" 200 900 "-" "{PHONE}"'


@pytest.fixture
def logs(tmp_path: Path) -> tuple[Path, Path]:
    """The log of today, and the packed one of yesterday."""
    first = datetime(2020, 10, 1, 9, 0, tzinfo=CHINA)
    today = [line("3QNMFJC", first + timedelta(days=1, hours=each), f"198.51.100.{each}") for each in range(4)]
    yesterday = [line("VERYX9U", first + timedelta(hours=each), f"2001:db8::{each}") for each in range(3)]
    new, old = tmp_path / "access.log", tmp_path / "access.log.1.gz"
    new.write_text("\n".join([*today, "odd", HOSTILE, ""]), encoding="utf-8")
    old.write_bytes(gzip.compress("\n".join([*yesterday, ""]).encode()))
    return new, old


def test_counts_on_the_terminal(open_site: OpenSite, logs: tuple[Path, Path]) -> None:
    """The most scanned first, with what was left out; nothing is written."""
    site = open_site("shop")
    code, said, _ = shanhuo("scans", *logs, "--site", site)
    assert code == 0
    assert said.splitlines()[:3] == [
        "2020年10月1日至2020年10月2日：共 8 次扫码。",
        "5  3QNMFJC  紫阳富硒茶",
        "3  VERYX9U  会山鸡蛋",
    ]
    assert "读不懂的行 1" in said
    assert not re.search(r"203\.0\.113|198\.51|2001:db8|Mozilla|\x1b", said)


def test_the_table_goes_on_and_the_same_log_changes_nothing(
    open_site: OpenSite, logs: tuple[Path, Path], tmp_path: Path
) -> None:
    """Yesterday's log, then today's, then both again: the table is the same, and no address is in table or page."""
    site, out = open_site("shop"), tmp_path / "扫码"
    for given in (logs[1:], logs[:1]):
        assert shanhuo("scans", *given, "--site", site, "--out", out)[0] == 0
    assert (out / "scans.csv").read_bytes().count(b"2020-10-01,VERYX9U,huishan-dan,,3") == 1
    assert shanhuo("scans", *logs, "--site", site, "--out", out)[0] == 0
    whole = (out / "scans.csv").read_bytes()
    assert shanhuo("scans", *logs, "--site", site, "--out", out)[0] == 0
    assert (out / "scans.csv").read_bytes() == whole
    assert whole.decode().splitlines()[1:] == [
        "2020-10-01,3QNMFJC,ziyang-cha,,1",
        "2020-10-01,VERYX9U,huishan-dan,,3",
        "2020-10-02,3QNMFJC,ziyang-cha,,4",
    ]
    written = whole + (out / "index.html").read_bytes()
    assert not re.search(rb"203\.0\.113|198\.51|2001:db8|Mozilla|script|\x1b", written)


def test_the_page_stands_alone(open_site: OpenSite, logs: tuple[Path, Path], tmp_path: Path, chromium: Browser) -> None:
    """It asks for nothing, fits a phone, and shows a bar a day with the numbers beside it."""
    out = tmp_path / "out"
    assert shanhuo("scans", *logs, "--site", open_site("shop"), "--out", out)[0] == 0
    asked: list[str] = []
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto((out / "index.html").as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [(out / "index.html").as_uri()]
    assert page.locator(".sh-desk__chart rect").count() == 2
    assert page.locator("h1").inner_text() == "扫码次数"
    width = page.locator("main").bounding_box()
    assert width is not None
    assert width["width"] <= 320
    context.close()


@pytest.mark.parametrize("fault", ["missing", "packed", "table", "folder"])
def test_what_cannot_be_counted_is_one_sentence(
    open_site: OpenSite, logs: tuple[Path, Path], tmp_path: Path, fault: str
) -> None:
    """A log that is not there, a broken archive, a table that is none, no site: nothing is written."""
    site, out = open_site("shop"), tmp_path / "out"
    given: list[Path | str] = [*logs, "--site", site, "--out", out]
    expected, words = 2, ""
    if fault == "missing":
        given[0], words = tmp_path / "nix.log", "没有日志文件"
    elif fault == "packed":
        logs[1].write_bytes(logs[1].read_bytes()[:-9])
        expected, words = 3, "压缩包不完整"
    elif fault == "table":
        out.mkdir()
        (out / "scans.csv").write_text("day,code\n", encoding="utf-8")
        words = "scans.csv 第 1 行读不懂"
    else:
        given[3], words = tmp_path, "不是站点文件夹"
    code, _, told = shanhuo("scans", *given)
    assert (code, words in told) == (expected, True)
    assert not (out / "index.html").exists()
