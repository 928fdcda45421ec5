"""Web Serial, through a port that stands in: headless Chromium lists none and asks nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .pages import sensed, stays, write_page

pytestmark = pytest.mark.browser
PORT = """
(() => {
  class Port {
    constructor() { this.opened = []; this.readable = null; }
    open(ways) {
      if (window.refused) return Promise.reject(new DOMException("busy", "NetworkError"));
      this.opened.push(ways);
      this.renew();
      return Promise.resolve();
    }
    renew() {
      this.readable = new ReadableStream({ start: controller => { this.controller = controller; } });
    }
    close() { this.readable = null; return Promise.resolve(); }
    send(text) { this.controller.enqueue(new TextEncoder().encode(text)); }
    fail() { const broken = this.controller; this.renew(); broken.error(new Error("framing")); }
    unplug() { const gone = this.controller; this.readable = null; gone.error(new Error("gone")); }
  }
  window.port = new Port();
  window.ports = [];
  const serial = new EventTarget();
  serial.getPorts = () => Promise.resolve(window.ports.slice());
  serial.requestPort = () => { window.ports = [window.port]; return Promise.resolve(window.port); };
  Object.defineProperty(navigator, "serial", { value: serial, configurable: true });
})();
"""
ALIVE, SILENT = ({"type": kind, "source": "serial"} for kind in ("alive", "silent"))
LIFT = {"type": "lift", "tag": "2", "sensor": "X001"}


@pytest.fixture
def page(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page whose browser has serial ports, none of them permitted yet."""
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script(PORT)
    page.goto(write_page(tmp_path, [{"kind": "serial", "baud": 9600}]).as_uri())
    yield page
    context.close()


def test_a_port_is_asked_for_once(page: Page) -> None:
    """It waits until somebody permits it, then decodes what comes, however it is cut, and when a line is lost."""
    assert sensed(page, 1) == [SILENT]
    assert page.evaluate("running.waits()")
    assert page.evaluate("running.connect()")
    assert sensed(page, 2) == [SILENT, ALIVE]
    assert page.evaluate("port.opened") == [{"baudRate": 9600, "bufferSize": 4096}]
    assert not page.evaluate("running.waits()")
    page.evaluate("port.send('XR[PU0'); port.send('02]\\r\\nX00'); port.send('1A[1]\\r\\n')")
    assert sensed(page, 3) == [SILENT, ALIVE, LIFT]
    page.evaluate("port.send('XR[PB002]\\r\\n')")
    assert sensed(page, 4)[3] == {"type": "return", "tag": "2"}


def test_a_known_port_comes_back_by_itself(page: Page) -> None:
    """An error of a line is no loss; an unplugged port is told, and again when it is back."""
    page.evaluate("ports = [port]; navigator.serial.dispatchEvent(new Event('connect'))")
    assert sensed(page, 2) == [SILENT, ALIVE]
    page.evaluate("port.fail()")
    page.wait_for_function("port.readable.locked")
    page.evaluate("port.send('XR[PU002]X001A[1]')")
    assert sensed(page, 3) == [SILENT, ALIVE, LIFT]
    page.evaluate("refused = true; port.unplug()")
    assert sensed(page, 4)[3:] == [SILENT]
    page.evaluate("refused = false; navigator.serial.dispatchEvent(new Event('connect'))")
    assert sensed(page, 5)[4:] == [ALIVE]
    page.evaluate("running.stop()")
    stays(page, sensed(page, 5))


def test_a_browser_without_serial_ports_is_silent(chromium: Browser, tmp_path: Path) -> None:
    """Nothing breaks; the display is told that nothing comes."""
    context = chromium.new_context()
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'serial', { value: undefined })")
    page.goto(write_page(tmp_path, [{"kind": "serial"}]).as_uri())
    assert sensed(page, 1) == [SILENT]
    assert page.evaluate("[running.waits(), running.stop()]") == [False, None]
    context.close()
