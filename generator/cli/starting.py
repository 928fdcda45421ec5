"""``shanhuo init`` and ``shanhuo new``: a new site, a new record."""

from __future__ import annotations

from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop, UsageError

from .arguments import found_site, site_argument
from .reporting import print_report


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help="只要文件夹和表头，不要示例内容。")
@click.option("--title", default="", metavar="名称", help="网站的名称。")
def init(folder: Path, empty: bool, title: str) -> int:
    """新建一个站点：默认带一套完整的示例，改成自己的就能用。

    \b
    例：
      shanhuo init my-portal
      shanhuo init my-portal --title 秦岭山货
      shanhuo init my-portal --empty
    """
    from generator.editing.starter import start_site

    try:
        started = start_site(folder.resolve(), title=title.strip(), empty=empty)
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    if empty:
        click.echo(f"已新建空的站点：{started.folder}")
    else:
        click.echo(f"已新建站点：{started.folder}（{started.products} 件示例产品，发了 {started.codes} 个码）")
    click.echo(
        "site_config.yml 里的两个 base_url 是占位的网址，发布和印码之前一定要改成自己的。\n"
        f"下一步：shanhuo serve {folder}，在浏览器里边改边看。"
    )
    return EXIT_GOOD


@click.command()
@click.argument("table")
@click.argument("key", metavar="ID")
@site_argument
@click.option("--kind", default="", metavar="种类", help="产品写 商品、服务、体验 或 套餐；别的表写它自己的类型。")
@click.option("--set", "settings", multiple=True, metavar="字段=内容", help="先填好一个字段；可以写几次。")
def new(table: str, key: str, site: Path, kind: str, settings: tuple[str, ...]) -> int:
    """新建一条记录的文件，每个字段都有说明和例子，必填的在前面。

    TABLE 写表的中文名或英文名；ID 是编号，只用小写字母、数字和连字符，定了就不再改。

    \b
    例：
      shanhuo new 产品 ziyang-fuxi-cha
      shanhuo new 产品 chaye-liang-ri --kind 体验 --set 名称=茶山两日
      shanhuo new stories cha-xiang my-portal
    """
    from generator.editing.new_record import new_record

    values: dict[str, str] = {}
    for setting in settings:
        word, mark, text = setting.partition("=")
        if not mark or not word.strip():
            raise UsageError(f"“{setting}”不是 字段=内容 的写法。", mend="例如 --set 名称=紫阳富硒茶。")
        values[word.strip()] = text.strip()
    path = new_record(found_site(site), table, key, kind=kind, values=values)
    click.echo(f"已新建 {path}。\n下一步：打开它，填好标着“必填”的字段，再运行 shanhuo check。")
    return EXIT_GOOD
