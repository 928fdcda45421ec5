"""What is not public appears nowhere: a marked word in each such field is looked for in all that can leave a site."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.build import Options, build
from generator.contract import load_tables
from generator.editing.compressed_export import export_compressed
from generator.editing.headers_export import SERVERS, export_headers
from generator.editing.label_printing import LabelOrder, print_labels
from generator.editing.package_export import export_package
from generator.editing.reading import read_sound_site
from generator.editing.sheet_printing import print_issue, print_placement, print_poster, print_talkers
from generator.surfaces.label_choice import Choice

from .canaries import add_sound_and_picture, canaries, hide_canaries, plain_texts
from .prepared_sites import copy_site
from .site_copies import differing, digests
from .sizes import record_result

MARK, OTHER = "aa", "bb"
"""Two sets of canaries: what tells them apart in what is published has looked at them."""
EVERY_SURFACE = "surfaces: [portal, search, shelf, api, data]\n"


class Left(NamedTuple):
    """A site and all that left it."""

    site: Path
    out: Path
    exports: Path


def _package(site: Path, exports: Path) -> None:
    export_package(read_sound_site(site, purpose="导出"), exports / "package", public_only=True)


def _headers(site: Path, exports: Path) -> None:
    loaded = read_sound_site(site, purpose="导出")
    for server in SERVERS:
        (exports / f"{server}.conf").write_text(export_headers(loaded, server).text, "utf-8")


def _compressed(site: Path, exports: Path) -> None:
    export_compressed(site, site.parent / "out", exports / "compressed")


def _labels(site: Path, exports: Path) -> None:
    print_labels(site, LabelOrder(choice=Choice()), out=exports / "labels.pdf", log=False)


def _talkers(site: Path, exports: Path) -> None:
    print_talkers(site, Choice(), out=exports / "talkers.pdf", log=False)


def _posters(site: Path, exports: Path) -> None:
    print_poster(site, product="ziyang-cha", out=exports / "product.pdf", log=False)
    print_poster(site, campaign="xiaofei-yue", out=exports / "campaign.pdf", log=False)


def _placement(site: Path, exports: Path) -> None:
    print_placement(site, "gui-zi", out=exports / "placement.pdf", log=False)


def _issue(site: Path, exports: Path) -> None:
    print_issue(site, "di-yi-qi", out=exports / "issue.pdf", log=False)


EXPORTS: Mapping[str, Callable[[Path, Path], None]] = {
    "package": _package,
    "headers": _headers,
    "compressed": _compressed,
    "labels": _labels,
    "talkers": _talkers,
    "posters": _posters,
    "placement": _placement,
    "issue": _issue,
}
"""Everything that a command hands out besides the site itself and that is meant for others."""


def _left(folder: Path, mark: str, exported: Collection[str]) -> Left:
    """Return a small site with every table and every surface, its canaries, and all that left it."""
    site = copy_site("shop", folder / "shop")
    add_sound_and_picture(site)
    _hide_drafts(site)
    settings = site / "site_config.yml"
    settings.write_text(settings.read_text("utf-8") + EVERY_SURFACE, "utf-8")
    assert hide_canaries(site, mark) == set(canaries(mark)), "give the shop a record of the table that has none"
    out, exports = folder / "out", folder / "exports"
    exports.mkdir()
    build(Options(site, out=out, jobs=1))
    for name in exported:
        EXPORTS[name](site, exports)
    return Left(site, out, exports)


def _hide_drafts(site: Path) -> None:
    """Add what is not out yet: drafts, a recall and a campaign of later days, a figure and a purchase of that."""
    hidden = {
        "products/cao-gao.yml": "名称: kanari-product\n种类: 商品\n品类: [drinks]\n产地: '610924'\n"
        "介绍: kanari-text\n规格: 一盒\n暂无报价原因: 还没有定价\n状态: 草稿\n",
        "stories/cao-gao.yml": "标题: kanari-story\n帮扶类别: 消费帮扶\n正文: kanari-body\n状态: 草稿\n来源: bao-gao\n",
        "campaigns/ming-nian.yml": "名称: kanari-campaign\n开始日期: 2021-09-01\n结束日期: 2021-09-30\n"
        "一句话介绍: kanari-summary\n发布日期: 2021-08-01\n",
    }
    for name, text in hidden.items():
        (site / "data" / name).write_text(text, "utf-8")
    recall = {"产品": "ziyang-cha", "公告日期": "2020-12-01", "原因": "kanari-recall", "处理办法": "退货"}
    _append(site / "data/recalls.csv", 编号="jiang-lai", **recall)
    figure = {
        "指标": "kanari-figure",
        "数值": "3",
        "单位": "户",
        "限定词": "确数",
        "数据时间": "2020",
        "来源": "bao-gao",
    }
    _append(site / "data/figures.csv", 编号="jiang-lai", 活动="ming-nian", **figure)
    bought = {"日期": "2020-09-01", "登记日期": "2020-09-02", "采购单位": "weiyang-union", "采购方类型": "工会"}
    sum_of = {"数量": "1", "单位": "kanari-unit", "金额": "3元", "性质": "采购", "依据": "付款", "示例": "是"}
    _append(site / "data/ledger.csv", 编号="jiang-lai", 活动="ming-nian", **bought, **sum_of)


def _append(file: Path, **cells: str) -> None:
    """Add a row to a table, by the titles of its columns."""
    lines = file.read_text("utf-8-sig")
    header = next(csv.reader(lines.splitlines()))
    assert set(cells) <= set(header)
    file.write_text(lines + ",".join(cells.get(name, "") for name in header) + "\n", "utf-8-sig")


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    """The site with the first set of canaries."""
    return _left(tmp_path_factory.mktemp("canaries"), MARK, EXPORTS)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _words(mark: str) -> dict[bytes, tuple[str, str]]:
    """Return canary, as it would be read → where it was hidden."""
    words = {word.encode(): place for place, word in canaries(mark).items()}
    days = {place: date.fromisoformat(word.decode()) for word, place in words.items() if not word.startswith(b"kan")}
    told = {f"{day.year}年{day.month}月{day.day}日".encode(): place for place, day in days.items()}
    return words | told


def test_no_canary_leaves_the_site(left: Left) -> None:
    """Not on a page, in a feed, the API, a download, the search, a compressed twin or the words of a PDF."""
    words = _words(MARK)
    files = [*_files(left.out), *_files(left.exports)]
    suffixes = {path.suffix for path in files}
    assert {".html", ".json", ".csv", ".xml", ".js", ".svg", ".pdf", ".gz", ".mp3", ".png"} <= suffixes
    told = [
        (path, place)
        for path in files
        for text in plain_texts(path)
        for word, place in words.items()
        if word in text or word.upper() in text
    ]
    assert told == []
    record_result("canaries", len(words), "fields that are not public", f"none in {len(files)} files")


def test_other_words_there_change_no_byte(left: Left, tmp_path: Path) -> None:
    """Nothing is made of a hidden word either: no piece of it in the search, no length, no order."""
    other = _left(tmp_path, OTHER, ("package",))
    assert differing(digests(left.out), digests(other.out)) == []
    assert differing(digests(left.exports / "package"), digests(other.exports / "package")) == []


def test_the_canaries_are_there(left: Left, tmp_path: Path) -> None:
    """A package for the office, which holds everything, has each of them: the search does find what is there."""
    export_package(read_sound_site(left.site, purpose="导出"), tmp_path / "all", public_only=False)
    whole = b"".join(text for path in _files(tmp_path / "all") for text in plain_texts(path))
    missing = [place for word, place in _words(MARK).items() if word.isascii() and word not in whole]
    assert missing == []


def test_drafts_and_their_words_stay_inside(left: Left) -> None:
    """A draft, a recall or a campaign of a later day and what is reckoned to it: no word of them is out."""
    told = [
        path
        for path in (*_files(left.out), *_files(left.exports))
        for text in plain_texts(path)
        if b"kanari" in text or b"cao-gao" in path.name.encode()
    ]
    assert told == []


def test_every_field_is_marked_or_a_number() -> None:
    """A field that is not public and could say something about somebody has a canary."""
    left_out = {
        f"{table.name}.{field.name}"
        for table in load_tables().values()
        for field in table.fields
        if not field.public and (table.name, field.name) not in canaries(MARK)
    }
    assert {name.partition(".")[0] for name in left_out} <= {"label_stocks", "print_log", "reports"}
