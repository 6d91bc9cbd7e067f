"""Makes one record of what several documents say of it.

A question and its answer may stand in two files, and the metadata of the parliament in a third. Each document says
what it knows; nothing depends on the order in which they arrive, unless two of them give the same text differently:
then the one that arrived last is in force.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from archive.model.question import Answer, Body, Note, SourceFacts, WrittenQuestion
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.parse.merge_fields import completed, contradictions
from archive.parse.merge_text import Words, answer_words, question_words

NO_QUESTION = "no_question"
ONLY_METADATA = "only_metadata"
MERGED = "merged"
_NO_TITLE = frozenset({"no_title", NO_QUESTION})


def merge_records(older: Record, newer: Record) -> Record:
    """What two documents together say of one record; see `merge_all`."""
    return merge_all((older, newer))


def merge_all(told: Sequence[Record]) -> Record:
    """The record that `told` describes: what each document alone says of it, in the order of arrival, at least one.

    The text of the question and that of the answer are those of the last document that has one; a document that
    was overtaken only completes what the others leave open. A document has precedence over metadata; where those
    in force contradict each other, the value of the weaker one becomes a note.
    """
    newest = told[-1]
    if isinstance(newest, SupportingDocument):
        return _merged_supporting([one for one in told if isinstance(one, SupportingDocument)])
    questions = [one for one in told if isinstance(one, WrittenQuestion)]
    return _merged_question(questions) if len(questions) > 1 else newest


def _merged_supporting(told: Sequence[SupportingDocument]) -> SupportingDocument:
    merged = told[-1]
    for earlier in reversed(told[:-1]):
        merged = msgspec.structs.replace(
            merged,
            themes=merged.themes or earlier.themes,
            dated_on=merged.dated_on or earlier.dated_on,
            links=msgspec.structs.replace(
                merged.links,
                document=merged.links.document or earlier.links.document,
                page=merged.links.page or earlier.links.page,
            ),
        )
    return merged


class _Standing(msgspec.Struct, frozen=True):
    """Who gives what. current: the documents in force, strongest first; former: those overtaken, newest first."""

    question: WrittenQuestion | None
    answer: WrittenQuestion | None
    current: tuple[WrittenQuestion, ...]
    former: tuple[WrittenQuestion, ...]


def _merged_question(told: Sequence[WrittenQuestion]) -> WrittenQuestion:
    standing = _standing(told)
    first, *others = standing.current
    if not others and not standing.former:
        return first
    titled = next((one for one in standing.current if not _lacks_title(one)), first)
    merged = msgspec.structs.replace(
        first,
        title=titled.title,
        subject=titled.subject,
        aspect=titled.aspect,
        question=standing.question.question if standing.question else Body(),
        answer=_answer(standing),
        references=tuple(dict.fromkeys(found for one in standing.current for found in one.references)),
    )
    merged = completed(merged, (*others, *standing.former))
    notes = tuple(dict.fromkeys(_notes(standing, merged, titled)))
    return msgspec.structs.replace(merged, notes=notes)


def _standing(told: Sequence[WrittenQuestion]) -> _Standing:
    question = _giver(told, question_words)
    answer = _giver(told, answer_words)
    metadata = next((one for one in reversed(told) if not (question_words(one) or answer_words(one))), None)
    current: list[WrittenQuestion] = []
    for one in (question, answer, metadata):
        if one is not None and not any(one is other for other in current):
            current.append(one)
    former = tuple(one for one in reversed(told) if not any(one is other for other in current))
    return _Standing(question, answer, tuple(current), former)


def _giver(told: Sequence[WrittenQuestion], words: Words) -> WrittenQuestion | None:
    """Whose text is in force: the last one's; among those with the very same words one that has both halves."""
    having = [one for one in told if words(one)]
    if not having:
        return None
    last = words(having[-1])
    same = [one for one in having if words(one) == last]
    whole = [one for one in same if question_words(one) and answer_words(one)]
    return (whole or same)[-1]


def _answer(standing: _Standing) -> Answer | None:
    """The answer in force, with every attachment that any document in force names."""
    answers = [one.answer for one in (standing.answer, *standing.current) if one and one.answer]
    if not answers:
        return None
    attachments = list(answers[0].attachments)
    for other in answers[1:]:
        named = {name for one in attachments for name in (one.link, one.title) if name}
        attachments += [one for one in other.attachments if not {one.link, one.title} & named]
    return msgspec.structs.replace(answers[0], attachments=tuple(attachments))


def _lacks_title(record: WrittenQuestion) -> bool:
    return any(note.code in _NO_TITLE for note in record.notes)


def _notes(standing: _Standing, merged: WrittenQuestion, titled: WrittenQuestion) -> Iterator[Note]:
    settled: set[str] = set()
    if standing.question or standing.answer:
        settled.add(ONLY_METADATA)
    if standing.question:
        settled.add(NO_QUESTION)
    if not _lacks_title(titled):
        settled.add("no_title")
    for one in standing.current:
        yield from (note for note in one.notes if note.code not in settled)
    for other in standing.current[1:]:
        yield _joined(other.source, "answer" if other is standing.answer else "source")
        yield from contradictions(merged, other, titles=not (_lacks_title(titled) or _lacks_title(other)))


def _joined(source: SourceFacts, place: str) -> Note:
    what = "the answer comes from" if place == "answer" else "metadata come from"
    return Note(MERGED, f"{what} {source.name}", place)
