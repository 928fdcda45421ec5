"""A build of a site with a fault, whose pages are made while the judges are still at work in another process."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import shanhuo

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, EXIT_USAGE
from generator.findings import KINDS, Level

from .prepared_sites import prepared
from .site_copies import SITES
from .sizes import is_acceptance, record_result

EXAMPLES = sorted(path.name for path in (SITES / "broken").iterdir())
SAMPLE = {
    "content-link": "the prose",
    "unknown-field": "the reading of records",
    "unknown-reference": "Table Schema, of keys",
    "negative-price": "our rules",
    "offer-missing": "our rules, which only warn",
    "address-taken": "the plan",
}
"""Example → who finds it."""
NO_SITES = {"config-missing-file"}
"""What no command can work on: its exit code tells of a wrong word."""


def _bring_templates(site: Path) -> None:
    """Let a site have the theme's templates compiled, which knows nothing of its data."""
    kept = ".shanhuo/cache/templates"
    shutil.copytree(prepared("schema-1").site / kept, site / kept, dirs_exist_ok=True)


@pytest.mark.parametrize("code", EXAMPLES if is_acceptance() else sorted(SAMPLE))
def test_a_build_says_what_a_check_says(code: str, tmp_path: Path) -> None:
    """Both tell the same and end with the same code, in time; what has an error is not published."""
    site = tmp_path / code
    shutil.copytree(SITES / "broken" / code, site, symlinks=True)
    _bring_templates(site)
    checked, told, _ = shanhuo("check", site)
    shutil.rmtree(site / ".shanhuo", ignore_errors=True)  # what a check remembers must not help the build
    _bring_templates(site)

    built, also_told, _ = shanhuo("build", site)

    good = EXIT_USAGE if code in NO_SITES else EXIT_FINDINGS if KINDS[code].level is Level.ERROR else EXIT_GOOD
    assert (checked, built) == (good, good)
    assert also_told.startswith(told)
    assert (also_told == told) == (good != EXIT_GOOD)
    assert (site / "site").exists() == (good == EXIT_GOOD)
    record_result("broken-builds", 1, "broken examples", "told by build as by check, and not published")
