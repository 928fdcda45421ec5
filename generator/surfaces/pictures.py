"""Which picture stands for a thing, and the files that this takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.assets.inks import Inks
from generator.assets.motifs import UPRIGHT, compose, variant_of
from generator.catalog.item import Quantity
from generator.catalog.source import PictureRecord
from generator.contract.frozen import frozen_record
from generator.errors import SiteError

from .outputs import Output, digest_of
from .theme import Theme
from .views import Picture, PictureSource

DRAWING_WIDTH = 800
"""Pixels; drawings scale, this only keeps their place free."""
DRAWING_HEIGHT = 600
"""Pixels."""
PLAIN_WIDTH = 640
"""Pixels that a photograph has at least, where it can, for browsers that choose neither size nor format."""
BETTER_FORMATS = ((".avif", "image/avif"), (".webp", "image/webp"))
"""What is offered besides JPEG, the best first."""
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
    colour: str
    """Mean colour of the photograph, ``#rrggbb``."""


class Plate(NamedTuple):
    """What stands for a thing where there is room for one picture."""

    motif: str
    """Of a block print."""
    inks: str
    """Accent whose inks it is printed in, or that a photograph is set off with."""
    variant: int
    photograph: Rendition | None = None
    """A photograph in its place, at its largest."""
    focus: tuple[float, float] = (0.5, 0.5)
    """What of the photograph is kept in view, as shares of width and height."""


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
    shared: str = ""
    """The way from the language's root to pictures, which all languages share."""

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
        photographs = tuple(map(self._photograph, self._allowed(records)))
        return photographs or (self.drawing(motif, accent=accent, seed=seed, alt=name),)

    def plate_of(self, records: tuple[PictureRecord, ...], *, motif: str, accent: str, seed: str) -> Plate:
        """Return the first photograph that may be shown, or the block print; arguments as :meth:`pictures_of`."""
        plate = Plate(*self._print_of(motif, accent), variant_of(seed))
        record = next(self._allowed(records), None)
        if record is None:
            return plate
        photograph = max(self.renditions[record.file], key=lambda size: (size.width, size.path.endswith(".webp")))
        return plate._replace(photograph=photograph, focus=(_share(record.focus_x), _share(record.focus_y)))

    def _allowed(self, records: tuple[PictureRecord, ...]) -> Iterator[PictureRecord]:
        return (record for record in records if record.consent != "asked" and self.renditions.get(record.file))

    def _print_of(self, motif: str, accent: str) -> tuple[str, str]:
        """Return the motif that there is, and the inks that it is printed in: its own, or those of *accent*."""
        name = motif if f"motifs/{motif}.svg" in self.theme.files else DEFAULT_MOTIF
        wanted = self.own_inks.get(name, accent)
        return name, wanted if wanted in self.inks else next(iter(self.inks))

    def _photograph(self, record: PictureRecord) -> Picture:
        sizes = self.renditions[record.file]
        jpegs = self._of_format(sizes, ".jpg")
        largest = max(sizes, key=lambda size: size.width)
        sources = (PictureSource(media_type, self._of_format(sizes, suffix)) for suffix, media_type in BETTER_FORMATS)
        return Picture(
            src=next((address for address, width in jpegs if width >= PLAIN_WIDTH), jpegs[-1][0]),
            alt=record.alt,
            width=largest.width,
            height=largest.height,
            srcset=jpegs,
            sources=tuple(source for source in sources if source.sizes),
            credit=record.credit,
            caption=record.caption,
            colour=largest.colour,
            focus_x=_quarter(record.focus_x),
            focus_y=_quarter(record.focus_y),
        )

    def _of_format(self, sizes: tuple[Rendition, ...], suffix: str) -> tuple[tuple[str, int], ...]:
        """Return (address, width) of one format by rising width, each once: very tall ones may come to the same."""
        widths = {size.width: self.shared + size.path for size in sizes if size.path.endswith(suffix)}
        return tuple((widths[width], width) for width in sorted(widths))

    def drawing(self, motif: str, *, accent: str, seed: str, alt: str) -> Picture:
        """Return our own block print of *motif*, in its own colours or in those of *accent*."""
        name, colours = self._print_of(motif, accent)
        src = f"{self.shared}pictures/{name}-{colours}-{variant_of(seed)}.svg"
        return Picture(src=src, alt=alt, width=DRAWING_WIDTH, height=DRAWING_HEIGHT, drawn=True)

    def outputs(self, pictures: Iterable[Picture]) -> list[Output]:
        """Return the files that *pictures* take, each once, sorted by path."""
        photographs = {size.path: size for sizes in self.renditions.values() for size in sizes}
        wanted = {src for picture in pictures for src in _addresses(picture)}
        made: list[Output] = []
        for path in sorted(wanted):
            if path in photographs:
                size = photographs[path]
                made.append(Output(path, size.digest, partial(_bytes_of, size), path))
            else:
                name, colours, variant = path.removeprefix("pictures/").removesuffix(".svg").rsplit("-", 2)
                title = self.motif_labels.get(name, name)
                needs = digest_of(
                    self.program, self.theme.digest(f"motifs/{name}.svg"), repr(self.inks[colours]), title
                )
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


def _addresses(picture: Picture) -> Iterator[str]:
    yield picture.src
    for sizes in (picture.srcset, *(source.sizes for source in picture.sources)):
        yield from (address for address, _ in sizes)


def _quarter(share: Quantity) -> int:
    """Return a share of 0 to 1 in percent, as the nearest quarter; the middle where nobody said.

    A quarter is near enough: the point stays in view however a picture is cut, and five classes a
    side need no style in the markup.
    """
    return round(_share(share) * 4) * 25


def _share(value: Quantity) -> float:
    """Return a share of 0 to 1; the middle where nobody said."""
    return float(value) if isinstance(value, Decimal) else 0.5


def _bytes_of(rendition: Rendition) -> bytes:
    return rendition.file.read_bytes()
