"""The same input gives the same bytes, wherever, whenever and in whatever order the files are found."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.build import Options, build
from generator.build.manifest import manifest_digest

from .prepared_sites import copy_site
from .site_copies import REPOSITORY, differing, digests
from .sizes import is_acceptance, record_result

SURROUNDINGS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8", "PYTHONHASHSEED": "77", "COLUMNS": "40"},
)
"""Two machines a day and a locale apart; each hashes in its own order."""


def copy_in_random_order(source: Path, target: Path, seed: int) -> None:
    """Copy a folder so that its entries were made in a random order and at random times."""
    order = random.Random(seed)
    entries = [path for path in source.rglob("*") if path.is_file()]
    order.shuffle(entries)
    for path in entries:
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
        os.utime(place, (order.randint(0, 10**9),) * 2)


def build_in(surroundings: dict[str, str], site: Path, out: Path, jobs: int) -> None:
    """Build in a process of its own with another environment."""
    code = (
        "import sys; from pathlib import Path; from generator.build import Options, build; "
        "build(Options(Path(sys.argv[1]), out=Path(sys.argv[2]), jobs=int(sys.argv[3])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(site), str(out), str(jobs)],
        env={**os.environ, **surroundings, "PYTHONPATH": str(REPOSITORY)},
        cwd=out.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["demo", "pdo"] if is_acceptance() else ["pdo"])
def test_two_folders_and_time_zones_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    """Another folder, time zone, locale, hash seed, order of files and number of workers change no byte."""
    site = copy_site(name, tmp_path / "site", is_new=True)
    places = [tmp_path / "one", tmp_path / "quite" / "another place"]
    with ThreadPoolExecutor(2) as both:
        running = []
        for number, (place, surroundings) in enumerate(zip(places, SURROUNDINGS, strict=True)):
            copy_in_random_order(site, place / "site", seed=number)
            running.append(both.submit(build_in, surroundings, place / "site", place / "out", number + 1))
        for finished in running:
            finished.result()
    first, second = (digests(place / "out") for place in places)
    assert len(first) > 20
    assert not differing(first, second)
    manifests = {manifest_digest((place / "out" / "manifest.json").read_bytes()) for place in places}
    assert len(manifests) == 1
    record_result("reproducible", len(first), f"files of the site {name}", "byte-equal")


def test_a_site_may_be_named_by_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site's folder may be ``.`` and the output a relative path: the bytes are those of absolute paths."""
    site = copy_site("shop", tmp_path / "shop")
    build(Options(site, out=tmp_path / "absolute", jobs=1))
    monkeypatch.chdir(site)
    build(Options(Path(), out=Path("../relative"), jobs=1))
    assert not differing(digests(tmp_path / "absolute"), digests(tmp_path / "relative"))
