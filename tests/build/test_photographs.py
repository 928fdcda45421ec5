"""Photographs of a site: made once for each content, refused by name, and gone with their secrets."""

from __future__ import annotations

import shutil
import struct
import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from line.prepared_sites import copy_site
from photographs import landscape, save_as_phone
from PIL import Image

from generator.build import Options, check, stamps
from generator.build.loading import contract_settings
from generator.build.photographs import read_photographs
from generator.config import read_config
from generator.contract import intake_names, read_texts
from generator.contract.rows import make_row
from generator.findings import Finding
from generator.intake.data_folder import read_data
from generator.surfaces.pictures import Rendition

PICTURES = "文件名,文字说明,作者,肖像同意\n"
TEA = "data/products/ziyang-cha.yml"
Made = tuple[dict[str, tuple[Rendition, ...]], list[Finding]]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A small site whose tea shows two photographs, both taken with a phone."""
    site = copy_site("shop", tmp_path / "shop")
    register(site, "garden.jpg", "cup.jpg")
    save_as_phone(site / "data/pictures/garden.jpg", landscape(600, 900))
    save_as_phone(site / "data/pictures/cup.jpg", landscape(400, 300))
    tea = site / TEA
    tea.write_text(tea.read_text("utf-8") + "图片: [garden.jpg, cup.jpg]\n", encoding="utf-8")
    return site


def register(site: Path, *files: str) -> None:
    rows = "".join(f"{file},一片茶园,示例工会供图,无需同意\n" for file in files)
    (site / "data/pictures.csv").write_text(PICTURES + rows, encoding="utf-8")


def read(site: Path, *, jobs: int = 1, use_cache: bool = True) -> Made:
    """Read a site's data without judging it, and then its photographs."""
    configuration, _ = read_config(site)
    assert configuration is not None
    intake = read_data(site / "data", tables=intake_names(), root=site)
    texts = read_texts(intake.files, contract_settings(configuration)).texts
    rows = {table: tuple(make_row(record) for record in records) for table, records in texts.items()}
    return read_photographs(site, rows["pictures"], site / ".shanhuo", tables=rows, jobs=jobs, use_cache=use_cache)


def contents(made: Made) -> dict[str, bytes]:
    return {size.path: size.file.read_bytes() for sizes in made[0].values() for size in sizes}


def kept(site: Path) -> dict[Path, int]:
    """Return each rendition that is kept → when it was written."""
    return {path: path.stat().st_mtime_ns for path in (site / ".shanhuo/cache/pictures").glob("*/photo-*")}


def test_a_photograph_is_there_in_every_format_upright_and_silent(shop: Path):
    """A tall photograph taken sideways comes out tall, in three formats, smallest first, without its place."""
    made = read(shop)
    assert made[1] == []
    sizes = made[0]["garden.jpg"]
    assert [(size.width, size.height, size.path.rpartition(".")[2]) for size in sizes] == [
        (320, 480, "avif"),
        (320, 480, "webp"),
        (320, 480, "jpg"),
    ]
    for content in contents(made).values():
        with Image.open(BytesIO(content)) as image:
            assert not image.getexif()
    assert len({size.colour for size in sizes}) == 1


def test_what_was_made_is_kept_by_content(shop: Path):
    """A second reading makes nothing; a renamed photograph is recognised; another content is made anew."""
    first = read(shop)
    before = kept(shop)
    assert contents(read(shop)) == contents(first)
    assert kept(shop) == before
    (shop / "data/pictures/cup.jpg").rename(shop / "data/pictures/bowl.jpg")
    register(shop, "garden.jpg", "bowl.jpg")
    assert read(shop)[0]["bowl.jpg"] == first[0]["cup.jpg"]
    assert kept(shop) == before
    save_as_phone(shop / "data/pictures/bowl.jpg", landscape(420, 300))
    assert read(shop)[0]["bowl.jpg"] != first[0]["cup.jpg"]
    assert len(kept(shop)) == len(before) + 3


