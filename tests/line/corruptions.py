"""
What goes wrong with files in an office, done on purpose to one file of a site at a time.

Three sorts: :data:`SPOILERS` spoil one value, :data:`BREAKERS` break a file's form, :data:`RESPELLERS` write the
same thing in another allowed way.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import TypeAlias

from .values import BOM, Value, csv_line, lines_of, table_of, values_of

Spoiler: TypeAlias = Callable[[Value, Random], str | None]
"""Returns what to write in the value's place; ``None`` where this cannot spoil it."""
Change: TypeAlias = Callable[[Path, Random], str]
"""Changes one file of a site and says which and how."""


def _letters_in_number(value: Value, random: Random) -> str | None:
    is_number = value.field.type in ("number", "integer")
    wrong = [f"{value.text}abc", "很多", "3o", "1.2.3", "—5x", "#REF!" if value.cell is not None else "一点二"]
    return random.choice(wrong) if is_number else None


def _negative(value: Value, random: Random) -> str | None:
    is_price = value.field.semantic == "money" and value.table in ("offers", "placement_stock")
    return f"-{random.randint(1, 99)}.50" if is_price or value.field.constraints.get("minimum") == 0 else None


def _impossible_date(value: Value, random: Random) -> str | None:
    days = ["2026-13-01", "2026-02-30", "昨天", "2026-00-10", "2026-11-31", "2O26-11-01"]
    return random.choice(days) if value.field.type == "date" else None


def _impossible_period(value: Value, random: Random) -> str | None:
    return random.choice(["2026-13", "去年", "20x6", "2026-02-30"]) if value.field.semantic == "period" else None


def _misspelt_listed(value: Value, random: Random) -> str | None:
    if not value.field.categories or value.field.is_list:
        return None
    return random.choice([f"{value.text}式", "商品儿", "不知道", "unknwon"])


def _doubtful_boolean(value: Value, random: Random) -> str | None:
    return random.choice(["也许", "2", "是吧", "ja"]) if value.field.type == "boolean" else None


def _dangling(value: Value, random: Random) -> str | None:
    if not value.field.target:
        return None
    gone = random.choice(["meiyou-zhege", "ziyang-fuxi-chaa", "610999"])
    if not value.field.is_list:
        return gone
    return f"{value.text.removesuffix(']')}, {gone}]" if value.text.endswith("]") else f"{value.text};{gone}"


def _bad_identifier(value: Value, random: Random) -> str | None:
    is_own = value.field.name == "id" and value.is_key
    return random.choice(["Ziyang-Cha", "ziyang cha", "紫阳茶", "a/b", "x" * 61, "ａｂｃ"]) if is_own else None


def _bad_address(value: Value, random: Random) -> str | None:
    addresses = [
        "ftp://example.cn/",
        "javascript:alert(1)",
        "www.example.cn",
        "https:/example.cn",
        "file:///etc/passwd",
    ]
    return random.choice(addresses) if value.field.semantic == "url" else None


def _bad_months(value: Value, random: Random) -> str | None:
    return random.choice(["13", "0", "腊月半", "3-15"]) if value.field.semantic == "months" else None


def _bad_region(value: Value, random: Random) -> str | None:
    return random.choice(["999999", "61092", "紫阳", "6109244"]) if value.field.semantic == "region" else None


def _wrong_check_digit(value: Value, _: Random) -> str | None:
    if value.field.semantic != "gtin" or not value.text.strip('"').isdigit():
        return None
    digits = value.text.strip('"')
    return f'"{digits[:-1]}{(int(digits[-1]) + 1) % 10}"'


def _emptied(value: Value, _: Random) -> str | None:
    # A YAML file without an id is known by its name, which is no fault.
    return "" if value.field.required and value.text and not (value.is_key and value.cell is None) else None


def _retyped(value: Value, random: Random) -> str | None:
    if value.cell is not None or value.field.is_list:
        return None
    return random.choice(["[甲, 乙]", "{甲: 乙}", "[[甲]]", "&a 甲"])


