"""YAML text becomes a tree with places, and every known fault is told where it stands."""

from __future__ import annotations

import pytest

from generator.intake.yaml_nodes import MAX_DEPTH
from generator.intake.yaml_tree import MAX_BYTES, Node, parse_yaml


def rows(text: str) -> list[tuple[str, int | None, int | None, str]]:
    """Return (code, line, column, editor's word) of what is found in *text*."""
    _, findings = parse_yaml(text.encode(), "x.yml")
    return [(found.code, found.place.line, found.place.column, found.field) for found in findings]


def values(text: str) -> dict[str, str]:
    """Return the scalars of the root mapping."""
    root, _ = parse_yaml(text.encode(), "x.yml")
    assert root is not None
    assert isinstance(root.value, dict)
    return {word: node.text for word, node in root.value.items()}


@pytest.mark.parametrize(
    "written", ["01234567", "no", "on", "12:30", "1.10", "2026-13-01", "~", "null", "0x1F", "1_000", ".inf", "yes", "="]
)
def test_plain_scalars_stay_text(written: str) -> None:
    """What YAML 1.1 would turn into numbers, dates, times and truth values is text exactly as written."""
    assert values(f"a: {written}\n") == {"a": written}


def test_quoted_and_block_scalars_keep_their_text() -> None:
    """Quotes and block styles keep leading zeros, colons, full-width spaces and tabs inside."""
    text = "a: \"x: 'y'\"\nb: '　甲　'\nc: |\n  　　第一段：好\n  \t第二行\nd:\n"

    assert values(text) == {"a": "x: 'y'", "b": "　甲　", "c": "　　第一段：好\n\t第二行\n", "d": ""}
    assert rows(text) == []


def test_spaces_around_plain_scalars_are_no_content() -> None:
    """Full-width and no-break spaces around an unquoted value or behind a key are left out."""
    assert values("名称　: 苹果\u00a0　\n") == {"名称": "苹果"}


