"""The door of the bridge: a WebSocket for pages, ``POST /events`` for devices, ``GET /health`` for who watches."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from aiohttp import WSCloseCode, WSMsgType, web
from aiohttp.typedefs import Handler

from .access import Access
from .hub import Hub, Listener
from .messages import DECODERS, LONGEST, beat, whole

BEAT = 4.0
"""Seconds between two beats; a page that misses three takes the connection for dead."""
MOST_PAGES = 32
"""Pages that may listen at once."""
MOST_HEADERS = 8190


class Door:
    """Answers requests; who is refused hears why in one word."""

    def __init__(self, hub: Hub, access: Access, *, takes_posts: bool) -> None:
        self._hub, self._access = hub, access
        self._takes_posts = takes_posts
        self._open: set[web.WebSocketResponse] = set()

    def application(self) -> web.Application:
        """Return what aiohttp serves."""
        application = web.Application(client_max_size=LONGEST, middlewares=[self._checked])
        application.router.add_get("/", self._pages)
        application.router.add_get("/health", self._health)
        application.router.add_post("/events", self._events)
        application.on_shutdown.append(self._closed)
        return application

    @web.middleware
    async def _checked(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if refusal := self._access.refusal(request.headers, request.query.get("token", "")):
            return web.json_response({"refused": refusal}, status=401 if refusal == "token" else 403)
        answer: web.StreamResponse = await handler(request)
        return answer

    async def _pages(self, request: web.Request) -> web.StreamResponse:
        """Send a page everything until it goes."""
        socket = web.WebSocketResponse(protocols=("shanhuo",), heartbeat=20, max_msg_size=4096, compress=False)
        if not socket.can_prepare(request).ok:
            return web.json_response({"refused": "websocket"}, status=426)
        if self._hub.pages >= MOST_PAGES:
            return web.json_response({"refused": "pages"}, status=503)
        await socket.prepare(request)
        listener = self._hub.listen()
        self._open.add(socket)
        sending = asyncio.gather(_sent(socket, listener), _beaten(listener))
        try:
            async for message in socket:  # nothing that a page says is heard
                if message.type is WSMsgType.ERROR:
                    break
        finally:
            sending.cancel()
            with suppress(asyncio.CancelledError, ConnectionError):
                await sending
            self._open.discard(socket)
            self._hub.leave(listener)
        return socket

    async def _events(self, request: web.Request) -> web.StreamResponse:
        """Take what a device posts; ``?decoder=`` says how it is read."""
        decoder = request.query.get("decoder", DECODERS[1])
        if not self._takes_posts:
            return web.json_response({"refused": "http"}, status=404)
        if decoder not in DECODERS:
            return web.json_response({"refused": "decoder", "known": DECODERS}, status=400)
        self._hub.publish(whole("http", decoder, await request.read()))
        return web.Response(status=204)

    async def _health(self, request: web.Request) -> web.StreamResponse:
        """Tell how many pages listen and what is lost."""
        del request
        return web.json_response({"pages": self._hub.pages, "lost": self._hub.lost})

    async def _closed(self, application: web.Application) -> None:
        del application
        for socket in [*self._open]:
            await socket.close(code=WSCloseCode.GOING_AWAY, message=b"bridge ends")


async def _sent(socket: web.WebSocketResponse, listener: Listener) -> None:
    """Send what waits; a page that is gone ends it, and the reading side tells."""
    with suppress(ConnectionError):
        while True:
            await socket.send_str(await listener.next())


async def _beaten(listener: Listener) -> None:
    number = 0
    while True:
        listener.put(beat(number))
        number += 1
        await asyncio.sleep(BEAT)
