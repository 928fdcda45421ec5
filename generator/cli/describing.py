"""``shanhuo schema``: what may be written, for editors' programs and for people."""

from __future__ import annotations

from pathlib import Path

import click

from generator.errors import EXIT_GOOD, UsageError

from .arguments import found_site, site_argument


@click.command()
@site_argument
@click.option("--table", metavar="表", help="只打印一张表的 JSON Schema，写英文名或中文名。")
@click.option("--docs", is_flag=True, help="写出数据表一览 docs/reference.md。")
def schema(site: Path, table: str | None, docs: bool) -> int:
    """让编辑软件认识数据：写 YAML 时自动补全字段名和可选值，写错当场标出。

    写到站点的 .vscode/ 里；你自己的设置会保留。

    \b
    例：
      shanhuo schema                    为 VS Code 写好提示
      shanhuo schema --table 产品       打印“产品”表的 JSON Schema
      shanhuo schema --docs             写出数据表一览
    """
    if table is not None:
        _print_table(table)
        return EXIT_GOOD
    if docs:
        _write_reference(site.resolve())
        return EXIT_GOOD
    from generator.editing.editor_files import SETTINGS, write_editor_files

    written = write_editor_files(found_site(site))
    click.echo(f"已写好 {written.schemas} 张表的提示，设置在 {written.settings}。")
    if written.settings != SETTINGS:
        click.echo(f"你的 {SETTINGS} 里有注释或别的写法，没有动它；请把 {written.settings} 里的内容抄过去。")
    click.echo("下一步：在 VS Code 里装上“YAML”扩展（redhat.vscode-yaml），打开站点文件夹。")
    return EXIT_GOOD


def _print_table(word: str) -> None:
    import json

    from generator.contract import load_tables
    from generator.contract.json_schemas import json_schema
    from generator.editing.new_record import table_named

    click.echo(json.dumps(json_schema(load_tables()[table_named(word)]), ensure_ascii=False, indent=1))


def _write_reference(folder: Path) -> None:
    from generator.contract.reference import reference_markdown
    from generator.editing.file_writing import write_file

    if not folder.is_dir():
        raise UsageError(f"没有文件夹“{folder}”。", mend="写一个已有的文件夹。")
    write_file(folder / "docs" / "reference.md", reference_markdown().encode())
    click.echo("已写好 docs/reference.md。")
