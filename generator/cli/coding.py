"""``shanhuo qr``: give out codes, list them, find out what is wrong with one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import as_of_option, found_site, site_argument
from .reporting import print_report

_KINDS = {
    "product": "product",
    "placement": "placement",
    "campaign": "campaign",
    "story": "story",
    "catalogue-issue": "catalogue-issue",
    "产品": "product",
    "点位": "placement",
    "活动": "campaign",
    "故事": "story",
    "目录": "catalogue-issue",
}
"""What codes are given out for, by the words that may be typed."""


@click.group()
def qr() -> None:
    """二维码：发码、列出、核对，看印出来多细。码登记在 data/qr_codes.csv，只增不减。

    \b
    例：
      shanhuo qr issue            给所有还没有码的产品发码
      shanhuo qr issue --kind 活动   给活动发码；点位、故事、目录也可以
      shanhuo qr list             列出发过的码
      shanhuo qr check K7M2QX9    手抄的码打不开时，看看错在哪里
      shanhuo qr report           码印在每种标签纸上，一个小格多宽
    """


@qr.command()
@site_argument
@click.option("--kind", type=click.Choice(list(_KINDS)), default="product", show_default=True, help="给什么发码。")
@click.option("--placement", default="", metavar="点位编号", help="给摆在这个点位的产品各发一个那里专用的码。")
@click.option("--id", "ids", multiple=True, metavar="编号", help="只给这一件发码；可以写几次。")
@click.option("--dry-run", is_flag=True, help="只说会发哪些，不写文件。码是随机的，真发时会不同。")
@as_of_option
def issue(site: Path, kind: str, placement: str, ids: tuple[str, ...], dry_run: bool, as_of: date | None) -> int:
    """给还没有码的产品、点位、活动、故事或目录发码，添在 data/qr_codes.csv 的末尾。

    已有的行一个字也不动；发过的码（包括停用的）不会再用。草稿、未到日期的、已下架或撤下的、迁走或关闭的点位不发。
    同一件产品摆在两处，可以用 --placement 各发一个码，扫码记录就分得清是在哪里扫的。
    网址用大写还是小写，按设置 codes.case，发码时记下，以后不变。

    \b
    例：
      shanhuo qr issue --dry-run               先看看会给谁发
      shanhuo qr issue
      shanhuo qr issue --id ziyang-fuxi-cha    只给一件产品发
      shanhuo qr issue --kind placement        给点位发；活动、故事、目录同样
      shanhuo qr issue --placement gui-01      给摆在 gui-01 的产品各发一个那里的码
    """
    from generator.editing.code_registry import REGISTRY, issue_codes

    try:
        result = issue_codes(
            found_site(site), target_kind=_KINDS[kind], placement=placement, ids=ids, as_of=as_of, dry_run=dry_run
        )
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    for each in result.issued:
        click.echo(f"{each.code}  {each.target}  {each.name}")
    for key, code in result.coded.items():
        click.echo(f"{key} 已经有码 {code}，不再发。")
    if result.waiting:
        click.echo(f"还没有上架，先不发：{'、'.join(result.waiting)}")
    if not result.issued:
        click.echo("没有要发的码。")
    elif dry_run:
        click.echo(f"会发 {len(result.issued)} 个码；这次没有写文件。去掉 --dry-run 就真的发。")
    else:
        click.echo(
            f"已发 {len(result.issued)} 个码，日期 {result.issued_on}，登记在 {REGISTRY}。\n"
            "下一步：shanhuo build，生成货架页和二维码图片。请把这个文件一起备份，印出去的码全靠它。"
        )
    return EXIT_GOOD


@qr.command(name="list")
@site_argument
def list_codes(site: Path) -> int:
    """列出发过的码：码、状态、日期、指向什么。

    \b
    例：
      shanhuo qr list
      shanhuo qr list my-portal
    """
    from generator.contract import load_tables
    from generator.contract.rules.codes import TARGET_TABLES
    from generator.editing.code_registry import name_of
    from generator.editing.reading import read_site

    rows = read_site(found_site(site)).rows
    labels = {
        (entry.name, category.value): category.label
        for entry in load_tables()["qr_codes"].fields
        for category in entry.categories
    }
    codes = rows.get("qr_codes", ())
    names = {(kind, row.key): name_of(row) for kind, table in TARGET_TABLES.items() for row in rows.get(table, ())}
    for row in sorted(codes, key=lambda row: (row.text("target_kind"), row.text("target"), row.key)):
        kind, target = row.text("target_kind"), row.text("target")
        status = labels.get(("status", row.text("status")), "")
        name = names.get((kind, target), "（数据里没有）")
        kind_label = labels.get(("target_kind", kind), "")
        place = f"  贴在 {row.text('placement')}" if row.text("placement") else ""
        click.echo(f"{row.key}  {status}  {row.day('issued_on') or ''}  {kind_label}  {target}  {name}{place}")
    active = sum(row.text("status") == "active" for row in codes)
    click.echo(f"共 {len(codes)} 个码，{active} 个有效，{len(codes) - active} 个停用。")
    return EXIT_GOOD


@qr.command()
@click.argument("code")
@site_argument
def check(code: str, site: Path) -> int:
    """核对一个手抄或手输的码：有没有写错，是不是发过，也许是哪一个。

    大小写、空格和连字符都不要紧。码登记过时退出码是 0，否则是 1。

    \b
    例：
      shanhuo qr check K7M2QX9
      shanhuo qr check "k7m2 qx9" my-portal
    """
    from generator.contract.rules.codes import FAULTS
    from generator.contract.shelf_code import fault_of
    from generator.editing.code_guessing import meant, tidied
    from generator.editing.reading import read_site

    typed = tidied(code)
    registered = {row.key: row for row in read_site(found_site(site)).rows.get("qr_codes", ())}
    if typed in registered:
        row = registered[typed]
        state = "" if row.text("status") == "active" else "（已停用，页面仍能打开）"
        click.echo(f"{typed} 登记过，指向 {row.text('target')}{state}。")
        return EXIT_GOOD
    fault = fault_of(typed)
    click.echo(f"{typed} 不对：{FAULTS[fault][0]}。" if fault else f"{typed} 本身没有写错，但这个站点没有发过它。")
    near = meant(typed, registered)
    for each in near:
        click.echo(f"也许是 {each}，指向 {registered[each].text('target')}。")
    if not near:
        click.echo("发过的码里没有和它只差一处的；请对着标签重看一遍，或者用 shanhuo qr list 查。")
    return EXIT_FINDINGS


@qr.command()
@site_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="给人看的表，或者给别的程序用的 CSV、JSON。",
)
def report(site: Path, form: str) -> int:
    """列出码的版本、容错等级、格数，和印在每种标签纸上一个小格有多少毫米。

    标签纸取自 data/label_stocks；没有时用常见的几种。

    一个小格不到 0.396 毫米时扫不出来（GS1 通用规范）：自己的标签纸算错误，退出码 1；常见的几种只提醒。

    \b
    例：
      shanhuo qr report
      shanhuo qr report my-portal --format csv > codes.csv
      shanhuo qr report --format json
    """
    from generator.editing.code_report import code_report
    from generator.editing.reading import read_site
    from generator.errors import UsageError

    from .code_table import print_codes

    loaded = read_site(found_site(site))
    if loaded.configuration is None:
        print_report(loaded.report)
        return EXIT_FINDINGS
    config = loaded.configuration.site
    try:
        told = code_report(config, loaded.rows)
    except ValueError:
        raise UsageError(
            f"codes.base_url（{config.codes.base_url[:60]}）太长，没有一种二维码装得下。",
            mend="在 site_config.yml 里换一个短的主机名，例如 https://s.example.cn/。",
        ) from None
    print_codes(told, form)
    return EXIT_FINDINGS if told.is_own and not told.is_legible else EXIT_GOOD
