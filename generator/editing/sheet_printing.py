"""Whole pages from a site: shelf talkers, posters, sheets of placements, issues of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.assets.pdf_issues import draw_issue
from generator.assets.pdf_paper import Paper
from generator.assets.pdf_placements import draw_placement
from generator.assets.pdf_showcards import PAPERS, Card, draw_showcard, largest_code
from generator.assets.print_faults import Fault
from generator.assets.print_texts import CodeText, ShowcardText
from generator.assets.qr import draw
from generator.catalog.directory import CatalogueIssue
from generator.catalog.tables import items_of
from generator.errors import UsageError
from generator.surfaces.label_choice import Choice, chosen, known
from generator.surfaces.labels import Labelled
from generator.surfaces.printed_sheets import (
    issue_booklet,
    placement_sheet,
    poster_of_campaign,
    poster_of_product,
    talker_of,
)

from .print_log import Entry
from .printing import Press, open_press, paper_for, refuse, write_out

DISTANCE_TO_SIDE = 10
"""A code is read from ten times its width: the rule of thumb of those who print codes on walls."""
TALKER_PAPER = "a6"
TALKER_CODE = 26.0
"""Millimetres of the code on a shelf talker: read at arm's length."""


class SheetRun(NamedTuple):
    """What came of it."""

    names: tuple[str, ...]
    """What was printed."""
    without_code: tuple[str, ...]
    """What of it has no code yet."""
    left_out: tuple[tuple[str, str], ...] = ()
    """(name of a product, why it gets none: ``withdrawn``, ``recalled``, ``no-code``)."""
    code_side: float = 0.0
    """Millimetres."""


def print_talkers(
    site_dir: Path, choice: Choice, *, out: Path, as_of: date | None = None, log: bool = True
) -> SheetRun:
    """Print a shelf talker, A6, for each product that *choice* asks for.

    Raises:
        FindingsStop: The data holds errors.
        UsageError: *choice* names something that is not there.
        PrintRefused: One would come out wrong; nothing was written.
    """
    press = open_press(site_dir, as_of)
    found = chosen(press.around, choice)
    run = SheetRun(
        names=tuple(label.text.name for label in found.labels),
        without_code=(),
        left_out=tuple((str(product.name), reason) for product, reason in found.left_out),
        code_side=TALKER_CODE,
    )
    if found.labels:
        paper = paper_for(press, press.around.texts("print.talkers"))
        texts = [talker_of(press.around, label.product, label.stock) for label in found.labels]
        card = Card(*PAPERS[TALKER_PAPER], TALKER_CODE)
        refuse([fault for text in texts for fault in draw_showcard(paper, text, card)], "货架卡")
        entries = [_of_product("talker", label) for label in found.labels]
        write_out(press, out, paper.content(), entries if log else ())
    return run


def print_poster(
    site_dir: Path,
    *,
    product: str = "",
    campaign: str = "",
    distance: float = 1.5,
    size: str = "a3",
    out: Path,
    as_of: date | None = None,
    log: bool = True,
) -> SheetRun:
    """Print a poster whose code is read from *distance* metres.

    Raises:
        FindingsStop: The data holds errors.
        UsageError: The product or campaign is not there, is withdrawn or recalled; or the paper is too small.
        PrintRefused: It would come out wrong; nothing was written.
    """
    press = open_press(site_dir, as_of)
    side = distance * 1000 / DISTANCE_TO_SIDE
    text, entry = _poster(press, product, campaign)
    if text.code is not None:
        _fits(size, side, len(draw(text.code.uri, level=text.code.level).rows))
    paper = paper_for(press, text.name)
    refuse(draw_showcard(paper, text, Card(*PAPERS[size], side)), f"{size.upper()} 海报")
    write_out(press, out, paper.content(), [entry] if log else ())
    return SheetRun((text.name,), () if text.code else (text.name,), code_side=side)


