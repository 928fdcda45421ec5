"""The wheel: it carries all that a site needs, its bytes are settled, and it works where there is no repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from line.site_copies import REPOSITORY
from line.sizes import is_acceptance, record_result

SOURCES = ("generator", "themes", "data", "content", "site_config.yml", "pyproject.toml", "README.md", "LICENSE")
"""What a wheel is made of."""
EPOCH = "1782000000"
"""Seconds since 1970, a day in 2026; https://reproducible-builds.org/specs/source-date-epoch/."""
CARRIED = {
    "generator": "generator",
    "themes": "generator/themes",
    "data": "generator/starter/data",
    "content": "generator/starter/content",
}
"""Folder of the repository → where it lies in the wheel."""
WINDOWS = os.name == "nt"


def _build(root: Path, target: Path) -> Path:
    """Build the wheel of *root* as any installer does (PEP 517), into *target*."""
    target.mkdir(parents=True, exist_ok=True)
    hook = "import sys, hatchling.build; print(hatchling.build.build_wheel(sys.argv[1]))"
    run = subprocess.run(
        [sys.executable, "-c", hook, str(target)],
        cwd=root,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        check=True,
        capture_output=True,
        text=True,
    )
    return target / run.stdout.split()[-1]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the wheel is made of, without anything that was made of it."""
    folder = tmp_path_factory.mktemp("sources")
    ignored = shutil.ignore_patterns("__pycache__", ".*")
    for name in SOURCES:
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, folder / name, ignore=ignored)
        else:
            shutil.copy(REPOSITORY / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once."""
    return _build(sources, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel.

    In an acceptance run the environment is empty and pip brings what the wheel asks for; else it borrows the libraries
    of the environment that runs the tests, and nothing is fetched.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=is_acceptance())
    commands = folder / ("Scripts" if WINDOWS else "bin")
    python = commands / ("python.exe" if WINDOWS else "python")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-warn-script-location"]
    if is_acceptance():
        _run([str(python), "-m", "pip", "install", *quiet, str(wheel)], folder)
        return commands
    offline = ["--no-deps", "--no-index", "--no-compile"]
    _run([sys.executable, "-m", "pip", "--python", str(python), "install", *quiet, *offline, str(wheel)], folder)
    own = _run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip()
    (Path(own) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return commands


def _run(command: list[str], folder: Path) -> str:
    """Run *command* in *folder* with nothing of this environment in its own; return what it printed."""
    hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, f"{command}\n{run.stdout}\n{run.stderr}"
    return run.stdout


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", CARRIED)
def test_the_wheel_carries_every_file(name: str, sources: Path, wheel: Path) -> None:
    """Program, themes, schemas, presets, words, the preview's files and the starting site: nothing is left behind."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert sorted({f"{CARRIED[name]}/{file}" for file in _files(sources / name)} - inside) == []


def test_the_wheel_carries_what_is_no_program(wheel: Path) -> None:
    """The kinds of files that packaging most often forgets are all there."""
    inside = zipfile.ZipFile(wheel).namelist()
    for pattern in (
        "generator/themes/default/theme.yml",
        "generator/themes/default/locales/fr.po",
        "generator/contract/schemas/products.json",
        "generator/config/presets/european-union.yml",
        "generator/cli/locale/zh_CN/LC_MESSAGES/messages.mo",
        "generator/serve/client/overlay.css",
        "generator/starter/site_config.yml",
        "generator/starter/data/products/",
        "generator/starter/content/about.md",
    ):
        assert any(name.startswith(pattern) for name in inside), pattern


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    """No tests, no caches and nothing that was made of a site gets in."""
    inside = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in inside} == {"generator", "shanhuo"}
    assert [name for name in inside if "__pycache__" in name or "/." in name or "/tests/" in name] == []


def test_two_wheels_are_equal(sources: Path, wheel: Path, tmp_path: Path) -> None:
    """The same sources give the same bytes: in another folder, with other times and rights of files."""
    moved = tmp_path / "moved"
    shutil.copytree(sources, moved, copy_function=shutil.copyfile)
    for path in moved.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700 if path.is_dir() else 0o600)
    assert _build(moved, tmp_path / "wheel").read_bytes() == wheel.read_bytes()


def test_a_site_is_made_where_there_is_no_repository(installed: Path, tmp_path: Path) -> None:
    """``init``, ``check`` and ``build`` work from the wheel alone, and the site has its pages, codes and data.

    What is built is the new portal in an acceptance run, else a small shop.
    """
    command, python = str(installed / "shanhuo"), str(installed / "python")
    where = _run([python, "-c", "import generator; print(generator.__file__)"], tmp_path).strip()
    assert Path(where).is_relative_to(installed.parent)

    _run([command, "init", "my-portal"], tmp_path)
    _run([command, "check", "my-portal"], tmp_path)
    name = "my-portal" if is_acceptance() else copy_site("shop", tmp_path / "shop", is_new=True).name
    _run([command, "build", name], tmp_path)

    site = tmp_path / name / "site"
    products = {product["id"] for product in json.loads((site / "api/v1/products.json").read_bytes())["items"]}
    assert {path.stem for path in (tmp_path / name / "data" / "products").glob("*.yml")} <= products
    assert len(list(site.glob("P/*/index.html"))) == len(list(site.glob("qr/*.svg"))) >= len(products)
    for file in ("index.html", "404.html", "sitemap.xml", "api/v1/products.json", "data/datapackage.json"):
        assert (site / file).is_file(), file
    assert str(REPOSITORY) not in (site / "index.html").read_text(encoding="utf-8")
    if is_acceptance():
        record_result("wheel", len(products), "products", "init, check and build in an empty environment")
