"""Read ``site_config.yml``: presets beneath it, pydantic over it, findings with lines out of it."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple, TypeAlias, get_args
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.findings import Finding, Place, finding
from generator.intake.yaml_tree import Node, parse_yaml

from .model import SiteConfig

CONFIG_FILE = "site_config.yml"

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


class Configuration(NamedTuple):
    """The settings and what goes with one run of them."""

    site: SiteConfig
    as_of: date
    """The day that the build shows, in the site's time zone."""
    lead_place: Place
    """Where ``home_lead`` stands, for those who know the products."""
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
    merged = {**_preset(preset_name), **own}
    try:
        site = SiteConfig.model_validate(merged)
    except ValidationError as error:
        return None, [_told(tree, detail) for detail in error.errors()]
    day = as_of or site.as_of or datetime.now(ZoneInfo(site.time_zone)).date()
    digest = hashlib.blake2b(f"{site!r}|{day}".encode(), digest_size=16).hexdigest()
    return Configuration(site=site, as_of=day, lead_place=_place(tree, ("home_lead",)), digest=digest), []


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


_ALLOWED = {
    "form": ("allowed", "{}"),
    "literal_error": ("expected", "{}"),
    "greater_than": ("gt", "> {}"),
    "greater_than_equal": ("ge", "≥ {}"),
    "less_than_equal": ("le", "≤ {}"),
}
"""pydantic error type → the entry of its context that says what is allowed, and how to write it."""
_EXPECTED = {
    "bool_parsing": "true, false",
    "date_from_datetime_parsing": "2026-11-21",
    "date_parsing": "2026-11-21",
    "decimal_parsing": "12.50",
    "dict_type": "key: value",
    "finite_number": "12.50",
    "int_from_float": "24",
    "int_parsing": "24",
    "model_type": "key: value",
    "string_too_short": "≥ 1",
    "string_type": "text",
    "tuple_type": "[a, b]",
}
"""pydantic error type → a form that would be accepted, readable in any language."""


def _told(tree: Node, detail: ErrorDetails) -> Finding:
    path = tuple(detail["loc"])
    setting = ".".join(str(step) for step in path)
    place = _place(tree, path)
    if detail["type"] == "missing":
        return finding("config-missing-setting", place, field=setting)
    if detail["type"] == "extra_forbidden":
        import difflib  # only misspelt settings need it

        known = _settings_beside(path)
        nearest = difflib.get_close_matches(str(path[-1]), known, n=1)
        return finding(
            "config-unknown-setting",
            place,
            field=setting,
            found=str(path[-1]),
            allowed=nearest[0] if nearest else ", ".join(known),
        )
    return finding("config-value", place, field=setting, found=str(detail["input"]), allowed=_allowed(detail))


def _allowed(detail: ErrorDetails) -> str:
    entry, form = _ALLOWED.get(detail["type"], ("", "{}"))
    told = str(detail.get("ctx", {}).get(entry, ""))
    if told:
        return form.format(told.replace("'", "").replace(" or ", ", "))
    return _EXPECTED.get(detail["type"], detail["msg"])


def _settings_beside(path: tuple[int | str, ...]) -> list[str]:
    """Return the settings of the section that the setting at *path* stands in."""
    model: type[BaseModel] = SiteConfig
    for step in path[:-1]:
        annotation = model.model_fields[step].annotation if isinstance(step, str) else None
        parts = (annotation, *get_args(annotation))
        model = next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), model)
    return [field.alias or name for name, field in model.model_fields.items()]
