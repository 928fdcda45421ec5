"""Values in words: money, dates, quantities, as the language and the country write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.catalog.item import Amount, Count, Quantity
from generator.catalog.money import Money
from generator.catalog.offer import Offer
from generator.config import SiteConfig
from generator.contract.quantities import NotDisclosed, Period
from generator.languages.foreign_text import like
from generator.languages.tags import are_akin

from .texts import Texts
from .views import Price

CENT = Decimal("0.01")
GROUPED_FROM = 10000
"""Numbers of four digits stand without a mark, as in years."""
NO_BREAK = "\u00a0"
"""Stands between an amount and the symbol behind it, so that no line ends there (CLDR, ``¤`` patterns)."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How one site writes values in one language."""

    config: SiteConfig
    texts: Texts

    def day(self, value: date | None) -> str:
        """Return a day in words, ``""`` for none."""
        return "" if value is None else self.texts.day(value)

    def _written(self, precision: str, value: date) -> str:
        if precision == "day":
            return self.texts.day(value)
        month = self.texts(f"month.{value.month}")
        return self.texts(f"date.{precision}", year=value.year, month=month, day=value.day)

    def period(self, value: Period | None) -> str:
        """Return a day, month, year or span in words, as precisely as it was given."""
        if value is None:
            return ""
        start = self._written(value.precision, value.start)
        if not value.is_span:
            return start
        return self.texts.span(value.precision, start=start, end=self._written(value.precision, value.end))

    def number(self, value: Quantity | Count) -> str:
        """Return a number without needless zeros, as the language writes it."""
        if value is None:
            return ""
        if isinstance(value, NotDisclosed):
            return self.texts("common.not_disclosed")
        exact = Decimal(value)
        whole = exact.to_integral_value() == exact
        return self._grouped(f"{exact:,.0f}" if whole else f"{exact.normalize():,f}", exact)

    def money(self, value: Amount) -> str:
        """Return a sum with its currency; large sums in the large unit, exactly."""
        if value is None:
            return ""
        if isinstance(value, NotDisclosed):
            return self.texts("common.not_disclosed")
        currency = self.config.currency
        if currency.large_unit and not self.is_abroad and abs(value.amount) >= currency.large_from:
            large = value.amount / currency.units[currency.large_unit]
            return f"{self.number(large)} {currency.large_unit}"
        return self.with_symbol(self.amount(value.amount))

    def plain_figure(self, value: Decimal, unit: str) -> tuple[Decimal, str]:
        """Return a number and its unit for programs; abroad sums of money are in base units of the ISO 4217 code."""
        currency = self.config.currency
        if self.is_abroad and unit in currency.units:
            return value * currency.units[unit], currency.code
        return value, unit

    def figure(self, value: Decimal, unit: str) -> tuple[str, str]:
        """Return a number and its unit; sums of money in the unit that the language counts them in, exactly."""
        currency = self.config.currency
        factor = currency.units.get(unit)
        if factor is not None and self.is_abroad:
            return self.with_symbol(self.number(self.plain_figure(value, unit)[0])), ""
        if factor == 1 and currency.large_unit and value >= currency.large_from:
            return self.number(value / currency.units[currency.large_unit]), currency.large_unit
        return self.number(value), like(f"{self.texts.affix('figure.before_unit')}{unit}" if unit else "", unit)

    def amount(self, amount: Decimal) -> str:
        """Return an amount with two decimals; half a cent is rounded away from zero."""
        cents = amount.quantize(CENT, ROUND_HALF_UP)
        return self._grouped(f"{cents:,.2f}", cents)

    def _grouped(self, text: str, value: Decimal) -> str:
        """Return a number written ``1,234.5`` with the language's marks, thousands grouped from five digits on."""
        whole, point, decimals = text.partition(".")
        group = self.texts("number.group") if abs(value) >= GROUPED_FROM else ""
        return whole.replace(",", group) + (self.texts("number.decimal") + decimals if point else "")

    @property
    def is_abroad(self) -> bool:
        """Tell whether the language is read by people of other countries than the site's."""
        return not are_akin(self.texts.language, self.config.language)

    @property
    def symbol(self) -> str:
        """What stands for the currency: its symbol at home, its ISO 4217 code where several share that symbol."""
        if not self.is_abroad:
            return self.config.currency.symbol
        code = self.config.currency.code
        return code if self.symbol_after else f"{code}{NO_BREAK}"

    @property
    def symbol_after(self) -> bool:
        """Tell whether the language writes the currency's symbol behind the amount."""
        return self.texts("money.symbol") == "after"

    def exact_money(self, value: Amount) -> str:
        """Return a sum with its currency to the cent, whatever its size, as a column of a table wants it."""
        return self.with_symbol(self.amount(value.amount)) if isinstance(value, Money) else self.money(value)

    def with_symbol(self, amount: str) -> str:
        """Return *amount* with the currency's symbol where the language writes it."""
        symbol = self.symbol
        if self.symbol_after:
            return f"{amount}{NO_BREAK}{symbol}"
        return f"-{symbol}{amount[1:]}" if amount.startswith("-") else f"{symbol}{amount}"

    def price(self, offer: Offer) -> Price | None:
        """Return an offer's price with unit and price per weight or volume."""
        if offer.price is None:
            return None
        if isinstance(offer.price, NotDisclosed):
            return Price(currency="", amount=self.texts("common.not_disclosed"), unit=offer.unit)
        return Price(
            currency=self.symbol,
            amount=self.amount(offer.price.amount),
            unit=offer.unit,
            per=self._per_unit(offer, offer.price),
            symbol_after=self.symbol_after,
        )

    def _per_unit(self, offer: Offer, price: Money) -> str:
        if not isinstance(offer.content_amount, Decimal) or offer.content_amount <= 0:
            return ""
        for rule in self.config.unit_prices:
            factor = rule.units.get(offer.content_unit)
            if factor is not None:
                per = price.amount * rule.quantity / (offer.content_amount * factor)
                return f"{self.with_symbol(self.amount(per))} / {rule.label}"
        return ""
