"""
``site_config.yml`` as a typed, checked, frozen value.

Each attribute is a setting; the sentence under it is its documentation.
Defaults that belong to a country (currency, region codes, units, lists,
personal-data patterns) are not here but in ``presets/<name>.yml``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from .forms import (
    CurrencyCode,
    Day,
    HostAddress,
    Identifier,
    Language,
    Pattern,
    Positive,
    SiteAddress,
    TimeZone,
    WebAddress,
    fault,
)

LabelField = Literal[
    "net_content",
    "specification",
    "grade",
    "origin",
    "producer",
    "ingredients",
    "allergens",
    "storage",
    "shelf_life",
    "licence_number",
    "standard",
    "gtin",
    "duration",
    "meeting_place",
    "capacity",
]
"""Fields of a product that a label can show."""


class Section(BaseModel):
    """A mapping of settings: unknown keys are refused, values never change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Codes(Section):
    """What printed codes say."""

    base_url: HostAddress
    """Root of the host that printed codes name, for as long as a label hangs anywhere."""
    case: Literal["upper", "lower"] = "upper"
    """Capitals make a smaller symbol (ISO/IEC 18004, alphanumeric mode); ``lower`` is for hosts that refuse them."""


class Publisher(Section):
    """Who answers for the pages."""

    name: str = ""
    phone: str = ""
    """An office telephone, shown on shelf pages."""
    address: str = ""
    url: WebAddress = ""


class LegalLine(Section):
    """A line that the law of the place asks for at the foot of every page."""

    text: str
    url: WebAddress = ""


class Currency(Section):
    """The money of the site."""

    code: CurrencyCode
    """ISO 4217."""
    symbol: str
    units: dict[str, Positive]
    """Word → how many base units it stands for; how editors may write amounts."""
    large_unit: str = ""
    """A word of ``units`` used to show large sums; empty to show them in full."""
    large_from: Decimal = Decimal(10000)
    """Sums from here on are shown in ``large_unit``."""
    decimal_comma: bool = False
    """Editors write ``1.234,50`` rather than ``1,234.50``; how pages write it is the language's matter."""

    @field_validator("large_unit")
    @classmethod
    def _is_a_unit(cls, value: str, info: ValidationInfo) -> str:
        units = info.data.get("units", {value: 1})
        if value and value not in units:
            raise fault(", ".join(units))
        return value


class UnitPrice(Section):
    """How prices are compared: per what quantity, and which content units it converts."""

    label: str
    """``500 g``, ``1 L``: printed behind the stroke."""
    quantity: Positive
    """How much of the base unit the label means."""
    units: dict[str, Positive]
    """Content unit → how many base units it is."""


class Regions(Section):
    """How origins are coded."""

    scheme: Literal["gb2260", "nuts", "none"]
    """``gb2260``: GB/T 2260; ``nuts``: Regulation (EC) No 1059/2003; ``none``: any text."""


class PersonalData(Section):
    """What must not be published by accident."""

    patterns: dict[str, Pattern] = {}
    """Name of a kind → regular expression that finds it in public text."""
    allow: tuple[str, ...] = ()
    """Texts that may stand although a pattern finds them, such as an office line."""


class SiteConfig(Section):
    """All settings of a site."""

    format_version: Literal["1"] = Field(alias="schema")
    """Version of this file's form; ``shanhuo migrate`` brings older ones over."""
    preset: str = "china"
    """Name of the country's defaults."""
    title: str = Field(min_length=1)
    subtitle: str = ""
    description: str = ""
    base_url: SiteAddress
    """Where the portal will stand."""
    codes: Codes
    language: Language
    """The language that stands at ``/``, and in which the data is written."""
    languages: tuple[Language, ...] = ()
    """All languages of the portal; empty means the one language."""
    time_zone: TimeZone
    """IANA name of the zone in which days begin and end."""
    as_of: Day | None = None
    """A fixed date for a site that shows a past state; normally left out, which means today."""
    theme: Identifier = "default"
    surfaces: tuple[Literal["portal", "shelf", "api", "data"], ...] = ("portal", "shelf", "api", "data")
    publisher: Publisher = Publisher()
    legal: tuple[LegalLine, ...] = ()
    sample_note: str = ""
    """What is said beside every invented item."""
    currency: Currency
    regions: Regions
    unit_prices: tuple[UnitPrice, ...] = ()
    official_lists: dict[str, str] = {}
    """Identifier → name of lists that an origin can stand on."""
    masks: tuple[str, ...] = ()
    """Words that mean *not disclosed*, besides ``xx`` and its kin."""
    personal_data: PersonalData = PersonalData()
    label_order: tuple[LabelField, ...]
    """Fields of a product in the order of its label."""
    page_size: int = Field(default=24, ge=1, le=200)
    """Products on one page of a list."""
    home_lead: str = ""
    """Product that opens the first page; empty takes the first recommended one."""

    @property
    def all_languages(self) -> tuple[str, ...]:
        """The default language first, then the others."""
        return (self.language, *(tag for tag in self.languages if tag != self.language))
