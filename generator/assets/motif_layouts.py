"""
The arrangements of a block-print picture: a tinted block, carved grain, and where the motif stands.

Everything is measured in a sheet of 800 × 600 units.  Blocks that run off the
sheet reach far beyond it, so that a wider or taller picture is filled as well.
A motif measures 200 units at scale 1.
"""

from __future__ import annotations

from typing import NamedTuple

SHEET_WIDTH = 800
SHEET_HEIGHT = 600
MOTIF_SIZE = 200


class Placement(NamedTuple):
    """One copy of the motif."""

    x: float
    """Centre, in sheet units from the left."""
    y: float
    """Centre, in sheet units from the top."""
    scale: float
    turn: float = 0
    """Degrees clockwise."""
    mirrored: bool = False

    def transform(self, *, upright: bool = False) -> str:
        """The SVG transform that brings the motif's own 200 × 200 square here, without its turn if *upright*."""
        turn = f"rotate({self.turn:g})" if self.turn and not upright else ""
        across = -self.scale if self.mirrored else self.scale
        half = MOTIF_SIZE // 2
        return f"translate({self.x:g} {self.y:g}){turn}scale({across:g} {self.scale:g})translate(-{half} -{half})"


class Layout(NamedTuple):
    """One arrangement."""

    block: str
    """Path data of the tinted block."""
    grain: str
    """Path data carved out of the block: the gouges that a cleared wood block leaves."""
    placements: tuple[Placement, ...]


_DISC = "M400 34C552 30 662 148 664 296 668 448 550 566 402 568 250 570 138 452 136 302 132 152 250 38 400 34z"
_ARCH = "M168 700L166 292C170 152 268 48 398 44 532 46 632 150 634 294L632 700z"
_HILLS = (
    "M-2400 700V470L-300 430"
    "C-120 372-20 330 96 342 196 352 232 262 344 250 462 240 520 342 612 344 712 344 760 300 860 322"
    "L1100 420 3200 470V700z"
)
_BAND = "M-2400 176L120 182 404 174 690 181 3200 175V430L640 424 380 431 130 425-2400 430z"
_FAN = "M82 330C190 96 610 92 720 326L512 520C470 440 334 438 292 522z"
_BEGONIA = (
    "M400 120C440 22 606 34 616 152 728 168 738 420 616 444 606 566 440 578 400 484"
    " 358 578 194 566 184 446 62 420 70 170 184 154 194 34 360 22 400 120z"
)
_SHEET = "M112 66L398 58 694 70 702 300 690 538 410 530 106 541 98 296z"
_RISING = "M-2400 700V472L62 470C64 270 214 118 402 120 592 118 738 272 740 468L3200 472V700z"
_TERRACES = (
    "M-2400 700V420L40 416C150 414 170 348 290 346 420 344 440 270 560 268 660 266 690 214 820 206L3200 200V700z"
)
_PILLARS = (
    "M92 -1800L330 -1800 334 120 326 410 332 2400 88 2400 94 380z M470 -1800"
    "L712 -1800 706 210 711 480 708 2400 466 2400 472 260z"
)
_SLANT = "M-2400 2200V560L250 300 560 70 2700 -1800H3200V2200z"
_OCTAGON = "M262 38L540 42 676 178 670 424 534 560 258 556 126 420 132 174z"
_RAYS = (
    "M400 300L3000 323 2905 995zM400 300L2593 1697 2157 2217zM400 300L1720 2540 1095 2805z"
    "M400 300L332 2899 -338 2793zM400 300L-920 2540 -1454 2122zM400 300L-1906 1501 -2138 863z"
    "M400 300L-2200 323 -2117 -351zM400 300L-1817 -1058 -1390 -1586zM400 300L-880 -1963 -251 -2217z"
    "M400 300L513 -2298 1182 -2180zM400 300L1680 -1963 2222 -1554zM400 300L2685 -941 2928 -307z"
)
_SCROLL = "M212 -1800L208 130 214 380 209 2400H594L588 420 593 190 590 -1800z"
_ROUNDS = (
    "M250 96C366 92 448 186 446 296 444 414 358 504 246 500 132 498 50 410 54 298 56 184 140 98 250 96z"
    "M586 176"
    "C666 172 730 236 728 316 728 400 666 462 584 460 502 458 442 396 444 316 444 236 506 178 586 176z"
)
_VAULTS = (
    "M70 700L72 300C76 190 144 122 232 122 320 124 386 192 388 300L386 700zM412 700L414 230"
    "C418 122 486 54 574 56 660 58 726 126 728 232L730 700z"
)

