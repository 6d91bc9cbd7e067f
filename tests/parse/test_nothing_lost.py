"""Every word of the extracted text stands in the record: in a field, a block or a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.extract import read_source
from archive.model.document import Document, Source
from archive.model.record import Record
from tests.conftest import SEEDS, shared_folder
from tests.golden.records import read_record
from tests.parse.documents import ANSWER_HEAD, HEAD, parse_text

_WORD = re.compile(r"\w+")
# Words of the frame of a document that become the names of fields.
_FRAME = frozenset(("schriftelijke", "vraag", "nr", "van", "datum", "aan", "antwoord", "op", "bijlage"))
_BLOCK = frozenset(("title", "thema", "pdf", "link"))
_MONTHS = frozenset(("maart", "april", "oktober", "september", "januari"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)
    elif value is not None:
        yield str(value)


def _letters(record: Record) -> str:
    """All letters and figures of a record, without what stands between them."""
    return _bare(" ".join(_strings(msgspec.to_builtins(record))))


def _bare(text: str) -> str:
    return "".join(_WORD.findall(text.casefold())).replace("_", "")


def _lost(texts: list[str], record: Record) -> list[str]:
    """Words of the text that are no part of the record. Joined words and dates are looked for by their letters."""
    letters = _letters(record)
    return [
        word
        for text in texts
        for word in _WORD.findall(text.casefold())
        if word not in letters and word not in _FRAME | _BLOCK | _MONTHS
    ]


def _check(path: Path) -> None:
    (document,) = read_source(Source(path.name, path.read_bytes()))
    assert isinstance(document, Document)
    assert _lost([line.text for line in document.lines], read_record(path)) == []


@pytest.mark.parametrize("seed", sorted(SEEDS.iterdir()), ids=lambda path: path.stem)
def test_no_word_of_a_seed_is_lost(seed: Path) -> None:
    _check(seed)


@pytest.mark.parametrize(
    "name",
    [
        "sv_1037_tobback_demir_2023-09-06.txt",
        "vl_pq_woosh.txt",
        "vl_pq_limburg_vlaio.txt",
        "vrg_en_antw.235.pdf",
    ],
)
def test_no_word_of_a_real_question_is_lost(name: str) -> None:
    folder = shared_folder()
    if folder is None:
        pytest.skip("did not run: the shared material is absent")
    _check(folder / "data" / "flemish" / name)


_PIECES = st.sampled_from(
    [
        "1. ", "2. ", "3.", "a) ", "b) ", "a-b) ", "1-2. ", "7. a) ", "- ", "• ", "o", "o ", "1 ", "[1] ", "Tabel 1: ",
        "BIJLAGE", "Graag ", "ANTWOORD", "vraag nr. 3 ", "562 83", "10,5%", "€ 5", "2.133", "2020 2021", "Oost-", ".",
        "http://a.be/x-", "noodfonds1", " ", "\xad", "", "woord ", "Woord ", "een lange regel die breed is ", ":",
        "\uf0a7 ", "Ã©n ", "?", "12 maart 2024", "HILDE CREVITS", "VLAAMS MINISTER", ")", ";",
    ]
)  # fmt: skip
_LINES = st.lists(st.lists(_PIECES, max_size=4).map("".join), max_size=25)


def _marks(lines: list[str], letter: str) -> list[str]:
    """A word for each line that stands nowhere else."""
    return [f"{letter}{number}x" for number in range(len(lines))]


def _marked(lines: list[str], letter: str) -> str:
    return "\n".join(line + mark for line, mark in zip(lines, _marks(lines, letter), strict=True))


@settings(max_examples=300, deadline=None)
@given(_LINES, _LINES)
def test_no_word_of_any_question_and_answer_is_lost(asked: list[str], answered: list[str]) -> None:
    text = HEAD + _marked(asked, "q") + "\n" + ANSWER_HEAD + _marked(answered, "a")
    letters = _letters(parse_text(text))
    marks = [f"q{number}x" for number in range(len(asked))] + [
        f"a{number}x" for number in range(len(answered))
    ]
    assert [mark for mark in marks if mark not in letters] == []


@settings(max_examples=100, deadline=None)
@given(_LINES)
def test_no_line_of_any_other_document_is_lost(lines: list[str]) -> None:
    letters = _letters(parse_text("Een verslag\n\n" + _marked(lines, "d")))
    assert [mark for mark in _marks(lines, "d") if mark not in letters] == []
