"""
What an editor most likely did where libyaml cannot read on.

libyaml says what it expected; an editor needs to hear which line to mend and
what to type.  The rules here go from libyaml's message and the lines around it
to a fault, and for the common ones to a mended line, so that reading can go on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from yaml.error import MarkedYAMLError

from generator.findings import Finding, Place, finding

from .characters import one_line

_TAB_INDENT = re.compile(r"( *)\t[ \t]*(?=\S)")
_WIDE_INDENT = re.compile("[ \t]*[\u3000\u00a0]+\\s*(?=\\S)")
_SEPARATOR = re.compile(r":(?=\s|$)")
_FULL_WIDTH_COLON = re.compile(r"(\s*(?:- +)*)([^\s:：，。；#\"'\[\]{}&*!|>%@`-][^:：，。；]{0,29}?)\s*：\s*(.*)$")
_CLOSE_COLON = re.compile(r"(\s*(?:- +)*)([^\s:：，。；#\"'\[\]{}&*!|>%@`-][^\s:：，。；]{0,29}?):(?!//)(\S.*)$")
_LIST_ITEM = re.compile(r"\s*-(?:\s|$)")
_FIELD_WORD = re.compile(r"(\s*)(?:- +)*([^\s:：#\"'\[\]{}-][^:：]{0,29}?)\s*(?:：|:(?=\s|$|\S))")

_Spot: TypeAlias = tuple[int, int]
"""Index of a line and of a character in it, both from 0."""
_Rule: TypeAlias = "Callable[[list[str], _Spot, _Spot], Fault | None]"
"""From the lines and the places of libyaml's problem and context to a fault."""

_COMPLETE_FIELD = re.compile(r"(\s*(?:- +)*)[^\s:#\"'\[\]{}-][^:]*:[ \t]+[^\s#|>&*!]")

_REASONS: tuple[tuple[str, str, str], ...] = (
    ("unknown escape", "双引号里的反斜杠“\\”要写两个，或者改用单引号", "a backslash in double quotes is written twice"),
    ("hexdecimal", "双引号里的反斜杠“\\”要写两个，或者改用单引号", "a backslash in double quotes is written twice"),
    ("incompatible YAML", "“%YAML”这一行不需要", "the %YAML line is not needed"),
    ("directive", "“%”开头的行在这里不用", "lines that begin with % are not used"),
    ("document start", "“---”或“...”的位置不对", "--- or ... is out of place"),
)


class Fault(NamedTuple):
    """One fault, and how its line would read if mended."""

    code: str
    line: int
    """Line from 1."""
    column: int
    """Column from 1."""
    found: str = ""
    allowed: str = ""
    repair: str | None = None
    """The whole line as it was most likely meant, or ``None`` where that cannot be told."""
    word: str = ""
    """The field on or above the line, as the editor wrote it."""
    names: Mapping[str, str] = MappingProxyType({})

    def as_finding(self, file: str) -> Finding:
        """Return the finding for *file*."""
        place = Place(file, self.line, self.column)
        return finding(self.code, place, field=self.word, found=self.found, allowed=self.allowed, **self.names)


def diagnose(error: MarkedYAMLError | None, lines: list[str]) -> Fault | None:
    """
    Name the fault behind *error*.

    Args:
        error: libyaml's error with its marks, or ``None`` where it read the whole file as one text.
        lines: The file's lines without line ends.

    Returns:
        The fault; ``None`` only without an *error*, where the text is no misspelt mapping.
    """
    if error is None:
        first = _next_written(lines, 0)
        return _colon_fault(lines, first)
    problem = _line_of(error.problem_mark, lines)
    context = _line_of(error.context_mark, lines) if error.context_mark else problem
    fault = _indent_fault(lines, problem, context) or _by_message(error, lines, problem, context)
    return fault or _unknown(error, lines, problem)


def quoted(text: str) -> str:
    """Return *text* as a quoted YAML scalar on one line, the way a person would write it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def word_above(lines: list[str], number: int) -> str:
    """Return the field that line *number* begins or belongs to, judged by indentation; empty if there is none."""
    indent = _indent_of(lines[number]) + 1
    for above in range(number, -1, -1):
        match = _FIELD_WORD.match(lines[above])
        if match and len(match[1]) < indent:
            return match[2]
    return ""


def _by_message(error: MarkedYAMLError, lines: list[str], problem: int, context: int) -> Fault | None:
    """Choose the rule by libyaml's wording; ``None`` where no rule knows it."""
    at_problem = (problem, _column_of(error.problem_mark, lines, problem))
    at_context = (context, _column_of(error.context_mark, lines, context))
    for what, during, rule in _RULES:
        if re.search(what, error.problem or "") and re.search(during, error.context or ""):
            return rule(lines, at_problem, at_context)
    return None


