"""What is known of words and lists: terms, marks, categories, stories, directories, and of the site itself."""

from __future__ import annotations

import re
from collections import Counter

from generator.catalog.category import Category
from generator.catalog.certification_scheme import CertificationScheme
from generator.catalog.directory import CatalogueIssue
from generator.catalog.story import Story
from generator.catalog.wording import Term
from generator.surfaces.campaigns.issue_page import entry_line
from generator.surfaces.certificate_lines import standing_of
from generator.surfaces.search_prose import ProsePage
from generator.surfaces.slow_selling import is_slow
from generator.surfaces.surroundings import Surroundings

from .bodies import goods
from .knowledge import Facts
from .telling import Teller, sentences

_GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])")
"""Where a mark of Markdown stood beside a character that has no spaces around it."""
STANDINGS = ("verified", "self-stated", "expired", "coming", "record")
"""What a certificate may be on the day; each is marked in its own way."""


def term_facts(around: Surroundings, term: Term) -> Facts:
    """Yield how *term* is used today."""
    texts = around.texts
    teller = Teller(around, texts("ask.quoted", word=term.term), day=term.since)
    yield from teller.fact("preferred", texts.field_title("terms", "preferred"), term.preferred)
    yield from teller.fact("since", texts.field_title("terms", "since"), around.formats.day(term.since))
    yield from teller.fact("description", texts.field_title("terms", "note"), term.note)


def scheme_facts(around: Surroundings, scheme: CertificationScheme) -> Facts:
    """Yield what is known of *scheme* and of the products that bear it."""
    texts, catalog = around.texts, around.catalog
    teller = Teller(around, scheme.name)
    yield from teller.fact("authority", texts.field_title("certification_schemes", "authority"), scheme.authority)
    kind = texts.label("certification_schemes", "kind", scheme.kind)
    yield from teller.fact("kind", texts.field_title("certification_schemes", "kind"), kind)
    if not scheme.is_certification:
        yield from teller.said("kind", texts("certificates.record"), texts("ask.no_certification", name=teller.name))
    by_standing: dict[str, list[object]] = {}
    for product in catalog.products.values():
        for certificate in catalog.certificates_by_product.get(product.id, ()):
            if certificate.scheme.id == scheme.id:
                by_standing.setdefault(standing_of(around, certificate), []).append(product)
    for standing, products in by_standing.items():
        name = f"{teller.name}{texts('ask.standing', standing=texts(f'certificates.{standing}'))}"
        yield from goods(around, Teller(around, name), products)
    yield from teller.prose("description", scheme.description, named=True)


def category_facts(around: Surroundings, category: Category) -> Facts:
    """Yield what is known of *category*."""
    texts = around.texts
    teller = Teller(around, category.name)
    offered = around.catalog.offered(around.catalog.products_by_category.get(category.id, ()))
    yield from goods(around, teller, offered)
    if not offered:
        yield from teller.said("products", texts("ask.no_goods_value"), texts("ask.no_goods", name=teller.name))
    mapped = (around.catalog.categories[key].name for key in category.maps_to if key in around.catalog.categories)
    yield from teller.fact("maps_to", texts.field_title("categories", "maps_to"), teller.names(mapped))
    yield from teller.prose("description", category.description, named=True)


def story_facts(around: Surroundings, story: Story) -> Facts:
    """Yield what *story* tells, sentence by sentence."""
    texts = around.texts
    title = texts("ask.titled", title=str(story.title))
    teller = Teller(around, title, day=story.date, source=story.source, sample=story.sample)
    yield from teller.fact("summary", texts("ask.summary"), story.summary)
    yield from teller.fact("dates", texts.field_title("stories", "date"), around.formats.period(story.date))
    yield from goods(around, teller, (p for p in story.products if p.id in around.catalog.products))
    yield from teller.prose("description", story.body)
    yield from teller.basis()


def issue_facts(around: Surroundings, issue: CatalogueIssue) -> Facts:
    """Yield what is known of a directory of recommended goods."""
    texts = around.texts
    title = texts("ask.titled", title=str(issue.title))
    teller = Teller(around, title, day=issue.issued_on, source=issue.source, sample=issue.sample)
    yield from teller.fact(
        "dates", texts.field_title("catalogue_issues", "issued_on"), around.formats.period(issue.issued_on)
    )
    yield from teller.fact("firms", texts.field_title("catalogue_issues", "firms"), around.formats.number(issue.firms))
    yield from teller.fact("note", texts.field_title("catalogue_issues", "note"), issue.note)
    entries = around.catalog.entries_by_issue.get(issue.id, ())
    yield from goods(around, teller, (e.product or e.supplier for e in entries if e.product or e.supplier))
    for entry in entries:
        line = entry_line(around, entry)
        told = (line.price, line.firm, line.origin, str(line.reason).rstrip("。."))
        value = texts.joined((part for part in told if part), "common.detail_separator")
        yield from teller.fact("entry", line.name, value, sample=line.sample)


