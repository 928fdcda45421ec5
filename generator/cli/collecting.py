"""``shanhuo collect``: workbooks that units sent back, into the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import as_of_option, found_site, site_argument
from .reporting import print_report

if TYPE_CHECKING:
    from generator.editing.returns.collecting import Collected

_STATES = {"reported": "有新行", "blank": "交了，没有新行", "refused": "交了，要改", "missing": "没有交"}


@click.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False))
@site_argument
@click.option("--yes", is_flag=True, help="把没有问题的行添进 data/ledger.csv；不写只看会添什么。")
@as_of_option
def collect(folder: Path, site: Path, as_of: date | None, *, yes: bool) -> int:
    """收各单位发回的填报表：检查每一格，添进台账，列出还没有交的单位。

    FOLDER 里放各单位发回的 xlsx（由 shanhuo export returns 导出，文件名可以改）。不加 --yes 只检查，不改任何文件。
    有错误的表整份不收，别的照收；改好以后再收一次，登记过的行不会重复。台账里原有的内容一个字也不动。

    \b
    例：
      shanhuo collect 收回的表
      shanhuo collect 收回的表 --yes
      shanhuo collect 收回的表 my-portal --yes

    退出码：有表没有收时是 1。
    """
    from generator.editing.returns.collecting import collect_returns

    click.echo("正在读填报表，和站点的数据一起检查……", err=True)
    try:
        found = collect_returns(found_site(site), folder, as_of=as_of)
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    if found.report.findings:
        print_report(found.report, limit=0)
    if yes:
        found.write()
    _tell(found, written=yes)
    return EXIT_FINDINGS if found.refused else EXIT_GOOD


def _tell(found: Collected, *, written: bool) -> None:
    for state, words in _STATES.items():
        units = [each for each in found.units if each.state == state]
        if units:
            names = "、".join(f"{each.unit}（{each.new_rows} 行）" if each.new_rows else each.unit for each in units)
            click.echo(f"{words}（{len(units)} 家）：{names}")
    if found.refused:
        click.echo(f"没有收（{len(found.refused)} 份）：{'、'.join(found.refused)}。照上面改好，再收一次。")
    known = f"，{found.known} 行登记过" if found.known else ""
    if written:
        click.echo(f"已添 {len(found.rows)} 行到 data/ledger.csv{known}。")
    elif found.rows:
        click.echo(f"会添 {len(found.rows)} 行{known}；加 --yes 写进 data/ledger.csv。")
    else:
        click.echo(f"没有要添的行{known}。")
