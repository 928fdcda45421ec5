"""From files to the catalogue: configuration, intake, contract, photographs, catalogue."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

from generator.catalog import Catalog
from generator.catalog.building import build_items
from generator.catalog.catalog import link
from generator.catalog.localised import Wording, localised
from generator.config import Configuration, read_config
from generator.contract import (
    Checked,
    ContractSettings,
    Row,
    check_texts,
    encoded,
    intake_names,
    load_tables,
    minor_places,
    read_texts,
)
from generator.findings import Finding, Report, finding
from generator.intake.data_folder import read_data
from generator.surfaces.brand import dressed
from generator.surfaces.content import ContentPage, read_content
from generator.surfaces.editions import Edition, editions
from generator.surfaces.frame import FrameJob
from generator.surfaces.frame import start as start_frame
from generator.surfaces.pictures import Rendition
from generator.surfaces.recordings import RecordingFile
from generator.surfaces.theme import Theme

from .label_findings import label_findings
from .memory import Memory
from .options import Options, Timings
from .photographs import read_photographs
from .recordings import read_recordings

PROGRAM_FOLDERS = ("assets", "catalog", "config", "contract", "intake", "languages", "surfaces")
"""Rooms of this package whose code decides the bytes of pages."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A site as far as it could be read."""

    report: Report
    configuration: Configuration | None = None
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    catalog: Catalog | None = None
    """Only where no finding is an error."""
    theme: Theme | None = None
    editions: tuple[Edition, ...] = ()
    """The languages, the site's own first."""
    content: tuple[ContentPage, ...] = ()
    renditions: Mapping[str, tuple[Rendition, ...]] = field(default_factory=dict)
    recordings: Mapping[str, RecordingFile] = field(default_factory=dict)
    frame: FrameJob | None = None
    """The engine at work on the portal's frame, started when all it needs was known."""
    settle: Callable[[], Report] | None = None
    """Waits for the verdicts of Table Schema and our rules where they are still out, and returns the whole report."""

    def settled(self) -> Report:
        """Return the whole report; until it is there, everything else is made in the hope that it is good."""
        return self.settle() if self.settle is not None else self.report


def load(
    options: Options,
    timings: Timings,
    memory: Memory,
    *,
    with_frame: bool = False,
    apart: bool = False,
    sparing: bool = True,
) -> Loaded:
    """Read the whole site.

    Args:
        options: What the run is asked for.
        timings: Receives the steps.
        memory: What earlier runs found out about unchanged content.
        with_frame: Start the engine that makes the portal's frame, so that it works while data is read.
        apart: Let Table Schema and our rules judge in another process; :meth:`Loaded.settled` waits for its verdict.
        sparing: Not so where that would need much memory.
    """
    site_dir = options.site_dir
    with timings.step("config"):
        configuration, findings = read_config(site_dir, as_of=options.as_of, base_url=options.base_url)
        if configuration is None:
            return Loaded(Report.of(findings))
        theme = Theme.open(configuration.site.theme, site_dir=site_dir, work=options.work / "cache")
        theme, told = dressed(theme, configuration.site.brand, site_dir, configuration.brand_places)
        tables = load_tables()
        languages = editions(configuration, theme, tables)
    with timings.step("content"):
        folders = tuple(edition.folder for edition in languages if not edition.is_main)
        content, content_findings = read_content(site_dir, folders)
        findings += content_findings
    frame = None
    if with_frame and not findings and "portal" in configuration.site.surfaces:
        frame = start_frame(theme, languages, content, options.work)
    try:
        settings = contract_settings(configuration)
        with timings.step("data"):
            files = memory.files(settings)
            intake = read_data(site_dir / "data", tables=intake_names(), root=site_dir, read=files.read)
            findings += intake.findings
        with timings.step("contract"):
            reading = read_texts(intake.files, settings)
            checked = check_texts(reading, settings, clean=memory.clean, apart=apart, sparing=sparing)
            files.keep((path, encoded(texts)) for path, texts in reading.sound.items())
        with timings.step("pictures"):
            renditions, picture_findings = read_photographs(
                site_dir,
                checked.rows["pictures"],
                options.work,
                tables=checked.rows,
                jobs=(options.jobs or os.cpu_count() or 1) if apart else 1,
                use_cache=options.use_cache,
            )
            recordings, sound_findings = read_recordings(
                site_dir, checked.rows["recordings"], options.work, use_cache=options.use_cache
            )
            findings += (*told, *picture_findings, *sound_findings)
    except BaseException:
        if frame is not None:
            frame.stop()
        raise
    settle = _settlement(checked, findings, memory)
    report = Report.of((*findings, *checked.findings))
    if report.stops() or checked.settle is None:
        report = settle()
    catalog = None
    if not report.stops():
        with timings.step("catalogue"):
            catalog, report = _catalogue(checked, languages[0], report, settle)
    if catalog is not None:
        findings += _lead_findings(configuration, catalog)
        findings += label_findings(configuration.site, checked.rows)
        report = Report.of((*report.findings, *findings))
    return Loaded(
        report=report,
        configuration=configuration,
        rows=checked.rows,
        catalog=catalog,
        theme=theme,
        editions=languages,
        content=content,
        renditions=renditions,
        recordings=recordings,
        frame=frame,
        settle=settle,
    )


