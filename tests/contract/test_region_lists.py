"""The list of region codes, wherever the package that has it stands."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

_READ = """
import sys
sys.path[:0] = sys.argv[1:]
from generator.contract.rules.regions import _edition, gb2260
edition = _edition()
assert "stdnum" not in sys.modules
assert gb2260()["610924"][-1].name == "紫阳县"
import stdnum
print(edition, stdnum.__file__)
"""


def _edition_in(*places: Path) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", _READ, *map(str, places)], capture_output=True, encoding="utf-8", check=True
    )
    return run.stdout.split(maxsplit=1)


def _packed(folder: Path, archive: Path) -> Path:
    return Path(shutil.make_archive(str(archive), "zip", root_dir=folder, base_dir="stdnum"))


def test_a_list_is_told_from_another_by_its_content(tmp_path: Path) -> None:
    """Unpacked or in an archive, the same list is the same edition, and a changed one is another."""
    found = find_spec("stdnum")
    assert found is not None
    assert found.origin is not None
    copied = shutil.copytree(Path(found.origin).parent, tmp_path / "stdnum", ignore=shutil.ignore_patterns("*.pyc"))
    archive = _packed(tmp_path, tmp_path / "same")
    listed = copied / "cn" / "loc.dat"
    listed.write_text(listed.read_text("utf-8") + "# changed\n", encoding="utf-8")

    installed, packed, changed = _edition_in(), _edition_in(archive), _edition_in(_packed(tmp_path, tmp_path / "other"))

    assert packed[1].startswith(str(archive))
    assert installed[0] == packed[0]
    assert changed[0] != packed[0]
