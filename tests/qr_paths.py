"""What the path of a code's SVG covers."""

import re

_COMMAND = re.compile(r"([Mmh])(-?\d+)(?: (\d+)|v1h-(\d+)z)")


def covered(path: str) -> list[tuple[int, int]]:
    """Return the modules (column, line) that a path of boxes one module high covers, in the order it is drawn.

    A box leaves the pen where it began (SVG 2, 9.3.4); whatever is no box and no move fails.
    """
    assert not _COMMAND.sub("", path)
    x = y = 0
    modules: list[tuple[int, int]] = []
    for command, first, second, back in _COMMAND.findall(path):
        if command == "M":
            x, y = int(first), int(second)
        elif command == "m":
            assert second == "0"
            x += int(first)
        else:
            assert first == back
            modules += [(x + step, y) for step in range(int(first))]
    return modules
