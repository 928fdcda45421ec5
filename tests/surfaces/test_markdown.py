"""Markdown for programs: texts that do nothing, products told whole, and the file that leads to them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from line.prepared_sites import copy_site
from line.published import Page
from line.site_copies import BuiltSite
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.surfaces import markdown
from generator.surfaces.markdown import llms as llms_module
from generator.surfaces.markdown.escaping import inline, link, paragraphs
from generator.surfaces.markdown.llms import llms
from generator.surfaces.markdown.product_twin import product_markdown
from generator.surfaces.product_page import product_page
from generator.surfaces.surroundings import Surroundings

from .support import surroundings_of

HOSTILE = (
    "# 题\n\n<script>alert(1)</script> [点我](javascript:alert(1)) ![](https://evil.example/x.png) | a | `b` **c**"
)
CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"))
"""Everything that a text of the data can hold: control characters are refused when it is read."""
TEXTS = st.text(CHARACTERS, max_size=60) | st.text(
    st.sampled_from("#-+=*_`~<>[]()!&;\\|:/.1 9a\u00a0\u3000"), max_size=30
)

OPENED = ["bullet_list_open", "list_item_open", "paragraph_open"]
"""What an entry of a list opens."""


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _words_of(tokens: list[Token]) -> str:
    """Return the text of the one paragraph that *tokens* are; fails where they are anything else."""
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text"}
    return "".join(child.content for child in children)


@settings(derandomize=True, max_examples=600, deadline=None)
@given(TEXTS)
def test_a_line_is_its_text(text: str) -> None:
    """However it begins and whatever stands in it, a text is one paragraph that says just that."""
    assert _words_of(_reader().parse(inline(text))) == " ".join(text.split())


@settings(derandomize=True, max_examples=600, deadline=None)
@given(TEXTS)
def test_a_text_stays_in_its_place(text: str) -> None:
    """Within an entry of a list, between strong marks or in a heading a text opens nothing and closes nothing."""
    words = " ".join(text.split())
    tokens = _reader().parse(f"- a: {inline(text)}; b")
    assert [token.type for token in tokens if token.type.endswith("_open")] == OPENED
    (content,) = (token for token in tokens if token.type == "inline")
    assert "".join(child.content for child in content.children or ()) == f"a: {words}; b"
    quotation = _reader().parse(f"> {inline(text)}")
    assert _words_of([token for token in quotation if "blockquote" not in token.type]) == words
    entry = _reader().parse(f"- {inline(text)}x")
    assert [token.type for token in entry if token.type.endswith("_open")] == OPENED
    heading = _reader().parse(f"# {inline(text)}x")
    assert [token.type for token in heading] == ["heading_open", "inline", "heading_close"]
    assert "".join(child.content for child in heading[1].children or ()) == f"{words}x"


@settings(derandomize=True, max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_a_link_leads_where_it_says(text: str, path: str) -> None:
    """A link is one link to its address, whatever the address holds; nothing of it leaks into the text."""
    tokens = _reader().parse(f"- {link(f'x{text}', f'https://a.example/{path}')}")
    (content,) = (token for token in tokens if token.type == "inline")
    kinds = [child.type for child in content.children or ()]
    assert kinds == ["link_open", "text", "link_close"]
    assert str((content.children or ())[0].attrGet("href")).startswith("https://a.example/")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "", "//evil.example/", "../x"])
def test_only_addresses_of_the_web_are_links(address: str) -> None:
    """Anything that is no http or https address is left out, and the text stays."""
    assert link("字", address) == "字"


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.text(CHARACTERS | st.sampled_from("\n\n\n#*->|`[]()1. \t"), max_size=80))
def test_prose_becomes_plain_paragraphs(text: str) -> None:
    """Whatever an editor wrote in Markdown, each block becomes one plain paragraph."""
    for block in paragraphs(text):
        assert _words_of(_reader().parse(block))


def test_prose_keeps_its_words() -> None:
    """Headings, lists, tables, links and code keep their words and lose their marks; Chinese lines join."""
    told = paragraphs(
        "# 题目\n\n一行\n又一行，**要紧**\n\n- 甲\n- [乙](https://b.example/)\n\n1. 丙\n\n"
        "| 头 | 值 |\n| - | - |\n| 丁 | 1 |\n\n```\ncode <b>\n```\n\nEnglish\nlines\n\n<b>粗</b>"
    )
    assert told == [
        *("题目", "一行又一行，要紧", "甲", "乙", "丙", "头 · 值", "丁 · 1", r"code \<b\>", "English lines"),
        r"\<b\>粗\</b\>",
    ]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The demonstration site."""
    return surroundings_of(copy_site("demo", tmp_path_factory.mktemp("markdown") / "demo"))


