"""What the machine refuses, told in one sentence: disk full, no permission, read-only, a name too long."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from generator.errors import EnvironmentRefused

UNCHANGED = "已发布的网站没有改变。"

_REASONS: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("磁盘空间已满", "请腾出空间后再试;" + UNCHANGED),
    errno.EDQUOT: ("超出了磁盘配额", "请腾出空间或提高配额后再试;" + UNCHANGED),
    errno.EACCES: ("没有权限", "请检查该文件夹的权限，或关闭正在使用它的程序。"),
    errno.EPERM: ("系统不允许这个操作", "请检查该文件夹的权限和所有者。"),
    errno.EROFS: ("文件系统是只读的", "请换一个可以写入的文件夹(--out)。"),
    errno.EBUSY: ("它正被占用或是一个挂载点", "请换成其中的一个子文件夹(--out),或关闭正在使用它的程序。"),
    errno.EXDEV: ("它跨越了两个文件系统", "请把输出文件夹放在同一个磁盘上(--out)。"),
    errno.ENAMETOOLONG: ("路径太长", "请把网站放在更浅的文件夹里。"),
    errno.ENOTEMPTY: ("那里已有别的文件", "请移开那里的文件后再试。"),
    errno.EEXIST: ("那里已有别的文件", "请移开那里的文件后再试。"),
    errno.ENOTDIR: ("路径中有一级是文件而不是文件夹", "请移开那个文件后再试。"),
    errno.EMFILE: ("同时打开的文件太多", "请提高系统的打开文件数上限后再试。"),
    errno.ENOENT: ("那里的文件或文件夹不见了", "可能有别的程序正在改动它，请再试一次。"),
    errno.EIO: ("磁盘读写出错", "请检查磁盘。"),
}


def refusal(error: OSError, doing: str) -> EnvironmentRefused:
    """The error as one sentence: what was being done (``doing``, a Chinese verb phrase), where, and why not."""
    reason, mend = _REASONS.get(error.errno or 0, (error.strerror or str(error), ""))
    where = "" if error.filename is None else f"「{error.filename}」"
    return EnvironmentRefused(f"无法{doing}{where}:{reason}。", mend=mend)


@contextmanager
def told_as_environment(doing: str) -> Iterator[None]:
    """Turn an OSError of the block into EnvironmentRefused; ``doing`` is a Chinese verb phrase such as 发布网站."""
    try:
        yield
    except OSError as error:
        raise refusal(error, doing) from error
