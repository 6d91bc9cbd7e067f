"""What was guessed of a table stands with that table."""

from __future__ import annotations

from archive.links.guesses import table_guesses
from archive.model.blocks import Table
from archive.model.question import Answer, Note
from tests.records import part, question

FIRST = Table(None, (("Provincie", "Man", "Vrouw"),), (("Limburg", "1", "2"), ("Luik", "3", "")), "inferred")
SECOND = Table(None, (("Jaar", "Man", "Vrouw"),), (("2023", "7", ""),), "inferred")
LAYOUT = Table(None, (), (("Luik", "3"),), "layout")
OF_ROW = Note("table_guess", "it was guessed which cells are empty in 1 of 2 rows, from 'Luik 3' on")
OF_HEADER = Note("table_guess", "it was guessed where the cells of the header meet")


def guesses(tables: tuple[Table, ...], *notes: Note) -> dict[int, tuple[Note, ...]]:
    answer = Answer("substantive", parts=(part("1", blocks=tables),))
    return table_guesses(question(answer=answer, notes=notes))


def test_a_guess_that_quotes_a_row_belongs_to_the_rebuilt_table_with_that_row() -> None:
    assert guesses((LAYOUT, SECOND, FIRST), OF_ROW) == {3: (OF_ROW,)}


def test_every_guess_belongs_to_the_only_rebuilt_table() -> None:
    assert guesses((LAYOUT, SECOND), OF_HEADER) == {2: (OF_HEADER,)}


def test_a_guess_that_could_be_of_several_tables_is_given_to_none() -> None:
    assert guesses((FIRST, SECOND), OF_HEADER) == {}
    assert guesses((FIRST, FIRST), OF_ROW) == {}


def test_other_notes_are_no_guesses() -> None:
    assert guesses((FIRST,), Note("mojibake", "from 'Luik 3' on")) == {}
