"""The files: Word's page and faces, typed cells and formulas, a page that stands alone, nothing that is not public."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from ledger_site import CANARY, make_site
from office import converted, needs_office, without_values
from playwright.sync_api import Browser
from pypdf import PdfReader

from generator.editing.reports.issuing import FORMATS, ReportOrder, ReportRun, make
from generator.editing.returns.exporting import export_returns

ORDER = ReportOrder("campaign:autumn")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site."""
    return make_site(tmp_path_factory.mktemp("documents"))


@pytest.fixture(scope="module")
def runs(site: Path) -> dict[str, ReportRun]:
    """Format → the report in it."""
    return {form: make(site, ORDER._replace(form=form), out=None) for form in FORMATS}


def members(content: bytes) -> dict[str, bytes]:
    """Return what an Office file holds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_nothing_that_is_not_public_is_in_any_file(site: Path, runs: dict[str, ReportRun], tmp_path: Path) -> None:
    """Evidence numbers and contacts stand neither in reports nor in the units' workbooks."""
    files = {form: run.content for form, run in runs.items()}
    for made in export_returns(site, "autumn", tmp_path / "r"):
        files[made.file] = (tmp_path / "r" / made.file).read_bytes()

    for name, content in files.items():
        parts = {"": content} if name == "html" else members(content)
        for part in parts.values():
            assert CANARY.encode() not in part, name
            assert b"0898-12345678" not in part, name


def test_the_document_has_the_page_of_official_documents(runs: dict[str, ReportRun]) -> None:
    """A4, 37, 35, 28 and 26 mm, 22 lines a page, 28 characters a line, page numbers outside (GB/T 9704-2012)."""
    document = Document(io.BytesIO(runs["docx"].content))
    section = document.sections[0]
    grid = section._sectPr.find(qn("w:docGrid"))
    body = document.styles["Normal"]
    spacing = int(body.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20

    assert [round(length.mm) for length in (section.page_width, section.page_height)] == [210, 297]
    assert [
        round(length.mm)
        for length in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    ] == [37, 35, 28, 26]
    assert (297 - 37 - 35) * 72 / 25.4 // (int(grid.get(qn("w:linePitch"))) / 20) == 22
    assert (210 - 28 - 26) * 72 / 25.4 // (body.font.size.pt + spacing) == 28
    assert document.settings.odd_and_even_pages_header_footer
    assert "PAGE" in section.footer._element.xml


def test_the_document_has_the_customary_faces_and_numbers(runs: dict[str, ReportRun]) -> None:
    """Title, body and two levels of headings by style, stand-ins in the table of fonts, titles numbered 一、（一）."""
    content = runs["docx"].content
    document = Document(io.BytesIO(content))

    def face(style: str) -> str:
        return document.styles[style].element.rPr.rFonts.get(qn("w:eastAsia"))

    assert [face(style) for style in ("Title", "Normal", "Heading 1", "Heading 2")] == [
        "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312",
    ]  # fmt: skip
    assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋,'.encode() in members(content)["word/fontTable.xml"]
    heads = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert heads[:3] == ["一、组织领导", "二、工作进展", "（一）总体情况"]
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        "一、组织领导", "二、工作进展", "三、点位和渠道", "四、问题和建议",
    ]  # fmt: skip


def test_files_tell_no_time_but_that_of_the_data(runs: dict[str, ReportRun]) -> None:
    """Members of the archives are of 1980, the documents of the day of the data."""
    for form in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(runs[form].content)) as archive:
            assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert Document(io.BytesIO(runs["docx"].content)).core_properties.created.date().isoformat() == "2026-09-30"
    book = openpyxl.load_workbook(io.BytesIO(runs["xlsx"].content))
    assert f"{book.properties.created:%Y-%m-%d %H:%M}" == "2026-09-30 00:00"


def test_cells_are_typed_and_text_runs_nowhere(runs: dict[str, ReportRun]) -> None:
    """Days are days, amounts numbers; what begins like a formula is text that stays text when it is edited."""
    sheet = openpyxl.load_workbook(io.BytesIO(runs["xlsx"].content))["台账"]
    head = {cell.value: cell.column for cell in sheet[1]}
    first = {title: sheet.cell(2, column) for title, column in head.items()}

    assert first["日期"].is_date
    assert first["金额"].value == 1200.10
    assert (first["说明"].data_type, first["说明"].value, first["说明"].quotePrefix) == ("s", "=1+1", True)
    assert "凭证号" not in head
    assert sheet.freeze_panes == "A2"
    counted = {sheet.cell(row, 1).value: sheet.cell(row, head["计入汇总"]).value for row in range(2, 8)}
    assert counted["r5"].startswith("否")


def test_the_workbook_says_what_it_is_of(runs: dict[str, ReportRun]) -> None:
    """Scope, day of the data and digest of what the report says, the same in every format."""
    sheet = openpyxl.load_workbook(io.BytesIO(runs["xlsx"].content))["说明"]
    told = {row[0].value: row[1].value for row in sheet.iter_rows() if row[0].value}

    assert told["数据截至"] == "2026-09-30"
    assert told["范围"] == "秋季采购 (campaign:autumn)"
    assert told["内容校验（SHA-256）"] == runs["docx"].report.digest == runs["xlsx"].report.digest


@needs_office
def test_formulas_give_the_sums_of_the_site(runs: dict[str, ReportRun], tmp_path: Path) -> None:
    """LibreOffice, which is given no values, calculates for each formula what the ledger sums to."""
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(runs["xlsx"].content)
    ours = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    theirs = openpyxl.load_workbook(
        converted(without_values(path, tmp_path / "bare.xlsx"), "xlsx", tmp_path / "out"), data_only=True
    )
    compared = 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            here, there = ours[sheet.title][cell.coordinate].value, theirs[sheet.title][cell.coordinate].value
            assert there == (pytest.approx(here, abs=0.001) if isinstance(here, float) else here), cell.coordinate
            compared += 1

    assert compared > 30
    assert theirs["汇总"]["B2"].value == 1700.30
    assert {theirs["汇总"].cell(row, 4).value for row in range(2, theirs["汇总"].max_row + 1)} == {"一致"}


@needs_office
def test_the_document_opens_in_libreoffice(runs: dict[str, ReportRun], tmp_path: Path) -> None:
    """It becomes a PDF of A4 pages with all parts on it."""
    path = tmp_path / "report.docx"
    path.write_bytes(runs["docx"].content)
    pdf = PdfReader(converted(path, "pdf", tmp_path / "out"))
    text = "".join(page.extract_text() for page in pdf.pages).replace("\n", "").replace(" ", "")

    assert [round(float(side) * 25.4 / 72) for side in pdf.pages[0].mediabox[2:]] == [210, 297]
    for words in ("一、组织领导", "二、工作进展", "三、点位和渠道", "四、问题和建议", "1700.30元", "未披露"):
        assert words in text


@pytest.mark.browser
def test_the_page_stands_alone_and_is_accessible(runs: dict[str, ReportRun], tmp_path: Path, chromium: Browser) -> None:
    """No request leaves it, axe finds nothing, and a phone of 320 px shows it without scrolling sideways."""
    from axe_playwright_python.sync_playwright import Axe

    path = tmp_path / "report.html"
    path.write_bytes(runs["html"].content)
    page = chromium.new_page(viewport={"width": 320, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    width = page.evaluate("document.documentElement.scrollWidth")
    faults = Axe().run(page).response["violations"]
    page.close()

    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert width == 320
    assert [fault["id"] for fault in faults] == []
