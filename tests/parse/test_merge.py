"""What several documents make of one record: a table of who says what, and what comes of it."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from typing import Any

import msgspec
import pytest

from archive.model.blocks import Paragraph
from archive.model.question import Answer, Attachment, Body, Links, Note, WrittenQuestion
from archive.parse.merge import merge_all, merge_records
from tests.records import facts, part, question, supporting

ASKED = dt.date(2010, 3, 12)


def whole(text: str = "Het antwoord.", name: str = "heel.pdf", **changes: Any) -> WrittenQuestion:
    answer = Answer("substantive", 88, ASKED, parts=(part("1", text=text),))
    return half_question(name, answer=answer, **changes)


def half_question(name: str = "vrg.088.doc", **changes: Any) -> WrittenQuestion:
    made = question(
        88,
        title="Busvervoer - Stiptheid",
        year="2009-2010",
        asked_on=ASKED,
        themes=(),
        answer=None,
        links=Links(),
        document_id=None,
        source=facts(name),
        question=Body((Paragraph("De bussen rijden te laat."),), (part("1"),)),
    )
    return msgspec.structs.replace(made, **changes)


def half_answer(text: str = "Het antwoord.", name: str = "antw.088.docx", **changes: Any) -> WrittenQuestion:
    title = "Antwoord op schriftelijke vraag nr. 88"
    note = Note("no_question", "the document has the answer only", "question")
    empty = {"title": title, "subject": title, "aspect": None, "question": Body(), "notes": (note,)}
    return whole(text, name, **(empty | changes))


def metadata(name: str = "schv.json", **changes: Any) -> WrittenQuestion:
    known = {
        "question": Body(),
        "themes": ("Mobiliteit",),
        "published_on": dt.date(2010, 5, 4),
        "dossier_id": "1823751",
        "links": Links("https://docs.example.org/pfile?id=7", "https://www.example.org/1823751"),
        "document_id": "7",
        "notes": (Note("only_metadata", "no text yet", "question"),),
    }
    return half_question(name, **(known | changes))


def codes(record: Any) -> list[str]:
    return [note.code for note in record.notes]


def test_question_and_answer_become_one_record_whatever_the_order() -> None:
    one = merge_records(half_question(), half_answer())
    other = merge_records(half_answer(), half_question())
    assert one == other
    assert (one.question, one.answer) == (half_question().question, half_answer().answer)
    assert one.title == "Busvervoer - Stiptheid"
    assert one.source == facts("vrg.088.doc")


def test_three_documents_give_the_same_in_every_order() -> None:
    told = (half_question(), half_answer(), metadata())
    assert len({msgspec.json.encode(merge_all(order)) for order in permutations(told)}) == 1


@pytest.mark.parametrize("field", ["themes", "published_on", "dossier_id", "links", "document_id"])
def test_metadata_complete_a_document_in_either_order(field: str) -> None:
    for told in ((whole(), metadata()), (metadata(), whole())):
        assert getattr(merge_all(told), field) == getattr(metadata(), field)


def test_text_and_head_are_those_of_the_document() -> None:
    merged = merge_records(metadata(title="Iets anders", asked_on=dt.date(2010, 3, 15)), whole())
    assert (merged.question, merged.answer) == (whole().question, whole().answer)
    assert (merged.title, merged.asked_on, merged.source) == (
        "Busvervoer - Stiptheid",
        ASKED,
        facts("heel.pdf"),
    )


def test_what_is_settled_is_no_note_any_more() -> None:
    assert codes(merge_all((half_answer(), metadata(), half_question()))) == ["merged", "merged"]


def test_only_metadata_stays_noted_while_there_is_no_text() -> None:
    assert "only_metadata" in codes(merge_records(metadata("a.json"), metadata("b.json")))


def test_no_question_stays_noted_while_there_is_none() -> None:
    assert "no_question" in codes(merge_records(half_answer(), metadata()))


def test_title_of_the_metadata_stands_until_a_document_prints_one() -> None:
    merged = merge_records(half_answer(), metadata(title="Busvervoer", subject="Busvervoer", aspect=None))
    assert (merged.title, codes(merged).count("title_contradiction")) == ("Busvervoer", 0)


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"title": "Trams"}, "title_contradiction", "title"),
        ({"asked_on": dt.date(2010, 3, 15)}, "date_contradiction", "asked_on"),
        ({"asker": question(asker="Jan Maes").asker}, "asker_contradiction", "asker"),
        ({"themes": ("Werk",)}, "themes_contradiction", "themes"),
        (
            {"minister": msgspec.structs.replace(question().minister, portfolio="MINISTER VAN MOBILITEIT")},
            "portfolio_form",
            "minister",
        ),
        ({"links": Links("https://docs.example.org/pfile?id=8")}, "other_address", "links"),
        ({"dossier_id": "2"}, "other_address", "dossier_id"),
    ],
)
def test_contradiction_is_kept_and_noted_in_either_order(
    changes: dict[str, Any], code: str, place: str
) -> None:
    links = Links("https://docs.example.org/pfile?id=7", "https://www.example.org/1823751")
    document = whole(themes=("Mobiliteit",), dossier_id="1823751", links=links)
    one = merge_records(document, metadata(**changes))
    assert one == merge_records(metadata(**changes), document)
    assert [note.place for note in one.notes if note.code == code] == [place]
    for field in changes:
        assert getattr(one, field) == getattr(document, field)


def test_contradiction_says_who_says_what() -> None:
    merged = merge_records(whole(), metadata(asked_on=dt.date(2010, 3, 15)))
    (note,) = (note for note in merged.notes if note.code == "date_contradiction")
    assert note.message == "schv.json says '2010-03-15', the record has '2010-03-12'"


def test_second_different_answer_takes_the_place_of_the_first() -> None:
    merged = merge_all((half_question(), half_answer("Eerst."), half_answer("Daarna.", "antw2.docx")))
    assert merged.answer == half_answer("Daarna.").answer
    assert merged == merge_records(half_question(), half_answer("Daarna.", "antw2.docx"))


def test_newer_document_with_another_text_takes_the_place_but_metadata_stay() -> None:
    merged = merge_all((whole("Eerst."), metadata(), whole("Daarna.", "nieuw.pdf")))
    assert merged == merge_records(metadata(), whole("Daarna.", "nieuw.pdf"))
    assert merged.themes == ("Mobiliteit",)


def test_overtaken_document_completes_what_the_newer_one_leaves_open() -> None:
    merged = merge_records(whole("Eerst.", themes=("Werk",)), whole("Daarna."))
    assert (merged.themes, merged.notes) == (("Werk",), ())


def test_half_with_the_very_words_of_the_whole_changes_nothing() -> None:
    assert merge_records(whole(), half_answer()) == whole()
    assert merge_records(whole(), half_question()) == whole()


@pytest.mark.parametrize("record", [whole(), half_question(), half_answer(), metadata(), supporting()])
def test_the_same_again_changes_nothing(record: Any) -> None:
    assert merge_records(record, record) == record


@pytest.mark.parametrize("again", [half_question(), half_answer(), metadata()])
def test_a_merged_record_stays_as_it_is_when_its_source_comes_again(again: WrittenQuestion) -> None:
    merged = merge_all((half_question(), half_answer(), metadata()))
    assert merge_records(merged, again) == merged


def test_party_and_portfolio_are_taken_over_for_the_same_person_only() -> None:
    told = metadata(asker=msgspec.structs.replace(whole().asker, party="Groen"))
    assert merge_records(whole(), told).asker.party == "Groen"
    stranger = metadata(asker=msgspec.structs.replace(question(asker="Jan Maes").asker, party="Groen"))
    assert merge_records(whole(), stranger).asker.party is None


def test_attachments_that_metadata_name_are_added_once() -> None:
    bare = Answer(
        "substantive", attachments=(Attachment("Cijfers", link="https://docs.example.org/pfile?id=9"),)
    )
    merged = merge_records(whole(), metadata(answer=bare))
    assert merged.answer is not None
    assert merged.answer.parts == whole().answer.parts  # type: ignore[union-attr]
    assert [one.title for one in merged.answer.attachments] == ["Cijfers"]
    assert merge_records(merged, metadata(answer=bare)) == merged


def test_newer_supporting_document_keeps_the_themes_of_the_older_one() -> None:
    merged = merge_records(supporting(themes=("Wonen",), text="oud"), supporting(text="nieuw"))
    assert merged == supporting(themes=("Wonen",), text="nieuw")
