"""``shanhuo labels``: labels on stocks, what changed, calibration."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop, UsageError

from .arguments import as_of_option, found_site, site_argument
from .reporting import print_report

if TYPE_CHECKING:
    from generator.editing.label_printing import LabelRun

REASONS = {
    "withdrawn": "已下架",
    "recalled": "在召回",
    "no-code": "还没有码，先运行 shanhuo qr issue",
}
"""Why something is not printed."""


@click.command()
@site_argument
@click.option("--stock", default="a4-3x8", show_default=True, metavar="标签纸", help="印在哪种标签纸上，写编号。")
@click.option("--placement", default="", metavar="点位", help="只印这个点位货位上的，按货位排，用点位的价。")
@click.option("--category", default="", metavar="品类", help="只印这个品类和它下面各类的。")
@click.option("--campaign", default="", metavar="活动", help="只印这个活动的产品。")
@click.option("--product", "products", multiple=True, metavar="产品", help="只印这一件；可以写几次。")
@click.option("--skip", default=0, metavar="张数", help="第一张纸上已经用掉几张，从下一个空位印起。")
@click.option("--copies", default=1, type=click.IntRange(1, 1000), metavar="份数", help="每张标签印几份。")
@click.option("--changed", is_flag=True, help="只印内容变了的：和打印记录里挂着的比。")
@click.option("--profile", default="", metavar="打印机", help="按哪台打印机校准，写 site_config.yml 里的名字。")
@click.option("--only-code", is_flag=True, help="只印码，贴在已有包装上用。")
@click.option("--outline", is_flag=True, help="画出标签的边，先在白纸上试印，和标签纸叠着看。")
@click.option("--calibration", is_flag=True, help="印校准页，不印标签。")
@click.option("--measured", default="", metavar="A,B,C,D", help="校准页上量得的四个数，算出打印机的设置。")
@click.option("--list-stocks", is_flag=True, help="列出能用的标签纸。")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=Path("labels.pdf"), show_default=True,
              metavar="文件", help="写到哪个 PDF。")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="只说会印什么，不写文件。")
@click.option("--no-log", is_flag=True, help="试印，不记进打印记录。")
@as_of_option
def labels(
    site: Path,
    stock: str,
    placement: str,
    category: str,
    campaign: str,
    products: tuple[str, ...],
    skip: int,
    copies: int,
    changed: bool,
    profile: str,
    only_code: bool,
    outline: bool,
    calibration: bool,
    measured: str,
    list_stocks: bool,
    out: Path,
    dry_run: bool,
    no_log: bool,
    as_of: date | None,
) -> int:
    """印标签：做成尺寸准确的 PDF，打印时选“实际大小”。

    印完会在 data/print_log.csv 添上一行一件，--changed 靠它认出哪些标签旧了。
    有字印不出、码放不下、字太小时不印，并说明是哪一件。

    \b
    例：
      shanhuo labels                                  所有在售的产品，A4 三列八行
      shanhuo labels --stock roll-60x40               热敏卷
      shanhuo labels --placement yantian-zhongxin     一个点位的货架，用那里的价
      shanhuo labels --changed --skip 5               只印变了的，从第 6 个空位起
      shanhuo labels --list-stocks                    有哪些标签纸
      shanhuo labels --calibration                    打印机印歪了，先印这一页
      shanhuo labels --measured 20.6,19.6,170.2,257   把量得的数变成设置
    """
    folder = found_site(site)
    try:
        if list_stocks:
            return _list_stocks(folder, as_of)
        if measured:
            return _tell_profile(folder, measured, stock, as_of)
        if calibration:
            return _calibrate(folder, stock, profile, out, as_of)
        from generator.editing.label_printing import LabelOrder, print_labels
        from generator.surfaces.label_choice import Choice

        order = LabelOrder(
            choice=Choice(placement, category, campaign, products),
            stock=stock,
            skip=skip,
            copies=copies,
            only_changed=changed,
            profile=profile,
            only_code=only_code,
            outline=outline,
        )
        run = print_labels(folder, order, out=out, as_of=as_of, dry_run=dry_run, log=not no_log)
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    _tell(run, copies, out, dry_run=dry_run)
    return EXIT_GOOD


def _tell(run: LabelRun, copies: int, out: Path, *, dry_run: bool) -> None:
    for name, reason in run.left_out:
        click.echo(f"不印 {name}：{REASONS[reason]}。")
    if run.unchanged:
        click.echo(f"{run.unchanged} 张没有变，不用换。")
    for label in run.labels if dry_run else ():
        where = f"{label.stock.slot}  " if label.stock and label.stock.slot else ""
        click.echo(f"{where}{label.code.code}  {label.product.id}  {label.product.name}")
    count = len(run.labels) * copies
    if not count:
        click.echo("没有要印的标签。")
    elif dry_run:
        click.echo(f"会印 {count} 张标签，{run.pages} 页，纸是“{run.stock.name}”；这次没有写文件。")
    else:
        click.echo(f"已印 {count} 张标签，{run.pages} 页，纸是“{run.stock.name}”：{out}")
        click.echo("打印时选“实际大小”（100%），不要“适合纸张”。")
        if run.next_free:
            click.echo(f"最后一张纸用掉了 {run.next_free} 张，下次接着印写 --skip {run.next_free}。")


def _list_stocks(site: Path, as_of: date | None) -> int:
    from generator.catalog.stocks import built_in_stocks, label_stocks
    from generator.editing.printing import open_press

    built_in = built_in_stocks()
    for key, stock in label_stocks(open_press(site, as_of).around.catalog.items).items():
        whose = "" if built_in.get(key) is stock else "（站点自己的）"
        click.echo(f"{key:<12}  {stock.name}{f'，{stock.note}' if stock.note else ''}{whose}")
    return EXIT_GOOD


def _calibrate(site: Path, stock: str, profile: str, out: Path, as_of: date | None) -> int:
    from generator.editing.calibration import print_calibration

    true = print_calibration(site, stock=stock, profile=profile, out=out, as_of=as_of)
    click.echo(f"校准页：{out}。打印时选“实际大小”（100%）。")
    click.echo(f"量四个数：A 应为 {true.left:g}，B {true.top:g}，C {true.across:g}，D {true.down:g} 毫米。")
    click.echo("再运行 shanhuo labels --measured A,B,C,D，它会说 site_config.yml 里该写什么。")
    return EXIT_GOOD


def _tell_profile(site: Path, measured: str, stock: str, as_of: date | None) -> int:
    from generator.assets.pdf_calibration import Crosses
    from generator.editing.calibration import profile_measured

    try:
        numbers = [float(part) for part in measured.replace("，", ",").split(",")]
        lengths = Crosses(*numbers)
    except (ValueError, TypeError):
        raise UsageError(f"“{measured}”不是四个数。", mend="像这样写：--measured 20.6,19.6,170.2,257") from None
    if min(lengths.across, lengths.down) <= 0:
        raise UsageError("C 和 D 要大于 0。", mend="按校准页上的字母，依次写 A、B、C、D。")
    found = profile_measured(site, lengths, stock=stock, as_of=as_of)
    click.echo("把下面几行写进 site_config.yml，名字随意：")
    click.echo("printers:")
    click.echo(
        f"  办公室: {{offset_x: {found.offset_x}, offset_y: {found.offset_y}, "
        f"scale_x: {found.scale_x}, scale_y: {found.scale_y}}}"
    )
    click.echo("以后印标签加上 --profile 办公室；用 --calibration --profile 办公室 再印一页，量出来就准了。")
    return EXIT_GOOD
