"""Apache httpd and Caddy with their exported configurations, where a machine has them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .host_checks import check_addresses, check_codes, check_files, check_missing, check_twins
from .hosting import Hosted, hosted, is_installed, policy_for
from .site_copies import BuiltSite
from .sizes import is_acceptance

pytestmark = pytest.mark.skipif(not is_acceptance(), reason="needs a web server; part of the acceptance run")


@pytest.fixture(scope="module", params=["apache", "caddy"])
def host(built_demo: BuiltSite, request: pytest.FixtureRequest) -> Iterator[Hosted]:
    """The demonstration site on a real server."""
    server = str(request.param)
    if not is_installed(server):
        pytest.skip(f"{server} is missing")
    with hosted(built_demo, policy_for(built_demo.site), server, {}) as running:
        yield running


def test_each_file_is_sent_as_the_policy_says(host: Hosted, built_demo: BuiltSite) -> None:
    """Headers, media type and content of every file are right, and nothing is sent that the policy does not name."""
    assert check_files(host, built_demo) > 400


def test_compressed_twins_are_sent(host: Hosted) -> None:
    """Who can read gzip gets what was compressed before; an unchanged file is not sent twice."""
    check_twins(host)


def test_addresses_lead_on(host: Hosted) -> None:
    """A missing slash is added, and old addresses lead to new ones, in each language."""
    check_addresses(host)


def test_a_code_may_be_typed_in_small_letters(host: Hosted, built_demo: BuiltSite) -> None:
    """The address with a code leads to its capitals."""
    check_codes(host, built_demo)


def test_what_is_not_there_is_told(host: Hosted) -> None:
    """The page for missing addresses comes in the language of the place; hidden files are not there."""
    check_missing(host)
