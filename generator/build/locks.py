"""One build at a time: a lock on the site, for its cache, and one on the output folder, for its two generations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import BuildRunning

from .environment import told_as_environment

_MEND = "请等它结束，或关掉那个窗口里的 shanhuo 后再试。"


@contextmanager
def locked(work: Path, out: Path) -> Iterator[None]:
    """
    Hold the locks of the work folder ``work`` and of the checked output folder ``out`` for the length of the block.

    Never waits: raises BuildRunning when another process, or another build of this one, holds
    either.  The system frees the locks of a killed process, once its worker processes have ended too.
    """
    with ExitStack() as held:
        _hold(held, work / "build.lock", f"这个网站正在被另一个 shanhuo 生成（「{work.parent}」）。")
        _hold(held, out.parent / f".{out.name}.lock", f"输出文件夹「{out}」正在被另一个 shanhuo 发布。")
        yield


def _hold(held: ExitStack, path: Path, sentence: str) -> None:
    with told_as_environment("锁定网站"):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise BuildRunning(sentence, mend=_MEND) from None
    held.callback(lock.release)
