"""Each way in is driven end to end: from the wire through the bridge into the decoders of a page in Chromium."""

from __future__ import annotations

import os
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiomqtt
import pytest
from guide.senses.pages import sensed, stays, write_page
from playwright.sync_api import Browser, Page

from .processes import Bridge, Broker, bridge, finished, served, waited

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal"),
]
LIFT = {"type": "lift", "sensor": "W01"}


@pytest.fixture
def broker() -> Iterator[Broker]:
    """A broker that runs."""
    running = Broker()
    running.start()
    yield running
    running.stop()


@pytest.fixture
def watching(chromium: Browser, tmp_path: Path) -> Iterator[Watching]:
    """Open pages that listen to a bridge."""
    with served(tmp_path) as address:
        opened = Watching(chromium, tmp_path, address)
        yield opened
        opened.close()


class Watching:
    """Pages that listen to sockets, from a website of this machine."""

    def __init__(self, chromium: Browser, folder: Path, address: str) -> None:
        self._context = chromium.new_context()
        self._folder, self.address = folder, address

    def page(self, port: int, **more: Any) -> Page:
        """Open a page, and wait until it is connected."""
        page = self._context.new_page()
        url = f"ws://127.0.0.1:{port}/"
        write_page(self._folder, [{"kind": "socket", "url": url, **more}])
        page.goto(self.address + "senses.html")
        assert sensed(page, 1)[0] == {"type": "alive", "source": url}
        return page

    def close(self) -> None:
        """Close all pages."""
        self._context.close()


def _posted(running: Bridge, body: str, query: str = "") -> int:
    request = urllib.request.Request(f"http://127.0.0.1:{running.port}/events{query}", body.encode(), method="POST")
    with urllib.request.urlopen(request, timeout=5) as answer:
        status: int = answer.status
        return status


def test_http_and_udp(watching: Watching) -> None:
    """A post and a datagram, JSON and raw; what a page does not understand is nothing to it."""
    with bridge("--http", "--udp", "0") as running:
        page = watching.page(running.port)
        assert _posted(running, '{"sensor": "W01", "state": "lifted"}') == 204
        assert _posted(running, "XR[PU002]X001A[1]", "?decoder=nexmosphere") == 204
        events = sensed(page, 3)[1:]
        assert events == [LIFT, {"type": "lift", "tag": "2", "sensor": "X001"}]
        running.said("UDP：127.0.0.1")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
            to = ("127.0.0.1", int(running.found(r"UDP：127\.0\.0\.1:(\d+)")))
            for data in (b"\xff\xfe{", b'{"code":"6901234567892"}', "{'不是':".encode()):
                sender.sendto(data, to)
        assert sensed(page, 4)[3] == {"type": "scan", "code": "6901234567892"}


def test_a_serial_port(watching: Watching) -> None:
    """Bytes of a pseudo terminal, cut within a message; a port that is gone is told, and again when it is back."""
    device, port = os.openpty()
    link = Path(watching._folder) / "ttyTEST"  # the folder of the page is a good place for a name that can be moved
    link.symlink_to(os.ttyname(port))
    source = {"source": f"serial:{link}"}
    with bridge("--serial", f"{link}@115200") as running:
        page = watching.page(running.port)
        for piece in (b"XR[PU0", b"02]\r\nX00", b"1A[1]\r\n\xff\x00"):
            os.write(device, piece)
        assert sensed(page, 2)[1] == {"type": "lift", "tag": "2", "sensor": "X001"}
        link.unlink()
        os.close(device)
        os.close(port)
        assert sensed(page, 3)[2] == {"type": "silent", **source}
        running.said(f"serial:{link} 断开了")
        device, port = os.openpty()
        link.symlink_to(os.ttyname(port))
        assert sensed(page, 4)[3] == {"type": "alive", **source}
        os.write(device, b"X001A[3]\r\n")
        assert sensed(page, 5)[4] == {"type": "lift", "sensor": "X001"}
        os.close(device)
        os.close(port)


def test_a_broker(watching: Watching, broker: Broker) -> None:
    """What is published comes, what was retained does not; a broker that is lost is told, and found again."""
    finished(_published(broker, "shelf/events", '{"sensor": "W09", "state": "lifted"}', retain=True))
    with bridge("--mqtt", f"mqtt://127.0.0.1:{broker.port}/shelf/#") as running:
        page = watching.page(running.port)
        _until_heard(page, broker)
        assert {"type": "lift", "sensor": "W09"} not in page.evaluate("events")
        broker.stop()
        page.wait_for_function("events.some(event => event.type === 'silent')")
        running.said("断开了", "会接着重连")
        broker.start()
        page.wait_for_function("events[events.length - 1].type === 'alive'", timeout=25_000)
        page.evaluate("events = []")
        _until_heard(page, broker)


def _until_heard(page: Page, broker: Broker) -> None:
    """Publish until the page has heard it: a subscription stands a moment after the connection."""

    def heard() -> bool:
        finished(_published(broker, "shelf/events", '{"sensor": "W01", "state": "lifted"}'))
        page.wait_for_timeout(150)
        return LIFT in page.evaluate("events")

    waited(heard)


async def _published(broker: Broker, topic: str, text: str, *, retain: bool = False) -> None:
    async with aiomqtt.Client("127.0.0.1", broker.port) as client:
        await client.publish(topic, text, qos=1, retain=retain)


def test_a_bridge_that_ends_and_one_that_begins(watching: Watching) -> None:
    """A page tells that it is silent, comes back by itself, and is told at once what is lost behind the bridge."""
    with bridge("--http") as running:
        page = watching.page(running.port)
    url = f"ws://127.0.0.1:{running.port}/"
    assert sensed(page, 2)[1] == {"type": "silent", "source": url}
    with bridge("--http", "--serial", "/dev/none", "--port", str(running.port)) as second:
        told = sensed(page, 4)[2:]
        assert told == [{"type": "alive", "source": url}, {"type": "silent", "source": "serial:/dev/none"}]
        second.said("serial:/dev/none 断开了")
        _posted(second, '{"sensor": "W01", "state": "lifted"}')
        assert sensed(page, 5)[4] == LIFT


def test_a_token_of_the_page(watching: Watching) -> None:
    """Given once behind the address, it is remembered and no longer seen."""
    with bridge("--http", "--host", "0.0.0.0") as running:
        token = running.found(r"令牌：(\S+)")
        url = f"ws://127.0.0.1:{running.port}/"
        page = watching._context.new_page()
        write_page(watching._folder, [{"kind": "socket", "url": url}])
        page.goto(watching.address + "senses.html")
        assert sensed(page, 1) == [{"type": "silent", "source": url}]
        page.goto("about:blank")
        for address in (f"senses.html#token={token}", "senses.html"):
            page.goto(watching.address + address)
            assert sensed(page, 1) == [{"type": "alive", "source": url}]
            assert "token" not in page.url
        assert _posted(running, '{"sensor": "W01", "state": "lifted"}', f"?token={token}") == 204
        stays(page, [*sensed(page, 2)[:1], LIFT])
