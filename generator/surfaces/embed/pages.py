"""Pages that stand in frames of other sites."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from generator.surfaces import addresses as site_addresses
from generator.surfaces.outputs import Output, digest_of
from generator.surfaces.surroundings import Surroundings

from . import addresses
from .files import frame_style
from .views import EmbedView


def frame_output(around: Surroundings, view: EmbedView) -> Output:
    """Plan the page of *view*; it is small, so it is its digest."""
    needs = digest_of(around.base, around.theme.digest("embed/", "tokens/"), repr(view))
    path = site_addresses.file_of(addresses.page(view.kind, view.id, around.folder))
    return Output(path, needs, partial(frame_page, around, view), view.title)


def frame_page(around: Surroundings, view: EmbedView, *, top: str | None = None) -> bytes:
    """Return the page; *top* leads from it to the root of the site, where that is not where it is planned."""
    own = addresses.page(view.kind, view.id, around.folder)
    up = site_addresses.root_from(own) if top is None else top
    return around.templates.render(
        "embed/frame.html",
        page=view.near(around.config.base_url, up),
        embed_style=Markup(frame_style(around.theme)),  # noqa: S704 - the theme's own sheets
        script_src=up + addresses.FRAME_SCRIPT,
        oembed_href=site_addresses.whole(around.config, addresses.oembed(view.kind, view.id)),
    ).encode()
