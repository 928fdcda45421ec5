"""A new site: the demonstration to change, or the bare folders to fill."""

from __future__ import annotations

import codecs
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.build.environment import told_as_environment
from generator.config import CONFIG_FILE
from generator.contract import load_tables
from generator.errors import EnvironmentRefused, UsageError

from .code_registry import REGISTRY, issue_codes
from .editor_files import write_editor_files
from .file_writing import write_file

PLACEHOLDER_SITE = "https://www.example.cn/"
"""Address of the portal until its editor writes the real one."""
PLACEHOLDER_CODES = "https://s.example.cn/"
"""Host in printed codes until its editor writes the real one."""
IN_FILES = ("products", "stories", "campaigns", "letters")
"""Tables with long texts: in an empty site folders for a YAML file each, where the others are CSV files."""

_EMPTY_CONFIG = """\
# 站点设置。改完保存后运行 shanhuo check 看看对不对。
schema: 1
title: {title}
# 网站将来的地址。发布前一定要改成自己的。
base_url: {site}
codes:
  # 印在标签上的二维码用的网址，要短，要长久。印码前一定要改成自己的。
  base_url: {codes}
"""
_NOTES = """\
# 先读我

这是{what}，用“山货”生成网站。

## 马上要做的三件事

1. 打开 `site_config.yml`，把 `base_url` 换成网站将来的地址。
2. 把 `codes` 下面的 `base_url` 换成印在标签上的地址。印出去以后就不能再改。
3. {third}

## 每天用的命令

- `shanhuo serve`：在浏览器里边改边看。
- `shanhuo check`：检查数据，逐行说明哪里要改、怎么改。
- `shanhuo new 产品 编号`：新建一件产品的文件。
- `shanhuo qr issue`：给新产品发二维码。
- `shanhuo build`：生成网站，放在 `site/` 里。

## 东西都在哪里

- `data/`：产品、供应商、产地、报价。YAML 一个文件一条，CSV 一行一条，可以用 Excel 改。
- `content/`：自由的文稿，用 Markdown 写。
- `data/qr_codes.csv`：发过的码。只增不减，请一起备份。

用 VS Code 打开这个文件夹，装上“YAML”扩展，字段名会自动补全。
"""
_IGNORED = ".shanhuo/\nsite/\n.*.idle/\n.*.lock\n.*.journal\n"
"""For git: what can be made again at any time."""


@dataclass(frozen=True, slots=True)
class Started:
    """A new site."""

    folder: Path
    products: int
    codes: int
    """Codes given out; they belong to this site alone."""


def start_site(folder: Path, *, title: str = "", empty: bool = False) -> Started:
    """Make a new site in *folder*.

    Args:
        folder: Where; not there yet, or empty.
        title: The site's title; the demonstration's, or a neutral one.
        empty: Make folders and headers without any record.

    Raises:
        UsageError: There is something in *folder*.
        EnvironmentRefused: The system does not let it be written; nothing is left behind.
    """
    was_there = folder.exists()
    if was_there and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"“{folder}”不是空的，没有动它。", mend="换一个新的文件夹名。")
    try:
        with told_as_environment("新建站点"):
            return _empty_site(folder, title) if empty else _sample_site(folder, title)
    except BaseException:
        _clear(folder, itself=not was_there)
        raise


def starter_folder() -> Path:
    """Return where the demonstration site comes from: inside the package in a wheel, beside it in a checkout.

    Raises:
        EnvironmentRefused: It is not there.
    """
    package = Path(__file__).parent.parent
    for folder in (package / "starter", package.parent):
        if (folder / CONFIG_FILE).is_file() and (folder / "data").is_dir():
            return folder
    raise EnvironmentRefused("安装里缺少示例站点。", mend="重新安装 shanhuo，或者加上 --empty 新建空的站点。")


def starter_settings(text: str, title: str) -> str:
    """Return the demonstration's settings for a site that shows the present day at addresses still to be chosen.

    Args:
        text: The demonstration's ``site_config.yml``.
        title: The new site's title; empty keeps the demonstration's.
    """
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("as_of:"):
            while lines and lines[-1].startswith("#"):
                lines.pop()
        elif line.startswith("base_url:"):
            lines += ["# 发布前一定要改成自己的网址", f"base_url: {PLACEHOLDER_SITE}"]
        elif re.match(r"\s+base_url:", line):
            lines += ["  # 印码前一定要改成自己的网址", f"  base_url: {PLACEHOLDER_CODES}"]
        elif title and line.startswith("title:"):
            lines.append(f"title: {_quoted(title)}")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def empty_table(name: str) -> bytes:
    """Return the CSV file of a table without rows, as Excel reads and writes it: UTF-8 with a mark, CRLF."""
    titles = ",".join(entry.title for entry in load_tables()[name].fields)
    return codecs.BOM_UTF8 + f"{titles}\r\n".encode()


def _sample_site(folder: Path, title: str) -> Started:
    source = starter_folder()
    settings = (source / CONFIG_FILE).read_text(encoding="utf-8")
    left_out = shutil.ignore_patterns(Path(REGISTRY).name, ".*", "~$*")
    for name in ("data", "content"):
        shutil.copytree(source / name, folder / name, ignore=left_out, copy_function=shutil.copyfile)
    third = "示例里的内容（标着“示例”的和 `content/` 里的文稿）换成自己的，用不着的删掉。"
    _common(folder, starter_settings(settings, title), "一个带示例内容的站点", third)
    write_file(folder / REGISTRY, empty_table("qr_codes"))
    issued = issue_codes(folder).issued
    return Started(folder, len(list((folder / "data" / "products").iterdir())), len(issued))


def _empty_site(folder: Path, title: str) -> Started:
    for name in (*(f"data/{table}" for table in IN_FILES), "data/pictures", "data/recordings", "content"):
        (folder / name).mkdir(parents=True)
    for table in load_tables():
        if table not in IN_FILES:
            write_file(folder / "data" / f"{table}.csv", empty_table(table))
    settings = _EMPTY_CONFIG.format(title=_quoted(title or "我的山货"), site=PLACEHOLDER_SITE, codes=PLACEHOLDER_CODES)
    third = (
        "先写 `data/origins.csv`（产地）、`data/category_schemes.csv` 和 `data/categories.csv`（品类），再新建产品。"
    )
    _common(folder, settings, "一个空的站点", third)
    return Started(folder, 0, 0)


def _common(folder: Path, settings: str, what: str, third: str) -> None:
    write_file(folder / CONFIG_FILE, settings.encode())
    write_file(folder / "先读我.md", _NOTES.format(what=what, third=third).encode())
    write_file(folder / ".gitignore", _IGNORED.encode())
    write_editor_files(folder)


def _quoted(title: str) -> str:
    """Return a title as YAML text; JSON's strings are YAML's."""
    return json.dumps(title, ensure_ascii=False)


def _clear(folder: Path, *, itself: bool) -> None:
    """Take away what was begun; the folder was empty or not there before."""
    if itself:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
