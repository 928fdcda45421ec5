"""All files that a display needs: listed for packs, and kept by its service worker."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Sequence

from generator.surfaces import addresses as site_addresses
from generator.surfaces.ask.outputs import FOLDER as ASKED
from generator.surfaces.outputs import digest_of

from . import addresses
from .goods import goods_of
from .goods_views import shown_files
from .stand import Stand


def is_read_in(path: str, languages: Sequence[str]) -> bool:
    """Tell whether a file by which the guide answers is read in one of *languages* (BCP 47)."""
    own = [tag.lower() for tag in languages]
    parts = path.removeprefix(ASKED).split("/")
    if parts[0] == "facts":
        return parts[1] in own
    kind, _, tag = parts[0].partition(".")
    return kind != "names" or tag.removesuffix(".js") in own


def files_of(stands: Sequence[Stand], own: Sequence[str]) -> tuple[str, ...]:
    """Return the paths of all files that a display needs, from the site's root, sorted.

    Args:
        stands: The display in each of its languages.
        own: Its page, its scripts.
    """
    return tuple(sorted({*own, addresses.STYLE, addresses.SCRIPT, addresses.STARTS, *_shown(stands)}))


def _shown(stands: Sequence[Stand]) -> Iterator[str]:
    for stand in stands:
        for product in goods_of(stand.around, stand.display):
            for path in shown_files(stand, product):
                yield posixpath.normpath(stand.around.folder + path)


def worker_script(key: str, version: str, files: Sequence[str]) -> bytes:
    """Return the service worker of the display *key*: its files, from where it stands, and a version of them all."""
    top = site_addresses.root_from(addresses.display(key))
    told = {"display": key, "version": digest_of(version), "files": [top + path for path in files]}
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f'var shanhuo={written};\nimportScripts("{top}{addresses.STARTS}");\n'.encode()
