"""Surfaces: per audience its addresses, its view of the catalogue and its templates."""
