"""The pure scripts of the senses, run in QuickJS."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[3] / "themes" / "default" / "guide" / "senses"
PURE = ("codes", "nexmosphere", "weight", "json", "scanner", "wedge")
"""In the order in which pages load them."""
_RUN = """
(function (name, packets, settings) {
  var memory = null, events = [], largest = 0, swallowed = 0;
  var decoder = shanhuo.decoders[name], ways = JSON.parse(settings);
  JSON.parse(packets).forEach(function (packet) {
    var kept = JSON.stringify(memory);
    var told = decoder.decode(memory, packet, ways);
    if (JSON.stringify(memory) !== kept) throw new Error("the memory before was changed");
    memory = told.memory;
    if (told.swallow) swallowed += 1;
    largest = Math.max(largest, JSON.stringify(memory).length);
    events = events.concat(told.events);
  });
  return JSON.stringify({ events: events, largest: largest, swallowed: swallowed });
})
"""


class Engine:
    """A QuickJS in which the pure scripts are loaded."""

    @cached_property
    def _context(self) -> Any:
        from quickjs import Context  # whose thread would keep tests that fork from doing so

        context = Context()
        for name in PURE:
            context.eval((FOLDER / f"{name}.js").read_text(encoding="utf-8"))
        return context

    @cached_property
    def _run(self) -> Any:
        return self._context.eval(_RUN)

    @cached_property
    def _call(self) -> Any:
        return self._context.eval(
            "(function (path, values) { var found = path.split('.').reduce(function (at, name) { return at[name]; },"
            " shanhuo); return JSON.stringify(found.apply(null, JSON.parse(values))); })"
        )

    def decoded(
        self, decoder: str, packets: Sequence[Any], settings: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """Return all events that *decoder* makes of *packets*, one after the other."""
        return list(self.told(decoder, packets, settings)["events"])

    def told(self, decoder: str, packets: Sequence[Any], settings: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the events, the size of the largest memory on the way, and how many keys were swallowed."""
        answer = json.loads(self._run(decoder, json.dumps(list(packets)), json.dumps(settings or {})))
        assert isinstance(answer, dict)
        return answer

    def call(self, path: str, *values: Any) -> Any:
        """Call a function by its path below ``shanhuo``."""
        return json.loads(self._call(path, json.dumps(values)))
