"""Data packages: what other programs accept, and what stays inside."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from line.sizes import is_acceptance

from generator.contract import load_tables
from generator.editing.package_export import export_package
from generator.editing.reading import read_sound_site
from generator.errors import FindingsStop, UsageError

OpenSite = Callable[[str], Path]


def exported(site: Path, folder: Path, *, public_only: bool = True) -> tuple[str, ...]:
    """Export the site as it is on its own day."""
    return export_package(read_sound_site(site, purpose="导出"), folder, public_only=public_only)


def header(path: Path) -> list[str]:
    """Return the columns of a CSV file."""
    with path.open(encoding="utf-8", newline="") as stream:
        return next(csv.reader(stream))


@pytest.mark.parametrize("name", ["demo", "shop"] if is_acceptance() else ["shop"])
@pytest.mark.parametrize("public_only", [True, False])
def test_frictionless_accepts_the_package(open_site: OpenSite, tmp_path: Path, name: str, public_only: bool) -> None:
    """The command of the standard's own program, run on the exported folder, finds every table valid."""
    names = exported(open_site(name), tmp_path / "out", public_only=public_only)

    run = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=tmp_path / "out",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    report = json.loads(run.stdout)
    assert (run.returncode, report["valid"]) == (0, True)
    assert {task["place"] for task in report["tasks"]} == set(names) - {"datapackage.json"}
    assert sum(task["stats"]["rows"] for task in report["tasks"]) > 10


def test_what_is_not_public_stays_inside(open_site: OpenSite, tmp_path: Path) -> None:
    """Fields that are not public are in no column and no schema, unless all is asked for."""
    site = open_site("shop")
    hidden = {entry.name for entry in load_tables()["suppliers"].fields if not entry.public}

    exported(site, tmp_path / "public")
    exported(site, tmp_path / "all", public_only=False)

    assert hidden
    assert not hidden & set(header(tmp_path / "public/suppliers.csv"))
    assert hidden <= set(header(tmp_path / "all/suppliers.csv"))
    assert not any(f'"{name}"' in (tmp_path / "public/datapackage.json").read_text("utf-8") for name in hidden)


def test_an_earlier_package_is_replaced(open_site: OpenSite, tmp_path: Path) -> None:
    """A second export leaves the tables of the present and none of the past."""
    site, out = open_site("shop"), tmp_path / "out"
    exported(site, out)
    (site / "data/corrections.csv").unlink()

    names = exported(site, out)

    assert sorted(names) == sorted(path.name for path in out.iterdir())
    assert "corrections.csv" not in names


@pytest.mark.parametrize("name", ["note.txt", "products.csv", "datapackage.json"])
def test_a_foreign_folder_is_left_alone(open_site: OpenSite, tmp_path: Path, name: str) -> None:
    """A folder that holds anything but an earlier package is refused, and a file too."""
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text('{"resources": [{"path": "../x.csv"}, {}]}')
    (out / "mine.csv").write_text("a\n")

    for target in (out, out / name):
        with pytest.raises(UsageError):
            exported(open_site("shop") if not (tmp_path / "shop").exists() else tmp_path / "shop", target)

    assert sorted(path.name for path in out.iterdir()) == sorted({name, "mine.csv"})


def test_errors_stop_the_export(open_site: OpenSite) -> None:
    """A site with an error is not exported; its findings are handed over."""
    site = open_site("shop")
    (site / "data/terms.csv").write_text("用语,起用日期\n扶贫,去年\n", "utf-8")

    with pytest.raises(FindingsStop) as stop:
        read_sound_site(site, as_of=date(2020, 9, 30), purpose="导出")

    assert [found.code for found in stop.value.report.findings] == ["not-a-date"]