def _hidden_character(value: Value, random: Random) -> str | None:
    if value.field.type != "string" or not value.text or value.text[0] in "\"'[{":
        return None
    return value.text[:1] + random.choice(["\x07", "\u202e", "\ufffd"]) + value.text[1:]


def _private_number(value: Value, random: Random) -> str | None:
    is_prose = value.field.translatable and value.text and value.text[0] not in "\"'[{"
    return f"{value.text}，电话13{random.randint(100000000, 999999999)}" if is_prose else None


SPOILERS: dict[str, Spoiler] = {
    "letters in a number": _letters_in_number,
    "a negative price": _negative,
    "an impossible date": _impossible_date,
    "an impossible period": _impossible_period,
    "a listed value misspelt": _misspelt_listed,
    "neither yes nor no": _doubtful_boolean,
    "a reference to nothing": _dangling,
    "an identifier that cannot be an address": _bad_identifier,
    "an address of another kind": _bad_address,
    "months that are none": _bad_months,
    "a region code that is none": _bad_region,
    "a wrong check digit": _wrong_check_digit,
    "a required value emptied": _emptied,
    "a value of another shape": _retyped,
    "a character that nobody sees": _hidden_character,
    "a private telephone number": _private_number,
}
"""Name → spoils one value so that it cannot be meant."""


def spoil(site: Path, values: list[Value], name: str, random: Random) -> Value:
    """Spoil one value of the site in the way called *name*, and return the value as it was."""
    for value in random.sample(values, len(values)):
        text = SPOILERS[name](value, random)
        if text is not None and text != value.text:
            value.write(site, text)
            return value
    raise LookupError(name)


def _files(site: Path, *suffixes: str) -> list[Path]:
    return sorted(path for path in (site / "data").rglob("*") if path.suffix in suffixes)


def _table(site: Path, random: Random) -> Path:
    """Return a CSV file that has rows."""
    return random.choice([path for path in _files(site, ".csv") if len(lines_of(path)[0]) > 2])


def _any(site: Path, random: Random) -> Path:
    """Return a data file: tables and single things equally often."""
    return random.choice(_files(site, random.choice([".csv", ".yml"])))


def _rewrite(path: Path, lines: Iterable[str], end: str) -> None:
    path.write_bytes(end.join(lines).encode())


def _cut(site: Path, random: Random) -> str:
    path = _any(site, random)
    content = path.read_bytes()
    path.write_bytes(content[: random.randrange(len(content))])
    return path.name


def _duplicate_line(site: Path, random: Random) -> str:
    path = _any(site, random)
    lines, end = lines_of(path)
    index = random.randrange(max(1, len(lines) - 1))
    _rewrite(path, [*lines[: index + 1], *lines[index:]], end)
    return f"{path.name}:{index + 1}"


def _delete_line(site: Path, random: Random) -> str:
    path = _any(site, random)
    lines, end = lines_of(path)
    index = random.randrange(max(1, len(lines) - 1))
    _rewrite(path, [*lines[:index], *lines[index + 1 :]], end)
    return f"{path.name}:{index + 1}"


def _swap_lines(site: Path, random: Random) -> str:
    path = _any(site, random)
    lines, end = lines_of(path)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    _rewrite(path, lines, end)
    return f"{path.name}:{one + 1},{other + 1}"


def _duplicate_file(site: Path, random: Random) -> str:
    path = _any(site, random)
    copy = path.with_name(random.choice([f"{path.stem}-2{path.suffix}", f"{path.stem} - 副本{path.suffix}"]))
    shutil.copy(path, copy)
    return copy.name


def _remove_file(site: Path, random: Random) -> str:
    path = _any(site, random)
    path.unlink()
    return path.name


def _encode(encoding: str) -> Change:
    def change(site: Path, random: Random) -> str:
        path = _any(site, random)
        text = path.read_bytes().decode("utf-8-sig")
        path.write_bytes(text.encode(encoding, "replace"))
        return path.name

    return change


