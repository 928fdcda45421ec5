"""Writing an editor's file so that it is at any moment either the old one or the new one."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from generator.build.environment import told_as_environment


def write_file(path: Path, data: bytes) -> None:
    """Replace *path*, or make it, in one step; a link is followed, permissions are kept.

    Raises:
        EnvironmentRefused: The system does not let it; the file is as it was.
    """
    with told_as_environment(f"写入 {path.name} "):
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                shutil.copymode(target, beside)
            else:
                os.chmod(beside, 0o666 & ~_mask())
            os.replace(beside, target)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(beside)
            raise


def _mask() -> int:
    """Return the process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
