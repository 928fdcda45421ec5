"""Reports of a site: drafts, issued ones with number and digest, and issued ones made again."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.build.loading import Loaded
from generator.build.planning import surroundings
from generator.catalog.issued_report import IssuedReport
from generator.contract.nearest import nearest
from generator.editing.file_writing import write_file
from generator.editing.print_log import day_of_printing
from generator.editing.reading import read_sound_site
from generator.errors import EXIT_FINDINGS, SiteError, UsageError
from generator.surfaces.reports.building import form_of, make_report
from generator.surfaces.reports.model import ProgressReport
from generator.surfaces.reports.scope import KINDS, Material, Scope, Span
from generator.surfaces.surroundings import Surroundings

from .docx import as_docx
from .editor_text import read_editor_text
from .html import as_html
from .register import TEXTS, Register, differences, issued_as, next_number
from .xlsx import as_xlsx

FORMATS = ("docx", "xlsx", "html")
TEXT_FOLDER = "reports"
"""Folder of a site for the editors' paragraphs, one Markdown file a scope; nothing of it is published."""
_PURPOSE = "做报告"


class ReportRefused(SiteError):
    """A report that must not go out as it is; nothing was written."""

    exit_code = EXIT_FINDINGS


class ReportOrder(NamedTuple):
    """What report is asked for."""

    scope: str = "site"
    first: date | None = None
    last: date | None = None
    as_of: date | None = None
    form: str = "docx"
    text: Path | None = None
    """The editors' paragraphs, instead of the scope's own file in ``reports/``."""
    number: str = ""
    """Of a report that was issued: it is made again; all but the format goes by the register."""
    issue: bool = False
    """Number the report and note it; with *number* another format of it."""


class ReportRun(NamedTuple):
    """What came of it."""

    report: ProgressReport
    content: bytes
    sha256: str
    text_name: str
    """The file of the editors' paragraphs; empty where there was none."""
    not_reported: tuple[str, ...]
    """Names of bodies that take part and have no row in the period."""


def make(site_dir: Path, order: ReportOrder, *, out: Path | None) -> ReportRun:
    """Make a report and write it to *out*, or nowhere; nothing is written unless all of it can be.

    Raises:
        FindingsStop: The data holds errors.
        UsageError: The order or the editors' text names something that there is not.
        ReportRefused: An issued report would come out otherwise than it was, or one that is to be issued is unfinished.
        EnvironmentRefused: A file cannot be read or written.
    """
    register = Register(site_dir)
    loaded = read_sound_site(site_dir, as_of=order.as_of, purpose=_PURPOSE)
    if order.number:
        return _again(site_dir, order, loaded, register, out)
    around = surroundings(loaded)
    scope = scope_of(around, order.scope)
    material = Material(around, scope, span_of(around, scope, order.first, order.last))
    text, name = _text_of(site_dir, scope, order.text)
    day = day_of_printing(around.config, order.as_of)
    number = next_number(around.catalog, day) if order.issue else ""
    run = _run(material, order.form, text, name, number)
    if order.issue:
        if run.report.lacking:
            title = run.report.lacking[0]
            raise ReportRefused(
                f"“{title}”还没有写，没有编号登记。",
                mend=f"写进 {name or default_text(scope)}，标题写“## {title}”；看草稿就去掉 --issue。",
            )
        write_file(site_dir / TEXTS / f"{number}.md", text.encode())
        register.add(run.report, order.form, run.sha256, day)
    if out is not None:
        write_file(out, run.content)
    return run


def _again(site_dir: Path, order: ReportOrder, loaded: Loaded, register: Register, out: Path | None) -> ReportRun:
    """Make an issued report again; by the register, so that later rows, corrections and texts are left out."""
    assert loaded.catalog is not None
    rows = issued_as(loaded.catalog, order.number)
    row = next((each for each in rows if each.format == order.form), rows[0])
    if loaded.catalog.as_of != row.as_of:
        loaded = read_sound_site(site_dir, as_of=row.as_of, purpose=_PURPOSE)
    around = surroundings(loaded)
    material = Material(around, scope_of(around, row.scope), Span(row.first, row.last))
    path = site_dir / TEXTS / f"{order.number}.md"
    text = read_editor_text(path) if path.is_file() else ""
    run = _run(material, order.form, text, f"{TEXTS}/{path.name}", order.number)
    _compare(row, run, order)
    if order.issue and row.format != order.form:
        register.add(run.report, order.form, run.sha256, day_of_printing(around.config, order.as_of))
    if out is not None:
        write_file(out, run.content)
    return run


