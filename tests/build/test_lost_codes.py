"""Codes that were published do not die silently, whatever happens to the register or to the settings."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from finding_rows import finding_rows

from generator.build import Options, build
from generator.errors import FindingsStop
from generator.findings import Report

SHOP = Path(__file__).parents[1] / "sites" / "shop"
REGISTER = "data/qr_codes.csv"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the shop, built."""
    site = tmp_path / "site"
    shutil.copytree(SHOP, site)
    build(Options(site, out=tmp_path / "out", jobs=1))
    return site


def refused(site: Path) -> Report:
    """Return what stops a build of *site*."""
    with pytest.raises(FindingsStop) as stop:
        build(Options(site, out=site.parent / "out", jobs=1))
    report = stop.value.report
    assert isinstance(report, Report)
    return report


def test_a_row_deleted_from_the_register_stops_the_build(site: Path) -> None:
    """The published site knows the code: the build names it, and the page behind the printed label stays."""
    register = site / REGISTER
    whole = register.read_bytes()
    *lines, last = [line for line in whole.splitlines(keepends=True) if line.strip()]
    code = last.decode().split(",")[0]
    register.write_bytes(b"".join(lines))

    report = refused(site)

    assert finding_rows(report.findings) == [[REGISTER, 1, "code", "code-lost"]]
    assert report.findings[0].record == code
    assert (site.parent / "out" / "P" / code / "index.html").is_file()
    register.write_bytes(whole.replace(b",\xe6\x9c\x89\xe6\x95\x88", b",\xe5\x81\x9c\xe7\x94\xa8"))
    assert "停用" in register.read_text("utf-8-sig")
    build(Options(site, out=site.parent / "out", jobs=1))
    assert (site.parent / "out" / "P" / code / "index.html").is_file()


def test_a_site_without_shelf_pages_loses_its_codes(site: Path) -> None:
    """The finding points at the setting, once for each code."""
    config = site / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "surfaces: [portal, api]\n", encoding="utf-8")

    found = finding_rows(refused(site).findings)

    codes = list((site.parent / "out" / "P").iterdir())
    assert found == [["site_config.yml", 1, "surfaces", "code-lost"]] * len(codes)


def test_a_folder_that_was_never_published_knows_no_codes(site: Path) -> None:
    """Codes that were never printed go with the folder of the built site."""
    register = site / REGISTER
    lines = [line for line in register.read_bytes().splitlines(keepends=True) if line.strip()]
    register.write_bytes(b"".join(lines[:-1]))
    built = build(Options(site, out=site.parent / "other", jobs=1))
    assert len(list((built.out / "P").iterdir())) == len(lines) - 2
