"""The guide: a screen beside the shelf, one application for each display, that needs neither server nor network."""

from .outputs import outputs as outputs
