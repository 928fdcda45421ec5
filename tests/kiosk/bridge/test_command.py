"""``shanhuo guide bridge`` as it is called."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from generator.errors import UsageError
from generator.kiosk.bridge.addresses import mqtt_address, serial_address, udp_address
from generator.kiosk.bridge.hub import WAITING, Hub
from generator.kiosk.bridge.messages import Message

from .processes import REPOSITORY, finished


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-m", "generator", "guide", "bridge", *words]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", timeout=30, check=False)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), 2, "没有写感应器从哪里来"),
        (("--serial", "@9600"), 2, "--serial /dev/ttyUSB0"),
        (("--serial", "/dev/ttyUSB0,magic"), 2, "nexmosphere、json、weight、scanner"),
        (("--mqtt", "http://host/topic"), 2, "mqtt://127.0.0.1/shelf/events"),
        (("--udp", "0.0.0.0:6000"), 2, "UDP 没有令牌"),
        (("--http", "--origin", "portal"), 2, "不是网址"),
        (("--http", "--host", "203.0.113.1"), 3, "用不了"),
    ],
)
def test_what_cannot_be_is_said(words: tuple[str, ...], code: int, told: str) -> None:
    """One sentence, what to do, an exit code, and no traceback."""
    run = _run(*words)
    assert (run.returncode, told in run.stderr, "Traceback" in run.stderr) == (code, True, False), run.stderr


def test_a_port_that_is_taken() -> None:
    """It says so and how to go on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        run = _run("--http", "--port", str(taken.getsockname()[1]))
    assert run.returncode == 3
    assert "--port" in run.stderr


def test_addresses_are_read() -> None:
    """Ports, speeds, decoders, users and topics with wildcards."""
    assert serial_address("/dev/serial/by-id/usb-a@b@9600,json") == ("/dev/serial/by-id/usb-a@b", 9600, "json")
    assert serial_address("COM3") == ("COM3", 115200, "nexmosphere")
    assert udp_address("6000,scanner") == (6000, "scanner")
    assert mqtt_address("mqtts://a:b%40c@broker.example/hall/+/#,weight") == (
        *("broker.example", 8883, "hall/+/#", "weight", "a", "b@c", True),
    )
    assert mqtt_address("mqtt://[::1]:1884/t").source == "mqtt:::1/t"
    assert "b@c" not in mqtt_address("mqtt://a:b%40c@host/t").source
    with pytest.raises(UsageError):
        mqtt_address("mqtt://host:port/t")


def test_a_missing_library_is_named() -> None:
    """Without the extra the command says how to install it, and everything else works."""
    program = "import sys; sys.modules['aiomqtt'] = None; from generator.cli import main; main()"
    command = [sys.executable, "-P", "-c", program, "guide", "bridge", "--http"]
    run = subprocess.run(command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", timeout=30, check=False)
    assert run.returncode == 3
    assert "缺少 aiomqtt" in run.stderr
    assert 'pip install "shanhuo[guide]"' in run.stderr


def test_what_a_slow_page_misses_is_the_oldest() -> None:
    """A queue holds so many texts and no more."""

    async def filled() -> tuple[int, str]:
        hub = Hub(lambda _line: None)
        listener = hub.listen()
        for number in range(WAITING + 10):
            hub.publish(Message("udp:1", "json", str(number)))
        return listener.dropped, await listener.next()

    assert finished(filled()) == (10, '{"source":"udp:1","decoder":"json","data":"10"}')
