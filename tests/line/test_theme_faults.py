"""What is wrong in a site's own theme is said in one sentence that names the file, and nothing is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Options, build
from generator.errors import FindingsStop, SiteError

from .prepared_sites import copy_site
from .site_copies import differing, digests

FAULTS = {
    "portal/product.html": "{% if page %}",
    "portal/home.html": "{{ page.no_such_thing.at_all }}",
    "portal/main.html": "{% extends 'base.html' %}",
    "shelf/product.html": "{{ nonsense() }}",
    "locales/zh-Hans.po": "msgid a",
    "theme.yml": "styles: {portal: [no/such/file.css]}\n",
    "inks.yml": "tea: {\n",
    "motifs/leaf.svg": "<svg",
}
"""File of a theme → what a site's own version of it says."""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that is published as ``out`` beside it."""
    site = copy_site("shop", tmp_path_factory.mktemp("theme") / "shop")
    build(Options(site, out=site.with_name("out"), jobs=1))
    return site


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_broken_theme_is_told_and_nothing_changes(name: str, shop: Path) -> None:
    """The sentence names the file, the exception is one of the package's own, and the published site stays."""
    out = shop.with_name("out")
    before = digests(out)
    path = shop / "themes" / "default" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FAULTS[name], encoding="utf-8")
    with pytest.raises(SiteError) as stopped:
        build(Options(shop, out=out, jobs=1))
    path.unlink()
    assert not isinstance(stopped.value, FindingsStop)
    assert name.rsplit("/", 1)[-1].removesuffix(".html") in stopped.value.message + stopped.value.mend
    assert not differing(before, digests(out))
