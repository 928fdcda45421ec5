"""``llms.txt``: what the site holds and where programs find it as text (https://llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalog.category import Category
from generator.catalog.product import Product
from generator.surfaces import addresses, cards, lists
from generator.surfaces.outputs import digest_of
from generator.surfaces.surroundings import Surroundings

from .escaping import inline, link
from .own_links import own_link

LLMS = "llms.txt"
LISTED = 200
"""Products up to which each has a line of its own; of more, their categories stand for them."""
SUMMARY_LENGTH = 80


def twin(product: Product) -> str:
    """Return where the page of *product* stands in Markdown."""
    return f"{addresses.product(product.id)}index.md"


def llms_needs(around: Surroundings) -> str:
    """Return a digest of what the file says."""
    catalog = around.catalog
    products = catalog.offered(catalog.products.values())
    shown = [product.digest for product in products] if len(products) <= LISTED else []
    categories = (
        f"{category.digest} {len(catalog.products_by_category.get(category.id, ()))}"
        for category in catalog.categories.values()
    )
    stories = (story.digest for story in catalog.stories.values())
    recalls = (recall.digest for group in catalog.recalls_by_product.values() for recall in group)
    campaigns = (campaign.digest for campaign in catalog.campaigns.values())
    return digest_of(around.base, str(len(products)), *shown, "categories", *categories, *stories, *campaigns, *recalls)


def llms(around: Surroundings) -> bytes:
    """Return the file."""
    config, t = around.config, around.texts
    products = around.catalog.offered(around.catalog.products.values())
    words = config.description or config.subtitle
    blocks = [f"# {inline(config.title)}"]
    if words:
        blocks.append(f"> {inline(words)}")
    blocks.append("\n".join(_notes(around, len(products))))
    blocks += _section(t("notice.recall"), list(_recalls(around)))
    blocks += _products(around, products)
    blocks += _section(
        t("nav.campaigns"),
        [
            _entry(around, campaign.name, addresses.campaign(campaign.id), campaign.summary)
            for campaign in around.catalog.campaigns.values()
        ],
    )
    blocks += _section(
        t("nav.stories"),
        [
            _entry(around, story.title, addresses.story(story.id), story.summary)
            for story in around.catalog.stories.values()
        ],
    )
    blocks += _section(t("machines.files"), list(_files(around)))
    return ("\n\n".join(blocks) + "\n").encode()


def _notes(around: Surroundings, count: int) -> Iterator[str]:
    t = around.texts
    yield f"- {inline(t('common.as-of'))}: {inline(around.site.as_of)}"
    yield f"- {inline(t.counted('count.products', count))}"
    yield f"- {inline(t('machines.twins'))}"
    if around.config.sample_note:
        yield f"- {inline(around.config.sample_note)}"


def _recalls(around: Surroundings) -> Iterator[str]:
    """Yield a line for each recall in force: what is recalled, which lots, and why."""
    t = around.texts
    for product in around.catalog.products.values():
        for recall in around.catalog.recalls_by_product.get(product.id, ()):
            lots = f"{t.field_title('recalls', 'lots')} {t.joined(recall.lots)}" if recall.lots else ""
            about = t.joined(filter(None, (lots, recall.reason, recall.action)), "common.detail_separator")
            yield _entry(around, product.name, twin(product), about)


def _products(around: Surroundings, products: Sequence[Product]) -> Iterator[str]:
    """Yield the products by category, each with a line; of many products the categories with their numbers."""
    t = around.texts
    if len(products) > LISTED:
        by_category = around.catalog.products_by_category
        groups = [category for category in lists.ordered_categories(around) if category.id in by_category]
        counted = ((category, len(by_category[category.id])) for category in groups)
        lines = [
            _entry(around, category.name, addresses.category(category.id), t.counted("count.products", count))
            for category, count in counted
        ]
        yield from _section(t("nav.categories"), lines)
        return
    grouped: dict[str, tuple[Category | None, list[Product]]] = {}
    for product in products:
        category = cards.primary_category(product)
        grouped.setdefault(category.id if category else "", (category, []))[1].append(product)
    for category, members in grouped.values():
        entries = [_entry(around, product.name, twin(product), product.summary) for product in members]
        yield from _section(category.name if category else t("nav.products"), entries)


def _files(around: Surroundings) -> Iterator[str]:
    config, t = around.config, around.texts
    shared = [
        *(
            (("api/v1/openapi.json", "machines.api"), ("api/v1/products.json", "machines.products"))
            if "api" in config.surfaces
            else ()
        ),
        *((("data/datapackage.json", "machines.datapackage"),) if "data" in config.surfaces else ()),
        ("sitemap.xml", "machines.sitemap"),
    ]
    for path, key in shared:
        yield f"- {link(t(key), addresses.whole(config, path))}"
    yield f"- {own_link(around, t('machines.feed'), 'feed.json')}"


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {inline(title)}", "\n".join(lines)] if lines else []


def _entry(around: Surroundings, text: str, address: str, about: str) -> str:
    words = inline(about)
    return f"- {own_link(around, text, address)}" + (f": {words}" if words else "")
