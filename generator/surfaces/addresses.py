"""Addresses are promises: where each thing stands, from the site's root, without a leading slash."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from generator.catalog.address import QrCode
from generator.config import SiteConfig
from generator.languages.tags import folder_of

NEUTRAL = "search"
"""Section of pages that belong to none of those in the navigation."""
NOT_FOUND = "404.html"
SHELF_TARGETS = "S/targets.json"
"""Which code stands for what, so that the next build sees when one was re-pointed."""
SECTIONS = ("home", "products", "categories", "origins", "suppliers", "campaigns", "stories", "search")
"""Sections of the portal that the catalogue fills."""


def section(name: str) -> str:
    """Return the first page of a section."""
    return "" if name == "home" else f"{name}/"


def product(key: str) -> str:
    """Return the portal page of a product."""
    return f"products/{key}/"


def notice(key: str) -> str:
    """Return the place of a recall on the page of its product."""
    return f"recall-{key}"


def product_list(page: int = 1) -> str:
    """Return a page of the list of all products, counted from 1."""
    return "products/" if page == 1 else f"products/page/{page}/"


def products_by_price(page: int = 1) -> str:
    """Return a page of the list of all products, the cheapest first."""
    return _paged("products/by-price/", page)


def products_by_name(page: int = 1) -> str:
    """Return a page of the list of all products by name."""
    return _paged("products/by-name/", page)


def newest_products(page: int = 1) -> str:
    """Return a page of the list of all products, the latest published first."""
    return _paged("products/newest/", page)


def products_of_mode(mode: str, page: int = 1) -> str:
    """Return a page of the products that are sold ``online``, or ``offline``."""
    return _paged(f"products/{mode}/", page)


def season(month: int, page: int = 1) -> str:
    """Return a page of the products that are in season in a month, 1 to 12."""
    return _paged(f"products/season/{month}/", page)


def official_list(key: str, page: int = 1) -> str:
    """Return a page of the origins on an official list and their products.

    A key that could not stand in an address, since settings allow any, is replaced by its digest.
    """
    plain = re.fullmatch(r"[a-z0-9-]{1,60}", key)
    return _paged(f"lists/{key if plain else hashlib.blake2b(key.encode(), digest_size=6).hexdigest()}/", page)


def facet_index() -> str:
    """Return the file by which scripts narrow the list of products."""
    return "products/facets.js"


def facet_cards(number: int) -> str:
    """Return a file of product cards for scripts, counted from 0."""
    return f"products/cards/{number}.js"


def marks() -> str:
    """Return the index of certification schemes."""
    return "marks/"


def mark(key: str, page: int = 1) -> str:
    """Return the page of a certification scheme."""
    return _paged(f"marks/{key}/", page)


def channels() -> str:
    """Return the index of channels."""
    return "channels/"


def channel(key: str, page: int = 1) -> str:
    """Return the page of a channel."""
    return _paged(f"channels/{key}/", page)


def buyers() -> str:
    """Return the page for canteens, unions and shops."""
    return "buyers/"


def buyers_table() -> str:
    """Return the same as a table for spreadsheets."""
    return "buyers/products.csv"


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


def story_kind(kind: str, page: int = 1) -> str:
    """Return a page of the stories of one kind of help."""
    return _paged(f"stories/kind/{kind}/", page)


def campaign(key: str) -> str:
    """Return the page of a campaign."""
    return f"campaigns/{key}/"


def campaign_ledger(key: str) -> str:
    """Return the page of a campaign's ledger."""
    return f"campaigns/{key}/ledger/"


def campaign_ledger_table(key: str) -> str:
    """Return the sums of a campaign's ledger, for spreadsheets."""
    return f"campaigns/{key}/ledger/ledger.csv"


def campaign_ledger_rows(key: str) -> str:
    """Return the rows of a campaign's ledger, for spreadsheets, where the site publishes them."""
    return f"campaigns/{key}/ledger/rows.csv"


def campaign_letter(key: str, letter: str = "") -> str:
    """Return the page of a campaign's open letter, or of the older one with the id *letter*."""
    return f"campaigns/{key}/letter/{letter}/" if letter else f"campaigns/{key}/letter/"


def campaign_issue(key: str, number: int) -> str:
    """Return the page of an issue of a campaign's recommended list."""
    return f"campaigns/{key}/issues/{number}/"


def campaign_calendar(key: str) -> str:
    """Return the events of a campaign, for calendars."""
    return f"campaigns/{key}/calendar.ics"


