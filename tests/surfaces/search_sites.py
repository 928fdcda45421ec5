"""Search alone, written to a folder without the rest of a site, and served to a browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.build import Options, Timings, planning
from generator.build.loading import load
from generator.build.memory import Memory
from generator.surfaces import search_outputs
from generator.surfaces.frame_parts import BODY_MARK, HEAD_MARK, TITLE_MARK, Frame, Frames
from generator.surfaces.outputs import Output
from generator.surfaces.pages import PortalPages
from generator.surfaces.search_prose import prose_by_language

FRAME = (
    f'<!doctype html><html><meta charset="utf-8"><title>{TITLE_MARK}</title>{HEAD_MARK}<body>{BODY_MARK}</body></html>'
)
"""Stands for the portal's frame, which takes a second to make and is nothing that search depends on."""


def planned(site: Path, told: Callable[[float], object] = float) -> list[Output]:
    """Return all outputs of search of the site at *site*, whose data must be without errors.

    Args:
        site: The site's folder.
        told: Receives the seconds of processor time that the plan took.
    """
    options = Options(site)
    loaded = load(options, Timings(), Memory.open(options.work, "test", use_cache=True))
    portals = [
        PortalPages(planning.surroundings_in(loaded, edition), Frames({"search": Frame(FRAME)}, "/"))
        for edition in loaded.editions
    ]
    begun = time.process_time()
    outputs = list(search_outputs.outputs(portals, prose_by_language(loaded.editions, loaded.content)))
    told(time.process_time() - begun)
    return outputs


def write(outputs: list[Output], folder: Path) -> Path:
    """Make *outputs* into *folder*; return the folder."""
    for output in outputs:
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.make())
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* for the length of the block; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
