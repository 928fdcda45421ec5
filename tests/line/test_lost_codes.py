"""Whatever an editor deletes, renames or merges: a build that would leave a printed code without its page stops."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import Options, build
from generator.errors import FindingsStop
from generator.findings import Finding

from .site_copies import digests
from .sizes import record_result, sized
from .small_shop_codes import CODES, REGISTER, write_small_shop

KEYS = sorted({key for _, key, _ in CODES.values()})
"""Things with a code, in CSV and in YAML."""
NEW_KEYS = ("{key}-2", "xin-{key}", "bie-de-dong-xi")
"""What a key may be renamed to: something like it, or nothing like it."""


class Spoilt(NamedTuple):
    """A site with a fault, and what was done."""

    site: Path
    out: Path
    words: str


@pytest.fixture(scope="module")
def published() -> Iterator[Path]:
    """A folder with the small shop and what was built of it."""
    with tempfile.TemporaryDirectory(prefix="shanhuo-lost-") as name:
        site = write_small_shop(Path(name) / "site")
        build(Options(site, out=Path(name) / "out", jobs=1))
        yield Path(name)


def files_of(site: Path) -> list[Path]:
    """Return all files of the data."""
    return sorted(path for path in (site / "data").rglob("*") if path.is_file())


def delete_record(site: Path, key: str) -> None:
    """Take a record away: its YAML file, or its line of a table."""
    for path in files_of(site):
        if path.suffix == ".yml" and path.stem == key:
            path.unlink()
        elif path.suffix == ".csv" and path.name != "qr_codes.csv":
            lines = path.read_text("utf-8").splitlines(keepends=True)
            path.write_text("".join(line for line in lines if not line.startswith(f"{key},")), "utf-8")


def rename(site: Path, key: str, new: str, *, register: bool) -> None:
    """Write *new* for *key* in all records and references, with *register* in the register too."""
    for path in files_of(site):
        if path.name == "qr_codes.csv" and not register:
            continue
        path.write_text(path.read_text("utf-8").replace(key, new), "utf-8")
        if path.stem == key:
            path.rename(path.with_stem(new))


def leads_to_itself(site: Path, key: str) -> None:
    """Clear the replacement of a placement that became its own one, as an editor would who is told of it."""
    path = site / "data/placements.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(line.replace(f",{key},", ",,") if line.startswith(f"{key},") else line for line in lines), "utf-8"
    )


def change_row(site: Path, code: str, change: Callable[[list[str]], list[str]]) -> None:
    """Change the cells of a code's row; no cells take the row away."""
    path = site / REGISTER
    lines = []
    for line in path.read_text("utf-8").splitlines():
        cells = line.split(",")
        lines.append(",".join(change(cells)) if cells[0] == code else line)
    path.write_text("\n".join(line for line in lines if line) + "\n", "utf-8")


def same_kind(key: str) -> list[str]:
    """Return the other things with a code of the same kind."""
    kinds = {other: kind for kind, other, _ in CODES.values()}
    return [other for other in KEYS if kinds[other] == kinds[key] and other != key]


@st.composite
def faults(draw: st.DrawFn) -> Callable[[Path], str]:
    """Draw something that loses a code: it spoils a site and tells what was done."""
    key, code = draw(st.sampled_from(KEYS)), draw(st.sampled_from(sorted(CODES)))
    new = draw(st.sampled_from(NEW_KEYS)).format(key=key)
    everywhere = draw(st.booleans())
    what = draw(st.sampled_from(["delete", "rename", "merge", "row", "re-point", "case"]))

    def spoil(site: Path) -> str:
        if what == "delete":
            delete_record(site, key)
        elif what == "rename" or (what == "merge" and not same_kind(key)):
            rename(site, key, new, register=everywhere)
        elif what == "merge":
            delete_record(site, key)
            other = same_kind(key)[0]
            rename(site, key, other, register=everywhere)
            leads_to_itself(site, other)
        elif what == "row":
            change_row(site, code, lambda _: [])
        elif what == "case":
            change_row(site, code, lambda cells: [*cells[:6], "小写"])
        else:
            target = CODES[code][1]
            others = [other for other in KEYS if other != target]
            kinds = {other: kind for kind, other, _ in CODES.values()}
            other = others[hash_of(code) % len(others)]
            change_row(site, code, lambda cells: [cells[0], kinds[other], other, "", *cells[4:]])
        return f"{what} {key} {code} {new} {everywhere}"

    return spoil


