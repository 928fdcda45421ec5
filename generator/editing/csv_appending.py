"""
Adding rows at the end of an editors' CSV file: read whole, added to, never changed.

Whatever is in the file stays byte for byte; new rows follow its header, its delimiter, its encoding and its line ends.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from pathlib import Path

from generator.contract.schema import Table, load_tables
from generator.errors import EnvironmentRefused
from generator.intake.csv_header import find_header, known_header
from generator.intake.encodings import decode_csv

from .file_writing import write_file

_LINE_END = "\r\n"
"""RFC 4180, 2.1; what Excel writes."""
_CODECS = ("utf-8-sig", "utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
"""Encodings that intake takes for CSV; byte order marks of UTF-16 are taken off before."""


def append_rows(path: Path, before: bytes, rows: Sequence[dict[str, str]], *, table: str, undone: str) -> None:
    """Add *rows* to the file at *path* in one step.

    Args:
        path: The file, ``data/<table>.csv`` of a site.
        before: What it held when it was read; ``b""`` where there was none.
        rows: As :func:`with_rows` takes them.
        table: Name of its table.
        undone: What is not done when another program has changed the file meanwhile, such as ``没有发码``.

    Raises:
        EnvironmentRefused: The file was changed meanwhile, or cannot be written.
    """
    now = path.read_bytes() if path.exists() else b""
    if now != before:
        raise EnvironmentRefused(
            f"data/{path.name} 刚刚被别的程序改动，{undone}。", mend="关掉正在改它的程序，再运行一次。"
        )
    write_file(path, with_rows(before, rows, table=table))


def with_rows(before: bytes, rows: Sequence[dict[str, str]], *, table: str) -> bytes:
    """Return a CSV file with *rows* added at its end; what it held stays as it is.

    Args:
        before: The file as it is; empty where there is none.
        rows: Canonical field name → canonical text, listed values in English; they are written in Chinese where
            the header is.
        table: Name of its table.

    Raises:
        EnvironmentRefused: The header lacks a column that the rows need.
    """
    schema = load_tables()[table]
    name = f"data/{table}.csv"
    if not before.strip(codecs.BOM_UTF8 + b"\r\n \t"):
        header = _LINE_END.join([",".join(entry.title for entry in schema.fields), ""])
        before = codecs.BOM_UTF8 + header.encode()
    codec, text = _decoded(before, schema)
    known = frozenset(schema.words)
    found = find_header(text, known)
    assert found is not None, "a sound file has a header"
    columns = [schema.words[word].name if word in schema.words else "" for word in found.words]
    lacking = [schema.by_name[column].title for column in rows[0] if column not in columns]
    if lacking:
        raise EnvironmentRefused(f"{name} 的表头缺少：{'、'.join(lacking)}。", mend="在表头补上这些列，再运行一次。")
    chinese = {column: word for column, word in zip(columns, found.words, strict=True) if not word.isascii()}
    out = io.StringIO()
    writer = csv.writer(out, delimiter=found.delimiter, lineterminator=_line_end(before, codec))
    for row in rows:
        writer.writerow([_cell(schema, column, row.get(column, ""), chinese=column in chinese) for column in columns])
    gap = "" if text.endswith("\n") else _line_end(before, codec)
    return before + (gap + out.getvalue()).encode("utf-8" if codec == "utf-8-sig" else codec)


def _decoded(data: bytes, schema: Table) -> tuple[str, str]:
    """Return the codec in which intake reads *data*, without a mark of UTF-16, and the text."""
    known = frozenset(schema.words)
    name = f"data/{schema.name}.csv"
    text = decode_csv(data, name, lambda sample: known_header(sample, known)).text
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        data = data.removeprefix(mark)
    for codec in _CODECS:
        try:
            if text is not None and data.decode(codec).replace("\r\n", "\n").replace("\r", "\n") == text:
                return codec, text
        except UnicodeDecodeError:
            continue
    raise EnvironmentRefused(f"{name} 的编码认不出来。", mend="用 Excel 另存为“CSV UTF-8”，再运行一次。")


def _line_end(data: bytes, codec: str) -> str:
    """Return the line end that the file uses; Excel's where it has none yet."""
    body = data.decode(codec, "ignore")
    if "\r\n" in body or "\n" not in body:
        return "\r" if "\r" in body and "\n" not in body else _LINE_END
    return "\n"


def _cell(schema: Table, column: str, text: str, *, chinese: bool) -> str:
    entry = schema.by_name.get(column)
    labels = {category.value: category.label for category in entry.categories} if entry and chinese else {}
    return labels.get(text, text)
