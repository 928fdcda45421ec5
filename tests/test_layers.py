"""The rooms of the package as they are built on one another; nothing is imported against the flow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
PACKAGE = REPOSITORY / "generator"
FLOW = (
    ("apart", "errors", "findings", "languages"),
    ("intake",),
    ("config",),
    ("contract",),
    ("catalog",),
    ("assets",),
    ("surfaces",),
    ("build",),
    ("asking",),
    ("editing",),
    ("serve",),
    ("kiosk",),
    ("cli",),
)
"""Rooms from the ground up; a room may import from those before it, and from its own step."""
ONLY_IN = {
    "mkdocs": ("surfaces/frame.py",),
    "frictionless": ("contract/tables.py",),
    "qrcode": ("assets/qr.py", "assets/qr_damage.py"),
    "quickjs": ("asking/engine.py",),
    "mcp": ("asking/assistant.py",),
}
"""Library → the modules that may name it."""
LONGEST_FILE = 600
"""Lines."""

_STEP = {room: step for step, rooms in enumerate(FLOW) for room in rooms}


def _modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, absolute name) of everything that a module imports, wherever in it the import stands."""
    package = ["generator", *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            # `from generator import x` names a room, `from .x import y` a module.
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else path.stem


def test_every_room_has_its_place_in_the_flow() -> None:
    """A new room does not come in without a place; only the package's own two files stand outside."""
    assert {_room(path) for path in _modules()} == {*_STEP, "__init__", "__main__"}


def test_nothing_is_imported_against_the_flow() -> None:
    """A room knows what is before it, never what comes after."""
    against = []
    for path in _modules():
        own = _STEP.get(_room(path), len(FLOW))
        for line, name in _imports(path):
            parts = name.split(".")
            if parts[0] == "generator" and len(parts) > 1 and _STEP.get(parts[1], 0) > own:
                against.append(f"{path.relative_to(REPOSITORY)}:{line} imports {name}")
    assert not against, "\n".join(against)


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_a_library_is_known_to_one_module(library: str) -> None:
    """What may have to be exchanged one day is imported in one place."""
    users = set()
    for path in _modules():
        if any(name.split(".")[0] == library for _, name in _imports(path)):
            users.add(path.relative_to(PACKAGE).as_posix())
    # The engine runs as a process of its own, so its one module need not import it.
    assert users <= set(ONLY_IN[library])


def test_the_engine_of_the_frame_is_named_in_one_module() -> None:
    """Outside the frame no code says ``mkdocs``, not even as a word of a command."""
    naming = set()
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("mkdocs"):
                naming.add(path.relative_to(PACKAGE).as_posix())
    assert naming == {"surfaces/frame.py"}


def test_no_python_file_is_long() -> None:
    """No file of the package, the tests or the benchmarks has more than six hundred lines."""
    folders = (PACKAGE, REPOSITORY / "tests", REPOSITORY / "benchmarks")
    lengths = {path: len(path.read_bytes().splitlines()) for folder in folders for path in folder.rglob("*.py")}
    assert not [f"{path.relative_to(REPOSITORY)}: {count}" for path, count in lengths.items() if count > LONGEST_FILE]
