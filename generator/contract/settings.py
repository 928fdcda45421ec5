"""What of a site's configuration the contract has to know; built by the room that reads ``site_config.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal

from .frozen import frozen_record


@frozen_record
class ContractSettings:
    """The settings that data is checked against.  Nothing here has a national default."""

    as_of: date
    """The day that certificates must be valid on."""
    time_zone: str = "UTC"
    """IANA name; days begin and end there."""
    language: str = "en"
    """Language of the site's data; decides which titles a finding uses for a field that was not written."""
    languages: tuple[str, ...] = ("en",)
    """All languages of the site."""
    currency_units: Mapping[str, Decimal] = field(default_factory=dict)
    """Unit or sign written with an amount → how many base units it means (元 → 1, 万元 → 10000)."""
    currency_places: int = 2
    """Decimal places of the currency's smallest coin (ISO 4217, minor units); nothing can be paid more exactly."""
    decimal_comma: bool = False
    """Amounts are written ``1.234,50`` rather than ``1,234.50``."""
    masks: tuple[str, ...] = ()
    """Words that mean *not disclosed*, such as 面议; blanked-out values (``xx``, ``xxx.xx``, ``××``) always do."""
    region_scheme: str = "none"
    """``gb2260`` (China's GB/T 2260), ``nuts`` (the European Union's NUTS) or ``none``."""
    official_lists: tuple[str, ...] = ()
    """Ids of the lists that an origin may stand on."""
    personal_data: Mapping[str, str] = field(default_factory=dict)
    """Name → regular expression of what must not be published."""
    allowed_phones: tuple[str, ...] = ()
    """Numbers that may be published although a pattern of *personal_data* finds them."""
    shelf_codes: bool = False
    """Every product on sale should have a printed code: the site has shelf pages."""

    @property
    def chinese(self) -> bool:
        """Tell whether the data's language is Chinese, so that fields go by their Chinese titles."""
        return self.language.lower().startswith("zh")
