"""The editors' prose: Markdown pages and the pictures in them, read with care for what they could let out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.assets.pictures import PictureRefused, read_photo
from generator.contract.frozen import frozen_record
from generator.findings import Finding, Place, finding

from . import addresses
from .content_head import Head, read_head
from .content_links import OWN, dead_among_content, root_name

if TYPE_CHECKING:
    from .content_walk import ContentLink, Walked

_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_REMEMBERED = 500
"""Pages whose walk is kept in memory, for a preview that looks again and again."""


@frozen_record
class ContentPage:
    """A file under ``content/``, ready for the portal."""

    path: str
    """Relative to ``content/``."""
    address: str
    """Where it is published, from the site's root."""
    digest: str
    data: bytes = field(repr=False)
    """A picture's bytes; prose in UTF-8, its title and description in front of it."""
    links: tuple[ContentLink, ...] = ()
    ids: frozenset[str] = frozenset()
    """Places in the page that a link can lead to."""

    @property
    def is_page(self) -> bool:
        """Tell whether this is prose, not a picture in it."""
        return self.path.endswith(".md")


def read_content(site_dir: Path, folders: Sequence[str] = ()) -> tuple[tuple[ContentPage, ...], list[Finding]]:
    """Read all prose pages and their pictures under ``content/``, in the order of their names.

    Pictures are re-encoded, so that place and maker of a photograph stay behind.

    Args:
        site_dir: The site's folder.
        folders: Those of the site's other languages, such as ``en/``; what stands in one is a page in that language.
    """
    folder = site_dir / "content"
    findings: list[Finding] = []
    taken: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or any(part.startswith((".", "~$")) for part in name.split("/")):
            continue
        place = Place(f"content/{name}", 1)
        if not path.resolve().is_relative_to(folder.resolve()):
            findings.append(finding("content-outside", place, found=name))
            continue
        if root_name(name, folders) in OWN:
            findings.append(finding("content-reserved", place, found=name, allowed=name.split("/")[0]))
            continue
        first = taken.setdefault(_address(name).casefold(), name)
        if first != name:
            findings.append(finding("address-taken", place, record=_address(name), found=first, allowed=name))
            continue
        data = path.read_bytes()
        if name.lower().endswith(_PICTURES):
            try:
                data = _redrawn(path)
            except PictureRefused as refusal:
                findings.append(
                    finding("picture-refused", place, found=name, reason=refusal.chinese, reason_en=refusal.english)
                )
        elif not name.endswith(".md"):
            findings.append(finding("content-file", place, found=name, allowed="*.md, *.jpg, *.png, *.webp"))
        files[name] = data
    pages = tuple(_pages(files, folders, findings))
    findings += dead_among_content(pages, folders)
    return pages, findings


def _address(name: str) -> str:
    """Return where a file of ``content/`` goes: ``about.md`` and ``about/index.md`` both to ``about/``."""
    if not name.endswith(".md"):
        return name
    folder, _, stem = name.removesuffix(".md").rpartition("/")
    inside = f"{folder}/" if folder else ""
    return inside if folder and stem in ("index", "README") else f"{inside}{stem}/"


def _pages(files: dict[str, bytes], folders: Sequence[str], findings: list[Finding]) -> Iterator[ContentPage]:
    """Yield the files as pages and pictures; what is wrong with them is added to *findings*."""
    known = {name: _address(name) for name in files}
    known |= {f"{addresses.section(name)}index.md": addresses.section(name) for name in addresses.SECTIONS}
    # Every page stands in every language, in other words or in the same.
    known |= {folder + name: folder + address for folder in folders for name, address in known.items()}
    linkable = tuple(sorted(known.items()))
    for name, data in files.items():
        page = ContentPage(name, known[name], "", data)
        if page.is_page:
            text = _decoded(data, page, findings)
            head, told = read_head(text, f"content/{name}")
            walked = _walked(text, head.length, name, linkable)
            findings += (*told, *walked.findings)
            page = replace(page, data=_headed(head, text, walked), links=walked.links, ids=walked.ids)
        yield replace(page, digest=hashlib.blake2b(page.data, digest_size=16).hexdigest())


def _decoded(data: bytes, page: ContentPage, findings: list[Finding]) -> str:
    """Return prose as text with plain line ends; nothing where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        findings.append(finding("content-encoding", Place(f"content/{page.path}", line)))
        return ""


@lru_cache(_REMEMBERED)
def _walked(text: str, start: int, name: str, linkable: tuple[tuple[str, str], ...]) -> Walked:
    """Return what is in the page *name*, whose prose begins at the offset *start* of *text*."""
    from .content_markdown import (
        MarkdownRefused,
        render,
    )  # its library takes longer to load than most pages take to be read
    from .content_source import SourceText
    from .content_walk import Walked, walk

    file = f"content/{name}"
    files = dict(linkable)
    source = SourceText(text, start)
    try:
        rendered = render(text[start:], name, files)
    except MarkdownRefused as refusal:
        place = Place(file, source.line_of(str(refusal)))
        return Walked((finding("content-html", place, found=str(refusal)),), (), frozenset(), "")
    return walk(rendered, source, file=file, address=files[name])


def _headed(head: Head, text: str, walked: Walked) -> bytes:
    """Return prose with a head of our own, so that the engine reads nothing else as one."""
    return (head.written(walked.description) + text[head.length :]).encode()


def _redrawn(path: Path) -> bytes:
    """Return the pixels of a picture in its own format, without anything else that its file held."""
    photo = read_photo(path)
    target = BytesIO()
    photo.image.save(target, photo.source_format, quality=82)
    return target.getvalue()
