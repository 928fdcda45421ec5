"""The lists of the API: one a kind of record, cut into files of a thousand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.catalog.campaign import Campaign
from generator.catalog.figure import Figure
from generator.catalog.item import Item
from generator.surfaces.outputs import Output, digest_of

from .narratives import CAMPAIGN, FIGURE, STORY
from .products import BRIEF
from .records import CATEGORY, CHANNEL, ORIGIN, SOURCE, SUPPLIER
from .run import ROOT, Run
from .shapes import ADDRESS_OR_NULL, DAY, WHOLE, Shape
from .values import as_json_lines

PAGE_LENGTH = 1000
"""Records in one file; together with the form of a list this keeps every file far below 10 MB."""


@dataclass(frozen=True, eq=False)
class RecordList:
    """All records of one kind."""

    name: str
    about: str
    shape: Shape[Any]
    records: Callable[[Run], Sequence[Item]]
    also: Callable[[Run, Any], tuple[str, ...]]
    """What a record's object takes from elsewhere than its own row and what that refers to."""

    def path(self, number: int = 1) -> str:
        """Return where file *number* stands, counted from 1."""
        return f"{ROOT}{self.name}.json" if number == 1 else f"{ROOT}{self.name}-{number}.json"

    def outputs(self, run: Run) -> Iterator[Output]:
        """Plan all files of the list; an empty one takes one."""
        records = self.records(run)
        count = max(1, -(-len(records) // PAGE_LENGTH))
        for number in range(1, count + 1):
            part = records[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]
            digests = (text for record in part for text in (record.digest, *self.also(run, record)))
            yield Output(
                path=self.path(number),
                needs=digest_of(run.around.base, str(len(records)), str(count), *digests),
                make=partial(self._file, run, part, number, count, len(records)),
                subject=self.name,
            )

    def _file(self, run: Run, records: Sequence[Item], number: int, count: int, total: int) -> bytes:
        following = run.whole(self.path(number + 1)) if number < count else None
        head = {"version": 1, "as_of": run.as_of, "total": total, "next": following}
        return as_json_lines(head, "items", (self.shape.told(run, record) for record in records))

    def schema(self) -> dict[str, object]:
        """Return the schema of a file."""
        members: dict[str, object] = {
            "version": {"const": 1, "description": "Of this API."},
            "as_of": {**DAY, "description": "The day that is shown."},
            "total": {**WHOLE, "description": "Records in all files of the list."},
            "next": {**ADDRESS_OR_NULL, "description": "The file that follows."},
            "items": {"type": "array", "items": self.shape.reference},
        }
        return {"type": "object", "description": self.about, "properties": members, "required": [*members]}


def _shown(attribute: str) -> Callable[[Run], Sequence[Item]]:
    return lambda run: tuple(getattr(run.around.catalog, attribute).values())


def _table(name: str) -> Callable[[Run], Sequence[Item]]:
    return lambda run: tuple(run.around.catalog.items[name].values())


def _figures(run: Run) -> Sequence[Figure]:
    return run.around.catalog.figures


def _names(table: str, field: str = "name") -> Callable[[Run, Item], tuple[str, ...]]:
    return lambda run, record: (run.digest_of_names(table, record, field),)


def _with_count(table: str, attribute: str) -> Callable[[Run, Item], tuple[str, ...]]:
    def also(run: Run, record: Item) -> tuple[str, ...]:
        return (
            str(len(getattr(run.around.catalog, attribute).get(record.key, ()))),
            run.digest_of_names(table, record),
        )

    return also


def _of_campaign(run: Run, campaign: Campaign) -> tuple[str, ...]:
    rows = run.around.catalog.ledger_by_campaign.get(campaign.id, ())
    return (*(row.digest for row in rows), run.digest_of_names("campaigns", campaign))


def _of_figure(run: Run, figure: Figure) -> tuple[str, ...]:
    return (run.digest_of_names("figures", figure, "label"), run.digest_of_names("sources", figure.source, "title"))


LISTS: tuple[RecordList, ...] = (
    RecordList("products", "All products.", BRIEF, _shown("products"), _names("products")),
    RecordList(
        "categories",
        "All categories of all schemes.",
        CATEGORY,
        _shown("categories"),
        _with_count("categories", "products_by_category"),
    ),
    RecordList(
        "origins",
        "All origins.",
        ORIGIN,
        _shown("origins"),
        _with_count("origins", "products_by_origin"),
    ),
    RecordList(
        "suppliers",
        "All suppliers.",
        SUPPLIER,
        _shown("suppliers"),
        _with_count("suppliers", "products_by_supplier"),
    ),
    RecordList("channels", "All channels.", CHANNEL, _table("channels"), _names("channels")),
    RecordList(
        "stories",
        "All stories.",
        STORY,
        _shown("stories"),
        _names("stories", "title"),
    ),
    RecordList(
        "campaigns",
        "All campaigns.",
        CAMPAIGN,
        _shown("campaigns"),
        _of_campaign,
    ),
    RecordList("figures", "All figures.", FIGURE, _figures, _of_figure),
    RecordList("sources", "All sources.", SOURCE, _table("sources"), _names("sources", "title")),
)
"""All lists, in the order in which they are described."""
