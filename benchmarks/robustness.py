"""
How much printed codes endure; writes ``benchmarks/robustness.md``.

    python benchmarks/robustness.py [--quick]

Every code of the demonstration is drawn at one printed size, spoilt in ten ways at five strengths, and read by
zxing-cpp and zbar: our address in capitals beside the same in small letters, then levels M, Q and H, and H with the
sign in its middle.  Seeds are fixed.  numpy and pyzbar are installed where they are missing, and Debian's libzbar0
where that may be done; without it only zxing-cpp reads.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from degradations import Degradation
    from PIL.Image import Image

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
SIDE = 18.5
"""Millimetres of a code with its quiet zone: what a label of 40 × 30 mm has room for."""
PX_MM = 10.0
"""Pixels a millimetre on the label: a camera 1,920 pixels wide that sees 19 cm."""
_INK, _PAPER = 25.0, 235.0
"""Greys of print and paper."""
_FINE = 4
"""Times finer than the camera that the print is drawn."""
ROUNDS = 2
"""Times that each code is laid down and spoilt anew."""
_QUICK_CODES = 6


class Variant(NamedTuple):
    """One way of printing a code."""

    name: str
    level: str
    is_lower: bool = False
    has_mark: bool = False


CAPITALS = Variant("capitals, Q", "Q")
SMALL_LETTERS = Variant("small letters, Q", "Q", is_lower=True)
VARIANTS = (
    Variant("capitals, M", "M"),
    CAPITALS,
    Variant("capitals, H with sign", "H", has_mark=True),
    Variant("capitals, H", "H"),
    SMALL_LETTERS,
)
Tries = Counter[tuple[str, str, str, float]]
"""(reader, variant, degradation, strength) → how many were read."""


def main() -> int:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help=f"{_QUICK_CODES} codes; prints the table only")
    arguments = parser.parse_args()
    _install()
    start = time.monotonic()
    codes = _codes()[: _QUICK_CODES if arguments.quick else None]
    read: Tries = Counter()
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        for number, told in enumerate(pool.map(partial(_tried, readers=tuple(_readers())), enumerate(codes)), start=1):
            read += told
            print(f"\r{number} of {len(codes)} codes", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    text = _report(read, codes, time.monotonic() - start)
    if not arguments.quick:
        (HERE / "robustness.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


def _install() -> None:
    """Install what only this measurement needs."""
    missing = [name for name in ("numpy", "pyzbar") if importlib.util.find_spec(name) is None]
    if missing:
        print(f"== installing {' and '.join(missing)} from PyPI", file=sys.stderr)
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *missing]
        subprocess.run(command, check=True)
    if _zbar() is None and shutil.which("apt-get") and os.geteuid() == 0:
        print("== installing libzbar0 from Debian", file=sys.stderr)
        for words in (["update"], ["install", "--yes", "--no-install-recommends", "libzbar0"]):
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run(["apt-get", "--quiet", *words], stdout=subprocess.DEVNULL, env=environment, check=False)
    if _zbar() is None:
        print("zbar is missing and cannot be installed here; zxing-cpp reads alone.", file=sys.stderr)


def _zbar() -> Callable[[object], list[str]] | None:
    try:
        from pyzbar import pyzbar
    except ImportError:  # the library beneath it is missing
        return None

    def read(image: object) -> list[str]:
        return [found.data.decode() for found in pyzbar.decode(image, symbols=[pyzbar.ZBarSymbol.QRCODE])]

    return read


def _zxing(image: object) -> list[str]:
    import zxingcpp

    only = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return [found.text for found in zxingcpp.read_barcodes(image, formats=only)]


def _readers() -> dict[str, Callable[[object], list[str]]]:
    zbar = _zbar()
    return {"zxing-cpp": _zxing} | ({"zbar": zbar} if zbar is not None else {})


def _codes() -> list[str]:
    """Return the demonstration's codes in use."""
    from generator.editing.reading import read_site

    rows = read_site(REPOSITORY).rows["qr_codes"]
    return sorted(row.key for row in rows if row.text("status") == "active")


def _address(code: str, *, is_lower: bool) -> str:
    """Return what a code says, in capitals or, as the register may say, in small letters."""
    from generator.config import read_config
    from generator.surfaces.addresses import code_uri

    configuration, _ = read_config(REPOSITORY)
    assert configuration is not None
    return code_uri(configuration.site, code, small=is_lower)


def _printed(variant: Variant, uri: str) -> Image:
    """Return the print, :data:`_FINE` times finer than the camera sees it."""
    from PIL import Image

    from generator.assets import code_marks, qr
    from generator.assets.signs import Sign

    symbol = qr.draw(uri, level=variant.level)
    sign = Sign(svg=(REPOSITORY / "themes/default/portal/favicon.svg").read_text(encoding="utf-8"))
    png = code_marks.png(symbol, sign) if variant.has_mark else qr.png(symbol)
    side = round(SIDE * PX_MM) * _FINE
    image = Image.open(BytesIO(png)).convert("L").resize((side, side), Image.Resampling.BOX)
    return image.point([round(_INK + grey / 255 * (_PAPER - _INK)) for grey in range(256)])


def _tried(numbered: tuple[int, str], readers: Iterable[str]) -> Tries:
    """Spoil one code in every way, and count what every reader reads."""
    from degradations import DEGRADATIONS, as_image, placed
    from numpy.random import default_rng

    number, code = numbered
    available = _readers()
    side = round(SIDE * PX_MM)
    read: Tries = Counter()
    for variant in VARIANTS:
        uri = _address(code, is_lower=variant.is_lower)
        whole = _printed(variant, uri)
        for kind, turn in product(range(len(DEGRADATIONS)), range(ROUNDS)):
            # One seed for all variants: they lie and are spoilt in the same way.
            each, seen = DEGRADATIONS[kind], placed(whole, side, default_rng([number, kind, turn]))
            for step, strength in enumerate(each.strengths):
                spoilt = each.spoil(seen, strength, default_rng([number, kind, turn, step]), PX_MM)
                for name in readers:
                    read[name, variant.name, each.name, strength] += uri in available[name](as_image(spoilt))
    return read


