"""``shanhuo guide play``: serve the pack of a screen to the browser beside it."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path

import click

from generator.errors import EXIT_GOOD

DEFAULT_PORT = 8137
DEFAULT_HOUR = 4


@click.command()
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--pack", "file", type=click.Path(path_type=Path), metavar="导购包", help="先换上这个导购包。")
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="端口", help=f"端口号；默认用安装时的，或 {DEFAULT_PORT}。"
)
@click.option(
    "--usb",
    "sticks",
    multiple=True,
    default=("/media", "/run/media"),
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="U 盘挂在哪里；可以写几次。",
)
@click.option(
    "--watch",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="文件夹",
    help="这个文件夹里有更新的导购包也换上；可以写几次。",
)
@click.option(
    "--reload-hour",
    type=click.IntRange(0, 23),
    metavar="小时",
    help=f"每天几点重新打开页面；默认用安装时的，或 {DEFAULT_HOUR}。",
)
@click.option("--poll", default=5.0, show_default=True, type=click.FloatRange(0.1, 3600), metavar="秒",
              help="隔多久看一次有没有更新的导购包。")  # fmt: skip
@click.option("--patience", default=90.0, show_default=True, type=click.FloatRange(1, 3600), metavar="秒",
              help="页面这么久没有动静，就当它死了，让系统重启。")  # fmt: skip
def play(
    folder: Path,
    file: Path | None,
    port: int | None,
    sticks: tuple[Path, ...],
    folders: tuple[Path, ...],
    reload_hour: int | None,
    poll: float,
    patience: float,
) -> int:
    """播放：把屏上的导购包提供给本机的浏览器，只回答本机，不用联网。

    插上 U 盘、或者往“文件夹/incoming”里放进更新的导购包，核对无误就换上；没人用的时候页面自己更新。
    按 Ctrl+C 停止。装到屏上以后由系统自动启动，见 shanhuo guide install。

    \b
    例：
      shanhuo guide play /srv/guide
      shanhuo guide play 试看 --pack yantian-huojia-2026-11-21.shanhuo.zip
    """
    from generator.kiosk.home import Home
    from generator.kiosk.installing import read_config
    from generator.kiosk.player import Player, Settings, run
    from generator.surfaces.hosting.media_types import content_type, media_type

    home = folder.resolve()
    if file is not None:
        Home(home).take(file, force=True)
    installed = read_config(home)
    settings = Settings(
        _chosen(port, installed.get("port"), DEFAULT_PORT),
        _chosen(reload_hour, installed.get("reload_hour"), DEFAULT_HOUR),
        (*(path.resolve() for path in (*sticks, *folders)),),
        poll,
        patience,
    )
    player = Player(home, settings, lambda name: content_type(media_type(name)), say=_say)
    stop = threading.Event()
    for request in (signal.SIGINT, signal.SIGTERM):
        signal.signal(request, lambda *_: stop.set())
    run(
        player,
        ready=lambda address: _say(f"{player.pack.title}（{player.pack.day}）：{address}"),
        stop=stop,
    )
    _say("播放已停止。")
    return EXIT_GOOD


def _chosen(given: int | None, installed: object, default: int) -> int:
    if given is not None:
        return given
    return installed if isinstance(installed, int) else default


def _say(line: str) -> None:
    """Print a line at once, also where the output is no terminal and would be kept back."""
    click.echo(line)
    sys.stdout.flush()
