"""The year of all goods together: how many are in season in each month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.catalog.product import Product

from . import addresses
from .surroundings import Surroundings
from .views import YearMonth

MONTHS = range(1, 13)


def year_of(around: Surroundings, products: Iterable[Product]) -> tuple[YearMonth, ...]:
    """Return the twelve months with the number of *products* in season; none where no product tells its season."""
    counts = Counter(month for product in products for month in product.season_months)
    most = max(counts.values(), default=0)
    return tuple(_month(around, month, counts[month], most) for month in MONTHS) if most else ()


def _month(around: Surroundings, month: int, count: int, most: int) -> YearMonth:
    texts = around.texts
    height = round(100 * count / most)
    name = texts(f"month.{month}")
    return YearMonth(
        label=texts(f"month.short.{month}"),
        number=str(count) if count else "",
        words=texts("home.month", month=name, products=texts.counted("count.products", count)),
        top=100 - height,
        height=height,
        href=addresses.season(month) if count else "",
        now=month == around.configuration.as_of.month,
    )
