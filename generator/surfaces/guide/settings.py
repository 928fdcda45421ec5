"""What a display is set to, as its scripts read it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from generator.catalog.placement import Display
from generator.surfaces import addresses as site_addresses
from generator.surfaces.surroundings import Surroundings

from . import addresses, compared
from .goods import goods_of, playlist_of, slots_of
from .hours import levels_of, spans_of
from .inputs import sensor_inputs

IDLE_SECONDS: Final = 45
SLIDE_SECONDS: Final = 12
SETTLE: Final = 400
"""Milliseconds that a thing must lie in its place before it counts as put back; contacts chatter for less."""
LINGER: Final = 8_000
"""Milliseconds that what was put back stays on the screen, for eyes that are still reading."""
NOTICE: Final = 6_000
LONGEST_HELD: Final = 180_000
"""Milliseconds after which a thing that was lifted and never put back is believed to be bought, or carried off."""
WORDS: Final = (
    "ask",
    "ask.hint",
    "ask.none",
    "ask.say",
    "ask.send",
    "back",
    "closed",
    "commissioning",
    "commissioning.cancel",
    "commissioning.done",
    "commissioning.fault",
    "commissioning.keep",
    "commissioning.lift",
    "commissioning.skip",
    "connect",
    "goods",
    "invite",
    "invite.touch",
    "label_price",
    "language",
    "listen",
    "made",
    "silent",
    "stop",
    "unknown",
    "unknown.text",
)
"""Texts ``guide.*`` that scripts put onto the page."""


def settings_of(languages: Sequence[Surroundings], display: Display) -> dict[str, Any]:
    """Return the settings of *display*; *languages* are those it can be switched to, its first one first."""
    around = languages[0]
    catalog = around.catalog
    goods = goods_of(around, display)
    idle = _seconds(display.idle_seconds, IDLE_SECONDS) * 1000
    warned = [product.id for product in goods if catalog.is_gone(product) or catalog.is_recalled(product)]
    return {
        "id": display.id,
        "made": around.configuration.as_of.isoformat(),
        "top": site_addresses.root_from(addresses.display(display.id)),
        "zone": around.config.time_zone,
        "layout": display.layout or "landscape",
        "languages": [each.texts.language for each in languages],
        "inputs": [each.settings() for each in sensor_inputs(display.inputs)],
        "slots": [
            {"slot": slot.slot, "product": slot.product.id, "sensor": slot.sensor, "tag": slot.tag}
            for slot in slots_of(around, display)
        ],
        "goods": [product.id for product in goods],
        "alone": warned,
        "playlist": [product.id for product in playlist_of(around, display)],
        "codes": _codes(around, {product.id for product in goods}),
        "hours": spans_of(str(display.opening_hours)),
        "levels": levels_of(display.brightness),
        "timings": {
            "settle": SETTLE,
            "linger": LINGER,
            "idle": idle,
            "rest": idle * 10,
            "held": max(LONGEST_HELD, idle * 3),
            "ask": idle * 2,
            "notice": NOTICE,
            "slide": _seconds(display.slide_seconds, SLIDE_SECONDS) * 1000,
        },
        "words": {each.texts.language: _words(each, display) for each in languages},
        "lines": {each.texts.language: compared.titles(each) for each in languages},
    }


def script_of(settings: Mapping[str, Any]) -> bytes:
    """Return the settings as a script that runs from a folder of files too."""
    written = json.dumps(settings, ensure_ascii=False, separators=(",", ":"), default=str)
    return f"(globalThis.shanhuo=globalThis.shanhuo||{{}}).display={as_script(written)};\n".encode()


def as_script(text: str) -> str:
    """Return JSON as a script may hold it: no end of a script element, no line ends that old engines stumble over."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _seconds(told: object, otherwise: int) -> int:
    return told if isinstance(told, int) and told > 0 else otherwise


def _codes(around: Surroundings, shown: set[str]) -> dict[str, str]:
    """Return what readers may read → product: printed codes, and trade item numbers in 14 digits (GS1, 3.2)."""
    catalog = around.catalog
    codes = {
        code.code: code.target
        for code in catalog.codes.values()
        if code.target_kind == "product" and code.target in shown
    }
    numbers = {product.gtin.zfill(14): product.id for product in _with_number(catalog.products, shown)}
    return codes | numbers


def _with_number(products: Mapping[str, Any], shown: set[str]) -> Iterable[Any]:
    return (products[key] for key in sorted(shown) if products[key].gtin)


def _words(around: Surroundings, display: Display) -> dict[str, Any]:
    texts, place = around.texts, display.placement
    own = next(iter(item for item in (place.name if place is not None else "", display.name) if item), "")
    return {name: texts(f"guide.{name}") for name in WORDS} | {
        "questions": str(texts("guide.questions")).split("|"),
        "name": str(texts("language.name")),
        "short": str(texts("language.short")),
        "title": str(around.config.title),
        "place": str(own),
        "date": str(around.formats.day(around.configuration.as_of)),
        "hours": str(display.opening_hours),
        "sample": str(around.config.sample_note),
        "publisher": str(around.config.publisher.name),
        "phone": str(around.config.publisher.phone),
    }
