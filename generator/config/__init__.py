"""Configuration: ``site_config.yml`` read over its country's defaults, every fault located."""

from __future__ import annotations

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # there are none, and every start would look for them

from .model import SiteConfig
from .reading import CONFIG_FILE, Configuration, read_config

__all__ = ["CONFIG_FILE", "Configuration", "SiteConfig", "read_config"]
