"""The simulator: a drawing of the shelf beside the real display, to try out what hands and sensors would do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from generator.catalog.placement import Display, DisplaySlot
from generator.surfaces import addresses as site_addresses
from generator.surfaces import cards
from generator.surfaces.code_views import code_view
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.small_css import smaller_css
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.views import Picture

from . import addresses
from .goods import displays_of, goods_of, slots_of
from .stand import Stand

SCRIPT: Final = f"{addresses.SHARED}simulator.js"
STYLE: Final = f"{addresses.SHARED}simulator.css"
SCREENS: Final = (
    ("landscape", 1920, 1080),
    ("portrait", 1080, 1920),
    ("tablet", 1280, 800),
    ("shelf-edge", 1024, 600),
)
"""(layout, width, height in pixels) of the screens that a display can be tried on."""
BOARD: Final = 4
"""Slots on one board of the drawing."""
DECODERS: Final = ("nexmosphere", "json", "weight", "scanner")
WORDS: Final = (
    *("absent", "alive", "chatter", "connected", "lift", "nothing", "present", "return", "scan", "silent", "tour"),
    *("tour_stop", "unknown", "waiting"),
)
"""Texts ``guide.simulator.*`` that the script puts onto the page."""


class SimulatorSlot(NamedTuple):
    """One place of the shelf."""

    slot: str
    name: str
    sensor: str
    tag: str
    picture: Picture


class SimulatorCode(NamedTuple):
    """Something to scan."""

    code: str
    name: str


class SimulatorScreen(NamedTuple):
    """One screen to try the display on."""

    layout: str
    label: str
    width: int
    height: int
    is_own: bool


class SimulatorView(NamedTuple):
    """Everything that the page shows."""

    name: str
    display: str
    """The page of the display, as it stands in a frame."""
    boards: tuple[tuple[SimulatorSlot, ...], ...]
    codes: tuple[SimulatorCode, ...]
    screens: tuple[SimulatorScreen, ...]
    decoders: tuple[str, ...]
    words: str
    """JSON: word of the script → text."""
    root: str
    """The way from the page to the language's root."""
    shared: str
    """The way to what all displays share."""


def address(key: str) -> str:
    """Return the simulator of a display."""
    return f"{addresses.display(key)}simulator/"


def simulator_outputs(around: Surroundings) -> Iterator[Output]:
    """Plan the simulator of every display, in one language; *around* is the site's own."""
    displays = [*displays_of(around)]
    if not displays:
        return
    for path, text in (
        (STYLE, smaller_css(around.theme.sheet("guide-simulator"))),
        (SCRIPT, around.theme.scripts["guide-simulator"]),
    ):
        yield Output(path, digest_of(text), partial(str.encode, text), path)
    for display in displays:
        view = simulator_view(around, display)
        needs = digest_of(around.base, around.theme.digest("guide/", "components/"), repr(view))
        yield Output(
            site_addresses.file_of(address(display.id)), needs, partial(_page, around, view), str(display.name)
        )


def simulator_view(around: Surroundings, display: Display) -> SimulatorView:
    """Return what the simulator of *display* shows."""
    slots = [_slot(around, slot) for slot in slots_of(around, display)]
    root = site_addresses.root_from(address(display.id))
    own = display.layout or SCREENS[0][0]
    words = {name: around.texts(f"guide.simulator.{name}") for name in WORDS}
    return SimulatorView(
        name=display.name,
        display="../index.html",
        boards=tuple(tuple(slots[start : start + BOARD]) for start in range(0, len(slots), BOARD)),
        codes=tuple(_codes(around, display)),
        screens=tuple(
            SimulatorScreen(layout, around.texts.label("displays", "layout", layout), width, height, layout == own)
            for layout, width, height in SCREENS
        ),
        decoders=DECODERS,
        words=json.dumps(words, ensure_ascii=False),
        root=root + around.folder,
        shared=root + addresses.SHARED,
    )


def _slot(around: Surroundings, slot: DisplaySlot) -> SimulatorSlot:
    picture = cards.pictures_of(around, slot.product)[0]
    return SimulatorSlot(slot.slot, slot.product.name, slot.sensor, slot.tag, picture)


def _codes(around: Surroundings, display: Display) -> Iterator[SimulatorCode]:
    """Yield what stands printed on the display's goods: our code, else the trade item number."""
    stand = Stand(around, display)
    for product in goods_of(around, display):
        code = stand.code_of(product)
        if code is not None and "shelf" in around.config.surfaces:
            yield SimulatorCode(code_view(around, code).uri, product.name)
        elif product.gtin:
            yield SimulatorCode(product.gtin, product.name)


def _page(around: Surroundings, view: SimulatorView) -> bytes:
    return around.templates.render("guide/simulator.html", site=around.site, page=view).encode()
