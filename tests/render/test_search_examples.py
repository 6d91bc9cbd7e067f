"""The examples of the search page are made of what the archive holds."""

from __future__ import annotations

from archive.links import link_records
from archive.links.authority import Authority, Entry
from archive.model.record import Record
from archive.render.formats import short_year
from archive.render.search_examples import MEANINGS, query_examples, years_shown
from archive.search.query import parse_query
from tests.records import question, supporting
from tests.search.made import made_records


def queries(*records: Record) -> list[str]:
    return [example.query for example in query_examples(link_records(records))]


def test_examples_name_what_is_most_frequent() -> None:
    found = queries(
        question(1, title="Stikstofbeleid - Stand", minister="Zuhal Demir", asker="Els Van den Bossche"),
        question(2, title="Sociale huur - Wachtlijsten", asker="Els Van den Bossche"),
        question(3, title="Sociale huur - Bouw"),
        question(4, title="Sociale huur - Renovatie", asker="Els Van den Bossche"),
    )
    assert found[:5] == [
        "sociale huur",
        '"sociale huur"',
        "stikst*",
        "minister:brouns",
        "vraagsteller:bossche",
    ]
    assert "thema:wonen" in found
    assert "jaar:2023-2024" in found


def test_every_example_is_a_query_and_has_a_known_meaning() -> None:
    found = query_examples(link_records(made_records(80)))
    assert len(found) >= 7
    for example in found:
        parse_query(example.query)
        assert example.meaning in MEANINGS


def test_an_archive_without_questions_has_few_examples_or_none() -> None:
    assert queries() == []
    assert queries(supporting()) == []


def test_a_word_to_leave_out_is_not_in_every_title_with_the_first() -> None:
    records = [question(number, title="Fietspaden Gent - Aanleg") for number in (1, 2)]
    assert not any("-titel" in query for query in queries(*records))
    without = next(query for query in queries(*records, question(3, title="Fietspaden")) if "-titel" in query)
    assert without in {"titel:fietspaden -titel:aanleg", "titel:fietspaden -titel:gent"}


def test_signs_of_the_query_language_in_a_subject_make_no_example() -> None:
    found = queries(question(1, title='"Wonen": wat (nu)* - Cijfers'))
    for query in found:
        parse_query(query)
    assert not any("wat" in query for query in found)


def test_the_histogram_has_the_years_between_too() -> None:
    records = [question(1, year="2019-2020"), question(2, year="2022-2023")]
    assert years_shown(link_records(records)) == ("2019-2020", "2020-2021", "2021-2022", "2022-2023")


def test_one_wrong_year_does_not_draw_the_histogram_out() -> None:
    records = [question(1, year="1023-1024"), question(2, year="2022-2023")]
    assert years_shown(link_records(records)) == ("1023-1024", "2022-2023")


def test_years_below_bars_are_short() -> None:
    assert short_year("2023-2024") == "23-24"
    assert short_year("2023-2024", first_only=True) == "23"
    assert short_year("onbekend") == "onbekend"


def test_a_name_that_no_record_has_makes_no_example() -> None:
    known = Authority([Entry("subject", "Woonbeleid", aliases=("Sociale huur",))])
    links = link_records([question(1), question(2, title="Klimaatplan - A")], authority=known)
    assert not any("woonbeleid" in example.query for example in query_examples(links))
