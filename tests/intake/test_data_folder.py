"""The data folder: which files are read, in which order, and what is said of the others."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from generator.errors import EnvironmentRefused
from generator.intake.data_folder import FileStamp, Intake, read_data
from generator.intake.files import FileResult, read_file
from generator.intake.tables import TableNames

SOURCE = "标题: 新闻\n类型: 新闻\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An empty site with a data folder."""
    (tmp_path / "site" / "data").mkdir(parents=True)
    return tmp_path / "site"


def write(site: Path, files: dict[str, str]) -> None:
    """Write *files* into the site's data folder."""
    for name, text in files.items():
        path = site / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def read(site: Path, tables: TableNames) -> Intake:
    """Read the site's data folder."""
    return read_data(site / "data", tables=tables, root=site)


def rows(intake: Intake) -> list[tuple[str, str, str]]:
    """Return (code, file, what is allowed)."""
    return [(found.code, found.place.file, found.allowed) for found in intake.findings]


def test_csv_and_yaml_of_one_table(site: Path, tables: TableNames) -> None:
    """Both forms may be used at once; records follow the order of paths and lines."""
    write(
        site,
        {
            "sources/b.yml": SOURCE,
            "sources/a.yaml": SOURCE,
            "sources.csv": "编号,标题,类型\ny,甲,新闻\nx,乙,新闻\n",
            "terms.CSV": "用语\n",
        },
    )
    intake = read(site, tables)

    assert rows(intake) == []
    assert [(record.file, record.line, record.default_id) for record in intake.records["sources"]] == [
        ("data/sources.csv", 2, ""),
        ("data/sources.csv", 3, ""),
        ("data/sources/a.yaml", 1, "a"),
        ("data/sources/b.yml", 1, "b"),
    ]
    assert intake.records["terms"] == []
    assert [header.cells for header in intake.headers["terms"]] == [(("用语", 1),)]
    assert intake.incomplete == frozenset()


def test_files_are_stamped(site: Path, tables: TableNames) -> None:
    """Every file that was read is listed with its size and SHA-256."""
    write(site, {"sources/a.yml": SOURCE})

    data = SOURCE.encode()
    assert read(site, tables).files == {"data/sources/a.yml": FileStamp(hashlib.sha256(data).hexdigest(), len(data))}


def test_a_cache_can_stand_in_front(site: Path, tables: TableNames) -> None:
    """The reader of one file is called with path and bytes, and its result is used."""
    write(site, {"sources/a.yml": SOURCE, "terms.csv": "用语\n山货\n"})
    asked: list[tuple[str, bytes]] = []

    def remembering(path: str, data: bytes, tables: TableNames) -> FileResult:
        asked.append((path, data))
        return read_file(path, data, tables)

    intake = read_data(site / "data", tables=tables, root=site, read=remembering)

    assert asked == [("data/sources/a.yml", SOURCE.encode()), ("data/terms.csv", "用语\n山货\n".encode())]
    assert intake == read(site, tables)


def test_what_is_not_data_is_left_alone(site: Path, tables: TableNames) -> None:
    """Hidden files, locks, backups, notes to readers and names that belong to others are not mentioned."""
    write(
        site,
        {
            "README.md": "x",
            ".DS_Store": "x",
            "~$sources.xlsx": "x",
            "Thumbs.db": "x",
            "sources/.a.yml.swp": "x",
            "sources/a.yml~": "x",
            "sources/a.yml": SOURCE,
            "photos/a.jpg": "x",
        },
    )
    named = TableNames(tables.tables, frozenset({"photos"}))

    assert rows(read(site, named)) == []


