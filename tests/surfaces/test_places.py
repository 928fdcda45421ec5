"""Pages of places: their states of the day, what stands there, what they keep to themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from line.prepared_sites import copy_site

from generator.surfaces import addresses
from generator.surfaces.outputs import Output
from generator.surfaces.places import Places
from generator.surfaces.policy_list import policy_outputs
from generator.surfaces.product_places import places_of
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.ways import foot_ways

from .plain_site import pages_of
from .small_shop import SHOP, offer, shop
from .support import surroundings_of

HERE = {"id": "dian", "name": "县城专柜", "kind": "专柜", "region": "610924", "address": "县城"}
ELSEWHERE = {"id": "xin", "name": "新专柜", "kind": "专柜", "region": "440308", "address": "盐田", "status": "开放"}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("places") / "site"))


@pytest.fixture(scope="module")
def planned(demo: Surroundings) -> Mapping[str, Output]:
    """Path → what is planned of places."""
    return _planned(demo)


def _planned(around: Surroundings) -> dict[str, Output]:
    return {output.path: output for output in Places(pages_of(around)).outputs()}


def _html(planned: Mapping[str, Output], address: str) -> str:
    return planned[f"{address}index.html"].make().decode()


def _shop(folder: Path, *placements: Mapping[str, str], **tables: Sequence[Mapping[str, str]]) -> Surroundings:
    return shop(folder, [offer(SHOP, "38")], tables={"placements": placements, **tables})


def test_every_place_and_every_kind_has_a_page(demo: Surroundings, planned: Mapping[str, Output]) -> None:
    """Planned, moved and sample places too: none of them is forgotten by being gone."""
    kinds = {placement.kind for placement in demo.catalog.placements.values()}
    expected = {
        addresses.places(),
        *map(addresses.place, demo.catalog.placements),
        *map(addresses.places_of_kind, kinds),
    }
    assert {f"{address}index.html" for address in expected} == set(planned)
    assert planned["places/gui-12/index.html"].indexed


def test_the_list_names_every_place_once(demo: Surroundings, planned: Mapping[str, Output]) -> None:
    """The twelve cabinets of the salt group stand together, also those whose site was not published."""
    html = _html(planned, "places/")
    links = re.findall(r'class="sh-place-line__link" href="\.\./places/([\w-]+)/"', html)
    assert sorted(links) == sorted(demo.catalog.placements)
    group = html.partition(">省盐业集团</h2>")[2].partition("</section>")[0]
    assert [f"gui-{number:02}" for number in range(1, 13)] == sorted(re.findall(r"places/(gui-\d+)/", group))
    cabinets = _html(planned, "places/kind/cabinet/")
    assert "shitang-zhuangui" not in cabinets
    assert "ruanjian-gui" in cabinets


def test_the_numbers_are_those_of_the_list(demo: Surroundings, planned: Mapping[str, Output]) -> None:
    """The table's last line counts every place once, by the state that its line shows."""
    html = _html(planned, "places/")
    foot = html.partition("<tfoot>")[2].partition("</tfoot>")[0]
    told = [int(text) for text in re.findall(r"<td>(\d+)</td>", foot)]
    lines = [len(re.findall(rf"sh-place-line--{state}\b", html)) for state in ("open", "planned", "moved")]
    assert told == [*lines, len(demo.catalog.placements)]


def test_a_place_tells_what_stands_there(demo: Surroundings, planned: Mapping[str, Output]) -> None:
    """Every slot with the product, its price there and the way to its page; figures say what is not disclosed."""
    html = _html(planned, "places/huishan-tiyanguan/")
    stock = demo.catalog.stock_by_placement["huishan-tiyanguan"]
    assert [entry.slot for entry in stock] == re.findall(r'class="sh-place-goods__slot">([^<]+)<', html)
    for entry in stock:
        assert f'href="../../products/{entry.product.id}/"' in html
    assert "不收进场费、押金和管理费" in html
    assert "消费帮扶专馆" in html.partition('class="sh-plaque"')[2].partition("</figure>")[0]
    assert "未披露" in html.partition('id="figures"')[2].partition("</section>")[0]


def test_a_place_has_the_codes_that_hang_there(demo: Surroundings, planned: Mapping[str, Output]) -> None:
    """Its own code first, then one for each of its goods, each as picture and as characters to be typed."""
    html = _html(planned, "places/gui-01/")
    part = html.partition('id="codes"')[2].partition("</section>")[0]
    codes = re.findall(r'class="sh-code-set__code">([^<]+)<', part)
    own = demo.catalog.code_by_target["placement", "gui-01"].code
    stock = demo.catalog.stock_by_placement["gui-01"]
    assert codes[0] == own
    assert len(codes) == 1 + len({entry.product.id for entry in stock})
    assert all(f"qr/{code}.svg" in part for code in codes)


def test_what_has_moved_leads_on(planned: Mapping[str, Output]) -> None:
    """It says so before all else, names no goods and no way there, and leads to where they went."""
    html = _html(planned, "places/jishi-zhuangui/")
    assert html.index("这个点位已经迁走") < html.index('id="history"')
    assert 'sh-place-page__instead">现在请去' in html
    assert 'href="../../places/shitang-zhuangui/"' in html
    assert 'id="goods"' not in html
    assert "uri.amap.com" not in html
    assert "uri.amap.com" in _html(planned, "places/shitang-zhuangui/")


