"""The plan of the feeds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.surroundings import Surroundings

from .entries import entries
from .head import JSON_FEED, RSS, FeedHead
from .json_feed import json_feed
from .rss import rss


def outputs(around: Surroundings) -> Iterator[Output]:
    """Plan ``feed.xml`` and ``feed.json`` of one language; their entries are few, so they are their digest."""
    found = entries(around)
    needs = digest_of(around.base, repr(found))
    title = around.config.title
    for name, make in ((RSS, rss), (JSON_FEED, json_feed)):
        head = FeedHead.of_site(around, name)
        yield Output(around.place(name), needs, partial(make, around, found, head), title)
