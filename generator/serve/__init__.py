"""
Live preview: build, serve, watch, build again, and let the browser follow.

The preview is published into a folder of its own, so the site that is meant
for readers is never touched by looking at one's work.  This room knows neither
how a page is made nor what a product is; it calls :func:`generator.build.build`
and shows what comes of it.
"""

from __future__ import annotations

from .preview import Preview, PreviewOptions

__all__ = ["Preview", "PreviewOptions"]
