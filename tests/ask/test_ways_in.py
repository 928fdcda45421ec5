"""The ways in that are no page: the command, and the server that assistants ask."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
from command_line import shanhuo
from line.prepared_sites import prepared
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

REPOSITORY = Path(__file__).parent.parent.parent
KEYS = ["answer", "facts", "refused"]
FACT_KEYS = ["record", "field", "value", "date", "source"]


def test_the_command_answers_in_json() -> None:
    """Exactly these keys; the facts are those that the answer tells."""
    code, out, _ = shanhuo("ask", "紫阳富硒茶多少钱", prepared("demo").site, "--format", "json")
    told = json.loads(out)
    assert code == 0
    assert list(told) == KEYS
    assert [list(fact) for fact in told["facts"]] == [FACT_KEYS] * len(told["facts"])
    assert "¥128.00" in told["answer"]
    assert told["facts"][0]["source"] == {"title": "示例数据", "url": None}


def test_refusing_is_a_good_end() -> None:
    """What the data does not say is refused, and the command has done its work."""
    code, out, _ = shanhuo("ask", "西湖龙井多少钱", prepared("demo").site, "--format", "json")
    told = json.loads(out)
    assert (code, told["refused"], told["facts"]) == (0, True, [])


def test_the_command_follows_up_in_a_language() -> None:
    """The record talked of before comes as an id; the answer comes in the language asked for."""
    words = ("ask", "how long does it keep?", prepared("demo").site, "--context", "dongyuan-fuzhu", "--lang", "en")
    code, out, _ = shanhuo(*words)
    assert code == 0
    assert "9 months" in out


def test_wrong_words_are_told_and_mended() -> None:
    """An unknown record or language ends with 2 and says what there is."""
    site = prepared("demo").site
    code, _, said = shanhuo("ask", "多少钱", site, "--context", "dongyuan-fuzhi")
    assert (code, "dongyuan-fuzhu" in said) == (2, True)
    code, _, said = shanhuo("ask", "多少钱", site, "--lang", "xx")
    assert (code, "zh-Hans" in said) == (2, True)


def test_assistants_search_read_and_ask() -> None:
    """Three tools that say they only read, and every record as a resource."""
    with ThreadPoolExecutor(1) as elsewhere:  # a browser of another test may keep a loop in this thread
        elsewhere.submit(anyio.run, _as_an_assistant).result()


async def _as_an_assistant() -> None:
    words = ["-P", "-m", "generator", "mcp", str(prepared("demo").site)]
    server = StdioServerParameters(command=sys.executable, args=words, env={"PYTHONPATH": str(REPOSITORY)})
    async with Client(stdio_client(server)) as client:
        tools = (await client.list_tools()).tools
        assert {tool.name for tool in tools} == {"search", "record", "ask"}
        assert all(tool.annotations is not None and tool.annotations.read_only_hint for tool in tools)
        found = (await client.call_tool("search", {"text": "富硒"})).structured_content
        assert {"record": "product/ziyang-fuxi-cha", "name": "紫阳富硒茶（毛尖）"} in found["result"]
        told = (await client.call_tool("ask", {"question": "怎么吃", "context": "dongyuan-fuzhu"})).structured_content
        assert list(told) == KEYS
        assert "凉水泡软" in told["answer"]
        facts = (await client.call_tool("record", {"key": "campaign/nianhuo-2026"})).structured_content
        assert {fact["field"] for fact in facts["result"]} >= {"goal", "progress", "organiser"}
        read = await client.read_resource("shanhuo://records/product/dongyuan-fuzhu")
        assert json.loads(read.contents[0].text)[0]["record"] == "product/dongyuan-fuzhu"