def test_wrong_names_are_told_with_the_right_ones(site: Path, tables: TableNames) -> None:
    """Misspelt, Chinese, misplaced and upper-case names each say what to write instead."""
    write(
        site,
        {
            "source.csv": "",
            "产品.csv": "",
            "product/a.yml": "",
            "Terms.csv": "",
            "sources.yml": SOURCE,
            "sources/inner/a.yml": SOURCE,
            "sources/a.csv": "",
            "sources/a.txt": "",
            "sources/a.xlsx": "",
            "供应商.et": "",
        },
    )

    assert rows(read(site, tables)) == [
        ("file-name-case", "data/Terms.csv", "terms.csv"),
        ("unknown-file", "data/product", "products/"),
        ("unknown-file", "data/source.csv", "sources.csv"),
        ("file-misplaced", "data/sources.yml", "data/sources/sources.yml"),
        ("file-misplaced", "data/sources/a.csv", "data/sources.csv"),
        ("unknown-file", "data/sources/a.txt", "a.yml"),
        ("spreadsheet-file", "data/sources/a.xlsx", "sources.csv"),
        ("file-misplaced", "data/sources/inner", "data/sources/"),
        ("unknown-file", "data/产品.csv", "products.csv"),
        ("spreadsheet-file", "data/供应商.et", "suppliers.csv"),
    ]


def test_names_that_differ_in_case(site: Path, tables: TableNames) -> None:
    """Of two names that some file systems cannot tell apart, the second is told and not read."""
    write(site, {"sources/A.yml": SOURCE, "sources/a.yml": SOURCE})
    if len(list((site / "data" / "sources").iterdir())) == 1:
        pytest.skip("this file system does not tell them apart")
    intake = read(site, tables)

    assert rows(intake) == [("file-name-case", "data/sources/a.yml", "A.yml")]
    assert len(intake.records["sources"]) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_stay_inside_the_site(site: Path, tables: TableNames) -> None:
    """Links within the site are followed; those that leave it, are broken or turn in a circle are refused."""
    write(site, {"sources/a.yml": SOURCE})
    outside = site.parent / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_text(SOURCE, encoding="utf-8")
    data = site / "data"
    (data / "sources" / "b.yml").symlink_to("a.yml")
    (data / "sources" / "c.yml").symlink_to(outside / "secret.yml")
    (data / "sources" / "d.yml").symlink_to("missing.yml")
    (data / "sources" / "e.yml").symlink_to("e.yml")
    (data / "terms").symlink_to(outside)
    intake = read(site, tables)

    assert [row[:2] for row in rows(intake)] == [
        ("link-outside", "data/sources/c.yml"),
        ("link-outside", "data/sources/d.yml"),
        ("link-outside", "data/sources/e.yml"),
        ("link-outside", "data/terms"),
    ]
    assert list(intake.files) == ["data/sources/a.yml", "data/sources/b.yml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_data_folder_elsewhere_is_refused(site: Path, tables: TableNames) -> None:
    """The data folder itself may not be a link out of the site."""
    outside = site.parent / "outside"
    outside.mkdir()
    (site / "data").rmdir()
    (site / "data").symlink_to(outside)

    assert [row[:2] for row in rows(read(site, tables))] == [("link-outside", "data")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_pipes_are_never_opened(site: Path, tables: TableNames) -> None:
    """A named pipe would be waited for without end; it is told as an unknown file."""
    os.mkfifo(site / "data" / "sources.csv")

    assert [row[:2] for row in rows(read(site, tables))] == [("unknown-file", "data/sources.csv")]


def test_missing_folder(site: Path, tables: TableNames) -> None:
    """A site without a data folder is told so."""
    (site / "data").rmdir()

    assert [row[:2] for row in rows(read(site, tables))] == [("data-folder-missing", "data")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read")
def test_unreadable_files_end_the_run(site: Path, tables: TableNames) -> None:
    """A file without read permission is the machine's refusal, said in one sentence."""
    write(site, {"sources/a.yml": SOURCE})
    (site / "data" / "sources" / "a.yml").chmod(0)

    with pytest.raises(EnvironmentRefused, match=r"data/sources/a\.yml"):
        read(site, tables)


def test_tables_with_losses_are_named(site: Path, tables: TableNames) -> None:
    """Where a record could not be read, nobody may conclude that it is not there."""
    write(
        site,
        {"sources/a.yml": "标题 新闻\n类型: 新闻\n", "terms.csv": "用语,说明\na\n", "redirects.csv": "旧地址,新地址\n"},
    )

    assert read(site, tables).incomplete == {"sources", "terms"}
