"""
The index: for each pair of characters the names and texts that hold it, in many small files.

Four families: ``names`` (pairs of characters of names and aliases, with positions), ``sounds`` (pairs of syllables,
with positions), ``texts`` (pairs of Han characters) and ``words`` (whole words of other scripts).  A query asks for a
file or two of each.  It is one index for all languages, since a thing is found by its names in every language.

Every file is a script that calls one function, because a page opened as a file may not read other files in any
other way.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple, TypeAlias

from . import search_postings as postings
from .kept_files import read_kept, release_of, write_kept
from .outputs import Output, digest_of
from .search_blocks import Block, power_of_two
from .search_entries import Searched
from .search_forms import Forms, bare_of, open_forms
from .search_sounds import sounds_of

FOLDER = "search/index/"
"""Where the index stands, from the site's root."""
INITIALS = f"{postings.DIGIT}{ascii_lowercase}"
"""What syllables begin with."""
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NAMES, _TEXTS = ("names", "sounds"), ("texts", "words")

Parts: TypeAlias = dict[str, dict[str, str]]
"""Family → file → the JSON that a block contributes to it."""


class Sizes(NamedTuple):
    """Into how many files each family is split, so that one holds about as much on any site."""

    names: int
    sounds: int
    """Files of each initial letter."""
    texts: int
    words: int

    @classmethod
    def for_subjects(cls, count: int) -> Sizes:
        """Return the sizes for *count* subjects; each is a power of two."""
        return cls(
            names=power_of_two(count / 20, least=4),
            sounds=power_of_two(count / 800),
            texts=power_of_two(count / 10, least=8),
            words=power_of_two(count / 40, least=4),
        )


