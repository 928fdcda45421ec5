"""``shanhuo build``: check, then publish in one step."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import LANGUAGES, as_of_option, found_site, site_argument
from .reporting import print_report


@click.command()
@site_argument
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="文件夹", help="生成到这个文件夹；默认是站点里的 site/。"
)
@click.option("--base-url", metavar="网址", help="网站将来的地址，代替设置里的 base_url。")
@as_of_option
@click.option("--strict", is_flag=True, help="有警告也不生成。")
@click.option("--no-cache", is_flag=True, help="不用以前的结果，全部重做。")
@click.option("--timings", is_flag=True, help="列出每一步用了多少时间。")
@click.option("--lang", type=LANGUAGES, default="zh-Hans", show_default=True, help="说明用的语言。")
def build(
    site: Path,
    out: Path | None,
    base_url: str | None,
    as_of: date | None,
    strict: bool,
    no_cache: bool,
    timings: bool,
    lang: str,
) -> int:
    """生成网站。数据有错误时什么也不改；没有错误时一步换上新的网站。

    \b
    例：
      shanhuo build                          生成到 site/
      shanhuo build --out D:\\\\www --strict   生成到别处，有警告就停
      shanhuo build --as-of 2026-12-31       看年底那天的样子
    """
    from generator.build import Options, Timings
    from generator.build import build as build_site
    from generator.build.progress import fitting

    start = time.perf_counter()
    times = Timings()
    options = Options(
        found_site(site),
        out=out.resolve() if out else None,
        base_url=base_url,
        as_of=as_of,
        strict=strict,
        use_cache=not no_cache,
    )
    try:
        built = build_site(options, times, fitting())
    except FindingsStop as stop:
        print_report(stop.report, lang=lang)
        click.echo(f"{stop.message}", err=True)
        return EXIT_FINDINGS
    if built.report.findings:
        print_report(built.report, lang=lang)
    if timings:
        for name, seconds in times.steps:
            click.echo(f"{name:<12}{seconds * 1000:>9.0f} ms")
    seconds = time.perf_counter() - start
    click.echo(f"已生成 {built.files} 个文件（新做 {built.made} 个），用时 {seconds:.1f} 秒：{built.out}")
    return EXIT_GOOD
