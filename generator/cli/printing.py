"""``shanhuo print``: shelf talkers, posters, sheets of placements, issues of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import as_of_option, found_site, site_argument
from .labelling import REASONS
from .reporting import print_report

if TYPE_CHECKING:
    from generator.editing.sheet_printing import SheetRun

F = TypeVar("F", bound=Callable[..., Any])


class Metres(click.ParamType[float]):
    """A distance as ``3m``, ``3米`` or ``3``."""

    name = "距离"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read the distance, in metres."""
        text = str(value).strip().removesuffix("米").removesuffix("m").strip()
        try:
            metres = float(text)
        except ValueError:
            metres = 0.0
        if not 0.2 <= metres <= 20:
            self.fail(f"“{value}”不是 0.2 到 20 米之间的距离，请写成 3m 这样。", param, ctx)
        return metres


def _out_options(default: str) -> Callable[[F], F]:
    """Add ``--out``, ``--no-log`` and ``--as-of``."""

    def decorated(command: F) -> F:
        command = as_of_option(command)
        command = click.option("--no-log", is_flag=True, help="试印，不记进打印记录。")(command)
        path = click.Path(path_type=Path, dir_okay=False)
        return click.option(
            "--out", type=path, default=Path(default), show_default=True, metavar="文件", help="写到哪个 PDF。"
        )(command)

    return decorated


@click.group(name="print")
def print_() -> None:
    """印整页的东西：货架卡、海报、点位牌、目录册。印标签用 shanhuo labels。

    \b
    例：
      shanhuo print talker --placement yantian-zhongxin     一个点位的货架卡，A6
      shanhuo print poster --product ziyang-fuxi-cha        海报，A3
      shanhuo print placement zhongrui-zhuanguan            点位牌，A4
      shanhuo print issue baiyuan-2020-1                    一期目录，A4 成册
    """


@print_.command()
@site_argument
@click.option("--placement", default="", metavar="点位", help="只印这个点位货位上的，用点位的价。")
@click.option("--category", default="", metavar="品类", help="只印这个品类和它下面各类的。")
@click.option("--campaign", default="", metavar="活动", help="只印这个活动的产品。")
@click.option("--product", "products", multiple=True, metavar="产品", help="只印这一件；可以写几次。")
@_out_options("talkers.pdf")
def talker(
    site: Path,
    placement: str,
    category: str,
    campaign: str,
    products: tuple[str, ...],
    out: Path,
    no_log: bool,
    as_of: date | None,
) -> int:
    """印货架卡：一件一页，A6，有图、一句话、价格和大码。

    \b
    例：
      shanhuo print talker --product ziyang-fuxi-cha
      shanhuo print talker --placement yantian-zhongxin --out 货架卡.pdf
    """
    from generator.editing.sheet_printing import print_talkers
    from generator.surfaces.label_choice import Choice

    choice = Choice(placement, category, campaign, products)
    return _told(out, lambda: print_talkers(found_site(site), choice, out=out, as_of=as_of, log=not no_log))


@print_.command()
@site_argument
@click.option("--product", default="", metavar="产品", help="给哪件产品。")
@click.option("--campaign", default="", metavar="活动", help="或者给哪个活动。")
@click.option(
    "--distance",
    type=Metres(),
    default=1.5,
    metavar="距离",
    help="站多远扫，如 3m；码宽是它的十分之一。  [default: 1.5m]",
)
@click.option(
    "--paper", type=click.Choice(["a4", "a3", "a2", "a1"]), default="a3", show_default=True, help="纸的大小。"
)
@_out_options("poster.pdf")
def poster(
    site: Path,
    product: str,
    campaign: str,
    distance: float,
    paper: str,
    out: Path,
    no_log: bool,
    as_of: date | None,
) -> int:
    """印海报：一页，码的大小按站多远扫来算。

    \b
    例：
      shanhuo print poster --product ziyang-fuxi-cha
      shanhuo print poster --campaign nianhuo-2026 --distance 3m --paper a2
    """
    from generator.editing.sheet_printing import print_poster

    return _told(
        out,
        lambda: print_poster(
            found_site(site),
            product=product,
            campaign=campaign,
            distance=distance,
            size=paper,
            out=out,
            as_of=as_of,
            log=not no_log,
        ),
    )


@print_.command()
@click.argument("key", metavar="点位")
@site_argument
@_out_options("placement.pdf")
def placement(key: str, site: Path, out: Path, no_log: bool, as_of: date | None) -> int:
    """印点位牌：一页 A4，有牌匾上的字、不收费用的说明、开放时间和点位的码。

    \b
    例：
      shanhuo print placement zhongrui-zhuanguan
    """
    from generator.editing.sheet_printing import print_placement

    return _told(out, lambda: print_placement(found_site(site), key, out=out, as_of=as_of, log=not no_log))


@print_.command()
@click.argument("key", metavar="目录")
@site_argument
@_out_options("issue.pdf")
def issue(key: str, site: Path, out: Path, no_log: bool, as_of: date | None) -> int:
    """印一期目录：A4 成册，有封面、能点的目录、每件的图、推荐理由、价格和码。

    \b
    例：
      shanhuo print issue baiyuan-2020-1 --out 建议目录第一期.pdf
    """
    from generator.editing.sheet_printing import print_issue

    return _told(out, lambda: print_issue(found_site(site), key, out=out, as_of=as_of, log=not no_log))


def _told(out: Path, run: Callable[[], SheetRun]) -> int:
    """Print, and tell what came of it."""
    try:
        done = run()
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    for name, reason in done.left_out:
        click.echo(f"不印 {name}：{REASONS[reason]}。")
    for name in done.without_code:
        click.echo(f"{name} 还没有码，印的时候没有放码。")
    if not done.names:
        click.echo("没有要印的。")
        return EXIT_GOOD
    size = f"，码宽 {done.code_side:g} 毫米" if done.code_side else ""
    what = f"{len(done.names)} 件" if len(done.names) > 1 else done.names[0]
    click.echo(f"已印 {what}{size}：{out}\n打印时选“实际大小”（100%），不要“适合纸张”。")
    return EXIT_GOOD
