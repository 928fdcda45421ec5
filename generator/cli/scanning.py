"""``shanhuo scans``: how often each code was scanned, from the web server's logs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop, UsageError

from .arguments import found_site
from .reporting import print_report

if TYPE_CHECKING:
    from generator.editing.scans.counting import Tally
    from generator.editing.scans.table import Merged
    from generator.surfaces.surroundings import Surroundings

_LISTED = 20
"""Codes that are printed; the page lists all."""


@click.command()
@click.argument("logs", metavar="LOG…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--site", default=".", type=click.Path(path_type=Path), metavar="文件夹", help="站点；默认是当前文件夹。")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help="把 scans.csv 和给同事看的网页 index.html 放在这里；里面已有的次数会接着累计。",
)
def scans(logs: tuple[Path, ...], site: Path, out: Path | None) -> int:
    """统计扫码次数：从网站服务器的访问日志里，数每个码每天被扫了几次。

    认得 common 和 combined 两种格式（nginx、Apache 的默认格式），.gz 直接读。
    只留下次数；访客的地址和手机型号不保存、不显示。

    一次扫码：有人打开了码后面的页面。同一部手机半小时内反复打开同一个码只算一次；搜索引擎等程序不算。

    \b
    例：
      shanhuo scans access.log                            只看结果，不写文件
      shanhuo scans /var/log/nginx/access.log* --out 扫码   累计，并生成网页
      shanhuo scans access.log.2.gz --site my-portal

    同一天的日志请一次给全（access.log*）。同一份日志再给一次，次数不变：每一天以数得多的那次为准。
    """
    from generator.build.planning import surroundings
    from generator.editing.file_writing import write_file
    from generator.editing.reading import read_sound_site
    from generator.editing.scans.page import scans_html
    from generator.editing.scans.table import TABLE_FILE, merged, read, rows_of, written

    for log in logs:
        if not log.is_file():
            raise UsageError(f"没有日志文件“{log}”。", mend="检查文件名；文件名里有空格时加引号。")
    try:
        around = surroundings(read_sound_site(found_site(site), purpose="统计"))
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    earlier = read(out / TABLE_FILE) if out is not None else ()
    tally = _counted(around, logs)
    told = merged(earlier, rows_of(tally, around.catalog.codes))
    _print(around, tally, told)
    if out is not None:
        write_file(out / TABLE_FILE, written(told.rows))
        write_file(out / "index.html", scans_html(around, told.rows))
        click.echo(f"已写入 {out / TABLE_FILE} 和 {out / 'index.html'}。")
    return EXIT_GOOD


def _counted(around: Surroundings, logs: tuple[Path, ...]) -> Tally:
    from datetime import UTC, datetime

    from generator.build.progress import Doing, fitting
    from generator.editing.scans.counting import Counting, count

    folders = [each.folder.rstrip("/") for each in around.languages]
    counting = Counting(around.config, around.catalog.codes, folders, datetime.now(UTC))
    size = sum(log.stat().st_size for log in logs)
    with fitting(Doing("统计日志", "已读", " MB", 1_000_000))(size) as told:
        return count(logs, counting, told)


def _print(around: Surroundings, tally: Tally, told: Merged) -> None:
    from generator.editing.scans.page import scans_page

    page = scans_page(around, told.rows)
    if told.rows:
        click.echo(click.style(f"{page.period}：共 {page.total} 次扫码。", bold=True))
    else:
        click.echo("日志里没有扫码记录。")
    widest = max((len(line.scans) for line in page.codes), default=0)
    for line in page.codes[:_LISTED]:
        click.echo(f"{line.scans:>{widest}}  {line.code}  {line.name}" + (f"（{line.place}）" if line.place else ""))
    if len(page.codes) > _LISTED:
        click.echo(f"还有 {len(page.codes) - _LISTED} 个码，用 --out 看全部。")
    left_out = (
        ("程序（搜索引擎等）", tally.programs),
        ("半小时内的重复", tally.repeated),
        ("没有登记的码", tally.unknown),
        ("读不懂的行", tally.odd),
    )
    words = "，".join(f"{name} {number}" for name, number in left_out if number)
    click.echo(f"读了 {tally.lines} 行日志" + (f"；没有算进去的：{words}。" if words else "。"))
    for days, what in ((told.replaced, "更新了"), (told.kept, "保留了以前较多的次数（这次的日志不全）：")):
        if days:
            click.echo(f"{what} {len(days)} 天：{days[0]}" + (f" 至 {days[-1]}" if len(days) > 1 else "") + "。")