def _twin(around: Surroundings, key: str) -> str:
    return product_markdown(around, around.catalog.products[key]).decode()


def test_a_product_is_told_whole(demo: Surroundings) -> None:
    """Name, summary, label, prices with the price per unit, channels, certificates with their state, sources, dates."""
    text = _twin(demo, "ziyang-fuxi-cha")
    assert text.startswith("# 紫阳富硒茶（毛尖）\n\n> 汉江上游坡地的春茶")
    for said in (
        "- 净含量: 250克",
        "- 售价: ¥128.00 / 袋; ¥256.00 / 500 克",
        "- **832平台**: ",
        "起订量: 10",
        "价格日期: 2026年11月1日; 示例",
        "- **农产品地理标志**: 已核验; 发证机构: 农业农村部; 发证日期: 2019年7月",
        "- 数据截至: 2026年11月1日",
        "[紫阳县科宏茶业有限公司](https://www.shanhuo.example/suppliers/kehong-chaye/)",
        "(https://m.yybnet.net/ankang/langao/201907/9405920.html)",
    ):
        assert said in text, said


def test_every_fact_of_the_page_is_in_the_file(demo: Surroundings) -> None:
    """No product has a fact, offer, certificate, place, story or source on its page that its file leaves out."""
    for product in demo.catalog.products.values():
        page = product_page(demo, product)
        text = product_markdown(demo, product).decode()
        said = [
            *(value for fact in (*page.label_facts, *page.supplier_facts) for value in (fact.label, fact.value)),
            *(value for offer in (*page.online, *page.offline) for value in (offer.channel, offer.variant, offer.note)),
            *(value for each in page.certificates for value in (each.scheme, each.number, each.issuer, each.validity)),
            *(place.name for place in page.places),
            *(story.title for story in page.stories),
            *(value for source in page.sources for value in (source.title, source.detail)),
            *(change.new for change in page.changes),
            *(part.name for part in page.parts),
            *(page.summary, page.offer_words, page.gap_words, page.help_words, page.as_of, page.id),
        ]
        assert not [value for value in said if inline(value) not in text], product.id


def test_what_is_withdrawn_says_so_first(tmp_path: Path) -> None:
    """A withdrawn product names what to buy instead, before its facts."""
    site = copy_site("demo", tmp_path / "demo")
    product = site / "data" / "products" / "ziyang-fuxi-cha.yml"
    text = product.read_text(encoding="utf-8").replace("状态: 在架", "状态: 下架\n替代产品: ziyang-hongcha")
    product.write_text(text, encoding="utf-8")
    blocks = _twin(surroundings_of(site), "ziyang-fuxi-cha").split("\n\n")
    assert blocks[2].startswith("- **")
    assert "(https://www.shanhuo.example/products/ziyang-hongcha/)" in blocks[2]
    assert blocks[3].startswith("- 种类")