_TOP_GRAIN = "M230 110q60-10 120-2q-60 0-120 2zM470 92q40 2 76 14q-40-6-76-14zM300 78q34-8 60-4q-30 2-60 4z"
_LOW_GRAIN = "M210 520q70 10 150 2q-70-4-150-2zM430 538q70-2 120-18q-56 8-120 18zM280 546q40 6 84 4q-44-6-84-4z"
_SIDE_GRAIN = "M150 250q-6 50 4 96q-2-48-4-96zM648 230q8 56-2 110q0-56 2-110zM632 380q-8 34-24 58q12-26 24-58z"
_LONG_GRAIN = "M20 500q120-14 230-4q-110 0-230 4zM560 520q110-10 220 4q-110-2-220-4zM300 556q90-8 180 2q-90 0-180-2z"

LAYOUTS: tuple[Layout, ...] = (
    Layout(_DISC, _TOP_GRAIN + _SIDE_GRAIN, (Placement(400, 300, 2.25),)),
    Layout(_ARCH, _TOP_GRAIN + _LOW_GRAIN, (Placement(400, 322, 2.3, 4),)),
    Layout(_HILLS, _LONG_GRAIN, (Placement(400, 292, 2.4, mirrored=True),)),
    Layout(
        _BAND,
        _SIDE_GRAIN,
        (Placement(142, 306, 1.02, -4), Placement(400, 300, 1.55), Placement(658, 306, 1.02, 4, mirrored=True)),
    ),
    Layout(_FAN, _TOP_GRAIN, (Placement(402, 292, 2.2, -3, mirrored=True),)),
    Layout(_BEGONIA, _SIDE_GRAIN + _LOW_GRAIN, (Placement(400, 302, 2.2, -5),)),
    Layout(_SHEET, _TOP_GRAIN + _LOW_GRAIN, (Placement(272, 320, 1.9, -4), Placement(566, 286, 1.3, 6, mirrored=True))),
    Layout(_RISING, _LONG_GRAIN, (Placement(400, 318, 2.4, 3, mirrored=True),)),
    Layout(_TERRACES, _LONG_GRAIN, (Placement(330, 300, 2.3, -3),)),
    Layout(_PILLARS, _SIDE_GRAIN, (Placement(212, 318, 1.6, 3), Placement(588, 282, 1.6, -3, mirrored=True))),
    Layout(_SLANT, _LOW_GRAIN, (Placement(410, 300, 2.4, 6),)),
    Layout(_OCTAGON, _TOP_GRAIN + _SIDE_GRAIN, (Placement(400, 300, 2.2, -6, mirrored=True),)),
    Layout(_RAYS, "", (Placement(400, 300, 2.4),)),
    Layout(_SCROLL, _LOW_GRAIN, (Placement(400, 300, 2.35, 2, mirrored=True),)),
    Layout(_ROUNDS, "", (Placement(250, 298, 1.85, 2), Placement(586, 318, 1.3, -5, mirrored=True))),
    Layout(_VAULTS, _LONG_GRAIN, (Placement(230, 380, 1.5, -2, mirrored=True), Placement(572, 320, 1.7, 2))),
)
"""All arrangements; a variant is an index into them.  Appending is safe, reordering redraws every picture."""
