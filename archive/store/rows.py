"""The frozen types of what the tables of the corpus hold."""

from __future__ import annotations

import hashlib

import msgspec

from archive.model.question import Note
from archive.model.record import Record, encode_record


class Original(msgspec.Struct, frozen=True):
    """One ingested byte stream. `read_by`: the program that read it to its end, None while none did."""

    sha256: str
    media_type: str | None
    bytes: int
    name: str
    extension: str
    kept_at: str
    read_by: str | None = None


class StoredRecord(msgspec.Struct, frozen=True):
    """The state of a record: `content` is its canonical JSON, `sha256` of that in UTF-8, `version` from 1."""

    id: str
    kind: str
    content: str
    sha256: str
    original: str
    version: int
    written_at: str
    program: str


class EarlierVersion(msgspec.Struct, frozen=True):
    """A former state of a record, and when the next one took its place."""

    state: StoredRecord
    replaced_at: str


class RecordTimes(msgspec.Struct, frozen=True):
    """When a record first came, and when it got the state that it has; the same where it never changed."""

    id: str
    arrived_at: str
    changed_at: str

    @property
    def was_changed(self) -> bool:
        return self.changed_at != self.arrived_at


class Withdrawal(msgspec.Struct, frozen=True):
    """A record that is shown no more, and why. successor: id of the record that it goes on in, if any.

    kind: that of the record. by_reading: 1 where reading its original again gave the other id, 0 where somebody said
    so. withdrawn_at: UTC, as the tables have it.
    """

    id: str
    kind: str
    reason: str
    successor: str | None
    by_reading: int
    withdrawn_at: str

    @property
    def is_question(self) -> bool:
        return self.kind == "written_question"


class Event(msgspec.Struct, frozen=True):
    """What was done, when, by which version of the program. subject: a record's id or a document's path."""

    number: int
    happened_at: str
    program: str
    action: str
    subject: str
    detail: str


class RefusedDocument(msgspec.Struct, frozen=True):
    """A document that could not be read. original: SHA-256 of its bytes, None where they could not be had."""

    path: str
    code: str
    place: str
    cause: str
    remedy: str
    original: str | None
    program: str
    refused_at: str
    closed_at: str | None = None


class Telling(msgspec.Struct, frozen=True):
    """What one original says of a record, as canonical JSON; see the column `readings.content` for None."""

    original: str
    content: str | None


class Fetch(msgspec.Struct, frozen=True):
    """Where an original was fetched from, and what the server called that state of it (RFC 9110, section 8.8)."""

    address: str
    original: str
    etag: str | None
    last_modified: str | None
    fetched_at: str


class Arrival(msgspec.Struct, frozen=True):
    """A record as it was just read, with the hash by which it is compared."""

    record: Record
    content: str
    sha256: str


def arrival_of(record: Record) -> Arrival:
    """The record with its canonical JSON and the SHA-256 of that."""
    content = encode_record(record)
    return Arrival(record, content.decode("utf-8"), hashlib.sha256(content).hexdigest())


def kind_of(record: Record) -> str:
    """The value that the record's `kind` has in its JSON."""
    return str(record.__struct_config__.tag)


def notes_of(record: Record) -> tuple[Note, ...]:
    """The notes of a record of either kind."""
    return record.notes
