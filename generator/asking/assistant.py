"""A read-only MCP server over one site, so that assistants ground what they say on its facts."""

from __future__ import annotations

import json
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.types import ToolAnnotations

from generator import __version__
from generator.build.loading import Loaded

from .engine import Guide

READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
MOST_RESULTS = 20
MOST_ASKED = 400
"""Characters of a question that are read."""
INSTRUCTIONS = (
    "Facts of a showcase site of certified regional products. Say nothing of its products, prices, certificates or "
    "campaigns that these tools do not return; name field, date and source of what you say. Where `refused` is true, "
    "tell that the site does not know, and whom to ask."
)


def server(guide: Guide) -> MCPServer[Any]:
    """Return the server of the site that *guide* answers for: three tools and two kinds of resources."""
    made: MCPServer[Any] = MCPServer("shanhuo", title=guide.title, instructions=INSTRUCTIONS, version=__version__)

    @made.tool(annotations=READ_ONLY)
    def search(text: str, limit: int = MOST_RESULTS) -> list[dict[str, str]]:
        """Find records (products, places, campaigns, suppliers, figures …) by name, alias, pinyin or a part of it."""
        return guide.search(text[:MOST_ASKED], max(1, min(limit, MOST_RESULTS)))

    @made.tool(annotations=READ_ONLY)
    def record(key: str) -> list[dict[str, Any]]:
        """Return all facts of one record, each with field, value, date and source; `key` is as `search` gives it."""
        return guide.told_of(key)

    @made.tool(annotations=READ_ONLY)
    def ask(question: str, context: str = "") -> dict[str, Any]:
        """Answer a question in any wording from the site's facts alone; `context` is the record talked of before."""
        known = context if guide.knows(context) else ""
        return guide.ask(question[:MOST_ASKED], known).public()

    @made.resource("shanhuo://records", mime_type="application/json")
    def all_records() -> str:
        """All records: key and name."""
        return _json([{"record": each.key, "name": each.name} for each in guide.records.values()])

    @made.resource("shanhuo://records/{kind}/{key}", mime_type="application/json")
    def one_record(kind: str, key: str) -> str:
        """All facts of one record."""
        return _json(guide.told_of(f"{kind}/{key}"))

    return made


def serve(loaded: Loaded, language: str) -> None:
    """Serve a site without errors over standard input and output until the other side hangs up."""
    server(Guide(loaded, language)).run("stdio")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
