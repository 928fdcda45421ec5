"""The files of search: which ones an edit touches, and that they are the same whatever was kept from earlier runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from line.prepared_sites import copy_site

from generator.surfaces.outputs import Output
from generator.surfaces.search_blocks import blocks_of, power_of_two
from generator.surfaces.search_entries import Subject
from generator.surfaces.search_postings import (
    MOST_LOCAL,
    MOST_PLACES,
    SIGNS,
    code_of,
    name_runs,
    text_pairs,
    text_words,
)

from . import search_sites

PRODUCT = "data/products/huishan-douchi.yml"


def files(outputs: list[Output]) -> dict[str, tuple[str, bytes]]:
    """Return path → (needs, bytes)."""
    return {output.path: (output.needs, output.make()) for output in outputs}


def edit(site: Path, old: str, new: str, file: str = PRODUCT) -> None:
    """Replace a text in a file of *site* that has it."""
    text = (site / file).read_text(encoding="utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new), encoding="utf-8")


def changed(before: dict[str, tuple[str, bytes]], after: dict[str, tuple[str, bytes]]) -> set[str]:
    """Return families of which a file must be made anew, after looking that no other file is another one."""
    assert before.keys() == after.keys()
    for path in before:
        assert before[path][0] != after[path][0] or before[path][1] == after[path][1], path
    return {family_of(path) for path in before if before[path][0] != after[path][0]}


def family_of(path: str) -> str:
    """Return what kind of file stands at *path*."""
    return path.split("/")[2] if path.startswith("search/index/") else path.partition("search/")[2].partition("/")[0]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site; for tests that bring it back to what it was."""
    return copy_site("demo", tmp_path_factory.mktemp("search") / "demo")


@pytest.mark.parametrize(
    ("old", "new", "families"),
    [
        ("做豆豉要等天凉", "做豆豉要等霜降", {"texts", "words", "characters.js", "facets", "results", "index.html"}),
        (
            "名称: 会山豆豉",
            "名称: 会山黑豆豉",
            {"names", "sounds", "texts", "words", "characters.js", "facets", "results", "index.html"},
        ),
        ("售价: 26.00", "售价: 27.00", {"facets", "results", "index.html"}),
    ],
)
def test_an_edit_touches_the_files_that_it_must(demo: Path, old: str, new: str, families: set[str]) -> None:
    """A text is no name, and a price is neither; of the results those that tell of the product, in each language."""
    before = files(search_sites.planned(demo))
    edit(demo, old, new)
    try:
        after = files(search_sites.planned(demo))
    finally:
        edit(demo, new, old)
    assert changed(before, after) <= families
    results = [path for path in before if "/results/" in path and before[path][0] != after[path][0]]
    assert 3 <= len(results) <= 6


def test_what_was_kept_makes_no_difference(demo: Path) -> None:
    """Files made with parts of earlier runs equal those of a clean run, also where what was kept is spoilt."""
    edit(demo, "拌盐、姜和少量米酒", "拌盐和姜")
    try:
        first = files(search_sites.planned(demo))
    finally:
        edit(demo, "拌盐和姜", "拌盐、姜和少量米酒")
    incremental = files(search_sites.planned(demo))
    kept = [path for path in (demo / ".shanhuo").rglob("*.json") if "search" in path.parts]
    assert kept
    for number, path in enumerate(kept):
        told = json.loads(path.read_text(encoding="utf-8"))
        told["content"] = [None, {"names": 1}, {"names": {"0": 1}, "sounds": {}}, {"texts": {}}][number % 4]
        path.write_text(json.dumps(told), encoding="utf-8")
    spoilt = files(search_sites.planned(demo))
    for path in kept:
        path.unlink(missing_ok=True)
    assert files(search_sites.planned(demo)) == incremental == spoilt
    assert first != incremental


def test_kept_parts_of_no_use_are_removed(demo: Path) -> None:
    """There is one file a block and family, however often the site was edited."""
    edit(demo, "做豆豉要等天凉", "做豆豉要等霜降")
    try:
        files(search_sites.planned(demo))
    finally:
        edit(demo, "做豆豉要等霜降", "做豆豉要等天凉")
    files(search_sites.planned(demo))
    counts = {name: len(list((demo / ".shanhuo/cache/search" / name).iterdir())) for name in ("names", "texts")}
    assert counts["names"] == counts["texts"] == len(blocks(demo))


def blocks(site: Path) -> set[str]:
    """Return the numbers of all blocks of the site, as its results are named by them."""
    paths = (output.path for output in search_sites.planned(site))
    return {
        path.removeprefix("search/results/").partition("-")[0] for path in paths if path.startswith("search/results/")
    }


def subjects(count: int) -> list[Subject]:
    """Return so many subjects."""
    return [Subject("product", f"product-{number}", (f"名{number}",), (), str(number)) for number in range(count)]


@pytest.mark.parametrize("count", [1, 3, 131, 2669])
def test_blocks_hold_every_subject_once(count: int) -> None:
    """Each in one block, none too large for a sign, and their number is a power of two."""
    made = blocks_of(subjects(count))
    assert sorted(subject.key for block in made for subject in block.subjects) == sorted(s.key for s in subjects(count))
    assert max(len(block.subjects) for block in made) <= MOST_LOCAL
    assert len(made) & (len(made) - 1) == 0


def test_a_new_subject_leaves_others_in_their_blocks() -> None:
    """Where a subject stands depends on its key alone."""
    before = {s.key: block.number for block in blocks_of(subjects(500)) for s in block.subjects}
    after = {s.key: block.number for block in blocks_of(subjects(501)) for s in block.subjects}
    assert {key: after[key] for key in before} == before


def test_sizes_are_powers_of_two() -> None:
    """The nearest by its factor, so that the number of files seldom changes."""
    assert [power_of_two(wanted) for wanted in (0, 1, 2, 3, 5, 6, 100, 180, 182)] == [1, 1, 2, 4, 4, 8, 128, 128, 256]


def test_every_place_has_a_code_of_its_own() -> None:
    """Subject, position and both flags can be told from three signs that JSON leaves as they are."""
    codes = {
        code_of(local, position, first=first, last=last)
        for local in (0, 1, MOST_LOCAL - 1)
        for position in range(0, MOST_PLACES, 7)
        for first in (False, True)
        for last in (False, True)
    }
    assert len(codes) == 3 * len(range(0, MOST_PLACES, 7)) * 4
    assert all(len(code) == 3 and set(code) <= set(SIGNS) for code in codes)
    assert json.dumps(SIGNS) == f'"{SIGNS}"'


def test_names_too_long_for_positions_are_left_out() -> None:
    """What no code can tell is not told wrongly; the names before it stand."""
    runs = name_runs([["富硒茶", "长" * MOST_PLACES, "短名"]])
    assert set(runs) == {"富", "硒", "茶"}


def test_texts_are_pairs_of_han_characters_and_words() -> None:
    """Lines of Chinese join without a blank, punctuation parts them, words of other scripts stand whole."""
    pairs = text_pairs(["做豆\n豉，要等天凉", "豆豉 250克 soya bean"])
    assert set(pairs) == {"做豆", "要等", "等天", "天凉", "豆豉"} | {"豆豉"}
    assert set(text_words(["豆豉 250克 soya bean a"])) == {"250", "soya", "bean"}
