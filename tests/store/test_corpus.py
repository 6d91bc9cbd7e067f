"""Records, versions, events, notes and refusals in a real SQLite file."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from archive import __version__
from archive.errors import CorpusError, DamageError, Refusal
from archive.model.question import Note
from archive.model.record import encode_record
from archive.store import corpus as corpus_room
from archive.store.corpus import Corpus
from archive.store.database import DATABASE_NAME, keeps_a_log
from archive.store.rows import arrival_of
from archive.store.writer import RefusedPiece
from tests.store.making import LATER, NOW, add_document, made_document, made_original


def refused(path: str, code: str = "empty") -> RefusedPiece:
    return RefusedPiece(path, Refusal(path, "it is empty", "give another", code=code))


def test_opening_a_folder_without_corpus_is_an_error_that_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="archive ingest PATH"):
        Corpus.open(tmp_path / "corpus")
    assert not (tmp_path / "corpus").exists()


def test_new_corpus_is_empty(corpus: Corpus) -> None:
    assert (corpus.count(), list(corpus.records())) == (0, [])


def test_written_record_comes_back_as_it_was(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    assert corpus.record("documenten/a") == made_document("a", "Titel", b"a")


def test_stored_line_is_the_canonical_json(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    assert [line.encode() for line in corpus.lines()] == [encode_record(made_document("a", "Titel", b"a"))]


def test_unknown_id_gives_none(corpus: Corpus) -> None:
    assert corpus.record("documenten/zzz") is None


def test_records_are_sorted_by_id(corpus: Corpus) -> None:
    for name in ("c", "a", "b"):
        add_document(corpus, name, "Titel", name.encode())
    assert [record.id for record in corpus.records()] == ["documenten/a", "documenten/b", "documenten/c"]


def test_same_record_again_is_unchanged(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    assert add_document(corpus, "a", "Titel", b"a").outcome == "unchanged"


def test_other_content_under_the_same_id_is_an_update(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    assert add_document(corpus, "a", "Andere titel", b"b").outcome == "updated"


def test_update_keeps_the_earlier_state_with_when_and_by_which_program(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    add_document(corpus, "a", "Andere titel", b"b", now=LATER)
    (earlier,) = corpus.versions("documenten/a")
    assert earlier.state.content.encode() == encode_record(made_document("a", "Titel", b"a"))
    assert (earlier.state.version, earlier.state.program) == (1, __version__)
    assert (earlier.state.written_at, earlier.replaced_at) == ("2024-04-25T08:30:00Z", "2024-04-26T08:30:00Z")


def test_original_that_was_followed_by_another_stays_in_the_past(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    add_document(corpus, "a", "Andere titel", b"b")
    assert add_document(corpus, "a", "Titel", b"a").outcome == "unchanged"


def test_second_document_with_the_same_id_in_one_run_is_told_and_nothing_is_lost(corpus: Corpus) -> None:
    with corpus.writing() as writer:
        for content in (b"a", b"b"):
            original = made_original(content)
            writer.keep(content, original)
            document = made_document("a", content.decode(), content)
            (written,) = writer.write(original, f"{content.decode()}.txt", [arrival_of(document)], now=NOW)
    assert (written.outcome, written.rival) == ("updated", "a.txt")
    assert [event.action for event in corpus.events("documenten/a")] == ["inserted", "updated", "same_id"]
    assert len(corpus.versions("documenten/a")) == 1


def test_events_name_what_was_done_when_and_by_which_program(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    (event,) = corpus.events()
    assert (event.action, event.subject, event.detail) == ("inserted", "documenten/a", "in/a.txt")
    assert (event.happened_at, event.program) == ("2024-04-25T08:30:00Z", __version__)


def test_unchanged_leaves_no_event(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    add_document(corpus, "a", "Titel", b"a")
    assert len(list(corpus.events())) == 1


def test_notes_are_those_of_the_present_state(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a", Note("old", "was"))
    add_document(corpus, "a", "Titel", b"b", Note("date", "another date", "answer"), Note("guess", "x"))
    assert list(corpus.notes()) == [
        ("documenten/a", Note("date", "another date", "answer")),
        ("documenten/a", Note("guess", "x")),
    ]


def test_signature_stays_when_nothing_changes(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    before = corpus.signature()
    add_document(corpus, "a", "Titel", b"a")
    assert corpus.signature() == before


@pytest.mark.parametrize(("name", "title"), [("b", "Titel"), ("a", "Andere titel")])
def test_signature_changes_with_a_new_or_changed_record(corpus: Corpus, name: str, title: str) -> None:
    add_document(corpus, "a", "Titel", b"a")
    before = corpus.signature()
    add_document(corpus, name, title, b"b")
    assert corpus.signature() != before


def test_signature_does_not_depend_on_the_order_of_ingest(tmp_path: Path) -> None:
    signatures = set()
    for folder, names in (("one", "ab"), ("two", "ba")):
        with Corpus.open(tmp_path / folder, create=True) as corpus:
            for name in names:
                add_document(corpus, name, "Titel", name.encode())
            signatures.add(corpus.signature())
    assert len(signatures) == 1


def test_refused_document_is_listed_with_its_reason(corpus: Corpus) -> None:
    with corpus.writing() as writer:
        writer.keep(b"", made_original(b""))
        writer.write(made_original(b""), "leeg.txt", (), (refused("leeg.txt"),), now=NOW)
    (listed,) = corpus.refusals()
    assert (listed.path, listed.code, listed.cause, listed.remedy) == (
        "leeg.txt",
        "empty",
        "it is empty",
        "give another",
    )
    assert listed.original == made_original(b"").sha256


def test_same_document_refused_twice_is_listed_once(corpus: Corpus) -> None:
    for now in (NOW, LATER):
        with corpus.writing() as writer:
            writer.write(made_original(b"?"), "a.txt", (), (refused("a.txt"),), now=now)
    assert [one.refused_at for one in corpus.refusals()] == ["2024-04-26T08:30:00Z"]


def test_refusal_is_closed_when_its_original_is_read_well(corpus: Corpus) -> None:
    with corpus.writing() as writer:
        writer.write(made_original(b"a"), "in/a.txt", (), (refused("in/a.txt"),), now=NOW)
    add_document(corpus, "a", "Titel", b"a")
    assert list(corpus.refusals()) == []
    assert [one.closed_at for one in corpus.refusals(closed=True)] == ["2024-04-25T08:30:00Z"]


def test_refusal_of_another_original_stays_open(corpus: Corpus) -> None:
    with corpus.writing() as writer:
        writer.write(made_original(b"?"), "in/a.txt", (), (refused("in/a.txt"),), now=NOW)
    add_document(corpus, "a", "Titel", b"a")
    assert len(list(corpus.refusals())) == 1


def test_refusal_without_bytes_is_closed_when_its_path_is_read_well(corpus: Corpus) -> None:
    with corpus.writing() as writer:
        writer.refuse_without_bytes(refused("in/a.txt", "unreadable"), now=NOW)
    add_document(corpus, "a", "Titel", b"a")
    assert list(corpus.refusals()) == []


def test_refusals_of_earlier_pieces_stay_open_after_the_last_piece(corpus: Corpus) -> None:
    with corpus.writing() as writer:
        writer.write(made_original(b"x"), "x.jsonl", (), (refused("x.jsonl, line 1"),), now=NOW, more=True)
        writer.write(made_original(b"x"), "x.jsonl", (), (), now=LATER, still_refused=("x.jsonl, line 1",))
    assert len(list(corpus.refusals())) == 1


def test_original_counts_as_read_only_after_its_last_piece(corpus: Corpus) -> None:
    original = made_original(b"x")
    with corpus.writing() as writer:
        writer.write(original, "x.jsonl", (), (), now=NOW, more=True)
        assert writer.view.original(original.sha256).read_by is None  # type: ignore[union-attr]
        writer.write(original, "x.jsonl", (), (), now=NOW)
        assert writer.view.original(original.sha256).read_by == __version__  # type: ignore[union-attr]


def test_writing_that_fails_half_way_leaves_nothing(corpus: Corpus) -> None:
    original = made_original(b"a")
    good = arrival_of(made_document("a", "Titel", b"a"))
    bad = arrival_of(made_document("b", "Titel", b"a", Note("code", None)))  # type: ignore[arg-type]
    with pytest.raises(CorpusError), corpus.writing() as writer:
        writer.write(original, "a.txt", [good, bad], now=NOW)
    assert (corpus.count(), list(corpus.events()), list(corpus.originals())) == (0, [], [])


def test_reader_keeps_its_snapshot_while_another_writes(corpus: Corpus) -> None:
    add_document(corpus, "a", "Titel", b"a")
    with Corpus.open(corpus.folder) as other:
        add_document(corpus, "b", "Titel", b"b")
        assert (other.count(), corpus.count()) == (1, 2)


def test_reader_cannot_write(corpus: Corpus) -> None:
    with pytest.raises(CorpusError, match="readonly"):
        list(corpus._all("DELETE FROM records"))


def test_file_that_is_no_database_is_damage_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(b"no database at all, but long enough to be looked at" * 40)
    with pytest.raises(DamageError, match="put a copy of it back"):
        Corpus.open(tmp_path)


def test_imagined_corpus_is_not_on_disk(tmp_path: Path) -> None:
    with Corpus.imagined(tmp_path / "corpus") as corpus:
        assert corpus.count() == 0
    assert not (tmp_path / "corpus").exists()


def test_hostile_text_stays_text(corpus: Corpus) -> None:
    title = "'; DROP TABLE records; -- \x00 \u202e"
    add_document(corpus, "a", title, b"a")
    record = corpus.record("documenten/a")
    assert record is not None
    assert record.title == title


def test_builder_sees_what_was_written_before_its_turn_came(corpus: Corpus) -> None:
    with Corpus.open(corpus.folder) as other, other.writing() as writer:
        writer.refuse_without_bytes(refused("later.txt"), now=NOW)
    assert list(corpus.refusals()) == []
    with corpus.building(command="archive build"):
        assert [one.path for one in corpus.refusals()] == ["later.txt"]


def test_new_corpus_opens_while_a_writer_that_made_it_first_is_at_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both found no corpus; the second waits for the form of the database, not for the end of the first's work."""
    found: list[int] = []
    real = corpus_room._form_on_disk
    monkeypatch.setattr(corpus_room, "_form_on_disk", lambda path: found.pop() if found else real(path))
    with Corpus.open(tmp_path / "c", create=True) as first, first.writing():
        found += [0, 0]
        Corpus.open(tmp_path / "c", create=True).close()


def test_database_that_was_made_without_its_log_gets_it_from_the_next_writer(corpus: Corpus) -> None:
    """As where the disk failed in the moment in which SQLite should have begun the log."""
    folder = corpus.folder
    corpus.close()
    with contextlib.closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with Corpus.open(folder) as again:
        assert add_document(again, "a", "Eerste", b"een").outcome == "inserted"
        assert again.count() == 1
    with contextlib.closing(sqlite3.connect(folder / DATABASE_NAME)) as connection:
        assert keeps_a_log(connection)
