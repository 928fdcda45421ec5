"""``shanhuo guide bridge``: sensors of all kinds into one WebSocket for the screen."""

from __future__ import annotations

import time

import click

from generator.errors import EXIT_GOOD, EnvironmentRefused, UsageError

LIBRARIES = ("aiohttp", "aiomqtt", "serial")
"""What the bridge needs beside the package's own libraries."""


@click.command()
@click.option("--serial", "serials", multiple=True, metavar="串口[@速度][,解码]", help="串口；可以写几次。")
@click.option("--udp", "udps", multiple=True, metavar="端口[,解码]", help="收本机发来的 UDP；可以写几次。")
@click.option("--mqtt", "mqtts", multiple=True, metavar="地址", help="mqtt://主机/主题[,解码]；可以写几次。")
@click.option("--http", "takes_posts", is_flag=True, help="收 POST /events。")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="地址", help="听在哪个地址；不是本机的要令牌。")
@click.option(
    "--port", default=8765, show_default=True, type=click.IntRange(0, 65535), metavar="端口", help="听在哪个端口。"
)
@click.option("--token", default="", metavar="令牌", help="屏幕和设备要带的令牌；需要而没写时现做一个。")
@click.option("--origin", "origins", multiple=True, metavar="网址", help="本机以外，哪个网站的页面也能听；可以写几次。")
@click.option("--allow-files", is_flag=True, help="从文件打开的屏幕不带令牌也能听；只用在专用的机器上。")
def bridge(
    serials: tuple[str, ...],
    udps: tuple[str, ...],
    mqtts: tuple[str, ...],
    takes_posts: bool,
    host: str,
    port: int,
    token: str,
    origins: tuple[str, ...],
    allow_files: bool,
) -> int:
    """把串口、UDP、MQTT、HTTP 来的感应接成一个 WebSocket，给屏幕用。

    在屏幕那台机器上开着，断了的会自己重连，按 Ctrl+C 停下。
    解码写 nexmosphere、json、weight（称重）或 scanner（一行一个码）；
    不写时串口是 nexmosphere，别的是 json。

    \b
    例：
      shanhuo guide bridge --serial /dev/ttyUSB0
      shanhuo guide bridge --serial COM3@9600,scanner --udp 6000
      shanhuo guide bridge --mqtt mqtt://127.0.0.1/shelf/#
      shanhuo guide bridge --http --host 0.0.0.0
    """
    from generator.kiosk.bridge.access import known_origins
    from generator.kiosk.bridge.addresses import mqtt_address, serial_address, udp_address

    if not (serials or udps or mqtts or takes_posts):
        raise UsageError(
            "没有写感应器从哪里来。", mend="例：shanhuo guide bridge --serial /dev/ttyUSB0。写 --help 看全部。"
        )
    try:
        known = known_origins(origins)
    except ValueError as error:
        raise UsageError(f"“{error}”不是网址。", mend="例：--origin https://portal.example.cn。") from error
    serial, udp, mqtt = (
        tuple(map(serial_address, serials)),
        tuple(map(udp_address, udps)),
        tuple(map(mqtt_address, mqtts)),
    )
    _need_libraries()
    from generator.kiosk.bridge.running import BridgeOptions, run_bridge

    run_bridge(BridgeOptions(host, port, token, known, allow_files, serial, udp, mqtt, takes_posts), _say)
    return EXIT_GOOD


def _need_libraries() -> None:
    """Say how what is missing is installed."""
    from importlib.util import find_spec

    missing = [name for name in LIBRARIES if find_spec(name) is None]
    if missing:
        raise EnvironmentRefused(
            f"缺少 {'、'.join(missing)}，感应器接不上。", mend='装上就行：python -m pip install "shanhuo[guide]"。'
        )


def _say(line: str) -> None:
    click.echo(f"{time.strftime('%H:%M:%S')} {line}")
