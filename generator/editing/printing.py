"""What all printing has in common: a sound site, faults in words, a file that is written whole, a log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.assets.pdf_paper import TRUE, Paper, Printer
from generator.assets.print_faults import Fault
from generator.build.planning import surroundings
from generator.errors import EXIT_FINDINGS, SiteError
from generator.languages.tags import is_traditional
from generator.surfaces.surroundings import Surroundings

from .file_writing import write_file
from .print_log import Entry, Log, day_of_printing
from .reading import read_sound_site

_MOST_TOLD = 20
"""Faults that are told one by one."""


class PrintRefused(SiteError):
    """Something that would come out wrong, so nothing was printed."""

    exit_code = EXIT_FINDINGS


class Press(NamedTuple):
    """A site that is ready to be printed from."""

    around: Surroundings
    log: Log
    today: date


def open_press(site_dir: Path, as_of: date | None) -> Press:
    """Read a site that holds no error.

    Raises:
        FindingsStop: The data holds errors.
    """
    log = Log(site_dir)
    loaded = read_sound_site(site_dir, as_of=as_of, purpose="打印")
    around = surroundings(loaded)
    return Press(around, log, day_of_printing(around.config, as_of))


def paper_for(press: Press, title: str, printer: Printer = TRUE) -> Paper:
    """Begin a document in the site's own language."""
    around = press.around
    return Paper(
        title=title,
        author=around.config.publisher.name or around.config.title,
        language=around.texts.language,
        made_on=around.configuration.as_of,
        printer=printer,
        traditional=is_traditional(around.texts.language),
    )


def refuse(faults: Sequence[Fault], on: str) -> None:
    """Stop where there are faults; *on* says what was to be printed on.

    Raises:
        PrintRefused: There is at least one.
    """
    if not faults:
        return
    told = [in_words(fault, on) for fault in faults[:_MOST_TOLD]]
    if len(faults) > _MOST_TOLD:
        told.append(f"还有 {len(faults) - _MOST_TOLD} 处。")
    raise PrintRefused("没有打印：\n" + "\n".join(f"  {line}" for line in told), mend=_MENDS[faults[0].kind])


_MENDS = {
    "missing-glyph": "换成常用的字再打印；人名地名的生僻字可以加注拼音。",
    "no-room-for-code": "换大一点的标签纸；自己添的标签纸，看看安全边是不是写得太宽。",
    "no-room-for-text": "换大一点的标签纸，或者写短一点。",
}


def in_words(fault: Fault, on: str) -> str:
    """Return a fault as a sentence for editors."""
    whose = f"“{fault.name}”（{fault.subject}）"
    if fault.kind == "missing-glyph":
        characters = "、".join(f"{char}（U+{ord(char):04X}）" for char in fault.what)
        return f"{whose}里有字体没有的字：{characters}。"
    if fault.kind == "no-room-for-code":
        return f"{whose}的码在{on}上，每格不到 0.396 毫米，扫不出来。"
    return f"{whose}里的“{fault.what}”在{on}上，缩到 {fault.least:g} 磅也放不下。"


def write_out(press: Press, out: Path, content: bytes, entries: Sequence[Entry]) -> None:
    """Write a document, then note what was printed.

    Raises:
        EnvironmentRefused: The file or the log cannot be written.
    """
    write_file(out, content)
    press.log.add(entries, day=press.today, catalog=press.around.catalog)
