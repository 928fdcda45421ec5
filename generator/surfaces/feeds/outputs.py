"""The plan of the feeds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.surroundings import Surroundings

from .entries import entries
from .json_feed import JSON_FEED, json_feed
from .rss import RSS, rss


def outputs(around: Surroundings) -> Iterator[Output]:
    """Plan ``feed.xml`` and ``feed.json`` of one language; their entries are few, so they are their digest."""
    found = entries(around)
    needs = digest_of(around.base, repr(found))
    title = around.config.title
    yield Output(around.place(RSS), needs, partial(rss, around, found), title)
    yield Output(around.place(JSON_FEED), needs, partial(json_feed, around, found), title)
