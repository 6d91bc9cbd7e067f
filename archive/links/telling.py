"""What one record has to tell for the pages of its topics: sentences, tables, and why it gave no full answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import Final, Literal

import msgspec

from archive.links.names import subject_name
from archive.model.addresses import ANSWER_ANCHOR, QUESTION_ANCHOR, answer_anchor, question_anchor
from archive.model.blocks import Block, Paragraph, Table
from archive.model.question import Answer, Body, WrittenQuestion
from archive.model.record import Record
from archive.text.ends import ends_sentence
from archive.text.languages import Language
from archive.text.sentences import sentences
from archive.text.tells import TELLS, Tell, Tells, words_of

Side = Literal["question", "answer", "document"]

# So many characters of each side are read: all but of the longest reports.
_READ: Final = 12_000
_KEPT: Final = 6
# Within so many words a sentence comes from its subject to what it says of it.
_SOON: Final = 8
_SHORTEST: Final = 40
_LONGEST: Final = 320
_LONGEST_PAIR: Final = 420
# A sentence with more figures among its characters reports, and tells nothing of what its subject is.
_MOST_DIGITS: Final = 0.12
# By this word the sentence must have come to its verb.
_VERB_BY: Final = 32
_LONGEST_NAME: Final = 120
_LONGEST_VERDICT: Final = 320
_MOST_TABLES: Final = 60
_DIGIT = re.compile(r"\d")
_DECIDED = re.compile(r"read as \w+: '(?P<sentence>.+)'", re.DOTALL)
_WHOLE = (".", "!", "”", '"', ")")


class Said(msgspec.Struct, frozen=True):
    """One or two sentences of a record, as printed. anchor: on the page of the record, "" for its beginning."""

    text: str
    side: Side
    anchor: str
    tell: Tell


class ToldTable(msgspec.Struct, frozen=True):
    """A table by its number in the record. name: its caption, else the heads of its columns, else "".

    asked: the sub-question that it answers, cut short, "" where it answers none alone.
    """

    number: int
    name: str
    asked: str = ""


class Telling(msgspec.Struct, frozen=True):
    """What a record tells. verdict: the sentence that makes its answer another than a full one, or None."""

    sentences: tuple[Said, ...] = ()
    tables: tuple[ToldTable, ...] = ()
    verdict: str | None = None


class _Stretch(msgspec.Struct, frozen=True):
    """Blocks that stand together, with who wrote them, the anchor that leads to them, and the labels of their part."""

    side: Side
    anchor: str
    blocks: tuple[Block, ...]
    labels: tuple[str, ...] = ()


def telling_of(record: Record, language: Language) -> Telling:
    """What a record, written in this language, tells by itself."""
    stretches = tuple(_stretches(record))
    return Telling(
        sentences=_sentences(record, stretches, language.tells),
        tables=tuple(islice(_tables(record, stretches), _MOST_TABLES)),
        verdict=_verdict(record),
    )


def _stretches(record: Record) -> Iterator[_Stretch]:
    """All of a record in reading order, as its tables are numbered."""
    if not isinstance(record, WrittenQuestion):
        yield _Stretch("document", "", record.blocks)
        return
    yield from _body(record.question, "question")
    if record.answer:
        yield from _body(record.answer, "answer")
        for attachment in record.answer.attachments:
            yield _Stretch("answer", "", attachment.blocks)


def _body(body: Body | Answer, side: Side) -> Iterator[_Stretch]:
    opening, anchor_of = (
        (QUESTION_ANCHOR, question_anchor) if side == "question" else (ANSWER_ANCHOR, answer_anchor)
    )
    yield _Stretch(side, opening, body.introduction)
    anchor = opening
    labels: tuple[str, ...] = ()
    for part in body.parts:
        # What stands between parts goes with the one before it.
        labels = part.labels or labels
        anchor = anchor_of(labels[0]) if labels else opening
        yield _Stretch(side, anchor, part.blocks, labels)
    yield _Stretch(side, anchor, body.closing)


def _tables(record: Record, stretches: Iterable[_Stretch]) -> Iterator[ToldTable]:
    number = 0
    for stretch in stretches:
        for block in stretch.blocks:
            if isinstance(block, Table):
                number += 1
                yield ToldTable(number, _shortened(_table_name(block)), _asked(record, stretch))


def _asked(record: Record, stretch: _Stretch) -> str:
    """The first words of the sub-question that a part of the answer answers."""
    if stretch.side != "answer" or not stretch.labels or not isinstance(record, WrittenQuestion):
        return ""
    first = stretch.labels[0]
    main = "".join(takewhile(str.isdigit, first))
    for label in dict.fromkeys((first, main)):
        for part in record.question.parts:
            if label in part.labels and part.blocks and isinstance(part.blocks[0], Paragraph):
                return _shortened(part.blocks[0].text)
    return ""


def _table_name(table: Table) -> str:
    if table.caption:
        return table.caption
    heads = dict.fromkeys(" ".join(cell.split()) for row in table.header for cell in row)
    return " · ".join(head for head in heads if head)


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST_NAME:
        return name
    return name[:_LONGEST_NAME].rpartition(" ")[0].rstrip(" ·,;:-") + " …"


def _verdict(record: Record) -> str | None:
    for note in record.notes:
        if note.code == "answer_kind" and (found := _DECIDED.fullmatch(note.message)):
            sentence = " ".join(found["sentence"].split())
            return sentence if len(sentence) <= _LONGEST_VERDICT else None
    return None


def _sentences(record: Record, stretches: Iterable[_Stretch], tells: Tells) -> tuple[Said, ...]:
    own = subject_name(record.subject).casefold() if isinstance(record, WrittenQuestion) else record.title
    ranked = [(_rank(said, own, tells), place, said) for place, said in enumerate(_telling(stretches, tells))]
    ranked.sort(key=lambda one: one[:2])
    return tuple(said for _, _, said in sorted(ranked[:_KEPT], key=lambda one: one[1]))


def _rank(said: Said, own: str, tells: Tells) -> int:
    """The lower, the likelier that a page quotes it: one about the record's own subject, one that soon defines."""
    if own in said.text.casefold():
        return 0
    words = words_of(said.text)[:_VERB_BY]
    return 1 if any(place < _SOON and tell == "defines" for place, tell in tells.told(words)) else 2


