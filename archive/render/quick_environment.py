"""Jinja with shorter ways to what pages do most: put out a text, call a macro, import one. What comes out is the same.

Where another version of Jinja does not ask for these ways, it goes its own.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from types import FunctionType
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape


def written(value: object) -> str:
    """A value as it stands on a page, escaped unless it is markup."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]
    if kind is str:
        return escaped(value)  # type: ignore[arg-type]
    return str(value) if kind is int else escape(value)


def escaped(text: str) -> str:
    """What markupsafe makes of a text, but not as markup, which takes longer than the escaping."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "'" in text:
        text = text.replace("'", "&#39;")
    return text.replace('"', "&#34;") if '"' in text else text


class _PageCode(CodeGenerator):
    """Writes the code of a template, in which values are put out by `written`."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")


class _PageContext(Context):
    """Calls macros and plain functions without looking first what else they could be."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What is called gives. Functions that want a context, and all else, are left to Jinja."""
        kind = type(called)
        if kind is Macro or (kind is FunctionType and not hasattr(called, "jinja_pass_arg")):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(*args, **kwargs)
        return super().call(called, *args, **kwargs)


class QuickEnvironment(Environment):
    """An environment for templates that are all escaped."""

    code_generator_class = _PageCode
    context_class = _PageContext
    written = staticmethod(written)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template knows: without its own those of the environment, and no view of both."""
        return super().make_globals(d) if d else self.globals
