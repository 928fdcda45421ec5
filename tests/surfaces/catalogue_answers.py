"""What the catalogue says of a product, told without the facets' own code, so that the two can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.catalog.product import Product
from generator.surfaces.surroundings import Surroundings


def having(around: Surroundings, product: Product) -> dict[str, set[str]]:
    """Return facet → values that *product* has."""
    catalog = around.catalog
    offers = [
        offer
        for offer in catalog.offers_by_product.get(product.id, ())
        if offer.channel.status not in ("closed", "planned") and offer.availability != "discontinued"
    ]
    certificates = [
        certificate
        for certificate in catalog.certificates_by_product.get(product.id, ())
        if certificate.scheme.is_certification
        and (certificate.valid_until is None or certificate.valid_until >= catalog.as_of)
        and (certificate.valid_from is None or certificate.valid_from <= catalog.as_of)
    ]
    values = {
        "origin": {product.origin.code},
        "supplier": {product.supplier.id} if product.supplier else set(),
        "mode": {offer.channel.mode for offer in offers},
        "season": {str(month) for month in product.season_months},
        "mark": {certificate.scheme.id for certificate in certificates},
        "channel": {offer.channel.id for offer in offers},
        "list": set(product.origin.official_lists),
    }
    for category in product.categories:
        values.setdefault(f"category-{category.scheme.id}", set()).add(category.id)
    return values


def matching(around: Surroundings, products: Iterable[Product], choice: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the products that have one of the chosen values in every facet of *choice*, in their order."""
    return [
        product.id
        for product in products
        if all(having(around, product).get(key, set()) & set(values) for key, values in choice.items())
    ]
