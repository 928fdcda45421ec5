"""What surfaces are handed, made through the real rooms before them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from line.site_copies import SITES

from generator.build import Options, Timings
from generator.build.loading import load, program_digest
from generator.build.memory import Memory
from generator.build.planning import surroundings
from generator.config import SiteConfig, read_config
from generator.contract import load_tables
from generator.surfaces.formats import Formats
from generator.surfaces.surroundings import Surroundings
from generator.surfaces.texts import Texts
from generator.surfaces.theme import PACKAGE_THEMES, Theme


def surroundings_of(site: Path) -> Surroundings:
    """Return what the surfaces of the site at *site* are handed; its data must be without errors."""
    options = Options(site)
    return surroundings(load(options, Timings(), Memory.open(options.work, program_digest(), use_cache=True)))


def settings_of(name: str) -> SiteConfig:
    """Return the settings of a folder of ``tests/sites``."""
    configuration, findings = read_config(SITES / name)
    assert configuration is not None, findings
    return configuration.site


def texts_of(language: str) -> Texts:
    """Return the default theme's texts of *language*."""
    with TemporaryDirectory() as work:
        theme = Theme("default", (PACKAGE_THEMES / "default",), Path(work))
        return Texts(language, theme.fixed_texts(language), load_tables())


def formats_of(name: str, language: str) -> Formats:
    """Return how the site *name* writes values in *language*."""
    return Formats(settings_of(name), texts_of(language))
