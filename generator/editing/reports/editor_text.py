"""The file of the editors' paragraphs, in whatever encoding an office's computer has saved it."""

from __future__ import annotations

from pathlib import Path

from generator.build.environment import told_as_environment
from generator.errors import UsageError

_ENCODINGS = ("utf-8-sig", "gb18030")
"""Of Notepad and WPS: UTF-8 with or without a mark, and what Windows calls ANSI in Chinese."""
_MOST_BYTES = 1_000_000


def read_editor_text(path: Path) -> str:
    """Return a text file with lines ended as in Unix.

    Raises:
        UsageError: It is no text, or longer than any report.
        EnvironmentRefused: It cannot be read.
    """
    with told_as_environment(f"读取 {path.name} "):
        data = path.read_bytes()
    if len(data) > _MOST_BYTES or b"\0" in data:
        raise UsageError(f"{path.name} 不是报告的文字。", mend="用记事本写，另存为 .md 文件，编码选 UTF-8。")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{path.name} 的编码认不出来。", mend="用记事本打开，另存时编码选 UTF-8。")
