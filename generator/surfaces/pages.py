"""How a portal page becomes bytes: a view through a template into a frame."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup, escape

from . import addresses
from .frame_parts import Frame, Frames
from .outputs import Output, digest_of
from .surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says of it."""

    title: str
    description: str
    address: str
    """From the root, without a leading slash."""
    data: Mapping[str, object] | None = None
    """schema.org statements (JSON-LD)."""
    indexed: bool = True


@dataclass(frozen=True)
class PortalPages:
    """Makes portal outputs; holds what all of them share."""

    around: Surroundings
    frames: Frames

    @cached_property
    def _styles(self) -> str:
        return self.around.theme.digest("components/", "portal/")

    def output(
        self,
        address: str,
        *,
        section: str,
        template: str,
        needs: str,
        build: Callable[[], tuple[Head, object]],
        subject: str,
        indexed: bool = True,
        kin: str = "",
    ) -> Output:
        """Plan one page.

        Args:
            address: From the root, without a leading slash.
            section: Part of the portal that the page belongs to, for the frame.
            template: File under ``portal/`` in the theme.
            needs: Digest of what *build* reads of the catalogue.
            build: Makes head and view when the page has to be made.
            subject: What the page is about.
            indexed: Let search engines know the page.
            kin: What else shares its work, see :class:`Output`.
        """
        frame = self.frames.frame(section, address)
        return Output(
            path=addresses.file_of(address),
            needs=digest_of(self.around.base, self._styles, frame.digest, template, needs),
            make=partial(self._made, address, frame, template, build),
            subject=subject,
            indexed=indexed,
            kin=kin,
        )

    def _made(self, address: str, frame: Frame, template: str, build: Callable[[], tuple[Head, object]]) -> bytes:
        head, page = build()
        around = self.around
        is_not_found = address == addresses.NOT_FOUND
        root = addresses.base_path(around.config) if is_not_found else addresses.root_from(address)
        body = around.templates.render(f"portal/{template}", site=around.site, page=page, root=root)
        return frame.filled(title=self._title(head), head=self._head(head), body=body).encode()

    def _title(self, head: Head) -> str:
        title = self.around.config.title
        return escape(f"{head.title} · {title}" if head.title and head.title != title else title)

    def _head(self, head: Head) -> str:
        canonical = addresses.whole(self.around.config, head.address)
        lines = [f'<meta name="description" content="{escape(head.description)}">']
        if head.indexed:
            lines += (
                f'<link rel="canonical" href="{escape(canonical)}">',
                f'<meta property="og:title" content="{escape(head.title)}">',
                f'<meta property="og:description" content="{escape(head.description)}">',
                f'<meta property="og:url" content="{escape(canonical)}">',
                f'<meta property="og:site_name" content="{escape(self.around.config.title)}">',
            )
        else:
            lines.insert(0, '<meta name="robots" content="noindex">')
        if head.data is not None:
            lines.append(f'<script type="application/ld+json">{json_in_html(head.data)}</script>')
        return "\n".join(lines)


def json_in_html(data: Mapping[str, object]) -> Markup:
    """Return *data* as JSON that can stand in a script element: no ``<``, ``>`` or ``&`` is left as it is."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - escaped in this line
