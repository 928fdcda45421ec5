"""
The Python that a template becomes, where Jinja's own is longer than our templates need.

Jinja has to suit everyone; ours are filled with views, macros and texts alone, always escape and never wait.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from keyword import iskeyword
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import internalcode, missing
from markupsafe import Markup

from .template_contexts import printed_as_text
from .theme_files import shown

finished: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Marks a text as markup; :class:`Markup` itself would first ask whether it is."""


def compiled(source: str, filename: str) -> CodeType:
    """Compile what a template became.

    Args:
        source: The Python that Jinja wrote.
        filename: The template's file.

    Raises:
        TemplateSyntaxError: Python refuses it. Jinja lets some slips pass, such as an argument that is given twice.
    """
    try:
        return compile(source, filename, "exec")
    except SyntaxError as error:
        line = _template_line(source, error.lineno or 1)
        raise TemplateSyntaxError(error.msg, line, shown(Path(filename)), filename) from error


def _template_line(source: str, number: int) -> int:
    """Return the line of a template that stands in line *number* of its Python, whose end lists which is where."""
    pairs = [pair.split("=") for pair in source.rpartition("debug_info = '")[2].strip("'").split("&") if pair]
    return next((int(line) for line, at in reversed(pairs) if int(at) <= number), 1)


class ShortCode(CodeGenerator):
    """Writes what is shorter where templates are filled with views, macros and texts alone.

    Views are objects with all their attributes, so ``view.name`` is read as Python reads it; nothing that a template
    calls asks for the page around it, so it is called as Python calls it; and finished markup is seen where it stands.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Write a whole template, knowing where in the page each of its expressions is printed."""
        self._as_text = printed_as_text(node)
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Read an attribute; one that is not there is a fault of the template."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - Jinja's
    ) -> None:
        """Call a macro or a function; *forward_caller* hands it the block that the call encloses."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(argument.key) for argument in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 - Jinja's
        """Write a macro as one of ours, to which the environment is given when it is drawn."""
        names = [argument.name for argument in macro_ref.node.args]
        accesses = (macro_ref.accesses_kwargs, macro_ref.accesses_varargs, macro_ref.accesses_caller)
        self.write(f"environment.macro(macro, {getattr(macro_ref.node, 'name', None)!r}, {names!r}, *{accesses!r})")

    # These two are what Jinja's own NativeCodeGenerator replaces.
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002 - Jinja's
        self.write("(value if type(value := (")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002 - Jinja's
        escaped = "escaped_as_text" if id(node) in self._as_text else "escaped"
        self.write(f")) is Markup else environment.{escaped}(value))")


class ShortMacro(Macro):
    """A macro in an environment in which all of them escape and none waits: its usual call asks no questions."""

    @internalcode  # what is wrong with a call is told of the template that calls
    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Draw the macro from positional arguments, and from the block that the call encloses as ``caller``."""
        lacking = self._argument_count - len(args)
        is_usual = lacking >= 0 and not (self.catch_varargs or self.catch_kwargs or self.explicit_caller)
        if not is_usual or len(kwargs) != self.caller or (kwargs and "caller" not in kwargs):
            return super().__call__(*args, **kwargs)
        return finished(self._func(*args, *(missing,) * lacking, *kwargs.values()))