def _telling(stretches: Iterable[_Stretch], tells: Tells) -> Iterator[Said]:
    """The sentences that tell something, one that goes on about the sentence before it together with that one."""
    left = {"question": _READ, "answer": _READ, "document": _READ}
    for stretch in stretches:
        for block in stretch.blocks:
            if left[stretch.side] <= 0:
                break
            if isinstance(block, Paragraph):
                yield from _of_sentences(_beginning(block.text, left[stretch.side]), stretch, tells)
                left[stretch.side] -= len(block.text)


def _beginning(text: str, length: int) -> Iterator[str]:
    """The sentences of a text that begin within a length."""
    for sentence in sentences(text):
        if length <= 0:
            return
        length -= len(sentence)
        yield sentence


def _of_sentences(some: Iterable[str], stretch: _Stretch, tells: Tells) -> Iterator[Said]:
    before: Said | None = None
    for sentence in some:
        tell: Tell | None = None
        goes_on = False
        if _is_whole(sentence):
            words = words_of(sentence)
            goes_on = words[0] in tells.pointing
            # The word that points to the sentence before is no fault: the two are quoted together.
            if tells.vague.isdisjoint(words[1:] if goes_on else words):
                tell = _tell(words[:_VERB_BY], tells)
            if tell and len(_DIGIT.findall(sentence)) > _MOST_DIGITS * len(sentence):
                tell = None
        if before:
            pair = f"{before.text} {sentence}"
            joined = tell and goes_on and len(pair) <= _LONGEST_PAIR
            yield msgspec.structs.replace(before, text=pair) if joined else before
        before = Said(sentence, stretch.side, stretch.anchor, tell) if tell and not goes_on else None
    if before:
        yield before


def _tell(words: Sequence[str], tells: Tells) -> Tell | None:
    """The strongest tell of a sentence."""
    told = [TELLS.index(tell) for _, tell in tells.told(words)]
    return TELLS[min(told)] if told else None


def _is_whole(sentence: str) -> bool:
    """Whether a sentence is neither a piece nor a question, neither short nor long."""
    return (
        _SHORTEST <= len(sentence) <= _LONGEST
        and sentence.endswith(_WHOLE)
        and sentence[0].isupper()
        and "?" not in sentence
        and ends_sentence(sentence)
    )
