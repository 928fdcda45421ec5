"""What earlier runs found out about content that has not changed; forgotten at no loss but time."""

from __future__ import annotations

import json
import os
from dataclasses import astuple, dataclass, field
from pathlib import Path

from generator.contract.tables import TableError, Verdicts


@dataclass(slots=True)
class Memory:
    """Kept as JSON in ``.shanhuo/memory.json``; made void by every change of the program."""

    path: Path | None
    """``None`` for a run that shall remember nothing."""
    program: str
    """Digest of the program that may use it."""
    verdicts: Verdicts = field(default_factory=dict)
    """Table Schema's verdicts by content; those that this run did not ask for are forgotten when it ends."""

    @classmethod
    def open(cls, work: Path, program: str, *, use_cache: bool) -> Memory:
        """Recall what is kept for *program*; anything unreadable counts as nothing."""
        if not use_cache:
            return cls(None, program)
        path = work / "memory.json"
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            if kept["program"] != program:
                return cls(path, program)
            verdicts = {key: tuple(TableError(*error) for error in errors) for key, errors in kept["verdicts"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(path, program)
        return cls(path, program, verdicts)

    def save(self) -> None:
        """Keep what is known now, replacing the file in one step."""
        if self.path is None:
            return
        verdicts = {key: [astuple(error) for error in errors] for key, errors in self.verdicts.items()}
        text = json.dumps({"program": self.program, "verdicts": verdicts})
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, self.path)
