"""
Bringing the settings of an older form over to the present one, line by line: comments and all else stay.

Form 0 had no ``schema`` and called three settings otherwise: ``site_name`` (now ``title``), ``url`` (now ``base_url``)
and ``qr_url`` (now ``base_url`` under ``codes``).
"""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config import CONFIG_FILE
from generator.errors import FindingsStop, UsageError
from generator.findings import Report
from generator.intake.yaml_tree import Node, parse_yaml

from .file_writing import write_file

CURRENT_FORM = 1
"""The form of ``site_config.yml`` that this program reads."""
_VERSION = "schema"
_RENAMED = {"site_name": "title", "url": "base_url"}
_CODES, _OLD_CODES = "codes", "qr_url"


@dataclass(frozen=True, slots=True)
class Migration:
    """What bringing a site over would change."""

    form: int
    """The form that the settings have now."""
    before: str
    after: str
    """The same text where nothing is to be done."""

    @property
    def is_needed(self) -> bool:
        """Tell whether anything is to be done."""
        return self.form < CURRENT_FORM

    @property
    def difference(self) -> str:
        """Return a unified diff of the settings."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            f"{CONFIG_FILE} (schema {self.form})",
            f"{CONFIG_FILE} (schema {CURRENT_FORM})",
        )
        return "".join(line if line.endswith("\n") else line + "\n" for line in lines)


def plan_migration(site_dir: Path) -> Migration:
    """Find out what bringing the settings of a site over would change; nothing is written.

    Raises:
        FindingsStop: The settings cannot be read as YAML.
        UsageError: They are of a form that this program does not know, or cannot be brought over line by line.
    """
    data = (site_dir / CONFIG_FILE).read_bytes()
    tree, findings = parse_yaml(data, CONFIG_FILE)
    if tree is None or not isinstance(tree.value, dict) or findings:
        raise FindingsStop("读不懂站点设置，没有改动。", Report.of(findings))
    text = data.decode("utf-8-sig")
    form = _form(tree.value)
    if form == CURRENT_FORM:
        return Migration(form, text, text)
    return Migration(form, text, _brought_over(text, tree.value))


def write_migration(site_dir: Path, migration: Migration) -> None:
    """Write the settings as planned.

    Raises:
        UsageError: They were changed since the plan was made.
        EnvironmentRefused: The system does not let them be written.
    """
    path = site_dir / CONFIG_FILE
    if path.read_bytes().decode("utf-8-sig") != migration.before:
        raise UsageError(f"{CONFIG_FILE} 刚刚被别的程序改动，没有写入。", mend="再运行一次 shanhuo migrate。")
    write_file(path, migration.after.encode())


def _form(settings: Mapping[str, Node]) -> int:
    if _VERSION not in settings:
        return 0
    written = settings[_VERSION].text.strip()
    if written in ("0", str(CURRENT_FORM)):
        return int(written)
    if re.fullmatch(r"[1-9]\d{0,8}", written):
        raise UsageError(
            f"{CONFIG_FILE} 是第 {written} 版的写法，这个程序只认到第 {CURRENT_FORM} 版。",
            mend="升级 shanhuo：pip install --upgrade shanhuo。",
        )
    raise UsageError(
        f"{CONFIG_FILE} 里的 schema 写的是“{written}”，不是版本号。", mend=f"改成 schema: {CURRENT_FORM}。"
    )


def _brought_over(text: str, settings: Mapping[str, Node]) -> str:
    lines = io.StringIO(text, newline="").readlines()
    end = "\r\n" if "\r\n" in text else "\n"
    for old, new in {**_RENAMED, _OLD_CODES: _CODES}.items():
        if old in settings and new in settings:
            raise UsageError(
                f"{CONFIG_FILE} 里同时有旧的 {old} 和新的 {new}。", mend=f"删去 {old}，再运行一次 shanhuo migrate。"
            )
    for old, node in settings.items():
        index = node.key_line - 1
        if old in _RENAMED:
            lines[index] = _with_key(lines[index], old, _RENAMED[old])
        elif old == _OLD_CODES:
            lines[index] = f"{_CODES}:{end}  " + _with_key(lines[index], old, "base_url")
        elif old == _VERSION:
            lines[index] = re.sub(r"^([^:]*:\s*)[\"']?0[\"']?", rf"\g<1>{CURRENT_FORM}", lines[index])
    if _VERSION not in settings:
        first = min((node.key_line for node in settings.values()), default=1) - 1
        while first and lines[first - 1].startswith("#"):
            first -= 1
        lines.insert(first, f"{_VERSION}: {CURRENT_FORM}{end}")
    return "".join(lines)


def _with_key(line: str, old: str, new: str) -> str:
    """Return *line* with the key *old* at its start called *new*.

    Raises:
        UsageError: The key stands elsewhere, as in ``{url: …}``.
    """
    changed, count = re.subn(rf"^([\"']?){re.escape(old)}\1(?=\s*:)", new, line, count=1)
    if not count:
        raise UsageError(
            f"{CONFIG_FILE} 里的 {old} 不在一行的开头，没有改动。", mend="每项设置写成单独的一行，再运行一次。"
        )
    return changed
