"""What is new, changed or refused since a moment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from archive.errors import Refusal
from archive.links.changes import Changes, changed_fields, changes_since, last_change
from archive.model.question import Answer
from archive.model.record import Record
from archive.store.corpus import Corpus
from archive.store.originals import sha256_of
from archive.store.rows import Original, RecordTimes, arrival_of
from archive.store.writer import RefusedPiece, Writer, stamp
from tests.records import question, supporting

JUNE = dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC)
JULY = dt.datetime(2024, 7, 1, 12, tzinfo=dt.UTC)
AUGUST = dt.datetime(2024, 8, 1, 12, tzinfo=dt.UTC)
BROKEN = RefusedPiece("stuk.pdf", Refusal("stuk.pdf", "the file is damaged", code="damaged"))


def arrive(writer: Writer, now: dt.datetime, *records: Record, refused: bool = False) -> None:
    """One document of these records, read at `now`; of the same name each time."""
    arrivals = [arrival_of(record) for record in records]
    content = "\n".join(arrival.content for arrival in arrivals).encode()
    original = Original(sha256_of(content), "application/jsonl", len(content), "x", ".jsonl", stamp(now))
    writer.keep(content, original)
    writer.write(original, "stuk.pdf", arrivals, [BROKEN] if refused else [], now=now)


def later(record: Record, **changes: object) -> Record:
    return msgspec.structs.replace(record, **changes)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Question 1 came in June, changed in July and changed back in August; 2 changed; 3 came in July."""
    found = Corpus.open(tmp_path, create=True)
    one, two = question(1), question(2, answer=None)
    with found.writing() as writer:
        arrive(writer, JUNE, one, two, supporting())
        arrive(writer, JULY, later(one, title="Anders"), question(3))
        arrive(writer, JULY, later(two, answer=Answer("substantive"), answered_on=JULY.date()))
        arrive(writer, AUGUST, later(one))
    return found


def ids(changes: Changes) -> tuple[list[str], list[str]]:
    return [one.id[-1] for one in changes.new], [one.id[-1] for one in changes.changed]


def test_everything_is_new_since_the_beginning(corpus: Corpus) -> None:
    with corpus:
        assert len(changes_since(corpus, "").new) == 4


def test_since_the_very_moment_counts_what_came_then(corpus: Corpus) -> None:
    with corpus:
        assert ids(changes_since(corpus, stamp(JULY)))[0] == ["3"]
        assert ids(changes_since(corpus, "2024-07-01T12:00:01Z"))[0] == []


def test_what_changed_is_told_by_its_fields(corpus: Corpus) -> None:
    with corpus:
        (change,) = (one for one in changes_since(corpus, stamp(JULY)).changed if one.id.endswith("/2"))
    assert change.fields == ("answered_on", "answer")
    assert change.url == "vragen/2023-2024/jo-brouns/2.html"


def test_what_came_and_changed_since_is_new(corpus: Corpus) -> None:
    with corpus:
        new, changed = ids(changes_since(corpus, stamp(JUNE)))
    assert (sorted(new), changed) == (["1", "2", "3", "r"], [])


def test_what_changed_back_is_not_told(corpus: Corpus) -> None:
    with corpus:
        state = corpus.stored("2023-2024/jo-brouns/1")
        assert state is not None and state.version == 3
        assert ids(changes_since(corpus, stamp(JULY)))[1] == ["2"]
        assert ids(changes_since(corpus, stamp(AUGUST)))[1] == ["1"]


def test_fields_of_another_kind_of_record_are_not_compared() -> None:
    assert changed_fields(question(1), supporting()) == ("kind",)
    assert changed_fields(question(1), question(1)) == ()


def test_the_last_change_of_a_record(corpus: Corpus) -> None:
    with corpus:
        assert last_change(corpus, "2023-2024/jo-brouns/2") == ("answered_on", "answer")
        assert last_change(corpus, "2023-2024/jo-brouns/3") == ()
        assert last_change(corpus, "absent") == ()


def test_the_times_of_each_record(corpus: Corpus) -> None:
    with corpus:
        times = {one.id: one for one in corpus.times()}
    assert times["2023-2024/jo-brouns/2"] == RecordTimes("2023-2024/jo-brouns/2", stamp(JUNE), stamp(JULY))
    assert times["2023-2024/jo-brouns/2"].was_changed
    assert not times["2023-2024/jo-brouns/3"].was_changed


def test_a_refusal_is_told_until_the_document_is_read(tmp_path: Path) -> None:
    with Corpus.open(tmp_path, create=True) as corpus:
        with corpus.writing() as writer:
            writer.refuse_without_bytes(BROKEN, now=JUNE)
        assert [one.path for one in changes_since(corpus, stamp(JUNE)).refused] == ["stuk.pdf"]
        assert changes_since(corpus, stamp(JULY)).refused == ()
        with corpus.writing() as writer:
            arrive(writer, JULY, question(1))
        found = changes_since(corpus, stamp(JULY))
        assert (found.refused, [one.path for one in found.read]) == ((), ["stuk.pdf"])
        whole = changes_since(corpus, stamp(JUNE))
        assert (whole.refused, whole.read) == ((), ())
