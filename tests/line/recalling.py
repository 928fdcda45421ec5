"""A site in which one product is offered everywhere at prices and addresses that nothing else has, and its recall."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from generator.contract import load_tables

from .prepared_sites import copy_site
from .site_copies import take_for_real

OFFERED = re.compile(r"739[12][.,]\d\d|buy\.example")
"""Prices and addresses of offers of the product, of its place on a shelf and of the bundle that it is in."""
COLUMN = "zhao-hui-lan"
"""A column for other sites of the product and the bundle alone."""
REASON, ACTION, LOT = "SEALS-LEAK", "BRING-IT-BACK", "LOT-4711"
"""Latin, so that they are the same in all languages of the site."""


def append(site: Path, table: str, without: frozenset[str] = frozenset(), **values: str) -> None:
    """Add one row to a CSV file of the site, and take out those of the products *without*; names are canonical."""
    path = site / "data" / f"{table}.csv"
    words = load_tables()[table].words
    rows: list[list[str]] = [[]]
    if path.is_file():
        with path.open(encoding="utf-8-sig", newline="") as source:
            rows = list(csv.reader(source))
    header = [words[word].name for word in rows[0]]
    header += [name for name in values if name not in header]
    rows = [header, *(row + [""] * (len(header) - len(row)) for row in rows[1:])]
    if without:
        rows = [row for row in rows if row[header.index("product")] not in without]
    rows.append([values.get(name, "") for name in header])
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(rows)


def offered_everywhere(name: str, target: Path, product: str, bundle: str, placement: str, channels: list[str]) -> Path:
    """Copy the site *name*, take it for real, and offer *product* and *bundle* wherever anything can be offered.

    Args:
        name: ``demo`` or a folder of ``tests/sites``.
        target: Where the copy goes.
        product: Something that may be sold online.
        bundle: A bundle with it inside.
        placement: A place that is open.
        channels: Channels that are open.
    """
    site = copy_site(name, target)
    take_for_real(site)
    settings = site / "site_config.yml"
    text = re.sub(r"(?m)^languages: .*$", "languages: [zh-Hans, zh-Hant, en]", settings.read_text(encoding="utf-8"))
    settings.write_text(text, encoding="utf-8")
    others = frozenset({product, bundle})
    for key in others:
        _without_nested_offers(site / "data" / "products" / f"{key}.yml")
        _without_translated_offers(site / "data" / "translations.csv", key)
    for number, channel in enumerate(channels):
        more = {"unit": "盒", "variant": "整箱", "case_quantity": "12", "minimum_order": "2", "supply_months": "1-12"}
        append(
            site,
            "offers",
            without=others,
            product=product,
            channel=channel,
            price=f"7391.1{number}元",
            url=f"https://buy.example/{number}",
            **more,
        )
        others = frozenset()
        append(site, "offers", product=product, channel=channel, variant="单盒", price=f"7391.2{number}元", unit="盒")
    append(site, "offers", product=bundle, channel=channels[-1], variant="大", price="7392.50元", unit="份")
    append(site, "placement_stock", placement=placement, slot="Z9", product=product, price="7391.99元", quantity="3")
    append(site, "embed_columns", id=COLUMN, title="两件", selection="清单", products=f"{product};{bundle}")
    printed = {"printed_on": "2020-09-20", "sheet": "标签", "target_kind": "产品", "shows": "net=1"}
    append(site, "print_log", id="la-bel-1", target=product, placement=placement, **printed)
    append(site, "print_log", id="la-bel-2", target=bundle, placement="", **printed)
    return site


def _without_nested_offers(path: Path) -> None:
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^(?:报价|offers):.*\n(?:[ -].*\n|\n)*", "", text), encoding="utf-8")


def _without_translated_offers(path: Path, product: str) -> None:
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if f",{product}/" not in line), encoding="utf-8")


def recall(site: Path, product: str, *, form: str, lots: str = "") -> None:
    """Write one recall, as a row of the table or as one record in a file of its own."""
    values = {"id": "zhao-hui-1", "product": product, "announced_on": "2020-09-29", "reason": REASON, "action": ACTION}
    if form == "csv":
        append(site, "recalls", **values, **({"lots": lots} if lots else {}))
        return
    folder = site / "data" / "recalls"
    folder.mkdir()
    lines = [f'{name}: "{value}"' for name, value in values.items() if name != "id"]
    (folder / "zhao-hui-1.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def files_with(out: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield every published text file in which *pattern* is found, whatever kind of file it is, and what is packed."""
    for path in sorted(out.rglob("*")):
        if path.is_file() and any(pattern.search(text) for text in _texts_of(path)):
            yield path.relative_to(out).as_posix()


def _texts_of(path: Path) -> Iterator[str]:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                if not name.endswith(_PICTURES):
                    yield packed.read(name).decode("utf-8-sig")
    elif path.suffix not in _PICTURES:
        yield path.read_text(encoding="utf-8-sig")


_PICTURES = (".png", ".jpg", ".webp", ".avif", ".woff2", ".gz")
