"""The checked data itself, for programs: a Data Package under ``/data/`` with what is marked public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import urlsplit

from generator.contract import Row
from generator.contract.data_package import package_files

from .outputs import Output, digest_of
from .surroundings import Surroundings


def outputs(around: Surroundings, rows: Mapping[str, Sequence[Row]]) -> Iterator[Output]:
    """Plan ``data/datapackage.json`` and a CSV file a table."""
    files = package_files(
        rows,
        name=package_name(around.config.base_url),
        title=around.config.title,
        language=around.config.language,
        as_of=around.configuration.as_of,
        public_only=True,
    )
    for path, text in files.items():
        yield Output(f"data/{path}", digest_of(text), partial(str.encode, text), path)


def package_name(base_url: str) -> str:
    """Return the site's host as the package's name, which may hold lower case, digits, ``-`` and ``.`` (Data Package v2)."""
    return (urlsplit(base_url).hostname or "shanhuo").lower()
