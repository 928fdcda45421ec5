"""A new record: a YAML file that explains itself, its required fields first, all others a comment away."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.contract import Field, Nested, Table, load_tables, table_words
from generator.contract.nearest import nearest
from generator.contract.rules.identifiers import RESERVED, WINDOWS_DEVICES
from generator.contract.rules.kinds import REQUIREMENTS, Requirement
from generator.errors import UsageError

from .file_writing import write_file
from .reading import read_site

_ELSEWHERE = {
    "qr_codes": "码不手写：用 shanhuo qr issue 发码。",
    "recordings": "在 data/recordings.csv 里添一行，录音文件放进 data/recordings/。",
    "pictures": "在 data/pictures.csv 里添一行，图片文件放进 data/pictures/。",
}
"""Tables whose records are not YAML files: the folder of pictures holds the pictures themselves."""
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,59}")
"""A file's stem on every system; the keys of most tables are narrower still."""
_PLAIN = re.compile(r"[\w][\w ./()（）+、，。-]*(?<! )")
"""Text that YAML reads as it stands."""
_NESTED_FIELDS = 6
"""How many fields of a nested record are shown; the reference tells the others."""


@dataclass(frozen=True, slots=True)
class Words:
    """In which language a new file speaks."""

    chinese: bool

    def of(self, chinese: str, english: str) -> str:
        """Return the wording of the file's language."""
        return chinese if self.chinese else english

    def description(self, word: Field | Table) -> str:
        """Return what a field or table is for."""
        return self.of(word.description, word.description_en)

    def name(self, word: Field | Nested) -> str:
        """Return the key that is written."""
        return self.of(word.title, word.name)


def table_named(word: str) -> str:
    """Return the table of an English name or a Chinese title.

    Raises:
        UsageError: There is no such table.
    """
    names = table_words()
    if word in names:
        return names[word]
    near = nearest(word, names)
    mend = f"是不是“{near}”？" if near else "可以写：" + "、".join(table.title for table in load_tables().values())
    raise UsageError(f"没有叫“{word}”的表。", mend=mend)


def new_record(
    site_dir: Path, table_word: str, key: str, *, kind: str = "", values: Mapping[str, str] | None = None
) -> str:
    """Write the file of a new record.

    Args:
        site_dir: The site's folder.
        table_word: The table by its English name or its Chinese title.
        key: The record's id, which is the file's stem.
        kind: Value or label of the field ``kind``, where the table has one.
        values: What is known already: English name or Chinese title of a field → its text.

    Returns:
        The file's path relative to the site.

    Raises:
        UsageError: An unknown table, kind or field; a key that cannot be one; a record that is there already.
        EnvironmentRefused: The system does not let it be written.
    """
    table = load_tables()[table_named(table_word)]
    if table.name in _ELSEWHERE:
        raise UsageError(f"“{table.title}”不是一个文件一条。", mend=_ELSEWHERE[table.name])
    _refuse_key(table, key)
    loaded = read_site(site_dir)
    language = loaded.configuration.site.language if loaded.configuration else "zh-Hans"
    _refuse_existing(site_dir, table, key, (row.key for row in loaded.rows.get(table.name, ())))
    known = _canonical(table, values or {})
    _add_kind(table, kind, known)
    path = f"data/{table.name}/{key}.yml"
    text = record_text(table, key, known, Words(language.lower().startswith("zh")))
    write_file(site_dir / path, text.encode())
    return path


def record_text(table: Table, key: str, known: Mapping[str, str], words: Words) -> str:
    """Return the text of a new file.

    Args:
        table: The record's table.
        key: The file's stem, which fills the field of a simple key.
        known: Canonical field name → what is known already.
        words: The file's language.
    """
    own_key = _filled_by_file(table)
    fields = [entry for entry in table.fields if entry.name != own_key]
    wanted = _wanted(table, known)
    first = [entry for entry in fields if entry.name in wanted or entry.name in known]
    later = [entry for entry in fields if entry not in first]
    lines = [f"# {words.of(table.title + '：', table.title_en + ': ')}{words.description(table)}"]
    if own_key:
        lines.append(
            words.of(
                f"# 编号就是文件名 {key}，定了就不再改。", f"# The file's name, {key}, is the id; it never changes."
            )
        )
    for entry in first:
        lines += ["", _explained(entry, words, required=entry.name in wanted), _line(entry, known, words)]
    lines += [
        "",
        words.of("# ——— 下面的按需要填：去掉行首的“# ”。 ———", "# --- Optional: take away the leading “# ”. ---"),
    ]
    for entry in later:
        lines += ["", _explained(entry, words, required=False), f"# {words.name(entry)}:"]
    for nested in table.nested:
        lines += ["", *_nested(nested, words)]
    return "\n".join(lines) + "\n"


