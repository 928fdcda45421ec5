"""``shanhuo check``: everything that is wrong, and nothing written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import LANGUAGES, as_of_option, found_site, site_argument
from .reporting import FORMS, print_report


@click.command()
@site_argument
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", show_default=True, help="输出形式。")
@click.option("--lang", type=LANGUAGES, default="zh-Hans", show_default=True, help="说明用的语言。")
@click.option("--strict", is_flag=True, help="有警告也算没有通过。")
@click.option("--limit", default=20, show_default=True, metavar="数量", help="同类问题最多显示几处；0 表示全部。")
@click.option("--coverage", is_flag=True, help="列出各语言还缺哪些译文。")
@as_of_option
def check(site: Path, form: str, lang: str, strict: bool, limit: int, coverage: bool, as_of: date | None) -> int:
    """检查站点的数据、文稿和设置，逐处说明在哪个文件、哪一行、哪个字段，应当怎样改。

    \b
    例：
      shanhuo check                       检查当前文件夹
      shanhuo check my-portal --strict    有警告也不放过
      shanhuo check --format json > 检查.json
      shanhuo check --coverage            各语言还缺哪些译文
    """
    from generator.build import Options
    from generator.build import check as check_site

    folder = found_site(site)
    if coverage:
        return _coverage(folder, as_of, form, limit, lang, strict=strict)
    report = check_site(Options(folder, as_of=as_of))
    print_report(report, form, limit, lang)
    return EXIT_FINDINGS if report.stops(strict=strict) else EXIT_GOOD


def _coverage(site: Path, as_of: date | None, form: str, limit: int, lang: str, *, strict: bool) -> int:
    """Print what is not translated; with ``--strict`` anything missing is as good as a finding."""
    from generator.editing.coverage import coverage
    from generator.editing.reading import read_sound_site

    from .coverage_report import print_coverage

    try:
        loaded = read_sound_site(site, as_of=as_of, purpose="统计译文")
    except FindingsStop as stop:
        print_report(stop.report, form, limit, lang)
        return EXIT_FINDINGS
    told = coverage(loaded)
    print_coverage(told, form, limit, lang)
    return EXIT_FINDINGS if strict and any(each.missing for each in told) else EXIT_GOOD
