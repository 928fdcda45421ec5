"""
The workload as a site of shanhuo: ``site_config.yml`` and the tables of ``data/``, as editors write them.

What is different from the peer's page: three offers a product (the first shop with its price, the second shop without
one, a store with the offline price; the third address is left out), suppliers without a telephone (a private number
would be a finding), block prints instead of photographs (the peer only links to photographs that are not there).
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from workload import CATEGORY_IDS, CATEGORY_NAMES, CERTIFICATIONS, COUNTIES, SEED, Product, Story, Workload

from generator.contract.shelf_code import new_code

PORTAL_URL = "https://portal.example.cn/"
CODES_URL = "https://qr.portal.example.cn/"
"""A host of 20 characters."""
AS_OF = "2024-12-31"
"""A day on which no certificate of the workload has ended."""
_MOTIFS = ("茶芽", "稻穗", "苹果", "萝卜", "草药", "山羊", "鸡蛋", "小鱼", "蜂巢", "草药", "核桃", "辣椒")
_ACCENTS = ("茶绿", "稻黄", "柿红", "茶绿", "梅紫", "椒红", "稻黄", "盐蓝", "蜜黄", "茶绿", "蜜黄", "椒红")
_CERTIFICATION_KINDS = ("绿色食品", "有机产品", "地理标志", "质量认证")
_AVAILABILITY = {"在售": "有货", "预售": "预订", "售罄": "售罄"}

_CONFIG = f"""schema: 1
title: 优质农产品展示平台
subtitle: 基准测试
description: 基准测试用的站点，内容全部为编写的示例。
base_url: {PORTAL_URL}
codes:
  base_url: {CODES_URL}
language: zh-Hans
time_zone: Asia/Shanghai
as_of: {AS_OF}
surfaces: [portal, shelf]
page_size: 48
regions:
  scheme: none
