"""The pattern library: every component of the theme with examples of it, for those who make themes."""

from .pages import outputs, pictures

__all__ = ["outputs", "pictures"]
