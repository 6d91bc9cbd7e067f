"""What a reading makes of a record that other originals speak of too."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.store.corpus import Corpus
from archive.store.rows import Arrival, StoredRecord, Telling, arrival_of
from archive.store.settle import settle
from archive.store.verify import verify_corpus
from tests.store.making import add_document, made_document


def said(title: str) -> Arrival:
    return arrival_of(made_document("a", title, b"a"))


def stored(arrival: Arrival, original: str) -> StoredRecord:
    return StoredRecord(
        "documenten/a", "supporting_document", arrival.content, arrival.sha256, original, 1, "", ""
    )


def joined_titles(told: Sequence[Record]) -> Record:
    titles = [one.title for one in told if isinstance(one, SupportingDocument)]
    return msgspec.structs.replace(told[-1], title="+".join(titles))


def test_first_arrival_is_inserted_and_its_words_are_not_kept_twice() -> None:
    settled = settle(None, (), said("een"), "o1")
    assert (settled.outcome, settled.tellings) == ("inserted", (Telling("o1", None),))


def test_second_original_is_merged_with_the_first() -> None:
    settled = settle(stored(said("een"), "o1"), (Telling("o1", None),), said("twee"), "o2", joined_titles)
    assert (settled.outcome, settled.joined) == ("updated", True)
    assert settled.state == said("een+twee")
    assert settled.tellings == (Telling("o1", said("een").content), Telling("o2", said("twee").content))


def test_original_read_anew_speaks_in_its_own_place() -> None:
    tellings = (Telling("o1", said("een").content), Telling("o2", said("twee").content))
    settled = settle(stored(said("een+twee"), "o2"), tellings, said("EEN"), "o1", joined_titles)
    assert settled.state == said("EEN+twee")
    assert [telling.original for telling in settled.tellings] == ["o1", "o2"]


def test_original_that_was_followed_by_another_stays_in_the_past() -> None:
    tellings = (Telling("o1", said("een").content), Telling("o2", said("twee").content))
    settled = settle(stored(said("twee"), "o2"), tellings, said("EEN"), "o1")
    assert settled.outcome == "unchanged"


def test_same_words_from_elsewhere_change_nothing() -> None:
    settled = settle(stored(said("een"), "o1"), (Telling("o1", None),), said("een"), "o2", joined_titles)
    assert (settled.outcome, settled.tellings) == ("unchanged", (Telling("o1", None), Telling("o2", None)))


def test_original_of_which_nothing_was_kept_says_nothing() -> None:
    tellings = (Telling("o0", None), Telling("o1", None))
    settled = settle(stored(said("een"), "o1"), tellings, said("twee"), "o2", joined_titles)
    assert settled.state == said("een+twee")


def test_one_who_takes_the_place_of_the_rest_is_not_joined() -> None:
    settled = settle(stored(said("een"), "o1"), (Telling("o1", None),), said("twee"), "o2")
    assert (settled.outcome, settled.joined) == ("updated", False)


def test_corpus_keeps_what_each_original_says(corpus: Corpus) -> None:
    add_document(corpus, "a", "een", b"1")
    assert [telling.content for telling in corpus.tellings("documenten/a")] == [None]
    add_document(corpus, "a", "twee", b"2")
    contents = [telling.content or "" for telling in corpus.tellings("documenten/a")]
    assert ['"een"' in contents[0], '"twee"' in contents[1]] == [True, True]
    assert list(verify_corpus(corpus.folder)) == []
