"""How a line of running text ends."""

from __future__ import annotations

import re

_ABBREVIATION = re.compile(
    r"(?:\b(?:[a-z]\.){2,}|\b(?:nrs?|art|bv|bijv|resp|excl|incl|ca|max|min|gem|vgl|zgn|blz|pag|dhr|mevr|dr|prof|ir)\.)$",
    re.IGNORECASE,
)
_ENDS = frozenset(".?!:;…")
_LONGEST = 16
_LONG_WORD = 5
_CLOSERS = "\"'”’»)]"


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence or an entry of a list does, closing quotes and brackets aside.

    The point of an abbreviation ends none.
    """
    stripped = text.rstrip()
    # Behind a word of five letters or more the point is that of no abbreviation.
    is_long_word = len(stripped) > _LONG_WORD and stripped[-1 - _LONG_WORD : -1].isalpha()
    if stripped.endswith(".") and not is_long_word and _ABBREVIATION.search(stripped[-_LONGEST:]):
        return False
    return stripped[-1:] in _ENDS or stripped.rstrip(_CLOSERS)[-1:] in _ENDS
