"""The page of a topic tells how documents name it, and who explains its abbreviation."""

from __future__ import annotations

import pytest

from archive.links import link_records
from archive.links.topics import Topic
from archive.model.blocks import Paragraph
from archive.model.question import Body, WrittenQuestion
from archive.parse.references import find_references
from archive.render.topic_wordings import WordingsView, kind_wording, wordings_view
from tests.records import question


def asking(number: int, text: str) -> WrittenQuestion:
    body = Body((Paragraph(text),))
    return question(number, question=body, answer=None, references=tuple(find_references([text])))


def told(*texts: str, kind: str = "concept") -> tuple[str, WordingsView | None]:
    """What the page of the one topic of a kind says it is, and of its wordings."""
    links = link_records([asking(number, text) for number, text in enumerate(texts, 1)])
    (topic,) = (one for one in links.topics.values() if isinstance(one, Topic) and one.kind == kind)
    return kind_wording(topic, links), wordings_view(topic, links)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("De Vlaamse Raad voor Sport (VRS) vraagt.", "Organisation"),
        ("De Vlaamse sportpremie (VSP) stijgt.", "Measure"),
        ("De werkzoekenden zonder werk (WZW) wachten.", "Term"),
    ],
)
def test_a_concept_is_called_what_its_head_word_is(text: str, wording: str) -> None:
    assert told(text) == (wording, None)


def test_other_wordings_are_told_whatever_their_case_once() -> None:
    texts = (
        "Het Koninklijk Sportinstituut (KSI).",
        "Het koninklijk sportinstituut (KSI).",
        "Het Koninklijk Sportinstituut van Gent (KSI).",
    )
    _, wordings = told(*texts)
    assert wordings == WordingsView((), ("Koninklijk Sportinstituut van Gent",), "documents")


def test_who_explains_an_abbreviation_is_told_where_no_document_does() -> None:
    assert told("Wat doet VDAB?")[1] == WordingsView((), (), "table")
    assert told("Wat doet QXZW?", "En QXZW?")[1] == WordingsView((), (), "nobody")


def test_a_text_of_law_tells_its_wordings() -> None:
    text = "Zie het decreet van 12 juli 2013 betreffende maatwerk."
    wording, wordings = told(text, kind="law")
    assert (wording, wordings) == (
        "Legislation",
        WordingsView((), ("decreet van 12 juli 2013 betreffende maatwerk",)),
    )
