"""Scripts that only some pages have: one file each for all languages, named by its content."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .outputs import Output, digest_of
from .surroundings import Surroundings

Surface: TypeAlias = Literal["products", "search", "embed-page", "ask-page"]
"""Whose script it is, as a theme names it."""


def script_path(around: Surroundings, surface: Surface) -> str:
    """Return where the script of *surface* stands, from the site's root."""
    return f"assets/site/{surface}-{digest_of(around.theme.scripts[surface])[:10]}.js"


def script_output(around: Surroundings, surface: Surface) -> Output:
    """Plan the script of *surface*."""
    text, path = around.theme.scripts[surface], script_path(around, surface)
    return Output(path=path, needs=digest_of(text), make=text.encode, subject=path)
