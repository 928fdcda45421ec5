"""Months in few words: as runs, since what is supplied from October to March is better said so than month by month."""

from __future__ import annotations

from .texts import Texts

_YEAR = 12


def months_in_words(texts: Texts, months: tuple[int, ...]) -> str:
    """Return months, 1 to 12, as runs of the language: *Oct. to Mar., June*; ``""`` for none."""
    if len(set(months)) == _YEAR:
        return texts("months.all")
    return texts.joined(_run(texts, first, last) for first, last in runs_of(months))


def _run(texts: Texts, first: int, last: int) -> str:
    start, end = texts(f"month.short.{first}"), texts(f"month.short.{last}")
    return start if first == last else texts("months.run", first=start, last=end)


def runs_of(months: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return (first, last) of each run of neighbouring months; December and January are neighbours."""
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    if len(runs) > 1 and runs[0][0] == 1 and runs[-1][-1] == _YEAR:
        runs[-1] += runs.pop(0)
    return [(run[0], run[-1]) for run in runs]
