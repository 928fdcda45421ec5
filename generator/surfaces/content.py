"""The editors' prose: Markdown pages and the pictures in them, read with care for what they could let out."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from generator.assets.pictures import PictureRefused, read_photo
from generator.findings import Finding, Place, finding

_REQUEST = re.compile(
    r"<(?:script|iframe|object|embed|link|style|base|form|meta)\b|\son\w+\s*=|javascript:"
    r"|!\[[^\]]*\]\(\s*<?(?:https?:)?//|<(?:img|video|audio|source)\b[^>]*\ssrc\s*=\s*[\"']?\s*(?:https?:)?//",
    re.IGNORECASE,
)
"""What would make a page ask another host for something, or run something."""
_OWN = frozenset(
    [
        "404",
        "api",
        "assets",
        "campaigns",
        "categories",
        "data",
        "embed",
        "feed",
        "guide",
        "index",
        "manifest",
        "origins",
        "p",
        "pictures",
        "places",
        "print",
        "products",
        "qr",
        "robots",
        "sitemap",
        "stories",
        "suppliers",
    ]
)
"""Names at the root of the site that are the catalogue's own (compared without case)."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True, slots=True)
class ContentPage:
    """A file under ``content/``, ready for the portal."""

    path: str
    """Relative to ``content/``."""
    digest: str
    data: bytes = field(repr=False)

    @property
    def is_page(self) -> bool:
        """Tell whether this is prose, not a picture in it."""
        return self.path.endswith(".md")


def read_content(site_dir: Path) -> tuple[tuple[ContentPage, ...], list[Finding]]:
    """Read all prose pages and their pictures under ``content/``, in the order of their names.

    Pictures are re-encoded, so that place and maker of a photograph stay behind.
    """
    folder = site_dir / "content"
    pages: list[ContentPage] = []
    findings: list[Finding] = []
    taken: dict[str, str] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or any(part.startswith((".", "~$")) for part in name.split("/")):
            continue
        place = Place(f"content/{name}", 1)
        if not path.resolve().is_relative_to(folder.resolve()):
            findings.append(finding("content-outside", place, found=name))
            continue
        if name.split("/")[0].removesuffix(".md").lower() in _OWN:
            findings.append(finding("content-reserved", place, found=name, allowed=name.split("/")[0]))
            continue
        first = taken.setdefault(_address(name).casefold(), name)
        if first != name:
            findings.append(finding("address-taken", place, record=_address(name), found=first, allowed=name))
            continue
        data = path.read_bytes()
        if name.endswith(".md"):
            findings += _checked(data, f"content/{name}")
        elif name.lower().endswith(_PICTURES):
            try:
                data = _redrawn(path)
            except PictureRefused as refusal:
                findings.append(
                    finding("picture-refused", place, found=name, reason=refusal.chinese, reason_en=refusal.english)
                )
        else:
            findings.append(finding("content-file", place, found=name, allowed="*.md, *.jpg, *.png, *.webp"))
        pages.append(ContentPage(name, hashlib.blake2b(data, digest_size=16).hexdigest(), data))
    return tuple(pages), findings


def _address(name: str) -> str:
    """Return where a file of ``content/`` goes: ``about.md`` and ``about/index.md`` both to ``about/``."""
    if not name.endswith(".md"):
        return name
    stem = name.removesuffix(".md")
    return stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"


def _checked(data: bytes, file: str) -> list[Finding]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return [finding("content-encoding", Place(file, line))]
    return [
        finding("content-request", Place(file, text.count("\n", 0, match.start()) + 1), found=match.group(0).strip())
        for match in _REQUEST.finditer(text)
    ]


def _redrawn(path: Path) -> bytes:
    """Return the pixels of a picture in its own format, without anything else that its file held."""
    photo = read_photo(path)
    target = BytesIO()
    photo.image.save(target, photo.source_format, quality=82)
    return target.getvalue()