def test_what_is_not_public_stays_inside(tmp_path: Path) -> None:
    """Whom the office calls stands on no page; the number given for the public does, as something to press."""
    inside = {"contact_person": "张老师", "contact_phone": "13800000000", "phone": "0915-1234567"}
    html = _html(_planned(_shop(tmp_path / "site", HERE | inside | {"status": "开放"})), "places/dian/")
    assert "张老师" not in html
    assert "13800000000" not in html
    assert 'href="tel:09151234567"' in html


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-07-31", "planned"), ("2026-08-01", "planned"), ("2026-09-30", "open"), ("2026-11-21", "closed")],
)
def test_a_place_stands_as_on_the_day(day: str, state: str, tmp_path: Path) -> None:
    """The history tells how it stood then; before its first entry it was not open yet."""
    changes = [("2026-08-01", "筹备"), ("2026-09", "开放"), ("2026-11-01", "关闭"), ("2026-12-01", "开放")]
    history = [{"placement": "dian", "date": on, "status": status} for on, status in changes]
    around = _shop(tmp_path / "site", HERE | {"status": "关闭"}, placement_history=history)
    placement = around.catalog.placements["dian"]
    assert replace(around.catalog, as_of=date.fromisoformat(day)).placement_state(placement) == state


def test_without_history_the_record_tells_the_state(tmp_path: Path) -> None:
    """A place whose state is left out is open: whoever lists it means that one can go there."""
    around = _shop(tmp_path / "site", HERE, ELSEWHERE | {"status": "筹备"})
    states = {key: around.catalog.placement_state(each) for key, each in around.catalog.placements.items()}
    assert states == {"dian": "open", "xin": "planned"}


@pytest.mark.parametrize(("closes", "leads"), [("2026-11-22", True), ("2026-11-21", False)])
def test_a_product_leads_to_no_closed_place(closes: str, leads: bool, tmp_path: Path) -> None:
    """From the day on which it closes; until then its page tells of the closing as of something to come."""
    stock = [{"placement": "dian", "slot": "1", "product": "cha", "price": "40"}]
    history = [{"placement": "dian", "date": closes, "status": "关闭"}]
    around = _shop(tmp_path / "site", HERE | {"status": "关闭"}, placement_stock=stock, placement_history=history)
    told = places_of(around, around.catalog.products["cha"], around.catalog.offers_by_product["cha"])
    assert (addresses.place("dian") in [place.href for place in told]) is leads
    html = _html(_planned(around), "places/dian/")
    assert ("尚未到日子" in html) is leads
    assert ("这个点位已经关闭" in html) is not leads


def test_distance_is_told_where_it_is_known(planned: Mapping[str, Output]) -> None:
    """From the place's own coordinates to the origin's, rounded; goods of the place's own county are simply local."""
    assert "约 230 公里" in _html(planned, "places/shitang-zhuangui/")
    assert "就在本地" in _html(planned, "places/huishan-tiyanguan/")
    assert "公里" not in _html(planned, "places/gui-01/").partition('id="origins"')[2].partition("</section>")[0]


def test_counties_without_goods_have_their_official_name(planned: Mapping[str, Output]) -> None:
    """Where nothing comes from a county, the official list says what it is called."""
    html = _html(planned, "places/")
    heading = html.partition('id="county-440308">')[2].partition("</div>")[0]
    assert heading.startswith("盐田区</h2>")
    assert ">广东省</span>" in heading


def test_programs_are_told_of_open_places_alone(planned: Mapping[str, Output]) -> None:
    """A hall is a shop, a cabinet a place; what is planned, gone or invented is not said to be there."""
    kinds = {key: _kinds(_html(planned, f"places/{key}/")) for key in ("huishan-tiyanguan", "ruanjian-gui", "gui-03")}
    assert kinds == {
        "huishan-tiyanguan": ["Store", "BreadcrumbList"],
        "ruanjian-gui": ["Place", "BreadcrumbList"],
        "gui-03": ["BreadcrumbList"],
    }
    assert _kinds(_html(planned, "places/shitang-zhuangui/")) == ["BreadcrumbList"]


def _kinds(html: str) -> list[str]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found is not None
    return [node["@type"] for node in json.loads(found.group(1))["@graph"]]


def test_policies_stand_with_what_rests_on_them(demo: Surroundings) -> None:
    """Each paper once, with its issuer, its campaigns and the source; a number that is not known is not made up."""
    (output,) = policy_outputs(pages_of(demo))
    html = output.make().decode()
    for policy in demo.catalog.items["policies"].values():
        part = html.partition(f'id="{policy.key}"')[2].partition("</article>")[0]
        assert part
    part = html.partition('id="baiyuan-tongzhi"')[2].partition("</article>")[0]
    assert 'href="../campaigns/baiyuan-aixin-gou-2020/"' in part
    assert 'href="../sources/#ziyang-2020"' in part


def test_a_site_without_places_has_no_pages_of_them(tmp_path: Path) -> None:
    """Nor a way that leads there."""
    around = _shop(tmp_path / "site")
    assert _planned(around) == {}
    assert addresses.places() not in foot_ways(around, "")
