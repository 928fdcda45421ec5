"""``shanhuo guide``: screens beside the shelf."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "pack": "guide_pack",
    "verify": "guide_pack",
    "play": "guide_play",
    "install": "guide_install",
    "rollback": "guide_install",
    "uninstall": "guide_install",
    "bridge": "guide_bridge",
}
"""Command → the module of this package that holds it."""


class LateGuide(click.Group):
    """A group whose commands are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they are met."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f".{COMMANDS[cmd_name]}", __package__), cmd_name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=LateGuide)
def guide() -> None:
    """货架旁的导购屏：做导购包，装到屏上，播放，接上感应器。

    \b
    例：
      shanhuo guide pack yantian-huojia                      做一块屏的导购包
      shanhuo guide install yantian.shanhuo.zip /srv/guide   装到屏上
      shanhuo guide bridge --serial /dev/ttyUSB0             把串口的感应器接到屏上
    """
