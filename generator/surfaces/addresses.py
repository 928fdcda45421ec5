"""Addresses are promises: where each thing stands, from the site's root, without a leading slash."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.config import SiteConfig

NOT_FOUND = "404.html"
SECTIONS = ("home", "products", "categories", "origins", "suppliers", "campaigns", "stories")
"""Sections of the portal that the catalogue fills."""


def section(name: str) -> str:
    """Return the first page of a section."""
    return "" if name == "home" else f"{name}/"


def product(key: str) -> str:
    """Return the portal page of a product."""
    return f"products/{key}/"


def product_list(page: int = 1) -> str:
    """Return a page of the list of all products, counted from 1."""
    return "products/" if page == 1 else f"products/page/{page}/"


def origin(code: str, page: int = 1) -> str:
    """Return the page of an origin."""
    return _paged(f"origins/{code}/", page)


def supplier(key: str, page: int = 1) -> str:
    """Return the page of a supplier."""
    return _paged(f"suppliers/{key}/", page)


def category(key: str, page: int = 1) -> str:
    """Return the page of a category."""
    return _paged(f"categories/{key}/", page)


def story(key: str) -> str:
    """Return the page of a story."""
    return f"stories/{key}/"


def campaign(key: str) -> str:
    """Return the page of a campaign."""
    return f"campaigns/{key}/"


def shelf(code: str) -> str:
    """Return the shelf page of a code; the path is in capitals because the printed code is."""
    return f"P/{code}/"


def qr(code: str, suffix: str) -> str:
    """Return the picture of a code; only code pictures have ``qr`` in their path."""
    return f"qr/{code}.{suffix}"


def _paged(base: str, page: int) -> str:
    return base if page == 1 else f"{base}page/{page}/"


def file_of(address: str) -> str:
    """Return the file that a server sends for *address*."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def root_from(address: str) -> str:
    """Return the way from the page at *address* up to the root: ``""``, ``"../"``, ``"../../"`` …"""
    return "../" * address.count("/")


def whole(config: SiteConfig, address: str) -> str:
    """Return the whole address on the portal's host."""
    return config.base_url + address


def base_path(config: SiteConfig) -> str:
    """Return the path under which the portal stands on its host, with slashes at both ends."""
    return urlsplit(config.base_url).path


def code_uri(config: SiteConfig, code: str) -> str:
    """Return what a printed code says.

    In capitals it is alphanumeric mode and so a smaller symbol (ISO/IEC 18004, 7.4.4); scheme
    and host may be written either way (RFC 3986, 6.2.2.1), and the path is served in capitals.
    The closing slash spares static hosts a redirect.
    """
    uri = f"{config.codes.base_url}{shelf(code)}"
    scheme_and_host, path = uri[: -len(shelf(code))], shelf(code)
    return (scheme_and_host.upper() if config.codes.case == "upper" else scheme_and_host) + path