def hash_of(text: str) -> int:
    """Return a number that is the same in every run."""
    return sum(map(ord, text))


def spoilt(published: Path, spoil: Callable[[Path], str], work: Path) -> Spoilt:
    """Copy the published site and spoil the copy."""
    shutil.copytree(published, work, dirs_exist_ok=True)
    return Spoilt(work / "site", work / "out", spoil(work / "site"))


def lost(site: Path, out: Path) -> list[Finding]:
    """Build and return the findings of lost codes; the build must be refused."""
    with pytest.raises(FindingsStop) as stop:
        build(Options(site, out=out, jobs=1))
    return [found for found in stop.value.report.findings if found.code == "code-lost"]


@settings(max_examples=sized(14, 300), derandomize=True, deadline=None)
@given(spoil=faults())
def test_a_build_that_loses_a_code_is_refused_and_says_what_to_do(
    published: Path, spoil: Callable[[Path], str]
) -> None:
    """Deleting, renaming, merging, in records or in the register: the build stops, and the old site stays whole."""
    with tempfile.TemporaryDirectory() as name:
        site, out, words = spoilt(published, spoil, Path(name))
        before = digests(out)
        found = lost(site, out)
        assert found, words
        for each in found:
            assert each.record in CODES, words
            assert "把" in each.mend.zh, words
            assert each.place.file == REGISTER, words
        assert digests(out) == before, words
    record_result("lost-codes", 1, "random deletions, renames and merges", "each stopped the build")


@pytest.mark.parametrize(
    ("key", "new"), [("ziyang-cha", "ziyang-cha-2"), ("guang-chang", "guang-chang-gui"), ("di-yi-qi", "di-yi-qi-2020")]
)
def test_a_rename_is_recognised(published: Path, tmp_path: Path, key: str, new: str) -> None:
    """The finding names the new ID and tells to change it back, for records in YAML and in CSV."""
    site, out, _ = spoilt(published, lambda site: rename(site, key, new, register=False) or "", tmp_path)
    hints = {each.mend.zh for each in lost(site, out) if each.found == key}
    assert hints
    assert all(f"改成了“{new}”" in hint and f"改回“{key}”" in hint for hint in hints)


def test_a_rename_in_the_register_too_is_recognised(published: Path, tmp_path: Path) -> None:
    """Where everything agrees again only the published site knows better: the row was for something else."""
    site, out, _ = spoilt(
        published, lambda site: rename(site, "cha-xiang", "cha-xiang-2", register=True) or "", tmp_path
    )
    (found,) = lost(site, out)
    assert (found.record, found.field, found.found) == ("KYH7RZ7", "target", "cha-xiang-2")
    assert "印出去的时候是“cha-xiang”的" in found.message.zh


def harmless(site: Path) -> None:
    """Change names and standings, retire a code, add things."""
    rename(site, "紫阳富硒茶", "紫阳毛尖", register=True)
    rename(site, "一楼入口,开放", "二楼,关闭", register=True)
    change_row(site, "E3ZH6PS", lambda cells: [*cells[:5], "停用", ""])
    with (site / REGISTER).open("a", encoding="utf-8") as file:
        file.write("97TXK7A,故事,cha-xiang,,2020-09-01,有效,小写\n")


def test_what_loses_no_code_is_published(published: Path, tmp_path: Path) -> None:
    """New names, closed placements, retired codes and further codes stop nothing, and every page is still there."""
    site, out, _ = spoilt(published, lambda site: harmless(site) or "", tmp_path)
    build(Options(site, out=out, jobs=1))
    assert {path.name for path in (out / "P").iterdir()} == set(CODES)
    assert (out / "p/97txk7a/index.html").is_file()
