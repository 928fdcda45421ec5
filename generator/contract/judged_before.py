"""What an earlier run found clean, known by digests, so that it need not be judged again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b

from .schema import Table, load_tables
from .table_keys import Keys
from .texts import Texts

_BETWEEN = "\x1f"
"""A control character, which intake tells wherever it stands in a text."""


def row_digests(table: Table, rows: Sequence[Texts]) -> list[str]:
    """Digest what the verdict on each row by itself depends on: its texts and the schema."""
    schema = _schema_digest(table.name)
    return [schema + row.digest for row in rows]


def keys_digest(keys: Keys, rows: Mapping[str, Sequence[Texts]]) -> str:
    """Digest what the verdict on a table's keys depends on: its own, and those that it refers to."""
    digest = blake2b(_schema_digest(keys.table.name).encode(), digest_size=16)
    texts = [row.texts for row in rows[keys.table.name]]
    for name in keys.columns:
        digest.update(_joined([name, *[each.get(name, "") for each in texts]]))
    for key in keys.foreign:
        values = sorted({row.texts.get(key.target_field, "") for row in rows.get(key.table, ())})
        digest.update(_joined([key.field, key.table, *values]))
    return digest.hexdigest()


def doubtful(
    table: Table, rows: Sequence[Texts], digests: Sequence[str], clean: Collection[str], known: Collection[str]
) -> list[int]:
    """Return which rows are to be judged: those with a cell that stands in no row known to be clean.

    Args:
        table: Their table.
        rows: All rows of it.
        digests: Their digests, see :func:`row_digests`.
        clean: What is known to be clean.
        known: Fields in which no cell is new, because the keys that they make are known.
    """
    changed = [index for index, digest in enumerate(digests) if digest not in clean]
    if not changed or len(changed) == len(rows):
        return changed
    sound = [row.texts for row, digest in zip(rows, digests, strict=True) if digest in clean]
    judged = [entry for entry in table.fields if entry.name not in known]
    seen = {entry.name: {each.get(entry.name, "") for each in sound} for entry in judged if entry.can_be_wrong}
    filled = [entry.name for entry in judged if entry.required and not entry.can_be_wrong]
    missing = frozenset(table.descriptor["missingValues"])

    def is_sound(texts: Mapping[str, str]) -> bool:
        return all(texts.get(name, "") in found for name, found in seen.items()) and not any(
            texts.get(name, "") in missing for name in filled
        )

    return [index for index in changed if not is_sound(rows[index].texts)]


def clean_digests(
    digests: Mapping[str, Sequence[str]],
    keys: Mapping[str, tuple[Keys, str]],
    faults: Mapping[str, Collection[tuple[int, str]]],
) -> Iterator[str]:
    """Yield the digests of rows and keys in which nothing was found.

    Args:
        digests: Table → its rows' digests.
        keys: Table → its keys and their digest.
        faults: Table → (index of the row, field) of everything that was found.
    """
    for table, each in digests.items():
        faulty = {index for index, _ in faults[table]}
        yield from (digest for index, digest in enumerate(each) if index not in faulty) if faulty else each
        made_of, digest = keys[table]
        if not {field for _, field in faults[table]} & {*made_of.columns, *made_of.table.primary_key}:
            yield digest


def _joined(texts: Sequence[str]) -> bytes:
    """Return *texts* as bytes from which they could be told apart again."""
    return f"{len(texts)}\x1e{_BETWEEN.join(texts)}\x1e".encode("utf-8", "surrogatepass")


@cache
def _schema_digest(table: str) -> str:
    return blake2b(repr(dict(load_tables()[table].descriptor)).encode(), digest_size=8).hexdigest()
