"""The whole of an ingest, with a simple reader in the place of the real one."""

from __future__ import annotations

import datetime as dt
import errno
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from archive.ingest import IngestReport, ingest_paths
from archive.ingest.limits import Limits
from archive.model.record import encode_record
from archive.store.corpus import Corpus
from archive.store.originals import original_path, sha256_of
from archive.store.verify import verify_corpus
from tests.ingest.readers import dying_reader, first_line_reader, hanging_reader
from tests.records import supporting

MORNING = dt.datetime(2024, 4, 25, 8, 30, tzinfo=dt.UTC)
NIGHT = dt.datetime(2024, 4, 25, 23, 0, tzinfo=dt.UTC)


def ingest(corpus: Corpus, *paths: Path | str, **options: Any) -> IngestReport:
    wanted = {"reader": first_line_reader, "clock": lambda: MORNING} | options
    return ingest_paths(corpus, [str(path) for path in paths], **wanted)


def counts(report: IngestReport) -> tuple[int, int, int, int]:
    return report.inserted, report.updated, report.unchanged, report.refused


def exported(corpus: Corpus) -> bytes:
    return b"".join(f"{line}\n".encode() for line in corpus.lines())


def test_each_document_has_an_outcome_in_the_order_of_reading(corpus: Corpus, folder: Path) -> None:
    report = ingest(corpus, folder)
    assert counts(report) == (2, 0, 0, 1)
    assert [(one.path, one.outcome, one.id) for one in report.documents] == [
        (str(folder / "a.txt"), "inserted", "documenten/eerste"),
        (str(folder / "b.txt"), "inserted", "documenten/tweede"),
        (str(folder / "c.txt"), "refused", None),
    ]


def test_refusal_says_place_cause_and_remedy(corpus: Corpus, folder: Path) -> None:
    (document,) = ingest(corpus, folder / "c.txt").documents
    assert document.reason == f"{folder / 'c.txt'}, line 1: it starts with a question mark; remove it"


def test_record_knows_its_source(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder)
    record = corpus.record("documenten/eerste")
    assert record is not None
    source = record.source
    assert (source.name, source.sha256, source.media_type, source.bytes, source.ingested_at) == (
        "a.txt",
        sha256_of(b"Eerste\ntekst"),
        "text/plain",
        12,
        MORNING,
    )


def test_original_is_kept(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder)
    path = original_path(corpus.folder, sha256_of(b"Eerste\ntekst"), "txt")
    assert path.read_bytes() == b"Eerste\ntekst"


def test_bytes_of_a_refused_document_are_kept(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder)
    assert original_path(corpus.folder, sha256_of(b"?"), "bin").read_bytes() == b"?"


def test_corpus_is_whole_afterwards(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder)
    assert list(verify_corpus(corpus.folder)) == []


def test_second_time_nothing_changes(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder)
    before = (exported(corpus), list(corpus.events()), list(corpus.originals()))
    (folder / "c.txt").unlink()
    assert counts(ingest(corpus, folder, clock=lambda: NIGHT)) == (0, 0, 2, 0)
    assert (exported(corpus), list(corpus.events()), list(corpus.originals())) == before


def test_known_bytes_are_not_read_again(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder / "a.txt")
    assert counts(ingest(corpus, folder / "a.txt", reader=dying_reader)) == (0, 0, 1, 0)


def test_known_bytes_under_another_name_are_unchanged(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder / "a.txt")
    (folder / "a.txt").rename(folder / "z.txt")
    assert counts(ingest(corpus, folder / "z.txt")) == (0, 0, 1, 0)


def test_same_bytes_twice_in_one_run_are_read_once(corpus: Corpus, folder: Path) -> None:
    (folder / "d.txt").write_bytes((folder / "a.txt").read_bytes())
    assert counts(ingest(corpus, folder / "a.txt", folder / "d.txt")) == (1, 0, 1, 0)


def test_lost_original_is_put_back(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder / "a.txt")
    path = original_path(corpus.folder, sha256_of(b"Eerste\ntekst"), "txt")
    path.write_bytes(b"damaged")
    ingest(corpus, folder / "a.txt")
    assert path.read_bytes() == b"Eerste\ntekst"


