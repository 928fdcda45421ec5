"""Publishing on a real file system: what readers of the output folder find, and what the two generations share."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.apart import no_process_left
from generator.build.generations import begin_staging
from generator.build.manifest import read_manifest
from generator.build.private_state import Entry
from generator.build.verify import verify
from generator.build.writing import write_file
from generator.errors import EnvironmentRefused, UsageError

from .publishing import Publisher, contents, fill

PAGES = {"index.html": "home", "P/ABC/index.html": "shelf", "P/DEF/index.html": "other", "products/a/index.html": "a"}


@pytest.fixture(params=[False, True], ids=["here", "apart"])
def publisher(request: pytest.FixtureRequest, tmp_path: Path) -> Publisher:
    """An empty site with its data folder; another process, or this one, looks at what is published."""
    (tmp_path / "data").mkdir()
    return Publisher(tmp_path, apart=request.param)


def inode(path: Path) -> int:
    """The number of the file a path leads to."""
    return path.lstat().st_ino


def test_the_output_folder_holds_exactly_the_plan(publisher: Publisher) -> None:
    """Added, changed and withdrawn pages are so in the output, emptied folders are gone, and the manifest fits."""
    plans = [
        PAGES,
        {**PAGES, "index.html": "home 2", "stories/s/index.html": "s"},
        {"index.html": "home 3", "P/ABC/index.html": "shelf"},
        {"index.html": "home 3", "products": "a file where a folder was"},
        {"index.html/deep/x.html": "a folder where a file was", "products": "a file where a folder was"},
        {},
        PAGES,
    ]
    for plan in plans:
        publisher.build(plan)
        assert contents(publisher.out) == plan
        assert {str(at.relative_to(publisher.out)) for at in publisher.out.rglob("*") if at.is_dir()} == {
            str(parent) for path in plan for parent in Path(path).parents if str(parent) != "."
        }
        found = verify(publisher.out)
        assert (found.whole, found.foreign, found.listed) == (True, (), len(plan))


def test_an_unchanged_file_is_one_file_in_both_generations(publisher: Publisher) -> None:
    """A page that did not change is hard-linked and not written; a changed one is a file of its own."""
    publisher.build(PAGES)
    assert publisher.build({**PAGES, "index.html": "new"}) == ["index.html"]
    assert publisher.build({**PAGES, "index.html": "newer"}) == ["index.html"]
    for path in PAGES:
        shared = inode(publisher.out / path) == inode(publisher.idle / path)
        assert shared == (path != "index.html")


def test_the_live_site_does_not_change_while_the_idle_one_is_written(publisher: Publisher) -> None:
    """Writing never goes through a link: until the commit the output folder has the same files and contents."""
    publisher.build(PAGES)
    publisher.build({**PAGES, "index.html": "second"})
    before = {path: inode(publisher.out / path) for path in PAGES}
    staging = publisher.open()
    records, _ = fill(staging, {path: text + " changed" for path, text in PAGES.items()})
    assert {path: inode(publisher.out / path) for path in PAGES} == before
    assert contents(publisher.out) == {**PAGES, "index.html": "second"}
    staging.commit(records)
    assert set(contents(publisher.out).values()) == {text + " changed" for text in PAGES.values()}


def test_same_content_from_another_key_keeps_the_published_file(publisher: Publisher) -> None:
    """A page made anew with the bytes it had keeps its file and time, so browsers keep their copy."""
    publisher.build(PAGES)
    before = (publisher.out / "index.html").lstat()
    staging = publisher.open()
    records, _ = fill(staging, {**PAGES})
    records["index.html"] = Entry("another key", *write_file(staging.root, "index.html", b"home"))
    staging.commit(records)
    after = (publisher.out / "index.html").lstat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    kept = publisher.open().live_key("index.html")
    assert kept is not None
    assert kept.key == "another key"


def test_the_manifest_depends_on_the_files_alone(publisher: Publisher, tmp_path: Path) -> None:
    """Two sites published in another order and history have byte-equal manifests."""
    publisher.build({"x.html": "gone later"})
    publisher.build(PAGES)
    other = Publisher(tmp_path / "other")
    other.site.mkdir()
    other.build(dict(reversed(PAGES.items())))
    assert (publisher.out / "manifest.json").read_bytes() == (other.out / "manifest.json").read_bytes()
    manifest = read_manifest(other.out)
    assert manifest is not None
    assert sorted(manifest.files) == sorted(PAGES)


def test_an_abandoned_build_leaves_no_trace(publisher: Publisher) -> None:
    """Files written before a build gave up are not in the next one."""
    publisher.build(PAGES)
    fill(publisher.open(), {"half/done.html": "x", "index.html": "half"})
    assert contents(publisher.out) == PAGES
    assert publisher.build({**PAGES, "new.html": "n"}) == ["new.html"]
    assert contents(publisher.out) == {**PAGES, "new.html": "n"}


@pytest.mark.parametrize("replace", [True, False], ids=["replaced", "edited in place"])
def test_a_hand_altered_file_is_repaired_for_good(publisher: Publisher, replace: bool) -> None:
    """A published file altered by hand is written again, and its alteration is in neither generation afterwards."""
    publisher.build(PAGES)
    publisher.build({**PAGES, "new.html": "n"})
    page = publisher.out / "P/ABC/index.html"
    if replace:
        page.unlink()
    page.write_text("altered by hand", encoding="utf-8")
    assert verify(publisher.out).altered == ("P/ABC/index.html",)
    assert publisher.build(PAGES) == ["P/ABC/index.html"]
    for _ in range(3):
        assert contents(publisher.out) == PAGES
        assert publisher.build(PAGES) == []


def test_deleted_and_displaced_files_come_back(publisher: Publisher) -> None:
    """A page removed by hand, and a folder replaced by a link to elsewhere, are told or restored, never followed."""
    publisher.build(PAGES)
    (publisher.out / "P/ABC/index.html").unlink()
    assert publisher.build(PAGES) == ["P/ABC/index.html"]
    outside = publisher.site / "outside"
    (publisher.out / "products").rename(outside)
    (publisher.out / "products").symlink_to(outside)
    with pytest.raises(EnvironmentRefused, match="products"):
        publisher.build(PAGES)
    assert contents(outside) == {"a/index.html": "a"}


def test_without_its_state_a_site_is_written_anew(publisher: Publisher) -> None:
    """A lost or torn state costs time only: everything is written and the site is whole."""
    publisher.build(PAGES)
    states = list((publisher.work / "outputs").rglob("*.json"))
    assert len(states) == 1
    states[0].write_bytes(states[0].read_bytes()[:-9])
    assert sorted(publisher.build(PAGES)) == sorted(PAGES)
    assert contents(publisher.out) == PAGES
    assert publisher.build(PAGES) == []
    assert len(list((publisher.work / "outputs").rglob("*"))) == 3  # the folder and a state for each generation


def test_foreign_files_are_carried_along(publisher: Publisher) -> None:
    """A CNAME, a hidden folder, a link and an empty folder that are not ours stay, also when they change."""
    publisher.build(PAGES)
    out = publisher.out
    (out / "CNAME").write_text("example.org", encoding="utf-8")
    (out / ".well-known").mkdir()
    (out / ".well-known/security.txt").write_text("Contact", encoding="utf-8")
    (out / "latest").symlink_to("P/ABC")
    (out / ".git/refs").mkdir(parents=True)
    for turn in range(4):
        publisher.build({**PAGES, "index.html": f"turn {turn}"})
        assert (out / "CNAME").read_text(encoding="utf-8") == "example.org"
        assert (out / ".well-known/security.txt").read_text(encoding="utf-8") == "Contact"
        assert os.readlink(out / "latest") == "P/ABC"
        assert (out / ".git/refs").is_dir()
    assert verify(out).foreign == (".well-known/security.txt", "CNAME", "latest")
    (out / "CNAME").unlink()
    (out / ".well-known/security.txt").write_text("Contact: somebody else", encoding="utf-8")
    for turn in range(3):
        publisher.build({**PAGES, "index.html": f"again {turn}"})
        assert not (out / "CNAME").exists()
        assert (out / ".well-known/security.txt").read_text(encoding="utf-8") == "Contact: somebody else"


@pytest.mark.parametrize(
    ("foreign", "planned"),
    [("CNAME", "cname"), ("x/index.html", "x/index.html"), ("docs", "docs/index.html"), ("docs/note", "docs")],
)
def test_an_output_never_takes_a_foreign_files_place(publisher: Publisher, foreign: str, planned: str) -> None:
    """The build stops before publishing and names the file; the site and the file are as they were."""
    publisher.build(PAGES)
    (publisher.out / foreign).parent.mkdir(exist_ok=True)
    (publisher.out / foreign).write_text("mine", encoding="utf-8")
    with pytest.raises(EnvironmentRefused, match=foreign):
        publisher.build({**PAGES, planned: "theirs"})
    assert contents(publisher.out) == {**PAGES, foreign: "mine"}


def put(folder: Path, files: Mapping[str, str | None]) -> None:
    """Make files with these texts in place of those that are there; ``None`` takes one away."""
    for name, text in files.items():
        (folder / name).unlink(missing_ok=True)
        if text is not None:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")


def assert_kept(publisher: Publisher, foreign: Mapping[str, str]) -> None:
    """See that the site just published, with a new home page, has these files of others, and so has the next one."""
    assert contents(publisher.out) == {**PAGES, "index.html": "new", **foreign}
    publisher.build({**PAGES, "index.html": "newer"})
    assert contents(publisher.out) == {**PAGES, "index.html": "newer", **foreign}


def test_foreign_files_added_during_a_build_are_kept(publisher: Publisher) -> None:
    """What is put into, changed in or taken from the output folder after the build looked is so in the new site."""
    publisher.build(PAGES)
    put(publisher.out, {"edited": "old", "removed": "old"})
    staging = publisher.open()
    records, _ = fill(staging, {**PAGES, "index.html": "new"})
    put(publisher.out, {"late/file": "late", "edited": "new", "removed": None})
    staging.commit(records)
    assert_kept(publisher, {"late/file": "late", "edited": "new"})


def test_what_happens_after_the_look_is_noticed(publisher: Publisher) -> None:
    """Between the look and the writing, foreign files come and go in both generations; none is lost, all are whole."""
    publisher.build(PAGES)
    publisher.build({**PAGES, "index.html": "second"})
    put(publisher.out, {"removed": "old"})
    time.sleep(0.01)
    put(publisher.idle, {"strange": "older"})
    opening = begin_staging(publisher.out, site=publisher.site, work=publisher.work, apart=publisher.apart)
    time.sleep(0.2)
    put(publisher.out, {"removed": None, "strange": "newer", "late/file": "late"})
    staging = opening.staging()
    records, _ = fill(staging, {**PAGES, "index.html": "new"})
    staging.commit(records)
    assert_kept(publisher, {"late/file": "late", "strange": "newer"})


def test_a_look_writes_nothing(publisher: Publisher) -> None:
    """Until the staging is asked for, both generations and their states are as they were."""
    publisher.build(PAGES)
    publisher.build({**PAGES, "index.html": "second"})
    (publisher.out / "CNAME").write_text("example.org", encoding="utf-8")
    before = {at: at.lstat().st_mtime_ns for at in publisher.site.rglob("*")}
    with no_process_left():
        begin_staging(publisher.out, site=publisher.site, work=publisher.work, apart=publisher.apart)
        time.sleep(0.1)
    assert {at: at.lstat().st_mtime_ns for at in publisher.site.rglob("*")} == before


@pytest.mark.parametrize("lost", ["idle", "states"])
def test_what_is_taken_away_after_the_look_is_made_again(publisher: Publisher, lost: str) -> None:
    """An idle generation or a state that disappears between the look and the writing costs time only."""
    publisher.build(PAGES)
    publisher.build({**PAGES, "gone.html": "g"})
    opening = begin_staging(publisher.out, site=publisher.site, work=publisher.work, apart=publisher.apart)
    time.sleep(0.1)
    shutil.rmtree(publisher.idle if lost == "idle" else publisher.work)
    staging = opening.staging()
    records, written = fill(staging, PAGES)
    staging.commit(records)
    assert contents(publisher.out) == PAGES
    assert written == ([] if lost == "idle" else list(PAGES))
    found = verify(publisher.out)
    assert (found.whole, found.foreign) == (True, ())


def test_a_collision_that_appears_during_a_build_undoes_the_exchange(publisher: Publisher) -> None:
    """The old site stays, with the foreign file that came late, and the message names it."""
    publisher.build(PAGES)
    staging = publisher.open()
    records, _ = fill(staging, {**PAGES, "new.html": "ours"})
    (publisher.out / "new.html").write_text("mine", encoding="utf-8")
    with pytest.raises(EnvironmentRefused, match=r"new\.html"):
        staging.commit(records)
    assert contents(publisher.out) == {**PAGES, "new.html": "mine"}
    publisher.build(PAGES)
    assert contents(publisher.out) == {**PAGES, "new.html": "mine"}


def test_a_file_put_into_the_old_generation_after_the_exchange_is_not_lost(publisher: Publisher) -> None:
    """A shell that stood in the output folder writes into the old generation; the next build brings the file over."""
    publisher.build(PAGES)
    publisher.build({**PAGES, "index.html": "second"})
    time.sleep(0.01)
    (publisher.idle / "CNAME").write_text("example.org", encoding="utf-8")
    for turn in range(3):
        publisher.build({**PAGES, "index.html": f"turn {turn}"})
        assert contents(publisher.out) == {**PAGES, "index.html": f"turn {turn}", "CNAME": "example.org"}


@pytest.mark.parametrize("folder", [".", "..", "data", "data/site", "content/x", "themes", ".shanhuo/site"])
def test_folders_of_the_site_are_no_output(publisher: Publisher, folder: str) -> None:
    """The site folder, what is above it and what an editor writes are refused as a wrong command."""
    with pytest.raises(UsageError):
        begin_staging(publisher.site / folder, site=publisher.site, work=publisher.work)
    assert [at.name for at in publisher.site.iterdir()] == ["data"]


def test_a_folder_that_is_not_ours_is_left_alone(publisher: Publisher) -> None:
    """A file, a filled folder without our manifest, and one with another program's manifest are refused."""
    publisher.out.write_text("a file", encoding="utf-8")
    with pytest.raises(EnvironmentRefused):
        publisher.open()
    publisher.out.unlink()
    publisher.out.mkdir()
    for name, text in [("thesis.doc", "years"), ("manifest.json", '{"name": "app"}')]:
        (publisher.out / name).write_text(text, encoding="utf-8")
        with pytest.raises(EnvironmentRefused) as caught:
            publisher.open()
        assert caught.value.mend
        assert (publisher.out / name).read_text(encoding="utf-8") == text


def test_an_empty_or_linked_output_folder_is_used(publisher: Publisher, tmp_path: Path) -> None:
    """An empty folder receives the site; of a symbolic link, what it leads to is replaced and the link stays."""
    target = tmp_path / "elsewhere" / "www"
    target.mkdir(parents=True)
    publisher.out.symlink_to(target)
    publisher.build(PAGES)
    publisher.build(PAGES)
    assert publisher.out.is_symlink()
    assert contents(target) == PAGES


@pytest.mark.skipif(sys.platform != "linux", reason="the exchange in one step is Linux's here")
def test_a_reader_never_misses_a_page(publisher: Publisher) -> None:
    """While 50 builds change places, every look at a page finds it."""
    publisher.build(PAGES)
    misses: list[OSError] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                (publisher.out / "P/ABC/index.html").read_bytes()
                (publisher.out / "index.html").read_bytes()
            except OSError as error:
                misses.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(50):
        publisher.build({**PAGES, "index.html": f"turn {turn}"})
    done.set()
    reader.join()
    assert misses == []
