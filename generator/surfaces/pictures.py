"""Which picture stands for a thing, and the files that this takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.assets.inks import Inks
from generator.assets.motifs import UPRIGHT, compose, variant_of
from generator.catalog.source import PictureRecord
from generator.contract.frozen import frozen_record
from generator.errors import SiteError

from .outputs import Output, digest_of
from .theme import Theme
from .views import Picture

DRAWING_WIDTH = 800
"""Pixels; drawings scale, this only keeps their place free."""
DRAWING_HEIGHT = 600
"""Pixels."""
DEFAULT_MOTIF = "basket"
"""Stands where a thing names no motif of its own."""


class Rendition(NamedTuple):
    """One size of a photograph, made by the asset room and kept by content."""

    path: str
    """Address from the site's root."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    digest: str
    file: Path
    """Where its bytes are kept."""


@frozen_record
class PicturePlan:
    """All drawings and photographs of one run."""

    theme: Theme
    inks: Mapping[str, Inks]
    """Accent → colours of a block print."""
    own_inks: Mapping[str, str]
    """Motif → accent that it is always printed in."""
    renditions: Mapping[str, tuple[Rendition, ...]]
    """Photograph's file name → its sizes, smallest first."""
    motif_labels: Mapping[str, str]
    """Motif → what it shows, in the site's language."""
    program: str = ""
    """Digest of the program itself: another version draws every picture anew."""

    @property
    def digest(self) -> str:
        """Digest of everything that a picture's address or size hangs on."""
        sizes = (f"{item.path}:{item.digest}" for group in self.renditions.values() for item in group)
        return digest_of(self.theme.digest("motifs/", "inks.yml", "theme.yml"), *sizes)

    def pictures_of(
        self, records: tuple[PictureRecord, ...], *, motif: str, accent: str, seed: str, name: str
    ) -> tuple[Picture, ...]:
        """Return the photographs that may be shown, or the drawing where there are none; at least one.

        Args:
            records: Registered photographs; those whose consent is still asked for are left out.
            motif: What to draw instead.
            accent: Colours of the drawing.
            seed: Chooses the drawing's variant, so that a grid does not repeat.
            name: What the drawing stands for, said to those who cannot see it.
        """
        photographs = tuple(
            self._photograph(record)
            for record in records
            if record.consent != "asked" and self.renditions.get(record.file)
        )
        return photographs or (self.drawing(motif, accent=accent, seed=seed, alt=name),)

    def _photograph(self, record: PictureRecord) -> Picture:
        sizes = [size for size in self.renditions[record.file] if size.path.endswith(".jpg")]
        largest = sizes[-1]
        return Picture(
            src=largest.path,
            alt=record.alt,
            width=largest.width,
            height=largest.height,
            srcset=tuple((size.path, size.width) for size in sizes),
            webp=tuple((s.path, s.width) for s in self.renditions[record.file] if s.path.endswith(".webp")),
            credit=record.credit,
        )

    def drawing(self, motif: str, *, accent: str, seed: str, alt: str) -> Picture:
        """Return our own block print of *motif*, in its own colours or in those of *accent*."""
        name = motif if f"motifs/{motif}.svg" in self.theme.files else DEFAULT_MOTIF
        wanted = self.own_inks.get(name, accent)
        colours = wanted if wanted in self.inks else next(iter(self.inks))
        src = f"pictures/{name}-{colours}-{variant_of(seed)}.svg"
        return Picture(src=src, alt=alt, width=DRAWING_WIDTH, height=DRAWING_HEIGHT, drawn=True)

    def outputs(self, pictures: Iterable[Picture]) -> list[Output]:
        """Return the files that *pictures* take, each once, sorted by path."""
        photographs = {size.path: size for sizes in self.renditions.values() for size in sizes}
        wanted = {src for picture in pictures for src, _ in ((picture.src, 0), *picture.srcset, *picture.webp)}
        made: list[Output] = []
        for path in sorted(wanted):
            if path in photographs:
                size = photographs[path]
                made.append(Output(path, size.digest, partial(_bytes_of, size), path))
            else:
                name, colours, variant = path.removeprefix("pictures/").removesuffix(".svg").rsplit("-", 2)
                title = self.motif_labels.get(name, name)
                needs = digest_of(self.program, self.theme.digest(f"motifs/{name}.svg", "inks.yml"), title)
                made.append(Output(path, needs, partial(self._drawn, name, colours, int(variant)), name))
        return made

    def _drawn(self, name: str, accent: str, variant: int) -> bytes:
        motif = self.theme.text(f"motifs/{name}.svg")
        title = self.motif_labels.get(name, name)
        try:
            return compose(
                motif,
                variant=variant,
                inks=self.inks[accent],
                title=title,
                upright=name in UPRIGHT,
                width=DRAWING_WIDTH,
                height=DRAWING_HEIGHT,
            ).encode()
        except SiteError as error:
            raise SiteError(f"motifs/{name}.svg：{error.message}", mend=error.mend) from error


def _bytes_of(rendition: Rendition) -> bytes:
    return rendition.file.read_bytes()
