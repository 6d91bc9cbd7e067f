"""The index of the terminal: kept up to date, never trusted when others could have written it, and what it shows."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import ArchiveError, CorpusError, QueryError
from archive.model.blocks import Paragraph
from archive.model.question import Answer, Body
from archive.search.index import search_corpus, update_index
from archive.search.whoosh_store import is_current, open_index
from tests.records import part, question, supporting
from tests.search.conftest import HandCorpus


def small_corpus(folder: Path) -> HandCorpus:
    long_text = "Eerst iets anders. " * 30 + "De loonpremie en de begeleidingspremie werden verhoogd."
    return HandCorpus(
        [
            question(1, title="Loonpremie - Stand van zaken"),
            question(
                2,
                minister="Zuhal Demir",
                year="2024-2025",
                asked_on=dt.date(2024, 10, 25),
                question=Body((Paragraph("Wat met de werkgevers?"),)),
                answer=Answer("not_competent", parts=(part("1", text=long_text),)),
            ),
            supporting("Forum over de premie", text="Café en coördinatie, loon en begeleiding."),
        ],
        folder,
    )


def ids(corpus: HandCorpus, query: str) -> list[str]:
    return [hit.id for hit in search_corpus(corpus, query).hits]


def test_the_index_is_made_once(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path)
    assert update_index(corpus) is True
    assert update_index(corpus) is False


def test_progress_is_told_record_by_record_while_the_index_is_made(tmp_path: Path) -> None:
    told: list[int] = []
    search_corpus(small_corpus(tmp_path), "premie", progress=told.append)
    assert told == [1, 2, 3]
    search_corpus(small_corpus(tmp_path), "premie", progress=told.append)
    assert told == [1, 2, 3]


def test_a_changed_corpus_is_indexed_anew(tmp_path: Path) -> None:
    assert ids(small_corpus(tmp_path), "fietspad") == []
    grown = HandCorpus([question(9, title="Het fietspad")], tmp_path, signature="2")
    assert ids(grown, "fietspad") == ["2023-2024/jo-brouns/9"]


def test_only_one_index_is_kept(tmp_path: Path) -> None:
    update_index(small_corpus(tmp_path))
    update_index(HandCorpus([], tmp_path, signature="2"))
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def test_an_index_that_others_may_write_is_made_anew(tmp_path: Path) -> None:
    """Whoosh reads pickles: a folder that somebody else could have filled is never opened."""
    corpus = small_corpus(tmp_path)
    update_index(corpus)
    (tmp_path / "index").chmod(0o777)
    assert not is_current(tmp_path / "index", corpus.signature())
    update_index(corpus)
    assert (tmp_path / "index").stat().st_mode & 0o777 == 0o700


def test_an_index_without_a_stamp_is_made_anew(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path)
    update_index(corpus)
    (tmp_path / "index" / "stamp.json").write_text("{")
    assert update_index(corpus) is True


def test_an_index_that_cannot_be_written_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    corpus = small_corpus(tmp_path / "file")
    with pytest.raises(ArchiveError, match="make the folder writable"):
        update_index(corpus)


def test_a_compound_is_found_after_the_word_itself(tmp_path: Path) -> None:
    assert ids(small_corpus(tmp_path), "premie") == [
        "documenten/forum-over-de-premie",
        "2023-2024/jo-brouns/1",
        "2024-2025/zuhal-demir/2",
    ]


def test_an_inflection_finds_the_word(tmp_path: Path) -> None:
    corpus = HandCorpus([question(1, title="Subsidies"), question(2, title="Subsidie")], tmp_path)
    assert len(ids(corpus, "subsidie")) == len(ids(corpus, "subsidies")) == 2


def test_a_form_that_no_document_has_finds_nothing(tmp_path: Path) -> None:
    assert ids(small_corpus(tmp_path), "werkgever") == []


def test_case_and_diacritics_make_no_difference(tmp_path: Path) -> None:
    assert ids(small_corpus(tmp_path), "CAFE coordinatie") == ["documenten/forum-over-de-premie"]


def test_a_document_number_is_found_first(tmp_path: Path) -> None:
    mentions = Body((Paragraph("Zie 2082929 en 2082929 en 2082929."),))
    corpus = HandCorpus([question(1, document_id="2082929"), question(2, question=mentions)], tmp_path)
    assert ids(corpus, "2082929")[0] == "2023-2024/jo-brouns/1"


def test_a_hit_tells_what_a_list_shows(tmp_path: Path) -> None:
    (hit,) = search_corpus(small_corpus(tmp_path), "minister:demir").hits
    assert (hit.number, hit.parliamentary_year, hit.asked_on) == (2, "2024-2025", dt.date(2024, 10, 25))
    assert (hit.asker, hit.minister, hit.kind) == ("An Peeters", "Zuhal Demir", "written_question")
    assert hit.url == "vragen/2024-2025/zuhal-demir/2.html"


def test_a_snippet_shows_the_words_asked_for(tmp_path: Path) -> None:
    (hit,) = search_corpus(small_corpus(tmp_path), "loonpremie minister:demir").hits
    assert hit.snippet.startswith("… ")
    assert "De loonpremie en de begeleidingspremie werden verhoogd." in hit.snippet
    assert len(hit.snippet) < 240


def test_facets_count_under_the_other_filters(tmp_path: Path) -> None:
    result = search_corpus(small_corpus(tmp_path), "", filters={"minister": ["Zuhal Demir"]})
    assert result.total == 1
    assert {entry.value: entry.count for entry in result.facets["minister"]} == {
        "Zuhal Demir": 1,
        "Jo Brouns": 1,
    }
    assert [entry.value for entry in result.facets["answer_kind"]] == ["not_competent"]


def test_an_unknown_facet_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="choose one of minister, asker"):
        search_corpus(small_corpus(tmp_path), "", filters={"colour": ["red"]})


def test_a_wrong_query_is_an_error_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(QueryError):
        search_corpus(small_corpus(tmp_path), '"stand van')
    assert list(tmp_path.iterdir()) == []


def test_a_phrase_never_runs_from_one_block_into_the_next(tmp_path: Path) -> None:
    blocks = (Paragraph("de stand"), Paragraph("van zaken"))
    corpus = HandCorpus([question(1, question=Body(blocks))], tmp_path)
    assert ids(corpus, '"stand van"') == []
    assert ids(corpus, "stand van") == ["2023-2024/jo-brouns/1"]


def test_index_that_another_process_replaces_while_it_is_opened_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, grown = small_corpus(tmp_path), HandCorpus([question(9, title="Het fietspad")], tmp_path, "2")
    others = [grown]

    @contextlib.contextmanager
    def opened_late(folder: Path) -> Iterator[object]:
        if others:
            update_index(others.pop())
        with open_index(folder) as found:
            yield found

    monkeypatch.setattr("archive.search.index.open_index", opened_late)
    assert ids(corpus, "begeleidingspremie") == ["2024-2025/zuhal-demir/2"]


def test_index_that_goes_while_it_is_opened_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = [tmp_path / "index"]

    @contextlib.contextmanager
    def opened_late(folder: Path) -> Iterator[object]:
        if gone:
            shutil.rmtree(gone.pop())
        with open_index(folder) as found:
            yield found

    monkeypatch.setattr("archive.search.index.open_index", opened_late)
    assert ids(small_corpus(tmp_path), "begeleidingspremie") == ["2024-2025/zuhal-demir/2"]


def test_index_that_others_replace_without_end_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown = HandCorpus([question(9, title="Het fietspad")], tmp_path, "2")

    @contextlib.contextmanager
    def opened_late(folder: Path) -> Iterator[object]:
        update_index(grown)
        with open_index(folder) as found:
            yield found

    monkeypatch.setattr("archive.search.index.open_index", opened_late)
    with pytest.raises(CorpusError, match="try again later"):
        ids(small_corpus(tmp_path), "premie")
