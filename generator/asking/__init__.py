"""Asking a site on this machine: the theme's rules, run as they are in a browser, over its catalogue."""

from .engine import Asked, Guide

__all__ = ["Asked", "Guide"]
