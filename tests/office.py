"""LibreOffice, where this machine has it: documents become PDF, and workbooks are calculated anew."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_LONGEST_SECONDS = 180
_VALUES = re.compile(rb"(</f>)<v>[^<]*</v>")
_TEXT_VALUES = re.compile(rb' t="str"(>\s*<f>)')

needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")


def converted(source: Path, form: str, folder: Path) -> Path:
    """Convert a file with a profile of its own, so that an office that is open elsewhere is left alone."""
    assert SOFFICE is not None
    folder.mkdir(parents=True, exist_ok=True)
    profile = folder / "profile"
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form,
         "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=_LONGEST_SECONDS,
    )  # fmt: skip
    return folder / f"{source.stem}.{form}"


def without_values(source: Path, target: Path) -> Path:
    """Copy a workbook without the values that its formulas had, so that whoever opens it has to calculate."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/"):
                data = _TEXT_VALUES.sub(rb"\1", _VALUES.sub(rb"\1", data))
            new.writestr(name, data)
    return target