def _indent_fault(lines: list[str], problem: int, context: int) -> Fault | None:
    """Tabs and wide spaces at the beginning of a line are to blame before anything else."""
    for number in dict.fromkeys((problem, context)):
        tab = _TAB_INDENT.match(lines[number])
        if tab:
            repair = _aligned(lines, number) or tab[0].replace("\t", "  ") + lines[number][tab.end() :]
            return Fault("yaml-tab", number + 1, len(tab[1]) + 1, "\\t", "", repair, word_above(lines, number))
        wide = _WIDE_INDENT.match(lines[number])
        if wide:
            repair = re.sub("[\u3000\u00a0]", "  ", wide[0]) + lines[number][wide.end() :]
            word = word_above(lines, number)
            return Fault("yaml-wide-space", number + 1, 1, "", "", repair, word)
    return None


def _colon_fault(lines: list[str], number: int) -> Fault | None:
    """A line whose colon is full-width or sticks to its value."""
    line = lines[number]
    if _SEPARATOR.search(line):
        return None
    for code, pattern in (("yaml-full-width-colon", _FULL_WIDTH_COLON), ("yaml-colon-space", _CLOSE_COLON)):
        match = pattern.match(line)
        if match:
            indent, word, value = match[1], match[2], match[3]
            allowed = f"{word}: {one_line(value)}".strip()
            column = line.index("：" if code == "yaml-full-width-colon" else ":", len(indent)) + 1
            return Fault(code, number + 1, column, word, allowed, f"{indent}{word}: {value}".rstrip(), word)
    return None


def _colon(lines: list[str], _: _Spot, context: _Spot) -> Fault:
    return _colon_fault(lines, context[0]) or _missing_colon(lines, context[0])


def _missing_colon(lines: list[str], number: int) -> Fault:
    word = word_above(lines, number - 1) if number else ""
    return Fault("yaml-missing-colon", number + 1, _indent_of(lines[number]) + 1, one_line(lines[number]), word=word)


def _misaligned(lines: list[str], number: int) -> Fault:
    fault = _at("yaml-indentation", lines, number, _indent_of(lines[number]))
    return fault._replace(repair=_aligned(lines, number))


def _aligned(lines: list[str], number: int) -> str | None:
    """Return line *number* moved under the complete field above it; ``None`` where the line above is another thing."""
    above = _written_above(lines, number)
    match = _COMPLETE_FIELD.match(lines[above]) if above is not None else None
    return " " * match.end(1) + lines[number].strip() if match else None


def _second_colon(lines: list[str], problem: _Spot, _: _Spot) -> Fault:
    """A colon where none may stand: a second one on its line, or the line above is not what it should be."""
    number, column = problem
    line = lines[number]
    first = _SEPARATOR.search(line, 0, column)
    if first and first.start() < column:
        start = first.end() + 1
        value = line[start:].strip()
        mended = quoted(value)
        repair = f"{line[: first.end()]} {mended}"
        return Fault(
            "yaml-colon-in-value",
            number + 1,
            column + 1,
            one_line(line),
            f"{line[: first.end()].strip()} {quoted(one_line(value))}",
            repair,
            word_above(lines, number),
        )
    above = _written_above(lines, number)
    if above is not None and not _SEPARATOR.search(lines[above]):
        fault = _colon_fault(lines, above)
        if fault:
            return fault
        if not _LIST_ITEM.match(lines[above]):
            return _missing_colon(lines, above)
    return _misaligned(lines, number)


def _special(lines: list[str], number: int, column: int) -> Fault:
    """A value that begins with a character which YAML keeps for itself."""
    line = lines[number]
    separator = next(iter(re.finditer(r"(?::|-)\s+", line[: column + 1])), None)
    start = separator.end() if separator else _indent_of(line)
    character = line[column : column + 1]
    value = line[start:].strip()
    if not character.strip() or not value:
        return _at("yaml-indentation", lines, number, _indent_of(line))
    if character in "]},":
        return _at("yaml-bracket", lines, number, column)
    repair = line[:start] + quoted(value) if start <= column and separator else None
    return Fault(
        "yaml-special-character",
        number + 1,
        column + 1,
        character,
        quoted(one_line(value)),
        repair,
        word_above(lines, number),
    )


