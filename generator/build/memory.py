"""What earlier runs found out about content that has not changed; forgotten at no loss but time."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.intake.data_folder import FileReader
from generator.intake.files import read_file

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
    files: FileMemory | None = None
    """What YAML files hold; ``None`` for a run that shall remember nothing."""

    @classmethod
    def open(cls, work: Path, program: str, *, use_cache: bool) -> Memory:
        """Recall what is kept for *program*; anything else counts as nothing."""
        if not use_cache:
            return cls(None, program)
        path = work / "clean.txt"
        files = FileMemory(work / "files.jsonl", program)
        try:
            first, *lines = path.read_text(encoding="ascii").splitlines()
        except (OSError, ValueError):
            return cls(path, program, files=files)
        return cls(path, program, frozenset(lines) if first == program else frozenset(), files)

    @property
    def reader(self) -> FileReader:
        """What reads a data file."""
        return self.files.read if self.files else read_file

    def keep(self, clean: frozenset[str]) -> None:
        """Replace what is known by *clean*, on disk in one step."""
        if self.path is None or clean == self.clean:
            return
        self.clean = clean
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".new")
        beside.write_text("\n".join([self.program, *sorted(clean)]) + "\n", encoding="ascii")
        os.replace(beside, self.path)
