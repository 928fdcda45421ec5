"""Certificates on a page: state and basis are said once where they say the same."""

from __future__ import annotations

from itertools import chain

import pytest
from line.site_copies import REPOSITORY, SITES

from generator.surfaces.certificate_lines import certificate_lines

from .support import surroundings_of


@pytest.mark.parametrize("name", ["demo", "pdo"])
def test_the_basis_is_not_said_twice(name: str) -> None:
    """“Vérifié · vérifié” tells nobody anything: what the state says already is left out, whatever its case."""
    around = surroundings_of(REPOSITORY if name == "demo" else SITES / name)
    certificates = chain.from_iterable(around.catalog.certificates_by_product.values())
    lines = certificate_lines(around, tuple(certificates))

    assert lines
    for line in lines:
        assert line.basis == "" or line.basis.casefold() not in line.seal.state_text.casefold()
    assert any(line.basis == "" for line in lines)