def _catalogue(
    checked: Checked, edition: Edition, report: Report, settle: Callable[[], Report]
) -> tuple[Catalog | None, Report]:
    """Build the catalogue; what goes wrong is first blamed on data that Table Schema has not judged yet."""
    try:
        return _linked(checked.rows, edition), report
    except Exception:
        told = settle()
        if told.stops():
            return None, told
        raise


def _linked(rows: Mapping[str, tuple[Row, ...]], edition: Edition) -> Catalog:
    configuration = edition.configuration
    withheld = edition.texts("common.not_disclosed")
    items = build_items(rows, load_tables(), currency=configuration.site.currency.code, withheld=withheld)
    return link(items, configuration.as_of)


def rows_in(loaded: Loaded, edition: Edition) -> Mapping[str, tuple[Row, ...]]:
    """Return the rows of a site without errors in one of its languages."""
    if edition.is_main:
        return loaded.rows
    source = loaded.editions[0].configuration.site
    wording = Wording(
        edition.language, source.language, edition.rewrite, edition.glossary, frozenset(source.currency.units)
    )
    return localised(loaded.rows, load_tables(), wording)


def catalogue_in(loaded: Loaded, edition: Edition) -> Catalog:
    """Return the catalogue of a site without errors in one of its languages."""
    assert loaded.catalog is not None
    return loaded.catalog if edition.is_main else _linked(rows_in(loaded, edition), edition)


def _settlement(checked: Checked, others: list[Finding], memory: Memory) -> Callable[[], Report]:
    """Return what waits for the verdict on *checked* once, keeps what is clean, and reports it with *others*."""

    @cache
    def verdict() -> Checked:
        settled = checked.settled()
        memory.keep(settled.clean)
        return settled

    return lambda: Report.of((*others, *verdict().findings))


def _lead_findings(configuration: Configuration, catalog: Catalog) -> list[Finding]:
    """Tell when the product that shall open the first page is not there, or can no longer be bought."""
    lead = configuration.site.home_lead
    if not lead or catalog.offered(catalog.products[key] for key in (lead,) if key in catalog.products):
        return []
    return [finding("home-lead", configuration.lead_place, field="home_lead", found=lead)]


def contract_settings(configuration: Configuration) -> ContractSettings:
    """Return what of the settings data is checked against."""
    site = configuration.site
    return ContractSettings(
        as_of=configuration.as_of,
        time_zone=site.time_zone,
        language=site.language,
        languages=site.all_languages,
        currency_units={**site.currency.units, site.currency.symbol: Decimal(1), site.currency.code: Decimal(1)},
        currency_places=minor_places(site.currency.code),
        decimal_comma=site.currency.decimal_comma,
        masks=site.masks,
        region_scheme=site.regions.scheme,
        official_lists=tuple(site.official_lists),
        personal_data=site.personal_data.patterns,
        allowed_phones=(*site.personal_data.allow, site.publisher.phone),
        shelf_codes="shelf" in site.surfaces,
    )


@cache
def program_digest() -> str:
    """Return a digest of this program's own code, as far as it decides what pages say."""
    package = Path(__file__).parent.parent
    state = hashlib.blake2b(digest_size=16)
    for folder in PROGRAM_FOLDERS:
        for path in sorted((package / folder).rglob("*")):
            if path.suffix in (".py", ".json", ".yml", ".csv"):
                state.update(path.relative_to(package).as_posix().encode())
                state.update(path.read_bytes())
    return state.hexdigest()
