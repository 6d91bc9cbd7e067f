"""Topics, neighbours and mentions."""

from __future__ import annotations

import datetime as dt

from archive.links import link_records
from archive.links.names import TopicKey, topic_address, topic_key
from archive.model.blocks import Paragraph
from tests.records import question, supporting


def test_a_topic_gathers_its_records_newest_first() -> None:
    links = link_records(
        [
            question(1, asked_on=dt.date(2024, 1, 1)),
            question(2, asked_on=None),
            question(3, asked_on=dt.date(2024, 3, 1)),
        ]
    )
    theme = links.topics[TopicKey("theme", "wonen")]
    assert [card.number for card in theme.members] == [3, 1, 2]
    assert theme.address == "themas/wonen.html"


def test_records_of_one_date_stand_in_the_order_of_their_ids() -> None:
    assert [card.number for card in link_records([question(2), question(1)]).cards] == [1, 2]


def test_a_subject_is_one_whatever_its_case_blanks_or_abbreviation() -> None:
    links = link_records(
        [
            question(1, title="Individueel maatwerk - Cijfers"),
            question(2, title="Individueel  Maatwerk - Kosten"),
            question(3, title="Individueel maatwerk (IMW) - Stand"),
            question(4, title="Individueel maatwerk - Stand"),
        ]
    )
    (subject,) = links.of_kind("subject")
    assert (subject.name, len(subject.members)) == ("Individueel maatwerk", 4)


def test_a_place_in_brackets_is_no_abbreviation() -> None:
    assert topic_key("subject", "Station (Aalst)") != topic_key("subject", "Station")


def test_names_in_curly_and_straight_apostrophes_are_one_person() -> None:
    assert topic_key("asker", "Jos D'Haese") == topic_key("asker", "Jos D’Haese")


def test_names_cut_off_to_the_same_slug_keep_addresses_of_their_own() -> None:
    first, second = (topic_key("subject", "lang " * 20 + end) for end in ("een", "twee"))
    assert topic_address(first) != topic_address(second)


def test_no_subject_takes_the_address_of_the_index() -> None:
    assert topic_address(topic_key("subject", "Index")) != "onderwerpen/index.html"


def test_an_address_does_not_depend_on_what_else_there_is() -> None:
    alone = link_records([question(1, title="!!!")]).of_kind("subject")[0].address
    both = link_records([question(1, title="!!!"), question(2, title="???")]).of_kind("subject")
    assert alone in {topic.address for topic in both} and len(both) == 2


def test_a_topic_is_written_as_most_records_write_it() -> None:
    links = link_records([question(1, title="ABC"), question(2, title="Abc"), question(3, title="Abc")])
    assert links.of_kind("subject")[0].name == "Abc"


def test_a_record_stands_once_under_a_theme_that_it_names_twice() -> None:
    links = link_records([question(1, themes=("Werk", "WERK"))])
    assert len(links.topics[TopicKey("theme", "werk")].members) == 1


def test_a_document_is_linked_to_the_subject_that_its_title_names() -> None:
    links = link_records([supporting("Forum sociale huur 2024"), question(1)])
    assert [card.title for card in links.of_kind("subject")[0].members] == [
        "Forum sociale huur 2024",
        "Sociale huur - Wachtlijsten",
    ]


def test_a_document_is_linked_to_the_subject_that_its_text_names() -> None:
    links = link_records([question(1), supporting("Rapport", text="Over de SOCIALE  huur in Gent.")])
    assert len(links.of_kind("subject")[0].members) == 2


def test_a_word_that_only_begins_like_the_subject_links_nothing() -> None:
    links = link_records([question(1), supporting("Rapport", text="Over sociale huurders.")])
    assert len(links.of_kind("subject")[0].members) == 1


def test_a_single_word_in_running_text_links_nothing() -> None:
    links = link_records(
        [question(1, title="Begeleidingspremie"), supporting("Rapport", text="De begeleidingspremie.")]
    )
    assert len(links.of_kind("subject")[0].members) == 1


def test_neighbours_are_the_numbers_before_and_after_of_that_minister_and_year() -> None:
    links = link_records([question(9), question(10), question(12), question(11, minister="An De Wever")])
    before, after = links.neighbours["2023-2024/jo-brouns/10"]
    assert (before and before.number, after and after.number) == (9, 12)
    assert links.neighbours["2023-2024/an-de-wever/11"] == (None, None)


def test_related_topics_are_counted_by_the_records_they_share() -> None:
    links = link_records(
        [question(1, asker="A B"), question(2, asker="A B"), question(3, asker="C D"), question(4, themes=())]
    )
    theme = links.topics[TopicKey("theme", "wonen")]
    assert [(one.topic.name, one.count) for one in links.related(theme, "asker")] == [("A B", 2), ("C D", 1)]


def test_others_on_the_subject_leave_out_the_question_itself() -> None:
    links = link_records([question(number) for number in range(1, 9)])
    others = links.others_on_subject(links.by_id["2023-2024/jo-brouns/3"], limit=5)
    assert [card.number for card in others] == [1, 2, 4, 5, 6]


def test_a_document_of_many_paragraphs_is_searched_for_many_subjects_at_once() -> None:
    many = [question(number, title=f"Onderwerp nummer{number} - Cijfers") for number in range(2_000)]
    text = tuple(Paragraph("onderwerp nummer7 " * 50) for _ in range(20))
    links = link_records([*many, supporting("Rapport", blocks=text)])
    assert [len(topic.members) for topic in links.of_kind("subject") if topic.name.endswith("nummer7")] == [2]
