"""Records that are shown no more: nothing of them is lost, and no other ever gets their id."""

from __future__ import annotations

import msgspec
import pytest

from archive.errors import ArchiveError
from archive.model.supporting import SupportingDocument
from archive.store.corpus import Corpus
from archive.store.rows import arrival_of
from archive.store.verify import verify_corpus
from archive.store.withdrawing import RENAMED, successors
from archive.store.writer import Written
from tests.records import question
from tests.store.making import LATER, add_document, made_document, made_original

A, B = "documenten/a", "documenten/b"


@pytest.fixture
def two(corpus: Corpus) -> Corpus:
    add_document(corpus, "a", "Een", b"a")
    add_document(corpus, "b", "Twee", b"b")
    return corpus


def withdraw(corpus: Corpus, id: str, reason: str = "Op vraag.", successor: str | None = None) -> None:
    with corpus.writing() as writer:
        writer.withdraw(id, reason, successor=successor, now=LATER)


def read_again(corpus: Corpus, content: bytes, *records: SupportingDocument) -> tuple[Written, ...]:
    """Writes what a later reading of the same bytes gives."""
    original = made_original(content)
    with corpus.writing() as writer:
        return writer.write(original, "in/a.txt", [arrival_of(one) for one in records], now=LATER)


def test_a_withdrawn_record_is_counted_and_listed_no_more(two: Corpus) -> None:
    withdraw(two, A)
    assert two.count() == 1
    assert [record.id for record in two.records()] == list(two.ids()) == [B]
    assert [id for id, _ in two.fingerprints()] == [one.id for one in two.times()] == [B]
    assert len(list(two.lines())) == 1
    assert [state.id for state in two.written_since("2000-01-01T00:00:00Z")] == [B]


def test_it_stays_in_the_corpus_with_its_bytes_and_what_was_done(two: Corpus) -> None:
    before = two.record(A)
    withdraw(two, A)
    assert two.record(A) == before
    assert [(event.action, event.detail) for event in two.events(A)][1:] == [("withdrawn", "Op vraag.")]
    assert list(verify_corpus(two.folder)) == []


def test_the_signature_tells_of_it(two: Corpus) -> None:
    before = two.signature()
    withdraw(two, A)
    assert two.signature() != before


def test_undoing_shows_it_again_as_it_was(two: Corpus) -> None:
    before = two.signature()
    withdraw(two, A)
    with two.writing() as writer:
        writer.restore(A, now=LATER)
    assert (two.signature(), list(two.withdrawals())) == (before, [])
    assert [event.action for event in two.events(A)] == ["inserted", "withdrawn", "restored"]


def test_the_same_document_again_does_not_bring_it_back(two: Corpus) -> None:
    withdraw(two, A)
    assert add_document(two, "a", "Een, verbeterd", b"a2").outcome == "updated"
    assert list(two.ids()) == [B]


@pytest.mark.parametrize(
    ("id", "reason", "successor", "cause"),
    [
        ("documenten/z", "Zomaar.", None, "no record has this id"),
        (A, " ", None, "no reason is given"),
        (A, "Zomaar.", A, "cannot go on in itself"),
        (A, "Zomaar.", "documenten/z", "no record has this id now"),
    ],
)
def test_what_cannot_be_withdrawn_is_an_error(
    two: Corpus, id: str, reason: str, successor: str | None, cause: str
) -> None:
    with pytest.raises(ArchiveError, match=cause):
        withdraw(two, id, reason, successor)


def test_nothing_is_withdrawn_twice_nor_shown_again_that_is_shown(two: Corpus) -> None:
    withdraw(two, A)
    with pytest.raises(ArchiveError, match="withdrawn already"):
        withdraw(two, A)
    with pytest.raises(ArchiveError, match="is not withdrawn"), two.writing() as writer:
        writer.restore(B, now=LATER)


def test_no_record_goes_on_in_one_that_is_withdrawn(two: Corpus) -> None:
    withdraw(two, A)
    with pytest.raises(ArchiveError, match="no record has this id now"):
        withdraw(two, B, "Dubbel.", A)


def test_a_document_that_gives_another_id_when_read_again_leads_there(corpus: Corpus) -> None:
    add_document(corpus, "a", "Een", b"a")
    read_again(corpus, b"a", made_document("c", "Een", b"a"))
    assert list(corpus.ids()) == ["documenten/c"]
    (gone,) = corpus.withdrawals()
    assert (gone.id, gone.successor, gone.reason, gone.by_reading) == (A, "documenten/c", RENAMED, 1)


def test_read_as_before_once_more_it_is_shown_again(corpus: Corpus) -> None:
    add_document(corpus, "a", "Een", b"a")
    read_again(corpus, b"a", made_document("c", "Een", b"a"))
    read_again(corpus, b"a", made_document("a", "Een", b"a"))
    assert A in list(corpus.ids())
    assert corpus.withdrawal(A) is None


def test_a_record_of_which_another_document_speaks_stays(corpus: Corpus) -> None:
    add_document(corpus, "a", "Een", b"a")
    add_document(corpus, "a", "Een, elders", b"elsewhere")
    read_again(corpus, b"a", made_document("c", "Een", b"a"))
    assert list(corpus.ids()) == [A, "documenten/c"]


def test_of_several_only_what_is_certain_leads_on() -> None:
    lost = {
        "x/1": question(1, title="Een"),
        "x/2": question(2, title="Twee"),
        "x/3": question(3, title="Drie"),
    }
    given = {"y/1": question(1, title="Een"), "y/2": question(2, title="Anders"), "y/9": question(9)}
    assert successors(lost, given) == {"x/1": "y/1"}


def test_two_records_never_lead_to_one() -> None:
    same = question(1, title="Een")
    other = msgspec.structs.replace(same, minister=question(minister="Zuhal Demir").minister)
    assert successors({"x/1": same, "x/2": other}, {"y/1": same, "y/2": question(7)}) == {}
