"""What was seen in real texts, each shape on its own."""

from __future__ import annotations

import pytest

from tests.parse.documents import codes, labels, parse_question, shown


def _asked(text: str) -> str:
    return labels(parse_question(text).question.parts)


def _answered(answer: str, question: str = "1. Een?\n2. Twee?\n3. Drie?\n") -> str:
    record = parse_question(question, answer)
    assert record.answer is not None
    return labels(record.answer.parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.Hoeveel?\n2.Er zijn?\n", "1 2"),
        ("1.\nHoeveel?\n2.\na)\nEen\nb)\nTwee\n", "1 2a 2b"),
        ("7. Te hoog\n", ""),
        ("Inleiding\na) een\nb) twee\n", "a b"),
        ("1. Een?\n2. Twee?\n4. Vier?\n", "1 2 4"),
        ("1. Een? Graag naar: 1) werk; 2) wonen.\n2. Twee?\n", "1 2"),
        ("1) Een?\n2) Twee?\n", "1 2"),
        ("1. Naar\na) een;\nb) twee?\nCijfers graag per provincie.\n2. Twee?\n", "1 1a 1b · 2"),
        ("1. Een?\nTwee alinea's horen bij een.\n2. Twee?\n", "1 2"),
        ("1. Een?\nKan de minister ook zeggen:\n2. Twee?\n", "1 · 2"),
        ("1. Naar\na) Op 1 mei was er iets.\nWat was dat?\nb) twee?\n", "1 1a 1b"),
        ("1. Hoeveel waren er op\na) school;\nb) werk?\n", "1 1a 1b"),
    ],
)
def test_parts_of_a_question(text: str, expected: str) -> None:
    assert _asked(text) == expected


def test_a_forgotten_number_is_noted() -> None:
    assert "label_gap" in codes(parse_question("1. Een?\n2. Twee?\n4. Vier?\n"))


def test_a_number_after_a_word_that_takes_one_belongs_to_the_sentence() -> None:
    width = "Deze lange regel vult de breedte van de pagina helemaal en eindigt met artikel "
    assert _asked(f"1. {width}\n2. Dat is geen onderdeel.\n2. Wel?\n") == "1 2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Een.\n2. Twee.\n3. Drie.\n", "1 2 3"),
        ("1-2. Samen.\n3. Drie.\n", "1+2 3"),
        ("1, 2. Samen.\n3. Drie.\n", "1+2 3"),
        ("1. Een.\n3. Drie.\n", "1 3"),
        ("1 en 3. Samen.\n2. Twee.\n", "1+3 2"),
        ("Vooraf.\nVraag 1: een\nVraag 2: twee\n", "1 2"),
        ("Zie vraag 6.\n", ""),
        ("1. Een.\n2. Twee:\n1. eerste reden\n2. tweede reden\n3. derde reden\n3. Drie.\n", "1 2 3"),
        ("1. Een.\n2. Twee.\n3. Drie.\n4. Geen vraag.\n", "1 2 3"),
        ("2. Twee.\na) een\nb) twee\n", "2 2a 2b"),
        ("Naam 1 2 3\n10 - 20 VTE 3 4\n20 - 30 VTE 5 6\n", ""),
    ],
)
def test_parts_of_an_answer_to_three_questions(text: str, expected: str) -> None:
    assert _answered(text) == expected


def test_a_joint_answer_to_sub_parts() -> None:
    question = "1. Naar\na) een;\nb) twee?\n2. Naar\na) een;\nb) twee?\n"
    assert _answered("1. a-b) Een.\n2. a) en b) Twee.\n", question) == "1a+1b 2a+2b"


def test_one_word_a_line_is_one_text() -> None:
    text = "1. Waarom kregen ze vanaf januari de toestemming van de \nOpenbare \nVlaamse \nMaatschappij?\n"
    (part,) = parse_question(text).question.parts
    assert shown(part.blocks) == [
        "P Waarom kregen ze vanaf januari de toestemming van de Openbare Vlaamse Maatschappij?"
    ]


def test_a_bullet_alone_on_its_line_takes_the_next_one() -> None:
    record = parse_question("Zie:\n-\nhet eerste;\n•\nhet tweede.\n")
    assert shown(record.question.introduction) == ["P Zie:", "• het eerste;", "• het tweede."]


def test_rows_stay_line_by_line_or_become_a_table_and_prose_stays_prose() -> None:
    answer = (
        "1. De cijfers staan hieronder.\nProvincie Vrouwen Mannen\nAntwerpen 562 83\nLimburg 355 12\n"
        "Totaal 917 95\nDe cijfers zijn van 2023.\n"
    )
    record = parse_question(answer=answer)
    assert record.answer is not None
    lines = shown(record.answer.parts[0].blocks)
    assert (lines[0], lines[-1]) == ("P De cijfers staan hieronder.", "P De cijfers zijn van 2023.")
    assert len(lines) == 6
    assert not any(line.startswith("P") for line in lines[1:-1])


def test_a_sentence_that_ends_in_a_number_is_no_row() -> None:
    record = parse_question(
        "De regeling bestaat al sinds het jaar 2019\nZij werd herzien in 2023\n1. Waarom?\n"
    )
    assert all(line.startswith("P") for line in shown(record.question.introduction))


def test_a_footnote_stands_after_the_text_that_refers_to_it() -> None:
    answer = "1. Er is een noodfonds1 voor scholen.\n2. Neen.\n1 Het fonds werd opgericht in 2020.\n"
    record = parse_question(answer=answer)
    assert record.answer is not None
    assert [shown(part.blocks) for part in record.answer.parts] == [
        ["P Er is een noodfonds voor scholen.", "1 Het fonds werd opgericht in 2020."],
        ["P Neen."],
    ]


def test_the_ministers_who_were_asked_the_same_stand_in_the_closing() -> None:
    line = "Deze vraag werd gesteld aan de ministers Jan Jambon (142), Hilde Crevits (17)."
    record = parse_question(f"1. Een?\n{line}\n")
    assert labels(record.question.parts) == "1"
    assert shown(record.question.closing) == [f"P {line}"]


def test_attachments_have_titles_and_blocks() -> None:
    answer = (
        "1. Zie bijlage.\nBIJLAGE\nOverzicht van de plaatsen\nAntwerpen 1 2\nLimburg 3 4\n"
        "BIJLAGE 2: Nota\nTekst.\n"
    )
    record = parse_question(answer=answer)
    assert record.answer is not None
    assert [one.title for one in record.answer.attachments] == [
        "Overzicht van de plaatsen",
        "BIJLAGE 2: Nota",
    ]
    assert labels(record.answer.parts) == "1"
    assert shown(record.answer.attachments[1].blocks) == ["P Tekst."]
