"""The data folder: which files are read, in which order, and what is said of the others."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.errors import EnvironmentRefused
from generator.intake.data_folder import Intake, read_data, read_path
from generator.intake.files import FileResult, KnownFile
from generator.intake.records import Record
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


def files_of(intake: Intake, table: str) -> list[FileResult]:
    """Return what was read of a table."""
    return [file for file in intake.files if isinstance(file, FileResult) and file.table == table]


def records_of(intake: Intake, table: str) -> list[Record]:
    """Return the records of a table."""
    return [record for file in files_of(intake, table) for record in file.records]


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
    assert [(record.file, record.line, record.default_id) for record in records_of(intake, "sources")] == [
        ("data/sources.csv", 2, ""),
        ("data/sources.csv", 3, ""),
        ("data/sources/a.yaml", 1, "a"),
        ("data/sources/b.yml", 1, "b"),
    ]
    assert records_of(intake, "terms") == []
    assert [file.header.cells for file in files_of(intake, "terms") if file.header] == [(("用语", 1),)]
    assert all(file.is_complete for file in intake.files if isinstance(file, FileResult))


def test_a_memory_can_stand_in_front(site: Path, tables: TableNames) -> None:
    """The reader of one file is called with its path, and what it returns stands where the file would."""
    write(site, {"sources/a.yml": SOURCE, "sources/gone.yml": SOURCE, "terms.csv": "用语\n山货\n"})
    plain = read(site, tables)

    def remembering(path: str, file: Path, tables: TableNames) -> FileResult | KnownFile | None:
        if path == "data/terms.csv":
            return KnownFile(path, "terms", b"", lambda: FileResult(path, "terms"))
        return None if "gone" in path else read_path(path, file, tables)

    intake = read_data(site / "data", tables=tables, root=site, read=remembering)

    assert [file.path for file in intake.files] == ["data/sources/a.yml", "data/terms.csv"]
    assert [type(file) for file in intake.files] == [FileResult, KnownFile]
    assert records_of(intake, "sources") == records_of(plain, "sources")[:1]


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
    assert len(records_of(intake, "sources")) == 1


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
    assert [file.path for file in intake.files] == ["data/sources/a.yml", "data/sources/b.yml"]


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

    files = [file for file in read(site, tables).files if isinstance(file, FileResult)]
    assert {file.table for file in files if not file.is_complete} == {"sources", "terms"}
