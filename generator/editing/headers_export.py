"""The configuration of a web server for one site: its settings, theme and old addresses, in the server's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generator.build.loading import Loaded
from generator.surfaces.gs1.numbers import gtin_products
from generator.surfaces.hosting import apache, caddy, iis, nginx
from generator.surfaces.hosting.inline import Refused, refused_in
from generator.surfaces.hosting.policy import Policy, Printed, inline_slots, policy_of

SERVERS: dict[str, Callable[[Policy], str]] = {
    "nginx": nginx.written,
    "apache": apache.written,
    "iis": iis.written,
    "caddy": caddy.written,
}
"""Name of a server → what writes its configuration."""


class Exported(NamedTuple):
    """A configuration, and what it cannot make good."""

    text: str
    refused: tuple[Refused, ...]
    """Inline scripts, styles and attributes of the theme that browsers will leave out."""


def site_policy(loaded: Loaded, *, language: str = "zh-Hans") -> Policy:
    """Return the policy of a site without errors; old addresses count from their day on.

    Args:
        loaded: The site.
        language: In which exported files explain themselves, ``zh-Hans`` or ``en``.
    """
    assert loaded.configuration is not None
    assert loaded.theme is not None
    as_of = loaded.configuration.as_of
    redirects = [
        (row.text("from"), row.text("to"))
        for row in loaded.rows.get("redirects", ())
        if (row.day("since") or as_of) <= as_of
    ]
    return policy_of(loaded.configuration.site, loaded.theme, redirects, printed=_printed(loaded), language=language)


def _printed(loaded: Loaded) -> Printed:
    """Return what hosts must know of printed addresses."""
    assert loaded.configuration is not None
    cases = {row.text("case") or "upper" for row in loaded.rows.get("qr_codes", ())}
    if loaded.configuration.site.codes.case == "lower":
        cases.add("lower")
    numbers: tuple[str, ...] = ()
    if loaded.catalog is not None and "shelf" in loaded.configuration.site.surfaces:
        numbers = tuple(each.gtin for each in gtin_products(loaded.catalog))
    return Printed(frozenset(cases), numbers)


def export_headers(loaded: Loaded, server: str, *, language: str = "zh-Hans") -> Exported:
    """Return the configuration of a site without errors.

    Args:
        loaded: The site.
        server: One of :data:`SERVERS`.
        language: In which the configuration explains itself, ``zh-Hans`` or ``en``.
    """
    assert loaded.theme is not None
    return Exported(
        SERVERS[server](site_policy(loaded, language=language)), refused_in(loaded.theme, inline_slots(loaded.theme))
    )
