"""Kinds of finding about issues of the recommended list."""

from __future__ import annotations

from .model import Kind, Level, Text

ISSUE_KINDS: tuple[Kind, ...] = (
    Kind(
        "issue-changed",
        Level.ERROR,
        Text("已发布的目录被改了", "An issue that was changed after it came out"),
        Text(
            "“{record}”发布时的“{word}”是“{found}”，现在的条目算出来是“{allowed}”。",
            "When “{record}” came out its “{word}” was “{found}”; its entries now give “{allowed}”.",
        ),
        Text(
            "把这一期的条目照发布时的样子改回去，要改的写进下一期；发布时就写错了的，改好以后在更正表里添一条，再换上新指纹。",
            "Put the entries back as they were and change the next issue; where the issue itself was wrong, "
            "mend it, add a correction, and write the new fingerprint.",
        ),
    ),
    Kind(
        "issue-unsealed",
        Level.WARNING,
        Text("已发布的目录还没有指纹", "An issue without a fingerprint"),
        Text(
            "“{record}”已经发布，还没有“{word}”，以后条目被改动看不出来。",
            "“{record}” is out and has no “{word}”, so that nobody would see its entries change.",
        ),
        Text(
            "核对条目无误以后，在“{word}”写上 {allowed}。", "When the entries are right, write {allowed} into “{word}”."
        ),
    ),
    Kind(
        "issue-number-repeated",
        Level.ERROR,
        Text("同一活动有两期同号", "Two issues of one campaign with one number"),
        Text(
            "“{record}”的“{word}”是 {found}，“{first}”已经用了。",
            "“{word}” of “{record}” is {found}, which “{first}” has already.",
        ),
        Text("给后出的一期写上下一个期号。", "Give the later issue the next number."),
    ),
)
