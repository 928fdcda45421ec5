"""The documentation: its links lead somewhere, and it leaves out no command and no setting."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args, get_type_hints
from urllib.parse import unquote, urlsplit

import pytest

from generator.cli import COMMANDS
from generator.config import CONFIG_FILE, SiteConfig, read_config
from generator.contract import load_tables
from generator.intake.yaml_tree import parse_yaml

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
HAND_WRITTEN = [page for page in PAGES if page != DOCS / "reference.md"]
"""The reference is made from the Table Schemas, whose descriptions it sets into one line each."""

FENCED = re.compile(r"^(```+)(\w*)[^\n]*\n(.*?)^\1\s*$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
CHINESE_END = re.compile(r"[。！？](?![”’」』）】》。！？]*\s*$)(?![”’」』）】》、，；])")
"""A sentence's end with more text behind it on the line; a quoted sentence may stand within another."""
ENGLISH_END = re.compile(r"[a-z0-9)`\"”]{2}[.!?] +(?=[A-Z`*\[])")
MINIMAL = "schema: 1\ntitle: 示例\nbase_url: https://www.example.com/\ncodes: {base_url: https://s.example.com/}\n"


def name_of(page: Path) -> str:
    """Return the page's path in the repository, for test names."""
    return page.relative_to(ROOT).as_posix()


def prose_lines(text: str) -> list[tuple[int, str]]:
    """Return (line, text) of a page's prose: without code, tables, link targets and marks."""
    blanked = FENCED.sub(lambda match: "\n" * match.group(0).count("\n"), text)
    lines: list[tuple[int, str]] = []
    for number, line in enumerate(blanked.splitlines(), start=1):
        if not line.lstrip().startswith(("|", "<")):
            bare = re.sub(r"^\s*(?:\d+\.|[-*#]+)\s+", "", line)
            lines.append((number, re.sub(r"`[^`]*`", "`x`", LINK.sub("]", bare)).replace("**", "")))
    return lines


def blocks(page: Path, language: str) -> list[str]:
    """Return the text of all fenced blocks of *language* on a page."""
    return [text for _, tag, text in FENCED.findall(page.read_text("utf-8")) if tag == language]


def settings_of(section: type, prefix: str = "") -> list[str]:
    """Return every setting of *section* and of the sections in it, as dotted names."""
    names: list[str] = []
    for name, form in get_type_hints(section).items():
        names.append(prefix + name)
        for inner in (form, *get_args(form)):
            if hasattr(inner, "_fields"):
                names += settings_of(inner, f"{prefix}{name}.")
    return names


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_file(page: Path) -> None:
    """What a page links to or shows is in the repository."""
    targets = [urlsplit(link) for link in LINK.findall(FENCED.sub("", page.read_text("utf-8")))]
    paths = {unquote(target.path) for target in targets if not target.scheme and target.path}

    assert sorted(path for path in paths if not (page.parent / path).exists()) == []


@pytest.mark.parametrize("page", HAND_WRITTEN, ids=name_of)
def test_a_line_holds_one_sentence(page: Path) -> None:
    """Prose is written one sentence a line, so that a change of one sentence changes one line."""
    crowded = [
        (number, line)
        for number, line in prose_lines(page.read_text("utf-8"))
        if CHINESE_END.search(line) or ENGLISH_END.search(line)
    ]

    assert crowded == []


def test_every_command_has_its_heading() -> None:
    """The developers' page explains each command, and none that is gone, in the order of ``--help``."""
    headings = re.findall(r"^### `shanhuo (\w+)`$", (DOCS / "developers.md").read_text("utf-8"), re.MULTILINE)

    assert headings == list(COMMANDS)


def test_every_setting_is_described() -> None:
    """The page of settings has a row for each setting, and none for a setting that is gone."""
    text = (DOCS / "settings.md").read_text("utf-8")
    described = re.findall(r"^\| `([a-z_.]+)` \| [^|]+ \| [^|]+ \|$", text, re.MULTILINE)

    assert sorted(described) == sorted(settings_of(SiteConfig))


@pytest.mark.parametrize("block", blocks(DOCS / "settings.md", "yaml"))
def test_example_settings_are_good(block: str, tmp_path: Path) -> None:
    """Every example of settings can be copied into a site as it stands."""
    own = set(re.findall(r"^(\w+):", block, re.MULTILINE))
    rest = [line for line in MINIMAL.splitlines() if line.split(":")[0] not in own]
    (tmp_path / CONFIG_FILE).write_text("\n".join([*rest, block]), encoding="utf-8")

    configuration, findings = read_config(tmp_path)

    assert [finding.as_dict() for finding in findings] == []
    assert configuration is not None


@pytest.mark.parametrize("block", blocks(DOCS / "editors.md", "yaml"))
def test_example_records_use_known_fields(block: str) -> None:
    """The handbook's YAML can be read, and its fields are those of one table."""
    tree, findings = parse_yaml(block.encode(), "data/products/example.yml")

    assert findings == []
    assert tree is not None
    assert isinstance(tree.value, dict)
    assert any(set(tree.value) <= set(table.words) for table in load_tables().values())


@pytest.mark.parametrize("block", blocks(DOCS / "editors.md", "csv"))
def test_example_rows_use_known_columns(block: str) -> None:
    """The handbook's CSV has the columns of one table and as many cells in each row."""
    header, *rows = (line.split(",") for line in block.strip().splitlines())

    assert any(set(header) <= set(table.words) for table in load_tables().values())
    assert {len(row) for row in rows} == {len(header)}
