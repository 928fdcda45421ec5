"""``shanhuo export headers``: what is exported of a site, and what the command says."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import shanhuo
from generator.cli.exporting import headers
from generator.editing.headers_export import SERVERS, site_policy
from generator.editing.reading import read_sound_site
from generator.errors import EXIT_FINDINGS

OpenSite = Callable[[str], Path]
REDIRECTS = "旧地址,新地址,起用日期,说明\n/alt/,/products/,2020-06-01,\n/kuenftig/,/stories/,2020-12-01,\n"


def run(*words: str | Path) -> Result:
    """Run ``shanhuo export headers``."""
    return CliRunner().invoke(shanhuo, ["export", "headers", *map(str, words)], standalone_mode=False)


@pytest.mark.parametrize("server", SERVERS)
def test_the_configuration_is_printed(open_site: OpenSite, server: str) -> None:
    """Without a file the configuration alone goes to standard output, the same each time."""
    site = open_site("shop")
    first, second = run("--server", server, site), run("--server", server, site)

    assert first.return_value == 0
    assert first.stdout == second.stdout
    assert "Content-Security-Policy" in first.stdout
    assert first.stderr == ""


def test_a_file_is_written_in_one_step(open_site: OpenSite, tmp_path: Path) -> None:
    """With ``--output`` the same text goes into the file, replacing an earlier one."""
    site, target = open_site("shop"), tmp_path / "conf" / "shanhuo.conf"
    target.parent.mkdir()
    target.write_text("old")

    result = run("--server", "nginx", site, "--output", target)

    assert target.read_text(encoding="utf-8") == run("--server", "nginx", site).stdout
    assert str(target) in result.stdout


@pytest.mark.parametrize("server", SERVERS)
def test_a_configuration_can_explain_itself_in_english(open_site: OpenSite, server: str) -> None:
    """With ``--lang en`` no comment has a Chinese character, and nothing but comments differs."""
    site = open_site("pdo")
    chinese, english = run("--server", server, site).stdout, run("--server", server, site, "--lang", "en").stdout

    assert re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", english) is None
    assert _without_comments(chinese) == _without_comments(english)


def _without_comments(text: str) -> str:
    return re.sub(r"<!--.*?-->|^\s*#.*$", "", text, flags=re.MULTILINE)


def test_the_command_knows_every_server() -> None:
    """What the command offers is what can be written."""
    option = next(each for each in headers.params if each.name == "server")
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(SERVERS)


def test_old_addresses_count_from_their_day(open_site: OpenSite) -> None:
    """A redirect that is not in effect on the day shown is left out; one without a day always counts."""
    site = open_site("shop")
    (site / "data/redirects.csv").write_text(REDIRECTS, encoding="utf-8")

    def led(day: date) -> set[str]:
        return {moved.path for moved in site_policy(read_sound_site(site, as_of=day, purpose="导出")).moved}

    assert led(date(2020, 9, 30)) >= {"/alt"}
    assert "/kuenftig" not in led(date(2020, 9, 30))
    assert led(date(2020, 12, 1)) >= {"/alt", "/kuenftig"}


def test_what_no_policy_lets_through_is_told_beside(open_site: OpenSite) -> None:
    """A theme with a handler in a template is exported all the same, and file and line are told."""
    site = open_site("shop")
    template = site / "themes/default/portal/story.html"
    template.parent.mkdir(parents=True)
    template.write_text("<p>\n<a onclick='x()'>x</a>", encoding="utf-8")

    result = run("--server", "nginx", site)

    assert result.return_value == 0
    assert "themes/default/portal/story.html 第 2 行" in result.stderr
    assert "onclick" in result.stderr


def test_errors_stop_the_export(open_site: OpenSite) -> None:
    """A site with an error has no policy; its findings are told."""
    site = open_site("shop")
    (site / "data/terms.csv").write_text("用语,起用日期\n扶贫,去年\n", encoding="utf-8")

    result = run("--server", "nginx", site, "--as-of", "2020-09-30")

    assert result.return_value == EXIT_FINDINGS
    assert "not-a-date" in result.output
    assert "map $uri" not in result.output