def _out_of_line(lines: list[str], problem: _Spot, _: _Spot) -> Fault:
    """Something stands where a field should begin: after a closed quote or bracket, or at a wrong indentation."""
    number, column = problem
    before = lines[number][:column].rstrip()
    if before.endswith(('"', "'")):
        quote = before[-1]
        if before.count(quote) == 1:  # The quote that closes here was opened on a line above.
            for above in range(number - 1, -1, -1):
                if lines[above].count(quote) % 2:
                    return _at("yaml-unclosed-quote", lines, above, lines[above].rindex(quote))
        return _at("yaml-unclosed-quote", lines, number, len(before) - 1)
    if before.endswith(("]", "}")):
        return _at("yaml-bracket", lines, number, len(before) - 1)
    return _at("yaml-indentation", lines, number, _indent_of(lines[number]))


def _begins_misaligned(lines: list[str], problem: _Spot, _: _Spot) -> Fault | None:
    """A second block where the document should end: a line further left than the first, unless a mark is there."""
    return None if lines[problem[0]].startswith(("---", "...")) else _misaligned(lines, problem[0])


_RULES: tuple[tuple[str, str, _Rule], ...] = (
    ("could not find expected ':'", "", _colon),
    ("mapping values are not allowed", "", _second_colon),
    ("unexpected", "quoted scalar", lambda lines, _, context: _at("yaml-unclosed-quote", lines, *context)),
    ("block sequence entries", "", lambda lines, problem, _: _at("yaml-indentation", lines, *problem)),
    ("cannot start any token", "", lambda lines, problem, _: _special(lines, *problem)),
    ("", "an alias|an anchor|a tag|a block scalar", lambda lines, _, context: _special(lines, *context)),
    ("", r"flow (?!node)", lambda lines, _, context: _at("yaml-bracket", lines, *context)),
    ("did not find expected", "node", lambda lines, problem, _: _special(lines, *problem)),
    ("document start", "", _begins_misaligned),
    ("did not find expected (?:key|'-')", "", _out_of_line),
)
"""
(problem, context, rule): patterns for libyaml's wording, in scanner.c and parser.c of libyaml 0.2.5.
The first that fits decides.
"""


def _unknown(error: MarkedYAMLError, lines: list[str], number: int) -> Fault:
    told = f"{error.context or ''} {error.problem or ''}"
    reasons = next(((zh, en) for part, zh, en in _REASONS if part in told), None)
    why_zh, why_en = reasons or ("这里不合 YAML 的写法", one_line(str(error.problem or "not YAML"), 120))
    column = _column_of(error.problem_mark, lines, number)
    names = {"why_zh": why_zh, "why_en": why_en}
    found = one_line(lines[number])
    return Fault("yaml-syntax", number + 1, column + 1, found, word=word_above(lines, number), names=names)


def _at(code: str, lines: list[str], number: int, column: int) -> Fault:
    return Fault(code, number + 1, column + 1, one_line(lines[number]), word=word_above(lines, number))


def _line_of(mark: object, lines: list[str]) -> int:
    """Return the index of the marked line, or of the last written one where the mark is at the end or missing."""
    number: int = getattr(mark, "line", len(lines))
    if number < len(lines) and lines[number].strip():
        return number
    return _written_above(lines, min(number, len(lines))) or 0


def _column_of(mark: object, lines: list[str], number: int) -> int:
    """Return the marked column, from 0; the line's end where the mark is on another line."""
    if getattr(mark, "line", -1) == number:
        return int(getattr(mark, "column", 0))
    return len(lines[number].rstrip())


def _written_above(lines: list[str], number: int) -> int | None:
    """Return the index of the nearest line above *number* that is neither blank nor a comment."""
    for above in range(number - 1, -1, -1):
        if lines[above].strip() and not lines[above].lstrip().startswith("#"):
            return above
    return None


def _next_written(lines: list[str], number: int) -> int:
    for below in range(number, len(lines)):
        stripped = lines[below].strip()
        if stripped and not stripped.startswith(("#", "---")):
            return below
    return 0


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())
