"""
Ways into map applications, each told which coordinate system a point is in, so that none is hundreds of metres off.

No picture and no script of a map is loaded: these are links, and nothing is asked of anyone before one is pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import quote, urlencode

from generator.catalog.whereabouts import Spot

WGS_84 = "wgs-84"
ZOOM = 16
"""A street block on OpenStreetMap (its zoom levels go from 0 to 19)."""


class MapTarget(NamedTuple):
    """What a map application is told."""

    spot: Spot
    name: str
    address: str
    caller: str
    """Who sends the reader there; the applications ask for it."""


def map_links(target: MapTarget) -> tuple[tuple[str, str], ...]:
    """Return (name of the application, address) of every application that understands the point's system.

    Amap, Baidu and Tencent take both systems when told which it is, and move the point themselves.  OpenStreetMap and
    ``geo:`` addresses mean WGS-84 alone and are left out for other points, since no exact way leads back from GCJ-02.
    """
    return tuple((name, link(target)) for name, link in _LINKS.items() if name in _ANY or target.spot.system == WGS_84)


def _amap(target: MapTarget) -> str:
    """Return the address of a marker (https://lbs.amap.com/api/uri-api/guide/mobile-web/point)."""
    system = "wgs84" if target.spot.system == WGS_84 else "gaode"
    position = f"{target.spot.longitude},{target.spot.latitude}"
    query = {"position": position, "name": target.name, "coordinate": system, "src": target.caller}
    return f"https://uri.amap.com/marker?{_query(query)}"


def _tencent(target: MapTarget) -> str:
    """Return the address of a marker (https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker)."""
    parts = {
        "coord": f"{target.spot.latitude},{target.spot.longitude}",
        "title": _plain(target.name),
        "addr": _plain(target.address or target.name),
    }
    marker = ";".join(f"{key}:{value}" for key, value in parts.items())
    system = "1" if target.spot.system == WGS_84 else "2"
    query = {"marker": marker, "coord_type": system, "referer": target.caller}
    return f"https://apis.map.qq.com/uri/v1/marker?{_query(query)}"


def _baidu(target: MapTarget) -> str:
    """Return the address of a marker (https://lbsyun.baidu.com/faq/api?title=webapi/uri/web)."""
    query = {
        "location": f"{target.spot.latitude},{target.spot.longitude}",
        "title": target.name,
        "content": target.address or target.name,
        "coord_type": "wgs84" if target.spot.system == WGS_84 else "gcj02",
        "output": "html",
        "src": f"webapp.{target.caller}",
    }
    return f"https://api.map.baidu.com/marker?{_query(query)}"


def _openstreetmap(target: MapTarget) -> str:
    """Return the address of a marker (https://wiki.openstreetmap.org/wiki/Browsing#Other_URL_tricks)."""
    at = target.spot
    marker = urlencode({"mlat": at.latitude, "mlon": at.longitude})
    return f"https://www.openstreetmap.org/?{marker}#map={ZOOM}/{at.latitude}/{at.longitude}"


def _device(target: MapTarget) -> str:
    """Return what the device's own application opens (RFC 5870, 3.3: without ``crs`` it means WGS-84)."""
    return f"geo:{target.spot.latitude},{target.spot.longitude}"


def _plain(text: str) -> str:
    """Return *text* without the signs between parts of a marker."""
    return text.translate(str.maketrans(";:|", "   "))


def _query(values: Mapping[str, str]) -> str:
    return urlencode(values, quote_via=quote, safe=",")


_ANY = frozenset({"amap", "tencent", "baidu"})
"""Applications that can be told the system."""
_LINKS: Mapping[str, Callable[[MapTarget], str]] = {
    "amap": _amap,
    "tencent": _tencent,
    "baidu": _baidu,
    "openstreetmap": _openstreetmap,
    "device": _device,
}
