"""
Publishing: two generations of a site, of which the idle one receives the changes before they change places.

:func:`begin_staging` looks over both while the data is read;
:meth:`Opening.staging` makes the idle one equal to the live one by hard links;
the build writes what changed into ``staging.root`` with
:func:`generator.build.writing.write_file`; :meth:`Staging.commit` completes it
and exchanges the two.  Whatever happens in between, the output folder is a
whole site, and what others change in it after the look is noticed at the end.
All of it runs under :func:`generator.build.locks.locked`.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.errors import EnvironmentRefused

from .environment import told_as_environment
from .exchange import exchange, repair, sync_folder
from .foreign import carry, refuse_collisions
from .idle import IdleLook, IdleTree, idle_path, make_empty, make_equal
from .linking import link_file
from .looking import Look, Looking
from .manifest import manifest_bytes, manifest_digest
from .output_folder import checked_output
from .output_paths import MANIFEST_NAME, ancestors, parent_of, require_safe
from .private_state import Entry, State, prune_states, save_state, states_folder
from .survey import Survey, survey
from .writing import remove

_SETTLED_NS = 100_000_000
"""A folder changed less than this ago may change again without a new modification time (clock ticks of 1 to 10 ms)."""


def begin_staging(out: Path, *, site: Path, work: Path, apart: bool = False) -> Opening:
    """
    Begin to look at what is published in ``out``, for the build of ``site``, whose work folder is ``work``.

    Repairs an interrupted publication first; otherwise nothing is written.  ``apart`` says that other work follows
    before the staging is asked for, so that the look is best taken in another process.  Raises UsageError and
    EnvironmentRefused as :func:`generator.build.output_folder.checked_output` does, and EnvironmentRefused
    for any refusal of the system.
    """
    real = checked_output(out, site, work)
    with told_as_environment("准备发布"):
        real.parent.mkdir(parents=True, exist_ok=True)
        repair(real)
        return Opening(real, states_folder(work, real), apart=apart)


class Opening:
    """Both generations while they are looked at; made by :func:`begin_staging`."""

    def __init__(self, out: Path, states: Path, *, apart: bool) -> None:
        self._out = out
        self._states = states
        self._began = time.time_ns()
        self._looking = Looking(out, idle_path(out), states, apart=apart) if out.exists() else None

    def staging(self) -> Staging:
        """
        Prepare the idle generation, once.

        Raises EnvironmentRefused for a folder that is not ours to replace, and for any refusal of the system.
        """
        root = os.fspath(idle_path(self._out))
        with told_as_environment("准备发布"):
            if self._looking is None:
                look = Look(self._began, None, {}, Survey({"": 0}, {}, set()), IdleLook({}, [], set()))
                return Staging(self._out, self._states, look, make_empty(root))
            look = self._looking.look()
            return Staging(self._out, self._states, look, make_equal(root, os.fspath(self._out), look.found, look.idle))


class Staging:
    """The idle generation while it is being filled; made by :meth:`Opening.staging`, of use for one commit."""

    def __init__(self, out: Path, states: Path, look: Look, idle: IdleTree) -> None:
        self.out = out
        """The output folder, absolute, without symbolic links."""
        self.root = idle.root
        """The folder to write into, for :func:`generator.build.writing.write_file`."""
        self._states = states
        self._state = look.state
        self._owned = look.owned
        self._found = look.found
        self._opened = look.taken
        self._idle = idle

    def live_key(self, path: str) -> Entry | None:
        """
        What is published at ``path``, untouched since; None when it must be written.

        An entry with the wanted key goes into the records of the commit as it is.
        """
        return self._found.intact.get(path)

    @property
    def published(self) -> Iterable[str]:
        """Paths of our files in the output folder."""
        return self._owned.keys()

    def refuse_collisions(self, planned: Iterable[str]) -> None:
        """Raise EnvironmentRefused when a planned output would take a foreign file's place; call before writing."""
        refuse_collisions(self.out, planned, self._found.foreign)

    def commit(self, records: Mapping[str, Entry]) -> None:
        """
        Publish exactly the files of ``records`` (path to entry), and the foreign files of the output folder.

        Every path of ``records`` has been written into ``root`` or is the entry :meth:`live_key` gave.
        Raises EnvironmentRefused when the system refuses or a foreign file stands in the way;
        the output folder is then as it was.
        """
        with told_as_environment("发布网站"):
            self.refuse_collisions(records)
            files = self._settle_files(records)
            self._drop_unplanned(files)
            live = os.fspath(self.out)
            self._idle.touched.update(carry(live, self.root, self._found.foreign, set()))
            if os.path.lexists(live):
                shutil.copymode(live, self.root)
            name = self._seal(files)
            keep = {name, self._state or name}
            self._go_live(name, files)
            prune_states(self._states, keep)

    def _settle_files(self, records: Mapping[str, Entry]) -> dict[str, Entry]:
        """The entries to publish, sorted by path, after making sure that what was written is there."""
        files = dict(sorted(records.items()))
        known = self._found.intact.get
        for path in [path for path, entry in files.items() if known(path) is not entry]:
            published = known(path)
            if published != files[path]:
                files[path] = self._settle_written(path, files[path], published)
        return files

    def _settle_written(self, path: str, entry: Entry, published: Entry | None) -> Entry:
        require_safe(path)
        target = f"{self.root}/{path}"
        folder = parent_of(path)
        if folder not in self._idle.touched:
            self._idle.touched.add(folder)
            if folder not in self._idle.folders:
                self._idle.touched.update(("", *ancestors(path)))
        found = os.lstat(target)
        if (found.st_size, found.st_mtime_ns) != (entry.size, entry.mtime_ns):
            raise EnvironmentRefused(f"准备发布的文件「{path}」在写好之后被别的程序改动了。", mend="请再生成一次。")
        if published is None or published.sha256 != entry.sha256:
            return entry
        # Made anew with the same content: the published file stays, so caches and copies by time keep it.
        remove(target)
        link_file(f"{self.out}/{path}", target)
        return published._replace(key=entry.key)

    def _drop_unplanned(self, files: Mapping[str, Entry]) -> None:
        """Remove from the idle tree what is published and no longer planned, and the folders this empties."""
        gone = [path for path in self._owned if path not in files]
        folders: set[str] = set()
        for path in gone:
            if path in self._found.intact and not _is_folder(f"{self.root}/{path}"):
                remove(f"{self.root}/{path}")
            folders.update(ancestors(path))
            self._idle.touched.add(parent_of(path))
        for folder in sorted(folders, reverse=True):
            if _is_folder(f"{self.root}/{folder}") and not os.listdir(f"{self.root}/{folder}"):
                os.rmdir(f"{self.root}/{folder}")
                self._idle.touched.add(parent_of(folder))

    def _seal(self, files: dict[str, Entry]) -> str:
        """Write the idle tree's manifest and state; returns the state's name."""
        content = manifest_bytes((path, entry.sha256) for path, entry in files.items())
        manifest = f"{self.root}/{MANIFEST_NAME}"
        remove(manifest)
        with open(manifest, "xb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
            modified = os.fstat(target.fileno()).st_mtime_ns
        self._idle.touched.add("")
        name = f"{manifest_digest(content)}-{modified}.json"
        self._save(name, self.root, files, self._found.foreign)
        return name

    def _save(self, name: str, root: str, files: dict[str, Entry], foreign: Iterable[str]) -> None:
        folders = self._idle.folders
        unsettled = time.time_ns() - _SETTLED_NS
        for folder in self._idle.touched:
            try:
                mtime = os.lstat(f"{root}/{folder}").st_mtime_ns
            except (FileNotFoundError, NotADirectoryError):
                folders.pop(folder, None)
                continue
            folders[folder] = mtime if mtime < unsettled else 0
        save_state(self._states, name, State(files, dict(sorted(folders.items())), frozenset(foreign)))

    def _go_live(self, name: str, files: dict[str, Entry]) -> None:
        if not os.path.lexists(self.out):
            os.rename(self.root, self.out)
            sync_folder(self.out.parent)
            return
        idle = Path(self.root)
        exchange(self.out, idle)
        sync_folder(self.out.parent)
        self._follow_late_changes(name, files, idle)

    def _follow_late_changes(self, name: str, files: dict[str, Entry], old: Path) -> None:
        """Bring over what happened to foreign files during the build; undo the exchange on a collision."""
        known = {
            folder: mtime if mtime < self._opened - _SETTLED_NS else 0 for folder, mtime in self._found.folders.items()
        }
        before = State({}, known, frozenset(self._found.foreign))
        now = survey(os.fspath(old), before, self._owned).foreign
        try:
            refuse_collisions(self.out, files, now)
        except EnvironmentRefused:
            exchange(self.out, old)
            raise
        touched = carry(os.fspath(old), os.fspath(self.out), now, self._found.foreign)
        if touched:
            self._idle.touched.update(touched)
            self._save(name, os.fspath(self.out), files, now)


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)