def test_refused_again_with_the_same_bytes_is_refused_again(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder)
    assert counts(ingest(corpus, folder)) == (0, 0, 2, 1)
    assert len(list(corpus.refusals())) == 1


def test_refusal_is_closed_once_its_bytes_are_read_well(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder / "a.txt", reader=dying_reader)
    assert len(list(corpus.refusals())) == 1
    assert counts(ingest(corpus, folder / "a.txt")) == (1, 0, 0, 0)
    assert list(corpus.refusals()) == []
    assert list(verify_corpus(corpus.folder)) == []


def test_changed_document_becomes_a_new_version(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder / "a.txt")
    (folder / "a.txt").write_text("Eerste\nandere tekst", "utf-8")
    assert counts(ingest(corpus, folder / "a.txt")) == (0, 1, 0, 0)
    assert len(corpus.versions("documenten/eerste")) == 1


def test_two_editions_in_one_run_are_one_record_and_both_kept(corpus: Corpus, folder: Path) -> None:
    (folder / "a.txt").write_text("Eerste\neen twee drie vier vijf", "utf-8")
    (folder / "b.txt").write_text("Eerste\neen twee drie vier zes", "utf-8")
    (folder / "c.txt").unlink()
    report = ingest(corpus, folder)
    assert counts(report) == (1, 1, 0, 0)
    assert report.documents[1].reason == f"{folder / 'a.txt'} has the same id; its state is kept as a version"
    assert counts(ingest(corpus, folder)) == (0, 0, 2, 0)


def test_strangers_with_one_title_have_ids_of_their_own(corpus: Corpus, folder: Path) -> None:
    (folder / "b.txt").write_text("Eerste\niets anders", "utf-8")
    (folder / "c.txt").unlink()
    suffix = sha256_of(b"Eerste\niets anders")[:8]
    for outcome in ("inserted", "unchanged"):
        found = [(one.id, one.outcome) for one in ingest(corpus, folder).documents]
        assert found == [("documenten/eerste", outcome), (f"documenten/eerste-{suffix}", outcome)]


def test_changed_stranger_keeps_its_own_id(corpus: Corpus, folder: Path) -> None:
    (folder / "b.txt").write_text("Eerste\niets heel anders", "utf-8")
    first = ingest(corpus, folder / "a.txt", folder / "b.txt").documents[1].id
    (folder / "b.txt").write_text("Eerste\niets totaal anders", "utf-8")
    (changed,) = ingest(corpus, folder / "b.txt").documents
    assert (changed.id, changed.outcome) == (first, "updated")


def test_dry_run_gives_strangers_the_same_ids(corpus: Corpus, folder: Path) -> None:
    (folder / "b.txt").write_text("Eerste\niets anders", "utf-8")
    assert ingest(corpus, folder, dry_run=True) == ingest(corpus, folder)


def test_record_with_an_id_that_is_not_its_own_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    record = msgspec.structs.replace(supporting(), id="documenten/../index")
    path.write_bytes(encode_record(supporting("Goed")) + b"\n" + encode_record(record) + b"\n")
    report = ingest(corpus, path)
    assert counts(report) == (1, 0, 0, 1)
    assert "line 2" in (report.documents[1].reason or "")


def test_again_reads_known_bytes_anew(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder / "a.txt")
    assert counts(ingest(corpus, folder / "a.txt", again=True, clock=lambda: NIGHT)) == (0, 0, 1, 0)
    assert counts(ingest(corpus, folder / "a.txt", again=True, reader=dying_reader)) == (0, 0, 0, 1)


def test_again_keeps_the_time_of_the_first_ingest(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder / "a.txt")
    ingest(corpus, folder / "a.txt", again=True, clock=lambda: NIGHT)
    record = corpus.record("documenten/eerste")
    assert record is not None
    assert record.source.ingested_at == MORNING


