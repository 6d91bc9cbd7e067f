"""Footnotes stand with the text that refers to them, and their marks are taken out of it."""

from __future__ import annotations

from archive.model.blocks import Footnote
from archive.model.document import Line
from archive.parse.footnotes import take_out_footnotes
from archive.text.unwrap import measure_shape


def taken(*texts: str) -> tuple[list[str], dict[int, list[tuple[str, str]]]]:
    """The remaining lines, and label and text of the notes by the number of the line that refers to them."""
    lines = [Line(text, number, broken=False) for number, text in enumerate(texts, 1)]
    found = take_out_footnotes(lines, measure_shape(lines))
    notes: dict[int, list[tuple[str, str]]] = {
        number: [(note.label, note.text) for note in some if isinstance(note, Footnote)]
        for number, some in found.notes.items()
    }
    return [line.text for line in found.lines], notes


def test_a_note_in_brackets_is_known_by_its_reference() -> None:
    assert taken("Er is een noodfonds[1].", "[1] Zie het rapport.", "Slot.") == (
        ["Er is een noodfonds.", "Slot."],
        {1: [("1", "Zie het rapport.")]},
    )


def test_notes_in_brackets_need_not_count_from_one() -> None:
    assert taken("Een[4] en twee[5].", "[4] vier", "[5] vijf")[1] == {1: [("4", "vier"), ("5", "vijf")]}


def test_endnotes_have_roman_figures() -> None:
    assert taken("Een[iv].", "[iv] Bron: VDAB.")[1] == {1: [("iv", "Bron: VDAB.")]}


def test_brackets_that_nothing_refers_to_stay() -> None:
    assert taken("Een tekst.", "[1] Geen noot.") == (["Een tekst.", "[1] Geen noot."], {})


def test_a_word_in_brackets_is_no_reference() -> None:
    assert taken("Dat is [sic] zo.", "[sic] staat er.")[1] == {}


def test_bare_numbers_count_from_one() -> None:
    assert taken("Het noodfonds1 bestaat.", "1 Het werd opgericht in 2020.")[1] == {
        1: [("1", "Het werd opgericht in 2020.")]
    }
    assert taken("Het noodfonds2 bestaat.", "2 Het werd opgericht in 2020.")[1] == {}
