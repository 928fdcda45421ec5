"""Devices with a WebSocket of their own: JSON straight into the page, and a connection that dies without a word."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from guide.senses.pages import sensed, write_page
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


class Device:
    """A server that sends each page what it is told to."""

    def __init__(self) -> None:
        self.port = 0
        self.loop = asyncio.new_event_loop()
        self._pages: list[web.WebSocketResponse] = []

    async def begin(self) -> web.AppRunner:
        """Serve on a free port of loopback."""
        application = web.Application()
        application.router.add_get("/", self._page)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.port = runner.addresses[0][1]
        return runner

    async def _page(self, request: web.Request) -> web.WebSocketResponse:
        page = web.WebSocketResponse()
        await page.prepare(request)
        self._pages.append(page)
        async for _ in page:
            pass
        return page

    def send(self, text: str) -> None:
        """Send a message to the page that came last."""
        asyncio.run_coroutine_threadsafe(self._pages[-1].send_str(text), self.loop).result(5)

    def send_bytes(self, data: bytes) -> None:
        """Send a message of bytes."""
        asyncio.run_coroutine_threadsafe(self._pages[-1].send_bytes(data), self.loop).result(5)


@contextmanager
def device() -> Iterator[Device]:
    """Run a device for the length of the block."""
    running = Device()
    # A thread of its own, because the browser has the loop of this one.
    thread = threading.Thread(target=running.loop.run_forever, daemon=True)
    thread.start()
    runner = asyncio.run_coroutine_threadsafe(running.begin(), running.loop).result(5)
    try:
        yield running
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), running.loop).result(5)
        running.loop.call_soon_threadsafe(running.loop.stop)
        thread.join()
        running.loop.close()


def test_json_comes_straight_into_the_page(chromium: Browser, tmp_path: Path) -> None:
    """A message is a whole, whatever is in it; a page read from a file listens as well."""
    context = chromium.new_context()
    with device() as running:
        page = context.new_page()
        url = f"ws://127.0.0.1:{running.port}/"
        page.goto(write_page(tmp_path, [{"kind": "socket", "url": url}]).as_uri())
        assert sensed(page, 1) == [{"type": "alive", "source": url}]
        for text in (
            '{"sensor":"W01",',
            '[{"tag":"012","lifted":true},{"tag":"12","lifted":false}]',
            '{"presence":1}',
            "7",
        ):
            running.send(text)
        running.send_bytes(b"\x00\xff")
        running.send('{"source":"a","decoder":"__proto__","data":"x"}')
        running.send('{"source":"a","decoder":"magic","data":"x"}')
        running.send('{"code":"6901234567892"}')
        told: list[dict[str, Any]] = [{"type": "lift", "tag": "12"}, {"type": "return", "tag": "12"}]
        told += [{"type": "presence", "present": True}, {"type": "scan", "code": "6901234567892"}]
        assert sensed(page, 5)[1:] == told
    context.close()


def test_a_connection_that_dies_without_a_word(chromium: Browser, tmp_path: Path) -> None:
    """Beats that stop are a connection that is lost; it is made anew."""
    context = chromium.new_context()
    with device() as running:
        page = context.new_page()
        page.clock.install()
        url = f"ws://127.0.0.1:{running.port}/"
        page.goto(write_page(tmp_path, [{"kind": "socket", "url": url}]).as_uri())
        assert sensed(page, 1) == [{"type": "alive", "source": url}]
        running.send('{"beat": 0}')
        page.wait_for_timeout(200)
        page.clock.fast_forward(13_000)
        assert sensed(page, 2)[1] == {"type": "silent", "source": url}
        page.clock.fast_forward(2_000)
        assert sensed(page, 3)[2] == {"type": "alive", "source": url}
        running.send('{"tag":"1","lifted":true}')
        assert sensed(page, 4)[3] == {"type": "lift", "tag": "1"}
    context.close()
