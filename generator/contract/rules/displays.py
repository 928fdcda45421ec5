"""Guide screens: what is connected to them is something that they can listen to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.contract.input_words import EXAMPLES, read_input
from generator.findings import Finding

from .data import RuleData


def check(data: RuleData) -> Iterator[Finding]:
    """Yield ``display-input-unknown`` for each word of a display's inputs that nobody understands."""
    for display in data.rows["displays"]:
        for word in display.items("inputs"):
            if read_input(word) is None:
                yield display.finding("display-input-unknown", "inputs", found=word, allowed=EXAMPLES)
