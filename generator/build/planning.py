"""From the catalogue to the plan: every output of every surface, no two at one address."""

from __future__ import annotations

from collections.abc import Iterable

from generator.assets.inks import read_inks
from generator.contract import load_tables
from generator.findings import Finding, Place, Report, finding
from generator.surfaces import addresses, api, data_files, portal, shelf, site_files
from generator.surfaces.content_links import dead_among_outputs
from generator.surfaces.formats import Formats
from generator.surfaces.frame import finish
from generator.surfaces.outputs import Output
from generator.surfaces.pages import PortalPages
from generator.surfaces.pictures import PicturePlan
from generator.surfaces.surroundings import Surroundings

from .loading import Loaded, program_digest


def surroundings(loaded: Loaded) -> Surroundings:
    """Return what every surface is handed.

    Args:
        loaded: A site without errors.
    """
    assert loaded.configuration is not None
    assert loaded.catalog is not None
    assert loaded.theme is not None
    assert loaded.texts is not None
    tables = load_tables()
    texts = loaded.texts
    motifs = tables["products"].by_name["motif"].categories
    return Surroundings(
        configuration=loaded.configuration,
        catalog=loaded.catalog,
        tables=tables,
        theme=loaded.theme,
        texts=texts,
        formats=Formats(loaded.configuration.site, texts),
        pictures=PicturePlan(
            theme=loaded.theme,
            inks=read_inks(loaded.theme.files["inks.yml"]),
            own_inks=loaded.theme.about.get("motif_inks", {}),
            renditions=loaded.renditions,
            motif_labels={motif.value: texts.label("products", "motif", motif.value) for motif in motifs},
            program=program_digest(),
        ),
        program=program_digest(),
    )


def plan(loaded: Loaded) -> list[Output]:
    """Return all outputs of a site without errors, in a fixed order."""
    try:
        around = surroundings(loaded)
    except BaseException:  # a broken theme, an interruption: whatever it is, the engine is not left running
        if loaded.frame is not None:
            loaded.frame.stop()
        raise
    surfaces = around.config.surfaces
    outputs: list[Output] = []
    if loaded.frame is not None:
        frames, files = finish(loaded.frame, around.configuration)
        outputs += files
        outputs += portal.outputs(PortalPages(around, frames))
    if "shelf" in surfaces:
        outputs += shelf.ShelfPages(around).outputs()
    if "api" in surfaces:
        outputs += api.outputs(around)
    if "data" in surfaces:
        outputs += data_files.outputs(around, loaded.rows)
    outputs += site_files.outputs(around.config, outputs)
    return outputs


def faults(loaded: Loaded, outputs: list[Output]) -> Report:
    """Return what only the whole plan shows: two outputs at one address, links of prose that lead to none."""
    findings = list(collisions(outputs, loaded).findings)
    if loaded.frame is not None and loaded.configuration is not None:
        paths = {output.path for output in outputs}
        findings += dead_among_outputs(loaded.content, paths, loaded.configuration.site.base_url)
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
    if table in ("P", "qr"):
        table, key = "qr_codes", key.partition(".")[0]
    found = next((row for row in loaded.rows.get(table, ()) if row.key == key), None)
    if found is None and output.kin:
        found = next((row for row in loaded.rows.get("products", ()) if row.key == output.kin), None)
    return found.place() if found else None
