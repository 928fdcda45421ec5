"""A published site with compressed twins: whole, the same each time, and never older than what it was made from."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from line.site_copies import digests

from generator.build import Options, build
from generator.build.verify import verify
from generator.editing.compressed_export import LEAST_SIZE, export_compressed
from generator.errors import EnvironmentRefused, UsageError
from generator.surfaces.hosting.media_types import is_compressible, media_type

OpenSite = Callable[[str], Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that has been built into its ``site`` folder; for copying only."""
    folder = copy_site("shop", tmp_path_factory.mktemp("built") / "shop")
    build(Options(folder))
    return folder


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of that site, of the test's own."""
    return shutil.copytree(built, tmp_path / "shop")


def test_every_file_is_there_and_its_twin_says_the_same(site: Path, tmp_path: Path) -> None:
    """All files come along; what is text and not tiny has a twin of the same content, pictures have none."""
    made = export_compressed(site, site / "site", tmp_path / "www")

    files, copied = digests(site / "site"), digests(made.out)
    twins = copied.keys() - files.keys()
    assert {path: copied[path] for path in files if path != "manifest.json"} == {
        path: digest for path, digest in files.items() if path != "manifest.json"
    }
    for path in files:
        size = (site / "site" / path).stat().st_size
        is_twinned = path != "manifest.json" and is_compressible(media_type(path)) and size >= LEAST_SIZE
        assert (f"{path}.gz" in twins) is is_twinned, path
        if is_twinned:
            assert gzip.decompress((made.out / f"{path}.gz").read_bytes()) == (made.out / path).read_bytes()
    assert (made.files, made.twins) == (len(files) - 1, len(twins))
    assert verify(made.out).whole
    assert verify(made.out).foreign == ()


def test_a_twin_hangs_on_nothing_but_its_file(site: Path, tmp_path: Path) -> None:
    """Twins hold neither name nor time, so two exports are byte-equal."""
    one = export_compressed(site, site / "site", tmp_path / "one").out
    other = export_compressed(site, site / "site", tmp_path / "other").out

    assert digests(one) == digests(other)


def test_a_second_export_makes_what_has_changed(site: Path, tmp_path: Path) -> None:
    """Unchanged files keep their times, a changed page gets a new twin, and files of others stay."""
    out = export_compressed(site, site / "site", tmp_path / "www").out
    (out / "CNAME").write_text("www.example.org")
    before = {path: (out / path).stat().st_mtime_ns for path in digests(out)}
    assert export_compressed(site, site / "site", out).made == 0

    _retitle(site)
    made = export_compressed(site, site / "site", out)

    assert 0 < made.made < made.files + made.twins
    page = (out / "index.html").read_bytes()
    assert "新的店名" in page.decode()
    assert gzip.decompress((out / "index.html.gz").read_bytes()) == page
    kept = [path for path in before if path.startswith(("pictures/", "qr/", "assets/stylesheets/"))]
    assert kept
    assert all((out / path).stat().st_mtime_ns == before[path] for path in kept)
    assert (out / "CNAME").read_text() == "www.example.org"


def test_what_was_altered_since_the_build_is_not_exported(site: Path, tmp_path: Path) -> None:
    """A page that somebody changed by hand stops the export, and the earlier copy is as it was."""
    out = export_compressed(site, site / "site", tmp_path / "www").out
    before = digests(out)
    page = site / "site" / "index.html"
    page.unlink()  # the file of the other generation is the same one
    page.write_text("altered")
    manifest = (site / "site" / "manifest.json").read_bytes()

    with pytest.raises(EnvironmentRefused, match="被改动过"):
        export_compressed(site, site / "site", tmp_path / "other")

    assert digests(out) == before
    assert not (tmp_path / "other").exists()
    assert (site / "site" / "manifest.json").read_bytes() == manifest


@pytest.mark.parametrize("place", ["site", "site/inside", ".", "data/out"])
def test_a_folder_that_holds_something_else_is_refused(site: Path, place: str) -> None:
    """Neither the built site itself nor what lies in it or above it, nor the editors' files, can be the target."""
    before = digests(site / "site")

    with pytest.raises(UsageError):
        export_compressed(site, site / "site", site / place)

    assert digests(site / "site") == before


def test_a_site_that_was_never_built_is_told(open_site: OpenSite, tmp_path: Path) -> None:
    """Without a manifest there is nothing to export."""
    site = open_site("shop")

    with pytest.raises(UsageError, match="没有生成好的网站") as stop:
        export_compressed(site, site / "site", tmp_path / "www")

    assert "shanhuo build" in stop.value.mend


def _retitle(site: Path) -> None:
    settings = site / "site_config.yml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    lines = ["title: 新的店名" if line.startswith("title:") else line for line in lines]
    settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    build(Options(site))
