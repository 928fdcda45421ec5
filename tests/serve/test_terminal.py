"""What the terminal shows: addresses, a code to scan, a line a build."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import zxingcpp
from PIL import Image

from generator.findings import Place, Report, finding
from generator.serve.hosts import is_known, own_names
from generator.serve.lan import lan_addresses
from generator.serve.narration import build_lines, head
from generator.serve.rebuilding import Outcome
from generator.serve.situation import Failure, Situation
from generator.serve.terminal_qr import terminal_qr

NOW = datetime(2026, 11, 21, 10, 31, 2, tzinfo=UTC)
WHITE = {"█": (255, 255), "▀": (255, 0), "▄": (0, 255), " ": (0, 0)}


@pytest.mark.parametrize("address", ["http://192.168.1.23:8000/", "http://10.0.0.7:65535/", "http://[fe80::1]:8000/"])
def test_the_code_in_the_terminal_reads_back_as_the_address(address: str) -> None:
    """Drawn from the characters as a terminal would, a decoder reads the address; the quiet zone is four modules."""
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in terminal_qr(address).split("\n")]
    assert len({len(line) for line in lines}) == 1
    width = len(lines[0])
    pixels = bytes(WHITE[mark][half] for line in lines for half in (0, 1) for mark in line)
    image = Image.frombytes("L", (width, 2 * len(lines)), pixels)
    found = zxingcpp.read_barcodes(image.resize((width * 4, len(lines) * 8), Image.Resampling.NEAREST))
    assert [code.text.lower() for code in found] == [address]
    assert all(line.startswith("████") and line.endswith("████") for line in lines)
    assert lines[:2] == ["█" * width] * 2
    assert width <= 80


def test_the_code_brings_its_own_colours() -> None:
    """Every line sets white on black and takes it back, so that dark is dark in a light terminal too."""
    for line in terminal_qr("http://192.168.1.23:8000/").split("\n"):
        assert line.startswith("\x1b[38;5;231;48;5;16m")
        assert line.endswith("\x1b[0m")


def test_the_head_says_how_a_phone_gets_there() -> None:
    """With --lan the address; without, the option; without a network, that."""
    assert head("shop", "http://127.0.0.1:8000/", ["http://192.168.1.2:8000/"], is_lan=True) == [
        "正在预览  shop",
        "  本机    http://127.0.0.1:8000/",
        "  手机    http://192.168.1.2:8000/",
        "  停止    Ctrl+C",
    ]
    assert "--lan" in head("shop", "http://127.0.0.1:8000/", [], is_lan=False)[2]
    assert "没有找到" in head("shop", "http://127.0.0.1:8000/", [], is_lan=True)[2]


def test_addresses_for_phones_are_none_of_this_machine_alone() -> None:
    """Loopback and self-assigned addresses reach nobody."""
    assert all(not address.startswith(("127.", "169.254.", "0.")) for address in lan_addresses())


def test_a_preview_for_this_machine_has_no_other_name() -> None:
    """Only one that the network may reach is called by the machine's name."""
    assert own_names("127.0.0.1") == frozenset()
    assert not is_known("shanhuo-pc", own_names("127.0.0.1"))
    assert is_known("office-pc:8000", own_names("office-pc"))


def test_a_build_is_one_aligned_line() -> None:
    """Time, seconds, what changed, what came of it."""
    before, after = Situation("a"), Situation("b")
    changed = frozenset(["data/offers.csv", "data/products/a.yml"])
    lines = build_lines(changed, Outcome(after, 0.814, 109, 6), previous=before, now=NOW)
    assert lines == ["10:31:02   0.81 秒  data/offers.csv 等 2 个文件  → 更新了 6 个文件"]
    first = build_lines(frozenset(), Outcome(after, 12.3, 109, 109), previous=Situation(""), now=NOW)
    assert first == ["10:31:02  12.30 秒  首次生成  → 共 109 个文件"]
    same = build_lines(frozenset(["data/a.csv"]), Outcome(before, 0.1, 109), previous=before, now=NOW)
    assert same == ["10:31:02   0.10 秒  data/a.csv  → 页面没有变化"]


def test_the_first_five_findings_are_told_once() -> None:
    """Five with place and field, the rest as a number; a build that finds the same says only how many."""
    report = Report.of(finding("code-missing", Place(f"data/products/p{number}.yml", 1)) for number in range(7))
    broken = Situation("a", report)
    lines = build_lines(frozenset(["data/a.csv"]), Outcome(broken, 0.1), previous=Situation("a"), now=NOW)
    assert len(lines) == 7
    assert lines[0].endswith("→ 页面没有变化，7 处警告")
    assert "data/products/p0.yml:1" in lines[1]
    assert "还有 2 处" in lines[6]
    assert len(build_lines(frozenset(["data/a.csv"]), Outcome(broken, 0.1), previous=broken, now=NOW)) == 1


def test_a_failure_is_told_with_place_and_remedy() -> None:
    """A fault that is no finding has its sentence, its line, and what to do."""
    failed = Situation("a", failure=Failure("模板有错", "请改好。", "themes/x.html:2"))
    lines = build_lines(frozenset(["themes/x.html"]), Outcome(failed, 0.1), previous=Situation("a"), now=NOW)
    assert lines[0].endswith("→ 没有生成成功，页面保持上次的样子")
    assert lines[1:] == ["          themes/x.html:2  模板有错", "            请改好。"]
