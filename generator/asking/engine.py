"""The rules of the guide outside a browser: the very scripts of the theme, in QuickJS."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any, NamedTuple

from generator.build.loading import Loaded
from generator.build.planning import surroundings_in
from generator.surfaces.ask.characters import characters
from generator.surfaces.ask.knowledge import Known
from generator.surfaces.ask.outputs import facts_script, grouped, names_by_key, names_script
from generator.surfaces.ask.records import Record, records
from generator.surfaces.search_prose import prose_by_language

_MEMORY = 512 * 1024 * 1024
_STACK = 4 * 1024 * 1024


class Asked(NamedTuple):
    """An answer with what belongs to it."""

    answer: str
    facts: Sequence[Mapping[str, Any]]
    refused: bool
    context: Mapping[str, Any]
    suggestions: Sequence[str]

    def public(self) -> dict[str, object]:
        """Return what is handed to other programs."""
        return {"answer": self.answer, "facts": list(self.facts), "refused": self.refused}


class Guide:
    """Answers questions about one site in one language; facts are worded when a question needs them."""

    def __init__(self, loaded: Loaded, language: str) -> None:
        """Read what is needed before any question.

        Args:
            loaded: A site without errors.
            language: One of its languages, of the answers.
        """
        self.language = language
        every = [surroundings_in(loaded, edition) for edition in loaded.editions]
        prose = prose_by_language(loaded.editions, loaded.content)
        told = [list(records(around, pages)) for around, pages in zip(every, prose, strict=True)]
        place = next(number for number, around in enumerate(every) if around.texts.language == language)
        self.around = every[place]
        self.records: Mapping[str, Record] = {record.key: record for record in told[place]}
        self._groups = grouped(told[place])
        self._read: set[int] = set()
        self._lock = Lock()
        from quickjs import Context  # whose thread would keep a build from working in processes of its own

        self._context = Context()
        self._context.set_memory_limit(_MEMORY)
        self._context.set_max_stack_size(_STACK)
        self._context.eval(self.around.theme.scripts["ask"])
        self._context.eval(characters(self.around.theme.work).decode())
        self._context.eval(names_script(self.around, told[place], names_by_key(told)).decode())

    @property
    def title(self) -> str:
        """What the site is called."""
        return str(self.around.config.title)

    def ask(self, question: str, context: str | Mapping[str, object] = "") -> Asked:
        """Return the answer to *question*.

        Args:
            question: As somebody says it.
            context: What was talked of before: a record's id or key, or the context of an answer.
        """
        with self._lock:  # a server may ask from several threads, and the engine knows of one
            return self._ask(question, context)

    def _ask(self, question: str, context: str | Mapping[str, object]) -> Asked:
        self._fetch(question, context)
        options = json.dumps({"language": self.language, "context": context})
        call = f"JSON.stringify(shanhuo.ask.answer({json.dumps(question)},{options}))"
        return Asked(**json.loads(self._context.eval(call)))

    def _fetch(self, question: str, context: str | Mapping[str, object]) -> None:
        """Read the facts that an answer needs."""
        given = json.dumps([question, context, self.language])
        planned = json.loads(self._context.eval(f"JSON.stringify(shanhuo.ask.plan(...{given}))"))
        for number in planned["files"]:
            if number not in self._read:
                self._read.add(number)
                self._context.eval(facts_script(self.language, number, self._groups[number]).decode())

    def search(self, text: str, limit: int = 20) -> list[dict[str, str]]:
        """Return records by what they are called, the likeliest first, at most *limit*."""
        call = f"JSON.stringify(shanhuo.ask.find({json.dumps(text)},{json.dumps(self.language)}))"
        with self._lock:
            found: list[dict[str, str]] = json.loads(self._context.eval(call))
        return found[:limit]

    def told_of(self, record: str) -> list[dict[str, object]]:
        """Return all that is known of a record, by its key, or by an id that some kind has; nothing where none has."""
        found = self.records.get(record) or next(
            (each for key, each in self.records.items() if key.partition("/")[2] == record), None
        )
        return [] if found is None else [_public(found.key, fact) for fact in found.facts()]

    def knows(self, record: str) -> bool:
        """Tell whether there is a record of this key, or of this id in any kind."""
        return record in self.records or any(key.partition("/")[2] == record for key in self.records)


def _public(record: str, fact: Known) -> dict[str, object]:
    """Return a fact as it is handed to other programs, in the same form as those of an answer."""
    title, url = fact.source
    return {
        "record": record,
        "field": fact.field,
        "value": fact.value,
        "date": fact.date or None,
        "source": {"title": title, "url": url or None} if title else None,
    }
