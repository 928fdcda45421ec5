"""
The order of names: Chinese by pinyin, as dictionaries and address books sort; other languages by their letters.

A pinyin key asks for a dictionary that takes a fifth of a second and fifty megabytes to load, so keys are kept between
runs by their names: only a name that was not there before asks for it, in a process of its own, which takes the
dictionary with it when it ends.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path

from generator.apart import start_apart
from generator.languages.tags import is_chinese

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that canonical decomposition leaves whole, as CLDR's root collation sorts them (UTS #35, part 5)."""


def name_keys(names: Iterable[str], language: str, work: Path) -> Mapping[str, str]:
    """Return name → what it is sorted by.

    Args:
        names: What is to be sorted.
        language: BCP 47, of the pages on which the names stand.
        work: Folder in which pinyin keys are kept.
    """
    wanted = dict.fromkeys(map(str, names))
    if is_chinese(language):
        return _pinyin_keys(wanted, work / f"name-order-{language}.json")
    return {name: letters_key(name) for name in wanted}


def letters_key(name: str) -> str:
    """Return a name in small letters without accents; other scripts come behind, in the order of Unicode."""
    if name.isascii():
        return name.casefold()
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _pinyin_keys(names: Iterable[str], kept: Path) -> dict[str, str]:
    version = _pinyin_version()
    known = _read(kept, version)
    missing = [name for name in names if name not in known]
    made: dict[str, str] = {}
    if missing:
        work = partial(_keys_of, missing)
        apart = start_apart(work)
        made = work() if apart is None else apart.result()
    keys = {name: known[name] if name in known else made[name] for name in names}
    if missing:
        _write(kept, version, keys)
    return keys


def _keys_of(names: Iterable[str]) -> dict[str, str]:
    return {name: pinyin_key(name) for name in names}


def pinyin_key(name: str) -> str:
    """Return the syllables of a name with their tones; what is no Chinese character stands as it is."""
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(name, style=Style.TONE3, neutral_tone_with_five=True)
    return " ".join(letters_key(syllable) for syllable in syllables)


@cache
def _pinyin_version() -> str:
    """Return what tells one release of the dictionary from another, without loading it."""
    spec = find_spec("pypinyin")
    assert spec is not None
    assert spec.origin is not None
    return hashlib.blake2b(Path(spec.origin).read_bytes(), digest_size=8).hexdigest()


def _read(kept: Path, version: str) -> dict[str, str]:
    try:
        told = json.loads(kept.read_bytes())
        return dict(told["keys"]) if told["version"] == version else {}
    except (OSError, ValueError, KeyError, TypeError):  # not there, or half written by a run that was killed
        return {}


def _write(kept: Path, version: str, keys: Mapping[str, str]) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    beside = kept.with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps({"version": version, "keys": keys}, ensure_ascii=False), encoding="utf-8")
    os.replace(beside, kept)
