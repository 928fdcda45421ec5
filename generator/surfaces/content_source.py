"""Finding again, in what an editor wrote, the piece that something in the made page comes from."""

from __future__ import annotations

from bisect import bisect_left
from html import unescape

_REACH = 4000
"""Characters within which the next text of a page is looked for; words that the engine adds stand nowhere near."""


class SourceText:
    """The text of a page, read along with what was made of it."""

    def __init__(self, text: str, start: int) -> None:
        """Take a whole file; its prose begins at the offset *start*."""
        self._text = text
        self._start = self._position = start
        self._told: dict[str, int] = {}
        self._ends = [place for place, character in enumerate(text) if character == "\n"]

    def read_past(self, made: str) -> None:
        """Move on to where the text *made* of the page stands; stay where it is not found."""
        first = made.strip().partition("\n")[0]
        if len(first) > 1:
            found = self._text.find(first, self._position, self._position + _REACH)
            if found >= 0:
                self._position = found + len(first)

    def line_with(self, piece: str) -> int | None:
        """Return the line of an occurrence of *piece* that was not told yet, ``None`` where there is none.

        What stands behind the text read last is preferred, for the page and its source run side by side.
        """
        told = self._told.get(piece, self._start)
        for start in (max(told, self._position), told):
            found = self._text.find(piece, start) if piece else -1
            if found >= 0:
                self._told[piece] = found + 1
                return self._line_at(found)
        return None

    def line_of(self, *pieces: str) -> int:
        """Return the line of the first of *pieces* that stands in the text, else the line of the text read last."""
        for piece in pieces:
            line = self.line_with(piece)
            if line is not None:
                return line
        told = next((self._told[piece] for piece in pieces if piece in self._told), None)
        if told is not None:
            return self._line_at(told)
        return self._line_unescaped(pieces) or self._line_at(self._position)

    def _line_unescaped(self, pieces: tuple[str, ...]) -> int | None:
        """Return the line that holds one of *pieces* with signs written as entities (``&#115;``)."""
        wanted = [piece.lower() for piece in pieces if piece]
        first = self._line_at(self._position)
        lines = list(enumerate(self._text.split("\n"), 1))
        for number, line in (*lines[first - 1 :], *lines[: first - 1]) if wanted else ():
            if "&" in line and any(piece in unescape(line).lower() for piece in wanted):
                return number
        return None

    def _line_at(self, offset: int) -> int:
        return bisect_left(self._ends, offset) + 1
