"""A site of one product in three shops, with the offers that a test writes."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.surfaces.surroundings import Surroundings

from .support import surroundings_of

ONLINE, OTHER_ONLINE, SHOP, OTHER_SHOP, CANTEEN = "wang", "wang-2", "dian", "dian-2", "shitang"
PRODUCT = "cha"
_CHANNELS = (
    (ONLINE, "网上商城", "平台", "线上", "运行"),
    (OTHER_ONLINE, "小程序", "小程序", "线上", "运行"),
    (SHOP, "县城门店", "门店", "线下", "运行"),
    (OTHER_SHOP, "市集", "集市", "线下", "运行"),
    (CANTEEN, "机关食堂", "食堂", "线下", "运行"),
    ("guan", "停用的店", "门店", "线下", "停用"),
)


def offer(channel: str, price: str, **more: str) -> dict[str, str]:
    """Return an offer of 500 g at *channel*; *more* are further fields of the table."""
    own = {"product": PRODUCT, "channel": channel, "price": price, "unit": "袋"}
    return own | {"content_amount": "500", "content_unit": "克"} | more


def shop(
    folder: Path,
    offers: Sequence[Mapping[str, str]],
    product: Mapping[str, str] | None = None,
    tables: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    settings: str = "",
) -> Surroundings:
    """Return what surfaces are handed of a shop with *offers*.

    Args:
        folder: Where the site is written; it must not be there yet.
        offers: Rows of the table of offers.
        product: Further fields of the product.
        tables: Table → further rows.
        settings: Further lines of ``site_config.yml``.
    """
    data = folder / "data"
    data.mkdir(parents=True)
    (folder / "site_config.yml").write_text(
        "schema: 1\ntitle: 小店\nbase_url: https://portal.example.cn/\ncodes:\n  base_url: https://s.example.cn/\n"
        f"as_of: 2026-11-21\n{settings}",
        encoding="utf-8",
    )
    own = {
        "id": PRODUCT,
        "name": "富硒茶",
        "kind": "商品",
        "categories": "tea",
        "origin": "610924",
        "description": "一种茶。",
        "net_content": "500克",
        "no_offer_reason": "" if offers else "还没有开卖",
    }
    rows: dict[str, list[Mapping[str, str]]] = {
        "origins": [{"code": "610924", "name": "紫阳县"}],
        "category_schemes": [{"id": "main", "name": "品类"}],
        "categories": [{"id": "tea", "scheme": "main", "name": "茶"}],
        "channels": [dict(zip(("id", "name", "kind", "mode", "status"), line, strict=True)) for line in _CHANNELS],
        "products": [own | dict(product or {})],
        "offers": list(offers),
    }
    for table, more in (tables or {}).items():
        rows.setdefault(table, []).extend(more)
    for table, group in ((table, group) for table, group in rows.items() if group):
        _write(data / f"{table}.csv", group)
    return surroundings_of(folder)


def _write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
