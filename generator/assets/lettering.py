"""Setting a text into a picture: how large, in how many lines, and where."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from .line_breaking import balanced, shortened
from .typefaces import face, in_glyphs

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Align = Literal["left", "middle", "right"]

LINE_HEIGHT = 1.26
"""Ems from one line to the next."""
MOST_LINES = 5
_MIDDLE = 0.38
"""Ems from the base line up to the middle of a Chinese character, in both faces."""
_WEIGHT = 0.013
"""Ems by which each stroke is made stronger: the faces are regular, titles want a stronger weight."""
_PER_LINE = 0.87
"""Letters so much smaller are still preferred to another line."""
_MEASURED_AT = 200
"""Pixels to the em; large, so that rounding to whole pixels does not count."""
_MOST_CHARACTERS = 160
"""Of a longer text nobody reads the end on a picture."""
_KEPT = 4096
"""Pieces of text whose width is remembered."""


class Setting(NamedTuple):
    """A text divided into lines."""

    lines: tuple[str, ...]
    size: float
    """Pixels to the em."""

    @property
    def height(self) -> float:
        """Pixels from above the first line to beneath the last."""
        return len(self.lines) * self.size * LINE_HEIGHT


@lru_cache(_KEPT)
def width_of(text: str, *, traditional: bool = False) -> float:
    """Return the width of *text* in ems."""
    runs = in_glyphs(text, traditional=traditional)
    return sum(face(run.face, _MEASURED_AT).getlength(run.text) for run in runs) / _MEASURED_AT


def setting(
    text: str,
    *,
    width: float,
    height: float,
    largest: float,
    smallest: float,
    most_lines: int = MOST_LINES,
    traditional: bool = False,
) -> Setting:
    """Return how *text* is set so that it fills a box well and never leaves it.

    Args:
        text: A title of any length; where it does not fit at *smallest*, its end is left out.
        width: Pixels that a line may have.
        height: Pixels that all lines together may have.
        largest: Size in pixels to the em that is not exceeded.
        smallest: Size below which nobody could read it.
        most_lines: Lines at most.
        traditional: Letter it in the forms of traditional Chinese.
    """

    def measure(piece: str) -> float:
        return width_of(piece, traditional=traditional)

    def best(wanted: str) -> Setting:
        found: list[tuple[float, Setting]] = []
        for count in range(1, most_lines + 1):
            lines = balanced(wanted, count, measure)
            if lines is None:
                break
            longest = max(map(measure, lines)) or 1.0
            size = min(largest, width / longest, height / (count * LINE_HEIGHT))
            found.append((size * _PER_LINE ** (count - 1), Setting(lines, size)))
        return max(found)[1] if found else Setting((), largest)

    text = " ".join(text.split())
    if len(text) > _MOST_CHARACTERS:
        text = shortened(text, lambda part: len(part) <= _MOST_CHARACTERS)
    whole = best(text)
    if whole.size >= smallest or not whole.lines:
        return whole
    return best(shortened(text, lambda part: best(part).size >= smallest))


def letter(
    draw: ImageDraw,
    at: tuple[float, float],
    text: str,
    size: float,
    colour: str,
    *,
    align: Align = "left",
    strong: bool = False,
    traditional: bool = False,
) -> None:
    """Draw one line of *text*.

    Args:
        draw: Where to.
        at: Its left end, middle or right end, by *align*; in height, the middle of a Chinese character.
        text: Without line breaks.
        size: Pixels to the em, rounded to whole ones.
        colour: ``#rrggbb``.
        align: What of the line stands at *at*.
        strong: In the weight of a title.
        traditional: In the forms of traditional Chinese.
    """
    pixels = max(1, int(size))
    weight = pixels * _WEIGHT if strong else 0.0
    x, y = at[0], round(at[1] + pixels * _MIDDLE)
    if align != "left":
        x -= width_of(text, traditional=traditional) * pixels / (2 if align == "middle" else 1)
    for run in in_glyphs(text, traditional=traditional):
        font = face(run.face, pixels)
        draw.text((round(x), y), run.text, fill=colour, font=font, anchor="ls", stroke_width=weight, stroke_fill=colour)
        x += font.getlength(run.text)


def letter_lines(
    draw: ImageDraw,
    at: tuple[float, float],
    set_text: Setting,
    colour: str,
    *,
    align: Align = "middle",
    strong: bool = True,
    traditional: bool = False,
) -> None:
    """Draw all lines of a text; *at* is the middle of the first, in height its upper edge."""
    x, y = at
    for number, line in enumerate(set_text.lines):
        middle = y + (number + 0.5) * set_text.size * LINE_HEIGHT
        letter(draw, (x, middle), line, set_text.size, colour, align=align, strong=strong, traditional=traditional)
