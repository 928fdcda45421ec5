"""Organisations: buyers, helpers, hosts, organisers."""

from __future__ import annotations

from generator.contract.frozen import frozen_record

from .item import Item
from .source import Source


@frozen_record
class Organisation(Item):
    """Each row is one body that organises, buys, helps or hosts. Add it before it is first named; no persons."""

    id: str
    name: str
    kind: str
    region: str
    parent: str
    website: str
    description: str
    sample: bool
    source: Source | None
