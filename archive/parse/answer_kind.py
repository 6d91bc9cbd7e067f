"""What kind of answer a minister gave, told from its sentences, with the sentence that decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from archive.model.blocks import Block, Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.question import AnswerKind, Body, Note

# An answer with more words than this is more than a referral or a refusal of competence.
_SHORT_ANSWER = 90
_SHORT_PART = 45
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-ZÀ-Ý\"'“‘(])")

_NOT_COMPETENT = re.compile(
    r"behoort niet tot (?:de|mijn|onze|zijn|haar) bevoegdhe|niet (?:onder|binnen|tot) (?:de|mijn) bevoegdhe|"
    r"\bben (?:ik )?(?:hiervoor |hier |daarvoor )?niet bevoegd|ben ik niet bevoegd|niet tot mijn bevoegdhe|"
    r"(?:is|zijn) (?:hiervoor |daarvoor |hier )?niet bevoegd|"
    r"behoort tot de bevoegdhe(?:id|den) van (?:mijn collega|(?:de |Vlaams |federaal |federale )*minister)",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"voorlopig antwoord|(?:definitieve?|volledige?|uitgebreide?) antwoord (?:volgt|wordt|zal)|"
    r"antwoord (?:volgt|wordt|zal)[^.]{0,60}(?:later|nagestuurd|bezorgd|overgemaakt|zodra|zo spoedig)|"
    r"(?:zal|zullen|wordt|worden) (?:u )?(?:zo spoedig mogelijk|zodra)[^.]{0,80}"
    r"(?:bezorgd|overgemaakt|bezorgen|nagestuurd)",
    re.IGNORECASE,
)
_REFERRAL = re.compile(
    r"\bverwij(?:s|zen|zing)\b[^.?!]{0,60}\bnaar\b[^.?!]{0,60}"
    r"(?:antwoord(?:en)?\b|schriftelijke vra(?:ag|gen)|\bminister|\bcollega|gecoördineerd)",
    re.IGNORECASE,
)
_NO_DATA = re.compile(
    r"\b(?:niet|geen)\b[^.?!]{0,80}\bbeschikbaar\b|\bbeschik(?:t|ken)?\b[^.?!]{0,40}\b(?:niet|geen)\b|"
    r"\bgeen (?:cijfers?|gegevens|data|cijfergegevens|cijfermateriaal|statistieken|registratie|zicht|informatie)\b|"
    r"\b(?:niet|nergens)\b[^.?!]{0,40}\b(?:geregistreerd|gerapporteerd|bijgehouden|gemonitord|gekend|gemeten)\b|"
    r"\bkan (?:er )?(?:geen|niet)\b[^.?!]{0,40}\bonders(?:cheid|cheiden)\b",
    re.IGNORECASE,
)
# Where definitive figures are lacking, provisional ones are given.
_PROVISIONAL = re.compile(r"\bnog\b[^.?!]{0,40}\bdefinitie[fv]", re.IGNORECASE)
_COORDINATED = re.compile(r"gecoördineerd(?:e)? antwoord", re.IGNORECASE)


class KindOfAnswer(msgspec.Struct, frozen=True):
    """The kind, with a note that quotes the sentence that decided; no note for a substantive answer."""

    kind: AnswerKind
    notes: tuple[Note, ...] = ()


def classify_answer(heading: str, body: Body, question_labels: Sequence[str] = ()) -> KindOfAnswer:
    """The kind of an answer with this heading and body."""
    texts = list(_texts(body))
    if not texts:
        return KindOfAnswer("substantive")
    words = sum(len(text.split()) for text in texts)
    figures = any(_holds_figures(block) for block in _blocks(body))
    if words <= _SHORT_ANSWER and not figures:
        short = _first(
            texts, (("holding", _HOLDING), ("not_competent", _NOT_COMPETENT), ("referral", _REFERRAL))
        )
        if short:
            return short
    if "COÖRDINEERD" in heading.upper():
        return KindOfAnswer("coordinated", (_note("coordinated", heading, "head of the answer"),))
    coordinated = _first(texts, (("coordinated", _COORDINATED),))
    return coordinated or _by_figures(body)


def _first(texts: Iterable[str], kinds: Sequence[tuple[AnswerKind, re.Pattern[str]]]) -> KindOfAnswer | None:
    sentences = [sentence for text in texts for sentence in _SENTENCE_END.split(text)]
    for kind, pattern in kinds:
        for sentence in sentences:
            if pattern.search(sentence) and not (kind == "no_data" and _PROVISIONAL.search(sentence)):
                return KindOfAnswer(kind, (_note(kind, sentence, "answer"),))
    return None


def _by_figures(body: Body) -> KindOfAnswer:
    """Whether the parts have the figures asked for: all, some or none."""
    units = [part.blocks for part in body.parts if part.labels] or [(*body.introduction, *body.closing)]
    lacking: list[str] = []
    empty = 0
    for blocks in units:
        texts = [text for block in blocks for text in _texts_of(block)]
        found = _first(texts, (("no_data", _NO_DATA),))
        if found is None:
            continue
        lacking.append(found.notes[0].message.partition(": ")[2])
        short = sum(len(text.split()) for text in texts) <= _SHORT_PART
        if short and not any(_holds_figures(block) for block in blocks):
            empty += 1
    if not lacking:
        return KindOfAnswer("substantive")
    kind: AnswerKind = "no_data" if empty == len(units) else "partial"
    return KindOfAnswer(kind, (Note("answer_kind", f"read as {kind}: {lacking[0]}", "answer"),))


def _note(kind: str, sentence: str, place: str) -> Note:
    return Note("answer_kind", f"read as {kind}: '{sentence.strip()}'", place)


def _blocks(body: Body) -> Iterator[Block]:
    yield from body.introduction
    for part in body.parts:
        yield from part.blocks
    yield from body.closing


def _texts(body: Body) -> Iterator[str]:
    for block in _blocks(body):
        yield from _texts_of(block)


def _texts_of(block: Block) -> tuple[str, ...]:
    match block:
        case Paragraph(text) | Footnote(_, text):
            return (text,)
        case ListBlock(entries):
            return entries
        case _:
            return ()


def _holds_figures(block: Block) -> bool:
    return isinstance(block, (Table, Preformatted))
