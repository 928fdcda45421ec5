"""The bridge from its first line to its last."""

from __future__ import annotations

import asyncio
import secrets
import signal
import sys
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, NamedTuple

from aiohttp import web

from generator.errors import EnvironmentRefused

from .access import Access, is_loopback
from .addresses import MqttAddress, SerialAddress, UdpAddress
from .hub import Hub
from .server import MOST_HEADERS, Door
from .sources import run_mqtt, run_serial, run_udp


class BridgeOptions(NamedTuple):
    """Everything that a bridge is told."""

    host: str = "127.0.0.1"
    port: int = 8765
    token: str = ""
    origins: tuple[str, ...] = ()
    allow_files: bool = False
    serial: tuple[SerialAddress, ...] = ()
    udp: tuple[UdpAddress, ...] = ()
    mqtt: tuple[MqttAddress, ...] = ()
    takes_posts: bool = False


def run_bridge(options: BridgeOptions, say: Callable[[str], None]) -> None:
    """Run until SIGTERM or Ctrl+C.

    Raises:
        EnvironmentRefused: The port is taken, or the address is none of this machine's.
    """
    # On Windows only this loop can watch the socket of an MQTT client.
    factory = asyncio.SelectorEventLoop if sys.platform == "win32" else None
    with asyncio.Runner(loop_factory=factory) as runner, suppress(KeyboardInterrupt):
        runner.run(_serve(options, say))
    say("已停止。")


async def _serve(options: BridgeOptions, say: Callable[[str], None]) -> None:
    token = options.token
    if not token and not is_loopback(options.host):
        token = secrets.token_urlsafe(18)
        say(f"令牌：{token}")
        say(f"打开屏幕时在网址后面加上 #token={token}，只要一次；设备写在 Authorization: Bearer 里。")
    hub = Hub(say)
    door = Door(hub, Access(token, options.origins, options.allow_files), takes_posts=options.takes_posts)
    runner = web.AppRunner(door.application(), access_log=None, max_line_size=MOST_HEADERS, shutdown_timeout=2)
    await runner.setup()
    try:
        site = web.TCPSite(runner, options.host, options.port)
        try:
            await site.start()
        except OSError as error:
            raise EnvironmentRefused(
                f"{options.host}:{options.port} 用不了：{error.strerror or error}。",
                mend="换一个端口（--port），或先停掉占着它的程序。",
            ) from error
        port = runner.addresses[0][1]
        shown = f"[{options.host}]" if ":" in options.host else options.host
        say(f"听着 ws://{shown}:{port}/")
        await _until_told([*_sources(options, hub)])
    finally:
        await runner.cleanup()


def _sources(options: BridgeOptions, hub: Hub) -> list[Coroutine[Any, Any, None]]:
    return [
        *(run_serial(address, hub) for address in options.serial),
        *(run_udp(address, hub) for address in options.udp),
        *(run_mqtt(address, hub) for address in options.mqtt),
    ]


async def _until_told(sources: list[Coroutine[Any, Any, None]]) -> None:
    """Run all sources until the system asks for the end."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows interrupts instead
            loop.add_signal_handler(name, ended.set)
    tasks = [asyncio.create_task(source) for source in sources]
    waiting = asyncio.create_task(ended.wait())
    try:
        done, _ = await asyncio.wait([waiting, *tasks], return_when=asyncio.FIRST_COMPLETED)
        for task in done - {waiting}:
            task.result()
    finally:
        for task in (waiting, *tasks):
            task.cancel()
        await asyncio.gather(waiting, *tasks, return_exceptions=True)