@dataclass(frozen=True, eq=False)
class SearchIndex:
    """The index of one site."""

    searched: Searched
    blocks: tuple[Block, ...]
    work: Path
    """Folder in which parts of blocks are kept between runs."""
    program: str
    """Digest of the program itself."""

    @cached_property
    def sizes(self) -> Sizes:
        """Into how many files the families are split."""
        return Sizes.for_subjects(sum(len(block.subjects) for block in self.blocks))

    @cached_property
    def version(self) -> str:
        """Digest of the whole index, by which browsers tell an old file from a new one."""
        return digest_of(self._needs_of_names, self._needs_of_texts)[:10]

    @cached_property
    def _release(self) -> str:
        """What parts hang on besides names and words."""
        return digest_of(self.program, repr(self.sizes), release_of("opencc"), release_of("pypinyin"))

    @cached_property
    def _needs_of_names(self) -> str:
        return digest_of(self._release, *(block.names_digest for block in self.blocks))

    @cached_property
    def _needs_of_texts(self) -> str:
        return digest_of(self._release, *(block.words_digest for block in self.blocks))

    def outputs(self) -> Iterator[Output]:
        """Plan all files of the index."""
        sizes = self.sizes
        names, texts = self._needs_of_names, self._needs_of_texts
        yield from self._family("names", map(str, range(sizes.names)), names)
        sounds = (f"{initial}{number}" for initial in INITIALS for number in range(sizes.sounds))
        yield from self._family("sounds", sounds, names)
        yield from self._family("texts", map(str, range(sizes.texts)), texts)
        yield from self._family("words", map(str, range(sizes.words)), texts)
        path = f"{FOLDER}characters.js"
        yield Output(path, digest_of(texts, "characters"), self._characters, path, kin="search/texts")

    def _family(self, family: str, files: Iterable[str], needs: str) -> Iterator[Output]:
        kin = "search/names" if family in _NAMES else "search/texts"
        for file in files:
            path = f"{FOLDER}{family}/{file}.js"
            yield Output(path, digest_of(needs, path), partial(self._file, family, file), path, kin=kin)

    def _file(self, family: str, file: str) -> bytes:
        parts = self._name_parts if family in _NAMES else self._text_parts
        given = (f"[{number},{part[family][file]}]" for number, part in enumerate(parts) if file in part[family])
        return f"shanhuoSearch({json.dumps(family)},{json.dumps(file)},[{','.join(given)}]);\n".encode()

    def _characters(self) -> bytes:
        """Return the traditional characters of those that occur, so that a query can be brought into one script."""
        used = {character for part in self._text_parts for character in part["characters"][""]}
        pairs = {one: other for one, other in self._forms.simplified.items() if other in used}
        given = ",".join(json.dumps("".join(part), ensure_ascii=False) for part in (pairs, pairs.values()))
        return f'shanhuoSearch("characters","",[{given}]);\n'.encode()

    @cached_property
    def _forms(self) -> Forms:
        return open_forms(self.work)

    @cached_property
    def _name_parts(self) -> list[Parts]:
        return self._parts("names", lambda block: block.names_digest, self._made_of_names)

    @cached_property
    def _text_parts(self) -> list[Parts]:
        return self._parts("texts", lambda block: block.words_digest, self._made_of_texts)

    def _parts(self, name: str, digest_of_block: Callable[[Block], str], make: Callable[[Block], Parts]) -> list[Parts]:
        """Return the parts of all blocks; those that were made before are read, those of no use any more removed."""
        folder = self.work / "search" / name
        found: list[Parts] = []
        used = set()
        for block in self.blocks:
            path = folder / f"{digest_of_block(block)}.json"
            used.add(path.name)
            parts = _sound(read_kept(path, self._release))
            if parts is None:
                parts = make(block)
                write_kept(path, self._release, parts)
            found.append(parts)
        for path in folder.iterdir():
            if path.name not in used:
                path.unlink(missing_ok=True)
        return found

    def _made_of_names(self, block: Block) -> Parts:
        forms = self._forms
        names, aliases, sounds = [], [], []
        for subject in block.subjects:
            own = list(dict.fromkeys(map(forms.folded, subject.names)))
            others = list(dict.fromkeys(map(forms.folded, subject.aliases)))
            bare = dict.fromkeys(map(bare_of, (*own, *others)))
            names.append(own)
            aliases.append([text for text in dict.fromkeys((*others, *bare)) if text and text not in own])
            sounds.append([said for text in bare if (said := sounds_of(text))])
        return {
            "names": _name_files(postings.name_runs(names), postings.name_runs(aliases), self.sizes.names),
            "sounds": _sound_files(postings.sound_runs(sounds), self.sizes.sounds),
        }

    def _made_of_texts(self, block: Block) -> Parts:
        folded = self._forms.folded
        texts = ["\n".join(dict.fromkeys(map(folded, self.searched.words(subject)))) for subject in block.subjects]
        words: dict[str, dict[str, str]] = defaultdict(dict)
        for word, codes in postings.text_words(texts).items():
            words[postings.file_of_word(word, self.sizes.words)][word] = codes
        pairs = postings.text_files(postings.text_pairs(texts), self.sizes.texts)
        return {
            "texts": {file: _json(runs) for file, runs in pairs.items()},
            "words": {file: _json(codes) for file, codes in words.items()},
            "characters": {"": "".join(sorted(set("".join(texts))))},
        }


def _name_files(names: postings.Runs, aliases: postings.Runs, files: int) -> dict[str, str]:
    """Return file → ``runs of names,runs of aliases``."""
    split: dict[str, tuple[postings.Runs, postings.Runs]] = defaultdict(lambda: ({}, {}))
    for place, runs in enumerate((names, aliases)):
        for first, run in runs.items():
            for second, codes in run.items():
                group = split[postings.file_of_name_pair(first, second, files)][place]
                group.setdefault(first, {})[second] = codes
    return {
        file: ",".join(_json({first: postings.run_text(run) for first, run in runs.items()}) for runs in both)
        for file, both in split.items()
    }


def _sound_files(sounds: postings.Runs, files: int) -> dict[str, str]:
    """Return file → syllable → following syllable → codes."""
    split: dict[str, postings.Runs] = defaultdict(dict)
    for first, run in sounds.items():
        if first[0] in INITIALS or first[0].isdigit():
            for second, codes in run.items():
                split[postings.file_of_syllables(first, second, files)].setdefault(first, {})[second] = codes
    return {file: _json(runs) for file, runs in split.items()}


def _sound(told: object) -> Parts | None:
    """Return what was kept where it has the shape of parts."""
    if not isinstance(told, dict) or not all(isinstance(files, dict) for files in told.values()):
        return None
    families: Sequence[str] = tuple(told)
    is_whole = families in (_NAMES, (*_TEXTS, "characters"))
    return (
        told if is_whole and all(isinstance(part, str) for files in told.values() for part in files.values()) else None
    )
