"""Outputs that take long to make: taken from what is kept, in another output folder too, and never half of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.kept_outputs import KeptOutputs
from generator.surfaces.outputs import Output


class Drawing:
    """Something that takes long, and counts how often it was done."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return b"picture %d" % self.times

    def output(self, needs: str = "one", *, path: str = "qr/a.png", is_slow: bool = True) -> Output:
        return Output(path, needs, self, is_slow=is_slow)


def made(work: Path, output: Output, *, use_cache: bool = True) -> bytes:
    """Make *output* as a build does."""
    (used,) = KeptOutputs(work, use_cache=use_cache).using([output])
    return used.make()


def test_it_is_made_once_for_what_it_is_made_from(tmp_path: Path) -> None:
    """Equal needs give the kept bytes; other needs, another file of equal needs, and anything quick are made."""
    drawing = Drawing()
    assert [made(tmp_path, drawing.output()) for _ in range(3)] == [b"picture 1"] * 3
    assert made(tmp_path, drawing.output("two")) == b"picture 2"
    assert made(tmp_path, drawing.output(path="qr/a.svg")) == b"picture 3"
    assert made(tmp_path, drawing.output(is_slow=False)) == b"picture 4"
    assert made(tmp_path, drawing.output(), use_cache=False) == b"picture 5"
    assert made(tmp_path, drawing.output()) == b"picture 5"


@pytest.mark.parametrize(
    "spoil",
    [lambda kept: kept[:-1], lambda _: b"", lambda kept: kept[:20] + b"?" + kept[21:]],
    ids=["short", "empty", "changed"],
)
def test_what_is_not_whole_is_made_again(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    """A file that a full disk cut short, or that somebody changed, is not believed."""
    drawing = Drawing()
    made(tmp_path, drawing.output())
    (kept,) = (tmp_path / "cache" / "outputs").iterdir()
    kept.write_bytes(spoil(kept.read_bytes()))
    assert made(tmp_path, drawing.output()) == b"picture 2"


def test_what_no_output_is_made_from_is_forgotten(tmp_path: Path) -> None:
    """The folder holds what the site needs, not what it ever needed."""
    drawing = Drawing()
    made(tmp_path, drawing.output("old"))
    made(tmp_path, drawing.output("new"))
    KeptOutputs(tmp_path, use_cache=True).forget_others([drawing.output("new")])
    assert len(list((tmp_path / "cache" / "outputs").iterdir())) == 1
    assert made(tmp_path, drawing.output("new")) == b"picture 2"


def test_where_nothing_can_be_kept_it_is_made_all_the_same(tmp_path: Path) -> None:
    """A cache that cannot be written loses time and nothing else."""
    (tmp_path / "cache").write_text("a file where a folder should be")
    drawing = Drawing()
    assert [made(tmp_path, drawing.output()) for _ in range(2)] == [b"picture 1", b"picture 2"]
