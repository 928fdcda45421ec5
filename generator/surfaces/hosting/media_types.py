"""
Media types by the names of files (IANA media types registry).

A table of our own, for the preview and for real hosts alike: Python's asks the
system, a Windows registry may call a script ``text/plain``, and the tables of
servers differ in what is younger than they are.
"""

from __future__ import annotations

from pathlib import PurePosixPath

HTML = "text/html"
UNKNOWN = "application/octet-stream"

BY_SUFFIX = {
    ".html": HTML,
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".jsonld": "application/ld+json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".vtt": "text/vtt",
    ".yml": "application/yaml",
    ".yaml": "application/yaml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".wasm": "application/wasm",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Suffix in small letters → media type."""
BY_NAME = {
    "feed.xml": "application/rss+xml",
    "feed.json": "application/feed+json",
    "linkset.json": "application/linkset+json",
}
"""Whole name → media type, where the suffix says too little: RSS 2.0, JSON Feed 1.1, linksets (RFC 9264)."""
_TEXT_BESIDES_TEXT = ("application/json", "application/xml", "application/yaml", "application/wasm", "image/svg+xml")


def media_type(name: str) -> str:
    """Return the type of the file *name*, without parameters."""
    path = PurePosixPath(name)
    return BY_NAME.get(path.name) or BY_SUFFIX.get(path.suffix.lower(), UNKNOWN)


def content_type(kind: str) -> str:
    """Return the ``Content-Type`` header for a media type; text is UTF-8."""
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def is_compressible(kind: str) -> bool:
    """Tell whether files of a media type get much smaller by compression; pictures and archives are small already."""
    return kind.startswith("text/") or kind.endswith(("+json", "+xml")) or kind in _TEXT_BESIDES_TEXT