def _break_bytes(site: Path, random: Random) -> str:
    path = _any(site, random)
    content = bytearray(path.read_bytes())
    for _ in range(random.randint(1, 4)):
        content[random.randrange(len(content))] = random.randrange(256)
    path.write_bytes(content)
    return path.name


def _insert(*texts: str) -> Change:
    def change(site: Path, random: Random) -> str:
        path = _any(site, random)
        text = path.read_bytes().decode()
        at = random.randrange(len(text))
        path.write_bytes((text[:at] + random.choice(texts) + text[at:]).encode())
        return f"{path.name}@{at}"

    return change


def _delete_header(site: Path, random: Random) -> str:
    path = _table(site, random)
    lines, end = lines_of(path)
    _rewrite(path, lines[1:], end)
    return path.name


def _misspell_field(site: Path, random: Random) -> str:
    path = _any(site, random)
    lines, end = lines_of(path)
    if path.suffix == ".csv":
        header = next(csv.reader([lines[0].removeprefix(BOM)]))
        cell = random.randrange(len(header))
        header[cell] = random.choice([header[cell] + "儿", header[cell][:-1], "备注栏", ""])
        lines[0] = BOM + csv_line(header)
    else:
        index = random.choice([i for i, line in enumerate(lines) if line and not line.startswith((" ", "#"))])
        key, colon, rest = lines[index].partition(":")
        lines[index] = random.choice([key + "儿", key[:-1] or "某", "备注栏"]) + colon + rest
    _rewrite(path, lines, end)
    return path.name


def _replace_in_line(old: str, new: str, *suffixes: str) -> Change:
    def change(site: Path, random: Random) -> str:
        path = random.choice(_files(site, *suffixes))
        lines, end = lines_of(path)
        index = random.choice([i for i, line in enumerate(lines) if old in line] or [0])
        lines[index] = lines[index].replace(old, new)
        _rewrite(path, lines, end)
        return f"{path.name}:{index + 1}"

    return change


def _extra_cells(site: Path, random: Random) -> str:
    path = _table(site, random)
    lines, end = lines_of(path)
    index = random.randrange(len(lines) - 1)
    lines[index] += random.choice([",", ",多一格", ",,,多"])
    _rewrite(path, lines, end)
    return f"{path.name}:{index + 1}"


def _title_row(site: Path, random: Random) -> str:
    path = _table(site, random)
    lines, end = lines_of(path)
    _rewrite(path, [BOM + "二〇二六年汇总表" + "," * random.randint(0, 6), lines[0].removeprefix(BOM), *lines[1:]], end)
    return path.name


def _mask(site: Path, random: Random) -> str:
    value = random.choice(values_of(site))
    value.write(site, random.choice(["xx", "xxx.xx", "面议"]))
    return f"{value.file}:{value.line} {value.field.name}"


def _transplant(site: Path, random: Random) -> str:
    values = values_of(site)
    value, other = random.choice(values), random.choice(values)
    value.write(site, other.text)
    return f"{value.file}:{value.line} {value.field.name} ← {other.text}"


BREAKERS: dict[str, Change] = {
    "a value withheld": _mask,
    "a value from elsewhere": _transplant,
    "a file cut off": _cut,
    "a line twice": _duplicate_line,
    "a line lost": _delete_line,
    "two lines swapped": _swap_lines,
    "a file twice": _duplicate_file,
    "a file lost": _remove_file,
    "saved as GB 18030": _encode("gb18030"),
    "saved as Big5": _encode("big5"),
    "saved as UTF-16": _encode("utf-16"),
    "saved as Latin-1": _encode("latin-1"),
    "broken bytes": _break_bytes,
    "something pasted in": _insert(
        "\t", "\x00", '"', "'", ": ", "\n", "- ", "{", "]", "，", "\u200b", "=cmd()", "&x *x"
    ),
    "no header": _delete_header,
    "a field misspelt": _misspell_field,
    "another delimiter in one line": _replace_in_line(",", ";", ".csv"),
    "full-width commas": _replace_in_line(",", "，", ".csv"),
    "tabs for blanks": _replace_in_line("  ", "\t", ".yml"),
    "full-width colons": _replace_in_line(": ", "：", ".yml"),
    "too many cells": _extra_cells,
    "a title above the header": _title_row,
}
"""Name → breaks the form of one file; some results can still be read."""


