"""Pages of the portal in a frame that holds nothing but the theme's style, published without the engine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.surfaces import addresses
from generator.surfaces.frame_parts import BODY_MARK, HEAD_MARK, TITLE_MARK, Frame, Frames
from generator.surfaces.outputs import Output
from generator.surfaces.pages import PortalPages
from generator.surfaces.surroundings import Surroundings

STYLE = "assets/site/portal.css"


def pages_of(around: Surroundings) -> PortalPages:
    """Return what makes pages, each section in the same bare frame."""
    frame = Frame.cut(
        f'<!doctype html><html lang="{around.texts.language}"><head><meta charset="utf-8"><title>{TITLE_MARK}</title>'
        f'<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{around.shared}{STYLE}">{HEAD_MARK}</head>'
        f'<body><main class="sh-main">{BODY_MARK}</main></body></html>',
        "",
    )
    base_path = addresses.base_path(around.config) + around.folder
    return PortalPages(around, Frames(dict.fromkeys(addresses.SECTIONS, frame), base_path))


def publish(around: Surroundings, outputs: Iterable[Output], folder: Path) -> None:
    """Write *outputs* and the theme's style into *folder*."""
    style = "\n".join(around.theme.text(name) for name in around.theme.about["styles"]["portal"])
    files = {output.path: output.make() for output in outputs} | {STYLE: style.encode()}
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
