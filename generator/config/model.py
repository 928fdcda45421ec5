"""
``site_config.yml`` as a typed, checked, frozen value.

Each attribute is a setting; the sentence under it is its documentation.
Defaults that belong to a country (currency, region codes, units, lists,
personal-data patterns) are not here but in ``presets/<name>.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple

from .brand import Brand
from .forms import (
    CurrencyCode,
    HostAddress,
    Identifier,
    Language,
    Pattern,
    Positive,
    SiteAddress,
    TimeZone,
    WebAddress,
    Written,
    between,
    within,
)
from .sections import Unfit

LabelField = Literal[
    "net_content",
    "specification",
    "grade",
    "origin",
    "producer",
    "certificates",
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
    "as_of",
]
"""Fields of a product that a label can show; ``certificates`` are its seals."""


CodeLevel = Literal["M", "Q", "H"]
"""How much of a code may be dirty: M 15 %, Q 25 %, H 30 % of its codewords (ISO/IEC 18004, table 8)."""


class CodeLevels(NamedTuple):
    """Error correction by use: more makes a symbol that stands more, of smaller modules."""

    picture: CodeLevel = "Q"
    """Pictures of codes for download."""
    label: CodeLevel = "Q"
    """Shelf labels, which are touched and get dirty."""
    small: CodeLevel = "M"
    """Labels that are too small for the level of labels."""
    poster: CodeLevel = "Q"
    """Whatever is read from a distance."""


class Codes(NamedTuple):
    """What printed codes say."""

    base_url: HostAddress
    """Root of the host that printed codes name, for as long as a label hangs anywhere."""
    case: Literal["upper", "lower"] = "upper"
    """Capitals make a smaller symbol (ISO/IEC 18004, alphanumeric mode); ``lower`` is for hosts that refuse them."""
    levels: CodeLevels = CodeLevels()
    """Error correction by use."""
    mark: bool = False
    """Pictures of codes carry the site's sign in their middle, at level H."""


class Publisher(NamedTuple):
    """Who answers for the pages."""

    name: str = ""
    phone: str = ""
    """An office telephone, shown on shelf pages."""
    address: str = ""
    url: WebAddress = ""


Offset = Annotated[Decimal, between(Decimal(-30), Decimal(30))]
"""Millimetres."""
Scale = Annotated[Decimal, between(Decimal(90), Decimal(110))]
"""Percent."""


class PrinterProfile(NamedTuple):
    """What takes back a printer's drift on sheets of labels; ``shanhuo labels --measured`` works it out."""

    offset_x: Offset = Decimal(0)
    """Millimetres to the right."""
    offset_y: Offset = Decimal(0)
    """Millimetres down."""
    scale_x: Scale = Decimal(100)
    """Percent across."""
    scale_y: Scale = Decimal(100)
    """Percent down."""


class LegalLine(NamedTuple):
    """A line that the law of the place asks for at the foot of every page."""

    text: str
    url: WebAddress = ""


class Currency(NamedTuple):
    """The money of the site."""

    code: CurrencyCode
    """ISO 4217."""
    symbol: str
    units: Mapping[str, Positive]
    """Word → how many base units it stands for; how editors may write amounts."""
    large_unit: str = ""
    """A word of ``units`` used to show large sums; empty to show them in full."""
    large_from: Decimal = Decimal(10000)
    """Sums from here on are shown in ``large_unit``."""
    decimal_comma: bool = False
    """Editors write ``1.234,50`` rather than ``1,234.50``; how pages write it is the language's matter."""


class SiteTexts(NamedTuple):
    """What pages in one other language say of the site; what is left empty is said in the site's own words."""

    title: str = ""
    subtitle: str = ""
    description: str = ""
    sample_note: str = ""
    publisher: str = ""
    """Name of the publisher."""
    publisher_phone: str = ""
    publisher_address: str = ""
    legal: tuple[str, ...] = ()
    """Texts of the legal lines, in their order."""
    official_lists: Mapping[str, str] = MappingProxyType({})
    """Identifier → name."""
    units: Mapping[str, str] = MappingProxyType({})
    """Label of a unit price → its label in this language."""
    glossary: Mapping[str, str] = MappingProxyType({})
    """Word of the data → how this language says it: for values that repeat, such as who may buy.

    In a language that is made by rewriting (traditional Chinese) it goes for words inside texts as well.
    """


