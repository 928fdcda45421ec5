"""Two outputs at one address, told where an editor can do something about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Options, Timings
from generator.build.loading import Loaded, load
from generator.build.memory import Memory
from generator.build.planning import collisions
from generator.surfaces.content import ContentPage
from generator.surfaces.outputs import Output

SHOP = Path(__file__).parents[1] / "sites" / "shop"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The shop, read, with a page of prose more."""
    memory = Memory.open(tmp_path_factory.mktemp("work"), "", use_cache=False)
    loaded = load(Options(SHOP), Timings(), memory)
    page = ContentPage("Tese/songhuo.md", "Tese/songhuo/", "", b"")
    return Loaded(loaded.report, loaded.configuration, loaded.rows, content=(page,))


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("Tese/songhuo/index.html", "content/Tese/songhuo.md"),
        ("products/ziyang-cha/index.html", "data/products/ziyang-cha.yml"),
        ("P/3QNMFJC/index.html", "data/qr_codes.csv"),
        ("qr/3QNMFJC.svg", "data/qr_codes.csv"),
        ("robots.txt", "site_config.yml"),
    ],
)
def test_a_collision_points_at_the_editors_file(shop: Loaded, path: str, file: str) -> None:
    """The finding stands at the prose or the record, never at a file of the output; the address is in it."""
    outputs = [Output(path, "", bytes, "one"), Output(path.lower(), "", bytes, "other")]

    (found,) = collisions(outputs, shop).findings

    assert (found.code, found.place.file, found.place.line is not None) == ("address-taken", file, True)
    assert path.lower() in found.message.zh.lower()


def test_a_record_behind_an_unknown_address_is_found_by_its_product(shop: Loaded) -> None:
    """Whatever is made of a product leads to the product's file."""
    output = Output("api/v1/products/ziyang-cha.json", "", bytes, "茶", kin="ziyang-cha")
    (found,) = collisions([output, output, Output(output.path.upper(), "", bytes)], shop).findings
    assert found.place.file == "data/products/ziyang-cha.yml"
