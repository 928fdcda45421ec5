"""The words that intake has to know: names of tables, and what may head a column or be a key."""

from __future__ import annotations

from functools import cache

from generator.intake.tables import NestedWord, TableNames, TableWords

from .schema import Field, Nested, Table, load_tables

OTHER_NAMES = frozenset({"pictures", "recordings"})
"""What else lies in the data folder: the folders of pictures and recordings, beside the tables that describe them."""


@cache
def intake_names() -> TableNames:
    """Return the words of all tables in the shape that intake asks for; plain dictionaries, so that they pickle."""
    return TableNames({table.name: _words(table) for table in load_tables().values()}, OTHER_NAMES)


def _words(table: Table) -> TableWords:
    return TableWords(
        title=table.title,
        fields={word: entry.name for word, entry in table.words.items() if isinstance(entry, Field)},
        nested={
            word: NestedWord(entry.name, entry.table)
            for word, entry in table.words.items()
            if isinstance(entry, Nested)
        },
    )
