"""One YAML file becomes one record."""

from __future__ import annotations

from generator.findings import Finding, Place, finding

from .characters import PLACEHOLDER, one_line
from .records import Record, Value
from .tables import TableNames, TableWords
from .yaml_tree import Node, parse_yaml

_Places = dict[str, tuple[int, int]]


def read_yaml(data: bytes, file: str, table: str, stem: str, tables: TableNames) -> tuple[Record | None, list[Finding]]:
    """
    Read one YAML file as a record of *table*.

    Args:
        data: The file's bytes.
        file: Its path relative to the site.
        table: The table that its folder is named after.
        stem: Its name without suffix, the record's id where none is written.
        tables: The words of all tables.

    Returns:
        The record, or ``None`` where the file could not be read, and the findings with canonical field names.
    """
    root, findings = parse_yaml(data, file)
    told = [found._replace(field=tables.canonical(table, found.field), record=stem) for found in findings]
    if root is None or not isinstance(root.value, dict):
        return None, told
    reader = _RecordReader(file, stem, tables, may_hold_placeholders=bool(findings))
    record = reader.record(root.line, root.value, table, tables.tables.get(table, TableWords()))
    record.default_id = stem
    return record, told + reader.findings


class _RecordReader:
    """Turns the nodes of one file into records."""

    def __init__(self, file: str, stem: str, tables: TableNames, *, may_hold_placeholders: bool) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._stem = stem
        self._tables = tables
        self._may_hold_placeholders = may_hold_placeholders

    def record(self, line: int, mapping: dict[str, Node], table: str, words: TableWords) -> Record:
        """Return the record of *mapping*, whose keys are *words* of a table."""
        values: dict[str, Value] = {}
        places: _Places = {}
        key_places: _Places = {}
        item_places: dict[str, list[tuple[int, int]]] = {}
        reported: set[str] = set()
        for word, node in mapping.items():
            places[word] = (node.line, node.column)
            key_places[word] = (node.key_line, node.key_column)
            told = len(self.findings)
            value = node.value
            if isinstance(value, str):
                values[word] = value
            elif isinstance(value, list):
                values[word] = self._list(word, value, words)
                if value and isinstance(value[0].value, str):
                    item_places[word] = [(item.line, item.column) for item in value if isinstance(item.value, str)]
            else:
                values[word] = self._mapping(word, node, value, words)
            if len(self.findings) > told or self._is_spoilt(values[word]):
                reported.add(word)
        return Record(
            table=table,
            file=self._file,
            line=line,
            values=values,
            places=places,
            key_places=key_places,
            item_places=item_places,
            reported=frozenset(reported),
        )

    def _list(self, word: str, items: list[Node], words: TableWords) -> list[str] | list[Record]:
        """Return the items of one kind, that of the first, and note the others."""
        holds_records = bool(items) and isinstance(items[0].value, dict)
        texts: list[str] = []
        records: list[Record] = []
        for item in items:
            value = item.value
            if holds_records and isinstance(value, dict):
                records.append(self.record(item.line, value, word, self._nested_words(word, words)))
            elif not holds_records and isinstance(value, str):
                texts.append(value)
                self._check_colon(word, item, value, words)
            else:
                names = {dict: ("“字段: 内容”", 'a "field: value"'), list: ("另一个清单", "a list")}
                found_zh, found_en = names.get(type(value), ("一段文字", "plain text"))
                self._note("nested-list", item, word, words, found_zh=found_zh, found_en=found_en)
        return records if holds_records else texts

    def _mapping(self, word: str, node: Node, mapping: dict[str, Node], words: TableWords) -> Value:
        """Note a mapping that stands where text or a list belongs; as a nested list's only item it is still read."""
        self._note("nested-mapping", node, word, words, found=next(iter(mapping), ""))
        if word not in words.nested:
            return ""
        return [self.record(node.line, mapping, word, self._nested_words(word, words))]

    def _check_colon(self, word: str, item: Node, value: str, words: TableWords) -> None:
        """Note an item such as ``- 渠道：食堂``, which YAML takes for plain text."""
        name, colon, rest = value.partition("：")
        if colon and name in self._nested_words(word, words).fields:
            allowed = f"{name}: {one_line(rest)}".strip()
            self._note("yaml-full-width-colon", item, word, words, found=name, allowed=allowed)

    def _nested_words(self, word: str, words: TableWords) -> TableWords:
        nested = words.nested.get(word)
        return self._tables.tables.get(nested.table, TableWords()) if nested else TableWords()

    def _is_spoilt(self, value: Value) -> bool:
        """Tell whether a value holds a placeholder for a character that has been reported."""
        if not self._may_hold_placeholders:
            return False
        if isinstance(value, str):
            return PLACEHOLDER in value
        return any(isinstance(item, str) and PLACEHOLDER in item for item in value)

    def _note(self, code: str, node: Node, word: str, words: TableWords, **names: str) -> None:
        place = Place(self._file, node.line, node.column)
        found, allowed = names.pop("found", ""), names.pop("allowed", "")
        self.findings.append(
            finding(
                code,
                place,
                field=words.canonical(word),
                record=self._stem,
                found=found,
                allowed=allowed,
                word=word,
                **names,
            )
        )
