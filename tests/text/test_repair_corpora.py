"""Writing that was right is not altered: the questions and answers of two parliaments, laid out in four ways."""

from __future__ import annotations

import itertools

import pytest

from archive.model.document import Line
from archive.text.repair import repair_lines
from benchmarks.repair_texts import CORPORA, LAYOUTS, read_texts
from tests.conftest import shared_folder

# What the authors of the corpora really typed wrong, or in characters that have no form.
_REAL_FAULTS = {"special_blanks", "unseen_characters", "soft_hyphens", "composed_letters", "mojibake"}
_EVERY = 40


def _codes(*texts: str) -> list[str]:
    lines = [Line(text, number) for number, text in enumerate(texts, 1)]
    return [note.code for note in repair_lines(lines).notes]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", CORPORA)
def test_no_bullet_is_seen_in_running_text(name: str, layout: str) -> None:
    folder = shared_folder()
    if folder is None:
        pytest.skip("did not run: the shared material is absent")
    texts = itertools.islice(read_texts(folder / "data" / name, layout), 0, None, _EVERY)
    found = {
        f"{text.place}: {note.message}"
        for text in texts
        for note in repair_lines(text.lines).notes
        if note.code not in _REAL_FAULTS
    }
    assert found == set()


def test_the_dutch_corpus_needs_no_repair_at_all() -> None:
    folder = shared_folder()
    if folder is None:
        pytest.skip("did not run: the shared material is absent")
    texts = read_texts(folder / "data" / "dekamer2017.jsonl.gz")
    assert [text.place for text in texts if repair_lines(text.lines).notes] == []


@pytest.mark.parametrize(
    "texts",
    [
        ("een bronchiolitis", "obliterans", "over", "het", "hele", "land"),
        ("de", "omzendbrief", "ob_NL_lijst_V4.pdf)", "over", "paarden"),
        ("We publish more", "of", "our", "reports."),
        ("The answer is:", "our schools decide."),
        ("Le ministre dira:", "où et quand."),
        ("en de gevonden", "obussen,", "ontstekers en"),
    ],
)
def test_rare_and_foreign_words_at_the_beginning_of_a_line_are_no_bullets(texts: tuple[str, ...]) -> None:
    assert _codes(*texts) == []


def test_entries_without_punctuation_right_below_each_other_are_bullets() -> None:
    assert _codes("de redenen zijn:", "obegeleiding ontbreekt", "owoonplaats ongeldig") == ["glued_bullets"]


def test_entries_behind_broken_lines_with_trailing_blanks_are_bullets() -> None:
    texts = ("de redenen zijn:", "obegeleiding van de ", "werkzoekenden", "owoonplaats in een ", "ander land")
    assert _codes(*texts) == ["glued_bullets"]
