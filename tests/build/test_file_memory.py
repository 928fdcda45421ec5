"""What is remembered of YAML files is what reading them again would give."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.file_memory import FileMemory
from generator.contract import intake_names
from generator.intake.files import FileResult, read_file

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


def written(memory: FileMemory, path: str, text: str) -> FileResult:
    """Read *text* through *memory* as the file at *path*."""
    return memory.read(path, text.encode(), intake_names())


def plain(result: FileResult) -> object:
    """Return everything of a result as plain values, to be compared."""

    def of(record: object) -> object:
        values = {name: getattr(record, name) for name in record.__dataclass_fields__}  # type: ignore[attr-defined]
        values["values"] = {
            key: [of(item) if hasattr(item, "places") else item for item in value] if isinstance(value, list) else value
            for key, value in values["values"].items()
        }
        values["places"] = dict(values["places"])
        return values

    return result.path, result.table, [of(record) for record in result.records], result.findings, result.is_complete


def test_a_remembered_file_is_as_read(tmp_path: Path) -> None:
    """Values, nested records and all places come back as they were, from another run's memory."""
    first = FileMemory(tmp_path / "files.jsonl", "program")
    written(first, PRODUCT, TEXT)
    first.save()
    again = written(FileMemory(tmp_path / "files.jsonl", "program"), PRODUCT, TEXT)
    assert plain(again) == plain(read_file(PRODUCT, TEXT.encode(), intake_names()))


def test_changed_content_is_read_anew(tmp_path: Path) -> None:
    """One other character is another file; so is the same content under another name."""
    memory = FileMemory(tmp_path / "files.jsonl", "program")
    written(memory, PRODUCT, TEXT)
    memory.save()
    later = FileMemory(tmp_path / "files.jsonl", "program")
    assert written(later, PRODUCT, TEXT.replace("富硒", "绿")).records[0].values["名称"] == "紫阳绿茶"
    assert written(later, "data/products/hong.yml", TEXT).records[0].default_id == "hong"


def test_files_with_findings_are_read_again(tmp_path: Path) -> None:
    """What an editor must be told is told in every run."""
    memory = FileMemory(tmp_path / "files.jsonl", "program")
    bad = TEXT + "名称: 第二次\n"
    told = written(memory, PRODUCT, bad).findings
    memory.save()
    assert told
    assert written(FileMemory(tmp_path / "files.jsonl", "program"), PRODUCT, bad).findings == told


@pytest.mark.parametrize(
    "damage", ["", "{}", "[1]", '["products",[1,2]]', '["products",["products",1,[],{},{},{},[],""]]']
)
def test_a_damaged_memory_costs_time_only(tmp_path: Path, damage: str) -> None:
    """Lines that cannot be understood count as nothing."""
    path = tmp_path / "files.jsonl"
    memory = FileMemory(path, "program")
    written(memory, PRODUCT, TEXT)
    memory.save()
    head, line = path.read_text().split("\n")
    path.write_text(f"{head}\n{line.split(' ')[0]} {damage}")
    again = written(FileMemory(path, "program"), PRODUCT, TEXT)
    assert plain(again) == plain(read_file(PRODUCT, TEXT.encode(), intake_names()))


def test_another_program_remembers_nothing(tmp_path: Path) -> None:
    """Another version of the program reads for itself, and keeps only what it read."""
    path = tmp_path / "files.jsonl"
    memory = FileMemory(path, "program")
    written(memory, PRODUCT, TEXT)
    memory.save()
    newer = FileMemory(path, "newer")
    written(newer, "data/products/hong.yml", TEXT)
    newer.save()
    assert len(path.read_bytes().split(b"\n")) == 2
