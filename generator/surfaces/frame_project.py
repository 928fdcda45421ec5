"""The project that the engine builds: stub pages for the frames, the editors' prose, settings for its templates."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import yaml

from generator.languages.widths import ems

from . import addresses
from .content import ContentPage
from .content_allowed import EXTENSIONS
from .editions import Edition
from .outputs import digest_of
from .prose_editions import ProseFile, prose_in
from .small_css import smaller_css
from .theme import Theme

IN_NAVIGATION = ("home", "products", "origins", "suppliers", "campaigns", "stories")
"""Those that the head of each page leads to, in this order; prose pages follow."""
MATERIAL_LANGUAGES = {"zh-Hans": "zh", "zh-Hant": "zh-Hant"}
"""Language → the name of Material's translation where it is not the language's own."""
LANGUAGE_LINK = "sh:language:"
"""Begins the address of a link to the same page in another language; a language tag follows."""
LONGEST_WORDMARK = 12
"""Ems of a site's title from which it is set smaller, so that a phone's head stays a head."""
_SILENT = {"omitted_files": "ignore", "not_found": "ignore", "absolute_links": "ignore"}
_SILENT_LINKS = {"not_found": "ignore", "absolute_links": "ignore", "unrecognized_links": "ignore", "anchors": "ignore"}
"""Links are checked by ourselves, with lines: what the engine would warn of was told already or is no fault."""
_FAVICON = "assets/site/favicon.svg"


def write_project(file: Path, theme: Theme, editions: Sequence[Edition], content: Sequence[ContentPage]) -> None:
    """Write everything that the engine reads; all languages are one project.

    Args:
        file: Receives the engine's settings; all else goes beside it.
        theme: Where overrides, styles and scripts come from.
        editions: The languages, the site's own first.
        content: The editors' prose.
    """
    project = file.parent
    docs = project / "docs"
    _write_templates(project / "overrides", theme)
    navigation = [{edition.language: _write_edition(docs, edition, editions, content)} for edition in editions]
    if theme.look is not None and theme.look.logo is not None:
        _write(docs / theme.look.logo_path, theme.look.logo.content)
    _write(docs / _FAVICON, theme.favicon.encode())
    site = editions[0].configuration.site
    settings = {
        "site_name": escape(site.title),
        "site_url": site.base_url,
        "docs_dir": str(docs),
        "site_dir": str(project / "built"),
        "use_directory_urls": True,
        "plugins": [],
        "nav": navigation,
        "theme": {
            "name": "material",
            "language": MATERIAL_LANGUAGES.get(site.language, site.language.split("-")[0]),
            "custom_dir": str(project / "overrides"),
            "font": False,
            "favicon": _FAVICON,
            "features": [],
        },
        "extra_css": _named_by_content(docs, smaller_css(theme.sheet("portal")), "css"),
        "extra_javascript": _named_by_content(docs, theme.scripts["portal"], "js"),
        "markdown_extensions": [{name: given} if given else name for name, given in EXTENSIONS.items()],
        "validation": {"nav": _SILENT, "links": _SILENT_LINKS},
        "extra": {
            "generator": False,
            "language": site.language,
            "shanhuo": _escaped({edition.language: _about(edition, editions, theme) for edition in editions}),
        },
    }
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
    _write(file, text.encode())


def stubs(editions: Sequence[Edition]) -> dict[str, tuple[Edition, str]]:
    """Return the file of each stub, relative to the site's root → the language and section that it stands for."""
    return {
        addresses.file_of(edition.folder + addresses.section(section)): (edition, section)
        for edition in editions
        for section in addresses.SECTIONS
    }


def _write_templates(overrides: Path, theme: Theme) -> None:
    for name, text in theme.frame_templates():
        _write(overrides / name, text.encode())


def _write_edition(
    docs: Path, edition: Edition, editions: Sequence[Edition], content: Sequence[ContentPage]
) -> list[object]:
    """Write stubs and prose of one language; return its part of the navigation."""
    texts, folder = edition.texts, edition.folder
    others = [other.folder for other in editions if not other.is_main]
    source = next(other.language for other in editions if other.is_main)
    prose: list[ProseFile] = list(prose_in(edition, content, others, source))
    for file in prose:
        _write(docs / file.path, file.data)
    for section in addresses.SECTIONS:
        head = {"frame": section, "language": edition.language, "title": texts(f"nav.{section}")}
        lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in head.items())
        _write(docs / folder / addresses.section(section) / "index.md", f"---\n{lines}---\n".encode())
    navigation: list[object] = [
        {escape(texts(f"nav.{section}")): f"{folder}{addresses.section(section)}index.md"} for section in IN_NAVIGATION
    ]
    pages = [file.path for file in prose if file.is_page]
    return [*navigation, {escape(texts("nav.about")): pages}] if pages else navigation


def _about(edition: Edition, editions: Sequence[Edition], theme: Theme) -> dict[str, object]:
    """Return what the engine's templates know of the site in one language."""
    site, texts = edition.configuration.site, edition.texts
    return {
        "language": edition.language,
        "folder": edition.folder,
        "search": "search" in site.surfaces,
        "accent": theme.accent,
        "logo": _logo(theme),
        "title": site.title,
        "is_long": ems(site.title) > LONGEST_WORDMARK,
        "subtitle": site.subtitle,
        "publisher": site.publisher.name,
        "publisher_phone": site.publisher.phone,
        "publisher_address": site.publisher.address,
        "publisher_url": site.publisher.url,
        "as_of": texts.day(edition.configuration.as_of),
        "legal": [{"text": line.text, "href": line.url} for line in site.legal],
        "languages": [
            {
                "tag": other.language,
                "name": other.texts("language.name"),
                "short": other.texts("language.short"),
                "href": f"{LANGUAGE_LINK}{other.language}",
                "current": other is edition,
            }
            for other in editions
        ],
        "texts": dict(texts.fixed),
    }


def _logo(theme: Theme) -> dict[str, object] | None:
    """Return the logo's address and size in pixels; ``None`` where the theme's sign stands."""
    look = theme.look
    if look is None or look.logo is None:
        return None
    return {"src": look.logo_path, "width": look.logo.width, "height": look.logo.height}


def _escaped(value: Any) -> Any:
    """Return settings with every text in them escaped: the engine's templates escape nothing themselves."""
    if isinstance(value, dict):
        return {key: _escaped(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_escaped(entry) for entry in value]
    return escape(value) if isinstance(value, str) else value


def _named_by_content(docs: Path, text: str, suffix: str) -> list[str]:
    """Write the portal's sheets or scripts as one file that is named by its content."""
    path = f"assets/site/portal-{digest_of(text)[:10]}.{suffix}"
    _write(docs / path, text.encode())
    return [path]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
