"""``shanhuo worklist``: what hangs, runs or stands elsewhere and is no longer right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import Day, as_of_option, found_site, site_argument
from .reporting import print_report


@click.command()
@site_argument
@click.option("--since", type=Day(), metavar="日期", help="只列这一天起才不对的；说不出日期的照列。")
@click.option(
    "--by", type=click.Choice(["place", "reason"]), default="place", show_default=True, help="按点位还是按原因分组。"
)
@click.option(
    "--format", "form", type=click.Choice(["text", "csv", "json"]), default="text", show_default=True, help="输出形式。"
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="写进文件；以 .html 结尾就做成可以打印、打勾的网页。",
)
@click.option("--strict", is_flag=True, help="清单不空时退出码为 1，给自动检查用。")
@as_of_option
def worklist(
    site: Path, since: date | None, by: str, form: str, out: Path | None, as_of: date | None, *, strict: bool
) -> int:
    """列出外面已经不对的东西：标签、货架卡、海报、点位牌、目录册、导购屏、别家网站上粘贴或自存的专栏。

    改了价格、改了名称、下架、召回、换货位、点位搬迁之后运行它，照着去换。它只读数据，不改任何文件。

    \b
    认得出的依据：
      印过的东西   data/print_log.csv（shanhuo labels 添写），没有填撤下日期的
      导购屏       data/displays.csv 的导购包日期
      别家网站     data/hosts.csv 的复制日期、自存副本

    \b
    例：
      shanhuo worklist
      shanhuo worklist --since 2026-11-20 --by reason
      shanhuo worklist --format csv --out 待办.csv
      shanhuo worklist --out 待办.html          打印出来带到现场

    退出码：0，清单空不空都一样；加了 --strict，清单不空时是 1。
    """
    from generator.build.planning import surroundings
    from generator.editing.reading import read_sound_site
    from generator.surfaces.worklist import since as arisen_since
    from generator.surfaces.worklist import worklist as all_tasks

    try:
        around = surroundings(read_sound_site(found_site(site), as_of=as_of, purpose="列清单"))
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    tasks = all_tasks(around)
    if since is not None:
        tasks = arisen_since(tasks, since)
    from . import worklist_report as report

    if out is None or out.suffix.lower() not in (".html", ".htm"):
        forms = {
            "text": lambda: report.as_text(around, tasks, by),
            "csv": lambda: report.as_csv(tasks),
            "json": lambda: report.as_json(around, tasks),
        }
        told = forms[form]()
        data = click.unstyle(told).encode()
    else:
        from generator.editing.worklist_page import worklist_html

        told, data = "", worklist_html(around, tasks)
    if out is None:
        click.echo(told, nl=False)
    else:
        from generator.editing.file_writing import write_file

        write_file(out, data)
        click.echo(f"{len(tasks)} 件，已写入 {out}。")
    return EXIT_FINDINGS if strict and tasks else EXIT_GOOD
