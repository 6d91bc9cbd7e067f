"""Notes and checks are told in Dutch, with the same pieces of the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from archive.model.blocks import Check
from archive.model.notes import KIND_OF_CODE
from archive.model.question import Note
from archive.model.tables import tables_of
from archive.render.catalogue import load_catalogue
from archive.render.note_texts import NOTE_TEXTS, REPAIRS, check_text, note_text, place_text
from archive.render.wording import NOTE_KIND_EXPLANATION, NOTE_KIND_WORDING, NOTE_WORDING
from archive.store.corpus import Corpus
from archive.text.repair import STEPS

DUTCH, ENGLISH = load_catalogue("nl"), load_catalogue("en")


@pytest.mark.parametrize(
    ("code", "message", "expected"),
    [
        (
            "mojibake",
            "letters that a wrong decoding broke were mended in 2 lines: 'Ã©n' to 'één'; 'caf?' to 'café'",
            (
                "Letters die door een verkeerde codering stuk waren, zijn hersteld, in 2 regels: "
                "'Ã©n' → 'één'; 'caf?' → 'café'."
            ),
        ),
        (
            "date_contradiction",
            "the answer says that the question is of 2024-04-24, the question itself says 2024-04-25",
            "Volgens het antwoord is de vraag van 24 april 2024, volgens de vraag zelf van 25 april 2024.",
        ),
        (
            "date_contradiction",
            "a.json says '2024-04-24', the record has '2024-04-25'",
            "In a.json staat ‘2024-04-24’, hier staat ‘2024-04-25’.",
        ),
        (
            "answer_kind",
            "read as no_data: 'Er zijn geen cijfers.'",
            "Gelezen als ‘geen gegevens beschikbaar’, om de zin: ‘Er zijn geen cijfers.’",
        ),
        (
            "total_contradiction",
            "column Totaal, Man: rows give 1.839 and 1.728, printed 1.727",
            "Kolom Totaal, Man: de rijen geven 1.839 en 1.728, gedrukt staat 1.727.",
        ),
        (
            "page_furniture",
            "heads and feet of pages were left out: Vlaams Parlement; page numbers 1, 2",
            "Kop- en voetregels van bladzijden zijn weggelaten: Vlaams Parlement; paginanummers 1, 2.",
        ),
        (
            "unknown_name",
            "'Jan O'Hara' is not in the table of names; its capitals were set by rule; the table has 'Jan Ohara'",
            (
                "‘Jan O'Hara’ staat niet in de namenlijst; de hoofdletters zijn volgens regels gezet. "
                "De lijst heeft wel ‘Jan Ohara’."
            ),
        ),
    ],
)
def test_a_note_of_a_known_form_is_told_in_dutch(code: str, message: str, expected: str) -> None:
    assert note_text(Note(code, message), DUTCH) == expected


def test_in_english_a_note_says_what_the_record_says() -> None:
    assert note_text(Note("no_title", "the document prints no title"), ENGLISH) == (
        "the document prints no title"
    )


@pytest.mark.parametrize("code", ["mojibake", "total_contradiction", "of another program"])
def test_a_note_of_no_known_form_has_no_translation(code: str) -> None:
    assert note_text(Note(code, "something new"), DUTCH) is None


def test_a_date_that_is_none_stays_as_it_is() -> None:
    message = "the answer says that the question is of x, the question itself says y"
    assert "van x, volgens" in str(note_text(Note("date_contradiction", message), DUTCH))


def test_a_piece_that_looks_like_a_place_to_fill_is_not_filled() -> None:
    note = Note("title_contradiction", "the document itself prints the title '%(printed)s %s {x}'")
    assert note_text(note, DUTCH) == "Het document zelf heeft de titel ‘%(printed)s %s {x}’."


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("page 2, line 51", "pagina 2, regel 51"),
        ("head of the answer, line 22", "hoofd van het antwoord, regel 22"),
        ("asked_on", "ingediend"),
        ("elsewhere", "elsewhere"),
    ],
)
def test_a_place_is_told_piece_by_piece(place: str, expected: str) -> None:
    assert place_text(place, DUTCH) == expected


def test_a_check_is_told_with_its_place() -> None:
    check = Check("column # Bedrijven", "rows give 2.133, as printed", True)
    assert check_text(check, DUTCH) == "Kolom # Bedrijven: de rijen geven 2.133, zoals gedrukt."


def test_every_code_has_a_name_a_kind_and_forms() -> None:
    assert NOTE_WORDING.keys() - {"other"} == KIND_OF_CODE.keys()
    assert KIND_OF_CODE.keys() == NOTE_TEXTS.keys()
    assert NOTE_KIND_WORDING.keys() == NOTE_KIND_EXPLANATION.keys() == set(KIND_OF_CODE.values())


def test_every_repair_of_a_text_has_a_dutch_sentence() -> None:
    assert {step.message for step in STEPS} <= set(REPAIRS)


def test_every_note_and_check_of_the_seeds_is_told_in_dutch(seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        records = list(corpus.records())
    notes = [note for record in records for note in record.notes]
    checks = [check for record in records for table in tables_of(record) for check in table.checks]
    assert notes and checks
    assert [note for note in notes if note_text(note, DUTCH) is None] == []
    assert [check for check in checks if check_text(check, DUTCH) is None] == []


def test_quoted_words_can_be_marked_as_those_of_the_document() -> None:
    """Only what the document says is marked; all of it is escaped."""
    note = Note("title_contradiction", "the document itself prints the title 'Wie & <wat>'", "")
    told = note_text(note, ENGLISH, lambda words: Markup('<span lang="nl">{}</span>').format(words))
    assert told is not None
    assert 'title ‘<span lang="nl">Wie &amp; &lt;wat&gt;</span>' in str(told).replace("&#39;", "‘")
