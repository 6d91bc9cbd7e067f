"""What the suites on hostile documents are made of is what it is said to be."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import pytest

from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from benchmarks.safety.bomb_archives import ARCHIVES
from benchmarks.safety.bomb_documents import DOCUMENTS
from benchmarks.safety.bomb_parts import MEGABYTE, deflated_zeros, gzipped_zeros, pdf, raw_zip, stream
from benchmarks.safety.bombs import EVERY, LONG
from benchmarks.safety.fuzz_mutations import Kinds, mutated
from benchmarks.safety.fuzz_seeds import seeds_of_packages, seeds_of_pdf, seeds_of_text
from benchmarks.safety.liar_readers import HARMLESS, REFUSED
from benchmarks.safety.liars import tree
from benchmarks.safety.trial import Read, Result, Trial, result_of

GOOD = Result(outcomes=(("a.txt", "inserted", "documenten/a", None),))


def test_packed_zeros_are_zeros() -> None:
    assert zlib.decompress(deflated_zeros(3)) == bytes(3 * MEGABYTE)
    assert gzip.decompress(gzipped_zeros(3)) == bytes(3 * MEGABYTE)


def test_members_of_a_zip_can_share_their_bytes() -> None:
    whole = raw_zip("00000.txt", deflated_zeros(1)[2:-4], MEGABYTE, copies=3)
    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        assert [member.file_size for member in opened.infolist()] == [MEGABYTE] * 3


def test_pdf_of_parts_is_one_that_can_be_read(tmp_path: Path) -> None:
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 "
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
    )
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        stream(b"BT /F1 12 Tf 72 720 Td (Woorden) Tj ET"),
    )
    (tmp_path / "a.pdf").write_bytes(pdf(parts))
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        ingest_paths(corpus, [str(tmp_path / "a.pdf")])
        assert [record.title for record in corpus.records()] == ["Woorden"]


@pytest.mark.parametrize(("name", "bytes_at_most"), [("flate-in-flate.pdf", 5_000), ("deep-zip", 10_000)])
def test_bomb_is_small(name: str, bytes_at_most: int) -> None:
    assert len(EVERY[name]()) <= bytes_at_most


def test_bombs_of_the_long_run_are_among_all() -> None:
    assert set(EVERY) >= LONG
    assert not DOCUMENTS.keys() & ARCHIVES.keys()


def test_one_number_gives_one_mutation() -> None:
    kinds = Kinds(tuple(seeds_of_text()), tuple(seeds_of_packages())[:2], tuple(seeds_of_pdf())[:2])
    made = [mutated(number, kinds) for number in range(40)]
    assert made == [mutated(number, kinds) for number in range(40)]
    assert len(set(made)) == 40


def test_liars_are_named_once() -> None:
    assert not REFUSED.keys() & HARMLESS.keys()


def test_tree_sees_what_is_changed_and_what_is_added(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    before = tree(tmp_path)
    (tmp_path / "a").write_bytes(b"b")
    (tmp_path / "b").symlink_to("a")
    assert {Path(path).name for path, _ in before.items() ^ tree(tmp_path).items()} == {"a", "b"}


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (Result(died="exit code -9"), "did not survive"),
        (Result(GOOD.outcomes, peak=400_000_000), "took 400 MB"),
        (Result(GOOD.outcomes, left=2), "2 processes were left"),
        (Result(GOOD.outcomes, damage=("it is gone",)), "damaged: it is gone"),
        (Result(GOOD.outcomes, (Read("b", 9.0, 5.0, "time", "why"),)), "kept the run waiting for 9.0 s"),
        (Result(), "a.txt, a good document, was forgotten"),
        (Result((("a.txt", "refused", None, "why"),)), "a.txt, a good document, was refused"),
        (Result((*GOOD.outcomes, ("b.txt", "refused", None, ""))), "b.txt was refused without a reason"),
    ],
)
def test_trial_that_breaks_the_promise_says_how(result: Result, told: str) -> None:
    (fault,) = result.faults(["a.txt"])
    assert told in fault


def test_trial_that_keeps_the_promise_says_nothing() -> None:
    assert list(GOOD.faults(["a.txt"])) == []


def test_trial_that_does_not_come_back_is_ended(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("!hangs\n", "utf-8")
    trial = Trial(
        (str(tmp_path / "a.txt"),),
        str(tmp_path / "corpus"),
        reader="benchmarks.safety.liar_readers:liar_reader",
        broken="benchmarks.safety.broken_reading:wait_for_ever",
    )
    result = result_of(trial, seconds=4.0)
    assert "did not come back" in result.died
