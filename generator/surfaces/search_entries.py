"""What can be found: the things of the catalogue and the editors' prose, with all names and words that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from generator.catalog import Catalog
from generator.catalog.campaign import Campaign
from generator.catalog.campaign_record import all_events
from generator.catalog.category import Category
from generator.catalog.certification_scheme import CertificationScheme
from generator.catalog.channel import Channel
from generator.catalog.event import Event
from generator.catalog.item import Item
from generator.catalog.origin import Origin
from generator.catalog.placement import Placement
from generator.catalog.product import Product
from generator.catalog.story import Story
from generator.catalog.supplier import Supplier

from .outputs import digest_of
from .search_prose import ProsePage

KINDS = ("product", "origin", "supplier", "category", "mark", "channel", "place", "campaign", "event", "story", "page")
"""Kinds of things, in the order in which equally good results stand."""


Names: TypeAlias = tuple[str, tuple[str, ...]]
"""Name, and other names."""


class Subject(NamedTuple):
    """Something that can be found."""

    kind: str
    """One of :data:`KINDS`."""
    key: str
    """Its id or code, or the address of a page of prose."""
    names: tuple[str, ...]
    """Its name in the site's own language, then those in others."""
    aliases: tuple[str, ...]
    """Other names, the printed code, the number under the barcode."""
    digest: str
    """Changes whenever one of its words does, in any language."""


class Searched(NamedTuple):
    """The site in all its languages, as far as it is searched."""

    catalogs: tuple[Catalog, ...]
    """The catalogue in each language, the site's own first."""
    pages: tuple[Mapping[str, ProsePage], ...]
    """The prose in each language, by address."""

    def subjects(self) -> tuple[Subject, ...]:
        """Return everything that can be found, by kind and key."""
        found: list[Subject] = []
        for kind, (items_of, names_of, _) in _KINDS.items():
            tables = [items_of(catalog) for catalog in self.catalogs]
            codes = self.catalogs[0].code_by_product if kind == "product" else {}
            marks = self.catalogs[0].certificates_by_product if kind == "product" else {}
            for key in sorted(tables[0]):
                items = [table[key] for table in tables]
                told = [names_of(item) for item in items]
                code = (codes[key].code,) if key in codes else ()
                schemes = (certificate.scheme.digest for certificate in marks.get(key, ()))
                found.append(
                    Subject(
                        kind,
                        key,
                        _each_once(name for name, _ in told),
                        (*_each_once(alias for _, aliases in told for alias in aliases), *code),
                        digest_of(*(item.digest for item in items), *schemes),
                    )
                )
        for key in sorted({key for pages in self.pages for key in pages}):
            pages = tuple(self._of_page(key))
            digest = digest_of(*(page.digest for page in pages))
            found.append(Subject("page", key, _each_once(page.title for page in _worded(pages)), (), digest))
        return tuple(found)

    def words(self, subject: Subject) -> tuple[str, ...]:
        """Return what is said of *subject* in all languages, its names included, each text once."""
        if subject.kind == "page":
            told = [page.text() for page in _worded(self._of_page(subject.key))]
        else:
            items_of, _, words_of = _KINDS[subject.kind]
            told = [words for catalog in self.catalogs for words in words_of(catalog, items_of(catalog)[subject.key])]
        return _each_once((*subject.names, *subject.aliases, *told))

    def _of_page(self, key: str) -> Iterator[ProsePage]:
        return (pages[key] for pages in self.pages if key in pages)


def _worded(pages: Iterable[ProsePage]) -> Iterator[ProsePage]:
    """Yield those of *pages* that say it in other words: other characters are the same to one who searches."""
    return (page for page in pages if page.rewrite is None)


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(text) for text in texts if text))


def _product_names(product: Product) -> Names:
    return product.name, (*product.aliases, product.gtin)


def _product_words(catalog: Catalog, product: Product) -> tuple[str, ...]:
    certificates = catalog.certificates_by_product.get(product.id, ())
    return (
        product.summary,
        product.description,
        product.ingredients,
        product.preparation,
        product.grade,
        product.origin.name,
        product.origin.region,
        product.supplier.name if product.supplier else "",
        *(category.name for category in product.categories),
        *(certificate.scheme.name for certificate in certificates),
    )


def _origin_names(origin: Origin) -> Names:
    return origin.name, (origin.listed_name, origin.code)


def _origin_words(_: Catalog, origin: Origin) -> tuple[str, ...]:
    return (origin.region, origin.summary, origin.description, origin.landscape)


def _supplier_words(_: Catalog, supplier: Supplier) -> tuple[str, ...]:
    place = supplier.origin.name if supplier.origin else ""
    return (supplier.description, supplier.help_model, supplier.stake, supplier.address, place)


def _category_words(_: Catalog, category: Category) -> tuple[str, ...]:
    return (category.description, category.scheme.name)


def _mark_names(scheme: CertificationScheme) -> Names:
    return scheme.name, (scheme.short_name,)


def _mark_words(_: Catalog, scheme: CertificationScheme) -> tuple[str, ...]:
    return (scheme.authority, scheme.description)


def _channel_words(_: Catalog, channel: Channel) -> tuple[str, ...]:
    return (channel.operator, channel.partners, channel.description)


def _place_words(_: Catalog, placement: Placement) -> tuple[str, ...]:
    bodies = (placement.host, placement.operator)
    return (
        placement.address,
        placement.description,
        placement.products_note,
        placement.plaque,
        *(body.name for body in bodies if body is not None),
        placement.host_name,
        placement.operator_name,
    )


def _campaign_words(_: Catalog, campaign: Campaign) -> tuple[str, ...]:
    return (campaign.summary, campaign.description, *(organiser.name for organiser in campaign.organisers))


def _events(catalog: Catalog) -> Mapping[str, Event]:
    return {event.id: event for event in all_events(catalog)}


def _event_words(_: Catalog, event: Event) -> tuple[str, ...]:
    products = (product.name for product in event.products)
    campaign = event.campaign.name if event.campaign else ""
    return (event.place, event.host, event.description, event.result, campaign, *products)


def _story_names(story: Story) -> Names:
    return story.title, ()


def _story_words(_: Catalog, story: Story) -> tuple[str, ...]:
    things: tuple[Product | Supplier | Origin, ...] = (*story.products, *story.suppliers, *story.origins)
    return (story.summary, story.body, *(thing.name for thing in things))


def _name_alone(item: Supplier | Category | Channel | Placement | Campaign | Event) -> Names:
    return item.name, ()


class _Kind(NamedTuple):
    items_of: Callable[[Catalog], Mapping[str, Item]]
    names_of: Callable[[Any], Names]
    words_of: Callable[[Catalog, Any], tuple[str, ...]]


_KINDS: Mapping[str, _Kind] = {
    "product": _Kind(lambda catalog: catalog.products, _product_names, _product_words),
    "origin": _Kind(lambda catalog: catalog.origins, _origin_names, _origin_words),
    "supplier": _Kind(lambda catalog: catalog.suppliers, _name_alone, _supplier_words),
    "category": _Kind(lambda catalog: catalog.categories, _name_alone, _category_words),
    "mark": _Kind(lambda catalog: catalog.certification_schemes, _mark_names, _mark_words),
    "channel": _Kind(lambda catalog: catalog.channels, _name_alone, _channel_words),
    "place": _Kind(lambda catalog: catalog.placements, _name_alone, _place_words),
    "campaign": _Kind(lambda catalog: catalog.campaigns, _name_alone, _campaign_words),
    "event": _Kind(_events, _name_alone, _event_words),
    "story": _Kind(lambda catalog: catalog.stories, _story_names, _story_words),
}
