"""Texts of law are one whatever their wording, and have a page of those who name them."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from archive.links import Links, link_records
from archive.links.authority import Authority, Entry
from archive.links.law_titles import law_title
from archive.links.laws import law_name
from archive.model.blocks import Paragraph
from archive.model.question import Body, WrittenQuestion
from archive.parse.references import find_references
from tests.records import question, supporting


def naming(number: int, text: str) -> WrittenQuestion:
    """A question with this text and what it refers to."""
    return question(
        number, question=Body((Paragraph(text),)), answer=None, references=tuple(find_references([text]))
    )


def laws(links: Links) -> dict[str, list[int | None]]:
    return {topic.name: [card.number for card in topic.members] for topic in links.of_kind("law")}


def test_a_text_of_law_is_one_whatever_the_wording() -> None:
    texts = (
        "Volgens het decreet van 12 juli 2013 is dat zo.",
        "Volgens het Decreet van 12 juli 2013 betreffende maatwerk bij collectieve inschakeling. Dus.",
        "Zie decreet van 12/07/2013.",
    )
    links = link_records([naming(number, text) for number, text in enumerate(texts, 1)])
    assert laws(links) == {"Decreet van 12 juli 2013": [1, 2, 3]}
    (topic,) = links.of_kind("law")
    assert topic.address == "wetgeving/decreet-van-12-juli-2013.html"
    assert links.laws[topic.key].wordings == (
        "Decreet van 12 juli 2013 betreffende maatwerk bij collectieve inschakeling",
        "decreet van 12/07/2013",
    )


def test_texts_of_law_of_other_days_and_kinds_are_others() -> None:
    text = "Zie het decreet van 12 juli 2013, het besluit van 12 juli 2013 en het decreet van 13 juli 2013."
    assert list(laws(link_records([naming(1, text)]))) == [
        "Besluit van 12 juli 2013",
        "Decreet van 12 juli 2013",
        "Decreet van 13 juli 2013",
    ]


def test_a_decree_by_its_short_name_is_one_whatever_its_case() -> None:
    links = link_records([naming(1, "Het Bodemdecreet zegt dat."), naming(2, "Zie het Bodemdecreet.")])
    assert laws(links) == {"Bodemdecreet": [1, 2]}


def test_the_authority_joins_a_short_name_and_a_date() -> None:
    authority = Authority([Entry("law", "Bodemdecreet", aliases=("Decreet van 27 oktober 2006",))])
    records = [naming(1, "Het Bodemdecreet zegt dat."), naming(2, "Zie het decreet van 27 oktober 2006.")]
    assert laws(link_records(records, authority=authority)) == {"Bodemdecreet": [1, 2]}


def test_a_supporting_document_names_texts_of_law_too() -> None:
    links = link_records([supporting("Rapport", text="Volgens het decreet van 12 juli 2013 mag dat.")])
    assert laws(links) == {"Decreet van 12 juli 2013": [None]}


def test_in_a_large_corpus_a_page_needs_two_records() -> None:
    many = [question(number) for number in range(100, 160)]
    one = naming(1, "Zie het decreet van 12 juli 2013.")
    assert not laws(link_records([*many, one]))
    assert laws(link_records([*many, one, naming(2, "Het decreet van 12 juli 2013.")])) == {
        "Decreet van 12 juli 2013": [1, 2]
    }


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (("act", dt.date(1980, 12, 1).isoformat()), "Wet van 1 december 1980"),
        (("circular", "2002-04-15"), "Omzendbrief van 15 april 2002"),
        (("decree", "bodemdecreet"), "Bodemdecreet"),
    ],
)
def test_a_text_of_law_is_called_by_its_kind_and_day(key: tuple[str, str], name: str) -> None:
    assert law_name(key) == name


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        (
            ("wet van 16 maart 1971", "arbeidswet van 16 maart 1971", "Arbeidswet van 16 maart 1971"),
            "Arbeidswet van 16 maart 1971",
        ),
        (
            (
                "wet van 16 maart 1971 betreffende de sancties werd de lijst van gemengde inbreuken",
                "wet van 16 maart 1971 betreffende de sancties",
            ),
            "Wet van 16 maart 1971 betreffende de sancties",
        ),
        (("wet van 16 maart 1971 betreffende de sancties",), "Wet van 16 maart 1971"),
        (
            (
                "wet van 16 maart 1971 betreffende de sancties",
                "wet van 16 maart 1971 betreffende de sancties",
                "wet van 16 maart 1971 houdende diverse bepalingen",
            ),
            "Wet van 16 maart 1971",
        ),
        (("wet op de arbeid van 16 maart 1971", "wet"), "Wet van 16 maart 1971"),
    ],
)
def test_the_title_says_what_documents_agree_on(texts: tuple[str, ...], title: str) -> None:
    assert law_title("Wet van 16 maart 1971", Counter(texts), 2) == title
