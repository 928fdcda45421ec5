"""The guide of the demonstration site, read once for all questions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from line.prepared_sites import prepared

from generator.asking import Guide
from generator.editing.reading import read_sound_site


@pytest.fixture(scope="session")
def guides() -> Callable[[str], Guide]:
    """Return what gives the guide in a language."""
    loaded = read_sound_site(prepared("demo").site, purpose="回答")
    made: dict[str, Guide] = {}

    def guide(language: str) -> Guide:
        if language not in made:
            made[language] = Guide(loaded, language)
        return made[language]

    return guide
