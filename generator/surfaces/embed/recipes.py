"""Lines by which a website lets our columns in: for its Content-Security-Policy, on the servers that are in use."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.surfaces.surroundings import Surroundings

from .webmaster_views import Recipe


def recipes(around: Surroundings) -> Iterator[Recipe]:
    """Yield the lines for nginx, Apache, IIS and Caddy, and what they say in a page of one's own.

    A policy that is there already is added to, and none put beside it: of two policies both hold (CSP Level 3, 3.2).
    """
    parts = urlsplit(around.config.base_url)
    host = f"{parts.scheme}://{parts.netloc}"
    sources = f"img-src {host}; frame-src {host}; script-src {host}; connect-src {host}"
    own = f"img-src 'self' {host}; frame-src 'self' {host}; script-src 'self' {host}; connect-src 'self' {host}"
    yield Recipe("recipe-csp", around.texts("embed.recipe_csp"), sources.replace("; ", ";\n"))
    yield Recipe("recipe-nginx", "nginx", f'add_header Content-Security-Policy "{own}" always;')
    yield Recipe("recipe-apache", "Apache", f'Header always set Content-Security-Policy "{own}"')
    yield Recipe(
        "recipe-iis",
        "IIS (web.config)",
        "<system.webServer>\n  <httpProtocol>\n    <customHeaders>\n"
        f'      <add name="Content-Security-Policy" value="{own}" />\n'
        "    </customHeaders>\n  </httpProtocol>\n</system.webServer>",
    )
    yield Recipe("recipe-caddy", "Caddy", f'header Content-Security-Policy "{own}"')
