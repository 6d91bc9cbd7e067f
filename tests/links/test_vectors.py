"""What tells of a record what it is about, and what of that a new record changes."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import numpy as np
import pytest

from archive.links.facts import FactsReader
from archive.links.growing import grow_links
from archive.links.related import Likeness, shares
from archive.links.spread import spread_of, window_of
from archive.links.vectors import KNOWN_KEPT, Entries, Weigher, stepped
from archive.links.vocabulary import Vocabulary
from archive.model.blocks import Paragraph
from archive.model.question import Body, WrittenQuestion
from archive.text.languages import DUTCH
from tests.links.grown_questions import questions
from tests.records import question
from tests.search.grown import GrowingCorpus

WINDOW = 40


def vectors_of(records: list[WrittenQuestion]) -> tuple[list[Entries], Vocabulary]:
    """The vectors of records, and the words that their terms stand for."""
    reader = FactsReader(DUTCH)
    counted = [reader.read(record)[1] for record in records]
    days = [record.asked_on.toordinal() if record.asked_on else 0 for record in records]
    window = window_of(days, [record.id for record in records], WINDOW)
    spread = spread_of((counted[place] for place in window), len(window), reader.vocabulary.terms)
    return Weigher(reader.vocabulary, spread).vectors(counted), reader.vocabulary


def words_of(vector: Entries, vocabulary: Vocabulary) -> list[tuple[str, str, int, bool]]:
    return [
        (vocabulary.texts[term], vocabulary.texts[form], weight, titled)
        for term, form, weight, titled in vector
    ]


def test_a_new_question_changes_no_vector_but_its_own() -> None:
    records = questions(random.Random(1), 60)
    before, words = vectors_of(records)
    after, other_words = vectors_of([*questions(random.Random(2), 1, 900, 900), *records])
    told = [words_of(vector, words) for vector in before]
    assert [words_of(vector, other_words) for vector in after[1:]] == told


def test_known_terms_make_a_vector_of_length_one() -> None:
    for vector in vectors_of(questions(random.Random(1), 30))[0]:
        known = vector["weight"][:KNOWN_KEPT].astype(np.int64)
        assert (known * known).sum() >= 4096**2 * 0.99


def test_the_shortest_form_of_a_word_in_the_record_is_kept() -> None:
    records = [
        question(number, title="Xenon", question=Body((Paragraph("vergunningen vergunning"),)), answer=None)
        for number in (1, 2)
    ]
    vectors, vocabulary = vectors_of(records)
    assert "vergunning" in [form for _, form, _, _ in words_of(vectors[0], vocabulary)]
    assert "vergunningen" not in [form for _, form, _, _ in words_of(vectors[0], vocabulary)]


def test_words_of_the_title_are_marked() -> None:
    text = Body((Paragraph("windmolens op zee"),))
    records = [question(number, title="Windmolens", question=text, answer=None) for number in (1, 2)]
    vectors, vocabulary = vectors_of(records)
    titled = {form: titled for _, form, _, titled in words_of(vectors[0], vocabulary)}
    assert titled == {"windmolens": True, "zee": False}


def test_records_alike_in_every_word_are_as_alike_as_can_be() -> None:
    text = Body((Paragraph("windmolens op zee bij Oostende"),))
    records = [question(number, title="Windmolens", question=text, answer=None) for number in (1, 2)]
    likeness = Likeness(vectors_of(records)[0])
    assert shares(likeness.to_all(0)) == [0.0, pytest.approx(1, abs=0.001)]


def test_a_word_that_is_new_to_the_archive_relates_new_questions(tmp_path: Path) -> None:
    """No record of the window has it, and it changes no other vector."""
    corpus = GrowingCorpus(questions(random.Random(3), 60))
    fresh = [
        question(
            number,
            title="Kwartelkoningin",
            asker=f"Lid {number}",
            minister=f"Minister {number}",
            asked_on=dt.date(2024, 1, 1),
            question=Body((Paragraph(f"Nestelt de kwartelkoningin nog langs fietspad {number} en water?"),)),
            answer=None,
        )
        for number in (901, 902)
    ]
    corpus.put(fresh)
    links, _ = grow_links(corpus, tmp_path / "links", least_window=WINDOW)
    found = links.between.near(fresh[0].id)[0]
    assert found.id == fresh[1].id


@pytest.mark.parametrize(
    ("records", "rounded"), [(0, 2), (2, 2), (3, 2.83), (4, 4), (5, 4), (6, 5.66), (1000, 724.08)]
)
def test_numbers_of_records_are_rounded_down_to_half_octaves(records: int, rounded: float) -> None:
    assert stepped(np.array([records], np.int32))[0] == pytest.approx(rounded, abs=0.01)
