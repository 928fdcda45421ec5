"""shanhuo: static showcase and campaign portals of certified regional products."""

from __future__ import annotations

__version__ = "0.1.0"
