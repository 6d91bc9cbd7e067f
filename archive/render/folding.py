"""Translates the fixed messages of templates while these are compiled, once for a language and not on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_CALL = ("name", "lparen", "string", "rparen")
_TRANSLATOR = "_"


def folding(gettext: Callable[[str], str]) -> type[Extension]:
    """An extension of Jinja that puts the translation in the place of each `_("…")` without places to fill.

    Jinja then joins it with the text around it. What it gives for a page stays the same.
    """

    class Folding(Extension):
        """Works on the tokens of a template, before they are parsed."""

        def __init__(self, environment: Environment) -> None:
            super().__init__(environment)

        def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
            """The tokens with messages translated."""
            return _folded(list(stream), gettext)

    return Folding


def _folded(tokens: list[Token], gettext: Callable[[str], str]) -> Iterator[Token]:
    place = 0
    while place < len(tokens):
        some = tokens[place : place + len(_CALL)]
        is_attribute = place > 0 and tokens[place - 1].type == "dot"
        if not is_attribute and some[0].value == _TRANSLATOR and tuple(one.type for one in some) == _CALL:
            yield Token(some[0].lineno, "string", gettext(some[2].value))
            place += len(_CALL)
        else:
            yield some[0]
            place += 1
