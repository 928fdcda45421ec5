"""What editors do to a site between two builds, at random: add, edit, rename and delete in every part of it."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeAlias

from generator.surfaces.theme import PACKAGE_THEMES

from .values import BOM, Value, csv_line, lines_of, values_of

Edit: TypeAlias = Callable[[Path, Random], str]
"""Changes a site and says what was done; raises LookupError where there is nothing to do it to."""

_THEME = PACKAGE_THEMES / "default"
_PROSE = "山里的路修到了村口，车一直开得进来。"


def _pick(random: Random, choices: list[Value] | list[Path] | list[int]) -> object:
    if not choices:
        raise LookupError
    return random.choice(choices)


def _edit_value(site: Path, random: Random, wanted: Callable[[Value], bool], new: Callable[[Value], str]) -> str:
    value = _pick(random, [value for value in values_of(site) if value.text and wanted(value)])
    assert isinstance(value, Value)
    value.write(site, new(value))
    return f"{value.file}:{value.line} {value.field.name} {value.text} → {new(value)}"


def _edit_text(site: Path, random: Random) -> str:
    tail = random.choice(["改", "（新）", "·甲", "＆乙"])
    is_text = lambda value: value.field.translatable and value.text[0] not in "\"'[{"  # noqa: E731
    return _edit_value(site, random, is_text, lambda value: value.text + tail)


def _edit_amount(site: Path, random: Random) -> str:
    amount = f"{random.randint(1, 900)}.{random.randint(0, 9)}0"
    is_amount = lambda value: value.field.type == "number" and value.text.replace(".", "").isdigit()  # noqa: E731
    return _edit_value(site, random, is_amount, lambda _: amount)


def _edit_count(site: Path, random: Random) -> str:
    count = str(random.randint(1, 60))
    is_count = lambda value: value.field.type == "integer" and value.text.isdigit()  # noqa: E731
    return _edit_value(site, random, is_count, lambda _: count)


def _edit_day(site: Path, random: Random) -> str:
    day = f"{random.choice([2020, 2026])}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
    return _edit_value(site, random, lambda value: value.field.type == "date", lambda _: day)


def _edit_listed(site: Path, random: Random) -> str:
    is_listed = lambda value: bool(value.field.categories) and not value.field.is_list  # noqa: E731
    return _edit_value(site, random, is_listed, lambda value: random.choice(value.field.categories).value)


def _edit_boolean(site: Path, random: Random) -> str:
    answer = random.choice(["是", "否"])
    return _edit_value(site, random, lambda value: value.field.type == "boolean", lambda _: answer)


def _edit_months(site: Path, random: Random) -> str:
    months = f"{random.randint(1, 6)}-{random.randint(7, 12)}"
    return _edit_value(site, random, lambda value: value.field.semantic == "months", lambda _: months)


def _edit_reference(site: Path, random: Random) -> str:
    """Let a record refer to another thing of the same table."""
    values = [value for value in values_of(site) if value.field.target and not value.field.is_list and value.text]
    value = _pick(random, values)
    assert isinstance(value, Value)
    text = random.choice([other.text for other in values if other.field.target == value.field.target])
    value.write(site, text)
    return f"{value.file}:{value.line} {value.field.name} {value.text} → {text}"


def _yaml_files(site: Path) -> list[Path]:
    return sorted((site / "data").rglob("*.yml"))


def _add_file(site: Path, random: Random) -> str:
    path = _pick(random, _yaml_files(site))
    assert isinstance(path, Path)
    copy = path.with_name(f"{path.stem}-{random.randint(2, 999)}.yml")
    text = path.read_text(encoding="utf-8")
    # Records inside carry identifiers of their own, which must not stand twice.
    text = re.sub(r"(?m)^(  - 编号: \S+)", rf"\1-{random.randint(2, 999)}", text)
    copy.write_text(text, encoding="utf-8")
    return copy.name


def _delete_file(site: Path, random: Random) -> str:
    path = _pick(random, _yaml_files(site))
    assert isinstance(path, Path)
    path.unlink()
    _forget(site, path.stem)
    return path.name


def _forget(site: Path, key: str) -> None:
    """Take mentions of *key* out of lists, and rows that name it out of tables (the register of codes stays)."""
    for path in sorted((site / "data").rglob("*")):
        if path.suffix == ".yml":
            text = path.read_text(encoding="utf-8")
            mended = re.sub(rf"\b{key}(?![a-z0-9-])(, )?", "", text)
            if mended != text:
                path.write_text(mended.replace(", ]", "]"), encoding="utf-8")
        elif path.suffix == ".csv" and path.stem != "qr_codes":
            lines, end = lines_of(path)
            kept = [lines[0], *(line for line in lines[1:] if key not in next(csv.reader([line]), []))]
            path.write_bytes(end.join(kept).encode())


def _rename_file(site: Path, random: Random) -> str:
    path = _pick(random, _yaml_files(site))
    assert isinstance(path, Path)
    old, new = path.stem, f"{path.stem[:40]}-xin{random.randint(1, 99)}"
    path.rename(path.with_name(f"{new}.yml"))
    for other in sorted((site / "data").rglob("*")):
        if other.suffix in (".yml", ".csv"):
            text = other.read_bytes().decode()
            mended = re.sub(rf"(?<![a-z0-9-]){old}(?![a-z0-9-])", new, text)
            if mended != text:
                other.write_bytes(mended.encode())
    return f"{old} → {new}"


def _tables(site: Path) -> list[Path]:
    paths = sorted((site / "data").glob("*.csv"))
    return [path for path in paths if len(lines_of(path)[0]) > 2 and path.stem != "qr_codes"]


def _add_row(site: Path, random: Random) -> str:
    path = _pick(random, _tables(site))
    assert isinstance(path, Path)
    lines, end = lines_of(path)
    row = next(csv.reader([random.choice([line for line in lines[1:] if line])]))
    header = next(csv.reader([lines[0].removeprefix(BOM)]))
    for cell, word in enumerate(header):
        if word in ("编号", "id", "日期", "货位"):
            row[cell] = (
                f"2026-10-{random.randint(10, 28)}" if word == "日期" else f"{row[cell]}-{random.randint(2, 999)}"
            )
    lines.insert(random.randint(1, len(lines) - 1), csv_line(row))
    path.write_bytes(end.join(lines).encode())
    return f"{path.name} {row[0]}"


def _delete_row(site: Path, random: Random) -> str:
    path = _pick(random, _tables(site))
    assert isinstance(path, Path)
    lines, end = lines_of(path)
    index = random.choice([index for index, line in enumerate(lines) if index and line])
    row = next(csv.reader([lines.pop(index)]))
    path.write_bytes(end.join(lines).encode())
    if "编号" in lines[0].split(",")[0]:
        _forget(site, row[0])
    return f"{path.name} {row[0]}"


def _break_data(site: Path, random: Random) -> str:
    path = _pick(random, _yaml_files(site))
    assert isinstance(path, Path)
    path.write_bytes(path.read_bytes() + b"\tx: [\n")
    return f"{path.name} broken"


def _add_prose(site: Path, random: Random) -> str:
    name = f"{random.choice(['', 'zhuanti/'])}page-{random.randint(1, 30)}.md"
    path = site / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# 第{random.randint(1, 99)}篇\n\n{_PROSE}\n", encoding="utf-8")
    return name


def _prose(site: Path, random: Random) -> Path:
    path = _pick(random, sorted((site / "content").rglob("*.md")))
    assert isinstance(path, Path)
    return path


def _edit_prose(site: Path, random: Random) -> str:
    path = _prose(site, random)
    path.write_text(path.read_text(encoding="utf-8") + f"\n{_PROSE}{random.random()}\n", encoding="utf-8")
    return path.name


def _rename_prose(site: Path, random: Random) -> str:
    path = _prose(site, random)
    new = path.with_name(f"renamed-{random.randint(1, 99)}.md")
    path.rename(new)
    return f"{path.name} → {new.name}"


def _delete_prose(site: Path, random: Random) -> str:
    path = _prose(site, random)
    path.unlink()
    return path.name


_INKS = ("tea", "persimmon", "salt", "straw")
_OVERRIDES: tuple[tuple[str, Callable[[str, Random], str]], ...] = (
    ("components/*/template.html", lambda text, random: text + f"<!-- {random.randint(0, 999)} -->"),
    ("portal/*.html", lambda text, random: text.replace("<section", f"<section data-v='{random.randint(0, 999)}'", 1)),
    ("portal/partials/*.html", lambda text, random: f"<!-- {random.randint(0, 999)} -->" + text),
    ("shelf/*.html", lambda text, random: text.replace("<section", f"<section data-v='{random.randint(0, 999)}'", 1)),
    ("components/*/*.css", lambda text, random: text + f"\n.v{random.randint(0, 999)} {{ color: inherit; }}\n"),
    ("portal/*.css", lambda text, random: text + f"\n.v{random.randint(0, 999)} {{ color: inherit; }}\n"),
    ("shelf/*.css", lambda text, random: text + f"\n.v{random.randint(0, 999)} {{ color: inherit; }}\n"),
    ("tokens/*.css", lambda text, random: text + f"\n.v{random.randint(0, 999)} {{ color: inherit; }}\n"),
    ("portal/*.js", lambda text, random: text + f"\n// {random.randint(0, 999)}\n"),
    ("motifs/*.svg", lambda text, random: re.sub(r'( d="[Mm])\d+', rf"\g<1>{random.randint(1, 99)}", text, count=1)),
    ("locales/zh-Hans.po", lambda text, random: _another_word(text, random)),
    (
        "theme.yml",
        lambda _, random: f"motif_inks: {{egg: {random.choice(_INKS)}, leaf: {random.choice(_INKS)}}}\n",
    ),
    ("inks.yml", lambda text, random: re.sub(r"#[0-9a-f]{6}", f"#{random.randrange(0x1000000):06x}", text, count=3)),
)
"""(files of the theme, what a site's own version of one of them says instead)."""


def _another_word(text: str, random: Random) -> str:
    """Return a catalogue with one entry only: what is not in it comes from the theme beneath."""
    entries = [entry for entry in text.split("\n\n") if entry.startswith("msgid") and "{" not in entry]
    return random.choice(entries).rstrip().removesuffix('"') + f'{random.randint(0, 99)}"\n'


def _override_theme(site: Path, random: Random) -> str:
    pattern, change = random.choice(_OVERRIDES)
    source = random.choice(sorted(_THEME.glob(pattern)))
    path = site / "themes" / "default" / source.relative_to(_THEME)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(change(source.read_text(encoding="utf-8"), random), encoding="utf-8")
    return str(source.relative_to(_THEME))


def _drop_override(site: Path, random: Random) -> str:
    path = _pick(random, [path for path in sorted((site / "themes").rglob("*")) if path.is_file()])
    assert isinstance(path, Path)
    path.unlink()
    return f"{path.name} dropped"


def _drop_theme(site: Path, _: Random) -> str:
    if not (site / "themes").is_dir():
        raise LookupError
    shutil.rmtree(site / "themes")
    return "themes dropped"


_SETTINGS: dict[str, Callable[[Random], str]] = {
    "title": lambda random: f"山货{random.randint(1, 99)}",
    "subtitle": lambda random: f"第{random.randint(1, 99)}期",
    "page_size": lambda random: str(random.choice([1, 2, 3, 7, 24])),
    "as_of": lambda random: (
        f"{random.choice([2020, 2021, 2026])}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
    ),
    "base_url": lambda random: random.choice(["https://a.example.cn/", "https://a.example.cn/shan/huo/"]),
    "sample_note": lambda random: f"示例说明{random.randint(1, 99)}",
    "surfaces": lambda random: random.choice(["[portal, shelf, api, data]", "[portal, shelf]", "[portal, api]"]),
    "legal": lambda random: f"[{{text: 示例备案{random.randint(1, 99)}号, url: 'https://beian.example.cn/'}}]",
}
"""Setting → another value for it."""


def _edit_setting(site: Path, random: Random) -> str:
    name = random.choice(sorted(_SETTINGS))
    path = site / "site_config.yml"
    line = f"{name}: {_SETTINGS[name](random)}"
    text, count = re.subn(rf"(?m)^{name}:.*(?:\n +.*)*", lambda _: line, path.read_text(encoding="utf-8"))
    path.write_text(text if count else f"{text}{line}\n", encoding="utf-8")
    return line


EDITS: tuple[Edit, ...] = (
    *(_edit_text, _edit_text, _edit_text, _edit_amount, _edit_count, _edit_day, _edit_listed, _edit_boolean),
    *(_edit_months, _edit_reference, _edit_reference),
    *(_add_file, _delete_file, _rename_file, _add_row, _add_row, _delete_row, _delete_row, _break_data),
    *(_add_prose, _edit_prose, _rename_prose, _delete_prose),
    *(_override_theme, _override_theme, _override_theme, _drop_override, _drop_theme),
    *(_edit_setting, _edit_setting, _edit_setting),
)
"""All edits, those of data and of the theme more often."""
