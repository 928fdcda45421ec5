"""Files of what the guide knows: small scripts, so that pages opened as files read them too."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from generator.config import SiteConfig
from generator.languages.tags import is_chinese
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.search_blocks import power_of_two
from generator.surfaces.search_prose import ProsePage
from generator.surfaces.surroundings import Surroundings

from .characters import characters
from .records import Record, records

FOLDER = "ask/"
CHARACTERS = "ask/characters.js"
SCRIPT = "guide/shared/ask.js"
_ESCAPED = {"<": "\\u003c", "://": ":\\/\\/", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What scripts may not hold as it is: ends of elements and lines; an address of data is none that a page asks."""
PER_FILE = 8
"""Records whose facts one file holds: a question reads few files, and an edit makes few of them anew."""


def is_answered(config: SiteConfig) -> bool:
    """Tell whether the guide can be asked on the site: its rules read Chinese, and English beside it."""
    return bool({"ask", "guide"} & {*config.surfaces}) and any(map(is_chinese, config.all_languages))


def names_path(language: str) -> str:
    """Return the file of names in *language*, from the site's root."""
    return f"{FOLDER}names.{language.lower()}.js"


def facts_path(language: str, number: int) -> str:
    """Return the file of facts called *number* in *language*, from the site's root."""
    return f"{FOLDER}facts/{language.lower()}/{number}.js"


def outputs(languages: Sequence[Surroundings], prose: Sequence[Mapping[str, ProsePage]]) -> Iterator[Output]:
    """Plan names and facts in all languages, and the rules.

    Args:
        languages: The site in each language, its own first.
        prose: The editors' prose in each, in the same order.
    """
    main = languages[0]
    script = main.theme.scripts["ask"]
    yield Output(SCRIPT, digest_of(script), script.encode, SCRIPT)
    yield Output(CHARACTERS, main.program, partial(characters, main.theme.work), CHARACTERS)
    told = [list(records(around, pages)) for around, pages in zip(languages, prose, strict=True)]
    others = names_by_key(told)
    for around, known in zip(languages, told, strict=True):
        language = around.texts.language
        needs = digest_of(
            around.base,
            *(f"{each.key}={each.name}={'|'.join(each.aliases)}" for each in known),
            *(each.needs for each in known),
            *(name for group in others.values() for names in group for name in (*names, "")),
        )
        path = names_path(language)
        yield Output(path, needs, partial(names_script, around, known, others), path)
        for number, group in enumerate(grouped(known)):
            path = facts_path(language, number)
            needs = digest_of(around.base, *(f"{each.key} {each.needs}" for each in group))
            make = partial(facts_script, language, number, group)
            yield Output(path, needs, make, path, kin=f"ask/{language}/{number // 32}")


def files_of(count: int) -> int:
    """Return into how many files the facts of *count* records are split: a power of two, so that it seldom changes."""
    return power_of_two(count / PER_FILE)


def file_of(key: str, files: int) -> int:
    """Return the file of a record, by its key alone: others stay where they are when one is added."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=4).digest(), "big") % files


def grouped(known: Sequence[Record]) -> list[list[Record]]:
    """Return the records file by file."""
    groups: list[list[Record]] = [[] for _ in range(files_of(len(known)))]
    for record in known:
        groups[file_of(record.key, len(groups))].append(record)
    return groups


Names: TypeAlias = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""Key → names in all languages, other names in all languages."""


def names_by_key(told: Sequence[Sequence[Record]]) -> Names:
    """Return key → all names of the record in all languages: it is found by each of them."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for known in told:
        for each in known:
            names, aliases = found.setdefault(each.key, ([], []))
            names.append(each.name)
            aliases.extend(each.aliases)
    return {
        key: (tuple(dict.fromkeys(names)), tuple(alias for alias in dict.fromkeys(aliases) if alias not in names))
        for key, (names, aliases) in found.items()
    }


def names_value(around: Surroundings, known: Sequence[Record], others: Names) -> Mapping[str, object]:
    """Return what the rules must know before any question: names, what lists are made by, words of replies."""
    texts = around.texts
    prefix = "ask.reply."
    contact = texts.joined(
        (part for part in (str(around.config.publisher.name), around.config.publisher.phone) if part), "ask.space"
    )
    files = files_of(len(known))
    return {
        "language": texts.language,
        "contact": contact,
        "month": around.configuration.as_of.month,
        "texts": {key.removeprefix(prefix): text for key, text in texts.fixed.items() if key.startswith(prefix)},
        "joint": texts("common.list_separator"),
        "records": [
            [
                each.key,
                each.name,
                [name for name in others[each.key][0] if name != each.name],
                list(others[each.key][1]),
                each.links(),
                shard,
            ]
            for each in known
            for shard in (file_of(each.key, files),)
        ],
    }


def names_script(around: Surroundings, known: Sequence[Record], others: Names) -> bytes:
    """Return the names as a script."""
    return script_of("names", names_value(around, known, others))


def facts_value(language: str, number: int, group: Sequence[Record]) -> Mapping[str, object]:
    """Return the facts of some records; sources are named by their place in a list."""
    sources: dict[tuple[str, str], int] = {}
    told: dict[str, list[list[object]]] = {}
    for record in group:
        told[record.key] = [
            [
                fact.field,
                str(fact.value),
                str(fact.sentence),
                fact.date,
                sources.setdefault(fact.source, len(sources)),
                *((fact.number, fact.unit) if fact.number else ()),
            ]
            for fact in record.facts()
        ]
    return {"language": language, "number": number, "sources": [list(each) for each in sources], "records": told}


def facts_script(language: str, number: int, group: Sequence[Record]) -> bytes:
    """Return the facts of some records as a script."""
    return script_of("facts", facts_value(language, number, group))


def script_of(kind: str, value: Mapping[str, object]) -> bytes:
    """Return a value as a script that hands it to the rules; nothing in it can end a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    text = (
        text.replace("<", "\\u003c").replace("://", ":\\/\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )
    return f'shanhuo.ask.take("{kind}",{text});\n'.encode()
