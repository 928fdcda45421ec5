"""``shanhuo export``: the data for other programs, and the site for web servers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import LANGUAGES, as_of_option, found_site, site_argument
from .reporting import print_report


@click.group()
def export() -> None:
    """把数据导出给别的程序，把网站导出给网站服务器。

    \b
    例：
      shanhuo export package 数据包
      shanhuo export headers --server nginx --output shanhuo.conf
      shanhuo export compressed D:\\www
      shanhuo export returns --campaign nianhuo-2026 --out 填报表
    """


@export.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@site_argument
@click.option("--all", "everything", is_flag=True, help="连不公开的字段、草稿和未上架的也导出；只留在内部用。")
@as_of_option
def package(folder: Path, site: Path, everything: bool, as_of: date | None) -> int:
    """导出数据包：每张表一个 CSV，加上说明各列的 datapackage.json。

    导出前先检查数据，有错误就不导出。以前导出的数据包会被换成新的；文件夹里有别的东西时不动它。

    \b
    例：
      shanhuo export package 数据包
      shanhuo export package 数据包 my-portal
      shanhuo export package 内部备份 --all
    """
    from generator.editing.package_export import earlier_files, export_package
    from generator.editing.reading import read_sound_site

    target = folder.resolve()
    earlier_files(target)
    try:
        loaded = read_sound_site(found_site(site), as_of=as_of, purpose="导出")
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    if everything:
        click.echo("注意：这次连不公开的字段和草稿一起导出，不要发布或转给外人。", err=True)
    names = export_package(loaded, target, public_only=not everything)
    click.echo(
        f"已导出 {len(names) - 1} 张表和 {names[0]}：{target}\n"
        "下一步：可以用 frictionless validate 复核，或交给别的程序。"
    )
    return EXIT_GOOD


@export.command()
@site_argument
@click.option(
    "--server",
    type=click.Choice(["nginx", "apache", "iis", "caddy"]),
    required=True,
    help="哪一种网站服务器。",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="写进这个文件；不写就打印出来。",
)
@as_of_option
@click.option("--lang", type=LANGUAGES, default="zh-Hans", show_default=True, help="配置里的说明用的语言。")
def headers(site: Path, server: str, output: Path | None, as_of: date | None, lang: str) -> int:
    """导出网站服务器的配置：安全策略、缓存、压缩、类型、旧地址、找不到时的页面。

    给管网站的人用。换了主题、语言、网址或旧地址，或者更新了 shanhuo 以后，要重新导出。

    \b
    例：
      shanhuo export headers --server nginx --output shanhuo.conf
      shanhuo export headers --server apache my-portal --output my-portal/site/.htaccess
      shanhuo export headers --server iis --output site/web.config
      shanhuo export headers --server caddy > Caddyfile
    """
    from generator.editing.file_writing import write_file
    from generator.editing.headers_export import export_headers
    from generator.editing.reading import read_sound_site

    try:
        loaded = read_sound_site(found_site(site), as_of=as_of, purpose="导出")
    except FindingsStop as stop:
        print_report(stop.report, lang=lang)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    exported = export_headers(loaded, server, language=lang)
    for refused in exported.refused:
        click.echo(
            f"注意：{refused.file} 第 {refused.line} 行内嵌的 {refused.what} 会被浏览器拦下；请放进单独的文件。",
            err=True,
        )
    if output is None:
        click.echo(exported.text, nl=False)
        return EXIT_GOOD
    write_file(output, exported.text.encode())
    click.echo(f"已导出 {server} 的配置：{output}\n下一步：交给管网站的人；怎样放，写在文件开头。")
    return EXIT_GOOD


@export.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@site_argument
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="生成好的网站在这里；默认是站点里的 site/。",
)
def compressed(folder: Path, site: Path, source: Path | None) -> int:
    """导出一份带压缩文件的网站：每个网页旁边放好 .gz，服务器不用每次现压。

    DIR 一下子整个换新，可以直接拿来放网站；里面您自己放的文件会留着。先运行 shanhuo build。

    \b
    例：
      shanhuo export compressed /var/www/shanhuo
      shanhuo export compressed D:\\www my-portal
      shanhuo export compressed D:\\www --from D:\\生成好的
    """
    from generator.build.options import OUTPUT_FOLDER
    from generator.build.progress import fitting
    from generator.editing.compressed_export import export_compressed

    site_folder = found_site(site)
    made = export_compressed(
        site_folder, source.resolve() if source else site_folder / OUTPUT_FOLDER, folder.resolve(), fitting()
    )
    share = 100 * made.compressed_size / max(1, made.size)
    click.echo(
        f"已导出 {made.files} 个文件和 {made.twins} 个 .gz（新做 {made.made} 个），"
        f"压缩后是原来的 {share:.0f}%：{made.out}"
    )
    return EXIT_GOOD


@export.command()
@site_argument
@click.option("--campaign", required=True, metavar="活动", help="给哪个活动的单位，写活动编号。")
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="文件夹",
              help="填报表放在哪里。")  # fmt: skip
@as_of_option
def returns(site: Path, campaign: str, folder: Path, as_of: date | None) -> int:
    """给活动的每个单位导出一份填报表（xlsx），发给他们填。

    表里有这个单位已登记的行（灰色，不能改）和 200 行空行，渠道、产品等从下拉列表里选，另有一页填写说明。
    单位填好发回来，用 shanhuo collect 收。文件夹里已有同名的表时不导出，填过的表不会被盖掉。

    \b
    例：
      shanhuo export returns --campaign nianhuo-2026 --out 填报表
      shanhuo export returns my-portal --campaign nianhuo-2026 --out D:\\填报表
    """
    from generator.editing.returns.exporting import export_returns

    try:
        made = export_returns(found_site(site), campaign, folder, as_of=as_of)
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    for each in made:
        click.echo(f"  {each.file}（已登记 {each.rows} 笔）")
    click.echo(f"已导出 {len(made)} 份填报表：{folder}\n下一步：发给各单位；收回后运行 shanhuo collect {folder}")
    return EXIT_GOOD
