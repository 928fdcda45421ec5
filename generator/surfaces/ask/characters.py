"""Characters as the rules compare them: simplified ones for traditional, and how each is said."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.surfaces.kept_files import read_kept, release_of, write_kept
from generator.surfaces.search_forms import open_forms

_SPOKEN = {"麼": "么", "麽": "么", "妳": "你", "牠": "它", "祂": "他", "裏": "里"}
"""Characters of everyday questions for which OpenCC has another one first."""
_COMMON = 0xF7
"""Last row of GB 2312: its 6,763 characters are those that people write questions with."""


def characters(work: Path) -> bytes:
    """Return the tables as the script reads them; they change with releases of OpenCC and pypinyin alone.

    Args:
        work: Folder in which what took long to find out is kept.
    """
    path, release = work / "ask" / "characters-3.json", f"{release_of('opencc')} {release_of('pypinyin')}"
    kept = read_kept(path, release)
    if not isinstance(kept, str):
        kept = _tables(work)
        write_kept(path, release, kept)
    return kept.encode()


def _tables(work: Path) -> str:
    common = _common()
    known = set(common)
    simplified = {**open_forms(work).simplified, **_SPOKEN}
    pairs = [(one, other) for one, other in simplified.items() if other in known and one not in known]
    read = [(character, _syllables(character)) for character in common]
    told = {
        "traditional": "".join(one for one, _ in pairs),
        "simplified": "".join(other for _, other in pairs),
        "sounds": _by_sound((character, syllables[0]) for character, syllables in read),
        "others": _by_sound((character, syllables[1]) for character, syllables in read if len(syllables) > 1),
    }
    return f'shanhuo.ask.take("characters",{json.dumps(told, ensure_ascii=False, separators=(",", ":"))});\n'


@cache
def _common() -> str:
    signs = (bytes((first, second)) for first in range(0xB0, _COMMON + 1) for second in range(0xA1, 0xFF))
    return "".join(sign.decode("gb2312", errors="ignore") for sign in signs)


def _by_sound(pairs: Iterable[tuple[str, str]]) -> str:
    groups: dict[str, list[str]] = {}
    for character, syllable in pairs:
        groups.setdefault(syllable, []).append(character)
    return " ".join(f"{syllable}{''.join(group)}" for syllable, group in sorted(groups.items()))


def _syllables(character: str) -> list[str]:
    from pypinyin import Style, pinyin  # its dictionaries take a quarter of a second

    readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return list(dict.fromkeys(reading.replace("ü", "v") for reading in readings))[:2]