def _with_known_unit(currency: Currency) -> Currency:
    if currency.large_unit and currency.large_unit not in currency.units:
        raise Unfit(", ".join(currency.units), "large_unit")
    return currency


class UnitPrice(NamedTuple):
    """How prices are compared: per what quantity, and which content units it converts."""

    label: str
    """``500 g``, ``1 L``: printed behind the stroke."""
    quantity: Positive
    """How much of the base unit the label means."""
    units: Mapping[str, Positive]
    """Content unit → how many base units it is."""


class Regions(NamedTuple):
    """How origins are coded."""

    scheme: Literal["gb2260", "nuts", "none"]
    """``gb2260``: GB/T 2260; ``nuts``: Regulation (EC) No 1059/2003; ``none``: any text."""


class PersonalData(NamedTuple):
    """What must not be published by accident."""

    patterns: Mapping[str, Pattern] = MappingProxyType({})
    """Name of a kind → regular expression that finds it in public text."""
    allow: tuple[str, ...] = ()
    """Texts that may stand although a pattern finds them, such as an office line."""


class LedgerSettings(NamedTuple):
    """What of the ledger is public; fields that are not public, and what persons bought one by one, never are."""

    publish: Literal["totals", "organisation", "rows"] = "totals"
    """Totals alone; ``organisation``: also what each body bought; ``rows``: also each row that is no person's."""


class EmbedSettings(NamedTuple):
    """What is shown on other people's websites."""

    attribution: bool = False
    """Links of a column that is made for a partner tell from whose website they come (``?from=``)."""


class SiteConfig(NamedTuple):
    """All settings of a site; those without a default stand first."""

    schema: Literal["1"]
    """Version of this file's form; ``shanhuo migrate`` brings older ones over."""
    title: Written
    base_url: SiteAddress
    """Where the portal will stand."""
    codes: Codes
    language: Language
    """The language that stands at ``/``, and in which the data is written."""
    time_zone: TimeZone
    """IANA name of the zone in which days begin and end."""
    currency: Annotated[Currency, _with_known_unit]
    regions: Regions
    label_order: tuple[LabelField, ...]
    """Fields of a product in the order of its label."""
    preset: str = "china"
    """Name of the country's defaults."""
    subtitle: str = ""
    description: str = ""
    languages: tuple[Language, ...] = ()
    """All languages of the portal; empty means the one language."""
    translations: Mapping[Language, SiteTexts] = MappingProxyType({})
    """Language → the site's own texts in it."""
    as_of: date | None = None
    """A fixed date for a site that shows a past state; normally left out, which means today."""
    theme: Identifier = "default"
    brand: Brand = Brand()
    """Colours and logo over those of the theme."""
    surfaces: tuple[Literal["portal", "search", "shelf", "api", "data", "embed", "guide", "ask"], ...] = (
        "portal",
        "search",
        "shelf",
        "api",
        "data",
        "embed",
        "guide",
        "ask",
    )
    publisher: Publisher = Publisher()
    legal: tuple[LegalLine, ...] = ()
    sample_note: str = ""
    """What is said beside every invented item."""
    share_pictures: Annotated[int, within(0, 100_000)] = 500
    """Products, stories and campaigns up to which each has a share picture of its own; with more, categories have."""
    unit_prices: tuple[UnitPrice, ...] = ()
    official_lists: Mapping[str, str] = MappingProxyType({})
    """Identifier → name of lists that an origin can stand on."""
    masks: tuple[str, ...] = ()
    """Words that mean *not disclosed*, besides ``xx`` and its kin."""
    personal_data: PersonalData = PersonalData()
    ledger: LedgerSettings = LedgerSettings()
    """What of the ledger is public."""
    embed: EmbedSettings = EmbedSettings()
    """What is shown on other people's websites."""
    page_size: Annotated[int, within(1, 200)] = 24
    """Products on one page of a list."""
    home_lead: str = ""
    """Product that opens the first page; empty takes the first recommended one."""

    printers: Mapping[str, PrinterProfile] = MappingProxyType({})
    """Name → what its printer needs; labels alone go by it, no page does."""

    @property
    def all_languages(self) -> tuple[str, ...]:
        """The default language first, then the others."""
        return (self.language, *(tag for tag in self.languages if tag != self.language))