def _compare(row: IssuedReport, run: ReportRun, order: ReportOrder) -> None:
    """Refuse what is not as it was issued; a format that was not issued is held against the content alone."""
    told = differences(row, run.report, run.sha256 if row.format == order.form else row.sha256)
    if told:
        raise ReportRefused(
            f"重做的 {row.number} 和登记的不一样，没有写文件：\n" + "\n".join(f"  {each}" for each in told),
            mend="台账的旧行、名称和来源发出后不要改；写错了另添更正行。要用新的数，另发一份新编号的报告。",
        )


def _run(material: Material, form: str, text: str, name: str, number: str) -> ReportRun:
    report = make_report(material, text=text, text_name=name, number=number)
    makers = {
        "docx": lambda: as_docx(report, form_of(material.around)),
        "xlsx": lambda: as_xlsx(report, material),
        "html": lambda: as_html(report, material.around),
    }
    content = makers[form]()
    return ReportRun(
        report=report,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        text_name=name,
        not_reported=tuple(str(each.name) for each in material.not_reported),
    )


def scope_of(around: Surroundings, words: str) -> Scope:
    """Read ``site``, ``county:CODE``, ``organisation:ID`` or ``campaign:ID``.

    Raises:
        UsageError: It is none of these, or there is no such thing.
    """
    kind, _, key = words.partition(":")
    if kind not in KINDS or (kind == "site") == bool(key):
        raise UsageError(
            f"“{words}”不是报告的范围。", mend="写 site、county:区划代码、organisation:单位编号或 campaign:活动编号。"
        )
    items = around.catalog.items
    known: dict[str, tuple[str, ...]] = {
        "site": (),
        "county": tuple(items["origins"]),
        "organisation": tuple(items["organisations"]),
        "campaign": tuple(around.catalog.campaigns),
    }
    named = {"county": "产地", "organisation": "单位", "campaign": "活动"}
    is_wider = kind == "county" and any(code.startswith(key.rstrip("0") or key) for code in known["county"])
    if kind != "site" and key not in known[kind] and not is_wider:
        near = nearest(key, known[kind])
        raise UsageError(
            f"没有编号为“{key}”的{named[kind]}。",
            mend=f"是不是“{near}”？" if near else f"先把它添进数据；现有 {len(known[kind])} 个。",
        )
    return Scope(kind, key)


def span_of(around: Surroundings, scope: Scope, first: date | None, last: date | None) -> Span:
    """Return the period: as asked for, else a campaign's own days, else the year so far.

    Raises:
        UsageError: It ends before it begins.
    """
    as_of = around.configuration.as_of
    campaign = around.catalog.campaigns.get(scope.key) if scope.kind == "campaign" else None
    begins = first or (campaign.starts_on if campaign else as_of.replace(month=1, day=1))
    ends = last or (min(campaign.ends_on, as_of) if campaign else as_of)
    if ends < begins:
        raise UsageError(
            f"报告期 {begins.isoformat()} 到 {ends.isoformat()} 是倒着的。", mend="检查 --from 和 --to，或者 --as-of。"
        )
    return Span(begins, ends)


def default_text(scope: Scope) -> str:
    """Return where in a site the editors' paragraphs of a scope stand."""
    return f"{TEXT_FOLDER}/{str(scope).replace(':', '-')}.md"


def _text_of(site_dir: Path, scope: Scope, asked: Path | None) -> tuple[str, str]:
    """Return the editors' paragraphs and the name of their file; nothing where a scope has none.

    Raises:
        UsageError: The file that is asked for is not there.
    """
    if asked is not None:
        if not asked.is_file():
            raise UsageError(f"没有文件 {asked}。", mend="检查 --text 后面的文件名。")
        return read_editor_text(asked), asked.name
    name = default_text(scope)
    path = site_dir / name
    return (read_editor_text(path), name) if path.is_file() else ("", "")
