"""What printed things say, in words that have been decided: the drawing rooms place them and compute nothing."""

from __future__ import annotations

from typing import NamedTuple

from .pdf_seals import SealText


class PriceText(NamedTuple):
    """A price in its parts, so that figures stand large and the rest small."""

    before: str
    """Currency in front of the amount; empty where it stands behind."""
    whole: str
    decimals: str
    """With their mark: ``.00``."""
    after: str
    """Currency behind the amount, and what one pays it for: ``/袋``."""
    per: str = ""
    """Price per weight or volume."""


class LabelText(NamedTuple):
    """What one label says."""

    subject: str
    """Key of the product, for those who are told what is wrong with it."""
    name: str
    code: str
    """The short code, for typing."""
    uri: str
    """What the printed code says."""
    origins: tuple[str, ...] = ()
    """The origin, with its region and without."""
    net: str = ""
    """Net content."""
    price: PriceText | None = None
    price_words: str = ""
    """What stands in place of a price."""
    seals: tuple[SealText, ...] = ()
    day: str = ""
    """The day of the data, in words."""
    sample: str = ""
    """*Sample*, on what is invented; else empty."""

    @property
    def words(self) -> str:
        """Everything on the label, for the search of characters that no face has."""
        price = "".join(self.price) if self.price is not None else self.price_words
        seals = "".join(seal.characters for seal in self.seals)
        return "".join((self.name, self.code, *self.origins, self.net, price, seals, self.day, self.sample))
