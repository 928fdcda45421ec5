"""What is remembered of data files gives what reading them again would give, and no change of a file is missed."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.build.file_memory import FileMemory
from generator.build.memory import Memory
from generator.contract import (
    Checked,
    ContractSettings,
    check_texts,
    encoded,
    intake_names,
    read_texts,
    reading_digest,
)
from generator.errors import EnvironmentRefused
from generator.findings import Finding
from generator.intake.data_folder import read_data, read_path
from generator.intake.files import KnownFile

SITES = Path(__file__).parent.parent / "sites"
SETTINGS = ContractSettings(
    as_of=date(2020, 9, 30),
    language="zh-Hans",
    currency_units={"元": Decimal(1), "万元": Decimal(10_000)},
    masks=("面议",),
    region_scheme="gb2260",
    personal_data={"手机号": r"(?<!\d)1[3-9]\d{9}(?!\d)"},
    shelf_codes=True,
)
PRODUCT = "data/products/cha.yml"
TEXT = """名称: 紫阳富硒茶
种类: 商品
品类: [chaye, xinpin]
产地: 610924
介绍: |
  第一段。

  第二段。
报价:
  - 渠道: store
    售价: 12.50
    适用采购方: [工会, 单位]
空的:
"""
tells_changes = pytest.mark.skipif(sys.platform == "win32", reason="no time there tells every change")


def checked(site: Path, memory: FileMemory, settings: ContractSettings = SETTINGS) -> tuple[Checked, list[str]]:
    """Check the data of *site* as a build does; return also the files that were known."""
    intake = read_data(site / "data", tables=intake_names(), root=site, read=memory.read)
    reading = read_texts(intake.files, settings)
    memory.keep((path, encoded(texts)) for path, texts in reading.sound.items())
    told = check_texts(replace(reading, findings=(*intake.findings, *reading.findings)), settings)
    return told, [file.path for file in intake.files if isinstance(file, KnownFile)]


def plain(result: Checked) -> tuple[tuple[Finding, ...], object]:
    """Return findings and rows as plain values, to be compared."""
    rows = {
        table: [(row.key, dict(row.values), row.digest, row.unread, row.place()) for row in each]
        for table, each in result.rows.items()
    }
    return result.findings, rows


def written(site: Path, text: str = TEXT) -> Path:
    """Write a site with one product."""
    path = site / PRODUCT
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def name_of(result: Checked) -> object:
    """Return the name of the one product."""
    (row,) = result.rows["products"]
    return row.values["name"]


@contextmanager
def later(monkeypatch: pytest.MonkeyPatch, seconds: float = 10) -> Iterator[None]:
    """Let the clock go ahead of the file system's, so that files written just now were written long ago."""
    now = time.time_ns
    with monkeypatch.context() as patch:
        patch.setattr(time, "time_ns", lambda: now() + int(seconds * 1e9))
        yield


@pytest.mark.parametrize("folder", ["shop", *sorted(f"broken/{path.name}" for path in (SITES / "broken").iterdir())])
def test_a_remembered_site_is_as_read(folder: str, tmp_path: Path) -> None:
    """Rows with their places and all findings are the same from another run's memory, on good sites and broken ones."""
    site = SITES / folder
    first, known = checked(site, FileMemory(tmp_path / "files.jsonl", "program"))
    again, known_again = checked(site, FileMemory(tmp_path / "files.jsonl", "program"))

    assert known == []
    assert plain(again) == plain(first) == plain(checked(site, FileMemory(None, "program"))[0])
    assert known_again or folder != "shop"


def test_every_field_of_a_remembered_record_knows_its_place(tmp_path: Path) -> None:
    """Words, places and what was written come back when they are asked for, those of nested records too."""
    site = SITES / "shop"
    first, _ = checked(site, FileMemory(tmp_path / "files.jsonl", "program"))
    again, _ = checked(site, FileMemory(tmp_path / "files.jsonl", "program"))

    for table, rows in first.rows.items():
        for before, after in zip(rows, again.rows[table], strict=True):
            for name in before.values:
                assert after.word(name) == before.word(name)
                assert after.place(name) == before.place(name)
                assert after.written(name) == before.written(name)


def test_changed_content_is_read_anew(tmp_path: Path) -> None:
    """One other character is another file; so is the same content under another name."""
    written(tmp_path, TEXT.replace("空的:\n", ""))
    checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))
    written(tmp_path, TEXT.replace("空的:\n", "").replace("富硒", "绿"))
    assert name_of(checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))[0]) == "紫阳绿茶"

    (tmp_path / PRODUCT).rename(tmp_path / "data/products/hong.yml")
    renamed, known = checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))
    assert [row.key for row in renamed.rows["products"]] == ["hong"]
    assert known == []


def test_files_with_findings_are_read_again(tmp_path: Path) -> None:
    """What an editor must be told is told in every run."""
    written(tmp_path, TEXT)
    told, _ = checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))
    again, known = checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))

    assert "unknown-field" in [finding.code for finding in told.findings]
    assert again.findings == told.findings
    assert known == []


SOUND = TEXT.replace("空的:\n", "")


