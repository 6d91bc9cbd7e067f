from __future__ import annotations

from tests.conftest import SEEDS
from tests.extract.sources import read_document

_LONG = "Een regel die zo lang is dat de pagina hem moest breken, en dus doorloopt "


def test_a_trailing_blank_tells_that_the_page_broke_the_line() -> None:
    document = read_document(f"{_LONG}\nin de volgende.\nNieuw\n".encode())
    assert [line.broken for line in document.lines] == [True, False, False]


def test_without_trailing_blanks_nothing_is_told() -> None:
    document = read_document(f"{_LONG.strip()}\nin de volgende.\n\nNieuw".encode())
    assert [line.broken for line in document.lines] == [None] * 4


def test_blanks_behind_short_lines_alone_tell_nothing_where_long_lines_have_none() -> None:
    document = read_document(f"ANTWOORD \n{_LONG.strip()}\nin de volgende.\n".encode())
    assert {line.broken for line in document.lines} == {None}


def test_lines_keep_their_text_and_number() -> None:
    document = read_document(b"a \r\n\r\n  b\rc")
    assert [(line.number, line.text) for line in document.lines] == [(1, "a "), (2, ""), (3, "  b"), (4, "c")]


def test_utf_8_needs_no_note() -> None:
    assert read_document("café".encode()).notes == ()
    assert read_document("\ufeffcafé".encode()).lines[0].text == "café"


def test_utf_16_is_told_by_its_mark() -> None:
    assert read_document("café".encode("utf-16")).lines[0].text == "café"


def test_what_is_not_utf_8_is_windows_1252_with_a_note() -> None:
    document = read_document("café – €5".encode("cp1252"))
    assert document.lines[0].text == "café – €5"
    assert [note.code for note in document.notes] == ["encoding"]


def test_a_form_feed_begins_a_page() -> None:
    document = read_document(b"een\n\x0ctwee\ndrie")
    assert [(line.page, line.text) for line in document.lines] == [(1, "een"), (2, "twee"), (2, "drie")]


def test_the_lines_of_a_seed_are_those_of_its_file() -> None:
    for seed in sorted(SEEDS.iterdir()):
        lines = [line.text for line in read_document(seed.read_bytes()).lines]
        assert "\n".join(lines) == seed.read_text("utf-8").removesuffix("\n")