def _filled_by_file(table: Table) -> str:
    """Return the field that the file's stem fills; empty where no file could be called so, or several make the key."""
    key = table.key_field
    return key.name if key and key.name in ("id", "code") else ""


def _wanted(table: Table, known: Mapping[str, str]) -> set[str]:
    """Return the fields that must be filled, also those that the record's kind asks for."""
    wanted = {entry.name for entry in table.fields if entry.required}
    for requirement in REQUIREMENTS:
        if requirement.table == table.name and known.get(requirement.field) in _spellings(table, requirement):
            wanted.add(requirement.any_of[0])
    return wanted


def _spellings(table: Table, requirement: Requirement) -> set[str]:
    """Return the words in which the value that a requirement is about may be written."""
    categories = table.by_name[requirement.field].categories
    return {
        word
        for each in categories
        if each.value == requirement.value
        for word in (each.value, each.label, each.label_en)
    }


def _explained(entry: Field, words: Words, *, required: bool) -> str:
    parts = [words.of("（必填）", " (required)") if required else "", words.of("：", ": "), words.description(entry)]
    if entry.categories:
        listed = " / ".join(words.of(category.label, category.value) for category in entry.categories)
        parts.append(words.of(f"可以写：{listed}。", f" One of: {listed}."))
    elif entry.examples and words.chinese:
        parts.append(f"例如：{entry.examples[0]}")
    return f"# {words.of(entry.title, entry.title_en)}" + "".join(parts).replace("\n", " ")


def _line(entry: Field, known: Mapping[str, str], words: Words) -> str:
    text = known.get(entry.name, "")
    if not text:
        return f"{words.name(entry)}:" + (" |\n  " if entry.semantic == "markdown" else "")
    for category in entry.categories:
        if text in (category.value, category.label, category.label_en):
            text = words.of(category.label, category.value)
    return f"{words.name(entry)}: {scalar(text)}"


def scalar(text: str) -> str:
    """Return *text* as a YAML scalar of one line."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _nested(nested: Nested, words: Words) -> Iterable[str]:
    table = load_tables()[nested.table]
    fields = [entry for entry in table.fields if entry.name not in (nested.parent, "id")]
    shown = sorted(fields, key=lambda entry: not entry.required)[:_NESTED_FIELDS]
    yield f"# {words.of(nested.title, nested.title_en)}{words.of('：', ': ')}{words.description(table)}"
    yield f"# {words.name(nested)}:"
    for number, entry in enumerate(shown):
        must = words.of("  # 必填", "  # required") if entry.required else ""
        yield f"#   {'-' if number == 0 else ' '} {words.name(entry)}:{must}"


def _refuse_key(table: Table, key: str) -> None:
    entry = table.key_field
    pattern = str(entry.constraints.get("pattern", "")) if entry else ""
    if not re.fullmatch(pattern or _FILE_NAME.pattern, key):
        raise UsageError(
            f"“{key}”不能作编号。", mend="只用小写字母、数字和连字符，不超过 60 个，例如 ziyang-fuxi-cha。"
        )
    if key.lower() in RESERVED | WINDOWS_DEVICES:
        raise UsageError(f"“{key}”是保留的名字，不能作编号。", mend="换一个，例如在后面加上产地或数字。")


def _refuse_existing(site_dir: Path, table: Table, key: str, keys: Iterable[str]) -> None:
    for suffix in ("yml", "yaml"):
        path = f"data/{table.name}/{key}.{suffix}"
        if (site_dir / path).exists():
            raise UsageError(f"已经有 {path} 了，没有改动它。", mend="直接打开它修改，或者换一个编号。")
    if _filled_by_file(table) and key in set(keys):
        raise UsageError(f"“{table.title}”里已经有编号 {key} 了。", mend="换一个编号；要修改旧的，请在原来的文件里改。")


def _canonical(table: Table, values: Mapping[str, str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for word, text in values.items():
        entry = table.words.get(word)
        if not isinstance(entry, Field) or entry.name == _filled_by_file(table):
            near = nearest(word, [name for name, each in table.words.items() if isinstance(each, Field)])
            raise UsageError(
                f"“{table.title}”没有可以这样填的字段“{word}”。",
                mend=f"是不是“{near}”？" if near else "看 shanhuo schema --docs 写出的一览。",
            )
        known[entry.name] = text
    return known


def _add_kind(table: Table, kind: str, known: dict[str, str]) -> None:
    """Add the record's kind; products are goods unless told otherwise."""
    entry = table.by_name.get("kind")
    categories = entry.categories if entry else ()
    if kind:
        if not any(kind in (category.value, category.label, category.label_en) for category in categories):
            labels = "、".join(category.label for category in categories)
            mend = f"可以写：{labels}。" if labels else "去掉 --kind。"
            raise UsageError(f"“{table.title}”没有“{kind}”这一种。", mend=mend)
        known["kind"] = kind
    elif table.name == "products":
        known.setdefault("kind", "goods")