def test_a_photograph_known_by_its_stamp_is_not_opened(shop: Path, monkeypatch: pytest.MonkeyPatch):
    """What had settled when it was read is recognised without reading it, until its size or a time of it changes."""
    monkeypatch.setattr(stamps, "_SETTLED_NS", 0)
    time.sleep(0.02)  # more than a tick of the file system's clock
    first = read(shop)
    opened: list[str] = []
    really_open = Path.open

    def noting(self: Path, *words: object, **names: object) -> object:
        opened.append(self.name)
        return really_open(self, *words, **names)

    monkeypatch.setattr(Path, "open", noting)
    assert read(shop)[0] == first[0]
    assert "garden.jpg" not in opened
    save_as_phone(shop / "data/pictures/garden.jpg", landscape(600, 800))
    assert read(shop)[0]["garden.jpg"] != first[0]["garden.jpg"]


def test_several_processes_make_the_same(shop: Path, tmp_path: Path):
    """Made by three processes, renditions are those that one makes."""
    names = [f"photo-{number}.jpg" for number in range(5)]
    register(shop, "garden.jpg", "cup.jpg", *names)
    for number, name in enumerate(names):
        save_as_phone(shop / "data/pictures" / name, landscape(330 + number, 240))
    other = tmp_path / "other"
    shutil.copytree(shop, other)
    one, several = read(shop), read(other, jobs=3)
    assert contents(one) == contents(several)
    assert len(one[0]) == 7


def test_without_cache_everything_is_made_anew(shop: Path):
    """A damaged rendition is mended by a build that believes nothing kept."""
    first = contents(read(shop))
    for path in kept(shop):
        path.write_bytes(b"damaged")
    assert contents(read(shop, use_cache=False)) == first


def png_bomb() -> bytes:
    """Return a PNG of 200 bytes that claims 3,600 million pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("kind", "reason"), [("bomb", "4000 万像素"), ("cut", "不完整"), ("text", "不是 JPEG")])
def test_a_refused_photograph_is_told_with_the_product_that_shows_it(shop: Path, kind: str, reason: str):
    """Bombs, cut files and what is no picture: the finding names the file, why, and whose page would show it."""
    path = shop / "data/pictures/garden.jpg"
    spoilt = {"bomb": png_bomb(), "cut": path.read_bytes()[:5000], "text": "茶园".encode() * 99}
    path.write_bytes(spoilt[kind])
    made, findings = read(shop)
    assert list(made) == ["cup.jpg"]
    (finding,) = findings
    assert finding.code == "picture-refused"
    assert (finding.place.file, finding.place.line, finding.record) == ("data/pictures.csv", 2, "garden.jpg")
    assert reason in finding.message.zh
    assert "（用在“紫阳富硒茶”）" in finding.message.zh
    assert "(shown by “紫阳富硒茶”)" in finding.message.en


def test_a_missing_photograph_is_told_with_those_that_show_it(shop: Path):
    """Of many users three are named and all are counted."""
    (shop / "data/pictures/garden.jpg").unlink()
    for number in range(5):
        product = shop / f"data/products/huo-{number}.yml"
        product.write_text(f"名称: 山货{number}\n图片: garden.jpg\n", encoding="utf-8")
    _, findings = read(shop)
    (finding,) = findings
    assert finding.code == "picture-missing"
    assert "等 6 处" in finding.message.zh
    assert "and 3 more" in finding.message.en


def test_a_photograph_that_cannot_be_read_is_refused(shop: Path, monkeypatch: pytest.MonkeyPatch):
    """Whoever runs the build may lack the right to read a file; that is a finding, not a crash."""
    opened = Path.open

    def refusing(self: Path, *words: object, **names: object) -> object:
        if self.name == "garden.jpg":
            raise PermissionError(13, "Permission denied")
        return opened(self, *words, **names)

    monkeypatch.setattr(Path, "open", refusing)
    _, findings = read(shop)
    assert [(finding.code, finding.record) for finding in findings] == [("picture-refused", "garden.jpg")]


def test_a_photograph_needs_words_for_those_who_cannot_see_it(shop: Path):
    """Without alternative text, or without a credit, a picture is an error at its place."""
    (shop / "data/pictures.csv").write_text(
        PICTURES + "garden.jpg,,,无需同意\ncup.jpg,一只茶碗,某人,\n", encoding="utf-8"
    )
    told = {
        (finding.code, finding.field) for finding in check(Options(shop)).findings if finding.record == "garden.jpg"
    }
    assert told == {("required", "alt"), ("required", "credit")}
