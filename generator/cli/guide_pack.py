"""``shanhuo guide pack`` and ``verify``: a display's files as one zip, and whether such a zip is whole."""

from __future__ import annotations

from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import found_site, site_argument
from .reporting import print_report


@click.command()
@click.argument("display", metavar="导购屏")
@site_argument
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="用这里生成好的网站；不写就先生成一次。",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="文件",
    help="写到哪个文件；默认是“导购屏-日期.shanhuo.zip”。",
)
def pack(display: str, site: Path, source: Path | None, out: Path | None) -> int:
    """把一块导购屏要用的文件做成一个导购包，拷到 U 盘就能带到现场。

    先照 shanhuo build 生成网站，数据有错误就不做。同样的内容做出来的包一个字节也不差。
    包里有每个文件的校验值；解开后直接打开 index.html 也能用，不用联网。

    \b
    例：
      shanhuo guide pack yantian-huojia
      shanhuo guide pack yantian-huojia my-portal --out E:\\yantian.shanhuo.zip
      shanhuo guide pack yantian-huojia --from /var/www/shanhuo
    """
    from generator.build import Options
    from generator.build import build as build_site
    from generator.build.progress import fitting
    from generator.config import read_config
    from generator.kiosk.packing import make_pack

    folder = found_site(site)
    options = Options(folder, out=source.resolve() if source else None)
    if source is None:
        try:
            build_site(options, progress=fitting())
        except FindingsStop as stop:
            print_report(stop.report)
            click.echo(stop.message, err=True)
            return EXIT_FINDINGS
    configuration, _ = read_config(folder)
    made, file = make_pack(options.output, display, configuration.site.base_url if configuration else "", out)
    size = file.stat().st_size / 2**20
    click.echo(
        f"已做好 {made.title} 的导购包（{made.day}，{len(made.files)} 个文件，{size:.1f} MB）：{file}\n"
        f"校验值：{made.sha256}\n"
        "下一步：拷到 U 盘插到屏上；第一次安装用 shanhuo guide install。"
    )
    return EXIT_GOOD


@click.command()
@click.argument("file", metavar="导购包", type=click.Path(path_type=Path))
def verify(file: Path) -> int:
    """核对一个导购包（zip，或者解开的文件夹）：每个文件都在、没有改动、没有多出来的。

    \b
    例：
      shanhuo guide verify yantian-huojia-2026-11-21.shanhuo.zip

    退出码：完好是 0，不完好是 1。
    """
    from generator.kiosk.packs import verify_folder, verify_pack

    found = verify_folder(file) if file.is_dir() else verify_pack(file)
    click.echo(
        f"完好：{found.title}（{found.display}），{found.day}，{len(found.files)} 个文件，"
        f"用 {found.oldest_engine} 或更新的浏览器。\n校验值：{found.sha256}"
    )
    return EXIT_GOOD