def test_places_of_keys_and_values() -> None:
    """Lines and columns count from 1, columns count characters, an empty value stands behind its colon."""
    root, _ = parse_yaml("名称: 苹果\n报价:\n  - 渠道: 食堂\n空:\n".encode(), "x.yml")
    assert root is not None
    assert isinstance(root.value, dict)

    name, offers, empty = root.value.values()
    assert (name.key_line, name.key_column, name.line, name.column) == (1, 1, 1, 5)
    assert (offers.key_line, offers.line, offers.column) == (2, 3, 3)
    assert (empty.key_line, empty.line, empty.column) == (4, 4, 3)
    assert isinstance(offers.value, list)
    item = offers.value[0].value
    assert item == {"渠道": Node("食堂", 3, 9, 3, 5)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\na: 3\n", [("yaml-duplicate-key", 2, 1, "a"), ("yaml-duplicate-key", 3, 1, "a")]),
        ("名称: a\n报价:\n\t- 渠道: x\n", [("yaml-tab", 3, 1, "渠道")]),
        ("a: 1\n\tb: 2\n\tc: 3\n", [("yaml-tab", 2, 1, "b"), ("yaml-tab", 3, 1, "c")]),
        (
            "名称：苹果\n产地: x\n种类：y\n",
            [("yaml-full-width-colon", 1, 3, "名称"), ("yaml-full-width-colon", 3, 3, "种类")],
        ),
        ("名称：苹果", [("yaml-full-width-colon", 1, 3, "名称")]),
        ("a: 1\n名称：苹果\n", [("yaml-full-width-colon", 2, 3, "名称")]),
        (
            "报价：\n  - 渠道: x\n    价格：38\n",
            [("yaml-full-width-colon", 1, 3, "报价"), ("yaml-full-width-colon", 3, 7, "价格")],
        ),
        ("名称:苹果\n产地: b\n", [("yaml-colon-space", 1, 3, "名称")]),
        ("报价\n  - 渠道: x\n", [("yaml-missing-colon", 1, 1, "")]),
        ("名称: 苹果: 红\nb: 1\n", [("yaml-colon-in-value", 1, 7, "名称")]),
        ("a: - x\n   - y\n", [("yaml-indentation", 1, 4, "a")]),
        ("a:\n    - x\n  - y\nb: 1\n", [("yaml-indentation", 3, 3, "a")]),
        (" a: 1\nb: 2\n", [("yaml-indentation", 2, 1, "b")]),
        ('名称: "苹果\n产地: b\n', [("yaml-unclosed-quote", 1, 5, "名称")]),
        ('名称: "苹果\n产地: "贵州"\nb: 1\n', [("yaml-unclosed-quote", 1, 5, "名称")]),
        ('说明: "他说"好""\n', [("yaml-unclosed-quote", 1, 8, "说明")]),
        ("a: [x, y\nb: 1\n", [("yaml-bracket", 1, 4, "a")]),
        ("a: [新品] 苹果\n", [("yaml-bracket", 1, 7, "a")]),
        ("名称: *限时*\nb: 2\n", [("yaml-special-character", 1, 5, "名称")]),
        ("a: |文字\nb: 1\n", [("yaml-special-character", 1, 4, "a")]),
        ("a: &x 1\nb: *x\n", [("yaml-alias", 1, 4, "a"), ("yaml-alias", 2, 4, "b")]),
        ("a: !!str 1\n", [("yaml-tag", 1, 4, "a")]),
        ("a: 1\n---\nb: 2\n", [("yaml-second-document", 2, 1, "")]),
        ("", [("file-empty", 1, 1, "")]),
        ("---\n# nothing\n", [("file-empty", 1, 1, "")]),
        ("- a\n", [("yaml-not-a-mapping", 1, 1, "")]),
        ("hello\n", [("yaml-not-a-mapping", 1, 1, "")]),
        ("? [a]\n: b\n", [("yaml-syntax", 1, 3, "")]),
        ("a: x\x00y\nb: z\u200b\n", [("hidden-character", 1, 5, "a"), ("hidden-character", 2, 5, "b")]),
        ("a: 1\r\nb: 2\r\nb: 3\r\n", [("yaml-duplicate-key", 3, 1, "b")]),
    ],
)
def test_faults_are_located(text: str, expected: list[tuple[str, int, int, str]]) -> None:
    """Each fault is told with its kind, line, column and field, and once."""
    assert rows(text) == expected


def test_reading_goes_on_behind_a_mended_line() -> None:
    """Behind a fault whose meaning is plain the rest of the file is read, with the value as it was meant."""
    assert values("名称：苹果\n说明: 时间: 上午\n产地:贵州\n\t种类: 商品\n") == {
        "名称": "苹果",
        "说明": "时间: 上午",
        "产地": "贵州",
        "种类": "商品",
    }


def test_depth_is_limited() -> None:
    """Six levels are read, a seventh is refused, and ten thousand cost nothing."""
    deepest = "a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)

    assert rows(deepest) == []
    assert [row[0] for row in rows(f"a: [{deepest[3:]}]")] == ["yaml-too-deep"]
    assert [row[0] for row in rows("a: " + "[" * 10_000)] == ["yaml-too-deep"]
    assert [row[0] for row in rows("- " * 10_000)] == ["yaml-too-deep"]


def test_size_is_limited() -> None:
    """A file of a million bytes is read, one byte more is refused at line 1."""
    text = "a: " + "x" * (MAX_BYTES - 4) + "\n"

    assert rows(text) == []
    assert rows(text + "\n") == [("file-too-large", 1, 1, "")]


def test_full_width_colons_in_text_are_text() -> None:
    """A full-width colon inside a value, a block or a quoted text is nobody's mistake."""
    assert rows('a: 时间：上午\nb: |\n  名称：x\nc: "d：e"\n') == []