def events() -> str:
    """Return the list of all events."""
    return "events/"


def event(key: str) -> str:
    """Return the place of an event in the list."""
    return f"events/#{key}"


def events_calendar() -> str:
    """Return all events, for calendars."""
    return "events.ics"


def corrections() -> str:
    """Return the public log of corrections."""
    return "corrections/"


def places() -> str:
    """Return the list of all places where the goods stand."""
    return "places/"


def places_of_kind(kind: str) -> str:
    """Return the list of the places of one kind, such as ``cabinet``."""
    return f"places/kind/{kind}/"


def place(key: str) -> str:
    """Return the page of a place where the goods stand."""
    return f"places/{key}/"


def ask() -> str:
    """Return the page on which the guide is asked."""
    return "ask/"


def policies() -> str:
    """Return the list of policy papers."""
    return "policies/"


def policy(key: str) -> str:
    """Return the place of a policy paper in the list."""
    return f"policies/#{key}"


def figures() -> str:
    """Return the index of figures."""
    return "figures/"


def figure(key: str) -> str:
    """Return the page of a figure."""
    return f"figures/{key}/"


def patterns() -> str:
    """Return the page of patterns, for those who make themes; nothing leads there."""
    return "patterns/"


def sources() -> str:
    """Return the index of sources."""
    return "sources/"


def source(key: str) -> str:
    """Return the place of a source in the index."""
    return f"sources/#{key}"


def bundles(page: int = 1) -> str:
    """Return a page of the list of bundles."""
    return _paged("bundles/", page)


def services(page: int = 1) -> str:
    """Return a page of the list of services and visits."""
    return _paged("services/", page)


def shelf(code: str, folder: str = "", *, small: bool = False) -> str:
    """Return the shelf page of a code, in the language of *folder*, from the root of the whole site.

    The path is in capitals because the printed code is, or in *small* letters where that was printed; other languages
    stand beneath it, such as ``P/7K3M9QA/en/``.
    """
    return f"p/{code.lower()}/{folder}" if small else f"P/{code}/{folder}"


def typing(folder: str = "", first: str = "") -> str:
    """Return the page on which a code is typed by hand, from the root of the whole site.

    With *first* it is the list of the codes that begin with this character, for those without a script.
    """
    return f"S/{first}/{folder}" if first else f"S/{folder}"


def gtin(number: str, folder: str = "", *, lot: str = "") -> str:
    """Return the page of a GTIN in its 14 digits, or of a lot of it, in the language of *folder*.

    From the root of the whole site, as GS1 Digital Link says: AI 01, then AI 10.
    """
    return f"01/{number}/10/{lot}/{folder}" if lot else f"01/{number}/{folder}"


def linkset(number: str) -> str:
    """Return the linkset of a GTIN, from the root of the whole site."""
    return f"01/{number}/linkset.json"


def qr(code: str, suffix: str) -> str:
    """Return the picture of a code, from the root of the whole site; only code pictures have ``qr`` in their path."""
    return f"qr/{code}.{suffix}"


def _paged(base: str, page: int) -> str:
    return base if page == 1 else f"{base}page/{page}/"


def file_of(address: str) -> str:
    """Return the file that a server sends for *address*."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def root_from(address: str) -> str:
    """Return the way from the page at *address* up to the root: ``""``, ``"../"``, ``"../../"`` …"""
    return "../" * address.count("/")


def prefix(config: SiteConfig, language: str) -> str:
    """Return the folder of *language*: ``""`` for the site's own language, else its tag in lower case."""
    return folder_of(language, config.language)


def whole(config: SiteConfig, address: str) -> str:
    """Return the whole address on the portal's host."""
    return config.base_url + address


def base_path(config: SiteConfig) -> str:
    """Return the path under which the portal stands on its host, with slashes at both ends."""
    return urlsplit(config.base_url).path


def uri_of(config: SiteConfig, code: QrCode) -> str:
    """Return what a registered code says; see :func:`code_uri`."""
    return code_uri(config, code.code, small=code.is_small)


def code_uri(config: SiteConfig, code: str, *, small: bool = False) -> str:
    """Return what a printed code says, in *small* letters where the register says so.

    In capitals it is alphanumeric mode and so a smaller symbol (ISO/IEC 18004, 7.4.4); scheme
    and host may be written either way (RFC 3986, 6.2.2.1), and the path is served in capitals.
    The closing slash spares static hosts a redirect.
    """
    base = config.codes.base_url
    return (base.lower() if small else base.upper()) + shelf(code, small=small)
