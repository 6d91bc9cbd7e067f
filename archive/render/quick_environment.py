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
from jinja2.idtracking import VAR_LOAD_ALIAS, VAR_LOAD_RESOLVE
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from archive.render.escaping import escaped, marked


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

    # A macro escapes what it puts out.
    def called(*arguments: object, **named: object) -> str:
        if len(arguments) == count and not named:
            return marked(made(*arguments))
        return macro(*arguments, **named)

    return called


class _PageCode(CodeGenerator):
    """Writes the code of a template with the shorter ways."""

    environment: QuickEnvironment

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """The code of a template names the two functions above without a way through the environment."""
        self.writeline(f"from {__name__} import quick_macro, written")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        """A name that means the same on every page is not asked of the page, in every call of a macro anew."""
        for target, (action, name) in frame.symbols.loads.items():
            if action == VAR_LOAD_RESOLVE and name in self.environment.lasting:
                frame.symbols.loads[target] = (VAR_LOAD_ALIAS, f"environment.globals[{name!r}]")
        super().enter_frame(frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")

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
        self.write("quick_macro(")
        super().macro_def(macro_ref, frame)
        self.write(f", {len(macro_ref.node.args)}, macro)")


class QuickEnvironment(Environment):
    """An environment for templates that are all escaped.

    lasting: names among its globals that no template and no page gives to anything else.
    """

    code_generator_class = _PageCode
    lasting: frozenset[str] = frozenset()

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template knows: without its own those of the environment, and no view of both."""
        return super().make_globals(d) if d else self.globals
