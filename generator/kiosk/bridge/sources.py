"""The ways in beside HTTP: each runs until it is cancelled, and comes back by itself after whatever goes wrong."""

from __future__ import annotations

import asyncio
import codecs
import os
import ssl
from collections.abc import AsyncIterator

import aiomqtt
import serial

from .addresses import MqttAddress, SerialAddress, UdpAddress
from .hub import Hub
from .messages import Message, whole

FIRST, MOST = 0.5, 15.0
"""Seconds until the next attempt, at first and at most."""
_READ_SECONDS = 0.2
"""How long a read of a serial port waits; also how long a port is kept open after the end."""


async def _attempts() -> AsyncIterator[None]:
    """Yield at once and then after longer and longer waits, for ever."""
    wait = FIRST
    while True:
        yield
        await asyncio.sleep(wait)
        wait = min(wait * 2, MOST)


async def run_serial(address: SerialAddress, hub: Hub) -> None:
    """Read a serial port; an unplugged one is opened again when it is back."""
    async for _ in _attempts():
        try:
            port = await asyncio.to_thread(_opened, address)
        except (serial.SerialException, OSError, ValueError) as error:
            hub.mark(address.source, _reason(error))
            continue
        hub.mark(address.source)
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        try:
            while True:
                data = await asyncio.to_thread(_read, port)
                if data:
                    hub.publish(Message(address.source, address.decoder, decode(data)))
        except (serial.SerialException, OSError, TypeError) as error:  # pyserial's own, of a port that is gone
            hub.mark(address.source, _reason(error))
        finally:
            port.close()


def _opened(address: SerialAddress) -> serial.Serial:
    port: serial.Serial = serial.serial_for_url(address.port, address.baud, timeout=_READ_SECONDS)
    return port


def _read(port: serial.Serial) -> bytes:
    """Wait for a byte, and take what else is there."""
    first: bytes = port.read(1)
    return first + port.read(port.in_waiting) if first else b""


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, address: UdpAddress, hub: Hub) -> None:
        self._address, self._hub = address, hub

    def datagram_received(self, data: bytes, addr: object) -> None:
        """Pass on a datagram."""
        del addr
        self._hub.publish(whole(self._address.source, self._address.decoder, data))


async def run_udp(address: UdpAddress, hub: Hub) -> None:
    """Take datagrams on loopback."""
    loop = asyncio.get_running_loop()
    async for _ in _attempts():
        try:
            made = lambda: _Datagrams(address, hub)  # noqa: E731 - a protocol is made by a function
            transport, _protocol = await loop.create_datagram_endpoint(made, local_addr=("127.0.0.1", address.port))
        except OSError as error:
            hub.mark(address.source, _reason(error))
            continue
        hub.mark(address.source)
        hub.say(f"UDP：127.0.0.1:{transport.get_extra_info('sockname')[1]}")
        try:
            await asyncio.Event().wait()
        finally:
            transport.close()


async def run_mqtt(address: MqttAddress, hub: Hub) -> None:
    """Subscribe to a topic; a lost broker is looked for again."""
    async for _ in _attempts():
        try:
            client = aiomqtt.Client(
                address.host,
                address.port,
                username=address.user or None,
                password=address.password or None,
                tls_context=ssl.create_default_context() if address.is_secure else None,
                keepalive=15,
                timeout=10,
                max_queued_incoming_messages=1000,
            )
            async with client:
                await client.subscribe(address.topic, qos=1)
                hub.mark(address.source)
                async for message in client.messages:
                    payload = message.payload
                    data = bytes(payload) if isinstance(payload, (bytes, bytearray)) else str(payload or "").encode()
                    source = f"mqtt:{address.host}/{message.topic.value}"
                    # What is retained is the past, not somebody's hand.
                    if not message.retain:
                        hub.publish(whole(source, address.decoder, data))
        except (aiomqtt.MqttError, OSError) as error:
            hub.mark(address.source, _reason(error))


def _reason(error: Exception) -> str:
    """Return one line of what the system said."""
    number = getattr(error, "errno", None)
    text = os.strerror(number) if isinstance(number, int) and number > 0 else str(error) or type(error).__name__
    return " ".join(str(text).split())[:120].rstrip(".")
