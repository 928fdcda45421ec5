"""
Since which Chromium something of CSS or HTML works, and what a style or a page uses that is younger.

The facts come from MDN's ``@mdn/browser-compat-data`` (CC0) and lie beside this module as an extract, so that no test
needs a network.  ``python tests/chromium_features.py`` renews it through npm.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import tinycss2
from tinycss2 import ast

PACKAGE = "@mdn/browser-compat-data"
EXTRACT = Path(__file__).with_name("chromium_features.json")
OLDEST = 66
"""The oldest Chromium that shelf pages are made for: Android phones of 2018, and the browser inside WeChat (X5)."""
_NEVER = 10_000
"""Stands for what no Chromium has."""
_UNITS = {"", "px", "em", "rem", "ch", "ex", "vw", "vh", "vmin", "vmax", "mm", "cm", "in", "pt", "s", "ms", "deg", "fr"}
"""Units that Chromium had before 2018 (MDN, css.types.length and its kin)."""
_GAPS = {"gap", "row-gap", "column-gap"}
_GAP_IN_FLEX = 84
"""Chromium since which gaps part the items of a flexible box (MDN, css.properties.gap.flex_context)."""
_DEEPEST = 3
"""Dots in the longest names that are asked for, such as ``css.properties.overflow-wrap.anywhere``."""


class Use(NamedTuple):
    """Something that a browser has to know."""

    feature: str
    """MDN's name, such as ``css.properties.aspect-ratio``."""
    since: int
    """First Chromium that has it."""
    where: str
    """The rule or element that uses it."""


_UNLISTED = {"css.selectors.-webkit-details-marker": 12}
"""What MDN's data does not hold: WebKit's own triangle, which Chromium had from 12 to 88 (https://caniuse.com/details)."""


@cache
def facts() -> Mapping[str, int]:
    """Return feature → first Chromium."""
    told = json.loads(EXTRACT.read_text(encoding="utf-8"))
    older = {f"{group}.{name}": 1 for group, names in told["older"].items() for name in names.split()}
    return older | {f"{group}.{name}": age for group, ages in told["younger"].items() for name, age in ages.items()}


def since(feature: str, default: int = _NEVER) -> int:
    """Return the first Chromium that has *feature*; *default* where MDN does not know it."""
    return facts().get(feature, _UNLISTED.get(feature, default))


def younger_in_style(text: str, oldest: int = OLDEST) -> list[Use]:
    """Return what a style sheet uses that is younger than *oldest* and has no stand-in.

    A declaration has one when the same property stands before it in the same rule with a value that *oldest* knows.
    What an ``@supports`` or an unknown ``@media`` feature guards is for browsers that know it.
    """
    return list(_in_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), oldest))


def _in_rules(rules: Iterable[ast.Node], oldest: int) -> Iterator[Use]:
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            selector = tinycss2.serialize(rule.prelude).strip()
            yield from _in_selector(selector, oldest)
            yield from _in_block(rule.content, selector, oldest)
        elif isinstance(rule, ast.AtRule):
            yield from _in_at_rule(rule, oldest)
        else:
            raise ValueError(f"not CSS: {rule}")  # noqa: TRY004


def _in_at_rule(rule: ast.AtRule, oldest: int) -> Iterator[Use]:
    name = f"@{rule.lower_at_keyword}"
    age = since(f"css.at-rules.{rule.lower_at_keyword}")
    if age > oldest:
        yield Use(f"css.at-rules.{rule.lower_at_keyword}", age, name)
        return
    if rule.content is None or rule.lower_at_keyword == "supports":
        return
    if rule.lower_at_keyword == "keyframes":
        for step in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
            yield from _in_block(step.content, name, oldest)
        return
    if rule.lower_at_keyword != "media":
        yield from _in_block(rule.content, name, oldest)
        return
    prelude = tinycss2.serialize(rule.prelude)
    known = [since(f"css.at-rules.media.{_bare(each)}") for each in re.findall(r"\(\s*([a-z-]+)", prelude)]
    if re.search(r"[<>=]", prelude):
        known.append(since("css.at-rules.media.range_syntax"))
    inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    yield from _in_rules(inner, max([oldest, *known]))


def _bare(feature: str) -> str:
    return re.sub(r"^(min|max)-", "", feature)


def _in_selector(selector: str, oldest: int) -> Iterator[Use]:
    for name in re.findall(r"::?([a-z-]+)", selector):
        feature = f"css.selectors.{name}"
        age = since(feature)
        if age > oldest:
            yield Use(feature, age, selector)


def _in_block(content: Iterable[ast.Node], where: str, oldest: int) -> Iterator[Use]:
    stand_ins: set[str] = set()
    declarations = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    values = {each.lower_name: tinycss2.serialize(each.value) for each in declarations if each.type == "declaration"}
    for each in declarations:
        assert each.type == "declaration", f"{where}: {each}"
        uses = list(_in_declaration(each, where, oldest))
        if each.lower_name in _GAPS and "grid" not in values.get("display", "") and oldest < _GAP_IN_FLEX:
            uses.append(Use("css.properties.gap.flex_context", _GAP_IN_FLEX, where))
        if not uses:
            stand_ins.add(each.lower_name)
        elif each.lower_name not in stand_ins or any(use.feature == f"css.properties.{each.name}" for use in uses):
            yield from uses


def _in_declaration(declaration: ast.Declaration, where: str, oldest: int) -> Iterator[Use]:
    name = declaration.lower_name
    own = f"css.properties.{name}"
    if name.startswith("-") and not name.startswith("--"):
        return  # a prefix addresses other browsers
    if not name.startswith("--") and (age := since(own)) > oldest:
        yield Use(own, age, where)
        return
    for token in _tokens(declaration.value):
        feature, age = _of_token(token, own)
        if age > oldest:
            yield Use(feature, age, where)


