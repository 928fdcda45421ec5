"""What became of a snippet: as it should be, changed by hand or by a filter, out of date, or gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from generator.catalog.embedding import Host
from generator.catalog.tables import items_of
from generator.surfaces import addresses as site_addresses
from generator.surfaces.embed import addresses
from generator.surfaces.embed.column_views import column_view
from generator.surfaces.embed.pasted import SIZES, pasted_of
from generator.surfaces.embed.snippets import Pasted
from generator.surfaces.surroundings import Surroundings

from .fetching import Fetched, Unreachable
from .host_pages import HostPage, read_page

State: TypeAlias = Literal["fine", "altered", "outdated", "missing", "unreachable"]
STATE_WORDS: dict[State, str] = {
    "fine": "完好",
    "altered": "被改动",
    "outdated": "已过时",
    "missing": "不见了",
    "unreachable": "打不开",
}


class Verdict(NamedTuple):
    """One page that carries a column."""

    host: str
    """Its id in ``data/hosts.csv``."""
    name: str
    url: str
    column: str
    grade: str
    state: State
    reasons: tuple[str, ...]
    """In Chinese, what to do about it among them."""


def hosts_of(around: Surroundings, chosen: Sequence[str] = ()) -> tuple[Host, ...]:
    """Return the pages that carry a column; with *chosen* those ids alone."""
    hosts = items_of(around.catalog.items, "hosts", Host)
    return tuple(host for host in hosts if not chosen or host.id in chosen)


def verdict_of(around: Surroundings, host: Host, answer: Fetched | Unreachable) -> Verdict:
    """Compare the page of *host* with what would be pasted there today."""
    if isinstance(answer, Unreachable):
        state: State = "unreachable"
        reasons: tuple[str, ...] = (answer.reason,)
    else:
        pasted = pasted_of(around, column_view(around, host.column))
        page = read_page(answer.text)
        state, reasons = _judged(around, host, pasted, page)
    return Verdict(host.id, str(host.name), host.url, host.column.id, host.grade, state, reasons)


def _judged(around: Surroundings, host: Host, pasted: Pasted, page: HostPage) -> tuple[State, tuple[str, ...]]:
    if host.self_hosted:
        found = bool(page.elements or page.frames)
        return ("fine", ()) if found else ("missing", ("网页里没有专栏的组件或框",))
    match host.grade:
        case "a":
            return _picture_link(around, host, pasted, page)
        case "b":
            return _plain_list(around, pasted, page)
        case "c" | "d":
            return _frame(pasted, page, needs_script=host.grade == "d")
        case _:
            return _element(pasted, page)


def _picture_link(around: Surroundings, host: Host, pasted: Pasted, page: HostPage) -> tuple[State, tuple[str, ...]]:
    if pasted.home.href not in page.links:
        return _gone_or_old(around, page)
    banners = {
        site_addresses.whole(around.config, addresses.banner(host.column.id, *size, around.folder)) for size in SIZES
    }
    if not banners & page.pictures:
        return "altered", ("文字链接还在，图片不见了；重新复制 A 级代码",)
    return "fine", ()


def _plain_list(around: Surroundings, pasted: Pasted, page: HostPage) -> tuple[State, tuple[str, ...]]:
    wanted = {link.href: link.name for link in pasted.links}
    there = {href: words for href, words in page.links.items() if _is_ours(around, href)}
    if pasted.home.href not in there and not wanted.keys() & there.keys():
        return _gone_or_old(around, page)
    old = tuple(_differences(wanted, there, {pasted.home.href, pasted.source.href}))
    if old:
        return "outdated", (*old, "重新复制 B 级代码")
    renamed = tuple(f"“{name}”写成了“{there[href]}”" for href, name in wanted.items() if there[href] not in ("", name))
    return ("altered", renamed) if renamed else ("fine", ())


def _differences(wanted: dict[str, str], there: dict[str, str], others: set[str]) -> Iterator[str]:
    for href, name in wanted.items():
        if href not in there:
            yield f"少了“{name}”"
    for href, words in there.items():
        if href not in wanted and href not in others:
            yield f"“{words or href}”已不在专栏里"


def _frame(pasted: Pasted, page: HostPage, *, needs_script: bool) -> tuple[State, tuple[str, ...]]:
    if pasted.page not in page.frames:
        if pasted.home.href in page.links:
            return "altered", ("框被去掉了，只剩文字链接；网站不允许 iframe 时改用 A 级或 B 级",)
        return "missing", ("网页里没有专栏的框",)
    if needs_script and pasted.script not in page.scripts:
        return "altered", ("脚本不见了，框不会自己变高；重新复制 D 级代码，或者改用 C 级",)
    return "fine", ()


def _element(pasted: Pasted, page: HostPage) -> tuple[State, tuple[str, ...]]:
    languages = {src for src in page.elements if src.startswith(pasted.data.removesuffix("json"))}
    if not languages:
        if pasted.home.href in page.links:
            return "altered", ("组件被去掉了，只剩纯文本列表；网站不允许脚本时改用 B 级",)
        return "missing", ("网页里没有专栏的组件",)
    if pasted.script not in page.scripts:
        return "altered", ("脚本不见了，只显示纯文本列表；重新复制 E 级代码",)
    return "fine", ()


def _gone_or_old(around: Surroundings, page: HostPage) -> tuple[State, tuple[str, ...]]:
    ours = [href for href in page.links if _is_ours(around, href)]
    if ours:
        return "outdated", (f"网页里是本站别的地址（{ours[0]}）；重新复制代码",)
    return "missing", ("网页里没有本站的链接",)


def _is_ours(around: Surroundings, href: str) -> bool:
    return href.startswith((around.config.base_url, around.config.codes.base_url))
