"""
How well the guide answers a set of questions: ``python benchmarks/asking.py SET [SITE]``.

SET is a file of the form that ``tests/ask/evalset/README.md`` describes, SITE the folder of a site (else this
repository's demonstration).  Every question is asked of the very scripts that browsers run; what is not right is
printed with its answer.  The end is 1 where fewer than 95 % are right, a fact is wrong, or fewer than 98 % of what
cannot be answered are refused.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

REPOSITORY = Path(__file__).parent.parent
sys.path[:0] = [str(REPOSITORY), str(REPOSITORY / "tests")]

from ask.evalset.match import Outcome, Verdict, judge  # noqa: E402

from generator.asking import Guide  # noqa: E402
from generator.editing.reading import read_sound_site  # noqa: E402

RIGHT = 0.95
REFUSED = 0.98


def main() -> int:
    """Ask, judge, print."""
    questions: list[dict[str, Any]] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    site = Path(sys.argv[2]) if len(sys.argv) > 2 else REPOSITORY
    loaded = read_sound_site(site, purpose="提问")
    return ask_all(questions, cache(lambda language: Guide(loaded, language)))


def ask_all(questions: Sequence[Mapping[str, Any]], guide: Callable[[str], Guide]) -> int:
    """Ask the guide of each question's language, print what is not right and a summary; 0 where the limits are kept."""
    outcomes: dict[str, Counter[str]] = {}
    seconds = 0.0
    for asked in questions:
        own = guide(asked["language"])
        begun = perf_counter()
        told = own.ask(asked["question"], asked["context"] or "")
        seconds += perf_counter() - begun
        verdict: Verdict = judge(told.public(), asked["expect"])
        outcomes.setdefault(asked["class"], Counter())[verdict.outcome] += 1
        if not verdict.right:
            print(f"{verdict.outcome}: {asked['id']} {asked['question']} [{asked['context'] or ''}]")
            print(f"    {'; '.join(verdict.reasons)}\n    → {told.answer}")
    return _summary(outcomes, seconds, len(questions))


def _summary(outcomes: dict[str, Counter[str]], seconds: float, number: int) -> int:
    right_ones = {Outcome.RIGHT, Outcome.REFUSED_RIGHTLY, Outcome.ASKED_BACK_RIGHTLY}
    for name, counts in sorted(outcomes.items()):
        right = sum(counts[each] for each in right_ones)
        print(f"{name:14} {right}/{counts.total()}  {', '.join(f'{key} {count}' for key, count in counts.items())}")
    right = sum(counts[each] for counts in outcomes.values() for each in right_ones)
    wrong = sum(counts[Outcome.WRONG_FACT] for counts in outcomes.values())
    refusing = outcomes.get("unanswerable", Counter())
    refused = sum(refusing[each] for each in right_ones) / max(1, refusing.total())
    each = seconds / number * 1000
    print(f"right {right / number:.1%}, wrong facts {wrong}, unanswerable refused {refused:.1%}, {each:.1f} ms each")
    return 0 if right / number >= RIGHT and not wrong and refused >= REFUSED else 1


if __name__ == "__main__":
    sys.exit(main())
