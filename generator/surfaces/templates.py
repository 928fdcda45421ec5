"""
Our own templates as Jinja runs them: strict about missing names, escaping everything.

A run has one language, so fixed texts are put into a template when it is
compiled; and a fragment that stands on many pages is drawn once:
``{{ once(macro, view, …) }}``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from .texts import Texts
from .theme import Theme
from .theme_files import template_fault

_FRAGMENTS = 4096
"""Drawn fragments that a process remembers: a product card has about 2.5 KB."""
_ESCAPED = 8192
"""Escaped values that a process remembers."""
_FIXED_TEXT = ("name", "lparen", "string", "rparen")
"""Tokens of ``t("…")``."""


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
        return _Environment(self.theme.folders, compiled, self.texts)


class _Environment(jinja2.Environment):
    """Does what our templates do thousands of times in a shorter way than Jinja, which has to suit everyone."""

    def __init__(self, folders: tuple[Path, ...], compiled: Path, texts: Texts) -> None:
        self.fixed_texts = texts.fixed
        self._opened: dict[str | jinja2.Template, jinja2.Template] = {}
        super().__init__(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            extensions=[_FixedTexts],
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_CompiledTemplates(compiled, texts),
            auto_reload=False,  # every run opens its theme anew
        )
        self.code_generator_class = _CodeGenerator
        self.context_class = _Context
        self.globals["once"] = lru_cache(_FRAGMENTS)(_drawn)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give all templates the same globals as one dictionary: Jinja's chain of two is slow to look through."""
        return super().make_globals(d) if d else self.globals

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> jinja2.Template:
        """Return a template; each page asks for a dozen, and none changes during a run."""
        found = self._opened.get(name)
        if found is None:
            found = self._opened[name] = super().get_template(name, parent, globals)
        return found

    def escaped(self, value: object) -> str:
        """Return *value* as markup: finished markup as it is, all else escaped."""
        return value if type(value) is Markup else _escaped(value)


class _CodeGenerator(CodeGenerator):
    """Writes ``environment.escaped(value)`` where Jinja writes ``escape(value)``: a third of the time of a page.

    The method is the one that Jinja's own ``NativeCodeGenerator`` replaces.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(Context):
    """Calls macros without the questions that Jinja asks first: in this environment all of them escape."""

    def call(self, callee: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, a function that remembers, or anything else."""
        if type(callee) not in _ASKING_NOTHING:
            return super().call(callee, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return callee(*args, **kwargs)


class _FixedTexts(Extension):
    """Puts the text in the place of ``t("…")``; Jinja then escapes it and joins it to what stands around it."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template, those of a call for a fixed text as one string."""
        assert isinstance(self.environment, _Environment)
        texts = self.environment.fixed_texts
        held: list[Token] = []
        before = ""
        for token in stream:
            held.append(token)
            is_other = len(held) == 1 and (token.value != "t" or before == "dot")
            if token.type != _FIXED_TEXT[len(held) - 1] or is_other:
                yield from held
                held = []
            elif len(held) == len(_FIXED_TEXT):
                key = held[2].value
                # A missing text is told by the call itself, when a page asks for it.
                yield from [Token(held[0].lineno, "string", texts[key])] if key in texts else held
                held = []
            before = token.type
        yield from held


class _CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Compiled templates between runs; they hold the fixed texts and are made by the classes of this module."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        super().__init__(str(folder))
        program = Path(__file__).read_text(encoding="utf-8")
        self._basis = f"{jinja2.__version__}\n{program}\n{sorted(texts.fixed.items())}"

    def get_source_checksum(self, source: str) -> str:
        """Return a digest of a source and of all else that its compiled form hangs on."""
        return hashlib.blake2b(f"{self._basis}\0{source}".encode(), digest_size=16).hexdigest()


def _drawn(macro: Macro, *given: object) -> str:
    """Draw a fragment; *given* are words, and views that are equal only to themselves."""
    return macro(*given)


# Equal values of different types (a text and finished markup, 1 and True) are different values to it.
_escaped = lru_cache(_ESCAPED, typed=True)(escape)
_ASKING_NOTHING = (Macro, type(_escaped))
"""Types of callables that take nothing of the page around them: macros, and functions that remember."""
