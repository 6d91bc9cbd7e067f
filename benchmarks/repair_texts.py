"""The texts of two parliaments, as lines, to see what the repair of text does to writing that was right.

dekamer2017.jsonl.gz: the Belgian Chamber of 2017 (Dutch, some French, no line breaks). uk-written-questions.jsonl.gz:
the House of Commons (English; answers are HTML, of which a paragraph or a break gives a line).
"""

from __future__ import annotations

import gzip
import html
import json
import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from archive.model.document import Line

_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|td|th|h\d)>", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.?!:;,])\s+")
_TAG = re.compile(r"<[^>]*>")
_FIELDS = {
    "dekamer2017.jsonl.gz": ("doc_id", ("question", "answer")),
    "uk-written-questions.jsonl.gz": ("id", ("question_text", "answer_text")),
}
CORPORA = tuple(_FIELDS)


class Text(msgspec.Struct, frozen=True):
    """One question or answer. place: the corpus's own number of it and the field."""

    place: str
    lines: tuple[Line, ...]


def _as_given(text: str) -> list[str]:
    return text.splitlines()


def _wrapped(text: str) -> list[str]:
    return [line for given in text.splitlines() for line in textwrap.wrap(given, 88) or [""]]


def _sentences(text: str) -> list[str]:
    return [line for given in text.splitlines() for line in _SENTENCE.split(given)]


def _words(text: str) -> list[str]:
    return text.split()


# The corpora have long lines: the other ways to lay them out let every word stand at the beginning of one.
LAYOUTS: dict[str, Callable[[str], list[str]]] = {
    "as given": _as_given,
    "wrapped at 88": _wrapped,
    "a clause a line": _sentences,
    "a word a line": _words,
}


def read_texts(path: Path, layout: str = "as given") -> Iterator[Text]:
    """The texts of the corpus at `path`, one of CORPORA, in its order and a layout. Empty ones are left out."""
    lay_out = LAYOUTS[layout]
    number, fields = _FIELDS[path.name]
    with gzip.open(path, "rb") as rows:
        for row in rows:
            told = json.loads(row)
            for field in fields:
                text = told[field] or ""
                if field == "answer_text":
                    text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
                if text.strip():
                    lines = tuple(Line(line, place) for place, line in enumerate(lay_out(text), 1))
                    yield Text(f"{told[number]} {field}", lines)
