"""Every word of the extracted text stands in the record: in a field, a block or a note; and none is invented.

Of a document whose lines were repaired, the repaired text is the source: each repair has a note.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import Refusal
from archive.extract import read_source
from archive.extract.text import split_lines
from archive.model.blocks import Block, Footnote, block_texts
from archive.model.document import Document, Line, Source
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.text.repair import repair_lines
from tests.conftest import SEEDS, shared_folder
from tests.gold.cases import DOCUMENTS, FILES
from tests.golden.records import read_record
from tests.parse.documents import ANSWER_HEAD, HEAD, parse_text

_WORD = re.compile(r"\w+")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
# Words of the frame of a document that become the names of fields.
_FRAME = frozenset(("schriftelijke", "vraag", "nr", "van", "datum", "aan", "antwoord", "op", "bijlage"))
_BLOCK = frozenset(("title", "thema", "pdf", "link"))
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip


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


def _frame(record: Record) -> frozenset[str]:
    """Words that the record holds in another form: names of fields, and the months of dates."""
    dates = [str(value) for value in _strings(msgspec.to_builtins(record)) if _DATE.fullmatch(value)]
    return _FRAME | _BLOCK | {_MONTHS[int(date[5:7]) - 1] for date in dates}


def _words(texts: list[str], record: Record) -> Iterator[str]:
    """The words of a text, without the raised figure of a footnote of the record that is glued to them."""
    labels = {block.label for block in _blocks(record) if isinstance(block, Footnote)}
    for text in texts:
        for word in _WORD.findall(text.casefold()):
            bare = word.rstrip("0123456789")
            yield bare if bare and word.removeprefix(bare) in labels else word


def _lost(texts: list[str], record: Record) -> list[str]:
    """Words of the text that are no part of the record. Joined words and dates are looked for by their letters."""
    letters, frame = _letters(record), _frame(record)
    return [word for word in _words(texts, record) if word not in letters and word not in frame]


def _source_texts(lines: tuple[Line, ...]) -> list[str]:
    """The texts of lines after their repair, those of their tables cell by cell."""
    texts: list[str] = []
    for line in repair_lines(lines).lines:
        texts += block_texts(line.table) if line.table else [line.text]
    return texts


def _blocks(record: Record) -> Iterator[Block]:
    if isinstance(record, SupportingDocument):
        yield from record.blocks
        return
    for side in (record.question, record.answer):
        if side is not None:
            yield from side.introduction
            for part in side.parts:
                yield from part.blocks
            yield from side.closing
    for attachment in record.answer.attachments if record.answer else ():
        yield from attachment.blocks


def _invented(texts: list[str], record: Record) -> list[str]:
    """Words of the blocks that the source has not. Broken words are looked for by their letters."""
    letters = _bare(" ".join(texts))
    read = (word for block in _blocks(record) for text in block_texts(block) for word in text.split())
    return [word for word in read if _bare(word) not in letters]


def _lost_once(texts: list[str], record: Record) -> list[str]:
    """Long words that stand less often in the record than in the source, other than those of its heads."""
    heads = [record.title]
    if isinstance(record, WrittenQuestion):
        heads += _strings(msgspec.to_builtins((record.asker, record.minister)))
    known = set(_WORD.findall(" ".join(heads).casefold())) | _frame(record)
    letters = _letters(record)
    counts = Counter(word for word in _words(texts, record) if len(word) > 5 and word not in known)
    return sorted(word for word, count in counts.items() if count > letters.count(word))


def _check(path: Path) -> None:
    (document,) = read_source(Source(path.name, path.read_bytes()))
    assert isinstance(document, Document)
    record = read_record(path)
    texts = _source_texts(document.lines)
    assert (_lost(texts, record), _lost_once(texts, record), _invented(texts, record)) == ([], [], [])


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


@pytest.mark.parametrize("layout", FILES)
@pytest.mark.parametrize("folder", sorted(DOCUMENTS.iterdir()), ids=lambda path: path.name)
def test_no_word_of_a_made_question_is_lost(folder: Path, layout: str) -> None:
    _check(folder / FILES[layout])


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


_VOCABULARY = """
    De het een gemeenten provincies aantallen Vlaamse cijfers overzicht maatregelen 2023 1.234 12,5% Oost-Vlaanderen
    werkloosheid bijvoorbeeld N-VA (zie hoger) “premie” onderwijsinstellingen
    """
_SENTENCES = st.lists(st.sampled_from(_VOCABULARY.split()), min_size=3, max_size=40).map(" ".join)
_LABELLED = st.tuples(st.sampled_from(["", "", "a) ", "b) ", "- ", "• ", "o ", "Tabel: "]), _SENTENCES)
_PARTS = st.lists(st.lists(_LABELLED, min_size=1, max_size=4), min_size=1, max_size=6)


def _written(parts: list[list[tuple[str, str]]], width: int, trailing: str) -> str:
    """Numbered parts whose lines are broken at a width, as a page does it."""
    lines: list[str] = []
    for number, part in enumerate(parts, 1):
        for place, (mark, sentence) in enumerate(part):
            text = (f"{number}. " if not place else "") + mark + sentence + "."
            wrapped = textwrap.wrap(text, width, break_long_words=False)
            lines += [line + trailing for line in wrapped[:-1]] + wrapped[-1:]
    return "\n".join(lines) + "\n"


@settings(max_examples=150, deadline=None)
@given(_PARTS, _PARTS, st.integers(30, 100), st.sampled_from(["", " "]))
def test_no_word_of_a_wrapped_question_is_lost_or_invented(
    asked: list[list[tuple[str, str]]], answered: list[list[tuple[str, str]]], width: int, trailing: str
) -> None:
    text = HEAD + _written(asked, width, trailing) + ANSWER_HEAD + _written(answered, width, trailing)
    record = parse_text(text)
    texts = _source_texts(split_lines(text))
    assert (_lost(texts, record), _lost_once(texts, record), _invented(texts, record)) == ([], [], [])


@settings(max_examples=200, deadline=None)
@given(_LINES, _LINES)
def test_no_word_of_any_question_and_answer_is_invented(asked: list[str], answered: list[str]) -> None:
    text = HEAD + "\n".join(asked) + "\n" + ANSWER_HEAD + "\n".join(answered)
    try:
        record = parse_text(text)
    except Refusal:
        return
    assert _invented(_source_texts(split_lines(text)), record) == []