def page_facts(around: Surroundings, page: ProsePage) -> Facts:
    """Yield what the editors' page says, sentence by sentence."""
    teller = Teller(around, around.texts("ask.titled", title=str(page.title)), day=around.configuration.as_of)
    for heading, paragraph in page.sections():
        for sentence in sentences(_GAP.sub("", paragraph)):
            told = around.texts("ask.under", heading=heading, sentence=sentence) if heading else sentence
            yield from teller.said("description", sentence, told)


def site_facts(around: Surroundings) -> Facts:
    """Yield what is known of the site: whose it is, of which day, and how many things of each kind it has."""
    texts, catalog, config = around.texts, around.catalog, around.config
    as_of = around.configuration.as_of
    teller = Teller(around, config.title, day=as_of)
    yield from teller.fact("publisher", texts("common.publisher"), config.publisher.name)
    yield from teller.fact("phone", texts("ask.phone"), config.publisher.phone)
    yield from teller.fact("day", texts("common.as-of"), around.formats.day(as_of))
    yield from teller.fact("summary", texts("ask.summary"), config.description)
    legal = texts.joined(str(line.text) for line in config.legal)
    yield from teller.fact("legal", texts("ask.legal"), legal)
    yield from teller.fact("sample", texts("common.sample"), config.sample_note)
    offered = catalog.offered(catalog.products.values())
    kinds = Counter(product.kind for product in offered)
    told = texts.joined(f"{texts.label('products', 'kind', kind)} {count}" for kind, count in kinds.items() if kind)
    yield from teller.said(
        "count_products",
        f"{len(offered)} ({told})",
        texts("ask.count", name=teller.name, what=texts("nav.products"), count=len(offered), names=told),
    )
    lists = (
        ("suppliers", "nav.suppliers", [each.name for each in catalog.suppliers.values()]),
        ("origins", "nav.origins", [each.name for each in catalog.origins.values()]),
        ("channels", "channels.title", [each.name for each in catalog.channels.values() if each.status != "closed"]),
        ("campaigns", "nav.campaigns", [each.name for each in catalog.campaigns.values()]),
        ("stories", "nav.stories", [each.title for each in catalog.stories.values()]),
        ("categories", "nav.categories", [c.name for c in catalog.categories.values() if c.scheme.primary]),
        ("schemes", "marks.title", [each.name for each in catalog.certification_schemes.values()]),
    )
    for field, key, names in lists:
        yield from _counted(teller, field, texts(key), list(map(str, names)))
    for key, name in config.official_lists.items():
        for field, is_on in (("listed", True), ("unlisted", False)):
            found = [str(each.name) for each in catalog.origins.values() if (key in each.official_lists) == is_on]
            yield from _counted(teller, field, texts(f"ask.{field}_origins", list=str(name)), found)
    by_state: dict[str, list[str]] = {}
    for placement in catalog.placements.values():
        by_state.setdefault(catalog.placement_state(placement), []).append(str(placement.name))
    for state, names in by_state.items():
        what = f"{texts('places.title')}{texts('ask.standing', standing=texts.label('placements', 'status', state))}"
        yield from _counted(teller, f"places_{state}", what, names)
    for state in ("running", "coming"):
        running = [
            str(campaign.name)
            for key, campaign in catalog.campaigns.items()
            if around.campaign_records[key].stage == state
        ]
        yield from _counted(
            teller,
            f"campaigns_{state}",
            f"{texts('nav.campaigns')}{texts('ask.standing', standing=texts(f'campaign.{state}'))}",
            running,
        )
    certified = [
        str(product.name)
        for product in offered
        if any(standing_of(around, c) == "verified" for c in catalog.certificates_by_product.get(product.id, ()))
    ]
    offline = [str(product.name) for product in offered if product.offline_only]
    yield from _counted(teller, "offline", texts("product.offline_only"), offline)
    slow = [str(product.name) for product in offered if is_slow(around, product)]
    yield from _counted(teller, "slow", texts("ask.slow"), slow)
    for standing in STANDINGS:
        meant = str(texts(f"certificates.{standing}_words"))
        mark = texts(f"certificates.{standing}")
        yield from teller.said("seal", f"{mark}{texts('ask.colon')}{meant}", f"{mark}{texts('ask.colon')}{meant}")
    yield from _counted(teller, "certified", texts("ask.certified_list"), certified)


def _counted(teller: Teller, field: str, what: str, names: list[str]) -> Facts:
    if names:
        listed = teller.names(names)
        texts = teller.texts
        yield from teller.said(
            f"count_{field}",
            texts("ask.counted", count=len(names), names=listed),
            texts("ask.count", name=teller.name, what=what, count=len(names), names=listed),
        )
