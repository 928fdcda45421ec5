"""The settings in another language: what pages say of their site."""

from __future__ import annotations

from types import MappingProxyType

from generator.languages.foreign_text import ForeignText, says_something
from generator.languages.traditional import Rewrite

from .model import Currency, SiteConfig, SiteTexts


def site_in(site: SiteConfig, language: str, rewrite: Rewrite | None) -> SiteConfig:
    """Return *site* as its pages in *language* know it.

    What ``translations`` does not say is rewritten where *rewrite* can, and is the source's text otherwise, marked.
    """
    if language == site.language:
        return site
    own = site.translations.get(language, SiteTexts())

    def worded(text: str, translated: str) -> str:
        if translated or not text:
            return translated
        if rewrite is not None:
            return rewrite(text)
        return ForeignText(text, site.language) if says_something(text, site.language) else text

    legal = (*own.legal, *("",) * len(site.legal))
    return site._replace(
        title=worded(site.title, own.title),
        subtitle=worded(site.subtitle, own.subtitle),
        description=worded(site.description, own.description),
        sample_note=worded(site.sample_note, own.sample_note),
        publisher=site.publisher._replace(
            name=worded(site.publisher.name, own.publisher),
            phone=worded(site.publisher.phone, own.publisher_phone),
            address=worded(site.publisher.address, own.publisher_address),
        ),
        legal=tuple(line._replace(text=worded(line.text, text)) for line, text in zip(site.legal, legal, strict=False)),
        unit_prices=tuple(
            rule._replace(label=worded(rule.label, own.units.get(rule.label, ""))) for rule in site.unit_prices
        ),
        official_lists=MappingProxyType(
            {key: worded(name, own.official_lists.get(key, "")) for key, name in site.official_lists.items()}
        ),
        currency=_rewritten_currency(site, rewrite),
    )


def _rewritten_currency(site: SiteConfig, rewrite: Rewrite | None) -> Currency:
    currency = site.currency
    if rewrite is None or not currency.large_unit:
        return currency
    units = {**currency.units, **{rewrite(unit): factor for unit, factor in currency.units.items()}}
    return currency._replace(units=MappingProxyType(units), large_unit=rewrite(currency.large_unit))
