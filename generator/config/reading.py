"""Read ``site_config.yml``: presets beneath it, findings with lines out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.findings import Finding, Place, finding
from generator.intake.yaml_tree import Node, parse_yaml

from .model import SiteConfig
from .sections import Fault, Plain, read_section

CONFIG_FILE = "site_config.yml"


class Configuration(NamedTuple):
    """The settings and what goes with one run of them."""

    site: SiteConfig
    as_of: date
    """The day that the build shows, in the site's time zone."""
    lead_place: Place
    """Where ``home_lead`` stands, for those who know the products."""
    brand_places: Mapping[str, Place]
    """Setting such as ``brand.colours.tea`` → where it stands, for those who know the theme."""
    digest: str
    """Changes whenever a setting or the day changes."""


def read_config(
    site_dir: Path, *, as_of: date | None = None, base_url: str | None = None
) -> tuple[Configuration | None, list[Finding]]:
    """Read the settings of the site at *site_dir*.

    Args:
        site_dir: The site's folder.
        as_of: Day to show instead of the configured one or today.
        base_url: Address to use instead of the configured one.

    Returns:
        The configuration, or ``None`` with the findings that say why there is none.
    """
    try:
        data = (site_dir / CONFIG_FILE).read_bytes()
    except FileNotFoundError:
        return None, [finding("config-missing-file", Place(CONFIG_FILE, 1))]
    tree, findings = parse_yaml(data, CONFIG_FILE)
    if tree is None or not isinstance(tree.value, dict) or findings:
        return None, findings or [finding("config-missing-file", Place(CONFIG_FILE, 1))]
    if base_url is not None:
        tree.value["base_url"] = Node(base_url, 1, 1)
    return _checked(tree, as_of)


def _checked(tree: Node, as_of: date | None) -> tuple[Configuration | None, list[Finding]]:
    own = _plain(tree)
    assert isinstance(own, dict)
    preset_name = own.get("preset", "china")
    if not isinstance(preset_name, str) or preset_name not in presets():
        place = _place(tree, ("preset",))
        allowed = ", ".join(presets())
        return None, [finding("config-value", place, field="preset", found=str(preset_name), allowed=allowed)]
    merged = _merged(_preset(preset_name), own)
    site, faults = read_section(SiteConfig, merged)
    if site is None:
        return None, [_told(tree, fault) for fault in faults]
    day = as_of or site.as_of or datetime.now(ZoneInfo(site.time_zone)).date()
    of_pages = site._replace(printers=MappingProxyType({}))  # no page goes by what printers do
    digest = hashlib.blake2b(f"{of_pages!r}|{day}".encode(), digest_size=16).hexdigest()
    lead, brand = _place(tree, ("home_lead",)), _brand_places(tree, site)
    return Configuration(site=site, as_of=day, lead_place=lead, brand_places=brand, digest=digest), []


def _brand_places(tree: Node, site: SiteConfig) -> dict[str, Place]:
    paths = [("brand", "accent"), ("brand", "logo"), *(("brand", "colours", name) for name in site.brand.colours)]
    return {".".join(path): _place(tree, path) for path in paths}


def _merged(preset: dict[str, Plain], own: dict[str, Plain]) -> dict[str, Plain]:
    """Return the site's settings over its country's, whose translations stay beside the site's own."""
    ours, theirs = preset.get("translations"), own.get("translations")
    if not isinstance(ours, dict) or not isinstance(theirs, dict):
        return {**preset, **own}
    both: dict[str, Plain] = {**ours, **theirs}
    for language, texts in theirs.items():
        known = ours.get(language)
        if isinstance(known, dict) and isinstance(texts, dict):
            both[language] = {**known, **texts}
    return {**preset, **own, "translations": both}


@cache
def presets() -> tuple[str, ...]:
    """Return the names of the countries' defaults that come with the package."""
    folder = files("generator.config") / "presets"
    return tuple(sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml")))


def _preset(name: str) -> dict[str, Plain]:
    source = files("generator.config") / "presets" / f"{name}.yml"
    tree, findings = parse_yaml(source.read_bytes(), source.name)
    assert not findings, findings
    assert tree is not None
    plain = _plain(tree)
    assert isinstance(plain, dict)
    return plain


def _plain(node: Node) -> Plain:
    if isinstance(node.value, dict):
        return {key: _plain(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(child) for child in node.value]
    return node.value


def _place(tree: Node, path: tuple[int | str, ...]) -> Place:
    """Return the place of the deepest node on *path* that the file really holds."""
    node = tree
    for step in path:
        child: Node | None = None
        if isinstance(node.value, dict) and isinstance(step, str):
            child = node.value.get(step)
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            child = node.value[step]
        if child is None:
            break
        node = child
    return Place(CONFIG_FILE, node.line, node.column)


def _told(tree: Node, fault: Fault) -> Finding:
    setting = ".".join(str(step) for step in fault.path)
    place = _place(tree, fault.path)
    if fault.kind == "missing":
        return finding("config-missing-setting", place, field=setting)
    if fault.kind == "unknown":
        import difflib  # only misspelt settings need it

        nearest = difflib.get_close_matches(fault.found, fault.known, n=1)
        allowed = nearest[0] if nearest else ", ".join(fault.known)
        return finding("config-unknown-setting", place, field=setting, found=fault.found, allowed=allowed)
    return finding("config-value", place, field=setting, found=fault.found, allowed=fault.allowed)
