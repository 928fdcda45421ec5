"""Drawings as pixels."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from thorvg_python.engine import Engine


def raster_of(svg: str, *, width: int, height: int) -> Image:
    """Return *svg*, one of a theme's drawings without text in it, as RGBA pixels; the same drawing gives the same ones.

    Args:
        svg: Its text.
        width: Pixels.
        height: Pixels; the drawing is as large as fits.

    Raises:
        ValueError: It is no SVG.
    """
    from thorvg_python.base import Colorspace, Result
    from thorvg_python.canvas.sw import SwCanvas
    from thorvg_python.paint.picture import Picture

    engine = _engine()
    canvas, picture = SwCanvas(engine), Picture(engine)
    canvas.set_target(width, height, cs=Colorspace.ABGR8888S)
    if picture.load_data(svg.encode(), "svg", None, copy=True) is not Result.SUCCESS:
        raise ValueError(f"No SVG: {svg[:60]}")
    picture.set_size(width, height)
    canvas.add(picture)
    canvas.update()
    canvas.draw(clear=True)
    canvas.sync()
    image = canvas.get_pillow()
    canvas.destroy()
    return image


@cache
def _engine() -> Engine:
    """Return the drawing engine, without threads of its own: a process with threads could not be forked."""
    from thorvg_python.engine import Engine

    return Engine(threads=0)
