"""``shanhuo guide install``, ``rollback`` and ``uninstall``: a screen in a wall, without a network."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import EXIT_GOOD, UsageError

from .guide_play import DEFAULT_HOUR, DEFAULT_PORT

if TYPE_CHECKING:
    from generator.kiosk.units import Machine

_BY_HAND_CAGE = """还要动手做的（都用 root）：
  1. 装好浏览器和 cage（没有网络就用本地的软件包）：apt install cage chromium
  2. 建用户：useradd --create-home --groups dialout,video,input,audio {user}
  3. 把文件夹交给他：chown -R {user} {folder}
  4. 让电脑开机进到图形目标：systemctl set-default graphical.target
  5. 启动：systemctl daemon-reload && udevadm control --reload && systemctl start {units}
屏幕自己开会话，不用设自动登录。"""

_BY_HAND_DESKTOP = """还要动手做的（都用 root）：
  1. 建用户：useradd --create-home --groups dialout,video,input,audio {user}
  2. 把文件夹交给他：chown -R {user} {folder}
  3. 在登录管理器里设置 {user} 自动登录，桌面用 X11，关掉锁屏和休眠
  4. 启动：systemctl daemon-reload && systemctl start {units}
U 盘由桌面自动挂载。"""


@click.command()
@click.argument("file", metavar="导购包", type=click.Path(path_type=Path))
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="比屏上的旧也装。")
@click.option("--root", default=Path("/"), type=click.Path(path_type=Path), show_default=True, metavar="文件夹",
              help="装到这个根下面，只摆好文件，供查看或打包。")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="只打印会写哪些文件，不写。")
@click.option("--user", default="guide", show_default=True, metavar="用户", help="用哪个用户运行。")
@click.option("--browser", default="/usr/bin/chromium", show_default=True, metavar="路径", help="浏览器。")
@click.option(
    "--session",
    type=click.Choice(["cage", "desktop"]),
    default="cage",
    show_default=True,
    help="cage：开机直接进全屏；desktop：用已经自动登录的 X11 桌面。",
)
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(1, 65535), metavar="端口",
              help="播放用的端口。")  # fmt: skip
@click.option("--reload-hour", default=DEFAULT_HOUR, show_default=True, type=click.IntRange(0, 23), metavar="小时",
              help="每天几点重新打开页面和浏览器。")  # fmt: skip
@click.option("--bridge", default="", metavar="选项",
              help="旁边再开 shanhuo guide bridge，写它的选项；网页自己读串口就不用。")  # fmt: skip
@click.option("--program", default="", metavar="命令", help="那台机器上 shanhuo 的完整路径；默认是正在运行的这个。")
def install(
    file: Path,
    folder: Path,
    force: bool,
    root: Path,
    dry_run: bool,
    user: str,
    browser: str,
    session: str,
    port: int,
    reload_hour: int,
    bridge: str,
    program: str,
) -> int:
    """把导购包装到屏上，开机自动播放；不用联网。

    写好播放器和全屏浏览器的系统服务、每晚的定时器、浏览器的策略（串口不再询问，只开导购屏，声音直接播放）。
    再运行一次就是换包或改设置；在现场学到的货位感应器不会丢。

    \b
    例：
      shanhuo guide install yantian.shanhuo.zip /srv/guide
      shanhuo guide install yantian.shanhuo.zip /srv/guide --session desktop --user kiosk
      shanhuo guide install yantian.shanhuo.zip /srv/guide --bridge "--serial /dev/ttyUSB0 --udp 6000"
      shanhuo guide install yantian.shanhuo.zip /srv/guide --root 样盘 --dry-run
    """
    from generator.kiosk.installing import install as install_screen
    from generator.kiosk.installing import planned_files
    from generator.kiosk.packs import verify_pack
    from generator.kiosk.units import started_units, unit_links

    machine = _machine(folder, root, user, browser, session, port, reload_hour, program)
    machine = machine._replace(bridge=_bridge_words(bridge))
    if dry_run:
        found = verify_pack(file)
        click.echo(f"会装上 {found.title} 的导购包（{found.day}）：{machine.folder}\n")
        for path, text in planned_files(machine).items():
            click.echo(f"/{path}\n{'-' * (len(path) + 1)}\n{text}")
        for path, target in unit_links(machine).items():
            click.echo(f"/{path} -> {target}")
        return EXIT_GOOD
    done = install_screen(file, machine, root.resolve(), force=force)
    for word, paths in (("写好", done.written), ("删去", done.removed)):
        for path in paths:
            click.echo(f"{word}  {path}")
    if done.pack is None:
        click.echo("屏上已经是这个导购包。")
    else:
        click.echo(f"装好了 {done.pack.title} 的导购包（{done.pack.day}）：{machine.folder}")
    if done.written or done.removed:
        text = _BY_HAND_CAGE if session == "cage" else _BY_HAND_DESKTOP
        units = " ".join(started_units(machine))
        click.echo("\n" + text.format(user=user, folder=shlex.quote(machine.folder), units=units))
    return EXIT_GOOD


@click.command()
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
def rollback(folder: Path) -> int:
    """换回前一个导购包；换下来的那个不会再自动换上。

    \b
    例：
      shanhuo guide rollback /srv/guide
    """
    from generator.kiosk.home import Home

    pack = Home(folder.resolve()).go_back()
    click.echo(f"换回了 {pack.day} 的导购包（{pack.version}）。")
    return EXIT_GOOD


@click.command()
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option("--root", default=Path("/"), type=click.Path(path_type=Path), show_default=True, metavar="文件夹",
              help="当初装到哪个根下面。")  # fmt: skip
def uninstall(folder: Path, root: Path) -> int:
    """拆掉导购屏：安装时写的文件全部删去，不留痕迹。

    \b
    例：
      shanhuo guide uninstall /srv/guide
    """
    from generator.kiosk.installing import under
    from generator.kiosk.installing import uninstall as uninstall_screen

    base = root.resolve()
    path = str(folder.absolute()) if base == Path("/") else str(folder)
    done = uninstall_screen(under(base, path), base)
    for path in done.removed:
        click.echo(f"删去  {path}")
    if done.kept:
        click.echo(f"“{folder}”里还有别的文件，留着：{'、'.join(done.kept)}")
    click.echo("拆好了。还要动手做的（用 root）：\n  systemctl stop 'shanhuo-guide-*'\n  systemctl daemon-reload")
    return EXIT_GOOD


def _machine(
    folder: Path,
    root: Path,
    user: str,
    browser: str,
    session: str,
    port: int,
    reload_hour: int,
    program: str,
) -> Machine:
    from generator.kiosk.units import Machine

    path = folder if root.resolve() != Path("/") else folder.absolute()
    if not path.is_absolute() or ".." in path.parts or path == Path("/") or re.search(r"[\x00-\x1f\x7f]", str(path)):
        raise UsageError(f"“{folder}”不是完整的路径。", mend="写成 /srv/guide 这样。")
    if not re.fullmatch(r"[a-z_][a-z0-9_-]{0,31}", user):
        raise UsageError(f"“{user}”不能做用户名。", mend="用小写字母和数字，例如 guide。")
    words = tuple(shlex.split(program)) if program else _own_command()
    for command in (browser, *words[:1]):
        if not command.startswith("/") or re.search(r"[\x00-\x1f\x7f]", command):
            raise UsageError(f"“{command}”不是完整的路径。", mend="写成 /usr/bin/chromium 这样。")
    return Machine(str(path), user, words, browser, session, port, reload_hour)


def _bridge_words(text: str) -> tuple[str, ...]:
    """Return the words for the bridge, which itself has looked at them: a service that cannot start is of no use."""
    from .guide_bridge import bridge

    words = shlex.split(text)
    if words:
        bridge.make_context("bridge", list(words))
    return tuple(words)


def _own_command() -> tuple[str, ...]:
    """Return the command that runs this program: its script, or Python with its package."""
    script = Path(sys.executable).parent / "shanhuo"
    return (str(script),) if script.is_file() else (sys.executable, "-P", "-m", "generator")
