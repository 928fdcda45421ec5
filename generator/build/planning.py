"""From the catalogue to the plan: every output of every surface, no two at one address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.assets.inks import read_inks
from generator.contract import load_tables
from generator.findings import Finding, Place, Report, finding
from generator.surfaces import (
    addresses,
    api,
    ask,
    data_files,
    embed,
    feeds,
    guide,
    markdown,
    portal,
    recordings,
    search_outputs,
    shelf,
    site_files,
    typed_codes,
)
from generator.surfaces.ask import page as ask_page
from generator.surfaces.brand import own_inks
from generator.surfaces.content_links import dead_among_outputs
from generator.surfaces.editions import Edition
from generator.surfaces.embed.webmaster import webmaster_outputs
from generator.surfaces.formats import Formats
from generator.surfaces.frame import FrameJob, finish
from generator.surfaces.frame_parts import ROOT
from generator.surfaces.gs1 import pages as gs1_pages
from generator.surfaces.outputs import Output
from generator.surfaces.page_days import page_days
from generator.surfaces.pages import PortalPages
from generator.surfaces.pictures import PicturePlan
from generator.surfaces.search_prose import prose_by_language
from generator.surfaces.surroundings import LanguageOfSite, Surroundings
from generator.surfaces.ways import foot_ways

from .loading import Loaded, catalogue_in, program_digest


def surroundings(loaded: Loaded) -> Surroundings:
    """Return what every surface is handed in the site's own language; *loaded* is a site without errors."""
    return surroundings_in(loaded, loaded.editions[0])


def surroundings_in(loaded: Loaded, edition: Edition) -> Surroundings:
    """Return what every surface is handed in the language of *edition*; *loaded* is a site without errors."""
    assert loaded.theme is not None
    tables = load_tables()
    texts = edition.texts
    motifs = tables["products"].by_name["motif"].categories
    return Surroundings(
        configuration=edition.configuration,
        catalog=catalogue_in(loaded, edition),
        tables=tables,
        theme=loaded.theme,
        texts=texts,
        formats=Formats(edition.configuration.site, texts),
        pictures=PicturePlan(
            theme=loaded.theme,
            inks=own_inks(loaded.theme, read_inks(loaded.theme.files["inks.yml"])),
            own_inks=loaded.theme.about.get("motif_inks", {}),
            renditions=loaded.renditions,
            motif_labels={motif.value: texts.label("products", "motif", motif.value) for motif in motifs},
            program=program_digest(),
            shared=edition.shared,
        ),
        program=program_digest(),
        recordings=loaded.recordings,
        folder=edition.folder,
        languages=tuple(
            LanguageOfSite(other.language, other.folder, other.texts("language.name"), other.texts("language.short"))
            for other in loaded.editions
        ),
    )


def plan(loaded: Loaded) -> list[Output]:
    """Return all outputs of a site without errors, in a fixed order."""
    try:
        languages = [surroundings_in(loaded, edition) for edition in loaded.editions]
    except BaseException:  # a broken theme, an interruption: whatever it is, the engine is not left running
        if loaded.frame is not None:
            loaded.frame.stop()
        raise
    main = languages[0]
    surfaces = main.config.surfaces
    outputs = _portal(loaded, loaded.frame, languages) if loaded.frame is not None else []
    if "shelf" in surfaces:
        shelves = [shelf.ShelfPages(around) for around in languages]
        for pages in shelves:
            outputs += pages.outputs()
            outputs += typed_codes.TypedCodes(pages).outputs()
        outputs += gs1_pages.outputs(shelves)
        outputs += recordings.outputs(main)
    if "embed" in surfaces:
        outputs += embed.outputs(languages)
    known: list[Output] = []
    if ask.is_answered(main.config):
        known += ask.outputs(languages, prose_by_language(loaded.editions, loaded.content))
        outputs += known
    if "guide" in surfaces:
        outputs += guide.outputs(languages, known)
    if "api" in surfaces:
        outputs += api.outputs(main)
    if "data" in surfaces:
        outputs += data_files.outputs(main, loaded.rows)
    outputs += site_files.outputs(main.config, outputs, page_days(main))
    return outputs


def _portal(loaded: Loaded, frame: FrameJob, languages: Sequence[Surroundings]) -> list[Output]:
    """Return the portal in all languages with what belongs to it: prose, search, feeds, the same as Markdown."""
    frames, outputs = finish(frame, {each.texts.language: foot_ways(each, ROOT) for each in languages})
    surfaces = languages[0].config.surfaces
    portals = [PortalPages(around, frames[around.texts.language]) for around in languages]
    if "search" in surfaces:
        # Ahead of the pages: its groups of kin are long, and none of them should be left for the end.
        outputs += search_outputs.outputs(portals, prose_by_language(loaded.editions, loaded.content))
    for pages in portals:
        outputs += portal.outputs(pages)
        outputs += feeds.outputs(pages.around)
        if "api" in surfaces:
            outputs += markdown.outputs(pages.around)
        if "ask" in surfaces and ask.is_answered(pages.around.config):
            outputs += ask_page.outputs(pages)
        if "embed" in surfaces:
            outputs += webmaster_outputs(pages)
    return outputs


def faults(loaded: Loaded, outputs: list[Output]) -> Report:
    """Return what only the whole plan shows: two outputs at one address, links of prose that lead to none."""
    findings = list(collisions(outputs, loaded).findings)
    if loaded.frame is not None and loaded.configuration is not None:
        paths = {output.path for output in outputs}
        folders = [edition.folder for edition in loaded.editions if not edition.is_main]
        findings += dead_among_outputs(loaded.content, paths, loaded.configuration.site.base_url, folders)
    return Report.of(findings)


def collisions(outputs: Iterable[Output], loaded: Loaded) -> Report:
    """Return a finding for every two outputs that want one path, also where only case tells them apart."""
    taken: dict[str, Output] = {}
    findings: list[Finding] = []
    for output in outputs:
        first = taken.setdefault(output.path.casefold(), output)
        if first is not output:
            findings.append(
                finding(
                    "address-taken",
                    _written_at(output, loaded) or _written_at(first, loaded) or Place("site_config.yml", 1),
                    record=output.path,
                    found=first.subject or first.path,
                    allowed=output.subject or output.path,
                )
            )
    return Report.of(findings)


def _written_at(output: Output, loaded: Loaded) -> Place | None:
    """Return where editors write what *output* is made from: a page of ``content/``, or a record of the data."""
    for page in loaded.content:
        if addresses.file_of(page.address) == output.path:
            return Place(f"content/{page.path}", 1)
    table, _, key = output.path.removesuffix("/index.html").partition("/")
    if table in ("P", "p", "qr"):
        table, key = "qr_codes", key.partition(".")[0].upper()
    found = next((row for row in loaded.rows.get(table, ()) if row.key == key), None)
    if found is None and output.kin:
        found = next((row for row in loaded.rows.get("products", ()) if row.key == output.kin), None)
    return found.place() if found else None
