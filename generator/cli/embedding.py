"""``shanhuo embed``: code for other websites, and whether it is still there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop, UsageError

from .arguments import as_of_option, found_site, site_argument
from .reporting import print_report

if TYPE_CHECKING:
    from generator.editing.embed_check.verdicts import Verdict
    from generator.surfaces.embed.views import EmbedView
    from generator.surfaces.surroundings import Surroundings


@click.group()
def embed() -> None:
    """别家网站上的专栏：要代码，查一查还在不在。

    \b
    例：
      shanhuo embed code nianhuo-jingxuan --grade b     打印 B 级代码
      shanhuo embed check                               看每个网站上的专栏是否完好
    """


@embed.command()
@click.argument("key", metavar="编号")
@site_argument
@click.option(
    "--kind",
    type=click.Choice(["column", "product", "campaign"]),
    default="column",
    show_default=True,
    help="专栏、单件产品，或活动的进度。",
)
@click.option(
    "--grade",
    type=click.Choice(["a", "b", "c", "d", "e"], case_sensitive=False),
    default="b",
    show_default=True,
    help="a 图片链接，b 纯文本，c 固定框，d 自适应框，e 组件。",
)
@click.option("--size", default="300x250", show_default=True, metavar="宽x高", help="专栏 a 级图片的大小。")
@click.option("--lang", "language", default="", metavar="语言", help="用哪种语言；不写就用站点自己的。")
@as_of_option
def code(key: str, site: Path, kind: str, grade: str, size: str, language: str, as_of: date | None) -> int:
    """打印一个专栏、一件产品或一个活动进度的代码，贴到别家网站的网页里。

    \b
    例：
      shanhuo embed code nianhuo-jingxuan
      shanhuo embed code nianhuo-jingxuan --grade a --size 728x90
      shanhuo embed code nianhuo-jingxuan my-portal --grade e --lang en
      shanhuo embed code ziyang-fuxi-cha --kind product --grade c
      shanhuo embed code nianhuo-2026 --kind campaign --grade e
    """
    from generator.surfaces.embed.pasted import SIZES, pasted_of
    from generator.surfaces.embed.snippets import GRADES, snippet

    around = _around(site, as_of, language, "打印代码")
    if around is None:
        return EXIT_FINDINGS
    sizes = {f"{width}x{height}": (width, height) for width, height in SIZES}
    if size not in sizes:
        raise UsageError(f"没有 {size} 的图片。", mend=f"可以是：{'、'.join(sizes)}。")
    chosen = next(each for each in GRADES if each == grade.lower())
    click.echo(snippet(pasted_of(around, _view(around, kind, key), sizes[size]), chosen))
    return EXIT_GOOD


def _view(around: Surroundings, kind: str, key: str) -> EmbedView:
    """Return what is embedded."""
    from generator.surfaces.embed.column_views import campaign_view, column_view, product_view
    from generator.surfaces.embed.selection import columns_of

    columns, catalog = {each.id: each for each in columns_of(around.catalog)}, around.catalog
    if kind == "product" and key in catalog.products:
        return product_view(around, catalog.products[key])
    if kind == "campaign" and key in catalog.campaigns:
        return campaign_view(around, catalog.campaigns[key])
    if kind == "column" and key in columns:
        return column_view(around, columns[key])
    known = {"column": columns, "product": catalog.products, "campaign": catalog.campaigns}[kind]
    words = {"column": "专栏", "product": "产品", "campaign": "活动"}[kind]
    raise UsageError(f"没有编号为“{key}”的{words}。", mend=_nearest(key, known))


def _nearest(key: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, known, n=5, cutoff=0.3) or list(known)[:10]
    return f"比如：{'、'.join(near)}。" if near else "数据里还没有。"


@embed.command()
@site_argument
@click.option("--host", "hosts", multiple=True, metavar="编号", help="只查 data/hosts.csv 里的这几个；可以写几次。")
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True, help="输出形式。"
)
@click.option("--timeout", default=15.0, show_default=True, metavar="秒", help="每个网站最多等多久。")
@click.option("--allow-private", is_flag=True, help="也访问内部网络的主机。")
@as_of_option
def check(
    site: Path, hosts: Sequence[str], form: str, timeout: float, as_of: date | None, *, allow_private: bool
) -> int:
    """打开 data/hosts.csv 里的每个网页，看专栏是否完好、被改动、已过时、不见了。

    它只读别家的网页，不改任何文件，也不影响生成网站。

    \b
    例：
      shanhuo embed check
      shanhuo embed check --host shili-guanwang
      shanhuo embed check --format csv > 核对.csv

    退出码：全部完好是 0，有一处不是就是 1。
    """
    from generator.editing.embed_check.fetching import fetch
    from generator.editing.embed_check.verdicts import hosts_of, verdict_of

    around = _around(site, as_of, "", "核对专栏")
    if around is None:
        return EXIT_FINDINGS
    chosen = hosts_of(around, hosts)
    if missing := set(hosts) - {host.id for host in chosen}:
        raise UsageError(f"data/hosts.csv 里没有：{'、'.join(sorted(missing))}。")
    told = []
    for number, host in enumerate(chosen, 1):
        if form == "text":
            click.echo(f"[{number}/{len(chosen)}] {host.url}", err=True)
        told.append(verdict_of(around, host, fetch(host.url, allow_private=allow_private, seconds=timeout)))
    click.echo({"text": _as_text, "csv": _as_csv, "json": _as_json}[form](told), nl=False)
    return EXIT_GOOD if all(each.state == "fine" for each in told) else EXIT_FINDINGS


def _around(site: Path, as_of: date | None, language: str, purpose: str) -> Surroundings | None:
    """Return the site in *language*; ``None`` where its data holds errors, which are then printed."""
    from generator.build.planning import surroundings_in
    from generator.editing.reading import read_sound_site

    try:
        loaded = read_sound_site(found_site(site), as_of=as_of, purpose=purpose)
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return None
    known = {edition.language.lower(): edition for edition in loaded.editions}
    if language and language.lower() not in known:
        raise UsageError(f"站点没有语言 {language}。", mend=f"有：{'、'.join(e.language for e in loaded.editions)}。")
    return surroundings_in(loaded, known[language.lower()] if language else loaded.editions[0])


def _as_text(verdicts: Sequence[Verdict]) -> str:
    from generator.editing.embed_check.verdicts import STATE_WORDS

    if not verdicts:
        return "data/hosts.csv 里还没有网站。\n"
    lines = []
    for each in verdicts:
        lines.append(f"{STATE_WORDS[each.state]}  {each.name}（{each.column}，{each.grade.upper()} 级）")
        lines += [f"    {each.url}", *(f"    {reason}" for reason in each.reasons)]
    fine = sum(each.state == "fine" for each in verdicts)
    return "\n".join([*lines, f"{len(verdicts)} 处，{fine} 处完好。", ""])


def _as_csv(verdicts: Sequence[Verdict]) -> str:
    from generator.editing.embed_check.verdicts import STATE_WORDS
    from generator.surfaces.buyers_table import harmless

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("编号", "名称", "网址", "专栏", "级别", "状态", "说明"))
    for each in verdicts:
        cells = (each.host, each.name, each.url, each.column, each.grade, STATE_WORDS[each.state])
        writer.writerow([harmless(cell) for cell in (*cells, "；".join(each.reasons))])
    return "\ufeff" + out.getvalue()


def _as_json(verdicts: Sequence[Verdict]) -> str:
    return json.dumps([each._asdict() for each in verdicts], ensure_ascii=False, indent=1) + "\n"
