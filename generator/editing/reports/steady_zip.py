"""Packages of Office files whose bytes hang on their content alone."""

from __future__ import annotations

import io
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can tell (APPNOTE, 4.4.6)."""
_FILE_MODE = 0o600 << 16


def steady(package: bytes) -> bytes:
    """Return a ZIP archive with the same members in the same order, none of them of any time or machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = _FILE_MODE
            target.writestr(member, source.read(name))
    return out.getvalue()
