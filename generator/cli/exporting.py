"""``shanhuo export``: the data in forms that other programs read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import as_of_option, found_site, site_argument
from .reporting import print_report


@click.group()
def export() -> None:
    """把数据导出成别的程序能读的形式。

    \b
    例：
      shanhuo export package 数据包
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
