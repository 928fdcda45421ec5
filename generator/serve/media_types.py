"""
Media types by file name suffix (IANA media types registry).

A table of our own: Python's asks the system, and a Windows registry may call a
script ``text/plain``.
"""

from __future__ import annotations

from pathlib import PurePosixPath

HTML = "text/html"
UNKNOWN = "application/octet-stream"

_TYPES = {
    ".html": HTML,
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".csv": "text/csv",
    ".vtt": "text/vtt",
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
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".wasm": "application/wasm",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def media_type(name: str) -> str:
    """Return the type of the file *name*, without parameters."""
    return _TYPES.get(PurePosixPath(name).suffix.lower(), UNKNOWN)


def content_type(kind: str) -> str:
    """Return the ``Content-Type`` header for a media type; text is UTF-8."""
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
