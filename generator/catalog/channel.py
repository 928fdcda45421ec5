"""Channels: where things are sold."""

from __future__ import annotations

from generator.contract.frozen import frozen_record
from generator.contract.quantities import Period

from .category import CategoryScheme
from .item import Item
from .source import PictureRecord, Source


@frozen_record
class Channel(Item):
    """Each row is one way to buy: a platform, mini program, centre, market day, canteen.

    Add one when it opens or is planned; mark closed ones, do not delete them.
    """

    id: str
    name: str
    kind: str
    mode: str
    status: str
    website: str
    code_picture: PictureRecord | None
    operator: str
    partners: str
    category_scheme: CategoryScheme | None
    since: Period | None
    description: str
    sample: bool
    source: Source | None