def test_no_text_of_the_data_is_markup(tmp_path: Path) -> None:
    """A hostile text in every field of a product is a text in its file: no heading, link, picture or HTML is made."""
    site = copy_site("demo", tmp_path / "demo")
    product = site / "data" / "products" / "ziyang-fuxi-cha.yml"
    quoted = json.dumps(HOSTILE, ensure_ascii=False)
    told = product.read_text(encoding="utf-8").replace("吃法用法: |\n  取茶", "吃法用法: |\n  # 取茶")
    for field in ("名称", "一句话介绍", "净含量", "规格", "配料", "保质期", "帮扶方式"):
        told = re.sub(rf"(?m)^{field}: .*$", lambda _, field=field: f"{field}: {quoted}", told)
    told = re.sub(r"(?m)^    (发证机构|公告): .*$", lambda match: f"    {match[1]}: {quoted}", told)
    product.write_text(told, encoding="utf-8")
    around = surroundings_of(site)
    text = _twin(around, "ziyang-fuxi-cha")
    assert text.count("alert") > 8
    tokens = [*_all(_reader().parse(text))]
    assert {token.type for token in tokens}.isdisjoint(("html_block", "html_inline", "image", "code_inline", "fence"))
    targets = [str(token.attrGet("href")) for token in tokens if token.type == "link_open"]
    assert targets
    assert not [target for target in targets if "alert" in target or "evil" in target]
    headings = [tokens[place + 1].content for place, token in enumerate(tokens) if token.type == "heading_open"]
    assert len(headings) == _twin_headings(around)
    assert "alert" in headings[0]
    assert not [heading for heading in headings[1:] if "题" in heading or "取茶" in heading]


def _twin_headings(around: Surroundings) -> int:
    """Return how many headings our own lines make."""
    return len(re.findall(r"(?m)^#{1,3} ", _twin(around, "ziyang-fuxi-cha")))


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def test_llms_txt_leads_to_every_product(demo: Surroundings) -> None:
    """It opens as llmstxt.org asks: a heading, a quotation, notes, then lists of links; each product is in one."""
    text = llms(demo).decode()
    tokens = _reader().parse(text)
    assert [token.type for token in tokens[:5]] == [
        *("heading_open", "inline", "heading_close", "blockquote_open", "paragraph_open"),
    ]
    assert [token.tag for token in tokens if token.type == "heading_open"][1:2] == ["h2"]
    targets = re.findall(r"\]\(https://www\.shanhuo\.example/(products/[^)]*)\)", text)
    assert sorted(targets) == sorted(f"products/{key}/index.md" for key in demo.catalog.products)
    assert "https://www.shanhuo.example/api/v1/openapi.json" in text


def test_of_many_products_categories_are_listed(demo: Surroundings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large site keeps the file short: each category stands there with its number of products."""
    monkeypatch.setattr(llms_module, "LISTED", 10)
    text = llms(demo).decode()
    assert "index.md)" not in text
    assert "/categories/chongtiao-yinpin/): " in text


def test_files_stand_beside_their_pages(demo: Surroundings) -> None:
    """Each product's file stands where its page does, in each language."""
    paths = [output.path for output in markdown.outputs(replace(demo, folder="en/"))]
    assert paths[-1] == "en/llms.txt"
    assert "en/products/ziyang-fuxi-cha/index.md" in paths
    assert "(https://www.shanhuo.example/en/products/" in llms(replace(demo, folder="en/")).decode()
    kin = {output.kin for output in markdown.outputs(demo)}
    assert kin == {*demo.catalog.products, ""}


def test_pages_lead_to_their_files(built_demo: BuiltSite) -> None:
    """The page of each product names its file in its own language, and the file is there."""
    host = "https://www.shanhuo.example/"
    for folder in ("", "en/", "zh-hant/"):
        page = Page.read(built_demo.out, f"{folder}products/ziyang-fuxi-cha/index.html")
        links = [link.get("href", "") for link in page.elements("link") if link.get("type") == "text/markdown"]
        assert links == [f"{host}{folder}products/ziyang-fuxi-cha/index.md"]
        assert (built_demo.out / links[0].removeprefix(host)).read_text(encoding="utf-8").startswith("# ")
        assert (built_demo.out / folder / "llms.txt").is_file()
