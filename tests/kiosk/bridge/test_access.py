"""Who is let in: programs and pages of this machine, and who knows the token; nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import aiohttp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.kiosk.bridge.access import Access, is_loopback, known_origins

from .processes import Bridge, bridge, finished

HERE = "127.0.0.1:8765"


@pytest.mark.parametrize(
    ("headers", "access", "refusal"),
    [
        ({}, Access(""), ""),
        ({"Origin": "http://127.0.0.1:8000"}, Access(""), ""),
        ({"Origin": "http://localhost"}, Access(""), ""),
        ({"Origin": "http://[::1]:80"}, Access(""), ""),
        ({"Origin": "https://evil.example"}, Access(""), "origin"),
        ({"Origin": "http://127.0.0.1.evil.example"}, Access(""), "origin"),
        ({"Origin": "http://localhost.evil.example"}, Access(""), "origin"),
        ({"Origin": "null"}, Access(""), "origin"),
        ({"Origin": "null"}, Access("", allow_files=True), ""),
        ({"Origin": ""}, Access(""), "origin"),
        ({"Origin": "https://portal.example"}, Access("", ("https://portal.example",)), ""),
        ({"Origin": "http://portal.example"}, Access("", ("https://portal.example",)), "origin"),
        ({"Host": "evil.example:8765"}, Access(""), "host"),
        ({"Host": ""}, Access(""), "host"),
        ({"Sec-Fetch-Site": "cross-site"}, Access(""), "origin"),
        ({"Sec-Fetch-Site": "none"}, Access(""), ""),
        ({"Origin": "http://127.0.0.1:8000"}, Access("secret"), "token"),
        ({"Authorization": "Bearer wrong"}, Access("secret"), "token"),
        ({"Authorization": "Bearer secret", "Host": "10.0.0.5"}, Access("secret"), ""),
        ({"Sec-WebSocket-Protocol": "shanhuo, token.secret"}, Access("secret"), ""),
        ({"Sec-WebSocket-Protocol": "shanhuo, token."}, Access("secret"), "token"),
    ],
)
def test_who_is_refused(headers: Mapping[str, str], access: Access, refusal: str) -> None:
    """Each header that tells where a request comes from."""
    assert access.refusal({"Host": HERE, **headers}) == refusal


@given(
    st.text(max_size=30), st.dictionaries(st.sampled_from(["Host", "Origin", "Authorization"]), st.text(max_size=30))
)
@settings(derandomize=True)
def test_nothing_but_the_token_opens(guess: str, headers: dict[str, str]) -> None:
    """No other text does, and none throws."""
    assert Access("s" * 31).refusal(headers, guess) == "token"
    assert Access("").refusal(headers, guess) in ("", "host", "origin")


def test_loopback_and_origins_are_known() -> None:
    """Names and addresses of this machine; a website without its path."""
    assert [is_loopback(host) for host in ("127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost")] == [True] * 5
    assert [is_loopback(host) for host in ("0.0.0.0", "::", "192.168.1.2", "screen.local", "")] == [False] * 5
    assert known_origins(["https://Portal.example/guide/"]) == ("https://portal.example",)
    with pytest.raises(ValueError, match="portal"):
        known_origins(["portal.example"])


@pytest.fixture(scope="module")
def running() -> Iterator[Bridge]:
    """A bridge on loopback, without a token."""
    with bridge("--http") as one:
        yield one


def test_a_foreign_website_neither_listens_nor_posts(running: Bridge) -> None:
    """A page of somebody else in the same browser is refused at both doors; one of this machine is not."""

    async def tried(origin: str) -> tuple[int, int]:
        address = f"http://127.0.0.1:{running.port}"
        async with aiohttp.ClientSession(headers={"Origin": origin}) as session:
            async with session.post(f"{address}/events", data=b"{}") as posted:
                status = posted.status
            try:
                async with session.ws_connect(address):
                    return status, 101
            except aiohttp.WSServerHandshakeError as error:
                return status, error.status

    assert finished(tried("https://evil.example")) == (403, 403)
    assert finished(tried("null")) == (403, 403)
    assert finished(tried("http://localhost:8000")) == (204, 101)


def test_a_page_that_does_not_read_holds_up_nobody(running: Bridge) -> None:
    """While one listener sleeps, all messages come to another; the sleeper loses the oldest, nobody else anything."""

    async def flooded() -> tuple[int, int]:
        address = f"http://127.0.0.1:{running.port}"
        body = json.dumps({"filling": "x" * 8000}).encode()
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(address),
            session.ws_connect(address) as awake,
        ):
            heard = 0
            for number in range(600):
                async with session.post(f"{address}/events", data=body) as posted:
                    assert posted.status == 204, number
                while json.loads(await awake.receive_str()).get("data") is None:
                    pass
                heard += 1
            async with session.get(f"{address}/health") as health:
                told = await health.json()
        return heard, told["pages"]

    assert finished(flooded()) == (600, 2)


def test_too_much_and_nonsense_are_refused(running: Bridge) -> None:
    """A body without end, a decoder that does not exist, a page that is no page."""

    async def tried() -> list[int]:
        address = f"http://127.0.0.1:{running.port}"
        answers = []
        async with aiohttp.ClientSession() as session:
            for path, body in (("/events", b"x" * 40_000), ("/events?decoder=magic", b"{}"), ("/other", b"")):
                async with session.post(address + path, data=body) as answer:
                    answers.append(answer.status)
            async with session.get(f"{address}/") as answer:
                answers.append(answer.status)
            async with session.get(f"{address}/health") as answer:
                answers.append(answer.status)
        return answers

    assert finished(tried()) == [413, 400, 404, 426, 200]
