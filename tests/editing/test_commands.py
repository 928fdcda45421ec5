"""The editing commands as an editor types them: what they say, and with which exit code they end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import shanhuo

OpenSite = Callable[[str], Path]


def test_a_first_day(tmp_path: Path) -> None:
    """Make a portal, add a product, be told what is missing; each command says what to do next."""
    assert shanhuo("init", "mine", cwd=tmp_path)[0] == 0
    assert shanhuo("check", "mine", "--strict", cwd=tmp_path)[0] == 0
    code, said, _ = shanhuo("new", "产品", "xin-cha", "--kind", "商品", "--set", "名称=新茶", cwd=tmp_path / "mine")
    assert (code, "data/products/xin-cha.yml" in said, "shanhuo check" in said) == (0, True, True)
    code, said, _ = shanhuo("check", "--format", "json", cwd=tmp_path / "mine")
    assert code == 1
    assert {found["file"] for found in json.loads(said)["findings"]} == {"data/products/xin-cha.yml"}
    assert shanhuo("qr", "issue", cwd=tmp_path / "mine")[0] == 1
    assert shanhuo("init", "mine", cwd=tmp_path)[0] == 2


def test_codes_from_the_terminal(open_site: OpenSite) -> None:
    """Issue, list and check codes; a wrong code is 1, with the one that was meant."""
    site = open_site("shop")
    register = (site / "data/qr_codes.csv").read_bytes()
    (site / "data/qr_codes.csv").write_bytes(register[: register.rindex(b"2KANCPS")])

    code, said, _ = shanhuo("qr", "issue", site, "--dry-run")
    assert (code, "shan-huo-li" in said, "没有写文件" in said) == (0, True, True)
    code, said, _ = shanhuo("qr", "issue", site, "--as-of", "2020-09-30")
    assert (code, "shan-huo-li" in said, "2020-09-30" in said) == (0, True, True)
    assert "没有要发的码" in shanhuo("qr", "issue", site)[1]
    code, said, _ = shanhuo("qr", "list", site)
    assert (code, said.count("有效  20"), "共 6 个码" in said) == (0, 6, True)
    assert shanhuo("qr", "check", "3qn mfjc", site)[0] == 0
    code, said, _ = shanhuo("qr", "check", "3QNMFCJ", site)
    assert (code, "也许是 3QNMFJC，指向 ziyang-cha" in said) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "产口", "x"), "没有叫"),
        (("new", "产品", "x", "--set", "名称"), "字段=内容"),
        (("qr", "issue", "--id", "nix"), "没有编号"),
        (("schema", "--table", "nix"), "没有叫"),
        (("export", "package", "data"), "别的东西"),
        (("qr", "issue", "--kind", "nix"), "nix"),
    ],
)
def test_wrong_words_end_with_2(open_site: OpenSite, words: tuple[str, ...], said: str) -> None:
    """A word that does not fit is told in one sentence with exit code 2."""
    code, _, told = shanhuo(*words, cwd=open_site("shop"))

    assert code == 2
    assert said in told


def test_packages_from_the_terminal(open_site: OpenSite, tmp_path: Path) -> None:
    """A package is exported; with everything only under a warning; not at all where an error is found."""
    site = open_site("shop")

    assert shanhuo("export", "package", tmp_path / "out", site)[0] == 0
    code, _, warned = shanhuo("export", "package", tmp_path / "out", site, "--all")
    assert (code, "不要发布" in warned) == (0, True)
    (site / "data/terms.csv").write_text("用语,起用日期\n扶贫,去年\n", "utf-8")
    code, said, _ = shanhuo("export", "package", tmp_path / "other", site)
    assert (code, "data/terms.csv:2" in said, (tmp_path / "other").exists()) == (1, True, False)


def test_schemas_from_the_terminal(open_site: OpenSite, tmp_path: Path) -> None:
    """Completion is written into a site; one schema is printed; the reference is written where asked."""
    site = open_site("shop")

    assert shanhuo("schema", site)[0] == 0
    assert (site / ".vscode/schemas/products.json").is_file()
    assert "名称" in json.loads(shanhuo("schema", "--table", "产品")[1])["properties"]
    assert shanhuo("schema", tmp_path, "--docs")[0] == 0
    assert "## 产品" in (tmp_path / "docs/reference.md").read_text("utf-8")


def test_migrating_from_the_terminal(open_site: OpenSite) -> None:
    """The difference is shown first and written only with ``--yes``; afterwards there is nothing to do."""
    site = open_site("shop")
    path = site / "site_config.yml"
    old = "site_name: 山货\nurl: https://www.example.cn/\nqr_url: https://s.example.cn/\n"
    path.write_text(old, "utf-8")

    code, said, _ = shanhuo("migrate", site)
    assert (code, "+title: 山货" in said, path.read_text("utf-8")) == (0, True, old)
    assert shanhuo("migrate", site, "--yes")[0] == 0
    assert "schema: 1" in path.read_text("utf-8")
    assert "不用改" in shanhuo("migrate", site)[1]


@pytest.mark.parametrize("command", ["init", "new", "export", "export package", "qr", "qr issue", "schema", "migrate"])
def test_every_command_explains_itself(command: str) -> None:
    """Help is in Chinese and has an example."""
    code, said, _ = shanhuo(*command.split(), "--help")

    assert code == 0
    assert "例：" in said
