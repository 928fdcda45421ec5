"""``shanhuo verify``: is a published folder what was built?"""

from __future__ import annotations

from pathlib import Path

import click

from generator.errors import EXIT_FINDINGS, EXIT_GOOD


@click.command()
@click.argument("folder", default="site", type=click.Path(path_type=Path))
def verify(folder: Path) -> int:
    """按清单核对一个生成好的文件夹，说出每个被改动、缺少和多出来的文件。

    多出来的文件（如 CNAME）不算错；有改动或缺少时退出码是 1。

    \b
    例：
      shanhuo verify site
      shanhuo verify /var/www/portal
    """
    from generator.build.verify import verify as verify_folder

    result = verify_folder(folder.resolve())
    for title, paths in (("被改动", result.altered), ("缺少", result.missing), ("多出来", result.foreign)):
        for path in paths:
            click.echo(f"{title}  {path}")
    click.echo(
        f"清单共 {result.listed} 个文件：{len(result.altered)} 个被改动，{len(result.missing)} 个缺少，"
        f"{len(result.foreign)} 个多出来。\n清单的 SHA-256：{result.manifest_sha256}"
    )
    return EXIT_GOOD if result.whole else EXIT_FINDINGS
