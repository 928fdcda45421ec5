"""Pages of others that carry a column: fine, changed by hand or filter, out of date, gone, not to be reached."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import shanhuo
from line.prepared_sites import copy_site
from surfaces.embed.guests import Hosts, hosts
from surfaces.support import surroundings_of

from generator.catalog.embedding import Host
from generator.catalog.tables import items_of
from generator.editing.embed_check.fetching import Fetched, Unreachable, decode, fetch
from generator.editing.embed_check.verdicts import Verdict, verdict_of
from generator.surfaces.embed.column_views import column_view
from generator.surfaces.embed.pasted import pasted_of
from generator.surfaces.embed.selection import columns_of
from generator.surfaces.embed.snippets import Grade, snippet
from generator.surfaces.surroundings import Surroundings

PAGE = '<html><head><meta charset="{0}"><title>x</title></head><body>新闻 {1}</body></html>'


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration, read once."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("hosts") / "demo"))


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Hosts]:
    """Another website."""
    with hosts() as found:
        yield found


def code(around: Surroundings, grade: Grade) -> str:
    """Return what is pasted of the column for the New Year."""
    column = next(each for each in columns_of(around.catalog) if each.id == "nianhuo-jingxuan")
    return snippet(pasted_of(around, column_view(around, column)), grade)


def judged(around: Surroundings, grade: Grade, html: str) -> Verdict:
    """Return the verdict on a page that should carry the column in *grade*."""
    column = next(each for each in columns_of(around.catalog) if each.id == "nianhuo-jingxuan")
    first = next(iter(items_of(around.catalog.items, "hosts", Host)))
    host = replace(first, column=column, grade=grade, self_hosted=False)
    return verdict_of(around, host, Fetched(PAGE.format("utf-8", html), "https://x.example/"))


@pytest.mark.parametrize("grade", ["a", "b", "c", "d", "e"])
def test_what_was_pasted_today_is_fine(demo: Surroundings, grade: Grade) -> None:
    """Each grade, amid other things."""
    assert judged(demo, grade, f"<div>{code(demo, grade)}</div>").state == "fine"


@pytest.mark.parametrize("grade", ["a", "b", "c", "d", "e"])
def test_a_page_without_it_is_told(demo: Surroundings, grade: Grade) -> None:
    """Nothing of ours is there."""
    assert judged(demo, grade, "<p>别的</p>").state == "missing"


@pytest.mark.parametrize(
    ("grade", "old", "new", "state", "words"),
    [
        ("a", "<img", "<x-img", "altered", "图片不见了"),
        ("b", "&#24180;&#36135;&#23665;&#36135;&#31665;", "&#36141;&#20080;", "altered", "年货山货箱"),
        ("c", "<iframe", "<x-frame", "altered", "框被去掉了"),
        ("d", "<script", "<x-script", "altered", "脚本不见了"),
        ("e", "<shanhuo-column", "<x-column", "altered", "组件被去掉了"),
        ("a", "columns/nianhuo-jingxuan/", "columns/lao-zhuanlan/", "outdated", "本站别的地址"),
    ],
)
def test_what_a_filter_or_a_hand_changed_is_told(
    demo: Surroundings, grade: Grade, old: str, new: str, state: str, words: str
) -> None:
    """The reason says what is missing and what to do."""
    text = code(demo, grade)
    assert old in text
    verdict = judged(demo, grade, text.replace(old, new))
    assert verdict.state == state
    assert words in "".join(verdict.reasons)


def test_a_list_that_is_out_of_date_names_what_came_and_went(demo: Surroundings) -> None:
    """One product is missing, another no longer belongs there."""
    lines = code(demo, "b").splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.startswith("<li"))
    lines[first] = '<li><a href="https://www.shanhuo.example/P/7777777/">老产品</a></li>\n'
    verdict = judged(demo, "b", "".join(lines))
    assert verdict.state == "outdated"
    assert "少了“年货山货箱”" in verdict.reasons
    assert "“老产品”已不在专栏里" in verdict.reasons


def test_pages_of_any_encoding_are_read() -> None:
    """The header's word, then the page's own, then what it is."""
    text = PAGE.format("gb2312", "消费帮扶专栏")
    assert "消费帮扶" in decode(text.encode("gb2312"), "text/html")
    assert "消费帮扶" in decode(text.encode("gb18030"), "text/html; charset=GBK")
    assert "消费帮扶" in decode("消费帮扶".encode(), "text/html")
    assert "消费帮扶" in decode("消费帮扶".encode("gb18030"), "")
    assert decode(b"\xff\xfe\xfa", "text/html; charset=nonsense")


def test_what_cannot_be_reached_is_told_and_nothing_private_is_asked(elsewhere: Hosts) -> None:
    """A missing page, a host that is not there, an address of the own network, another scheme."""
    page = elsewhere.put("fine.html", "<p>here</p>")
    assert fetch(page, allow_private=True) == Fetched("<p>here</p>", page)
    for address, words, allow in (
        (page, "内部网络", False),
        (f"{elsewhere.base}none.html", "404", True),
        ("http://127.0.0.1:9/", "连不上", True),
        ("file:///etc/passwd", "http", True),
        ("http://nowhere.invalid/", "找不到主机", False),
    ):
        answer = fetch(address, allow_private=allow, seconds=5)
        assert isinstance(answer, Unreachable)
        assert words in answer.reason


def test_a_page_beyond_all_bounds_is_refused(elsewhere: Hosts) -> None:
    """Three megabytes are no page."""
    page = elsewhere.put("large.html", "x" * 3_100_000)
    assert fetch(page, allow_private=True) == Unreachable("网页超过 3 MB")


def test_the_command_tells_every_host_and_ends_with_1_when_one_is_wrong(tmp_path: Path, elsewhere: Hosts) -> None:
    """One host is fine, one has lost the column; text, JSON and the exit code say so."""
    site = copy_site("demo", tmp_path / "site")
    around = surroundings_of(site)
    good = elsewhere.put("good.html", PAGE.format("utf-8", code(around, "e")))
    lost = elsewhere.put("lost.html", PAGE.format("utf-8", ""))
    (site / "data" / "hosts.csv").write_text(
        f"编号,名称,网址,专栏,级别\nhao,好网站,{good},nianhuo-jingxuan,组件\ndiu,丢了的,{lost},nianhuo-jingxuan,纯文本\n",
        encoding="utf-8",
    )
    words = site / "data" / "translations.csv"
    kept = [line for line in words.read_text("utf-8").splitlines(keepends=True) if not line.startswith("hosts,")]
    words.write_text("".join(kept), encoding="utf-8")
    code_of_end, out, _ = shanhuo("embed", "check", site, "--allow-private")
    assert code_of_end == 1
    assert "完好  好网站" in out
    assert "不见了  丢了的" in out
    assert "2 处，1 处完好。" in out
    code_of_end, out, _ = shanhuo("embed", "check", site, "--allow-private", "--host", "hao", "--format", "json")
    assert code_of_end == 0
    assert [each["state"] for each in json.loads(out)] == ["fine"]


def test_the_command_prints_what_is_to_be_pasted(tmp_path: Path) -> None:
    """In a language and a size; a column that is not there is told with those that are."""
    site = copy_site("demo", tmp_path / "site")
    words = ("embed", "code", "nianhuo-jingxuan", site, "--grade", "a", "--size", "728x90", "--lang", "en")
    code_of_end, out, _ = shanhuo(*words)
    assert code_of_end == 0
    assert "columns/nianhuo-jingxuan/en/728x90.png" in out
    code_of_end, _, said = shanhuo("embed", "code", "meiyou", site)
    assert code_of_end == 2
    assert "nianhuo-jingxuan" in said
