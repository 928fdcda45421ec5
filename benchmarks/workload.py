"""
The workload "showcase-N": N products with suppliers, stories, offers, certificates and codes, everywhere the same.

    python benchmarks/workload.py 2000 FOLDER           a shanhuo site (tables as CSV) and the peer's JSON
    python benchmarks/workload.py 2000 FOLDER --yaml    products and stories as one YAML file each

All of it is invented. The texts are words of the trade in random order, about 400 Chinese characters a product; the
random numbers are drawn in one fixed order from one seed, so the texts are equal wherever and in whatever form they
are written.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import asdict, dataclass
from pathlib import Path

SEED = 20261121
CATEGORY_NAMES = (
    "茶叶", "粮油", "水果", "蔬菜", "食用菌", "畜禽肉", "蛋品", "水产", "蜂产品", "中药材", "坚果", "调味品",
)  # fmt: skip
CATEGORY_IDS = ("tea", "grain", "fruit", "veg", "fungi", "meat", "egg", "fish", "honey", "herb", "nut", "spice")
_FIRST, _SECOND = "云青龙凤石清溪安宁平武永宜文昌泰和丰德兴", "山水川江泉阳阴城州岭湖源口坪"
COUNTIES = tuple(
    _FIRST[i % 20] + _SECOND[(i * 7 + i // 20) % 14] + ("县" if i % 3 else "市") for i in range(50)
)  # invented names, no real places
WORDS = tuple((Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split())
STATES = ("在售", "预售", "售罄")
GRADES = ("特级", "一级", "二级")
CERTIFICATIONS = ("绿色食品", "有机产品", "地理标志", "无公害")
UNITS = ("500g", "1kg", "盒", "箱")
_SLUG_LETTERS = "abcdefghijkmnpqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Product:
    """One product; prices in yuan as text with two decimals, days as ISO 8601."""

    id: str
    slug: str
    name: str
    category: str
    """Name of the category, one of :data:`CATEGORY_NAMES`."""
    county: str
    supplier_id: str
    price_online: str
    price_offline: str
    unit: str
    net_weight: str
    """Grams."""
    grade: str
    cert_type: str
    cert_no: str
    cert_issuer: str
    valid_from: str
    valid_until: str
    storage: str
    desc1: str
    desc2: str
    desc3: str
    image: str
    url1: str
    url2: str
    url3: str
    status: str


@dataclass(frozen=True, slots=True)
class Supplier:
    """One supplier."""

    id: str
    name: str
    contact: str


@dataclass(frozen=True, slots=True)
class Story:
    """One story about one product."""

    slug: str
    title: str
    product: str
    """Slug of the product."""
    body: list[str]
    """Paragraphs."""


@dataclass(frozen=True, slots=True)
class Workload:
    """Everything, in the order in which it was drawn."""

    products: list[Product]
    suppliers: list[Supplier]
    stories: list[Story]


def make_workload(count: int) -> Workload:
    """Make *count* products, a fifth as many suppliers and a tenth as many stories."""
    chance = random.Random(SEED)
    supplier_count = max(1, count // 5)
    products = [_product(chance, number, supplier_count) for number in range(count)]
    suppliers = [_supplier(chance, number) for number in range(supplier_count)]
    stories = [
        Story(
            slug=f"story-{number:05d}",
            title="".join(chance.choice(WORDS) for _ in range(4)),
            product=chance.choice(products).slug,
            body=[_paragraph(chance, 200) for _ in range(4)],
        )
        for number in range(max(1, count // 10))
    ]
    return Workload(products, suppliers, stories)


def _product(chance: random.Random, number: int, supplier_count: int) -> Product:
    category = chance.randrange(len(CATEGORY_NAMES))
    letters = "".join(chance.choice(_SLUG_LETTERS) for _ in range(16))
    slug = f"{f'{CATEGORY_IDS[category]}-{letters}'[:10]}-{number:05d}"
    year, month, day = chance.randint(2022, 2025), chance.randint(1, 12), chance.randint(1, 28)
    price = chance.randint(900, 29900) / 100
    county = COUNTIES[chance.randrange(len(COUNTIES))]
    return Product(  # arguments are evaluated in this order, so the order is part of the workload
        id=f"P{number:06d}",
        slug=slug,
        name=f"{county[:-1]}{chance.choice(WORDS)}{chance.choice(WORDS)}{CATEGORY_NAMES[category]}{number}",
        category=CATEGORY_NAMES[category],
        county=county,
        supplier_id=f"S{chance.randrange(supplier_count):05d}",
        price_online=f"{price:.2f}",
        price_offline=f"{price * 1.08:.2f}",
        unit=chance.choice(UNITS),
        net_weight=str(chance.randint(100, 5000)),
        grade=chance.choice(GRADES),
        cert_type=chance.choice(CERTIFICATIONS),
        cert_no=f"LB-{chance.randint(1, 60):02d}-{chance.randrange(10**10):010d}",
        cert_issuer="中国绿色食品发展中心",
        valid_from=f"{year}-{month:02d}-{day:02d}",
        valid_until=f"{year + 3}-{month:02d}-{day:02d}",
        storage="阴凉干燥处密封保存",
        desc1=_paragraph(chance, 120),
        desc2=_paragraph(chance, 120),
        desc3=_paragraph(chance, 120),
        image=f"img/{slug}.jpg",
        url1=f"https://shop-a.example.cn/item/{10**9 + number}.html",
        url2=f"https://shop-b.example.cn/i/{10**8 + number}",
        url3=f"https://mall.example.cn/goods?id={number}",
        status=STATES[chance.randrange(len(STATES))],
    )


def _supplier(chance: random.Random, number: int) -> Supplier:
    return Supplier(
        id=f"S{number:05d}",
        name=f"{COUNTIES[number % len(COUNTIES)]}{chance.choice(WORDS)}专业合作社",
        contact=f"138{chance.randrange(10**8):08d}",
    )


def _paragraph(chance: random.Random, characters: int) -> str:
    """Return sentences of together at least *characters*."""
    text = ""
    while len(text) < characters:
        words = chance.randint(8, 16)
        sentence = "".join(chance.choice(WORDS) + ("，" if place % 5 == 4 else "") for place in range(words))
        text += sentence.rstrip("，") + "。"
    return text


def write_peer_data(workload: Workload, folder: Path) -> None:
    """Write ``products.json``, ``suppliers.json`` and ``stories.json``, each a list of mappings."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, items in asdict(workload).items():
        text = json.dumps(items, ensure_ascii=False, indent=0)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Write the workload in both forms."""
    from workload_site import write_site

    parser = argparse.ArgumentParser(description="Write the workload showcase-N.")
    parser.add_argument("products", type=int, help="how many products")
    parser.add_argument("folder", type=Path, help="receives peer/ and site/")
    parser.add_argument("--yaml", action="store_true", help="products and stories as one YAML file each")
    arguments = parser.parse_args()
    workload = make_workload(arguments.products)
    write_peer_data(workload, arguments.folder / "peer")
    write_site(workload, arguments.folder / "site", as_yaml=arguments.yaml)


if __name__ == "__main__":
    main()
