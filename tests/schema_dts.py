"""TypeScript's judgement of JSON-LD: statements as typed constants of schema-dts, through ``tsc``."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from npm_packages import installed

PACKAGES = {"schema-dts": "2.1.0", "typescript": "7.0.2"}
"""What npm installs, once, into a cache of the user's."""
_PLAIN = (bool, int, float, type(None))


def tools() -> Path | None:
    """Return a folder in which the packages are installed; ``None`` where there is no npm, or it cannot install."""
    return installed(PACKAGES)


def judged(folder: Path, module: str, work: Path) -> list[str]:
    """Return what ``tsc`` finds wrong with *module*; *work* is an empty folder to work in."""
    (work / "node_modules").symlink_to(folder / "node_modules")
    (work / "statements.ts").write_text(module, encoding="utf-8")
    options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler"]
    tsc = work / "node_modules" / ".bin" / "tsc"
    done = subprocess.run(
        [tsc, *options, "--target", "esnext", "--types", "", "statements.ts"],
        cwd=work,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (done.stdout + done.stderr).splitlines()
    return lines if done.returncode else []


def module_of(documents: Iterable[Any]) -> str:
    """Return a module that says each document as a ``Graph``, and each of its nodes as what it claims to be.

    Documents of one form are said once: of ten thousand products only some differ in more than their words.
    """
    forms = {json.dumps(form_of(document), sort_keys=True): document for document in documents}
    lines: list[str] = []
    names: set[str] = set()
    for number, document in enumerate(forms.values()):
        nodes = []
        for place, node in enumerate(document["@graph"]):
            kind, name = node["@type"], f"n{number}_{place}"
            names.add(kind)
            text = "".join(_written(node, f"{name}_", lines, names))
            lines.append(f"const {name}: {kind} = {text};")
            nodes.append(name)
        context = json.dumps(document["@context"])
        lines.append(f'export const g{number}: Graph = {{"@context": {context}, "@graph": [{", ".join(nodes)}]}};')
    imports = ", ".join(sorted({*names, "Graph", "WithActionConstraints"}))
    return "\n".join((f'import type {{ {imports} }} from "schema-dts";', *lines, ""))


def _written(value: Any, name: str, lines: list[str], names: set[str]) -> Iterator[str]:
    """Yield *value* as an expression; an action with inputs is a constant of its own, as schema-dts asks for it."""
    if isinstance(value, dict):
        if any(key.endswith(("-input", "-output")) for key in value):
            kind, constant = value["@type"], f"{name}action{len(lines)}"
            names.add(kind)
            text = json.dumps(value, ensure_ascii=False)
            lines.append(f"const {constant}: WithActionConstraints<{kind}> = {text};")
            yield constant
            return
        yield "{"
        for key, member in value.items():
            yield f"{json.dumps(key)}: "
            yield from _written(member, name, lines, names)
            yield ", "
        yield "}"
    elif isinstance(value, list):
        yield "["
        for member in value:
            yield from _written(member, name, lines, names)
            yield ", "
        yield "]"
    else:
        yield json.dumps(value, ensure_ascii=False)


def form_of(value: Any) -> Any:
    """Return *value* without its words: kinds, keys and terms of the vocabulary stay."""
    if isinstance(value, dict):
        return {key: member if key == "@type" else form_of(member) for key, member in value.items()}
    if isinstance(value, list):
        forms = {json.dumps(form_of(member), sort_keys=True) for member in value}
        return sorted(forms)
    if isinstance(value, str) and not value.startswith("https://schema.org/"):
        return ""
    return value if isinstance(value, (str, *_PLAIN)) else repr(value)


def kinds_in(value: Any) -> set[str]:
    """Return all kinds of things that *value* speaks of."""
    members: Iterable[Any] = ()
    if isinstance(value, dict):
        members = value.values()
    elif isinstance(value, list):
        members = value
    own = {value["@type"]} if isinstance(value, dict) and "@type" in value else set()
    return own.union(*(kinds_in(member) for member in members))
