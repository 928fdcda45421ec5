"""A site of longest values: what editors may write at the most, without a picture or a story."""

from __future__ import annotations

import csv
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.contract.shelf_code import new_code

NAME_LENGTH = 60
CHANNELS = 12
CERTIFICATES = 30
PRODUCT = "zui-chang"
_NAME = (
    "高山云雾富硒手工古法小锅文火慢炒清明前一芽一叶特级绿茶礼盒装"
    "送长辈送朋友年货团购专供版（二〇二六年第一批次试制限量编号纪念装）"
)
_WORDS = "海拔八百米的山坡，早晚有雾，白天有光，"
_CONFIG = """schema: 1
title: 长名县农特产品产销对接与消费帮扶成果综合展示服务平台
subtitle: 由长名县乡村振兴工作领导小组办公室会同有关单位主办，供各级工会、机关食堂和爱心企业选购
base_url: https://www.long.example/
codes: {base_url: "https://s.long.example/"}
languages: [zh-Hans, zh-Hant, en]
as_of: 2026-11-21
publisher: {name: 长名县乡村振兴工作领导小组办公室产销对接工作专班（示例）, phone: 0000-00000000转0000（示例号码）}
"""


def write_longest_site(folder: Path) -> Path:
    """Write the site into *folder*; its product has a name of 60 characters, 12 channels and 30 certificates."""
    name = _NAME[:NAME_LENGTH]
    assert len(name) == NAME_LENGTH
    data = folder / "data"
    data.mkdir(parents=True)
    (folder / "site_config.yml").write_text(_CONFIG, encoding="utf-8")
    tables: dict[str, Sequence[Mapping[str, str]]] = {
        "sources": [{"id": "news", "title": "示例报道" * 12, "kind": "news", "publisher": "示例报社" * 6}],
        "category_schemes": [{"id": "main", "name": "产品分类", "primary": "true"}],
        "categories": [
            {"id": f"c{number}", "scheme": "main", "name": f"第{number}类冲调饮品与代用茶", "order": str(number)}
            for number in range(1, 9)
        ],
        "origins": [
            {
                "code": "610924",
                "name": "紫阳县汉王镇安五村与焕古镇大连村连片示范产区",
                "region": "陕西省安康市",
                "summary": _WORDS * 3,
            }
        ],
        "suppliers": [
            {
                "id": "gongsi",
                "name": "长名县高山云雾富硒茶叶种植加工销售专业合作社联合社有限责任公司",
                "origin": "610924",
                "help_model": _WORDS * 4,
                "source": "news",
            }
        ],
        "channels": [
            {
                "id": f"channel-{number}",
                "name": f"第{number}家农特产品展示展销体验中心与线上服务平台旗舰店",
                "kind": "platform" if number % 2 else "market-day",
                "mode": "online" if number % 2 else "offline",
            }
            for number in range(1, CHANNELS + 1)
        ],
        "certification_schemes": [
            {
                "id": f"mark-{number}",
                "name": f"第{number}类农产品质量安全与地域特色认证标志",
                "short_name": f"认证{number}",
                "kind": "quality",
                "is_certification": "true",
            }
            for number in range(1, CERTIFICATES + 1)
        ],
        "products": [
            {
                "id": PRODUCT if number == 0 else f"{PRODUCT}-{number}",
                "name": name,
                "kind": "goods",
                "categories": f"c{number + 1}",
                "origin": "610924",
                "supplier": "gongsi",
                "summary": _WORDS * 3,
                "description": "\n\n".join([_WORDS * 12] * 4),
                "net_content": "2500克（125克×2罐×10盒，含手提袋）",
                "specification": _WORDS * 2,
                "ingredients": "、".join(["茶叶", "代用茶", "菊花", "枸杞", "红枣", "桂圆", "陈皮", "山楂"] * 4),
                "storage": _WORDS * 2,
                "no_offer_reason": "" if number == 0 else "新茶还没有定价",
            }
            for number in range(8)
        ],
        "offers": [
            {
                "product": PRODUCT,
                "channel": f"channel-{number}",
                "variant": f"第{number}种规格二十罐礼盒装",
                "price": f"{1234567 + number}.50",
                "unit": "整箱二十罐",
                "content_amount": "2500",
                "content_unit": "g",
                "shipping": "128.50",
                "packing": "65",
                "minimum_order": "1000",
                "ships_to": "陕西省;广东省;广西壮族自治区;新疆维吾尔自治区",
                "price_note": _WORDS * 2,
                "offline_reason": "" if number % 2 else _WORDS,
                "as_of": "2026-11-01",
            }
            for number in range(1, CHANNELS + 1)
        ],
        "qr_codes": [
            {
                "code": new_code((), random.Random(number)),
                "target_kind": "product",
                "target": PRODUCT if number == 0 else f"{PRODUCT}-{number}",
                "issued_on": "2026-01-01",
                "status": "active",
            }
            for number in range(8)
        ],
        "certificates": [
            {
                "id": f"certificate-{number}",
                "product": PRODUCT,
                "scheme": f"mark-{number}",
                "number": f"ZS-2026-{number:04d}-CHANGMINGXIAN-0000000000",
                "holder": "长名县高山云雾富硒茶叶种植加工销售专业合作社联合社",
                "issuer": "长名县农产品质量安全与地域特色认证评审委员会办公室",
                "issued_on": "2026-01-01",
                "basis": "verified" if number % 3 else "self-stated",
                "source": "news",
            }
            for number in range(1, CERTIFICATES + 1)
        ],
    }
    for table, rows in tables.items():
        _write(data / f"{table}.csv", rows)
    return folder


def _write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.DictWriter(target, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
