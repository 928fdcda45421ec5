"""
Our own templates as Jinja runs them: strict about missing names, escaping everything.

A run has one language, so fixed texts are put into a template when it is
compiled; and a fragment that stands on many pages is drawn once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from .texts import Texts
from .theme import Theme
from .theme_files import template_fault

if TYPE_CHECKING:
    from jinja2.compiler import Frame, _FinalizeInfo
    from jinja2.nodes import Expr

_FRAGMENTS = 4096
"""Drawn fragments that a process remembers: a product card has about 2.5 KB."""
_ESCAPED = 8192
"""Escaped values that a process remembers."""
_FIXED_TEXT = ("name", "lparen", "string", "rparen")


@dataclass(frozen=True)
class Templates:
    """The templates of a theme in one language."""

    theme: Theme
    texts: Texts

    def render(self, name: str, **given: object) -> str:
        """Return the template *name* filled in; it finds the fixed texts as ``t``.

        Raises:
            ThemeBroken: The template, or one that it includes, is wrong; the sentence names file and line.
        """
        try:
            return self._environment.get_template(name).render(given, t=self.texts)
        except (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            fault = template_fault(error, name, self.theme.folders)
            if fault is None:  # the slip is in a view, not in what the theme does with it
                raise
            raise fault from error

    @cached_property
    def _environment(self) -> jinja2.Environment:
        compiled = self.theme.work / "templates"
        compiled.mkdir(parents=True, exist_ok=True)
        environment = _Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in self.theme.folders]),
            extensions=[_FixedTexts],
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_CompiledTemplates(compiled, self.texts),
            auto_reload=False,  # every run opens its theme anew
        )
        environment.extend(fixed_texts=self.texts.fixed, opened={})
        environment.globals["once"] = lru_cache(_FRAGMENTS)(_drawn)
        return environment


def _drawn(macro: Macro, *given: object) -> Markup:
    """Draw a fragment; *given* are views, which are equal only to themselves, and words."""
    return Markup(macro(*given))  # noqa: S704 - macros of an environment that escapes


class _FixedTexts(Extension):
    """Puts the text of *key* in the place of ``t("key")``; Jinja then escapes it and joins it to its surroundings."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        texts: dict[str, str] = self.environment.fixed_texts  # type: ignore[attr-defined]
        held: list[Token] = []
        for token in stream:
            held.append(token)
            if token.type != _FIXED_TEXT[len(held) - 1] or (len(held) == 1 and token.value != "t"):
                yield from held
                held = []
            elif len(held) == len(_FIXED_TEXT):
                key = held[2].value
                # A missing text is told by the call itself, when the page asks for it.
                yield from [Token(held[0].lineno, "string", texts[key])] if key in texts else held
                held = []
        yield from held


class _CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Compiled templates between runs; they hold the fixed texts and are made by the classes of this module."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        super().__init__(str(folder))
        self._basis = (
            f"{jinja2.__version__}\n{Path(__file__).read_text(encoding='utf-8')}\n{sorted(texts.fixed.items())}"
        )

    def get_source_checksum(self, source: str) -> str:
        """Return the name of a source with all else that its compiled form hangs on."""
        return hashlib.blake2b(f"{self._basis}\0{source}".encode(), digest_size=16).hexdigest()


class _CodeGenerator(CodeGenerator):
    """Escapes through the environment, which is quicker than markupsafe at what templates print again and again."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: _FinalizeInfo) -> None:
        self.write("environment.escaped(")


class _Context(Context):
    """Calls macros without the questions that Jinja asks first: in this environment all of them escape."""

    def call(self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if type(__obj) not in _ASKING_NOTHING:
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


class _Environment(jinja2.Environment):
    code_generator_class = _CodeGenerator
    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give all templates the same globals as one dictionary: Jinja's chain of two is slow to look through."""
        return super().make_globals(d) if d else self.globals

    def get_template(self, name, parent=None, globals=None):
        found = self.opened.get(name)
        if found is None:
            found = self.opened[name] = super().get_template(name, parent, globals)
        return found

    def escaped(self, value: object) -> str:
        """Return *value* as markup: finished markup as it is, all else escaped."""
        return value if type(value) is Markup else _escaped(value)


# Equal values of other types (a text and finished markup, 1 and True) are other values to it.
_escaped = lru_cache(_ESCAPED, typed=True)(escape)
_ASKING_NOTHING = (Macro, type(_escaped))
"""Types of callables that take nothing of the page around them: macros, and functions that remember."""
