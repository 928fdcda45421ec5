"""``shanhuo report``: progress reports of a scope and period, and what is derived from the ledger, row by row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop, UsageError

from .arguments import Day, found_site, site_argument
from .reporting import print_report

if TYPE_CHECKING:
    from generator.editing.reports.issuing import ReportRun

_DOCUMENTS = ("docx", "xlsx", "html")
_LISTS = ("table", "csv")


@click.command()
@site_argument
@click.option("--scope", default="site", show_default=True, metavar="范围",
              help="site、county:区划代码、organisation:单位编号、campaign:活动编号。")  # fmt: skip
@click.option(
    "--from", "first", type=Day(), metavar="日期", help="报告期第一天；活动默认从它开始，其余从当年 1 月 1 日。"
)
@click.option("--to", "last", type=Day(), metavar="日期", help="报告期最后一天；默认到数据截至的那天。")
@click.option("--as-of", type=Day(), metavar="日期", help="只用这一天以前（含当天）登记的行；不写就按站点的日期。")
@click.option("--format", "form", type=click.Choice([*_DOCUMENTS, *_LISTS]), default=None,
              help="报告是 docx（默认）、xlsx 或 html；--trace 的明细是 table（默认）或 csv。")  # fmt: skip
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="写到哪里；不写就在当前文件夹里按范围起名。",
)
@click.option("--text", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
              help="编辑写的段落；不写就用站点里的 reports/<范围>.md。")  # fmt: skip
@click.option("--issue", is_flag=True, help="编号、登记进 data/reports.csv；以后可以重做和核对。")
@click.option(
    "--number", default="", metavar="编号", help="重做这一份登记过的报告；和登记的不一样就说明哪里不一样，不写文件。"
)
@click.option("--verify", is_flag=True, help="和 --number 一起用：只核对，不写文件。")
@click.option("--trace", metavar="数字", help="不做报告，列出这个数字背后的每一行；写前半截就列出它下面的数字。")
def report(
    site: Path, scope: str, first: date | None, last: date | None, as_of: date | None, form: str | None,
    out: Path | None, text: Path | None, number: str, trace: str | None, *, issue: bool, verify: bool,
) -> int:  # fmt: skip
    """做工作进展情况报告，或追查报告里的数字是哪几行算出来的。

    报告分四部分：组织领导、工作进展、点位和渠道、问题和建议。数字由台账和数据表算出，和网站上的相同；
    编辑写的段落放在 reports/ 里，一部分一个“## 标题”，其中 {{采购额}} 这样的地方会换成数字。

    \b
    例：
      shanhuo report --scope campaign:nianhuo-2026 --out 进展.docx
      shanhuo report --scope county:610924 --from 2026-07-01 --to 2026-09-30 --as-of 2026-10-08
      shanhuo report --scope campaign:nianhuo-2026 --format xlsx --out 台账.xlsx
      shanhuo report --scope campaign:nianhuo-2026 --issue --out 2026年第一份.docx
      shanhuo report --number 2026-001 --out 重做.docx
      shanhuo report --number 2026-001 --verify

    \b
    追查（数字的名字从大到小，行里没有写的，值是 -）：
      shanhuo report --trace site
      shanhuo report --trace campaigns/nianhuo-2026/purchase/payment
      shanhuo report --trace campaigns/nianhuo-2026/purchase/payment/organisation/shili-jiguan
      shanhuo report --trace organisations/yanye-jituan/purchase/payment
      shanhuo report --trace targets/nianhuo-2026-mubiao
      shanhuo report --trace site/purchase/payment --format csv > 明细.csv
    性质：purchase donation investment return；依据：order delivery payment；
    分项：organisation month buyer_kind channel county category。
    """
    folder = found_site(site)
    _refuse_mixtures(form, number, trace, issue=issue, verify=verify)
    try:
        if trace:
            from .tracing import traced

            click.echo(traced(folder, trace, as_of, form or "table"), nl=False)
            return EXIT_GOOD
        from generator.editing.reports.issuing import ReportOrder, make

        order = ReportOrder(scope, first, last, as_of, form or "docx", text, number, issue)
        target = None if verify else out or Path(f"report-{number or scope.replace(':', '-')}.{order.form}")
        run = make(folder, order, out=target)
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    _tell(run, target)
    return EXIT_GOOD


def _refuse_mixtures(form: str | None, number: str, trace: str | None, *, issue: bool, verify: bool) -> None:
    """Refuse options that do not go together.

    Raises:
        UsageError: They do not.
    """
    if trace and form in _DOCUMENTS:
        raise UsageError(f"追查没有 {form} 这种形式。", mend="--trace 用 --format table 或 csv。")
    if not trace and form in _LISTS:
        raise UsageError(f"报告没有 {form} 这种格式。", mend="--format 写 docx、xlsx 或 html；要明细就写 --trace。")
    if verify and (not number or issue):
        raise UsageError("--verify 要和 --number 一起用，不和 --issue 一起用。", mend="写 --number 2026-001 --verify。")


def _tell(run: ReportRun, target: Path | None) -> None:
    """Say what was made, what it is known by, and what is still to come."""
    told = run.report
    if target is None:
        click.echo(f"{told.number} 和登记的一样：{run.sha256}")
        return
    click.echo(f"{told.full_title}：{target}")
    click.echo(f"数据截至 {told.as_of.isoformat()}；文件 SHA-256 {run.sha256}")
    if told.number:
        click.echo(f"编号 {told.number}，已登记在 data/reports.csv。")
    elif told.lacking:
        where = run.text_name or "reports/ 里的 Markdown 文件"
        click.echo(f"草稿：“{'、'.join(told.lacking)}”还没有写，写进 {where}；写好后加 --issue 编号。")
    else:
        click.echo("草稿，没有编号；定稿时加 --issue。")
    if run.not_reported:
        click.echo(f"本期没有台账记录的参与单位（{len(run.not_reported)} 家）：{'、'.join(run.not_reported)}")
