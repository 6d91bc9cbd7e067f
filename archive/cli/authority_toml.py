"""Suggested entries of the authority as TOML, to be pasted into its file: the reasons stand in comments."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator

from archive.links.authority_suggestions import SuggestedName, Suggestion

_WHY = {
    "small_words": "the same words, apart from small words and marks",
    "word_order": "the same words in another order",
    "inflection": "the same words in another inflection",
    "slip": "one letter differs",
    "abbreviation": "the same words, where one has an abbreviation",
    "near_name": "nearly the same letters",
    "initial": "the same surname, and the first letter of the given name",
    "same_letter": "the same surname, and another given name with the same first letter",
    "follows": "part of its words; held until {0}, the other from {1}",
    "same_abbreviation": "both abbreviated as {0}",
    "prefix": "begins with the same words",
    "suffix": "ends with the same words",
}


def suggestion_lines(suggestions: Iterable[Suggestion]) -> Iterator[str]:
    """The lines of a file of the authority that holds all suggestions, and nothing that they doubt."""
    for suggestion in suggestions:
        yield from _lines(suggestion)
        yield ""


def why_text(name: SuggestedName) -> str:
    """The reason in words."""
    return _WHY[name.why].format(*name.detail)


def _lines(suggestion: Suggestion) -> Iterator[str]:
    yield f"# {toml_text(suggestion.name)}: {records_text(suggestion.records)}"
    for name in suggestion.aliases:
        yield f"# {_reason(name, suggestion.name)}"
    for name in suggestion.narrower:
        yield f"# narrower? {_reason(name, suggestion.name)}"
    for name in suggestion.perhaps:
        yield f"# perhaps another: {_reason(name, suggestion.name)}"
    # What cannot be pasted as it is stands in comments.
    mark = ""
    if suggestion.in_file:
        yield "# Your file has this entry; add to it:"
        mark = "# "
    elif not suggestion.aliases and not suggestion.narrower:
        mark = "# "
    yield f"{mark}[[{suggestion.kind}]]"
    yield f"{mark}name = {toml_text(suggestion.name)}"
    for key, names in (("aliases", suggestion.aliases), ("narrower", suggestion.narrower)):
        if names:
            yield f"{mark}{key} = {_list(names)}"
    if suggestion.perhaps and not suggestion.aliases and not suggestion.narrower:
        yield f"# aliases = {_list(suggestion.perhaps)}"


def _reason(name: SuggestedName, lead: str) -> str:
    near = f" (as {toml_text(name.near)})" if name.near != lead else ""
    return f"{toml_text(name.name)}: {records_text(name.records)}, {why_text(name)}{near}"


def _list(names: Iterable[SuggestedName]) -> str:
    return f"[{', '.join(toml_text(name.name) for name in names)}]"


def toml_text(text: str) -> str:
    """A text as TOML writes it, which escapes as JSON does; so are characters that nobody can see."""
    return "".join(map(_seen, json.dumps(text, ensure_ascii=False)))


def _seen(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf"}:
        return f"\\U{ord(character):08x}"
    return character


def records_text(count: int) -> str:
    """A number of records in words."""
    return f"{count} record" if count == 1 else f"{count} records"
