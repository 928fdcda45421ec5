"""The frozen site of schema 1: what editors wrote once goes on checking and building, at the same addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Options, build, check
from line.prepared_sites import copy_site
from line.site_copies import REPOSITORY, BuiltSite

RECORDED = REPOSITORY / "tests" / "expected" / "schema-1-addresses.txt"
"""One address a line, sorted; only ever added to."""


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The frozen site, built once; for reading only."""
    folder = tmp_path_factory.mktemp("schema-1")
    site = copy_site("schema-1", folder / "site")
    return BuiltSite(site, folder / "out", build(Options(site, out=folder / "out")))


def _addresses(out: Path) -> set[str]:
    return {path.relative_to(out).as_posix() for path in out.rglob("*.html")}


def test_it_goes_on_checking(frozen: BuiltSite) -> None:
    """No finding, not even a warning, is made of what was good when it was written."""
    assert check(Options(frozen.site)).findings == ()


def test_no_address_is_lost(frozen: BuiltSite) -> None:
    """Every page that ever stood, printed codes included, still stands."""
    recorded = set(RECORDED.read_text(encoding="utf-8").split())
    assert sorted(recorded - _addresses(frozen.out)) == []


def test_every_address_is_recorded(frozen: BuiltSite) -> None:
    """A new page is a new promise: it is added to the recorded list."""
    recorded = RECORDED.read_text(encoding="utf-8").splitlines()
    assert recorded == sorted(set(recorded))
    assert sorted(_addresses(frozen.out) - set(recorded)) == []


def test_what_printed_codes_say_stays(frozen: BuiltSite) -> None:
    """A code's picture is drawn at its recorded place, for each row of the registry."""
    codes = (frozen.site / "data" / "qr_codes.csv").read_text(encoding="utf-8").split()[1:]
    for row in codes:
        code = row.split(",")[0]
        assert (frozen.out / "qr" / f"{code}.svg").is_file()
        assert (frozen.out / "P" / code / "index.html").is_file()
