"""What npm brings for tests: packages of fixed versions, installed once into a cache of the user's."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path


def installed(packages: Mapping[str, str]) -> Path | None:
    """Return a folder in whose ``node_modules`` *packages* (name → version) are; ``None`` where npm brings none."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return None
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "shanhuo-tests" / "-".join(f"{name}@{version}" for name, version in packages.items())
    if not all((folder / "node_modules" / name).is_dir() for name in packages):
        folder.mkdir(parents=True, exist_ok=True)
        manifest = {"private": True, "dependencies": dict(packages)}
        (folder / "package.json").write_text(json.dumps(manifest), encoding="utf-8")
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        if subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode != 0:
            return None
    return folder
