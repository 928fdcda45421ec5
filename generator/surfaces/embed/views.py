"""What a column, a product card and a progress bar say, before they are markup, JSON or a picture."""

from __future__ import annotations

from typing import NamedTuple

from .addresses import Kind


class EmbedPicture(NamedTuple):
    """A picture of a product; addresses are whole."""

    src: str
    srcset: str
    """As the attribute wants it; empty where there is one size."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    colour: str
    """What stands there until it has come, ``#rrggbb``; empty for a drawing."""
    alt: str

    def near(self, base: str, up: str) -> EmbedPicture:
        """Return the picture with addresses beneath *base* counted from where *up* leads to it."""
        return self._replace(
            src=self.src.replace(base, up, 1) if self.src.startswith(base) else self.src,
            srcset=", ".join(
                up + each.removeprefix(base) if each.startswith(base) else each for each in self.srcset.split(", ")
            ),
        )


class EmbedItem(NamedTuple):
    """One product, or one platform, of a column."""

    id: str
    name: str
    href: str
    """Whole address that answers for ever."""
    origin: str = ""
    price: str = ""
    """Amount with its symbol and unit; empty where there is none."""
    price_note: str = ""
    """What stands in place of a price, or behind it."""
    picture: EmbedPicture | None = None
    state: str = "offered"
    """``offered``, ``withdrawn`` or ``recalled``."""
    notice: str = ""
    """Why it is no longer offered."""
    sample: str = ""
    """That it is invented, in a word; empty for what is real."""


class EmbedBar(NamedTuple):
    """How far a campaign is."""

    done: str
    goal: str
    """Empty where none is set or disclosed."""
    percent: str
    """With its sign; empty without a goal."""
    fill: int
    """Share of the bar, 0 to 100."""
    mark: int
    """Where on the bar the goal stands, 0 to 100; 0 draws no bar."""
    words: str
    """What is said instead of a bar; may be empty."""
    label: str
    """All of it in a sentence."""


class EmbedView(NamedTuple):
    """Everything that an embedded thing shows, in one language."""

    kind: Kind
    id: str
    language: str
    """BCP 47."""
    title: str
    look: str
    """``list``, ``cards`` or ``banner``."""
    href: str
    """Where its title leads, whole."""
    partner: str
    """Name of the body that it is made for; may be empty."""
    notice: str
    """That it has not begun, has ended or is empty; may be empty."""
    as_of: str
    """Day of the data as ISO 8601."""
    as_of_words: str
    source: str
    """The site's title."""
    source_href: str
    more: str
    """Words of the link to all of it."""
    items: tuple[EmbedItem, ...] = ()
    bar: EmbedBar | None = None

    def near(self, base: str, up: str) -> EmbedView:
        """Return the same with pictures beneath *base* counted from where *up* leads to it.

        A frame and an element then find them wherever the whole site is served from: a mirror, a preview, a folder.
        """
        items = (
            item._replace(picture=item.picture.near(base, up)) if item.picture is not None else item
            for item in self.items
        )
        return self._replace(items=tuple(items))
