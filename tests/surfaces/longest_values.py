"""A site of the longest values that its tables take: one product with everything of everything."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image

NAME = "山" * 20 + "里（" + "好" * 20 + "）" + "货" * 16
"""60 characters without a place to break but the brackets."""
LATIN = "Pfannkuchengeschwindigkeitsbegrenzungsverordnung-Sonderabfüllung"
"""A word that no line of a phone holds."""
CHANNELS = 12
CERTIFICATES = 30
PICTURES = 5
PRODUCT = "zuichang-de-huo"


def make(site: Path) -> Path:
    """Write the site into the new folder *site*."""
    data = site / "data"
    data.mkdir(parents=True)
    (site / "site_config.yml").write_text(
        f"schema: 1\ntitle: {NAME}\nsubtitle: {LATIN}\nbase_url: https://portal.example.cn/\n"
        "codes:\n  base_url: https://s.example.cn/\nas_of: 2026-11-21\n"
        f"publisher:\n  name: {NAME}\n  phone: 010-12345678 转 123456\n",
        encoding="utf-8",
    )
    _write(data, "origins", "code,name,region", [("610924", NAME[:30], NAME[:30])])
    _write(data, "category_schemes", "id,name,primary", [("main", NAME[:30], "是")])
    _write(data, "categories", "id,scheme,name", [("tea", "main", NAME[:30])])
    _write(data, "suppliers", "id,name,kind,origin,help_model,households,phone,source", [_supplier()])
    _write(data, "sources", "id,title,kind,publisher,date,url", [_source(number) for number in range(8)])
    _write(data, "channels", "id,name,kind,mode,website,description", [_channel(number) for number in range(CHANNELS)])
    _write(data, "offers", OFFER, [_offer(number) for number in range(CHANNELS)])
    _write(
        data,
        "certification_schemes",
        "id,name,short_name,kind,seal,is_certification",
        [(f"scheme-{n}", f"{NAME[:40]}{n}", "四字认证", "质量认证", "圆印", "是") for n in range(CERTIFICATES)],
    )
    _write(data, "certificates", CERTIFICATE, [_certificate(number) for number in range(CERTIFICATES)])
    _write(data, "placements", "id,name,kind,address,status,hours,phone", [_placement(number) for number in range(6)])
    _write(
        data,
        "placement_stock",
        "placement,slot,product,price",
        [(f"dian-{n}", "01", PRODUCT, "123456.78") for n in range(6)],
    )
    _write(data, "bundle_items", "bundle,product,quantity,unit", [(PRODUCT, "bufen", "12345", "盒")])
    _write(
        data, "changes", "product,date,field,old,new,reason", [(PRODUCT, "2026-10-01", "规格", NAME, LATIN, NAME * 2)]
    )
    _write(data, "figures", "id,label,value,unit,qualifier,as_of,source,note", [_figure(number) for number in range(6)])
    _write(data, "products", PRODUCTS, [_product(PRODUCT, "套餐"), _product("bufen", "商品")])
    _write(data, "pictures", "file,alt,credit", [(f"p{n}.jpg", NAME, LATIN) for n in range(PICTURES)])
    (data / "pictures").mkdir()
    for number in range(PICTURES):
        picture = Image.new("RGB", (900, 600 + 150 * number), (40 * number, 120, 90))
        picture.save(data / "pictures" / f"p{number}.jpg", quality=30)
    return site


OFFER = (
    "product,channel,variant,price,list_price,unit,content_amount,content_unit,shipping,packing,price_note,"
    "minimum_order,case_quantity,supply_months,buyers,ships_to,url,as_of"
)
CERTIFICATE = "id,scheme,product,number,holder,issuer,issued_on,valid_from,valid_until,basis,notice,website"
PRODUCTS = (
    "id,name,kind,categories,origin,supplier,summary,description,net_content,ingredients,allergens,storage,"
    "shelf_life,preparation,season_months,pictures,as_of,no_offer_reason"
)


def _supplier() -> Sequence[str]:
    return ("chang", NAME, "合作社", "610924", NAME, "123456", "010-12345678", "source-0")


def _source(number: int) -> Sequence[str]:
    return (
        f"source-{number}",
        f"{NAME}{number}",
        "新闻",
        NAME[:30],
        "2026-09",
        f"https://example.com/{LATIN}/{number}",
    )


def _channel(number: int) -> Sequence[str]:
    online = number % 2 == 0
    kind, mode = ("平台", "线上") if online else ("门店", "线下")
    website = "https://example.com/" if number % 4 == 0 else ""
    return (f"qudao-{number}", f"{NAME[:50]}{number}", kind, mode, website, NAME * 2)


def _offer(number: int) -> Sequence[str]:
    online = number % 2 == 0
    price = f"{123456.78 + number * 1000:.2f}"
    carried = ("1234.56", "987.65") if online else ("", "")
    variant = LATIN if number % 3 == 0 else NAME[:40]
    url = f"https://example.com/{LATIN}" if online and number % 4 else ""
    rest = ("12345", "6789", "1-12", "预算单位;工会;食堂;企业;个人", f"全国;{NAME[:20]}", url, "2026-11-01")
    return (PRODUCT, f"qudao-{number}", variant, price, "234567.89", "超大号礼盒", "500", "克", *carried, NAME, *rest)


def _certificate(number: int) -> Sequence[str]:
    basis, ends = (("已核验", "2030-01-01"), ("自述", ""), ("已核验", "2025-01-01"))[number % 3]
    told = (
        f"{LATIN}-{number:06}",
        NAME,
        NAME[:40],
        "2020-01-01",
        "2020-01-01",
        ends,
        basis,
        NAME,
        "https://example.com/",
    )
    return (f"zheng-{number}", f"scheme-{number}", PRODUCT, *told)


def _placement(number: int) -> Sequence[str]:
    return (f"dian-{number}", f"{NAME[:50]}{number}", "专柜", NAME * 2, "开放", LATIN, "010-12345678")


def _figure(number: int) -> Sequence[str]:
    return (f"shu-{number}", f"{NAME}{number}", "123456789012.34", "万元", "多于", "2026-09", f"source-{number}", NAME)


def _product(key: str, kind: str) -> Sequence[str]:
    pictures = ";".join(f"p{number}.jpg" for number in range(PICTURES)) if key == PRODUCT else ""
    texts = (NAME, f"{NAME}。{LATIN}。", NAME, NAME, LATIN, NAME, NAME, NAME)
    return (
        key,
        NAME,
        kind,
        "tea",
        "610924",
        "chang",
        *texts,
        "1-12",
        pictures,
        "2026-11-01",
        "" if key == PRODUCT else NAME,
    )


def _write(data: Path, table: str, header: str, rows: Iterable[Sequence[str]]) -> None:
    with (data / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header.split(","))
        writer.writerows(rows)
