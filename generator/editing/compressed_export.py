"""
A published site once more, with compressed twins: beside ``index.html`` lies ``index.html.gz``.

Servers that know how (nginx's ``gzip_static``, Caddy's ``precompressed``) send
the twin instead of compressing anew for each reader, and harder than they would
on the fly.  The copy is a folder of its own, published like any other: changed
as a whole or not at all, with a manifest that lists the twins, and unchanged
files left as they are.  A twin can so never be older than its file, as it could
in a folder that a build replaces.
"""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.build.environment import told_as_environment
from generator.build.generations import begin_staging
from generator.build.locks import locked
from generator.build.manifest import read_manifest
from generator.build.options import WORK_FOLDER
from generator.build.output_folder import checked_output
from generator.build.private_state import Entry
from generator.build.progress import Progress, silent
from generator.build.workers import make_all
from generator.errors import EnvironmentRefused, UsageError
from generator.surfaces.hosting.media_types import is_compressible, media_type
from generator.surfaces.outputs import Output, digest_of

LEAST_SIZE = 1024
"""Bytes from which a twin pays: what is smaller fits into one packet as it is."""
_HARDEST = 9


class Compressed(NamedTuple):
    """What was exported."""

    out: Path
    files: int
    """Files of the site, twins not counted."""
    twins: int
    made: int
    """Files and twins that were written; all others were there already."""
    size: int
    """Bytes of the files that have twins."""
    compressed_size: int
    """Bytes of their twins."""


def export_compressed(site_dir: Path, source: Path, target: Path, progress: Progress = silent) -> Compressed:
    """Publish the site that was built into *source* in *target*, with twins.

    Args:
        site_dir: The site's folder.
        source: What ``shanhuo build`` wrote.
        target: A new or empty folder, or an earlier copy; files in it that are not ours stay.
        progress: Is told how far it is.

    Raises:
        UsageError: *source* is no published site, or one folder lies in the other.
        EnvironmentRefused: A file of *source* is not what was built, or the system refuses; *target* is as it was.
    """
    work = site_dir / WORK_FOLDER
    out = checked_output(target, site_dir, work)
    _refuse_overlap(source.resolve(), out)
    with locked(work, out):
        manifest = read_manifest(source)
        if manifest is None:
            raise UsageError(f"“{source}”里没有生成好的网站。", mend="先运行 shanhuo build，或用 --from 指出它在哪里。")
        with told_as_environment("读取生成好的网站"):
            outputs = tuple(_outputs(source, manifest.files))
        staging = begin_staging(out, site=site_dir, work=work).staging()
        staging.refuse_collisions({output.path for output in outputs})
        entries: dict[str, Entry] = {}
        missing: list[Output] = []
        for output in outputs:
            entry = staging.live_key(output.path)
            if entry is not None and entry.key == output.needs:
                entries[output.path] = entry
            else:
                missing.append(output)
        with progress(len(missing)) as told:
            entries |= make_all(missing, staging.root, jobs=os.cpu_count() or 1, told=told)
        _refuse_altered(manifest.files, entries)
        staging.commit(entries)
    twins = [path for path in entries if path not in manifest.files]
    return Compressed(
        out,
        len(manifest.files),
        len(twins),
        len(missing),
        sum(entries[path.removesuffix(".gz")].size for path in twins),
        sum(entries[path].size for path in twins),
    )


def _outputs(source: Path, files: Mapping[str, str]) -> Iterator[Output]:
    """Plan a copy of each file, and a twin of each that gets much smaller."""
    for path, sha256 in files.items():
        file = source / path
        # One after the other in one process: the second finds the file in the system's memory.
        yield Output(path, sha256, partial(_read, file), path, kin=path)
        if path + ".gz" not in files and is_compressible(media_type(path)) and file.stat().st_size >= LEAST_SIZE:
            # Another release of zlib may compress otherwise, and then all twins are to be of one kind.
            needs = digest_of("gzip", str(_HARDEST), zlib.ZLIB_RUNTIME_VERSION, sha256)
            yield Output(path + ".gz", needs, partial(_twin, file), path, kin=path)


def _read(file: Path) -> bytes:
    with told_as_environment(f"读取 {file.name} "):
        return file.read_bytes()


def _twin(file: Path) -> bytes:
    """Return a file compressed, without name and time, so that equal files have equal twins (RFC 1952, 2.3.1)."""
    return gzip.compress(_read(file), _HARDEST, mtime=0)


def _refuse_overlap(source: Path, out: Path) -> None:
    if source == out or source in out.parents or out in source.parents:
        raise UsageError(f"“{out}”和生成好的网站“{source}”重叠。", mend="换一个单独的文件夹。")


def _refuse_altered(files: Mapping[str, str], entries: Mapping[str, Entry]) -> None:
    """Refuse to publish what somebody has changed since the build."""
    altered = [path for path, sha256 in files.items() if entries[path].sha256 != sha256]
    if altered:
        raise EnvironmentRefused(
            f"生成好的网站里，{altered[0]} 等 {len(altered)} 个文件被改动过，没有导出。",
            mend="用 shanhuo verify 看看是哪些，再用 shanhuo build 重新生成。",
        )