def _tokens(nodes: Iterable[ast.Node]) -> Iterator[ast.Node]:
    for node in nodes:
        yield node
        inner = getattr(node, "arguments", None) or getattr(node, "content", None)
        if isinstance(inner, list):
            yield from _tokens(inner)


def _of_token(token: ast.Node, own: str) -> tuple[str, int]:
    """Return the feature of one part of a value and its age; what MDN does not list apart is as old as its property."""
    if token.type == "ident":
        return f"{own}.{token.lower_value}", since(f"{own}.{token.lower_value}", 1)
    if token.type == "function" and own != "css.properties.clip":  # its rectangle is as old as itself
        name = _SAME.get(token.lower_name, token.lower_name)
        named = [f"{group}.{name}" for group in (own, *_FUNCTIONS)]
        known = [each for each in named if each in facts()]
        return (known or named)[0], min((since(each) for each in known), default=_NEVER)
    if token.type == "dimension" and token.lower_unit not in _UNITS:
        return f"unit {token.lower_unit}", _NEVER
    return own, 1


_SAME = {"rgba": "rgb", "hsla": "hsl"}
"""Other names of functions, as old as they (MDN, css.types.color.rgb)."""
_FUNCTIONS = (
    "css.types",
    "css.types.color",
    "css.types.transform-function",
    "css.types.gradient",
    "css.types.filter-function",
    "css.types.easing-function",
    "css.types.basic-shape",
    "css.properties.grid-template-columns",
)


def younger_in_page(tree: Element, oldest: int = OLDEST) -> list[Use]:
    """Return the elements and attributes of a page that are younger than *oldest*."""
    found: dict[str, Use] = {}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = f"html.elements.{element.tag}"
        is_html = name in facts()
        uses = [(name, since(name, 1 if _is_drawing(element) else _NEVER))]
        for attribute in element.attrib:
            own, everywhere = f"{name}.{attribute}", f"html.global_attributes.{attribute}"
            if is_html and not attribute.startswith(("aria-", "data-")) and attribute != "role":
                uses.append((own if own in facts() else everywhere, min(since(own), since(everywhere))))
        for feature, age in uses:
            if age > oldest:
                found.setdefault(feature, Use(feature, age, f"<{element.tag}>"))
    return list(found.values())


def _is_drawing(element: Element) -> bool:
    return element.tag in {"svg", "path", "g", "circle", "rect", "line", "text", "use", "symbol", "defs", "polygon"}


# ---- the extract


def renew() -> None:
    """Fetch the newest data through npm and write the extract anew."""
    npm = shutil.which("npm")
    assert npm is not None, "npm is needed"
    with tempfile.TemporaryDirectory() as folder:
        options = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        subprocess.run([npm, "install", *options, PACKAGE], cwd=folder, check=True)
        data = json.loads((Path(folder) / "node_modules" / PACKAGE / "data.json").read_text(encoding="utf-8"))
    write(data)


def write(data: Mapping[str, Any]) -> None:
    """Write what tests need of MDN's *data*: names of what is old, names and ages of what is younger."""
    ages: dict[str, int] = {}
    for group in ("css", "html"):
        for feature, node in _walk(data[group], group):
            support = node["__compat"]["support"].get("chrome", [])
            entries = support if isinstance(support, list) else [support]
            ages[feature] = min(_ages(entries), default=_NEVER)
            for other in {each["alternative_name"] for each in entries if "alternative_name" in each}:
                older = _ages([each for each in entries if each.get("alternative_name") == other], named=True)
                ages[feature.rpartition(".")[0] + f".{other}"] = min(older, default=_NEVER)
    # Parts of what is old need no line of their own: what is not listed is as old as what it is part of.
    older: dict[str, list[str]] = {}
    younger: dict[str, dict[str, int]] = {}
    for feature, age in sorted(ages.items()):
        group, _, name = feature.rpartition(".")
        if feature.count(".") > _DEEPEST or (age == _NEVER and _stands_alone(feature)):
            continue
        if age > OLDEST:
            younger.setdefault(group, {})[name] = age
        elif _stands_alone(feature):
            older.setdefault(group, []).append(name)
    told = {
        "source": f"{PACKAGE} {data['__meta']['version']}",
        "older": {group: " ".join(names) for group, names in older.items()},
        "younger": younger,
    }
    EXTRACT.write_text(json.dumps(told, indent=0) + "\n", encoding="utf-8")


def _walk(node: Mapping[str, Any], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for key, child in node.items():
        if key != "__compat" and isinstance(child, dict):
            if "__compat" in child:
                yield f"{path}.{key}", child
            yield from _walk(child, f"{path}.{key}")


def _stands_alone(name: str) -> bool:
    """Tell whether a page must not use what is not listed: not for values of a property, which may be any word."""
    _, kind, *rest = name.split(".")
    return kind in ("elements", "types") or len(rest) == 1 or rest[0] in ("media", "grid-template-columns")


def _ages(entries: Sequence[Mapping[str, Any]], *, named: bool = False) -> list[int]:
    """Return the first versions of what works without a flag or a prefix, and under its own name unless *named*.

    What one entry ends, another may go on with: then it worked before as well.
    """
    begun = {each.get("version_added") for each in entries}
    entries = [each for each in entries if each.get("version_removed") in (None, *begun)]
    without = {"flags", "prefix"} | (set() if named else {"alternative_name"})
    return [
        int(re.sub(r"\D", "", each["version_added"].split(".")[0]))
        for each in entries
        if isinstance(each.get("version_added"), str)
        and each["version_added"][:1] in "≤0123456789"
        and not without & each.keys()
    ]


if __name__ == "__main__":
    renew()
