"""Texts as they stand on a page: what markupsafe makes of them, but not as markup, which takes longer than the rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, cast

from markupsafe import Markup

# Markup(text) without asking the text whether it knows its own markup.
marked: Final = cast("Callable[[str], Markup]", partial(str.__new__, Markup))


def escaped(text: str) -> str:
    """The text with entities for the five marks that mean something in HTML."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "'" in text:
        text = text.replace("'", "&#39;")
    return text.replace('"', "&#34;") if '"' in text else text
