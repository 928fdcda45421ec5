"""The script beside lists of products: one file for all languages, named by its content."""

from __future__ import annotations

from .outputs import Output, digest_of
from .surroundings import Surroundings


def script_path(around: Surroundings) -> str:
    """Return where the script stands, from the site's root."""
    return f"assets/site/facets-{digest_of(_text(around))[:10]}.js"


def filter_script(around: Surroundings) -> Output:
    """Plan the script."""
    text = _text(around)
    path = script_path(around)
    return Output(path=path, needs=digest_of(text), make=text.encode, subject=path)


def _text(around: Surroundings) -> str:
    return "\n".join(around.theme.text(name) for name in around.theme.about["scripts"]["products"])
