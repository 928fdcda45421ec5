"""
Addresses that stand in other people's pages, from the root of the whole site, without a leading slash.

They are pasted once and never thought of again, so everything beneath :data:`VERSION` keeps its place and its meaning;
what has to differ gets a version of its own beside it.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["columns", "products", "campaigns"]
"""What is embedded, as it stands in addresses: a column, a single product, the progress of a campaign."""

VERSION: Final = "embed/v1/"
SCRIPT: Final = f"{VERSION}shanhuo.js"
"""The one script: the elements of grade E, and the frames of grade D that change their height."""
FRAME_SCRIPT: Final = f"{VERSION}frame.js"
"""Inside a frame: tells the page around it how high it is."""
SELF_TEST_SCRIPT: Final = f"{VERSION}self-test.js"
SELF_TEST_PICTURE: Final = f"{VERSION}self-test.svg"
FEEDS: Final = "feeds/"


def page(kind: Kind, key: str, folder: str = "") -> str:
    """Return the page that stands in a frame, or alone, in the language of *folder*."""
    return f"{VERSION}{kind}/{key}/{folder}"


def data(kind: Kind, key: str, folder: str = "") -> str:
    """Return the data of the element, in the language of *folder*, such as ``en/``."""
    return f"{VERSION}{kind}/{key}.{folder.rstrip('/')}.json" if folder else f"{VERSION}{kind}/{key}.json"


def oembed(kind: Kind, key: str) -> str:
    """Return the oEmbed answer."""
    return f"{VERSION}{kind}/{key}/oembed.json"


def banner(key: str, width: int, height: int, folder: str = "") -> str:
    """Return a banner of a column; *width* and *height* in CSS pixels."""
    return f"{VERSION}columns/{key}/{folder}{width}x{height}.png"


def progress_picture(key: str, folder: str = "") -> str:
    """Return the progress of a campaign as a picture, for pages that let nothing else in."""
    return f"{VERSION}campaigns/{key}/{folder}progress.svg"


def product_picture(key: str) -> str:
    """Return the picture of a product that is pasted with a link: its block print, whatever photographs come."""
    return f"{VERSION}products/{key}/picture.svg"


def copy(key: str) -> str:
    """Return the archive of a column for hosts that serve it themselves."""
    return f"{VERSION}columns/{key}/{key}.zip"


def webmaster() -> str:
    """Return the page for webmasters, from the root of its language."""
    return "embed/"


def webmaster_code(kind: Kind, key: str) -> str:
    """Return the page with the code of one column or of a campaign's progress, from the root of its language."""
    return f"embed/{kind}/{key}/"


def self_test_frame(folder: str = "") -> str:
    """Return the framed page of the self-test, in the language of *folder*."""
    return f"{VERSION}self-test/{folder}"


def self_test() -> str:
    """Return the page that tells how to find out what a website lets in, from the root of its language."""
    return "embed/self-test/"


def feed(group: str, key: str, name: str) -> str:
    """Return a feed or table of products, from the root of its language; *name* such as ``feed.json``."""
    return f"{FEEDS}{group}/{key}/{name}"
