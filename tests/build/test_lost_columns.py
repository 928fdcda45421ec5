"""What other websites show is not taken away by a slip of an editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from line.site_copies import digests

from generator.build import Options, build
from generator.build.lost_columns import ColumnLost, refuse_lost_columns


def test_a_column_that_was_published_cannot_be_deleted(tmp_path: Path) -> None:
    """The build stops, names it, says what to do, and the published site stays as it was."""
    site = copy_site("shop", tmp_path / "site")
    out = build(Options(site, out=tmp_path / "out")).out
    before = digests(out)
    for name in ("embed_columns", "hosts"):
        (site / "data" / f"{name}.csv").unlink()
    with pytest.raises(ColumnLost, match="专栏“zhuan-lan”") as stopped:
        build(Options(site, out=out))
    assert "截止日期" in stopped.value.mend
    assert digests(out) == before


def test_files_that_nobody_pastes_may_go() -> None:
    """Banners of another size, data of a language that was dropped, pages of the portal."""
    refuse_lost_columns(["embed/v1/columns/a/88x31.png", "embed/v1/columns/a/en/index.html", "products/a/index.html"])
