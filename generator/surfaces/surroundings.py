"""What every surface is handed: the catalogue, the settings, the theme, texts, formats and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from generator.catalog import Catalog
from generator.catalog.campaign_record import CampaignRecord, campaign_records
from generator.catalog.product import Product
from generator.config import Configuration, SiteConfig
from generator.contract.schema import Table

from . import addresses
from .formats import Formats
from .outputs import digest_of
from .page_views import ProductPage, SiteView
from .pictures import PicturePlan
from .templates import Templates
from .texts import Texts
from .theme import Theme
from .views import Link, ProductCard, Teaser

if TYPE_CHECKING:
    from .recordings import RecordingFile


class LanguageOfSite(NamedTuple):
    """One language that pages come in."""

    language: str
    """BCP 47."""
    folder: str
    """Where pages in it stand: ``""`` for the site's own, else such as ``en/``."""
    name: str
    """The language's name for itself."""
    short: str
    """The same in a sign or two."""


@dataclass(frozen=True, eq=False)
class Surroundings:
    """One run of one site in one language."""

    configuration: Configuration
    catalog: Catalog
    tables: Mapping[str, Table]
    theme: Theme
    texts: Texts
    formats: Formats
    pictures: PicturePlan
    program: str
    """Digest of the program itself: another version makes every page anew."""
    recordings: Mapping[str, RecordingFile] = field(default_factory=dict)
    """File name as registered → the recording."""
    folder: str = ""
    """Where pages in this language stand: ``""`` for the site's own, else such as ``en/``."""
    languages: tuple[LanguageOfSite, ...] = ()
    """All languages of the site, its own first."""

    @property
    def shared(self) -> str:
        """The way from this language's root to files that all languages share: ``""`` or ``"../"``."""
        return "../" * self.folder.count("/")

    @property
    def is_main(self) -> bool:
        """Tell whether this is the site's own language; what all languages share is made with it."""
        return not self.folder

    def place(self, path: str) -> str:
        """Return the path or address *path* of this language, from the site's root."""
        return self.folder + path

    def whole(self, address: str) -> str:
        """Return the whole address of what stands at *address*, counted from this language's root."""
        shared = self.shared
        if shared and address.startswith(shared):
            return addresses.whole(self.config, address.removeprefix(shared))
        return addresses.whole(self.config, self.folder + address)

    @property
    def config(self) -> SiteConfig:
        """The site's settings."""
        return self.configuration.site

    @cached_property
    def base(self) -> str:
        """Digest of what any page hangs on: program, settings, day, fixed texts."""
        return digest_of(self.program, self.configuration.digest, self.folder, self.texts.digest, self.pictures.digest)

    @cached_property
    def site(self) -> SiteView:
        """What every page says of its site."""
        config = self.config
        return SiteView(
            title=config.title,
            subtitle=config.subtitle,
            language=self.texts.language,
            publisher=config.publisher.name,
            publisher_phone=config.publisher.phone,
            as_of=self.formats.day(self.configuration.as_of),
            legal=tuple(Link(line.text, line.url, external=True) for line in config.legal),
            sample_note=config.sample_note,
            has_search="search" in config.surfaces,
        )

    @cached_property
    def templates(self) -> Templates:
        """The theme's templates."""
        return Templates(self.theme, self.texts)

    @cached_property
    def campaign_records(self) -> Mapping[str, CampaignRecord]:
        """Campaign → all that belongs to it."""
        return campaign_records(self.catalog)

    @cached_property
    def cards(self) -> dict[str, ProductCard]:
        """Product → its card, as far as made: a card stands in many lists."""
        return {}

    @cached_property
    def teasers(self) -> dict[str, Teaser]:
        """Address → the teaser of what stands there, as far as made."""
        return {}

    @cached_property
    def last_page(self) -> dict[str, ProductPage]:
        """Product → the view of its page, for the one made last: portal and shelf show the same."""
        return {}

    @cached_property
    def page_digests(self) -> dict[str, str]:
        """Product → digest of its page, as far as made: several outputs show the same."""
        return {}

    @cached_property
    def product_digests(self) -> Mapping[str, str]:
        """Product → digest of all that its card shows."""
        catalog = self.catalog
        return {
            key: digest_of(
                product.digest,
                *(offer.digest for offer in catalog.offers_by_product.get(key, ())),
                *(certificate.digest for certificate in catalog.certificates_by_product.get(key, ())),
                *(recall.digest for recall in catalog.recalls_of(product)),
            )
            for key, product in catalog.products.items()
        }

    def digest_of_products(self, products: tuple[Product, ...]) -> str:
        """Return a digest of the cards of *products*."""
        digests = self.product_digests
        return digest_of(*(digests[product.id] for product in products))

    @cached_property
    def positions(self) -> Mapping[tuple[str, str], int]:
        """(category, product) → place of the product among those of the category."""
        return {
            (category, product.id): place
            for category, group in self.catalog.products_by_category.items()
            for place, product in enumerate(group)
        }

    def first_of_origin(self, code: str) -> tuple[str, ...]:
        """Return what a teaser of an origin takes from its products: their number and the first one's digest."""
        return _first_of(self.catalog.products_by_origin.get(code, ()))

    def first_of_supplier(self, key: str) -> tuple[str, ...]:
        """Return what a teaser of a supplier takes from its products: their number and the first one's digest."""
        return _first_of(self.catalog.products_by_supplier.get(key, ()))


def _first_of(products: tuple[Product, ...]) -> tuple[str, ...]:
    return (str(len(products)), products[0].digest if products else "")
