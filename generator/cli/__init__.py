"""
The front door: arguments become calls, findings become exit codes.

Commands live in modules of this package, one a family, and are imported when
they are called, so that ``--help`` answers at once.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from generator import __version__
from generator.errors import EXIT_ENVIRONMENT, SiteError

from .wording import speak_chinese

speak_chinese()

COMMANDS = {
    "check": "checking",
    "build": "building",
    "serve": "serving",
    "verify": "verifying",
    "init": "starting",
    "new": "starting",
    "export": "exporting",
    "qr": "coding",
    "labels": "labelling",
    "print": "printing",
    "worklist": "listing_work",
    "scans": "scanning",
    "embed": "embedding",
    "ask": "asking",
    "mcp": "asking",
    "guide": "guiding",
    "report": "report",
    "collect": "collecting",
    "schema": "describing",
    "migrate": "migrating",
}
"""Command → the module of this package that holds it."""


class LateGroup(click.Group):
    """A group whose commands are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they are met."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".{COMMANDS[cmd_name]}", __package__)
        # A command named like a word of Python's own has an underscore behind it (PEP 8).
        command = getattr(module, f"{cmd_name}_", None) or getattr(module, cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=LateGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="shanhuo")
def shanhuo() -> None:
    """山货：把一个文件夹的 YAML 和 CSV，变成核对过的认证农产品展示网站。

    \b
    第一次使用：
      shanhuo init my-portal      新建一个站点（带示例内容）
      shanhuo serve my-portal     在浏览器里边改边看
      shanhuo check my-portal     检查数据，逐行说明哪里要改、怎么改
      shanhuo build my-portal     生成网站

    \b
    退出码：0 正常；1 发现错误（--strict 时也包括警告）；
    2 命令写错；3 环境问题（没有权限、磁盘已满、另一个生成正在进行）。
    """


def main() -> None:
    """Run the command line; every end is an exit code and at most one sentence, never a traceback."""
    gc.disable()  # a command lives for seconds and keeps what it makes; `serve`, which lives on, collects again
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = shanhuo.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except SiteError as error:
        click.echo(f"错误：{error.message}", err=True)
        if error.mend:
            click.echo(f"  {error.mend}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        click.echo(f"错误：系统拒绝了操作：{error.strerror or error}（{error.filename or ''}）", err=True)
        sys.exit(EXIT_ENVIRONMENT)
    _end(code if isinstance(code, int) else 0)


def _end(code: int) -> NoReturn:
    """End the process without taking its objects apart one by one, a tenth of a second for 2,000 products.

    Everything that has to be closed was closed by the command.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
