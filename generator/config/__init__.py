"""Configuration: ``site_config.yml`` read over its country's defaults, every fault located."""

from __future__ import annotations

from .model import SiteConfig
from .reading import CONFIG_FILE, Configuration, read_config

__all__ = ["CONFIG_FILE", "Configuration", "SiteConfig", "read_config"]
