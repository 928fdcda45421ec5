"""The checked data itself, for programs: a Data Package under ``/data/`` with what is marked public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import urlsplit

from generator.contract import Row
from generator.contract.data_package import PACKAGE_FILE, package_files, public_rows, table_csv
from generator.contract.frozen import frozen_record

from .outputs import Output, digest_of
from .surroundings import Surroundings


@frozen_record
class DataFiles:
    """Makes the files of the package, each when it is asked for."""

    around: Surroundings
    rows: Mapping[str, Sequence[Row]]
    """Table → all its rows."""
    published: Mapping[str, Sequence[Row]]
    """Table → its rows that are public."""

    def outputs(self) -> Iterator[Output]:
        """Plan ``data/datapackage.json`` and a CSV file a table that has public rows."""
        around = self.around
        names = [table for table in around.tables if self.published.get(table)]
        site = (around.program, around.configuration.digest)
        yield Output(f"data/{PACKAGE_FILE}", digest_of(*site, *names), self._package, PACKAGE_FILE)
        # A reference to what is not public is emptied, so a table hangs on the keys of all others.
        keys = digest_of(around.program, *(f"{table}:{row.key}" for table in names for row in self.published[table]))
        for table in names:
            path = f"{table}.csv"
            needs = digest_of(keys, *(row.digest for row in self.published[table]))
            yield Output(f"data/{path}", needs, partial(self._table, table), path)

    def _package(self) -> bytes:
        around = self.around
        files = package_files(
            self.rows,
            name=package_name(around.config.base_url),
            title=around.config.title,
            language=around.config.language,
            as_of=around.configuration.as_of,
            public_only=True,
            ledger=around.config.ledger.publish,
        )
        return files[PACKAGE_FILE].encode()

    def _table(self, table: str) -> bytes:
        return table_csv(self.around.tables[table], self.published[table], public_only=True).encode()


def outputs(around: Surroundings, rows: Mapping[str, Sequence[Row]]) -> Iterator[Output]:
    """Plan the package of *rows*: table → all its checked rows."""
    published = public_rows(rows, around.configuration.as_of, ledger=around.config.ledger.publish)
    return DataFiles(around, rows, published).outputs()


def package_name(base_url: str) -> str:
    """Return the site's host as the package's name: lower case, digits, ``-`` and ``.`` (Data Package v2, ``name``)."""
    return (urlsplit(base_url).hostname or "shanhuo").lower()
