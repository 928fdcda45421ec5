"""Prose pages: what an editor may write, what is refused and on which line, and where links may lead."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from finding_rows import finding_rows
from hypothesis import given, settings
from hypothesis import strategies as st
from line.site_copies import REPOSITORY, SITES

from generator.build import Options, build, check
from generator.config import read_config
from generator.findings import Finding
from generator.languages.tags import folder_of
from generator.surfaces.content import ContentPage, read_content

GOOD = """\
---
title: 关于 & <b>本站</b>
---

# 关于本站

山里好货。第二句。

!!! note "提示"
    新茶上市[^1]。

[^1]: 每年四月。

| 渠道 | 价 |
| --- | ---: |
| 集市 | 12 |

![茶园](cha.png){ width=40 loading=lazy }

[怎么买](help/buy.md#qu-dao)、[全部产品](products/index.md)、[一件](../products/cha/)、<office@example.cn>、
[电话](tel:+8609150000)、<https://www.example.cn/a?b=1#c>、[上面](#an-chor)

<details><summary>更多</summary><p>H<sub>2</sub>O，<abbr title="地理标志">地标</abbr></p></details>

<figure markdown="span">
  ![茶园](cha.png)
  <figcaption>四月</figcaption>
</figure>

<!-- 给编辑看的话 -->

## 小标题 { #an-chor .quiet }

```text
<script>alert(1)</script>
```
"""
REQUESTS = [
    "![p](https://evil.example/a.png)",
    "![p][1]\n\n[1]: https://evil.example/a.png",
    "![p](//evil.example/a.png)",
    "![p](\\\\\\\\evil.example\\a.png)",
    '<img alt="" src="cha.png" srcset="https://evil.example/a.png 2x">',
    '<p style="background:url(https://evil.example/a.png)">x</p>',
    "x\n{: style='background:url(//evil.example/a.png)' }",
    '<video poster="https://evil.example/a.png"></video>',
    "<svg/onload=alert(1)>",
    "<svg></svg>",
    "[x](java&#115;cript:alert(1))",
    '<a href="java&#x0a;script:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](x){ onclick=alert(1) }",
    "<p onclick=alert(1)>x</p>",
    '<iframe src="//evil.example/"></iframe>',
    '<link rel="preload" href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<base href="https://evil.example/">',
    "<style>@import '//evil.example/'</style>",
    '<form action="https://evil.example/"></form>',
    '<object data="https://evil.example/"></object>',
]
HTML = [
    '<input type="image" src="https://evil.example/a.png">',
    "<font color=red>x</font>",
    '<p style="color:red">x</p>',
    '<p data-x="1">x</p>',
    "<div>x",
    "x</div></div>",
    "<div><p>x</div></p>",
    "<!--> <p>x</p> -->",
    "<!DOCTYPE html>",
    "<?php x ?>",
    "<![CDATA[<p>x</p>]]>",
    '<p id="a">x</p>\n\n<p id="a">x</p>',
    '<div class="x" <p>x</p>',
]
ADDRESSES = [
    "/products/",
    "//evil.example/",
    "ftp://evil.example/",
    "data:text/html,x",
    "https:evil",
    "http://[x",
    "a\\b",
]


def _site(folder: Path, **pages: str) -> Path:
    """Write prose pages (``__`` stands for a slash) beside a picture."""
    shutil.copytree(SITES / "broken" / "content-request", folder / "site")
    content = folder / "site" / "content"
    (content / "guan-yu.md").unlink()
    for name, text in pages.items():
        path = content / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "site"


def _told(site: Path) -> list[tuple[str, int | None, str]]:
    return [(each.place.file, each.place.line, each.code) for each in sorted(_findings(site), key=_key)]


def _findings(site: Path) -> list[Finding]:
    return read_content(site)[1]


def _key(each: Finding) -> tuple[str, int, int, str, str]:
    return each.sort_key


def _page(site: Path, path: str) -> ContentPage:
    return next(page for page in read_content(site)[0] if page.path == path)


def _with_picture(site: Path) -> Path:
    from PIL import Image

    Image.new("RGB", (8, 8), "#20352b").save(site / "content" / "cha.png")
    return site


def test_prose_may_use_what_markdown_offers(tmp_path: Path) -> None:
    """Tables, notes, footnotes, figures, anchors, code and links of every good kind are no findings."""
    buy = "# 怎么买\n\n## 渠道 { #qu-dao }\n\n![茶园](../cha.png)\n\n[关于](../about.md)\n"
    site = _with_picture(_site(tmp_path, about=GOOD, help__buy=buy))

    assert _told(site) == []


@pytest.mark.parametrize(("code", "text"), [("content-request", text) for text in REQUESTS])
def test_what_asks_another_host_or_runs_is_refused(code: str, text: str, tmp_path: Path) -> None:
    """However it is written, the page that would come of it decides; the line is that of the offending piece."""
    site = _with_picture(_site(tmp_path, about=f"# 题\n\n前面一段。\n\n{text}\n\n后面一段。\n"))

    told = [entry for entry in _told(site) if entry[2] == code]

    assert [(file, line) for file, line, _ in told] in (
        [("content/about.md", 5)],
        [("content/about.md", 6)],
        [("content/about.md", 7)],
    )


@pytest.mark.parametrize("text", HTML)
def test_other_html_is_refused(text: str, tmp_path: Path) -> None:
    """Unknown elements and attributes, what is not closed and what parsers read differently are told by line."""
    told = _told(_site(tmp_path, about=f"# 题\n\n前面一段。\n\n{text}"))

    assert "content-html" in {code for _, _, code in told}
    assert all(line in (3, 5, 6, 7) for _, line, _ in told)


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_leave_the_portal_unseen_are_refused(address: str, tmp_path: Path) -> None:
    """Links are whole web addresses, mail, telephone or relative; nothing that browsers read in two ways."""
    site = _site(tmp_path, about=f'# 题\n\n前面\n\n<p><a href="{address}">x</a></p>\n')

    assert _told(site) == [("content/about.md", 5, "content-address")]


@pytest.mark.parametrize(
    "link",
    ["nope.md", "../nope.md", "buy.md#nope", "#nope", "../../../etc", "b.png", "buy", "help/buy.md", "../about"],
)
def test_links_that_lead_to_no_content_are_told(link: str, tmp_path: Path) -> None:
    """A file that is not there, a heading that is not there, a page without its closing slash."""
    text = f"# 题\n\n[好](buy.md#da)、[也好](../buy/)、[好](../../about/)\n\n[坏]({link})\n"
    site = _site(tmp_path, about="# 关于\n", help__a=text, help__buy="# 买 { #da }\n")

    assert _told(site) == [("content/help/a.md", 5, "content-link")]


def test_equal_links_are_told_each_on_its_line(tmp_path: Path) -> None:
    """The same dead link three times is three findings on three lines, reference links at their definition."""
    text = "---\ntitle: 题\n---\n\n[a](x.md)\n\n正文\n\n[b](x.md)\n\n[c][1]\n\n[1]: x.md\n"

    assert [line for _, line, _ in _told(_site(tmp_path, about=text))] == [5, 9, 13]


def test_links_into_the_catalogue_are_checked_against_the_plan(tmp_path: Path) -> None:
    """Pages of goods that do not exist are told by ``check``, also as whole addresses of the portal itself."""
    text = (
        "# 题\n\n[有](../origins/610924/)、[有](products/index.md)、[有](../data/origins.csv)、[首页](../)\n\n"
        "[没有](../products/cha/)\n\n[没有](https://portal.example.cn/products/tao/?x=1)\n\n[别处](https://example.cn/)\n\n"
        "[没有](../products/index.md)\n"
    )

    report = check(Options(_site(tmp_path, about=text)))

    assert finding_rows(report.findings) == [["content/about.md", line, "", "content-link"] for line in (5, 7, 11)]


def test_the_head_of_a_page_says_title_and_description_only(tmp_path: Path) -> None:
    """What the engine could take from a head besides is a finding; a first line with a colon is text, not a head."""
    site = _site(
        tmp_path,
        a="---\ntitle: 2026\nframe: home\nhide: [toc]\n---\n\n正文\n",
        b="电话: 0915\n\n正文\n",
        c="---\ntitle: a: b\n---\n\n正文\n",
    )
    findings = _told(site)

    assert findings[:2] == [("content/a.md", 3, "content-setting"), ("content/a.md", 4, "content-setting")]
    assert [entry[:2] for entry in findings[2:]] == [("content/c.md", 2)]
    assert _page(site, "b.md").data.decode().endswith("电话: 0915\n\n正文\n")


def test_names_that_the_engine_keeps_for_itself_are_reserved(tmp_path: Path) -> None:
    """Pages that the engine would leave out or put elsewhere are told, not lost."""
    site = _site(tmp_path, README="x", search__a="x", templates__a="x", help__index="x", help__README="x")

    assert _told(site) == [
        ("content/README.md", 1, "content-reserved"),
        ("content/help/index.md", 1, "address-taken"),
        ("content/search/a.md", 1, "content-reserved"),
        ("content/templates/a.md", 1, "content-reserved"),
    ]


def test_content_pages_are_finished_pages(tmp_path: Path) -> None:
    """One way past the head, a description that is the first sentence, the head's title escaped, links turned."""
    buy = "# 怎么买\n\n## 渠道 { #qu-dao }\n\n买法。\n"
    site = _with_picture(_site(tmp_path, about=GOOD.replace("、[一件](../products/cha/)", ""), help__buy=buy))

    out = build(Options(site)).out
    page = (out / "about" / "index.html").read_text("utf-8")

    assert re.findall(r'<meta name="description" content="([^"]*)">', page) == ["山里好货。"]
    assert len(re.findall(r'class="[^"]*\bskip\b|md-skip|sh-skip"', page)) == 1
    assert 'href="../help/buy/#qu-dao"' in page
    assert 'href="../products/"' in page
    assert 'src="../cha.png"' in page
    assert "<b>本站</b>" not in page
    assert "Jump back" not in page
    assert (out / "help" / "buy" / "index.html").is_file()


@pytest.mark.parametrize("name", ["demo", "pdo", "schema-1"])
def test_our_own_sites_are_free_of_findings(name: str) -> None:
    """The demonstration's prose and that of the sites of the tests keep the rules."""
    site = REPOSITORY if name == "demo" else SITES / name
    configuration, _ = read_config(site)
    assert configuration is not None
    main, *others = configuration.site.all_languages

    assert read_content(site, [folder_of(other, main) for other in others])[1] == []


_PIECES = st.lists(
    st.sampled_from(
        [*"<>\"'=/!?-[]()`*_#&;:|{} \n\t", "<p>", "</p>", "<!--", "-->", "<![CDATA[", "]]>", "<a href=", "<img src=x ",
         "onerror=a", "<script>", "</script>", "&lt;", "javascript:", "](", "{: ", "\n\n", "```\n", "> ", "    ", "- ",
         '<div markdown="1">', "</div>", "[^1]", "[^1]: ", "!!! note\n", "---\n", "a: b\n", "茶"]
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None, derandomize=True)
@given(_PIECES)
def test_whatever_is_written_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    """No text is too odd: it gives a page without anything active in it, or findings with lines."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "content").mkdir()
    (folder / "content" / "a.md").write_text("".join(pieces), encoding="utf-8")

    pages, findings = read_content(folder)

    assert len(pages) == 1
    assert all(each.place.line is not None for each in findings)
