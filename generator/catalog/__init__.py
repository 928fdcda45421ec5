"""The catalogue: typed, frozen items, linked both ways; it knows neither files nor HTML."""

from __future__ import annotations

from .catalog import Catalog

__all__ = ["Catalog"]
