"""
Teaches the guide: ``python benchmarks/teach_asking.py [SITE] [--try NAME …]``.

Reads all lessons (``tests/ask/lessons``) and the open sets (``tests/ask/evalset``), learns how much each sign of a
question and of a sentence counts, and writes ``themes/default/guide/ask/learnt.js``.  With ``--try``, the sets named
are left out first and asked of what was learnt without them.  Needs ``pip install -e .[teach]`` and half an hour.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parent.parent
sys.path[:0] = [str(REPOSITORY), str(REPOSITORY / "tests"), str(REPOSITORY / "benchmarks")]

from asking import ask_all  # noqa: E402 - the path is known only now
from teaching.associations import Units  # noqa: E402 - the same
from teaching.fitting import Fit  # noqa: E402 - the same
from teaching.lessons import Lesson, Traits, lessons, read_sets, taught  # noqa: E402 - the same
from teaching.writing import rounded, written  # noqa: E402 - the same

from generator.editing.reading import read_sound_site  # noqa: E402 - the same

SETS = (REPOSITORY / "tests/ask/evalset", REPOSITORY / "tests/ask/lessons")
LEARNT = REPOSITORY / "themes/default/guide/ask/learnt.js"
REFUSED = {"zh": 0.98, "en": 0.9}
"""Share of unseen questions without an answer that are to be refused.  English has few lessons that are mixed like what
people ask, and the others are harder: most of those without an answer ask for what stands right beside one."""


def main() -> None:
    """Read, try, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", nargs="?", type=Path, default=REPOSITORY)
    parser.add_argument("--try", dest="tried", nargs="*", default=[], metavar="NAME")
    options = parser.parse_args()
    loaded = read_sound_site(options.site, purpose="学习")
    questions = read_sets(path for folder in SETS for path in sorted(folder.glob("*.json")))
    read = {language: lessons(options.site, language, questions) for language in REFUSED}
    if options.tried:
        learnt = {language: _learnt(language, *each, options.tried) for language, each in read.items()}
        unseen = [question for question in questions if question["set"] in options.tried]
        ask_all(unseen, taught(loaded, learnt))
    learnt = {language: _learnt(language, *each, ()) for language, each in read.items()}
    LEARNT.write_text(written(learnt), encoding="utf-8")
    print(f"{LEARNT.relative_to(REPOSITORY)}: {LEARNT.stat().st_size / 1e3:.0f} KB")


def _learnt(
    language: str, found: Sequence[Lesson], traits: Traits, rarity: Mapping[str, Any], left_out: Container[str]
) -> dict[str, Any]:
    """Return what the lessons of one language teach, apart from those of some sets."""
    kept = [lesson for lesson in found if lesson.origin not in left_out]
    told = Fit(kept, traits, Units(language, rarity)).learnt(REFUSED[language])
    print(f"{language}, by what was learnt of others:\n{told.report}", flush=True)
    return rounded(
        {
            **rarity,
            "beside": told.beside,
            "facts": told.facts,
            "telling": told.telling,
            "ruling": told.ruling,
            "trees": told.trees,
            "certain": told.certain,
        }
    )


if __name__ == "__main__":
    main()
