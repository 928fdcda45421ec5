"""From the catalogue to the plan: every output of every surface, no two at one address."""

from __future__ import annotations

from collections.abc import Iterable

from ..assets.inks import read_inks
from ..contract import load_tables
from ..findings import Finding, Place, Report, finding
from ..surfaces import api, data_files, portal, shelf, site_files
from ..surfaces.formats import Formats
from ..surfaces.frame import finish
from ..surfaces.outputs import Output
from ..surfaces.pages import PortalPages
from ..surfaces.pictures import PicturePlan
from ..surfaces.surroundings import Surroundings
from .loading import Loaded, program_digest


def surroundings(loaded: Loaded) -> Surroundings:
    """Return what every surface is handed.

    Args:
        loaded: A site without errors.
    """
    assert loaded.configuration and loaded.catalog and loaded.theme and loaded.texts
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
            renditions=loaded.renditions,
            motif_labels={motif.value: texts.label("products", "motif", motif.value) for motif in motifs},
        ),
        program=program_digest(),
    )


def plan(loaded: Loaded) -> list[Output]:
    """Return all outputs of a site without errors, in a fixed order."""
    around = surroundings(loaded)
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


def collisions(outputs: Iterable[Output]) -> Report:
    """Return a finding for every two outputs that want one path, also where only case tells them apart."""
    taken: dict[str, Output] = {}
    findings: list[Finding] = []
    for output in outputs:
        first = taken.setdefault(output.path.casefold(), output)
        if first is not output:
            findings.append(
                finding(
                    "address-taken",
                    Place(output.path, 1),
                    record=output.path,
                    found=first.subject or first.path,
                    allowed=output.subject or output.path,
                )
            )
    return Report.of(findings)
