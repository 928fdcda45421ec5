"""Marked words in everything that is not public, and whatever is published read down to its text."""

from __future__ import annotations

import csv
import gzip
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pypdf
import pypdfium2
from photographs import landscape

from generator.contract import load_tables
from generator.contract.schema import Field, Table

from .site_copies import REPOSITORY

SOUNDS: Final = REPOSITORY / "tests/sounds"
NUMBERS: Final = ("number", "integer", "list")
"""Types of fields that cannot hold a word; those of them that are not public are measures of labels and counts."""
_ZIPPED: Final = frozenset({".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".epub", ".whl"})


def canaries(mark: str) -> dict[tuple[str, str], str]:
    """Return (table, field) → the canary of every field that is not public and can hold one."""
    return {
        (table.name, field.name): _canary(mark, table, field)
        for table in load_tables().values()
        for field in table.fields
        if not field.public and field.type not in NUMBERS and not field.categories and not field.target
    }


def _canary(mark: str, table: Table, field: Field) -> str:
    """Return a word that nothing else says; for a day one on which nothing happened, which tells the mark too."""
    if field.type == "date":
        return f"19{50 + len(mark) * 7 % 40}-0{1 + len(field.name) % 9}-13"
    return f"kanari-{mark}-{table.name}-{field.name}".replace("_", "-")


def hide_canaries(site: Path, mark: str) -> set[tuple[str, str]]:
    """Write the canaries into every record of the tables of *site*; return which fields hold one now."""
    written: set[tuple[str, str]] = set()
    tables, found = load_tables(), canaries(mark)
    for name in {table for table, _ in found}:
        words = [(tables[name].by_name[field], word) for (table, field), word in found.items() if table == name]
        file, folder = site / "data" / f"{name}.csv", site / "data" / name
        if file.is_file():
            _into_csv(file, words)
            written.update((name, field.name) for field, _ in words)
        for record in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
            _into_yaml(record, words)
            written.update((name, field.name) for field, _ in words)
    return written


def _into_csv(file: Path, words: list[tuple[Field, str]]) -> None:
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    for field, word in words:
        if field.title not in rows[0]:
            for row in rows:
                row.append("")
            rows[0][-1] = field.title
        column = rows[0].index(field.title)
        for number, row in enumerate(rows[1:]):
            row[column] = f"{word}-{number}" if field.type == "string" else word
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        csv.writer(target).writerows(rows)


def _into_yaml(file: Path, words: list[tuple[Field, str]]) -> None:
    text = file.read_text("utf-8")
    for field, word in words:
        text = f'{field.title}: "{word}"\n' + re.sub(rf"(?m)^{field.title}: .*\n", "", text)
    file.write_text(text, "utf-8")


def add_sound_and_picture(site: Path) -> None:
    """Give the site what few sites have: a recording and a photograph, both with consent on record."""
    (site / "data/recordings.csv").write_text(
        "文件名,标题,文字,相关产品,讲述人同意\nvoice.mp3,茶农讲采茶,采下来的茶不过夜。,ziyang-cha,已同意\n", "utf-8"
    )
    shutil.copytree(SOUNDS, site / "data/recordings")
    (site / "data/pictures.csv").write_text(
        "文件名,文字说明,作者,使用许可,肖像同意\ncha-yuan.jpg,茶园,示例,CC0,已同意\n", "utf-8"
    )
    (site / "data/pictures").mkdir()
    landscape(320, 240).save(site / "data/pictures/cha-yuan.jpg")
    tea = site / "data/products/ziyang-cha.yml"
    tea.write_text("图片: [cha-yuan.jpg]\n" + tea.read_text("utf-8"), "utf-8")


def plain_texts(path: Path) -> Iterator[bytes]:
    """Yield what *path* holds, as it is and read down to its text: unpacked, unzipped, a PDF's words and its title."""
    yield path.name.encode()
    yield from _plain(path.suffix, path.read_bytes())


def _plain(suffix: str, content: bytes) -> Iterator[bytes]:
    yield content
    if suffix == ".gz":
        yield gzip.decompress(content)
    elif suffix == ".pdf":
        with pypdfium2.PdfDocument(content) as document:
            for page in document:
                yield page.get_textpage().get_text_range().encode()
        yield repr(pypdf.PdfReader(io.BytesIO(content)).metadata).encode()
    elif suffix in _ZIPPED:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from _plain(Path(name).suffix, archive.read(name))