sample_note: 标有“示例”的内容为测试而编写。
"""


def write_site(workload: Workload, folder: Path, *, as_yaml: bool) -> None:
    """Write the whole site.

    Args:
        workload: What to write.
        folder: Receives ``site_config.yml`` and ``data/``.
        as_yaml: Write products and stories as one YAML file each instead of ``products.csv`` and ``stories.csv``.
    """
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    (folder / "site_config.yml").write_text(_CONFIG, encoding="utf-8")
    if as_yaml:
        _write_yaml(data / "products", ((product.slug, _product_fields(product)) for product in workload.products))
        _write_yaml(data / "stories", ((story.slug, _story_fields(story)) for story in workload.stories))
    else:
        _write_csv(data / "products.csv", [{"编号": p.slug, **_product_fields(p)} for p in workload.products])
        _write_csv(data / "stories.csv", [{"编号": s.slug, **_story_fields(s)} for s in workload.stories])
    _write_csv(
        data / "suppliers.csv",
        [
            {"编号": s.id.lower(), "名称": s.name, "类型": "合作社", "所在地": _code_of(s.name[:3]), "来源": "sample"}
            for s in workload.suppliers
        ],
    )
    _write_csv(data / "certificates.csv", [_certificate(product) for product in workload.products])
    _write_csv(data / "offers.csv", [offer for product in workload.products for offer in _offers(product)])
    _write_csv(data / "qr_codes.csv", list(_codes(workload.products)))
    _write_fixed(data)


def _write_fixed(data: Path) -> None:
    """Write the tables whose size does not hang on the number of products."""
    _write_csv(
        data / "origins.csv",
        [{"区划代码": _code_of(name), "名称": name, "来源": "sample"} for name in COUNTIES],
    )
    _write_csv(data / "category_schemes.csv", [{"编号": "pinlei", "名称": "品类", "主体系": "是", "来源": "sample"}])
    _write_csv(
        data / "categories.csv",
        [
            {"编号": key, "体系": "pinlei", "名称": name, "顺序": str(order), "主色": accent, "图案": motif}
            for order, (key, name, accent, motif) in enumerate(
                zip(CATEGORY_IDS, CATEGORY_NAMES, _ACCENTS, _MOTIFS, strict=True), start=1
            )
        ],
    )
    _write_csv(
        data / "certification_schemes.csv",
        [
            {"编号": f"zhong-{number}", "名称": name, "类别": kind, "属于认证": "是"}
            for number, (name, kind) in enumerate(zip(CERTIFICATIONS, _CERTIFICATION_KINDS, strict=True), start=1)
        ],
    )
    shops = (
        ("shop-a", "网店一", "网店", "线上"),
        ("shop-b", "网店二", "网店", "线上"),
        ("store", "门店", "门店", "线下"),
    )
    _write_csv(
        data / "channels.csv",
        [
            {"编号": key, "名称": name, "种类": kind, "线上线下": mode, "状态": "运行", "来源": "sample"}
            for key, name, kind, mode in shops
        ],
    )
    _write_csv(data / "sources.csv", [{"编号": "sample", "标题": "为测试而编写", "类型": "示例", "日期": AS_OF}])


def _product_fields(product: Product) -> dict[str, str]:
    return {
        "名称": product.name,
        "种类": "商品",
        "品类": CATEGORY_IDS[CATEGORY_NAMES.index(product.category)],
        "产地": _code_of(product.county),
        "供应商": product.supplier_id.lower(),
        "介绍": f"{product.desc1}\n\n{product.desc2}\n\n{product.desc3}",
        "净含量": f"{product.net_weight}克",
        "等级": product.grade,
        "贮存条件": product.storage,
        "状态": "在架",
        "示例": "是",
        "来源": "sample",
        "数据日期": AS_OF,
    }


def _story_fields(story: Story) -> dict[str, str]:
    return {
        "标题": story.title,
        "帮扶类别": "产业帮扶",
        "正文": "\n\n".join(story.body),
        "相关产品": story.product,
        "示例": "是",
        "来源": "sample",
    }


def _certificate(product: Product) -> dict[str, str]:
    return {
        "编号": f"zs-{product.slug}",
        "认证种类": f"zhong-{CERTIFICATIONS.index(product.cert_type) + 1}",
        "产品": product.slug,
        "证书编号": product.cert_no,
        "发证机构": product.cert_issuer,
        "发证日期": product.valid_from,
        "有效期起": product.valid_from,
        "有效期至": product.valid_until,
        "依据": "自述",
        "示例": "是",
        "来源": "sample",
    }


def _offers(product: Product) -> Iterable[dict[str, str]]:
    wares = (("shop-a", product.price_online, product.url1), ("shop-b", "", product.url2))
    for channel, price, url in (*wares, ("store", product.price_offline, "")):
        yield {
            "产品": product.slug,
            "渠道": channel,
            "售价": price,
            "计价单位": product.unit,
            "每单位含量": product.net_weight,
            "含量单位": "克",
            "供应状态": _AVAILABILITY[product.status],
            "购买网址": url,
            "示例": "是",
            "来源": "sample",
        }


def _codes(products: Iterable[Product]) -> Iterable[dict[str, str]]:
    chance = random.Random(SEED)
    taken: set[str] = set()
    for product in products:
        code = new_code(taken, chance)
        taken.add(code)
        yield {"码": code, "对象类型": "产品", "对象编号": product.slug, "发码日期": AS_OF, "状态": "有效"}


def _code_of(county: str) -> str:
    """Return the key of a county; the names are invented, so there is no GB/T 2260 code to give."""
    return f"c{COUNTIES.index(county) + 1:02d}"


def _write_csv(path: Path, rows: Sequence[dict[str, str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _write_yaml(folder: Path, files: Iterable[tuple[str, dict[str, str]]]) -> None:
    folder.mkdir(exist_ok=True)
    for stem, fields in files:
        lines = (f"{key}: {_yaml_value(value)}" for key, value in fields.items())
        (folder / f"{stem}.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _yaml_value(value: str) -> str:
    """Return long text as a block, the rest quoted (a JSON string is a YAML string)."""
    if "\n" not in value:
        return json.dumps(value, ensure_ascii=False)
    return "|\n" + "\n".join(f"  {line}" if line else "" for line in value.split("\n"))
