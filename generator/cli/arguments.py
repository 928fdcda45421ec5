"""Arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.config import CONFIG_FILE
from generator.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])

LANGUAGES = click.Choice(["zh-Hans", "en"])


class Day(click.ParamType[date]):
    """A day as ``2026-11-21``."""

    name = "日期"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}”不是日期，请写成 2026-11-21 这样。", param, ctx)


def site_argument(command: F) -> F:
    """Add the argument SITE, the current folder where it is left out."""
    return click.argument("site", default=".", type=click.Path(path_type=Path))(command)


def as_of_option(command: F) -> F:
    """Add the option ``--as-of``."""
    return click.option("--as-of", type=Day(), metavar="日期", help="按这一天生成：有效期、活动状态、当季。")(command)


def found_site(site: Path) -> Path:
    """Return the site's folder, absolute.

    Raises:
        UsageError: There is no site in it.
    """
    folder = site.resolve()
    if not (folder / CONFIG_FILE).is_file():
        raise UsageError(
            f"“{site}”里没有 {CONFIG_FILE}，不是站点文件夹。",
            mend="换到站点文件夹里再运行，或者用 shanhuo init 新建一个。",
        )
    return folder
