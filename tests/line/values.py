"""Every single-line value of a site's data files: where it stands, what field it is, and how to write another."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from generator.contract import Field, Nested, Table, load_tables, table_words

BOM = "\ufeff"
_PAIR = re.compile(r"(?P<before>\s*(?:- )?)(?P<key>[^\s:#\-][^:#]*): (?P<text>[^\s|>].*)")
_OPEN = re.compile(r"(?P<indent>\s*)(?P<key>[^\s:#\-][^:#]*):(?P<block> [|>].*)?\s*")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as an editor wrote it."""

    file: str
    """Path from the site's folder."""
    line: int
    """Line, from 1, on which its record or the value itself begins; a cell may hold lines of its own."""
    table: str
    field: Field
    text: str
    cell: int | None
    """Number of the cell from 0, in CSV."""
    index: int
    """Number of its line among those of :func:`lines_of`, from 0; it stays when other cells become longer."""

    @property
    def is_key(self) -> bool:
        """Tell whether the value is its record's own identifier."""
        return load_tables()[self.table].primary_key == (self.field.name,)

    def write(self, site: Path, text: str) -> None:
        """Replace the value in its file; everything else stays byte for byte."""
        path = site / self.file
        lines, end = lines_of(path)
        index = self.index
        if self.cell is None:
            match = _PAIR.fullmatch(lines[index])
            assert match is not None
            lines[index] = lines[index][: match.start("text")] + text
        else:
            row = next(csv.reader([lines[index]]))
            row[self.cell] = text
            lines[index] = csv_line(row)
        path.write_bytes(end.join(lines).encode())


def values_of(site: Path) -> list[Value]:
    """Return all values that stand on one line, in the order of files and lines."""
    found: list[Value] = []
    for path in sorted((site / "data").rglob("*")):
        file = path.relative_to(site).as_posix()
        if path.suffix == ".csv":
            found += _csv_values(path, file)
        elif path.suffix in (".yml", ".yaml"):
            found += _yaml_values(path, file)
    return found


def table_of(file: str) -> Table:
    """Return the table that a data file belongs to by its name, or by its folder's."""
    parts = Path(file).parts
    word = parts[1] if len(parts) > 2 else Path(parts[1]).stem
    return load_tables()[table_words()[word]]


def csv_line(row: list[str]) -> str:
    """Write *row* as one line of CSV."""
    target = io.StringIO()
    csv.writer(target, lineterminator="").writerow(row)
    return target.getvalue()


def lines_of(path: Path) -> tuple[list[str], str]:
    """Return the lines of a UTF-8 file and what ends them; a byte order mark stays with the first line."""
    text = path.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    return text.split(end), end


def _csv_values(path: Path, file: str) -> Iterator[Value]:
    table = table_of(file)
    lines, _ = lines_of(path)
    header = next(csv.reader([lines[0].removeprefix(BOM)]))
    fields = [table.words.get(word) for word in header]
    starts = accumulate((line.count("\n") + 1 for line in lines), initial=1)  # an editor sees lines inside of cells too
    for index, (number, line) in enumerate(zip(starts, lines, strict=False)):
        if not index or not line:
            continue
        for cell, text in enumerate(next(csv.reader([line]))):
            field = fields[cell]
            if isinstance(field, Field):
                yield Value(file, number, table.name, field, text, cell, index)


def _yaml_values(path: Path, file: str) -> Iterator[Value]:
    own = inside = table_of(file)
    block: int | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        indent = len(line) - len(line.lstrip())
        if block is not None and (indent > block or not line.strip()):
            continue
        block = None
        opened = _OPEN.fullmatch(line)
        if opened is not None:
            word = own.words.get(opened["key"])
            if opened["block"]:
                block = indent
            elif isinstance(word, Nested):
                inside = load_tables()[word.table]
            continue
        match = _PAIR.fullmatch(line)
        if match is None:
            continue
        if not match["before"]:
            inside = own
        field = inside.words.get(match["key"])
        if isinstance(field, Field):
            yield Value(file, number, inside.name, field, match["text"], None, number - 1)
