"""Jinja with shorter ways to what pages do most: put out a text, ask for an attribute, call a macro or a function.

What comes out is the same. The templates are our own, so that some ways of Jinja are not needed: no call of theirs
wants the context, and what follows a full stop is an attribute, never a key. Where another version of Jinja does not
ask for these ways, it goes its own.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from archive.render.escaping import escaped


def written(value: object) -> str:
    """A value as it stands on a page, escaped unless it is markup."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str:
        return escaped(value)  # type: ignore[arg-type]
    return str(value) if kind is int else escape(value)


def quick_macro(macro: Macro, count: int, made: Callable[..., str]) -> Callable[..., str]:
    """A macro as a function. made: what makes its text of all `count` arguments."""

    def called(*arguments: object, **named: object) -> str:
        if len(arguments) == count and not named:
            return Markup(made(*arguments))  # noqa: S704 - a macro escapes what it puts out
        return macro(*arguments, **named)

    return called


class _PageCode(CodeGenerator):
    """Writes the code of a template with the shorter ways."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """An attribute is asked of what it belongs to, without looking for a key where there is none."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """What is called gets its arguments and nothing else."""
        if (
            forward_caller
            or node.dyn_args
            or node.dyn_kwargs
            or any(iskeyword(one.key) for one in node.kwargs)
        ):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for place, argument in enumerate((*node.args, *node.kwargs)):
            self.write(", " if place else "")
            self.visit(argument, frame)
        self.write(")")

    def macro_def(self, macro_ref: Any, frame: Frame) -> None:
        """A macro that takes its arguments only becomes a function."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        self.write("environment.quick_macro(")
        super().macro_def(macro_ref, frame)
        self.write(f", {len(macro_ref.node.args)}, macro)")


class QuickEnvironment(Environment):
    """An environment for templates that are all escaped."""

    code_generator_class = _PageCode
    written = staticmethod(written)
    quick_macro = staticmethod(quick_macro)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template knows: without its own those of the environment, and no view of both."""
        return super().make_globals(d) if d else self.globals
