"""Printed addresses on a real nginx: letter case of codes, GTINs of any length, lots without a page, linksets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.build import Options, build
from generator.surfaces.hosting.policy import Policy

from .hosting import Answer, Hosted, hosted, is_installed, policy_for
from .site_copies import BuiltSite
from .small_shop_codes import CODES, REGISTER, write_small_shop

SMALL = "97TXK7A"
GTIN = "02000000000015"

pytestmark = pytest.mark.skipif(not is_installed("nginx"), reason="needs nginx")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The small shop with a code in small letters and a lot, built."""
    folder = tmp_path_factory.mktemp("printed")
    site = write_small_shop(folder / "site")
    with (site / REGISTER).open("a", encoding="utf-8") as file:
        file.write(f"{SMALL},故事,cha-xiang,,2020-09-01,有效,小写\n")
    (site / "data/lots.csv").write_text("产品,批次号\nziyang-cha,A1\n", "utf-8")
    return BuiltSite(site, folder / "out", build(Options(site, out=folder / "out", jobs=1)))


@pytest.fixture(scope="module")
def policy(site: BuiltSite) -> Policy:
    """Its policy."""
    return policy_for(site.site)


@pytest.fixture(scope="module")
def host(site: BuiltSite, policy: Policy) -> Iterator[Hosted]:
    """The shop on a real nginx."""
    with hosted(site, policy, "nginx", {}) as running:
        yield running


def led(answer: Answer) -> tuple[int, str]:
    """Return status and path that an answer leads to."""
    return answer.status, urlsplit(answer.headers.get("location", "")).path


def test_every_code_opens_in_the_case_of_its_label(host: Hosted) -> None:
    """What was printed is sent without a redirect, in both cases and every language."""
    for code in CODES:
        assert host.get(f"P/{code}/").status == 200
        assert host.get(f"P/{code}/en/").status == 200
    assert host.get(f"p/{SMALL.lower()}/").status == 200
    assert host.get(f"p/{SMALL.lower()}/en/").status == 200


@pytest.mark.parametrize("typed", ["p/4r39r8a", "p/4r39r8a/", "P/4r39R8A/", "p/4R39R8A/"])
def test_a_code_in_capitals_may_be_typed_small(host: Hosted, typed: str) -> None:
    """Any other letter case leads to the printed one."""
    assert led(host.get(typed)) == (301, "/P/4R39R8A/")


@pytest.mark.parametrize("typed", [f"P/{SMALL}", f"P/{SMALL}/", f"p/{SMALL}/", f"P/{SMALL.lower()}/"])
def test_a_code_in_small_letters_may_be_typed_in_capitals(host: Hosted, typed: str) -> None:
    """The same the other way round."""
    assert led(host.get(typed)) == (301, f"/p/{SMALL.lower()}/")


def test_what_was_never_issued_is_missing(host: Hosted) -> None:
    """A code without a page leads nowhere, in either case, and nothing can be slipped into a header."""
    assert host.get("P/PNC2DBU/").status == 404
    assert host.get("p/pnc2dbu/").status == 404
    assert "x-added" not in host.get("p/4r39r8a/%0d%0aX-Added:%201").headers


def test_a_gtin_of_any_length_opens(host: Hosted) -> None:
    """Thirteen digits are filled to fourteen, and what stands behind them stays."""
    assert host.get(f"01/{GTIN}/").status == 200
    assert led(host.get(f"01/{GTIN[1:]}")) == (301, f"/01/{GTIN}/")
    assert led(host.get(f"01/{GTIN[1:]}/10/A1/")) == (301, f"/01/{GTIN}/10/A1/")
    assert led(host.get(f"01/{GTIN}")) == (301, f"/01/{GTIN}/")


def test_a_lot_without_a_page_leads_to_its_gtin(host: Hosted) -> None:
    """A known lot is sent; unknown lots, serial numbers and slips lead to the product, an unknown GTIN is missing."""
    assert host.get(f"01/{GTIN}/10/A1/").status == 200
    assert led(host.get(f"01/{GTIN}/10/A1")) == (301, f"/01/{GTIN}/10/A1/")
    for asked in ("10/B2", "10/B2/", "10/", "21/7", "10/A1/21/7", "10/%E6%89%B9"):
        assert led(host.get(f"01/{GTIN}/{asked}")) == (302, f"/01/{GTIN}/"), asked
    assert host.get("01/09506000134352/").status == 404
    assert led(host.get("01/09506000134352/10/A1/")) == (302, "/01/09506000134352/")


def test_the_linkset_is_named_and_found(host: Hosted, policy: Policy) -> None:
    """Each page of a GTIN names it in a header, the question for all links leads there, and it has its own type."""
    for path in (f"01/{GTIN}/", f"01/{GTIN}/en/", f"01/{GTIN}/10/A1/"):
        assert host.get(path).headers["link"] == policy.link(path)
        assert f"</01/{GTIN}/linkset.json>" in policy.link(path)
        assert led(host.get(f"{path}?linkType=all")) == (307, f"/01/{GTIN}/linkset.json")
    answer = host.get(f"01/{GTIN}/linkset.json")
    assert answer.headers["content-type"] == "application/linkset+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "link" not in host.get("P/4R39R8A/").headers
    assert policy.link("P/4R39R8A/") == ""


def test_the_page_for_typed_codes_may_run_its_scripts_alone(host: Hosted) -> None:
    """Its policy lets scripts of the host through, that of pages behind codes none."""
    assert "script-src 'self'" in host.get("S/").headers["content-security-policy"]
    assert "script-src" not in host.get(f"p/{SMALL.lower()}/").headers["content-security-policy"]
    assert "script-src" not in host.get(f"01/{GTIN}/").headers["content-security-policy"]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_missing_code_is_told_in_its_language(policy: Policy, folder: str) -> None:
    """Beneath a code in small letters as beneath one in capitals."""
    assert policy.missing_page(f"p/2222222/{folder}") == f"{folder}404.html"


def test_the_exported_files_know_what_was_printed(policy: Policy, tmp_path: Path) -> None:
    """A site without codes in small letters and without GTINs has no rules for them."""
    assert (policy.has_capitals, policy.has_small) == (True, True)
    assert GTIN in policy.gtins
    plain = write_small_shop(tmp_path / "site")
    for name in ("products.csv", "products/ziyang-cha.yml"):
        path = plain / "data" / name
        path.write_text(path.read_text("utf-8").replace("2000000000022", "").replace("2000000000015", ""), "utf-8")
    other = policy_for(plain)
    assert (other.has_small, other.gtins) == (False, ())