def print_placement(site_dir: Path, key: str, *, out: Path, as_of: date | None = None, log: bool = True) -> SheetRun:
    """Print the sheet of a placement, A4.

    Raises:
        FindingsStop: The data holds errors.
        UsageError: There is no such placement.
        PrintRefused: It would come out wrong; nothing was written.
    """
    press = open_press(site_dir, as_of)
    known("placement", "点位", key, press.around.catalog.placements)
    text = placement_sheet(press.around, press.around.catalog.placements[key])
    shows = (f"name={_plain(text.name)}", f"plaque={_plain(text.plaque)}" if text.plaque else "")
    entry = _entry("placement", "placement", key, text.code, shows, placement=key)
    _print_one(press, text.name, "点位牌", lambda paper: draw_placement(paper, text), out, [entry] if log else ())
    return SheetRun((text.name,), () if text.code else (text.name,))


def print_issue(site_dir: Path, key: str, *, out: Path, as_of: date | None = None, log: bool = True) -> SheetRun:
    """Print an issue of the catalogue as a booklet, A4.

    Raises:
        FindingsStop: The data holds errors.
        UsageError: There is no such issue.
        PrintRefused: It would come out wrong; nothing was written.
    """
    press = open_press(site_dir, as_of)
    issues = {each.id: each for each in items_of(press.around.catalog.items, "catalogue_issues", CatalogueIssue)}
    known("issue", "目录", key, issues)
    text = issue_booklet(press.around, issues[key])
    shows = (f"name={_plain(text.title)}", f"entries={len(text.entries)}")
    entry = _entry("issue", "catalogue-issue", key, text.code, shows)
    _print_one(press, text.title, "目录册", lambda paper: draw_issue(paper, text), out, [entry] if log else ())
    missing = tuple(each.name for each in text.entries if each.code is None)
    return SheetRun((text.title,), (*(() if text.code else (text.title,)), *missing))


def _print_one(
    press: Press, title: str, on: str, drawn: Callable[[Paper], list[Fault]], out: Path, entries: Sequence[Entry]
) -> None:
    paper = paper_for(press, title)
    refuse(drawn(paper), on)
    write_out(press, out, paper.content(), entries)


def _poster(press: Press, product: str, campaign: str) -> tuple[ShowcardText, Entry]:
    around = press.around
    if bool(product) == bool(campaign):
        raise UsageError("海报要写明给哪件产品或哪个活动。", mend="写 --product 编号，或 --campaign 编号，写一个。")
    if campaign:
        known("campaign", "活动", campaign, around.catalog.campaigns)
        text = poster_of_campaign(around, around.catalog.campaigns[campaign])
        return text, _entry("poster", "campaign", campaign, text.code, (f"name={_plain(text.name)}",))
    found = chosen(around, Choice(products=(product,)))
    if not found.labels:
        reasons = {"withdrawn": "已下架", "recalled": "在召回", "no-code": "还没有码"}
        raise UsageError(
            f"“{found.left_out[0][0].name}”{reasons[found.left_out[0][1]]}，不印海报。", mend="换一件在售的产品。"
        )
    return poster_of_product(around, found.labels[0].product), _of_product("poster", found.labels[0])


def _fits(size: str, side: float, modules: int) -> None:
    """Make sure that a code of *modules* has room on a paper.

    Raises:
        UsageError: It has not; the sentence names a paper that has, or how far this one reaches.
    """
    most = largest_code(*PAPERS[size], modules)
    if side <= most:
        return
    larger = next((name for name, sides in PAPERS.items() if largest_code(*sides, modules) >= side), "")
    raise UsageError(
        f"{side / 100:g} 米外要扫得出，码要 {side:g} 毫米宽，{size.upper()} 放不下。",
        mend=f"用 --paper {larger}，或者写近一点：{size.upper()} 最远 {int(most / 10) / 10:g} 米。"
        if larger
        else f"{size.upper()} 最远 {int(most / 10) / 10:g} 米。",
    )


def _of_product(sheet: str, label: Labelled) -> Entry:
    placement = label.stock.placement.id if label.stock else ""
    return Entry(sheet, "product", label.product.id, label.code.code, label.facts, placement)


def _entry(
    sheet: str, kind: str, target: str, code: CodeText | None, shows: Sequence[str], *, placement: str = ""
) -> Entry:
    uri = (f"uri={code.uri}",) if code else ()
    return Entry(sheet, kind, target, code.code if code else "", (*filter(None, shows), *uri), placement)


def _plain(text: str) -> str:
    """Return a text as an entry of a list can hold it."""
    return " ".join(text.replace(";", ",").replace("；", "，").replace("、", "，").split())
