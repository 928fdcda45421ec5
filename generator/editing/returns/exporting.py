"""Writing a workbook for each unit of a campaign."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.build.planning import surroundings
from generator.catalog.campaign import LedgerRow
from generator.contract.nearest import nearest
from generator.editing.file_writing import write_file
from generator.editing.print_log import day_of_printing
from generator.editing.reading import read_sound_site
from generator.errors import EnvironmentRefused, UsageError

from .layout import Identity, options, units_of
from .workbook import UnitBook, unit_workbook

_UNSAFE = re.compile(r'[\\/:*?"<>|\s.]+')
"""What file systems of Windows refuse in names."""


class Exported(NamedTuple):
    """What was written for one unit."""

    unit: str
    file: str
    rows: int
    """Of the unit, recorded already."""


def export_returns(site_dir: Path, campaign_id: str, folder: Path, *, as_of: date | None = None) -> list[Exported]:
    """Write one workbook a unit into *folder*; workbooks that are there already are not replaced.

    Args:
        site_dir: The site's folder.
        campaign_id: Whose units are asked.
        folder: Where the workbooks go; it may hold other files.
        as_of: Day of the data and of the export instead of today.

    Raises:
        FindingsStop: The data holds errors.
        UsageError: There is no such campaign, or nobody takes part in it.
        EnvironmentRefused: A workbook of that name is there, or cannot be written; none was written then.
    """
    around = surroundings(read_sound_site(site_dir, as_of=as_of, purpose="导出填报表"))
    campaign = around.catalog.campaigns.get(campaign_id)
    if campaign is None:
        near = nearest(campaign_id, around.catalog.campaigns)
        raise UsageError(
            f"没有编号为“{campaign_id}”的活动。",
            mend=f"是不是“{near}”？" if near else f"可以写：{'、'.join(around.catalog.campaigns)}。",
        )
    units = units_of(campaign)
    if not units:
        raise UsageError(f"活动“{campaign_id}”没有参与单位。", mend="在活动文件里填参与单位，再导出。")
    day = day_of_printing(around.config, as_of)
    rows = around.catalog.ledger_by_campaign.get(campaign.id, ())
    chosen, written = options(around.catalog), {}
    names: list[Exported] = []
    for unit in units:
        own = sorted((row for row in rows if row.organisation.id == unit.id), key=_by_day)
        name = f"{_UNSAFE.sub('', campaign.name)}-{_UNSAFE.sub('', unit.name)}-{unit.id}.xlsx"
        book = UnitBook(Identity(unit.id, campaign.id, day), unit, campaign, own, chosen)
        written[name] = unit_workbook(book, around.texts)
        names.append(Exported(str(unit.name), name, len(own)))
    there = [name for name in written if (folder / name).exists()]
    if there:
        raise EnvironmentRefused(
            f"{folder} 里已经有 {there[0]}，没有导出。", mend="换一个空文件夹；填过的表不会被盖掉。"
        )
    for name, content in written.items():
        write_file(folder / name, content)
    return names


def _by_day(row: LedgerRow) -> tuple[date, str]:
    return (row.date, row.key)
