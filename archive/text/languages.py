"""The languages that the documents of an archive can be written in: what search needs to know of each.

A new language is a module beside dutch.py and english.py, and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import partial
from typing import NamedTuple

from archive.errors import ConfigError
from archive.text import abbreviations, compounds, dutch, dutch_tells, english, english_tells
from archive.text.abbreviations import Definition, Spelled
from archive.text.tells import Tells


class Language(NamedTuple):
    """How the words of one language belong together. All functions take folded forms, as archive.text.tokens does.

    code: as in ISO 639-1.
    family: the key of the inflections that a form is searched with.
    compound_parts: of a form, all forms of the corpus and the keys of their families, the forms of which the first
    is made; () when it is no compound, and always in a language that writes its compounds apart.
    definitions: the abbreviations that a text defines; spelled_definitions: the same with their printed forms.
    tells: by which words a sentence tells what its subject is. function_words: those that names pass over.
    """

    code: str
    family: Callable[[str], str]
    compound_parts: Callable[[str, Container[str], Container[str]], tuple[str, ...]]
    definitions: Callable[[str], Iterator[Definition]]
    spelled_definitions: Callable[[str], Iterator[Spelled]]
    tells: Tells
    function_words: frozenset[str]


def _no_parts(form: str, attested: Container[str], families: Container[str]) -> tuple[str, ...]:
    return ()


DUTCH = Language(
    "nl",
    dutch.family,
    compounds.compound_parts,
    partial(abbreviations.definitions, function_words=dutch.FUNCTION_WORDS),
    partial(abbreviations.spelled_definitions, function_words=dutch.FUNCTION_WORDS),
    dutch_tells.TELLS,
    dutch.FUNCTION_WORDS,
)
ENGLISH = Language(
    "en",
    english.family,
    _no_parts,
    partial(abbreviations.definitions, function_words=english.FUNCTION_WORDS),
    partial(abbreviations.spelled_definitions, function_words=english.FUNCTION_WORDS),
    english_tells.TELLS,
    english.FUNCTION_WORDS,
)
_LANGUAGES = {known.code: known for known in (DUTCH, ENGLISH)}


def language(code: str) -> Language:
    """The language with an ISO 639-1 code. Raises ConfigError that names the known codes."""
    try:
        return _LANGUAGES[code]
    except KeyError:
        known = " or ".join(repr(name) for name in _LANGUAGES)
        raise ConfigError("document_language", f"no language is called {code!r}", f"give {known}") from None