def _shuffle_columns(site: Path, random: Random) -> str:
    path = _table(site, random)
    lines, end = lines_of(path)
    rows = list(csv.reader([lines[0].removeprefix(BOM), *(line for line in lines[1:] if line)]))
    order = random.sample(range(len(rows[0])), len(rows[0]))
    shuffled = [csv_line([row[cell] for cell in order]) for row in rows]
    _rewrite(path, [BOM + shuffled[0], *shuffled[1:], ""], end)
    return path.name


def _other_delimiter(site: Path, random: Random) -> str:
    path = random.choice([p for p in _files(site, ".csv") if len(lines_of(p)[0]) > 2 and b";" not in p.read_bytes()])
    lines, end = lines_of(path)
    delimiter = random.choice([";", "\t"])
    rows = csv.reader([lines[0].removeprefix(BOM), *(line for line in lines[1:] if line)])
    quoted = (delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    _rewrite(path, [*quoted, ""], end)
    return path.name


def _table_encoded(site: Path, random: Random) -> str:
    path = _table(site, random)
    text = path.read_bytes().decode("utf-8-sig")
    path.write_bytes(text.encode(random.choice(["gb18030", "utf-16", "utf-8"])))
    return path.name


def _other_line_ends(site: Path, random: Random) -> str:
    path = _any(site, random)
    lines, end = lines_of(path)
    _rewrite(path, lines, "\n" if end == "\r\n" else "\r\n")
    return path.name


def _english_header(site: Path, random: Random) -> str:
    path = _table(site, random)
    lines, end = lines_of(path)
    words = table_of(path.relative_to(site).as_posix()).words
    header = [words[word].name for word in next(csv.reader([lines[0].removeprefix(BOM)]))]
    _rewrite(path, [BOM + csv_line(header), *lines[1:]], end)
    return path.name


def _shuffle_rows(site: Path, random: Random) -> str:
    # Codes are left in their order: they are a register that only grows at its end.
    path = random.choice([p for p in _files(site, ".csv") if p.stem != "qr_codes" and len(lines_of(p)[0]) > 2])
    lines, end = lines_of(path)
    rows = [line for line in lines[1:] if line]
    random.shuffle(rows)
    _rewrite(path, [lines[0], *rows, ""], end)
    return path.name


def _english_value(site: Path, random: Random) -> str:
    listed = [value for value in values_of(site) if value.field.categories and not value.field.is_list and value.text]
    value = random.choice(listed)
    value.write(site, next(c.value for c in value.field.categories if value.text in (c.label, c.value, c.label_en)))
    return f"{value.file}:{value.line}"


def _amount_in_words(site: Path, random: Random) -> str:
    amounts = [v for v in values_of(site) if v.field.semantic == "money" and v.text.replace(".", "").isdigit()]
    value = random.choice(amounts)
    value.write(site, random.choice([f"{value.text}元", f"¥{value.text}", f"{value.text} 元"]))
    return f"{value.file}:{value.line}"


def _date_with_strokes(site: Path, random: Random) -> str:
    value = random.choice([v for v in values_of(site) if v.field.type == "date" and v.text.count("-") == 2])
    year, month, day = value.text.split("-")
    value.write(site, random.choice([f"{year}/{int(month)}/{int(day)}", f"{year}年{int(month)}月{int(day)}日"]))
    return f"{value.file}:{value.line}"


RESPELLERS: dict[str, Change] = {
    "columns in another order": _shuffle_columns,
    "rows in another order": _shuffle_rows,
    "another delimiter": _other_delimiter,
    "a table in another encoding": _table_encoded,
    "other line ends": _other_line_ends,
    "an English header": _english_header,
    "a listed value in English": _english_value,
    "an amount with its unit": _amount_in_words,
    "a date with strokes": _date_with_strokes,
}
"""Name → writes one file in another allowed way; the site must be the same byte for byte."""
