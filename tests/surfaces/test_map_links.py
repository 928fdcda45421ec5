"""Ways into map applications: every one is told the system of the point that it gets."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.catalog.whereabouts import Spot
from generator.surfaces.map_links import MapTarget, map_links

NAME = "会山;馆 & 店:一|二"


def _links(system: str) -> dict[str, str]:
    spot = Spot(Decimal("19.26"), Decimal("110.47"), system)
    return dict(map_links(MapTarget(spot, NAME, "琼海市会山镇", "portal.example.cn")))


def _query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


@pytest.mark.parametrize(
    ("system", "told"),
    [
        ("wgs-84", {"amap": "wgs84", "tencent": "1", "baidu": "wgs84"}),
        ("gcj-02", {"amap": "gaode", "tencent": "2", "baidu": "gcj02"}),
    ],
)
def test_each_application_is_told_the_system(system: str, told: dict[str, str]) -> None:
    """The point itself is the editor's, with longitude first only where the application wants it so."""
    links = _links(system)
    amap, tencent, baidu = (_query(links[name]) for name in ("amap", "tencent", "baidu"))
    assert (amap["coordinate"], amap["position"], amap["name"]) == (told["amap"], "110.47,19.26", NAME)
    assert (tencent["coord_type"], tencent["referer"]) == (told["tencent"], "portal.example.cn")
    assert (baidu["coord_type"], baidu["location"], baidu["title"]) == (told["baidu"], "19.26,110.47", NAME)


def test_a_marker_keeps_its_parts() -> None:
    """Signs that stand between the parts of a marker do not come in by a name."""
    marker = _query(_links("gcj-02")["tencent"])["marker"]
    parts = dict(part.split(":") for part in marker.split(";"))
    assert parts == {"coord": "19.26,110.47", "title": "会山 馆 & 店 一 二", "addr": "琼海市会山镇"}


def test_what_knows_one_system_gets_no_other() -> None:
    """OpenStreetMap and `geo:` addresses mean WGS-84; a point of GCJ-02 is not sent there hundreds of metres off."""
    assert set(_links("gcj-02")) == {"amap", "tencent", "baidu"}
    links = _links("wgs-84")
    assert links["device"] == "geo:19.26,110.47"
    assert links["openstreetmap"] == "https://www.openstreetmap.org/?mlat=19.26&mlon=110.47#map=16/19.26/110.47"
    assert all(address.startswith(("https://", "geo:")) for address in links.values())
