"""How exactly the money of a currency can be counted out."""

from __future__ import annotations

_PLACES = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"), 0),
    **dict.fromkeys(("PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}
"""Currencies whose minor unit is no hundredth (ISO 4217, list one, column "Minor unit")."""


def minor_places(currency: str) -> int:
    """Return the decimal places of the smallest unit of *currency*, an ISO 4217 code: 2 for CNY and EUR, 0 for JPY."""
    return _PLACES.get(currency.upper(), 2)
