"""Columns in other people's pages that the published site answers and the plan no longer does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from generator.errors import EXIT_FINDINGS, SiteError
from generator.surfaces.embed.addresses import page

_PAGE: Final = re.compile(re.escape(page("columns", "KEY")).replace("KEY", "([^/]+)") + r"index\.html")
_MOST_NAMED: Final = 5


class ColumnLost(SiteError):
    """A build would leave what others pasted without its page."""

    exit_code = EXIT_FINDINGS


def refuse_lost_columns(gone: Iterable[str]) -> None:
    """
    Refuse to take away columns, which are there for nothing but to be pasted elsewhere.

    Products and campaigns with a printed code are held by it (``code-lost``).

    Args:
        gone: Paths of the published site that the plan does not have.

    Raises:
        ColumnLost: One of them is the page of a column.
    """
    lost = [found[1] for path in sorted(gone) if (found := _PAGE.fullmatch(path))]
    if not lost:
        return
    named = "、".join(f"“{key}”" for key in lost[:_MOST_NAMED]) + (
        f"等 {len(lost)} 个" if len(lost) > _MOST_NAMED else ""
    )
    raise ColumnLost(
        f"别的网站可能贴着专栏{named}，这次生成以后就打不开了，网站没有改动。",
        mend="把 data/embed_columns.csv 里的行放回来，不再用的写“截止日期”。"
        "从没给过别家的，先删去已生成的网站文件夹（site），再生成一次。",
    )
