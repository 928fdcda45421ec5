"""What a component says of itself: its macros with the comments before them, the fields of the views they are given."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from functools import cache
from typing import NamedTuple, get_type_hints

from generator.surfaces.theme import Theme

from .pattern_views import Parameter, ShownView

_MACRO = re.compile(
    r"(?:\{#-?\s*(?P<purpose>(?:(?!#\}).)*?)\s*-?#\}\s*)?\{%-?\s*macro\s+(?P<name>\w+)\((?P<parameters>[^)]*)\)",
    re.DOTALL,
)
_IMPORT = re.compile(r'\{%-?\s*from\s+"components/([\w-]+)/template\.html"\s+import\s+([\w, ]+)')
_PACKAGE = re.compile(r"\b(?:generator|markupsafe|typing|builtins)\.(?:\w+\.)*")


class Macro(NamedTuple):
    """A macro as its file declares it."""

    name: str
    purpose: str
    parameters: tuple[tuple[str, str], ...]
    """(name, default as it is written; empty where one must be given)."""

    @property
    def signature(self) -> str:
        """The macro as it is called."""
        shown = (f"{name}={default}" if default else name for name, default in self.parameters)
        return f"{self.name}({', '.join(shown)})"


def components(theme: Theme) -> tuple[str, ...]:
    """Return the names of all components that have a template."""
    return tuple(name.split("/")[1] for name in theme.names("components/", "/template.html"))


def macros(theme: Theme, component: str) -> dict[str, Macro]:
    """Return the macros of a component by name, in the order of its file."""
    text = theme.text(f"components/{component}/template.html")
    return {found["name"]: _macro(found) for found in _MACRO.finditer(text)}


def used_macros(theme: Theme) -> set[tuple[str, str]]:
    """Return (component, macro) of all that another file of the theme takes from a component."""
    return {
        (component, name.strip())
        for file in theme.names("", ".html")
        for component, names in _IMPORT.findall(theme.text(file))
        for name in names.split(",")
    }


def _macro(found: re.Match[str]) -> Macro:
    pairs = (part.partition("=") for part in found["parameters"].split(",") if part.strip())
    parameters = tuple((name.strip(), default.strip()) for name, _, default in pairs)
    return Macro(found["name"], " ".join((found["purpose"] or "").split()), parameters)


@cache
def shown_view(view: type) -> ShownView:
    """Return the fields of *view* with the sentences beneath them."""
    meanings = _meanings(view)
    fields = tuple(
        Parameter(name, _PACKAGE.sub("", kind.__name__ if isinstance(kind, type) else str(kind)), meanings[name])
        for name, kind in get_type_hints(view).items()
    )
    return ShownView(view.__name__, inspect.getdoc(view) or "", fields)


def _meanings(view: type) -> dict[str, str]:
    """Return field → the text that stands beneath it in the source, as in this package's style."""
    body = ast.parse(textwrap.dedent(inspect.getsource(view))).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    last = ""
    for statement in body.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            last = statement.target.id
            found[last] = ""
        elif last and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            found[last] = " ".join(str(statement.value.value).split())
            last = ""
    return found