def _report(read: Tries, codes: Sequence[str], seconds: float) -> str:
    return "\n".join(
        [
            *_head(codes, seconds),
            *_ratios(read, len(codes)),
            *_levels(read, len(codes)),
            *_strengths(read, len(codes)),
            "",
        ]
    )


def _ratios(read: Tries, codes: int) -> list[str]:
    """Return the comparison of capitals with small letters."""
    readers = list(_readers())
    lines = [
        "## Capitals beside small letters",
        "",
        "Tries read, of 100, over all strengths of a degradation; both at level Q and at the same printed size.",
        "",
        "| | " + " | ".join(f"{name}, capitals | small letters | ratio" for name in readers) + " |",
        "| --- |" + " ---: |" * (3 * len(readers)),
    ]
    for title, kinds in _groups():
        cells = []
        for name in readers:
            capitals, small = (_share(read, name, variant, kinds, codes) for variant in (CAPITALS, SMALL_LETTERS))
            cells.append(
                f"{capitals:.1f} | {small:.1f} | {capitals / small:.2f}" if small else f"{capitals:.1f} | 0 | –"
            )
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return [*lines, ""]


def _levels(read: Tries, codes: int) -> list[str]:
    """Return the comparison of levels, with and without the sign."""
    lines = [
        "## Levels, and the sign",
        "",
        "Tries read, of 100, over all strengths; all at the same printed size.",
        "",
        "| | reader | " + " | ".join(each.name for each in VARIANTS) + " |",
        "| --- | --- |" + " ---: |" * len(VARIANTS),
    ]
    for title, kinds in _groups():
        for name in _readers():
            shares = " | ".join(f"{_share(read, name, variant, kinds, codes):.1f}" for variant in VARIANTS)
            lines.append(f"| {title} | {name} | {shares} |")
    return [*lines, ""]


def _strengths(read: Tries, codes: int) -> list[str]:
    """Return every strength of every degradation."""
    from degradations import DEGRADATIONS

    readers = list(_readers())
    lines = [
        "## Strength by strength",
        "",
        "Tries read, of 100, at level Q.",
        "",
        "| | strength | " + " | ".join(f"{name}, capitals | small letters" for name in readers) + " |",
        "| --- | ---: |" + " ---: |" * (2 * len(readers)),
    ]
    for each in DEGRADATIONS:
        for strength in each.strengths:
            shares = [
                f"{100 * read[name, variant.name, each.name, strength] / codes / ROUNDS:.0f}"
                for name in readers
                for variant in (CAPITALS, SMALL_LETTERS)
            ]
            lines.append(f"| {each.name} | {strength:g} {each.unit} | " + " | ".join(shares) + " |")
    return lines


def _groups() -> list[tuple[str, tuple[Degradation, ...]]]:
    """Return the rows of a table: every degradation, and all together."""
    from degradations import DEGRADATIONS

    return [*((each.name, (each,)) for each in DEGRADATIONS), ("**all**", DEGRADATIONS)]


def _share(read: Tries, reader: str, variant: Variant, kinds: Sequence[Degradation], codes: int) -> float:
    """Return how many of 100 tries *reader* read."""
    strengths = [(each.name, strength) for each in kinds for strength in each.strengths]
    return 100 * sum(read[reader, variant.name, *each] for each in strengths) / len(strengths) / codes / ROUNDS


def _head(codes: Sequence[str], seconds: float) -> list[str]:
    from generator.assets import code_marks, qr

    lines = [
        "# How much codes endure",
        "",
        f"{len(codes)} codes of the demonstration, {SIDE} mm a side with quiet zone, {PX_MM:g} pixels a millimetre.",
        f"Each is laid down {ROUNDS} times, turned by up to 5°, and spoilt in ten ways at five strengths each time.",
        f"Made by `python benchmarks/robustness.py` on {datetime.now(UTC).date()} in {seconds:.0f} s; seeds are fixed.",
        f"Readers: {', '.join(_versions())}.",
        "Each try is one picture; a phone takes thirty a second and needs one, so shares compare and promise nothing.",
        "What is done to a code stands in `benchmarks/degradations.py`.",
        "",
        "Capitals make a smaller symbol: at one printed size modules are larger; that counts where nothing is sharp.",
        "Where a share of the area is hidden, a symbol of more modules has more to mend with, at the same level too.",
        "Capitals at level H have as many modules as small letters at level Q: those two columns compare level alone.",
        "",
        "| | version | modules a side, with quiet zone | mm a module |",
        "| --- | ---: | ---: | ---: |",
    ]
    for variant in VARIANTS:
        symbol = qr.draw(_address(codes[0], is_lower=variant.is_lower), level=variant.level)
        modules = qr.side_of(symbol)
        mark = code_marks.mark_side(symbol.version)
        name = f"{variant.name} ({mark} × {mark} modules)" if variant.has_mark else variant.name
        lines.append(f"| {name} | {symbol.version} | {modules} | {SIDE / modules:.2f} |")
    return [*lines, ""]


def _versions() -> list[str]:
    from importlib.metadata import version

    names = [f"zxing-cpp {version('zxing-cpp')}"]
    return [*names, f"zbar by pyzbar {version('pyzbar')}"] if _zbar() is not None else names


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    sys.exit(main())
