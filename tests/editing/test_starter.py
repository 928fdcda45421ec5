"""New sites: the sample portal and the empty one, both good from the first moment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build import Options, build, check
from generator.config import read_config
from generator.contract import load_tables
from generator.editing.reading import read_site
from generator.editing.starter import PLACEHOLDER_CODES, PLACEHOLDER_SITE, empty_table, start_site, starter_settings
from generator.errors import UsageError
from generator.intake.csv_files import read_csv
from generator.intake.tables import TableWords

DEMO = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample portal; for reading only."""
    folder = tmp_path_factory.mktemp("started") / "my-portal"
    start_site(folder, title="秦岭“山货”: 一号")
    return folder


@pytest.mark.parametrize("day", [None, date(2024, 2, 29), date(2035, 1, 1)])
def test_the_sample_is_without_a_finding(sample: Path, day: date | None) -> None:
    """A sample portal checks without an error, today and long after; today without a warning."""
    report = check(Options(sample, as_of=day))

    assert report.counts["error"] == 0
    assert day or report.findings == ()


def test_the_sample_shows_the_present_day_at_placeholders(sample: Path) -> None:
    """The demonstration's fixed day and addresses are left behind; its title is the one asked for."""
    configuration, findings = read_config(sample)

    assert not findings
    assert configuration
    site = configuration.site
    assert (site.title, site.as_of) == ("秦岭“山货”: 一号", None)
    assert (site.base_url, site.codes.base_url) == (PLACEHOLDER_SITE, PLACEHOLDER_CODES)


def test_every_product_of_the_sample_has_a_code_of_its_own(sample: Path) -> None:
    """Codes are drawn afresh: two portals never share one, and none is the demonstration's."""
    rows = read_site(sample).rows
    old = {row.key for row in read_site(DEMO).rows["qr_codes"]}

    assert {row.text("target") for row in rows["qr_codes"]} == {row.key for row in rows["products"]}
    assert not old & {row.key for row in rows["qr_codes"]}


def test_the_sample_has_what_an_editor_opens_first(sample: Path) -> None:
    """A note to read first, completion for the editor, prose, and nothing that was built."""
    assert "site_config.yml" in (sample / "先读我.md").read_text("utf-8")
    assert len(list((sample / ".vscode/schemas").iterdir())) == len(load_tables())
    assert list((sample / "content").glob("*.md"))
    assert not (sample / "site").exists()


def test_the_empty_site_checks_and_builds(tmp_path: Path) -> None:
    """An empty site is without a finding even so strictly, and builds."""
    start_site(tmp_path / "mine", empty=True)

    assert check(Options(tmp_path / "mine")).findings == ()
    assert build(Options(tmp_path / "mine")).files > 0


def test_the_headers_of_an_empty_site_are_whole() -> None:
    """A header without rows has every column of its table under its Chinese title, and reads without a finding."""
    for table in load_tables().values():
        words = TableWords(table.title, {entry.title: entry.name for entry in table.fields})
        header, records, findings = read_csv(empty_table(table.name), f"data/{table.name}.csv", table.name, words)

        assert (records, findings) == ([], [])
        assert header
        assert [word for word, _ in header.cells] == [entry.title for entry in table.fields]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """A folder with a file in it, or a file, is refused and stays as it is; an empty folder is taken."""
    (tmp_path / "note.txt").write_text("mine")

    with pytest.raises(UsageError):
        start_site(tmp_path, empty=True)
    with pytest.raises(UsageError):
        start_site(tmp_path / "note.txt", empty=True)

    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]
    (tmp_path / "new").mkdir()
    assert start_site(tmp_path / "new", empty=True).products == 0


def test_settings_keep_their_comments() -> None:
    """Only what must change in the settings does, with the remark above the day that is dropped."""
    text = "# 站点\nschema: 1\ntitle: 甲\n# 固定的一天\nas_of: 2026-11-21\n# 题\nlanguage: zh-Hans\n"

    assert starter_settings(text, "") == "# 站点\nschema: 1\ntitle: 甲\n# 题\nlanguage: zh-Hans\n"
    assert starter_settings(text, "乙").splitlines()[2] == 'title: "乙"'
