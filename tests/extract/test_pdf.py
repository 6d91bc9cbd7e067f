from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import Refusal
from archive.extract import read_source
from archive.model.document import Document, Source
from tests.conftest import shared_folder
from tests.extract.sources import make_pdf, read_document, texts

_PREMIES = Path(__file__).parent / "premies.pdf"
_WIDE = "Een regel die tot aan de rechterrand van de bladzijde loopt en daar werd gebroken"


def _refusal(content: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_source(Source("x.pdf", content))
    return caught.value


def _broken(document: Document) -> list[tuple[str, bool | None]]:
    return [(line.text.split(" ", 1)[0], line.broken) for line in document.lines if line.text]


def test_lines_come_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    document = read_document(make_pdf([[(72, 600, "onder"), (72, 700, "boven"), (200, 700, "rechts")]]))
    assert texts(document) == ["boven rechts", "onder"]


def test_a_line_is_broken_where_it_reaches_the_margin() -> None:
    page = [(72.0, 700.0, _WIDE), (72.0, 686.0, "en verder ging."), (72.0, 672.0, "Nieuwe alinea.")]
    assert _broken(read_document(make_pdf([page]))) == [("Een", True), ("en", False), ("Nieuwe", False)]


def test_room_between_paragraphs_becomes_an_empty_line() -> None:
    page = [(72.0, 700.0, "Een"), (72.0, 686.0, "twee"), (72.0, 672.0, "drie"), (72.0, 640.0, "vier")]
    assert [line.text for line in read_document(make_pdf([page])).lines] == [
        "Een",
        "twee",
        "drie",
        "",
        "vier",
    ]


def test_running_heads_and_page_numbers_are_left_out_and_noted() -> None:
    pages = [
        [(72.0, 810.0, "Vlaams Parlement"), (72.0, 600.0, f"Tekst {number}"), (290.0, 30.0, f"- {number} -")]
        for number in (1, 2)
    ]
    document = read_document(make_pdf(pages))
    assert texts(document) == ["Tekst 1", "Tekst 2"]
    (note,) = document.notes
    assert note.code == "page_furniture"
    assert all(text in note.message for text in ("Vlaams Parlement", "- 1 -", "- 2 -"))


def test_lines_know_their_page() -> None:
    document = read_document(make_pdf([[(72, 500, "een")], [(72, 500, "twee")]]))
    assert [(line.text, line.page) for line in document.lines] == [("een", 1), ("twee", 2)]


def test_a_pdf_without_text_is_refused() -> None:
    assert _refusal(make_pdf([[]])).code == "no_text"


def test_a_pdf_behind_a_password_is_refused() -> None:
    key = "(" + "x" * 32 + ")"
    trailer = f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >>"
    refusal = _refusal(make_pdf([[(72, 500, "geheim")]], trailer))
    assert (refusal.code, refusal.remedy) == ("encrypted", "save it without a password")


@pytest.mark.parametrize("cut", [20, 200, 500])
def test_a_pdf_that_was_cut_off_is_refused_or_read(cut: int) -> None:
    assert _refusal(make_pdf([[(72, 500, "tekst")]])[:cut]).code in {"damaged", "no_text"}


def test_an_error_of_ours_is_not_taken_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TypeError("a fault of the program")

    monkeypatch.setattr("archive.extract.pdf_pages._page", fail)
    with pytest.raises(TypeError, match="a fault of the program"):
        read_document(make_pdf([[(72, 500, "tekst")]]))


def test_a_typeset_question_has_the_lines_that_are_printed() -> None:
    lines = texts(read_document(_PREMIES.read_bytes()))
    assert lines[:5] == [
        "SCHRIFTELIJKE VRAAG",
        "nr. 386",
        "van THIJS VERBEURGT",
        "datum: 25 april 2024",
        "aan JO BROUNS",
    ]
    assert "2. Hoeveel begeleidingspremies kunnen daarmee naar schatting gegeven worden?" in lines


def test_a_justified_document_of_word_has_single_blanks() -> None:
    folder = shared_folder()
    if folder is None:
        pytest.skip("did not run: the shared material is absent")
    lines = texts(read_document((folder / "data" / "flemish" / "vrg_en_antw.235.pdf").read_bytes()))
    assert "In juli 2021 werd het Demerbekken geconfronteerd met zeer zware wateroverlast en -" in lines
    assert not any("  " in line for line in lines)
