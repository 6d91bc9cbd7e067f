"""How well each document was understood, and what that adds up to: the figures of `archive report` and of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import msgspec

from archive.links.pairing import pair_parts
from archive.model.blocks import Preformatted, Table
from archive.model.notes import NOTE_KINDS, NoteKind, note_kind
from archive.model.question import Note, WrittenQuestion
from archive.model.record import Record, record_blocks

# What a question can tell. Metadata alone know the party and the later dates; a document prints the others.
_FIELDS: dict[str, Callable[[WrittenQuestion], object]] = {
    "title": lambda one: one.title and not any(note.code == "no_title" for note in one.notes),
    "themes": lambda one: one.themes,
    "asker": lambda one: one.asker.name,
    "party": lambda one: one.asker.party,
    "minister": lambda one: one.minister.name,
    "portfolio": lambda one: one.minister.portfolio,
    "asked_on": lambda one: one.asked_on,
    "answered_on": lambda one: one.answered_on,
    "published_on": lambda one: one.published_on,
    "answer": lambda one: one.answer,
    "document": lambda one: one.links.document,
}
FIELDS = tuple(_FIELDS)


class Understood(msgspec.Struct, frozen=True):
    """What was found in one document.

    fields: those of FIELDS that are known; () for a supporting document.
    parts: numbered sub-questions. own: those with an answer of their own; shared: those answered together with
    others, or by an answer that is not numbered; without: those that no answer covers.
    tables_read: cells read from positions or markup; tables_rebuilt: from lines; lines_left: runs of rows that
    stay lines. checks: sums and shares that were compared; checks_failed: those that do not agree.
    """

    fields: tuple[str, ...] = ()
    parts: int = 0
    own: int = 0
    shared: int = 0
    without: int = 0
    tables_read: int = 0
    tables_rebuilt: int = 0
    lines_left: int = 0
    checks: int = 0
    checks_failed: int = 0


class Reading(msgspec.Struct, frozen=True):
    """How one document was read: what was understood, and each note under what it tells."""

    id: str
    title: str
    understood: Understood
    contradicted: tuple[Note, ...]
    guessed: tuple[Note, ...]
    doubted: tuple[Note, ...]
    repaired: tuple[Note, ...]
    kept: tuple[Note, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every note, the gravest kind first."""
        return (*self.contradicted, *self.guessed, *self.doubted, *self.repaired, *self.kept)


class Figures(msgspec.Struct, frozen=True):
    """What the readings of a corpus add up to.

    fields: in how many questions each of FIELDS is known. noted: records with a note. kinds and notes: how many
    notes there are of each kind and code; noted_by_code: in how many records. understood: sums, its fields empty.
    """

    records: int
    questions: int
    fields: dict[str, int]
    understood: Understood
    noted: int
    kinds: dict[str, int]
    notes: dict[str, int]
    noted_by_code: dict[str, int]


def reading_of(record: Record) -> Reading:
    """How a record was read."""
    return Reading(
        id=record.id,
        title=record.title,
        understood=understood_of(record),
        contradicted=_notes(record, "contradiction"),
        guessed=_notes(record, "guess"),
        doubted=_notes(record, "doubt"),
        repaired=_notes(record, "repair"),
        kept=_notes(record, "kept"),
    )


def understood_of(record: Record) -> Understood:
    """What was found in a record."""
    tables, lines = [], 0
    for block in record_blocks(record):
        if isinstance(block, Table):
            tables.append(block)
        lines += isinstance(block, Preformatted)
    checks = [check.agrees for table in tables for check in table.checks]
    read = sum(table.origin == "layout" for table in tables)
    found = Understood(
        tables_read=read,
        tables_rebuilt=len(tables) - read,
        lines_left=lines,
        checks=len(checks),
        checks_failed=checks.count(False),
    )
    if not isinstance(record, WrittenQuestion):
        return found
    own, shared, without = _covered(record)
    return msgspec.structs.replace(
        found,
        fields=tuple(name for name, value in _FIELDS.items() if value(record)),
        parts=own + shared + without,
        own=own,
        shared=shared,
        without=without,
    )


class FigureTally:
    """Adds up readings one by one."""

    def __init__(self) -> None:
        self._records = self._questions = self._noted = 0
        self._fields: Counter[str] = Counter()
        self._sums: Counter[str] = Counter()
        self._notes: Counter[str] = Counter()
        self._noted_by_code: Counter[str] = Counter()

    def add(self, reading: Reading) -> None:
        """Counts one reading."""
        codes = Counter(note.code for note in reading.notes)
        self._records += 1
        self._questions += bool(reading.understood.fields)
        self._noted += bool(codes)
        self._fields.update(reading.understood.fields)
        self._sums.update({name: getattr(reading.understood, name) for name in _SUMS})
        self._notes.update(codes)
        self._noted_by_code.update(codes.keys())

    def merge(self, other: FigureTally) -> None:
        """Counts what another tally has counted, of other readings."""
        self._records += other._records
        self._questions += other._questions
        self._noted += other._noted
        self._fields.update(other._fields)
        self._sums.update(other._sums)
        self._notes.update(other._notes)
        self._noted_by_code.update(other._noted_by_code)

    def figures(self) -> Figures:
        """The figures so far; kinds in the order of NOTE_KINDS, codes the most frequent first, then by name."""
        ordered = sorted(self._notes, key=lambda code: (-self._notes[code], code))
        return Figures(
            records=self._records,
            questions=self._questions,
            fields={name: self._fields[name] for name in FIELDS},
            understood=msgspec.convert({name: self._sums[name] for name in _SUMS}, Understood),
            noted=self._noted,
            kinds={
                kind: sum(self._notes[code] for code in ordered if note_kind(code) == kind)
                for kind in NOTE_KINDS
            },
            notes={code: self._notes[code] for code in ordered},
            noted_by_code={code: self._noted_by_code[code] for code in ordered},
        )


def figures_of(readings: Iterable[Reading]) -> Figures:
    """What these readings add up to."""
    tally = FigureTally()
    for reading in readings:
        tally.add(reading)
    return tally.figures()


_SUMS = tuple(name for name in Understood.__struct_fields__ if name != "fields")


def _notes(record: Record, kind: NoteKind) -> tuple[Note, ...]:
    return tuple(note for note in record.notes if note_kind(note.code) == kind)


def _covered(record: WrittenQuestion) -> tuple[int, int, int]:
    """How many numbered parts of a question have an answer of their own, a shared one, and none."""
    numbered = [part for part in record.question.parts if part.labels]
    if record.answer is None:
        return 0, 0, len(numbered)
    rows = pair_parts(record.question.parts, record.answer.parts)
    if rows is None:
        return 0, len(numbered), 0
    single = {part.labels[0] for part in record.answer.parts if len(part.labels) == 1}
    own = shared = without = 0
    for row in rows:
        for part in row.question:
            if not part.labels:
                continue
            if any(label in single for label in part.labels):
                own += 1
            elif row.answer or row.elsewhere:
                shared += 1
            else:
                without += 1
    return own, shared, without
