"""``shanhuo ask`` and ``shanhuo mcp``: questions to the guide, from people and from assistants."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, EnvironmentRefused, FindingsStop, UsageError

from .arguments import as_of_option, found_site, site_argument
from .reporting import print_report

if TYPE_CHECKING:
    from generator.asking import Asked
    from generator.build.loading import Loaded

MOST = 400
"""Characters of a question; whatever stands behind them is not read."""


@click.command()
@click.argument("question", metavar="问题")
@site_argument
@click.option("--context", default="", metavar="编号", help="刚才说的是哪一件，比如 dongyuan-fuzhu；追问时用。")
@click.option("--lang", "language", default="", metavar="语言", help="用哪种语言回答；不写就用站点自己的。")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="输出形式。"
)
@as_of_option
def ask(question: str, site: Path, context: str, language: str, form: str, as_of: date | None) -> int:
    """问导购一个问题。只照站点的数据回答，每句话都带出处；数据里没有的，会说没有。

    \b
    例：
      shanhuo ask 紫阳富硒茶多少钱
      shanhuo ask 怎么吃 --context dongyuan-fuzhu
      shanhuo ask "How long does the honey keep?" my-portal --lang en --format json

    退出码：答了和答不了都是 0，JSON 里的 refused 说明是哪一种。
    """
    from generator.asking import Guide

    loaded = _loaded(site, as_of)
    if loaded is None:
        return EXIT_FINDINGS
    guide = Guide(loaded, _language(loaded, language))
    if context and not guide.knows(context):
        raise UsageError(f"没有编号为“{context}”的记录。", mend=_nearest(context, guide.records))
    told = guide.ask(question[:MOST], context)
    click.echo(json.dumps(told.public(), ensure_ascii=False, indent=1) if form == "json" else _as_text(told))
    return EXIT_GOOD


@click.command()
@site_argument
@click.option("--lang", "language", default="", metavar="语言", help="用哪种语言回答；不写就用站点自己的。")
@as_of_option
def mcp(site: Path, language: str, as_of: date | None) -> int:
    """让智能助手查这个站点：经标准输入输出提供只读的 MCP 服务，直到对方断开。

    \b
    例（写进助手的设置里）：
      {"command": "shanhuo", "args": ["mcp", "/srv/my-portal"]}

    需要另装一个包：pip install "shanhuo[mcp]"。
    """
    from importlib.util import find_spec

    if find_spec("mcp") is None:
        raise EnvironmentRefused("没有安装 MCP 的软件包。", mend='运行：pip install "shanhuo[mcp]"')
    from generator.asking.assistant import serve

    loaded = _loaded(site, as_of)
    if loaded is None:
        return EXIT_FINDINGS
    serve(loaded, _language(loaded, language))
    return EXIT_GOOD


def _loaded(site: Path, as_of: date | None) -> Loaded | None:
    """Return the site; ``None`` where its data holds errors, which are then printed."""
    from generator.editing.reading import read_sound_site

    try:
        return read_sound_site(found_site(site), as_of=as_of, purpose="回答")
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return None


def _language(loaded: Loaded, wanted: str) -> str:
    known = {edition.language.lower(): edition.language for edition in loaded.editions}
    if wanted and wanted.lower() not in known:
        raise UsageError(f"站点没有语言 {wanted}。", mend=f"有：{'、'.join(known.values())}。")
    return known[wanted.lower()] if wanted else loaded.editions[0].language


def _nearest(key: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, [each.partition("/")[2] for each in known], n=5, cutoff=0.4)
    return f"比如：{'、'.join(dict.fromkeys(near))}。" if near else "编号写在 data/ 的文件名或“编号”一栏里。"


def _as_text(told: Asked) -> str:
    lines = [told.answer]
    for fact in told.facts:
        source = fact["source"]["title"] if fact["source"] else ""
        parts = (str(fact["date"] or ""), source)
        behind = "，".join(part for part in parts if part)
        lines.append(f"  · {fact['record']} {fact['field']}：{fact['value']}{f'（{behind}）' if behind else ''}")
    return "\n".join(lines)
