"""Asks the shipped script for every part of every name, and compares with what the names themselves say."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

KINDS_WITH_NAMES = 3
"""Products, origins and suppliers: any two consecutive characters of their names find them, ahead of all others."""
_SCRIPT = """async ([kinds, most, longest]) => {
    const search = window.shanhuoSearch;
    const { shards, facts, results, forms } = search;
    const site = search.site();
    forms.learn(await shards.read("characters", ""));

    const subjects = [];
    for (let file = 0; ; file += 1) {
        let read;
        try {
            read = await shards.read("facets", String(file));
        } catch (error) {
            break; // behind the last one
        }
        read[1].forEach((text, block) => text.split(" ").forEach((signs, local) => {
            if (signs) {
                subjects.push((file * site.blocksPerFile + block) * shards.LOCALS + local);
            }
        }));
    }
    const names = new Map();
    const asked = new Map();
    for (const subject of subjects) {
        const record = await results.read(subject);
        const name = forms.folded([].concat(record[2])[0]);
        names.set(subject, name);
        if (record[0] < kinds) {
            asked.set(subject, name);
        }
    }

    const parts = new Set();
    for (const name of asked.values()) {
        const signs = [...name];
        for (let from = 0; from < signs.length; from += 1) {
            for (let to = from + 2; to <= Math.min(signs.length, from + longest); to += 1) {
                parts.add(signs.slice(from, to).join(""));
            }
        }
    }
    // A query is trimmed, so a part with a blank at an end is another one.
    let queries = [...parts].filter((part) => part.trim() === part && [...part].length > 1);
    const all = queries.length;
    const step = Math.max(1, all / most);
    queries = Array.from({ length: Math.min(all, most) }, (_, place) => queries[Math.floor(place * step)]);

    const wrong = [];
    const begun = performance.now();
    for (const query of queries) {
        const answer = await search.answer(query);
        const found = [...answer.named, ...answer.told, ...answer.partial];
        await facts.read(found.map((one) => one.subject));
        const shown = [answer.named, answer.told, answer.partial].flatMap((group) => facts.ordered(group));
        const holders = new Set([...names].filter(([, name]) => name.includes(query)).map(([subject]) => subject));
        const ahead = shown.slice(0, holders.size).map((one) => one.subject);
        if (!ahead.every((subject) => holders.has(subject)) || ahead.length < holders.size) {
            wrong.push(query);
        }
    }
    const milliseconds = (performance.now() - begun) / Math.max(1, queries.length);
    return { subjects: subjects.length, names: asked.size, parts: all, queries: queries.length, wrong, milliseconds };
}"""


def recall(page: Page, *, most: int, longest: int = 99, kinds: int = KINDS_WITH_NAMES) -> dict[str, Any]:
    """Ask for every part of every name, and return what came of it.

    Args:
        page: An open page of search, before its first question.
        most: Queries to ask at most, evenly taken from all.
        longest: Characters of a query at most.
        kinds: How many kinds of things have names that must be found.

    Returns:
        ``subjects``, ``names`` and ``parts``: how many there are; ``queries``: how many were asked; ``wrong``: those
        that did not find every holder ahead of all others; ``milliseconds``: mean time of a query, its files included.
    """
    told: dict[str, Any] = page.evaluate(_SCRIPT, [kinds, most, longest])
    return told
