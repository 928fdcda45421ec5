"""Columns, product cards and progress bars that other organisations show on their own websites."""

from .outputs import outputs

__all__ = ["outputs"]
