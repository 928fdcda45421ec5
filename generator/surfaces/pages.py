"""How a portal page becomes bytes: a view through a template into a frame."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup, escape

from . import addresses
from .alternates import alternates
from .embed.addresses import Kind
from .embed.addresses import oembed as oembed_address
from .feeds import feed_links
from .frame_parts import Frame, Frames
from .outputs import Output, digest_of
from .share import are_by_category, share_picture_of
from .share_labels import Shared
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
    markdown: str = ""
    """Where the page stands as Markdown, from the root of the language; empty where it does not."""
    embedded: tuple[Kind, str] | None = None
    """What of it other sites can embed, so that programs find it (oEmbed); ``None`` for nothing."""
    about: Shared = None
    """What the page's share picture shows; ``None`` for the site itself."""


@dataclass(frozen=True)
class PortalPages:
    """Makes portal outputs; holds what all of them share."""

    around: Surroundings
    frames: Frames

    @cached_property
    def _base(self) -> str:
        """Digest of what every page hangs on."""
        around = self.around
        by_category = str(are_by_category(around))
        return digest_of(around.base, around.theme.digest("components/", "portal/"), by_category)

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
            path=addresses.file_of(self.around.place(address)),
            needs=digest_of(self._base, frame.digest, template, needs),
            make=partial(self._made, address, frame, template, build),
            subject=subject,
            indexed=indexed,
            kin=kin,
        )

    def _made(self, address: str, frame: Frame, template: str, build: Callable[[], tuple[Head, object]]) -> bytes:
        head, page = build()
        around = self.around
        is_not_found = address == addresses.NOT_FOUND
        base = addresses.base_path(around.config)
        root = base + around.folder if is_not_found else addresses.root_from(address)
        site_root = base if is_not_found else root + around.shared
        languages = {
            each.language: f"{site_root}{each.folder}{'' if is_not_found else address}" or "./"
            for each in around.languages
        }
        body = around.templates.render(f"portal/{template}", site=around.site, page=page, root=root)
        return frame.filled(title=self._title(head), head=self._head(head), body=body, languages=languages).encode()

    def _title(self, head: Head) -> str:
        title = self.around.config.title
        return escape(f"{head.title} · {title}" if head.title and head.title != title else title)

    def _head(self, head: Head) -> str:
        config = self.around.config
        canonical = addresses.whole(config, self.around.place(head.address))
        lines = [f'<meta name="description" content="{escape(head.description)}">']
        if head.indexed:
            lines += (
                f'<link rel="canonical" href="{escape(canonical)}">',
                f'<meta property="og:title" content="{escape(head.title)}">',
                f'<meta property="og:description" content="{escape(head.description)}">',
                f'<meta property="og:url" content="{escape(canonical)}">',
                f'<meta property="og:site_name" content="{escape(config.title)}">',
                alternates(config, [(each.language, each.folder + head.address) for each in self.around.languages]),
            )
        else:
            lines.insert(0, '<meta name="robots" content="noindex">')
        lines += self._share_picture(head) if head.indexed else ()
        lines.append(feed_links(config, self.around.folder))
        if head.markdown:
            twin = addresses.whole(config, self.around.place(head.markdown))
            lines.append(f'<link rel="alternate" type="text/markdown" href="{escape(twin)}">')
        if head.embedded is not None and "embed" in config.surfaces:
            href = addresses.whole(config, oembed_address(*head.embedded))
            title = escape(head.title)
            lines.append(f'<link rel="alternate" type="application/json+oembed" href="{escape(href)}" title="{title}">')
        if head.data is not None:
            lines.append(f'<script type="application/ld+json">{json_in_html(head.data)}</script>')
        return "\n".join(filter(None, lines))

    def _share_picture(self, head: Head) -> tuple[str, ...]:
        """Return what chats and networks are told of the page's picture (https://ogp.me/, 'Structured Properties')."""
        picture = share_picture_of(self.around, head.about)
        return (
            f'<meta property="og:image" content="{escape(addresses.whole(self.around.config, picture.address))}">',
            f'<meta property="og:image:type" content="{picture.media_type}">',
            f'<meta property="og:image:width" content="{picture.width}">',
            f'<meta property="og:image:height" content="{picture.height}">',
            f'<meta property="og:image:alt" content="{escape(picture.alt)}">',
            '<meta name="twitter:card" content="summary_large_image">',
        )


def json_in_html(data: Mapping[str, object]) -> Markup:
    """Return *data* as JSON that can stand in a script element: no ``<``, ``>`` or ``&`` is left as it is."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - escaped in this line
