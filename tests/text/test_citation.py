"""References to one record, written down in several forms."""

from __future__ import annotations

import datetime as dt

import pytest
from bibtexparser.customization import splitname

from archive.config import Settings
from archive.model.question import Links
from archive.model.record import Record
from archive.text.citation import Citation, citation_key, citation_of, one_line
from archive.text.citation_bibtex import bibtex
from archive.text.citation_csl import csl
from archive.text.citation_ris import ris
from archive.text.citation_sentence import citation_sentence
from tests.records import question, supporting

DAY = dt.date(2026, 11, 21)


def cited(record: Record, **settings: str) -> Citation:
    return citation_of(record, Settings(**settings))  # type: ignore[arg-type]


def author_line(name: str) -> str:
    """What BibTeX gets of an asker's name."""
    [line] = [line for line in bibtex(cited(question(asker=name))).splitlines() if "author" in line]
    return line.removeprefix("  author = {").removesuffix("},")


def test_sentence_in_dutch() -> None:
    record = question(386, asker="Freya Van den Bossche")
    assert citation_sentence(cited(record, base_url="https://x.example/"), "nl", DAY) == (
        "Freya Van den Bossche, ‘Sociale huur - Wachtlijsten’, schriftelijke vraag nr. 386 (2023-2024) aan Jo Brouns, "
        "Vlaams Parlement, 25 april 2024, https://x.example/vragen/2023-2024/jo-brouns/386.html, "
        "geraadpleegd op 21 november 2026."
    )


def test_sentence_in_english() -> None:
    record = question(386, links=Links())
    assert citation_sentence(cited(record), "en", DAY) == (
        "An Peeters, “Sociale huur - Wachtlijsten”, written question no. 386 (2023-2024) to Jo Brouns, "
        "Vlaams Parlement, 25 April 2024."
    )


def test_sentence_in_french() -> None:
    """The blanks within the quotation marks break no line, and the first of a month is an ordinal."""
    record = question(386, links=Links(), asked_on=dt.date(2024, 5, 1))
    assert citation_sentence(cited(record, base_url="https://x.example/"), "fr", DAY) == (
        "An Peeters, «\u00a0Sociale huur - Wachtlijsten\u00a0», question écrite n° 386 (2023-2024) à Jo Brouns, "
        "Vlaams Parlement, 1er mai 2024, https://x.example/vragen/2023-2024/jo-brouns/386.html, "
        "consulté le 21 novembre 2026."
    )


def test_sentence_of_a_document_names_nobody() -> None:
    told = citation_sentence(cited(supporting(dated_on=None)), "nl")
    assert told == "‘Rapport sociale huur’, document, Vlaams Parlement."


@pytest.mark.parametrize(
    ("name", "given", "particle", "family"),
    [
        ("Freya Van den Bossche", ["Freya"], [], ["{Van den Bossche}"]),
        ("Tine van der Vloet", ["Tine"], ["van", "der"], ["Vloet"]),
        ("Jos D'Haese", ["Jos"], [], ["D'Haese"]),
        ("Jean-Jacques De Gucht", ["Jean-Jacques"], [], ["{De Gucht}"]),
    ],
)
def test_bibtex_splits_names_as_we_do(
    name: str, given: list[str], particle: list[str], family: list[str]
) -> None:
    found = splitname(author_line(name))
    assert (found["first"], found["von"], found["last"]) == (given, particle, family)


def test_name_with_and_stays_one_name() -> None:
    assert author_line("Jan and Piet Peeters") == "Peeters, {Jan and Piet}"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "\x01javascript:alert(1)", "data:text/html,x", "//x.be/a", "pfile 12"]
)
def test_only_addresses_of_the_web_are_handed_to_reference_managers(address: str) -> None:
    entry = ris(cited(question(links=Links(address, address))))
    assert "UR  - " not in entry
    assert "L1  - " not in entry


def test_page_of_the_parliament_stands_in_where_the_archive_has_no_address() -> None:
    both = Links("https://docs.example/1.pdf", "https://page.example/1")
    assert cited(question(links=both)).address == "https://page.example/1"
    assert cited(question(links=Links("https://docs.example/1.pdf"))).address == "https://docs.example/1.pdf"


def test_no_address_is_made_up() -> None:
    record = question(links=Links())
    assert "url" not in bibtex(cited(record))
    assert "UR  -" not in ris(cited(record))
    assert "URL" not in csl(cited(record))


def test_no_date_is_made_up() -> None:
    record = question(asked_on=None)
    assert "year" not in bibtex(cited(record))
    assert "PY  -" not in ris(cited(record))
    assert "issued" not in csl(cited(record))


def test_braces_of_a_text_never_end_its_field() -> None:
    entry = bibtex(cited(question(title="}, note = {x")))
    assert entry.count("{") == entry.count("}")
    assert r"{{\textbraceright{}, note = \textbraceleft{}x}}" in entry


def test_line_break_never_begins_another_tag() -> None:
    assert len(ris(cited(question(title="x\r\nER  - \r\nTY  - JOUR"))).splitlines()) == len(
        ris(cited(question(title="x"))).splitlines()
    )


def test_year_before_1000_has_four_figures() -> None:
    assert "DA  - 0999/01/02\r\n" in ris(cited(question(asked_on=dt.date(999, 1, 2))))


@pytest.mark.parametrize(
    ("id", "key"),
    [
        ("2023-2024/jo-brouns/386", "2023-2024:jo-brouns:386"),
        ("documenten/a b,c}", "documenten:a_20_b_2c_c_7d_"),
    ],
)
def test_key_has_nothing_that_ends_it(id: str, key: str) -> None:
    assert citation_key(id) == key


def test_text_on_one_line_has_no_control_characters() -> None:
    assert one_line(" a\x00b\n\tc \u2028d ") == "a b c d"
