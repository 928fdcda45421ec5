"""
Share pictures: one for each product, story, campaign and category, in each language, and one for all other pages.

A site with more of them than its setting ``share_pictures`` allows has them by category: a product, story or campaign
then shows the picture of its category.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, partial
from importlib.util import find_spec
from typing import NamedTuple

from generator.assets.motifs import UPRIGHT
from generator.assets.share_pictures import (
    HEIGHT,
    WIDTH,
    BlockPrint,
    ShareSheet,
    share_picture,
)
from generator.catalog.category import Category
from generator.catalog.product import Product
from generator.errors import SiteError
from generator.languages.tags import is_traditional

from . import cards
from .outputs import Output, digest_of
from .share_labels import Shared, ShareLabel, share_label
from .site_sign import site_sign
from .surroundings import Surroundings

_DRAWN_BY = ("PIL", "thorvg_python", "pylopdf_fonts_zh_cn", "pylopdf_fonts_zh_tw")
"""Packages of which another version may draw otherwise."""


class SharePicture(NamedTuple):
    """What a page's head says of its share picture."""

    address: str
    """From the site's root."""
    media_type: str
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    alt: str


def share_picture_of(around: Surroundings, thing: Shared = None) -> SharePicture:
    """Return the share picture of the page about *thing*; the site's own for any other page."""
    label = share_label(around, _shown_for(around, thing))
    alt = str(around.texts.joined((part for part in (label.name, label.line) if part), "common.detail_separator"))
    media_type = "image/jpeg" if label.is_photograph else "image/png"
    return SharePicture(around.place(label.path), media_type, WIDTH, HEIGHT, alt)


def outputs(around: Surroundings) -> list[Output]:
    """Plan all share pictures of one language."""
    look = _Look(around)
    return [look.output(share_label(around, thing)) for thing in (None, *_things(around))]


def _things(around: Surroundings) -> Iterator[Shared]:
    catalog = around.catalog
    yield from catalog.categories.values()
    if not are_by_category(around):
        yield from catalog.products.values()
        yield from catalog.stories.values()
        yield from catalog.campaigns.values()


def are_by_category(around: Surroundings) -> bool:
    """Tell whether the site has more things than it draws share pictures for; every page's head hangs on it."""
    catalog = around.catalog
    return len(catalog.products) + len(catalog.stories) + len(catalog.campaigns) > around.config.share_pictures


def _shown_for(around: Surroundings, thing: Shared) -> Shared:
    """Return what stands for *thing* on a site that has share pictures by category alone."""
    if thing is None or isinstance(thing, Category) or not are_by_category(around):
        return thing
    product = thing if isinstance(thing, Product) else next(iter(thing.products), None)
    return cards.primary_category(product) if product is not None else None


class _Look:
    """What all share pictures of one language have in common."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._sign = site_sign(around.theme)
        self._traditional = is_traditional(around.texts.language)
        self._digest = digest_of(around.program, _drawn_by(), repr(self._sign), str(self._traditional))

    def output(self, label: ShareLabel) -> Output:
        """Plan the picture that *label* tells of."""
        pictures = self._around.pictures
        return Output(
            path=self._around.place(label.path),
            needs=digest_of(
                self._digest,
                pictures.theme.digest(f"motifs/{label.plate.motif}.svg"),
                repr(pictures.inks[label.plate.inks]),
                repr(label._replace(plate=label.plate._replace(photograph=None))),
                label.plate.photograph.digest if label.plate.photograph else "",
            ),
            make=partial(self._made, label),
            subject=label.name,
            is_slow=True,
        )

    def _made(self, label: ShareLabel) -> bytes:
        plate, pictures = label.plate, self._around.pictures
        name = f"motifs/{plate.motif}.svg"
        sheet = ShareSheet(
            name=label.name,
            line=label.line,
            mark=label.mark,
            site=label.site,
            sign=self._sign.sign,
            plate=(
                plate.photograph.file
                if plate.photograph
                else BlockPrint(pictures.theme.text(name), plate.variant, upright=plate.motif in UPRIGHT)
            ),
            inks=pictures.inks[plate.inks],
            focus=plate.focus,
            seals=label.seals,
            seal_colour=self._sign.seal,
            traditional=self._traditional,
        )
        try:
            return share_picture(sheet)
        except SiteError as error:
            raise SiteError(f"{name}：{error.message}", mend=error.mend) from error


@cache
def _drawn_by() -> str:
    """Return what tells an installation of the drawing packages from another, without importing them."""
    specs = (find_spec(package) for package in _DRAWN_BY)
    found = (os.stat(spec.origin) for spec in specs if spec is not None and spec.origin)
    return ", ".join(f"{stat.st_size} {stat.st_mtime_ns}" for stat in found)