def test_record_stays_when_its_bytes_are_refused_later(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder / "a.txt")
    ingest(corpus, folder / "a.txt", again=True, reader=dying_reader)
    assert corpus.count() == 1


def test_dry_run_says_the_same_and_writes_nothing(corpus: Corpus, folder: Path) -> None:
    (folder / "d.txt").write_bytes((folder / "a.txt").read_bytes())
    before = sorted(corpus.folder.rglob("*"))
    dry = ingest(corpus, folder, dry_run=True)
    assert sorted(corpus.folder.rglob("*")) == before
    assert corpus.count() == 0
    assert dry == ingest(corpus, folder)


def test_dry_run_takes_no_lock(corpus: Corpus, folder: Path) -> None:
    with corpus.writing():
        assert counts(ingest(corpus, folder, dry_run=True)) == (2, 0, 0, 1)


def test_export_goes_in_again_and_comes_out_the_same(corpus: Corpus, folder: Path, tmp_path: Path) -> None:
    ingest(corpus, folder)
    (tmp_path / "x.jsonl").write_bytes(exported(corpus))
    with Corpus.open(tmp_path / "second", create=True) as second:
        assert counts(ingest(second, tmp_path / "x.jsonl", clock=lambda: NIGHT)) == (2, 0, 0, 0)
        assert exported(second) == exported(corpus)


def test_export_into_its_own_corpus_is_unchanged(corpus: Corpus, folder: Path, tmp_path: Path) -> None:
    ingest(corpus, folder)
    (tmp_path / "x.jsonl").write_bytes(exported(corpus))
    assert counts(ingest(corpus, tmp_path / "x.jsonl")) == (0, 0, 2, 0)


def test_bad_line_of_an_export_refuses_itself_only(corpus: Corpus, folder: Path, tmp_path: Path) -> None:
    ingest(corpus, folder)
    path = tmp_path / "x.jsonl"
    first, second = exported(corpus).splitlines(keepends=True)
    path.write_bytes(first + b'{"kind":"nonsense"}\n' + second)
    with Corpus.open(tmp_path / "second", create=True) as other:
        report = ingest(other, path)
        assert [(one.path, one.outcome) for one in report.documents] == [
            (str(path), "inserted"),
            (f"{path}, line 2", "refused"),
            (str(path), "inserted"),
        ]
        assert [one.path for one in other.refusals()] == [f"{path}, line 2"]


def test_export_with_a_bad_line_is_read_again_and_the_rest_unchanged(
    corpus: Corpus, folder: Path, tmp_path: Path
) -> None:
    ingest(corpus, folder)
    path = tmp_path / "x.jsonl"
    path.write_bytes(exported(corpus) + b'{"kind":"nonsense"}\n')
    ingest(corpus, path)
    assert counts(ingest(corpus, path)) == (0, 0, 2, 1)


