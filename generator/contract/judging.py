"""Table Schema's verdicts as findings: which kind, at which place, in the editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.findings import Finding

from .names import Named
from .nearest import advice, folded, is_chinese, listed, nearest
from .schema import Field, load_tables
from .settings import ContractSettings
from .tables import TableError
from .texts import Texts

_TYPE_KINDS = {
    "number": "not-a-number",
    "integer": "not-an-integer",
    "boolean": "not-a-boolean",
    "date": "not-a-date",
    "list": "not-months",
}
_BOUNDS = {"minimum": "≥", "maximum": "≤", "exclusiveMinimum": ">", "exclusiveMaximum": "<"}


def judge(
    errors: Mapping[str, Sequence[TableError]],
    texts: Mapping[str, Sequence[Texts]],
    settings: ContractSettings,
) -> Iterator[Finding]:
    """
    Tell the errors of Table Schema, and mark the fields that they are about as unread.

    Args:
        errors: Table → its errors, as :func:`~generator.contract.tables.validate_tables` returns them.
        texts: Table → the records that were judged, in the same order.
        settings: The site's settings.
    """
    names: dict[str, dict[str, str]] = {}
    for table_name, found in errors.items():
        table = load_tables()[table_name]
        for error in found:
            record = texts[table_name][error.row]
            if error.field in record.unread:
                continue
            entry = table.by_name[error.field]
            if error.kind == "reference":
                known = _names(entry.target, texts, names)
                yield reference_finding(record.named, entry, record.texts[error.field], known)
            elif error.kind == "duplicate":
                other = texts[table_name][error.other_row or 0].place(error.field)
                yield record.named.finding("duplicate-key", error.field, other=f"{other.file}:{other.line}")
            else:
                keys = _names(entry.target, texts, names).values() if entry.target else ()
                yield _told(record, entry, error.kind, settings, keys)
                record.unread |= {error.field}


def reference_finding(record: Named, entry: Field, key: str, known: Mapping[str, str]) -> Finding:
    """
    Make the finding ``unknown-reference``, proposing the record that was probably meant.

    Args:
        record: The record that refers.
        entry: Its field.
        key: The key that is not there.
        known: Key or name → key of the records that are there; editors often write a thing's name.
    """
    target = load_tables()[entry.target]
    near = known.get(key) or known.get(nearest(key, known), "")
    return record.finding(
        "unknown-reference",
        entry.name,
        found=key,
        allowed=near,
        target=target.title,
        target_en=target.title_en.lower(),
        **advice(near),
    )


def _names(table: str, texts: Mapping[str, Sequence[Texts]], cache: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return key or name → key of the records of *table*."""
    if table not in cache:
        key = load_tables()[table].primary_key[0]
        keyed = [record.texts for record in texts.get(table, ()) if key in record.texts]
        names = {record[name]: record[key] for record in keyed for name in ("name", "title") if name in record}
        cache[table] = names | {record[key]: record[key] for record in keyed}
    return cache[table]


def _told(record: Texts, entry: Field, kind: str, settings: ContractSettings, known: Iterable[str]) -> Finding:
    """Make the finding for an error of *kind*; *known* are the keys that a reference could name."""
    named = record.named
    if kind == "type":
        if entry.semantic == "money":
            return named.finding("not-money", entry.name, example=f"12.50{_unit(settings)}")
        return named.finding(_TYPE_KINDS[entry.type], entry.name)
    if kind == "required":
        return named.finding("required", entry.name, **_example(entry, known))
    if kind == "enum":
        written = named.written.get(entry.name, "")
        labels = [category.label if named.chinese else category.value for category in entry.categories]
        spellings = [word for c in entry.categories for word in (c.label, c.value, c.label_en)]
        near = nearest(written if isinstance(written, str) else "", spellings)
        return named.finding("not-listed", entry.name, allowed=listed(labels, chinese=named.chinese), **advice(near))
    if kind == "pattern":
        pattern = str(entry.constraints["pattern"])
        return named.finding(
            "id-pattern", entry.name, allowed=pattern, **advice(_sound_id(record.texts[entry.name], pattern))
        )
    return named.finding("out-of-range", entry.name, allowed=_bounds(entry))


def _sound_id(text: str, pattern: str) -> str:
    """Return the id that was probably meant: in ASCII, small letters, hyphens for blanks; empty where it is none."""
    sound = re.sub(r"[\s_.-]+", "-", folded(text)).strip("-")
    return sound if re.fullmatch(pattern, sound) else ""


def _bounds(entry: Field) -> str:
    return ", ".join(f"{_BOUNDS[name]} {bound}" for name, bound in entry.constraints.items() if name in _BOUNDS)


def _unit(settings: ContractSettings) -> str:
    """Return the currency's base unit as it is written behind an amount: a word rather than a sign."""
    base = [unit for unit, factor in settings.currency_units.items() if factor == 1]
    unit = next((unit for unit in base if unit.isalpha()), next(iter(base), ""))
    return unit if settings.chinese else f" {unit}"


def _example(entry: Field, known: Iterable[str]) -> dict[str, str]:
    """Propose what could stand in *entry*: its listed values, a record of this very site, or the schema's example."""
    if entry.categories:
        return {
            "hint_zh": f"可以写：{listed((category.label for category in entry.categories), chinese=True)}。",
            "hint_en": f" Write one of: {listed((category.value for category in entry.categories), chinese=False)}.",
        }
    example = min(known, default="") if entry.target else next(iter(entry.examples), "").rstrip("。.")
    return {
        "hint_zh": f"例如：{example}。" if example else "",
        "hint_en": f" Such as: {example}." if example and not is_chinese(example) else "",
    }
