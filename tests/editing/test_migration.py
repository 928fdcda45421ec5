"""Settings of an older form: brought over line by line, or refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import read_config
from generator.editing.migration import plan_migration, write_migration
from generator.errors import FindingsStop, UsageError

OLD = """\
# 我们的网站
# 2019 年建

# 名字
site_name: 山货 # 不要太长
url: "https://www.example.cn/"   # 地址
qr_url: https://s.example.cn/ # 印出去的
languages:
- en
"""
NEW = """\
# 我们的网站
# 2019 年建

schema: 1
# 名字
title: 山货 # 不要太长
base_url: "https://www.example.cn/"   # 地址
codes:
  base_url: https://s.example.cn/ # 印出去的
languages:
- en
"""


def settings(folder: Path, text: str) -> Path:
    """Write the settings of a site and return its folder."""
    (folder / "site_config.yml").write_bytes(text.encode())
    return folder


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("version", ["", "schema: 0\n"])
def test_form_0_is_brought_over(tmp_path: Path, end: str, version: str) -> None:
    """Names change, comments, order and line ends stay, and the result is what the present form asks for."""
    site = settings(tmp_path, (version + OLD).replace("\n", end))

    migration = plan_migration(site)
    write_migration(site, migration)

    expected = "schema: 1\n" + NEW.replace("schema: 1\n", "") if version else NEW
    assert (site / "site_config.yml").read_bytes().decode() == expected.replace("\n", end)
    configuration, findings = read_config(site)
    assert configuration
    assert findings == []
    assert (configuration.site.title, configuration.site.codes.base_url) == ("山货", "https://s.example.cn/")
    assert not plan_migration(site).is_needed


def test_the_difference_is_shown(tmp_path: Path) -> None:
    """The unified diff has every changed line and no other."""
    lines = plan_migration(settings(tmp_path, OLD)).difference.splitlines()

    assert lines[:2] == ["--- site_config.yml (schema 0)", "+++ site_config.yml (schema 1)"]
    assert sorted(line for line in lines[2:] if line[0] in "+-") == sorted(
        [
            "+schema: 1",
            "-site_name: 山货 # 不要太长",
            "+title: 山货 # 不要太长",
            '-url: "https://www.example.cn/"   # 地址',
            '+base_url: "https://www.example.cn/"   # 地址',
            "-qr_url: https://s.example.cn/ # 印出去的",
            "+codes:",
            "+  base_url: https://s.example.cn/ # 印出去的",
        ]
    )


def test_the_present_form_needs_nothing(tmp_path: Path) -> None:
    """Settings of the present form stay as they are."""
    migration = plan_migration(settings(tmp_path, NEW))

    assert (migration.is_needed, migration.form, migration.difference) == (False, 1, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("schema: 2\ntitle: 山货\n", "第 2 版"),
        ("schema: 新\ntitle: 山货\n", "不是版本号"),
        ("site_name: 甲\ntitle: 乙\n", "同时有旧的 site_name"),
        ("qr_url: https://s.example.cn/\ncodes: {case: lower}\n", "同时有旧的 qr_url"),
        ("{site_name: 甲, url: https://www.example.cn/}\n", "不在一行的开头"),
    ],
)
def test_what_cannot_be_brought_over_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """A newer or unknown form, both names of one setting, several settings a line: refused, with nothing changed."""
    site = settings(tmp_path, text)

    with pytest.raises(UsageError, match=said):
        plan_migration(site)

    assert (site / "site_config.yml").read_text("utf-8") == text


def test_unreadable_settings_are_told(tmp_path: Path) -> None:
    """Faults of YAML are findings with their line."""
    with pytest.raises(FindingsStop) as stop:
        plan_migration(settings(tmp_path, "site_name: 甲\nurl\n"))

    assert [found.place.line for found in stop.value.report.findings] == [2]


def test_settings_changed_meanwhile_are_left_alone(tmp_path: Path) -> None:
    """What somebody typed after the plan was made is not written over."""
    site = settings(tmp_path, OLD)
    migration = plan_migration(site)
    settings(site, OLD + "page_size: 12\n")

    with pytest.raises(UsageError):
        write_migration(site, migration)

    assert (site / "site_config.yml").read_text("utf-8").endswith("page_size: 12\n")