@tells_changes
def test_an_unchanged_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose size, times and inode are as they were long after its last change is known by these alone."""
    written(tmp_path, SOUND)
    with later(monkeypatch):
        checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))
    memory = FileMemory(tmp_path / "files.jsonl", "program")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", None)
        file = memory.read(PRODUCT, tmp_path / PRODUCT, intake_names())

    assert isinstance(file, KnownFile)


def test_a_change_right_after_a_run_is_seen(tmp_path: Path) -> None:
    """A change of the same length, at the same time as far as the file system can tell, is seen."""
    path = written(tmp_path, SOUND)
    for text in ("甲", "乙", "丙", "丁"):
        found = os.stat(path)
        path.write_text(SOUND.replace("硒", text), encoding="utf-8")
        os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
        assert name_of(checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))[0]) == f"紫阳富{text}茶"


@tells_changes
def test_a_change_that_is_dated_back_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sets the time of a file back after a change of the same length still changes it."""
    path = written(tmp_path, SOUND)
    with later(monkeypatch):
        checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))
    before = os.stat(path)
    time.sleep(0.02)  # More than a tick of the file system's clock.
    path.write_text(SOUND.replace("富硒", "高山"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = os.stat(path)

    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (before.st_size, before.st_mtime_ns, before.st_ino)
    assert name_of(checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))[0]) == "紫阳高山茶"


@tells_changes
def test_times_are_learned_when_they_can_be_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file read right after its change is read once more later on, and from then on known by its times."""
    written(tmp_path, SOUND)
    kept = tmp_path / "files.jsonl"
    checked(tmp_path, FileMemory(kept, "program"))
    at_once = kept.read_bytes()
    with later(monkeypatch):
        checked(tmp_path, FileMemory(kept, "program"))
    learned = kept.stat()
    checked(tmp_path, FileMemory(kept, "program"))

    assert kept.read_bytes() != at_once
    assert (kept.stat().st_ino, kept.stat().st_mtime_ns) == (learned.st_ino, learned.st_mtime_ns)


def test_a_file_changed_while_it_is_checked_stops_the_run(tmp_path: Path) -> None:
    """Words and places are never taken from another file than the one that was recognised."""
    path = written(tmp_path, SOUND)
    checked(tmp_path, FileMemory(tmp_path / "files.jsonl", "program"))
    memory = FileMemory(tmp_path / "files.jsonl", "program")
    (file,) = read_data(tmp_path / "data", tables=intake_names(), root=tmp_path, read=memory.read).files
    path.write_text("名称: 别的\n" + SOUND, encoding="utf-8")

    with pytest.raises(EnvironmentRefused, match=r"data/products/cha\.yml .*改动") as refused:
        check_texts(read_texts([file], SETTINGS), SETTINGS)
    assert refused.value.mend == "请再运行一次。"


def test_a_file_that_has_gone_is_forgotten(tmp_path: Path) -> None:
    """What is kept is what the last run met."""
    path = written(tmp_path, SOUND)
    kept = tmp_path / "files.jsonl"
    checked(tmp_path, FileMemory(kept, "program"))
    shutil.rmtree(path.parent)
    result, _ = checked(tmp_path, FileMemory(kept, "program"))

    assert result.rows["products"] == ()
    assert kept.read_bytes().split(b"\n")[1:] == [b"{}"]


@pytest.mark.parametrize("line", [1, 2])
@pytest.mark.parametrize("damage", [b"", b"{}", b"[1]", b'{"data/products/cha.yml":[1,"",2]}', b'{"products":[[],[]]}'])
def test_a_damaged_memory_costs_time_only(line: int, damage: bytes, tmp_path: Path) -> None:
    """Lines that are not as they were written count as nothing."""
    written(tmp_path, SOUND)
    kept = tmp_path / "files.jsonl"
    sound, _ = checked(tmp_path, FileMemory(kept, "program"))
    lines = kept.read_bytes().split(b"\n")
    lines[line] = damage
    kept.write_bytes(b"\n".join(lines))
    again, known = checked(tmp_path, FileMemory(kept, "program"))

    assert plain(again) == plain(sound)
    assert known == []
    assert checked(tmp_path, FileMemory(kept, "program"))[1] == [PRODUCT]


def test_a_cut_memory_counts_as_nothing(tmp_path: Path) -> None:
    """Whatever part of the memory is left after a crash of the machine, nothing wrong is read from it."""
    site = SITES / "shop"
    kept = tmp_path / "files.jsonl"
    sound = plain(checked(site, FileMemory(kept, "program"))[0])
    whole = kept.read_bytes()
    for cut in range(0, len(whole), len(whole) // 7):
        kept.write_bytes(whole[:cut])
        assert plain(checked(site, FileMemory(kept, "program"))[0]) == sound


def test_other_readers_read_for_themselves(tmp_path: Path) -> None:
    """Another program, or settings under which values mean something else, know nothing of what was read before."""
    path = tmp_path / "files.jsonl"
    comma = replace(SETTINGS, decimal_comma=True)
    written(tmp_path, SOUND)
    checked(tmp_path, FileMemory(path, f"program {reading_digest(SETTINGS)}"))

    assert checked(tmp_path, FileMemory(path, f"newer {reading_digest(SETTINGS)}"))[1] == []
    assert checked(tmp_path, FileMemory(path, f"newer {reading_digest(comma)}"), comma)[1] == []
    assert checked(tmp_path, FileMemory(path, f"newer {reading_digest(comma)}"), comma)[1] == [PRODUCT]
    assert reading_digest(replace(SETTINGS, as_of=date(2021, 1, 1))) == reading_digest(SETTINGS)


def test_without_a_path_nothing_is_remembered(tmp_path: Path) -> None:
    """A run that shall use no memory reads every file, and keeps none."""
    path = written(tmp_path, SOUND)
    memory = Memory.open(tmp_path / ".shanhuo", "program", use_cache=False).files(SETTINGS)
    for _ in range(2):
        assert checked(tmp_path, memory)[1] == []
    assert memory.read(PRODUCT, path, intake_names()) == read_path(PRODUCT, path, intake_names())
    assert [entry.name for entry in tmp_path.iterdir()] == ["data"]
