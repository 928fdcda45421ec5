"""Counties by their codes: what they are called, where they lie, and the way to their pages."""

from __future__ import annotations

from typing import NamedTuple

from generator.contract.rules.regions import gb2260, gb2260_province
from generator.languages.foreign_text import ForeignText
from generator.languages.places import province_name
from generator.languages.tags import is_chinese

from . import addresses
from .surroundings import Surroundings


class County(NamedTuple):
    """A county, district or city."""

    name: str
    """The code itself where no list has a name for it."""
    region: str
    """The province and prefecture, as far as they can be told."""
    href: str
    """Its page, from the root; empty where nothing comes from there."""


def county_of(around: Surroundings, code: str) -> County:
    """Return the county with this *code*: as an origin tells it, else as the official list does."""
    origin = around.catalog.origins.get(code)
    if origin is not None:
        return County(origin.name, origin.region, addresses.origin(code))
    if around.config.regions.scheme != "gb2260":
        return County(code, "", "")
    names = gb2260().get(code, ())
    name = next((region.name for region in names if region.until is None), names[-1].name if names else code)
    language = around.texts.language
    region = _in_language(around, gb2260_province(code)) if is_chinese(language) else province_name(code, language)
    return County(_in_language(around, name), region, "")


def _in_language(around: Surroundings, name: str) -> str:
    """Return a Chinese name in the characters of the page, or marked as Chinese on pages in another language."""
    if not is_chinese(around.texts.language):
        return ForeignText(name, "zh-Hans")
    return around.texts.rewrite(name) if around.texts.rewrite is not None else name
