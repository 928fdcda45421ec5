"""
Block-print pictures: a motif in two inks, set on a tinted block.

A motif is a hand-drawn SVG of the theme (``motifs/<id>.svg``) on 200 × 200
units: shapes without colour whose class says which block prints them.  A
composed picture carries its colours itself, so it stands alone as a file, in a
page, in a mail and in print.
"""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

from generator.errors import UsageError

from .inks import Inks, read_inks
from .motif_layouts import LAYOUTS, MOTIF_SIZE, SHEET_HEIGHT, SHEET_WIDTH

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = [
    "BLOCKS",
    "MAX_MOTIF_BYTES",
    "UPRIGHT",
    "Inks",
    "MotifRefused",
    "compose",
    "motif_shapes",
    "read_inks",
    "variant_of",
]

BLOCKS = ("ink-1", "ink-2", "paper")
"""The classes a shape may have: the dark ink, the second ink, what is carved away."""
UPRIGHT = frozenset(
    {"basket", "cabinet", "egg", "goat", "hen", "herb", "market", "mountain", "oil", "rice", "salt", "wine"}
)
"""Motifs of the default theme that stand on the ground: a turned house looks like a mistake."""
MAX_MOTIF_BYTES = 3072
"""A motif is a few dozen cuts; a larger file is a traced picture."""

_SVG = "{http://www.w3.org/2000/svg}"
_GEOMETRY = {
    "path": ("d",),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "rect": ("x", "y", "width", "height", "rx"),
    "polygon": ("points",),
}
"""Shape → its attributes; besides them only ``class`` may stand on a shape."""
_NUMBERS = re.compile(r"[-+.,0-9eEMmLlHhVvCcSsQqTtAaZz\s]+")


class MotifRefused(UsageError):
    """A motif file holds something else than shapes in the three blocks."""


def variant_of(seed: str) -> int:
    """Return the arrangement of *seed* (such as a product's id): the same on every machine and in every run."""
    digest = hashlib.sha256(seed.encode("utf-8")).digest()
    return int.from_bytes(digest[:8], "big") % len(LAYOUTS)


def motif_shapes(motif_svg: str) -> tuple[tuple[str, str], ...]:
    """Return (block, element still open and without class) of every shape of *motif_svg*, in printing order.

    Raises:
        MotifRefused: Not an SVG on ``0 0 200 200``, too large, or anything in it that is no plain shape in a block.
    """
    if len(motif_svg.encode("utf-8")) > MAX_MOTIF_BYTES:
        raise _refused(f"超过 {MAX_MOTIF_BYTES} 字节", f"is larger than {MAX_MOTIF_BYTES} bytes")
    if "<!" in motif_svg or "<?" in motif_svg:
        raise _refused("只应有图形，不应有声明或注释", "must hold shapes alone, no declaration and no comment")
    import xml.etree.ElementTree as ET  # only drawings that are made anew need it

    try:
        root = ET.fromstring(motif_svg)  # noqa: S314 - no declaration, no entity, 3 KB at most
    except ET.ParseError as error:
        raise _refused("不是完整的 SVG", "is not well-formed SVG") from error
    if root.tag != f"{_SVG}svg" or root.attrib != {"viewBox": f"0 0 {MOTIF_SIZE} {MOTIF_SIZE}"}:
        raise _refused('根元素应为 viewBox="0 0 200 200" 的 svg', "must be an svg with viewBox 0 0 200 200 alone")
    shapes = tuple(_shape(element) for element in root)
    if not shapes:
        raise _refused("没有图形", "holds no shape")
    return shapes


