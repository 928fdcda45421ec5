"""What earlier runs found out about content that has not changed; forgotten at no loss but time."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.contract import ContractSettings, reading_digest

from .file_memory import FileMemory


@dataclass(slots=True)
class Memory:
    """Kept in ``.shanhuo/clean.txt``: the program's digest, then a line a row that a check found clean."""

    path: Path | None
    """``None`` for a run that shall remember nothing."""
    program: str
    """Digest of the program that may use it."""
    clean: frozenset[str] = frozenset()
    """Digests of rows, and of the keys of tables, that hold."""

    @classmethod
    def open(cls, work: Path, program: str, *, use_cache: bool) -> Memory:
        """Recall what is kept for *program*; anything else counts as nothing."""
        if not use_cache:
            return cls(None, program)
        path = work / "clean.txt"
        try:
            first, *lines = path.read_text(encoding="ascii").splitlines()
        except (OSError, ValueError):
            return cls(path, program)
        return cls(path, program, frozenset(lines) if first == program else frozenset())

    def files(self, settings: ContractSettings) -> FileMemory:
        """Recall what data files hold, as far as they were read under the same *settings*."""
        path = self.path.with_name("files.jsonl") if self.path else None
        return FileMemory(path, f"{self.program} {reading_digest(settings)}")

    def keep(self, clean: frozenset[str]) -> None:
        """Replace what is known by *clean*, on disk in one step."""
        if self.path is None or clean == self.clean:
            return
        self.clean = clean
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # Under a name of its own: several commands may read one site at the same time.
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        beside.write_text("\n".join((self.program, *clean)), encoding="ascii")
        os.replace(beside, self.path)
