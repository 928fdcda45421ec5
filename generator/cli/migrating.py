"""``shanhuo migrate``: bring a site over to the present form of its settings."""

from __future__ import annotations

from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD, FindingsStop

from .arguments import found_site, site_argument
from .reporting import print_report


@click.command()
@site_argument
@click.option("--yes", is_flag=True, help="真的写入；不加时只显示会改什么。")
def migrate(site: Path, yes: bool) -> int:
    """把旧写法的站点设置改成现在的写法，先显示会改哪几行。注释和其他内容不动。

    \b
    例：
      shanhuo migrate          只看会改什么
      shanhuo migrate --yes    写入
    """
    from generator.config import CONFIG_FILE, read_config
    from generator.editing.migration import plan_migration, write_migration
    from generator.findings import Report

    folder = found_site(site)
    try:
        migration = plan_migration(folder)
    except FindingsStop as stop:
        print_report(stop.report)
        click.echo(stop.message, err=True)
        return EXIT_FINDINGS
    if not migration.is_needed:
        click.echo(f"{CONFIG_FILE} 已经是现在的写法（schema: {migration.form}），不用改。")
        return EXIT_GOOD
    click.echo(migration.difference, nl=False)
    if not yes:
        click.echo("\n没有写入。看过没问题，就运行 shanhuo migrate --yes。")
        return EXIT_GOOD
    write_migration(folder, migration)
    click.echo(f"\n已写入 {CONFIG_FILE}。")
    _, findings = read_config(folder)
    if findings:
        print_report(Report.of(findings))
        return EXIT_FINDINGS
    click.echo("下一步：运行 shanhuo check。")
    return EXIT_GOOD
