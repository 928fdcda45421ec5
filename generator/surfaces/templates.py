"""
Our own templates as Jinja runs them: strict about missing names, escaping everything.

A run has one language, so fixed texts are put into a template when it is
compiled; and a fragment that stands on many pages is drawn once:
``{{ once(macro, view, root, …) }}``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from generator.languages.foreign_text import ForeignText

from . import template_code, template_contexts
from .inheritance import ThemeLoader
from .template_code import ShortCode, ShortMacro, compiled, finished
from .texts import Texts
from .theme import Theme
from .theme_files import template_fault

_FRAGMENTS = 4096
"""Drawn fragments that a process remembers: a product card has about 2.5 KB."""
_ESCAPED = 8192
"""Escaped values that a process remembers."""
_ROOT = "\x1f"
"""Stands for the way to the root in a fragment: a control character, which intake lets no text hold."""
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
        compiled = self.theme.work / "templates" / self.texts.language
        compiled.mkdir(parents=True, exist_ok=True)
        return _Environment(self.theme.folders, compiled, self.texts)


class _Environment(jinja2.Environment):
    """Does what our templates do thousands of times in a shorter way than Jinja, which has to suit everyone."""

    def __init__(self, folders: tuple[Path, ...], compiled: Path, texts: Texts) -> None:
        self.fixed_texts = texts.fixed
        self._opened: dict[str | jinja2.Template, jinja2.Template] = {}
        super().__init__(
            loader=ThemeLoader(folders),
            extensions=[_FixedTexts],
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_CompiledTemplates(compiled, texts),
            auto_reload=False,  # every run opens its theme anew
        )
        self.code_generator_class = ShortCode
        self.globals["once"] = _Once()
        self.escaped_as_text = lru_cache(_ESCAPED, typed=True)(escape)
        """Makes markup of a value.  Equal values of different types, such as 1 and True, are different ones to it."""
        self.escaped = lru_cache(_ESCAPED, typed=True)(_marked)
        """The same for content, where text in another language says so."""

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
        if parent is not None and isinstance(name, str):
            name = self.join_path(name, parent)
        found = self._opened.get(name)
        if found is None:
            found = self._opened[name] = super().get_template(name, None, globals)
        return found

    def join_path(self, template: str, parent: str) -> str:
        """Return the full name of what the template *parent* asks for: one behind it, or one of that name."""
        assert isinstance(self.loader, ThemeLoader)
        return self.loader.resolved(template, parent)

    def _compile(self, source: str, filename: str) -> CodeType:
        """Compile what a template became; what Python refuses is a fault of the template."""
        return compiled(source, filename)

    def macro(self, draw: Callable[..., str], name: str, arguments: list[str], *accesses: bool) -> Macro:
        """Return a macro that *draw* draws; *accesses* tells of what else its calls are given."""
        return ShortMacro(self, draw, name, arguments, *accesses)


def _marked(value: object) -> Markup:
    """Return *value* as content: text that nobody has translated says which language it is in."""
    if type(value) is ForeignText:
        return Markup('<span class="sh-source" lang="{}">{}</span>').format(value.language, str(value))
    return escape(value)


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
        modules = (Path(__file__), Path(template_code.__file__), Path(template_contexts.__file__))
        program = "\n".join(module.read_text(encoding="utf-8") for module in modules)
        self._basis = f"{jinja2.__version__}\n{program}\n{sorted(texts.fixed.items())}"

    def get_source_checksum(self, source: str) -> str:
        """Return a digest of a source and of all else that its compiled form hangs on."""
        return hashlib.blake2b(f"{self._basis}\0{source}".encode(), digest_size=16).hexdigest()


class _Once:
    """Draws a fragment of many pages once, whatever way leads from each of them to the root."""

    def __init__(self) -> None:
        self._drawn = lru_cache(_FRAGMENTS)(_drawn)

    def __call__(self, macro: Macro, view: object, root: str, *given: object) -> Markup:
        """Return ``macro(view, root, …)``; *view* is equal only to itself, *given* are words."""
        drawn: str = self._drawn(macro, view, *given)
        return finished(drawn.replace(_ROOT, root))


def _drawn(macro: Macro, view: object, *given: object) -> str:
    return str(macro(view, _ROOT, *given))