def test_refused_member_of_an_archive_keeps_the_archive(corpus: Corpus, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        opened.writestr("a.txt", b"first")
        opened.writestr("b.txt", b"Tweede")
    path = tmp_path / "x.zip"
    path.write_bytes(stream.getvalue().replace(b"first", b"fIrst"))
    report = ingest(corpus, path)
    assert counts(report) == (1, 0, 0, 1)
    kept = original_path(corpus.folder, sha256_of(path.read_bytes()), "bin")
    assert kept.read_bytes() == path.read_bytes()
    assert list(verify_corpus(corpus.folder)) == []


def test_document_that_is_too_long_is_kept(corpus: Corpus, folder: Path) -> None:
    report = ingest(corpus, folder / "a.txt", limits=Limits(document_bytes=3))
    assert counts(report) == (0, 0, 0, 1)
    assert original_path(corpus.folder, sha256_of(b"Eerste\ntekst"), "bin").is_file()


def test_one_hanging_document_does_not_stop_the_others(corpus: Corpus, folder: Path) -> None:
    def reader(source: Any, facts: Any) -> Any:
        hangs = source.content.startswith(b"Eerste")
        return (hanging_reader if hangs else first_line_reader)(source, facts)

    report = ingest(corpus, folder, reader=reader, limits=Limits(wall_seconds=0.3))
    assert [one.outcome for one in report.documents] == ["refused", "inserted", "refused"]


def stop_after(asked: int) -> Callable[[], bool]:
    answers = iter([False] * (asked - 1))
    return lambda: next(answers, True)


def test_run_that_is_asked_to_stop_ends_after_the_document_in_hand(corpus: Corpus, folder: Path) -> None:
    report = ingest(corpus, folder, stopped=stop_after(1))
    assert (report.stopped, len(report.documents), corpus.count()) == (True, 1, 1)
    assert list(verify_corpus(corpus.folder)) == []


def test_stopped_run_goes_on_where_it_was(corpus: Corpus, folder: Path) -> None:
    ingest(corpus, folder, stopped=stop_after(1))
    assert counts(ingest(corpus, folder)) == (1, 0, 1, 1)


def test_export_that_was_stopped_half_way_is_read_to_its_end_later(
    corpus: Corpus, folder: Path, tmp_path: Path
) -> None:
    ingest(corpus, folder)
    (tmp_path / "x.jsonl").write_bytes(exported(corpus))
    with Corpus.open(tmp_path / "second", create=True) as second:
        ingest(second, tmp_path / "x.jsonl", stopped=stop_after(1), limits=Limits(piece_bytes=1))
        assert second.count() == 1
        assert counts(ingest(second, tmp_path / "x.jsonl")) == (1, 0, 1, 0)


def test_progress_tells_how_many_files_are_done(corpus: Corpus, folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    ingest(corpus, folder, progress=lambda *step: told.append(step))
    assert told == [(0, 3, "a.txt"), (1, 3, "b.txt"), (2, 3, "c.txt"), (3, 3, "")]


def test_standard_input_is_read(corpus: Corpus) -> None:
    report = ingest(corpus, "-", stdin=io.BytesIO(b"Titel"))
    assert [(one.path, one.id) for one in report.documents] == [("-", "documenten/titel")]


def test_same_bytes_refused_under_two_names_are_two_open_refusals(corpus: Corpus, folder: Path) -> None:
    (folder / "d.txt").write_bytes((folder / "c.txt").read_bytes())
    ingest(corpus, folder)
    assert [one.path for one in corpus.refusals()] == [str(folder / "c.txt"), str(folder / "d.txt")]
    assert "refusal_closed" not in [event.action for event in corpus.events()]


def raising(error: Exception) -> Callable[..., Any]:
    def failing(*given: object) -> Any:
        raise error

    return failing


def test_refusal_of_a_known_file_that_could_not_be_read_once_is_closed(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bytes are those that were read before, so that nothing else is written of it."""
    path = tmp_path / "a.txt"
    path.write_text("Titel", "utf-8")
    ingest(corpus, path)
    with monkeypatch.context() as broken:
        broken.setattr("archive.ingest.walk._opened", raising(OSError(errno.EIO, "Input/output error")))
        ingest(corpus, path)
    assert [one.path for one in corpus.refusals()] == [str(path)]
    ingest(corpus, path)
    assert list(corpus.refusals()) == []


def test_refusal_of_a_folder_that_could_not_be_listed_once_is_closed(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    folder.joinpath("a.txt").write_text("Titel", "utf-8")
    with monkeypatch.context() as broken:
        broken.setattr("os.scandir", raising(OSError(errno.EMFILE, "Too many open files")))
        ingest(corpus, tmp_path / "in")
    assert [one.path for one in corpus.refusals()] == [str(tmp_path / "in")]
    ingest(corpus, tmp_path / "in")
    assert list(corpus.refusals()) == []


def test_refusal_of_a_folder_stays_where_only_a_file_of_it_is_read(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    folder.joinpath("a.txt").write_text("Titel", "utf-8")
    with monkeypatch.context() as broken:
        broken.setattr("os.scandir", raising(OSError(errno.EMFILE, "Too many open files")))
        ingest(corpus, folder)
    ingest(corpus, folder / "a.txt")
    assert [one.path for one in corpus.refusals()] == [str(folder)]
