"""Whether anybody sends a product abroad, as far as its offers tell."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

ABROAD = frozenset(
    (
        "境外",
        "海外",
        "国外",
        "全球",
        "世界各地",
        "港澳",
        "港澳台",
        "香港",
        "澳门",
        "台湾",
        "境外地区",
        "港澳臺",
        "澳門",
        "臺灣",
        "國外",
        "abroad",
        "international",
        "overseas",
        "worldwide",
        "à l’étranger",
        "étranger",
        "monde entier",
        "hong kong",
        "macao",
        "macau",
        "taiwan",
    )
)
"""Words by which a list of destinations says that it goes beyond the site's own country."""


def ships_abroad(destinations: Iterable[str], home: str, languages: Iterable[str]) -> bool:
    """Tell whether one of *destinations* lies outside the country *home*.

    A destination is known by a word of :data:`ABROAD`, by the code of a country or of a part of the world (ISO 3166-1,
    UN M49), or by its name in CLDR in one of *languages*.  Anything else, such as a province, is taken to be at home.

    Args:
        destinations: What offers say they ship to.
        home: ISO 3166-1 code of the site's own country; ``""`` where it is not known.
        languages: BCP 47 tags of the languages that destinations may be written in; English is always among them.
    """
    known = _outside(home, ("en", *sorted(languages)))
    return any(_plain(destination) in known for destination in destinations)


def country_of(time_zone: str) -> str:
    """Return the ISO 3166-1 code of the country that an IANA time zone belongs to; ``""`` where CLDR knows none."""
    return str(get_global("zone_territories").get(time_zone, ""))


@lru_cache(maxsize=8)
def _outside(home: str, languages: tuple[str, ...]) -> frozenset[str]:
    names = {_plain(word) for word in ABROAD}
    for language in languages:
        try:
            territories = Locale.parse(language, sep="-").territories
        except (UnknownLocaleError, ValueError):  # a language that CLDR does not know has no names to add
            continue
        at_home = _plain(territories.get(home, ""))
        names |= {_plain(name) for name in territories.values() if _plain(name) != at_home}
        names |= {str(code).casefold() for code in territories if code != home}
    return frozenset(names)


def _plain(text: str) -> str:
    return text.strip().casefold().replace("'", "’")
