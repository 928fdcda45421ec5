"""One address of every kind of page that the demonstration site has, for tests that look at each in a browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

FOLDERS = {"zh-Hans": "", "zh-Hant": "zh-hant/", "en": "en/"}
"""Language of the demonstration site → the folder of its pages."""
KINDS: dict[str, str] = {
    "home": "",
    "list": "products/",
    "second page of the list": "products/page/2/",
    "product": "products/ziyang-fuxi-cha/",
    "bundle": "products/nianhuo-shanhuoxiang/",
    "product sold offline only": "products/dongyuan-jidan/",
    "categories": "categories/",
    "category": "categories/nongfu-jiagong/",
    "origins": "origins/",
    "origin": "origins/610924/",
    "suppliers": "suppliers/",
    "supplier": "suppliers/kehong-chaye/",
    "stories": "stories/",
    "story": "stories/cha-jin-cheng/",
    "campaigns": "campaigns/",
    "campaign": "campaigns/baiwan-zhigong-2020/",
    "campaign with a ledger": "campaigns/nianhuo-2026/",
    "ledger": "campaigns/nianhuo-2026/ledger/",
    "open letter": "campaigns/nianhuo-2026/letter/",
    "recommended list": "campaigns/baiyuan-aixin-gou-2020/issues/2/",
    "events": "events/",
    "corrections": "corrections/",
    "list by price": "products/by-price/",
    "list sold offline": "products/offline/",
    "marks": "marks/",
    "channels": "channels/",
    "bundles": "bundles/",
    "services": "services/",
    "places": "places/",
    "places of a kind": "places/kind/cabinet/",
    "place": "places/huishan-tiyanguan/",
    "place that moved": "places/jishi-zhuangui/",
    "policies": "policies/",
    "figures": "figures/",
    "sources": "sources/",
    "buyers": "buyers/",
    "search": "search/",
    "ask": "ask/",
    "patterns": "patterns/",
    "mark": "marks/agi-dengji/",
    "channel": "channels/platform-832/",
    "figure": "figures/ziyang-jiaoyi/",
    "official list": "lists/832/",
    "season": "products/season/11/",
    "prose": "about/",
    "columns for websites": "embed/",
    "a column for websites": "embed/columns/nianhuo-huodong-zhuanlan/",
    "self-test of websites": "embed/self-test/",
    "not found": "404.html",
}
"""Kind → its address below the folder of a language."""
SHELF = "shelf"
"""The kind whose languages stand beneath its own address."""
SHELVES = (
    "shelf page of a placement",
    "shelf page of a campaign",
    "shelf page of a story",
    "shelf page of an issue",
    "typed code",
    "codes by first character",
    "GTIN",
    "lot",
    "framed column",
    "framed product",
    "framed progress",
)
"""Other kinds of which that holds."""


BENEATH = r"^(?:[Pp]/[^/]+/|S/(?:[0-9A-Z]/)?|01/[0-9]+/(?:10/[^/]+/)?|embed/v1/(?:self-test|[a-z]+/[^/]+)/)"
"""Addresses beneath which their own languages stand."""


def language_of(path: str) -> str:
    """Return the language of the page at *path*, from the root of the site."""
    inner = re.sub(BENEATH, "", path)
    return next((tag for tag, folder in FOLDERS.items() if folder and inner.startswith(folder)), "zh-Hans")


def addresses(out: Path) -> dict[tuple[str, str], str]:
    """Return (kind, language) → the file of its page, from the root of the site built at *out*."""
    found = {
        (kind, language): folder + (address if address.endswith(".html") else f"{address}index.html")
        for kind, address in KINDS.items()
        for language, folder in FOLDERS.items()
    }
    code = min(path.name for path in (out / "P").iterdir())
    beneath = {SHELF: f"P/{code}/", **_shelves(out)}
    return found | {
        (kind, language): f"{address}{folder}index.html"
        for kind, address in beneath.items()
        for language, folder in FOLDERS.items()
    }


def _shelves(out: Path) -> dict[str, str]:
    """Return kind → address of a shelf page of everything else, as the site itself tells what codes lead to."""
    targets = json.loads((out / "S/targets.json").read_bytes())
    first = {kind.partition("/")[0]: f"P/{code}/" for code, kind in sorted(targets.items(), reverse=True)}
    gtin = min(path.name for path in (out / "01").iterdir())
    return {
        "shelf page of a placement": first["placement"],
        "shelf page of a campaign": first["campaign"],
        "shelf page of a story": first["story"],
        "shelf page of an issue": first["catalogue-issue"],
        "typed code": "S/",
        "codes by first character": "S/7/",
        "GTIN": f"01/{gtin}/",
        "lot": "01/02000000000015/10/SL20261018/",
        "framed column": "embed/v1/columns/nianhuo-jingxuan/",
        "framed product": "embed/v1/products/ziyang-fuxi-cha/",
        "framed progress": "embed/v1/campaigns/nianhuo-2026/",
    }
