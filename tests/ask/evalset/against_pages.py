"""
Compares a set of questions with the pages of a built site: ``python -m ask.evalset.against_pages SITE SET.json…``.

Each expected value must stand on the page of every record named for it, and should stand a second time in what else
the site tells of one of them (Markdown, rows of tables, JSON); what must not be said must stand neither there nor in
the question.  Prints what is amiss and returns 1 then; a value with no second witness is printed as a note, for a
person to read the page again.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from .match import bare, occurs, says

EDITIONS = (".", "en", "zh-hant")
SECTIONS = ("products", "campaigns", "places", "channels", "origins", "stories", "figures", "suppliers", "marks", ".")
SHARED = ("events/index.html", "campaigns/*/letter/index.html", "policies/index.html", "figures/index.html")
"""Pages of records that have none of their own."""
RELATED = ("相近的产品", "相近的產品", "Similar products")
"""Headings behind which other products are listed."""
_WITHIN_WORDS = {"b", "data", "em", "i", "small", "span", "strong", "sup", "time"}
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\s*\n\s*(?=\d)")
"""Numbers of two cells are two numbers, though blanks do not count."""
_UNSEEN = {"script", "style", "svg", "template"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "main":
            self.parts.clear()
        self._unseen += tag in _UNSEEN
        if tag not in _WITHIN_WORDS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


def text_of(page: Path) -> str:
    """Return what a reader sees on a page, up to the list of similar products."""
    reader = _Text()
    reader.feed(page.read_text(encoding="utf-8"))
    text = "".join(reader.parts)
    for heading in RELATED:
        text = text.split(heading)[0]
    return _BETWEEN_NUMBERS.sub(" | ", text)


@cache
def pages(site: Path, record: str) -> tuple[str, ...]:
    """Return the texts of a record's pages, in every edition."""
    folders = [site / edition / section / record for edition in EDITIONS for section in SECTIONS]
    found = [page for folder in folders if folder.is_dir() for page in sorted(folder.rglob("index.html"))]
    if not found:
        folders = [site / edition for edition in EDITIONS]
        found = [page for pattern in SHARED for folder in folders for page in sorted(folder.glob(pattern))]
    return tuple(text_of(page) for page in found)


@cache
def data(site: Path, record: str) -> tuple[str, ...]:
    """Return what the site gives away about a record as Markdown, prose and rows."""
    folders = [site / edition / "products" / record for edition in EDITIONS]
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.md")]
    for row in _rows(site):
        if record in row:
            texts.append("\n".join(row))
    for path in sorted((site / "api" / "v1").rglob("*.json")):
        if path.stem in {"campaigns", "channels", "figures", "origins", "stories", "suppliers"}:
            items = json.loads(path.read_text(encoding="utf-8"))["items"]
            texts += [json.dumps(item, ensure_ascii=False) for item in items if record in item.values()]
    return tuple(texts)


def unwitnessed(site: Path, question: dict[str, Any]) -> Iterator[str]:
    """Yield the values of a question that only the page of their record tells."""
    for fact in question["expect"].get("facts", ()):
        texts = [text for record in _listed(fact["record"]) for text in data(site, bare(record))]
        if not any(occurs(value, text) for value in _listed(fact["value"]) for text in texts):
            yield f"{_listed(fact['value'])[0]} has no second witness"


@cache
def _rows(site: Path) -> tuple[list[str], ...]:
    rows: list[list[str]] = []
    for path in sorted((site / "data").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows += csv.reader(stream)
    return tuple(rows)


def amiss(site: Path, question: dict[str, Any]) -> Iterator[str]:
    """Yield what of a question does not agree with the site."""
    expect = question["expect"]
    seen: list[str] = [question["question"]]
    for fact in expect.get("facts", ()):
        records = [bare(record) for record in _listed(fact["record"])]
        values = _listed(fact["value"])
        yield from (
            f"page of {record} without {values}"
            for record in records
            if not any(occurs(value, text) for value in values for text in pages(site, record))
        )
        seen += [text for record in records for text in pages(site, record)]
    for text in expect.get("must_not", ()):
        if any(says(text, part) for part in seen):
            yield f"{text} must not be said, and is"
    for record, names in expect.get("names", {}).items():
        if not any(occurs(name, text) for name in names for text in pages(site, record)):
            yield f"page of {record} without {names}"


def _listed(value: str | Sequence[str]) -> Sequence[str]:
    return (value,) if isinstance(value, str) else value


def main(site: Path, sets: Sequence[Path]) -> int:
    """Print what is amiss, and return how the process ends."""
    count = 0
    for path in sets:
        for question in json.loads(path.read_text(encoding="utf-8")):
            about = f"{path.name} {question['id']} {question['question']}"
            for line in amiss(site, question):
                count += 1
                print(f"{about}: {line}")
            for line in unwitnessed(site, question):
                print(f"note: {about}: {line}")
    return 1 if count else 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]]))
