"""``shanhuo report``: what is derived from the ledger, for those who sign it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, FindingsStop, UsageError

from .arguments import Day, found_site, site_argument
from .reporting import print_report


@click.command()
@site_argument
@click.option("--trace", metavar="数字", help="列出这个数字背后的每一行；写前半截就列出它下面的数字。")
@click.option("--as-of", type=Day(), metavar="日期", help="按这一天已登记的行算；不写就按站点的日期。")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv"]), default="table", show_default=True, help="输出形式。"
)
def report(site: Path, trace: str | None, as_of: date | None, form: str) -> int:
    """追查由台账算出的数字：每个数字有固定的名字，背后是哪几行、各算多少、哪几行没有算进去。

    \b
    数字的名字，从大到小：
      site/purchase/payment                               全站已付款的采购，退货已扣
      campaigns/nianhuo-2026/purchase/payment             一个活动的
      campaigns/nianhuo-2026/purchase/payment/organisation/shili-jiguan
                                                          其中一个单位的
      organisations/yanye-jituan/purchase/payment         一个单位连同下属单位的
      targets/nianhuo-2026-mubiao                         一项任务已完成的
    性质：purchase donation investment return；依据：order delivery payment；
    分项：organisation month buyer_kind channel county category；行里没有写的，值是 -。

    \b
    例：
      shanhuo report --trace site
      shanhuo report --trace campaigns/nianhuo-2026/purchase/payment
      shanhuo report --trace campaigns/nianhuo-2026/purchase/payment --as-of 2026-11-15
      shanhuo report --trace site/purchase/payment --format csv > 明细.csv
    """
    if not trace:
        raise UsageError("没有写要追查哪个数字。", mend="写 --trace site 看看有哪些数字。")
    from .tracing import traced

    try:
        click.echo(traced(found_site(site), trace, as_of, form), nl=False)
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    return 0
