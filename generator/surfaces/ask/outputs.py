"""Files of what the guide knows: small scripts, so that pages opened as files read them too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.surroundings import Surroundings

from .characters import characters
from .records import Record, records

FOLDER = "ask/"
CHARACTERS = "ask/characters.js"
SCRIPT = "guide/shared/ask.js"
PER_FILE = 8
"""Records whose facts one file holds: a question reads few files, and an edit makes few of them anew."""


def names_path(language: str) -> str:
    """Return the file of names in *language*, from the site's root."""
    return f"{FOLDER}names.{language.lower()}.js"


def facts_path(language: str, number: int) -> str:
    """Return the file of facts called *number* in *language*, from the site's root."""
    return f"{FOLDER}facts/{language.lower()}/{number}.js"


def outputs(languages: Sequence[Surroundings]) -> Iterator[Output]:
    """Plan names and facts in all languages, the site's own first, and the rules."""
    main = languages[0]
    script = main.theme.scripts["ask"]
    yield Output(SCRIPT, digest_of(script), script.encode, SCRIPT)
    yield Output(CHARACTERS, main.program, partial(characters, main.theme.work), CHARACTERS)
    told = [list(records(around)) for around in languages]
    others = _names_by_key(told)
    for around, known in zip(languages, told, strict=True):
        language = around.texts.language
        needs = digest_of(around.base, *(f"{each.key}={each.name}={'|'.join(each.aliases)}" for each in known),
                          *(each.needs for each in known), *(name for names in others.values() for name in names))
        path = names_path(language)
        yield Output(path, needs, partial(names_script, around, known, others), path)
        for number in range(0, len(known), PER_FILE):
            path = facts_path(language, number // PER_FILE)
            group = known[number : number + PER_FILE]
            needs = digest_of(around.base, *(f"{each.key} {each.needs}" for each in group))
            make = partial(facts_script, language, number // PER_FILE, group)
            yield Output(path, needs, make, path, kin=f"ask/{language}/{number // PER_FILE // 32}")


def _names_by_key(told: Sequence[Sequence[Record]]) -> Mapping[str, tuple[str, ...]]:
    """Return key → all names of the record in all languages: it is found by each of them."""
    found: dict[str, list[str]] = {}
    for known in told:
        for each in known:
            found.setdefault(each.key, []).extend((each.name, *each.aliases))
    return {key: tuple(dict.fromkeys(names)) for key, names in found.items()}


def names_value(
    around: Surroundings, known: Sequence[Record], others: Mapping[str, tuple[str, ...]]
) -> Mapping[str, object]:
    """Return what the rules must know before any question: names, what lists are made by, words of replies."""
    texts = around.texts
    prefix = "ask.reply."
    contact = texts.joined(
        (part for part in (str(around.config.publisher.name), around.config.publisher.phone) if part), "ask.space"
    )
    return {
        "language": texts.language,
        "perFile": PER_FILE,
        "contact": contact,
        "month": around.configuration.as_of.month,
        "texts": {key.removeprefix(prefix): text for key, text in texts.fixed.items() if key.startswith(prefix)},
        "joint": texts("common.list_separator"),
        "records": [
            [each.key, each.name, [name for name in others[each.key] if name != each.name], each.links()]
            for each in known
        ],
    }


def names_script(
    around: Surroundings, known: Sequence[Record], others: Mapping[str, tuple[str, ...]]
) -> bytes:
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
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'shanhuo.ask.take("{kind}",{text});\n'.encode()


