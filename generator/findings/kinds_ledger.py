"""Kinds of finding about the ledger and what is to be reached."""

from __future__ import annotations

from .model import Kind, Level, Text


def _error(code: str, title: Text, template: Text, mend: Text) -> Kind:
    return Kind(code, Level.ERROR, title, template, mend)


def _warning(code: str, title: Text, template: Text, mend: Text) -> Kind:
    return Kind(code, Level.WARNING, title, template, mend)


_ROWS: tuple[Kind, ...] = (
    _warning(
        "ledger-outside-campaign",
        Text("台账日期在活动之外", "A ledger row outside its campaign"),
        Text("“{word}”{found} 不在活动 {allowed} 之内。", "“{word}” {found} is not within the campaign, {allowed}."),
        Text(
            "检查日期和活动；活动之外的采购不写活动。",
            "Check date and campaign; leave the campaign out where it is none.",
        ),
    ),
    _error(
        "ledger-negative",
        Text("台账金额为负却没有说明", "A negative ledger row that corrects nothing"),
        Text(
            "“{word}”写的是“{found}”，但没有写更正哪一行，也不是退货。",
            "“{word}” is “{found}”, which neither corrects a row nor is a return.",
        ),
        Text("写上“更正行”，或把“性质”写为退货。", "Name the row it corrects, or make it a return."),
    ),
)

_CORRECTIONS: tuple[Kind, ...] = (
    _error(
        "ledger-correction-order",
        Text("更正的是后来才登记的行", "A correction of a later row"),
        Text(
            "“{record}”登记于 {day}，“{word}”写的“{found}”{later} 才登记。",
            "“{record}” was recorded on {day}; “{found}”, which it corrects, only on {later}.",
        ),
        Text(
            "检查“{word}”和两行的登记日期：更正行总在被更正的行之后。",
            "Check “{word}” and both days: a correction follows what it corrects.",
        ),
    ),
    _error(
        "ledger-correction-differs",
        Text("更正行与被更正的行对不上", "A correction of something else"),
        Text(
            "“{record}”更正“{first}”，“{word}”却是“{found}”，那一行是“{allowed}”。",
            "“{record}” corrects “{first}”, but its “{word}” is “{found}” where that row has “{allowed}”.",
        ),
        Text(
            "更正行的单位、活动、性质和依据与被更正的行相同；该记到别处的那一笔另写一行，不写更正行。",
            "Let body, campaign, nature and basis be the same; what belongs elsewhere is a row of its own.",
        ),
    ),
    _warning(
        "ledger-correction-too-large",
        Text("更正以后成了负数", "Corrected below zero"),
        Text(
            "“{record}”连同它的更正和退货合计是 {total}，不到零。",
            "“{record}” with its corrections and returns comes to {total}, less than nothing.",
        ),
        Text(
            "检查更正行和退货的金额：更正行写的是差额，不是改后的金额。",
            "Check their amounts: a correction tells the difference, not the new amount.",
        ),
    ),
)

_OVERLAPS: tuple[Kind, ...] = (
    _error(
        "ledger-overlap-self",
        Text("与自己重叠", "A row that overlaps itself"),
        Text("“{word}”写的“{found}”就是这一行自己。", "“{word}” names “{found}”, the row itself."),
        Text("写另一行的编号，或删去它。", "Name the other row, or delete it."),
    ),
    _error(
        "ledger-overlap-contradicts",
        Text("又是同一笔又不是同一笔", "One purchase and two at once"),
        Text(
            "“{record}”与“{found}”写了是同一笔，又写了不是。",
            "“{record}” and “{found}” are told as one purchase and as two.",
        ),
        Text("“重叠行”和“不重叠行”只留一处。", "Keep it under one of the two fields."),
    ),
    _warning(
        "ledger-overlap-without-effect",
        Text("这样写重叠不起作用", "An overlap that says nothing"),
        Text(
            "“{record}”与“{found}”写了重叠，但{why_zh}，汇总不会因此少算。",
            "“{record}” and “{found}” are told to overlap, but {why_en}; no sum goes by it.",
        ),
        Text(
            "更正和退货写“更正行”，随被更正的行一起算；重叠写在采购的那两行上。",
            "Let corrections and returns name the row they correct; declare the overlap on the two purchases.",
        ),
    ),
    _error(
        "ledger-duplicate-row",
        Text("同一笔记了两行", "One purchase in two rows"),
        Text(
            "“{record}”与 {other} 的“{first}”除编号外完全一样。",
            "“{record}” says the same as “{first}” of {other} in everything but its ID.",
        ),
        Text(
            "多记的删去；报告已经发出的，写“重叠行”或另添更正行；真是两笔的，写上各自的凭证号，或写“不重叠行”：{first}。",
            "Delete one; if a report went out, declare the overlap or add a correction; if there were two purchases, "
            "write their evidence numbers, or name {first} as distinct.",
        ),
    ),
    _warning(
        "ledger-told-twice",
        Text("可能是两边都报了的同一笔", "Perhaps one purchase told by both sides"),
        Text(
            "“{record}”与 {other} 的“{first}”金额相同、日期相近，{why_zh}，可能是同一笔。",
            "“{record}” and “{first}” of {other} have one amount and near days, and {why_en}: perhaps one purchase.",
        ),
        Text(
            "是同一笔就写“重叠行”：{first}；是两笔就写“不重叠行”：{first}。",
            "If it is one purchase, name {first} as an overlap; if there are two, as distinct.",
        ),
    ),
)

_GOALS: tuple[Kind, ...] = (
    _error(
        "goal-not-positive",
        Text("目标是零", "A goal of nothing"),
        Text("“{word}”写的是“{found}”，目标要大于零。", "“{word}” is “{found}”; a goal is above zero."),
        Text(
            "没有目标就留空，未披露写 xx，否则写要完成的数。",
            "Leave it empty where there is no goal, xx where it is not disclosed; else what is to be reached.",
        ),
    ),
    _warning(
        "target-share-differs",
        Text("预留份额算不出目标金额", "Base and share give another amount"),
        Text(
            "“{word}”写的是“{found}”，按基数和比例算是 {allowed}。",
            "“{word}” is “{found}”; base and share give {allowed}.",
        ),
        Text(
            "检查基数、比例和“{word}”；进度按基数和比例算。",
            "Check base, share and “{word}”; progress goes by base and share.",
        ),
    ),
)

LEDGER_KINDS: tuple[Kind, ...] = (*_ROWS, *_CORRECTIONS, *_OVERLAPS, *_GOALS)
