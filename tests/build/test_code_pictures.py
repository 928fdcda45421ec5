"""Codes in a build: each is decoded when it is made, none again while it stays, and none is published unread."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from line.prepared_sites import copy_site
from PIL import Image

from generator.assets import qr
from generator.assets.rasters import raster_of
from generator.assets.signs import Sign
from generator.build import Options, build
from generator.errors import SiteError
from generator.surfaces.code_pictures import proven

OpenSite = Callable[[str], Path]


@pytest.fixture
def decodings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What zxing-cpp reads from here on in this process, in order."""
    told: list[str] = []
    decode = zxingcpp.read_barcodes

    def counted(*words: Any, **named: Any) -> Any:
        found = decode(*words, **named)
        told.extend(each.text for each in found)
        return found

    monkeypatch.setattr(zxingcpp, "read_barcodes", counted)
    proven.cache_clear()
    return told


def new_shop(folder: Path) -> Path:
    """Copy the small shop with nothing that an earlier build drew."""
    return copy_site("shop", folder / "shop", is_new=True)


def built(site: Path) -> list[str]:
    """Build a site in this process alone and return its codes."""
    build(Options(site, jobs=1))
    return sorted(path.stem for path in (site / "site/qr").glob("*.svg"))


def test_a_code_is_decoded_once_and_not_again(tmp_path: Path, decodings: list[str]) -> None:
    """The first build decodes every code, the second none, and one that was spoilt on the disk is made and decoded."""
    site = new_shop(tmp_path)
    codes = built(site)
    assert sorted(decodings) == sorted(f"HTTPS://S.EXAMPLE.CN/P/{code}/" for code in codes)

    decodings.clear()
    proven.cache_clear()
    assert built(site) == codes
    assert decodings == []

    (site / f"site/qr/{codes[0]}.png").write_bytes(b"spoilt")
    assert built(site) == codes
    assert (site / f"site/qr/{codes[0]}.png").read_bytes().startswith(b"\x89PNG")
    assert decodings == [f"HTTPS://S.EXAMPLE.CN/P/{codes[0]}/"]

    (site / f"site/qr/{codes[0]}.png").write_bytes(b"spoilt")
    shutil.rmtree(site / ".shanhuo/cache/outputs")
    assert built(site) == codes
    assert decodings == [f"HTTPS://S.EXAMPLE.CN/P/{codes[0]}/"]


def test_another_host_decodes_every_code_anew(open_site: OpenSite, decodings: list[str]) -> None:
    """What a code says is part of what it was made from, so nothing unread can stay behind a changed setting."""
    site = open_site("shop")
    codes = built(site)
    decodings.clear()
    settings = site / "site_config.yml"
    settings.write_text(settings.read_text("utf-8").replace("https://s.example.cn/", "https://q.example.cn/"), "utf-8")

    built(site)

    assert sorted(decodings) == sorted(f"HTTPS://Q.EXAMPLE.CN/P/{code}/" for code in codes)


def test_levels_and_mark_are_settings(open_site: OpenSite) -> None:
    """Pictures have the level of the settings; with a mark level H, and both still read from their bytes."""
    site = open_site("shop")
    settings = site / "site_config.yml"
    plain = settings.read_text("utf-8")
    line = next(line for line in plain.splitlines() if "https://s.example.cn/" in line)
    assert line == "  base_url: https://s.example.cn/"
    for more, level in (("levels: {picture: M}", "M"), ("mark: true", "H")):
        settings.write_text(plain.replace(line, f"{line}\n  {more}"), "utf-8")
        for code in built(site):
            png = Image.open(site / f"site/qr/{code}.png").convert("L")
            svg = raster_of((site / f"site/qr/{code}.svg").read_text("utf-8"), width=600, height=600).convert("L")
            for picture in (png, svg):
                (found,) = zxingcpp.read_barcodes(picture)
                assert (found.text, found.ec_level) == (f"HTTPS://S.EXAMPLE.CN/P/{code}/", level)


def test_an_unreadable_code_stops_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the encoder is told with the address, and nothing is published."""
    site = new_shop(tmp_path)
    create = zxingcpp.create_barcode
    monkeypatch.setattr(zxingcpp, "create_barcode", lambda text, *words, **named: create(text[:-1], *words, **named))
    qr.draw.cache_clear()
    proven.cache_clear()
    try:
        with pytest.raises(SiteError, match=r"HTTPS://S\.EXAMPLE\.CN/P/.*读不回"):
            build(Options(site, jobs=1))
    finally:
        qr.draw.cache_clear()
    assert not (site / "site").exists()


def test_a_sign_that_hides_the_code_stops_with_a_sentence() -> None:
    """At level H a black sign is mended; at a level that cannot mend it, the code is refused and the setting named."""
    written = BytesIO()
    Image.new("RGBA", (50, 50), "black").save(written, "PNG")
    sign = Sign(png=written.getvalue())
    proven.cache_clear()
    assert proven(f"HTTPS://{'A' * 40}.CN/P/23456AB/", "H", sign).version == 5
    with pytest.raises(SiteError, match="读不回") as stopped:
        proven(f"HTTPS://{'A' * 113}.CN/P/23456AB/", "L", sign)
    assert "codes.mark" in stopped.value.mend


def test_an_address_that_no_symbol_holds_stops_with_a_sentence() -> None:
    """Too long an address is told with its length and the setting to change."""
    with pytest.raises(SiteError, match="装不下") as stopped:
        proven("HTTPS://" + "A" * 5000 + "/P/23456AB/", "Q")
    assert "codes.base_url" in stopped.value.mend