def compose(
    motif_svg: str,
    *,
    variant: int,
    inks: Inks,
    title: str = "",
    upright: bool = False,
    width: int = SHEET_WIDTH,
    height: int = SHEET_HEIGHT,
) -> str:
    """Return a complete stand-alone SVG of *motif_svg* on paper; the same arguments give the same text.

    Args:
        motif_svg: The text of a motif file.
        variant: Arrangement; any whole number, counted round the list of arrangements (see :func:`variant_of`).
        inks: The four colours, written into the picture.
        title: What the picture shows, for those who do not see it; escaped here.  Empty marks it as decoration.
        upright: Leave out the arrangement's turn, for things that stand on the ground (see :data:`UPRIGHT`).
        width: User units and intrinsic pixels; the arrangement is centred in any proportion.
        height: Likewise.

    Returns:
        One ``<svg>`` element without XML declaration, at most 8 KB.  Its only id is made from the motif and the
        inks, so several pictures may stand in one page.

    Raises:
        MotifRefused: As :func:`motif_shapes`.
        ValueError: *width* or *height* is not positive.
    """
    if width <= 0 or height <= 0:
        raise ValueError(f"A picture needs a width and a height above 0, not {width} × {height}")
    layout = LAYOUTS[variant % len(LAYOUTS)]
    colours = {"ink-1": inks.ink_1, "ink-2": inks.ink_2, "paper": inks.paper}
    motif = "".join(f'{shape} fill="{colours[block]}"/>' for block, shape in motif_shapes(motif_svg))
    transforms = [placement.transform(upright=upright) for placement in layout.placements]
    zoom = min(width / SHEET_WIDTH, height / SHEET_HEIGHT)
    left, top = (width - SHEET_WIDTH * zoom) / 2, (height - SHEET_HEIGHT * zoom) / 2
    grain = f'<path d="{layout.grain}" fill="{inks.paper}"/>' if layout.grain else ""
    named = f'role="img"><title>{escape(title)}</title>' if title else 'aria-hidden="true">'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f" {named}"
        f'<path d="M0 0h{width}v{height}H0z" fill="{inks.paper}"/>'
        f'<g transform="translate({left:.6g} {top:.6g})scale({zoom:.6g})"><path d="{layout.block}" fill="{inks.tint}"/>'
        f"{grain}{_copies(motif, transforms)}</g></svg>"
    )


def _copies(motif: str, transforms: list[str]) -> str:
    """Draw *motif* once, and again by reference where it stands more than once."""
    first, *further = transforms
    if not further:
        return f'<g transform="{first}">{motif}</g>'
    name = "motif-" + hashlib.sha256(motif.encode("utf-8")).hexdigest()[:10]
    again = "".join(f'<use href="#{name}" transform="{transform}"/>' for transform in further)
    return f'<g transform="{first}"><g id="{name}">{motif}</g></g>{again}'


def _shape(element: Element) -> tuple[str, str]:
    """Check one element and write it anew, from known names and numbers alone."""
    kind = element.tag.removeprefix(_SVG)
    block = element.get("class", "")
    if kind not in _GEOMETRY or len(element) or (element.text or "").strip() or (element.tail or "").strip():
        raise _refused(f"不应有 {kind}", f"must not hold {kind}")
    if block not in BLOCKS:
        raise _refused(
            f"图形的 class 应为 {'、'.join(BLOCKS)} 之一", f"needs a class of {', '.join(BLOCKS)} on each shape"
        )
    geometry = {name: value for name, value in element.attrib.items() if name != "class"}
    for name, value in geometry.items():
        if name not in _GEOMETRY[kind] or not _NUMBERS.fullmatch(value):
            raise _refused(f"{kind} 上不应有 {name}", f"must not have {name} on {kind}")
    attributes = " ".join(f'{name}="{value}"' for name, value in geometry.items())
    return block, f"<{kind} {attributes}"


def _refused(zh: str, en: str) -> MotifRefused:
    return MotifRefused(
        f"图案文件{zh}。 The motif file {en}.",
        mend="图案只用 class 为 ink-1、ink-2、paper 的图形。 Draw with shapes of class ink-1, ink-2 and paper alone.",
    )
