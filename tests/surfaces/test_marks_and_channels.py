"""Pages of certification schemes and of channels: what they count, what they hold, what they keep to themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from line.prepared_sites import copy_site

from generator.surfaces import addresses, channels, marks
from generator.surfaces.channels import Channels
from generator.surfaces.marks import Marks
from generator.surfaces.on_offer import OnOffer
from generator.surfaces.outputs import Output
from generator.surfaces.surroundings import Surroundings

from .plain_site import pages_of
from .support import surroundings_of

ENDED = "    发证日期: 2020-05\n    有效期至: 2026-11-20\n"
"""The day before the one that the demonstration site shows."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("marks") / "site"))


@pytest.fixture(scope="module")
def planned(demo: Surroundings) -> Mapping[str, Output]:
    """Path → what is planned of marks and channels."""
    pages, on_offer = pages_of(demo), OnOffer(demo)
    return {o.path: o for o in (*marks.outputs(pages, on_offer), *channels.outputs(pages, on_offer))}


def _html(planned: Mapping[str, Output], address: str) -> str:
    return planned[f"{address}index.html"].make().decode()


def _names(html: str) -> list[str]:
    return re.findall(r'class="sh-product-card__link" href="[./]*products/([\w-]+)/"', html)


def test_every_scheme_and_every_channel_has_a_page(demo: Surroundings, planned: Mapping[str, Output]) -> None:
    """Also those without a product: a planned channel, a scheme that nobody holds yet."""
    for key in demo.catalog.certification_schemes:
        assert addresses.file_of(addresses.mark(key)) in planned
    for key in demo.catalog.channels:
        assert addresses.file_of(addresses.channel(key)) in planned
    assert {"marks/index.html", "channels/index.html"} <= set(planned)


def test_a_mark_holds_the_products_with_a_certificate_in_force(
    demo: Surroundings, planned: Mapping[str, Output]
) -> None:
    """Verified and stated ones are listed and counted apart."""
    told = _names(_html(planned, "marks/agi-dengji/"))
    holders = {
        product.id
        for product in demo.catalog.products.values()
        for certificate in demo.catalog.certificates_by_product.get(product.id, ())
        if certificate.scheme.id == "agi-dengji"
    }
    assert sorted(told) == sorted(holders)
    html = _html(planned, "marks/agi-dengji/")
    counts = re.findall(r'class="sh-standing__count">(\d+)<', html)
    assert sum(map(int, counts)) == len(holders)
    assert "sh-seal--verified" in html
    assert "sh-seal--self-stated" in html


def test_a_register_is_no_certification(demo: Surroundings, planned: Mapping[str, Output]) -> None:
    """Its page has no seal of its own, says so, and offers no choice by it; the index lists it apart."""
    registers = [s for s in demo.catalog.certification_schemes.values() if not s.is_certification]
    assert registers
    for scheme in registers:
        html = _html(planned, addresses.mark(scheme.id)).partition('id="products"')[0]
        assert "sh-seal" not in html
        assert demo.texts("certificates.record_words") in html
        assert "?mark=" not in _html(planned, addresses.mark(scheme.id))
    index = _html(planned, "marks/")
    assert index.index(demo.texts("marks.records")) < index.index(registers[0].name)


def test_an_expired_certificate_moves_the_product(open_site: Callable[[str], Path]) -> None:
    """The day after its last, a product is no longer among those that have the mark, but among those that had it."""
    site = open_site("demo")
    path = site / "data" / "products" / "qionghai-youcha.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    发证日期: 2020-05\n", ENDED), encoding="utf-8")
    around = surroundings_of(site)
    planned = {o.path: o for o in Marks(OnOffer(around)).outputs(pages_of(around))}
    html = _html(planned, "marks/agi-dengji/")
    assert "qionghai-youcha" not in _names(html)
    assert re.search(r'id="expired".*products/qionghai-youcha/', html, re.DOTALL)
    assert around.texts("certificates.expired") in html


def test_drafts_are_not_counted(open_site: Callable[[str], Path]) -> None:
    """A certificate of a product that is not out yet is told by no number."""
    site = open_site("demo")
    before = surroundings_of(site)
    path = site / "data" / "products" / "qionghai-qingpidonggua.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("状态: 在架", "状态: 草稿"), encoding="utf-8")
    codes = site / "data" / "qr_codes.csv"
    lines = codes.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    codes.write_text("".join(line for line in lines if "qionghai-qingpidonggua" not in line), encoding="utf-8")
    after = surroundings_of(site)
    scheme = before.catalog.certification_schemes["agi-dengji"]
    numbers = [sum(Marks(OnOffer(around))._counts(scheme).values()) for around in (before, after)]
    assert numbers[0] - numbers[1] == 1


def test_a_channel_tells_its_own_prices(demo: Surroundings, planned: Mapping[str, Output]) -> None:
    """Every offer of the channel stands on its page with the price there, whatever others ask."""
    for key in demo.catalog.channels:
        html = "".join(o.make().decode() for path, o in planned.items() if path.startswith(f"channels/{key}/"))
        offers = [o for group in demo.catalog.offers_by_product.values() for o in group if o.channel.id == key]
        shown = re.findall(r'class="sh-channel-offer__link" href="[./]*products/([\w-]+)/"', html)
        assert sorted(shown) == sorted(offer.product.id for offer in offers), key
        for offer in offers:
            price = demo.formats.price(offer)
            assert price is None or price.amount in html, offer.key


def test_links_lead_only_where_something_is_open(demo: Surroundings, planned: Mapping[str, Output]) -> None:
    """A website is linked by https alone, and of no channel that has closed; closed and planned ones say so."""
    for channel in demo.catalog.channels.values():
        html = _html(planned, addresses.channel(channel.id))
        assert ('class="sh-channel-page__website"' in html) == (
            channel.website.startswith("https://") and channel.status != "closed"
        )
        assert ('class="sh-channel-page__state"' in html) == (channel.status in ("closed", "planned"))
        assert ('class="sh-channel-page__how"' in html) == (channel.status not in ("closed", "planned"))


def test_the_index_groups_channels_by_how_they_sell(demo: Surroundings) -> None:
    """Online, in person, and what is not open; every channel once."""
    _, index = Channels(OnOffer(demo))._index()
    names = [entry.name for _, group in index.groups for entry in group]
    assert sorted(names) == sorted(channel.name for channel in demo.catalog.channels.values())
    assert len(index.groups) == 3
    assert all(entry.state for entry in index.groups[2][1])


def test_page_titles_tell_what_they_are_of(planned: Mapping[str, Output]) -> None:
    """A channel may be called as a firm is; no two pages have one title."""
    titles = [re.search(r"<title>(.*?)</title>", o.make().decode()) for o in planned.values()]
    told = [title.group(1) for title in titles if title]
    assert len(set(told)) == len(told)


def test_pages_hang_on_what_they_show(demo: Surroundings, open_site: Callable[[str], Path]) -> None:
    """Another price changes the page of its channel, and of no other channel; marks do not hang on prices."""
    site = open_site("demo")
    path = site / "data" / "products" / "ziyang-fuxi-cha.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("售价: 66.00", "售价: 67.00"), encoding="utf-8")
    after = replace(demo, catalog=surroundings_of(site).catalog)

    def needs(around: Surroundings) -> dict[str, str]:
        return {o.path: o.needs for o in Channels(OnOffer(around)).outputs(pages_of(around))}

    before, later = needs(demo), needs(after)
    changed = {path for path in before if before[path] != later[path]}
    assert changed == {"channels/platform-832/index.html"}
