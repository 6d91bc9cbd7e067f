from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from archive.errors import Refusal
from archive.extract import read_source
from archive.extract.open_data_values import day_in, person_in, year_in
from archive.ingest.reading import read_and_parse
from archive.model.document import Source
from archive.model.question import Body, Links, SourceFacts, WrittenQuestion
from tests.conftest import SEEDS

SAMPLES = Path(__file__).parent / "samples" / "open-data"
SCHV: dict[str, Any] = json.loads((SAMPLES / "schv.json").read_text("utf-8"))


def records(value: object) -> list[WrittenQuestion]:
    found = read_source(Source("schv.json", json.dumps(value).encode()))
    assert all(isinstance(one, WrittenQuestion) for one in found)
    return [one for one in found if isinstance(one, WrittenQuestion)]


def record(**changes: Any) -> WrittenQuestion:
    (found,) = records({**SCHV, **changes})
    return found


def notes(found: WrittenQuestion, code: str) -> list[str]:
    return [note.message for note in found.notes if note.code == code]


def refusal(value: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        records(value)
    return caught.value


def test_a_record_says_of_a_question_all_but_its_text() -> None:
    found = record()
    assert (found.id, found.number, found.title) == (
        "2023-2024/jo-brouns/386",
        386,
        "Premies individueel maatwerk - Budget",
    )
    assert (found.asker.name, found.asker.party, found.minister.name) == (
        "Thijs Verbeurgt",
        "Vooruit",
        "Jo Brouns",
    )
    assert found.themes == ("Sociale economie", "Werk")
    assert (found.asked_on, found.answered_on, found.published_on) == (dt.date(2024, 4, 25), None, None)
    assert found.links == Links("https://docs.vlaamsparlement.be/pfile?id=2063933", None)
    assert (found.document_id, found.dossier_id) == ("2063933", "1823751")
    assert (found.question, found.answer) == (Body(), None)
    assert [note.code for note in found.notes] == ["only_metadata"]


def test_the_record_is_that_of_the_seed_with_the_same_question() -> None:
    seed = next(SEEDS.glob("000_*")).read_bytes()
    facts = SourceFacts("000.txt", "", "", 0)
    (whole,) = read_and_parse(Source("000.txt", seed), facts).records
    found = record()
    assert isinstance(whole, WrittenQuestion)
    for field in ("id", "title", "themes", "asked_on", "document_id", "dossier_id"):
        assert getattr(found, field) == getattr(whole, field)


def test_the_record_has_the_facts_of_its_file() -> None:
    content = (SAMPLES / "schv.json").read_bytes()
    (own,) = read_source(Source("schv.json", content))
    facts = SourceFacts(
        "map/schv.json", own.source.sha256, "", len(content), dt.datetime(2024, 5, 1, tzinfo=dt.UTC)
    )
    reading = read_and_parse(Source("map/schv.json", content), facts)
    assert reading.media_type == "application/json"
    assert reading.records[0].source == SourceFacts(
        "map/schv.json", own.source.sha256, "application/json", len(content), facts.ingested_at
    )


@pytest.mark.parametrize(
    ("status", "field"),
    [
        ("Vraag gesteld aan de minister", "asked_on"),
        ("Tijdig beantwoord", "answered_on"),
        ("Laattijdig beantwoord", "answered_on"),
        ("Antwoord ontvangen", "answered_on"),
        ("Antwoord gepubliceerd", "published_on"),
    ],
)
def test_a_status_of_the_procedure_dates_a_field(status: str, field: str) -> None:
    found = record(procedureverloop=[{"status": status, "datum": "2024-05-02"}])
    assert getattr(found, field) == dt.date(2024, 5, 2)
    assert notes(found, "procedure") == []


def test_another_status_is_kept_as_a_note() -> None:
    found = record(
        procedureverloop=[{"status": "Vraag ingetrokken", "datum": "2024-05-02"}, {"status": "x"}, None]
    )
    assert notes(found, "procedure") == [
        "the procedure says 'Vraag ingetrokken' on 2024-05-02",
        "the procedure says 'x' without a date",
    ]


def test_two_days_for_one_field_are_a_contradiction_and_the_first_stays() -> None:
    steps = [
        {"status": "Antwoord ontvangen", "datum": "2024-05-02"},
        {"status": "Tijdig beantwoord", "datum": "2024-05-03"},
    ]
    found = record(procedureverloop=steps)
    assert found.answered_on == dt.date(2024, 5, 2)
    assert notes(found, "date_contradiction") == [
        "the procedure says 'Tijdig beantwoord' on 2024-05-03, the record has '2024-05-02'"
    ]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2024-04-25", dt.date(2024, 4, 25)),
        ("25/04/2024", dt.date(2024, 4, 25)),
        ("5/4/2024", dt.date(2024, 4, 5)),
        ("2024-04-25T00:00:00+0200", dt.date(2024, 4, 25)),
        ("2024-04-25T00:00:00+02:00", dt.date(2024, 4, 25)),
        # Midnight in Brussels, told in universal time: in summer two hours earlier, in winter one.
        ("2024-04-24T22:00:00Z", dt.date(2024, 4, 25)),
        ("2024-01-24T23:00:00.000Z", dt.date(2024, 1, 25)),
        ("2024-01-24T22:59:59Z", dt.date(2024, 1, 24)),
        ("2024-03-31T00:59:00Z", dt.date(2024, 3, 31)),
        ("2024-10-27T22:30:00Z", dt.date(2024, 10, 27)),
        ("2024-04-25T10:00:00", dt.date(2024, 4, 25)),
        ("2024-02-31", None),
        ("31/02/2024", None),
        ("gisteren", None),
        ("", None),
        (None, None),
        (True, None),
    ],
)
def test_days_come_in_three_shapes(printed: object, day: dt.date | None) -> None:
    assert day_in(printed) == day


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"naam": "Brouns", "voornaam": "Jo"}, "Jo Brouns"),
        ({"naam": "Brouns, Jo"}, "Jo Brouns"),
        ("Brouns, Jo", "Jo Brouns"),
        ("Brouns Jo", "Jo Brouns"),
        ("Jo Brouns", "Jo Brouns"),
        ("Van den Bossche Freya", "Freya Van den Bossche"),
        ({"naam": "VERBEURGT", "voornaam": "THIJS"}, "Thijs Verbeurgt"),
        ([None, {"naam": "Brouns", "voornaam": "Jo"}], "Jo Brouns"),
        ({"naam": "Nergens", "voornaam": "Niemand"}, "Niemand Nergens"),
    ],
)
def test_names_come_in_either_order(value: object, name: str) -> None:
    found = person_in(value)
    assert found is not None
    assert found.proper.name == name


@pytest.mark.parametrize("value", [None, {}, "", [], 0.5, {"naam": None, "voornaam": " "}])
def test_nobody_is_nobody(value: object) -> None:
    assert person_in(value) is None


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("2023-2024", "2023-2024"),
        ("2023 - 24", "2023-2024"),
        ("1999-00", "1999-2000"),
        ("2023-2025", None),
        ("2023", None),
    ],
)
def test_parliamentary_years(printed: str, year: str | None) -> None:
    assert year_in(printed) == year


def test_a_year_that_is_not_told_is_that_of_the_question_and_noted() -> None:
    found = record(zittingsjaar=None)
    assert found.parliamentary_year == "2023-2024"
    assert len(notes(found, "guessed_year")) == 1


def test_a_number_may_be_a_text() -> None:
    assert record(vraagnummer="0386").number == 386


@pytest.mark.parametrize("field", ["vraagnummer", "minister", "vraagsteller"])
@pytest.mark.parametrize("value", [None, "", {}, [], False])
def test_without_what_makes_a_question_one_the_record_is_refused_and_the_field_named(
    field: str, value: object
) -> None:
    found = refusal({**SCHV, field: value})
    assert found.code == "half_record"
    assert field in found.cause


@pytest.mark.parametrize(
    "field",
    [
        "id",
        "titel",
        "onderwerp",
        "thema",
        "procedureverloop",
        "soort-antwoord",
        "tijdig",
        "bestand-ordered",
        "bijlage",
    ],
)
@pytest.mark.parametrize("value", [None, 5, "x", [], {}, [None, 5, [], {}], {"a": [1]}])
def test_every_other_field_may_have_any_shape(field: str, value: object) -> None:
    assert record(**{field: value}).number == 386


def test_a_record_with_only_what_is_needed_is_read() -> None:
    needed = {key: SCHV[key] for key in ("vraagnummer", "zittingsjaar", "vraagsteller", "minister")}
    (found,) = records(needed)
    assert (found.title, found.themes, found.asked_on) == ("Schriftelijke vraag nr. 386", (), None)
    assert {note.code for note in found.notes} == {"only_metadata", "no_title"}


def test_a_subject_that_is_not_the_title_is_noted() -> None:
    assert notes(record(onderwerp="Iets anders"), "title_contradiction") == [
        "the record also has the subject 'Iets anders'"
    ]


def test_what_has_no_field_is_kept_as_notes() -> None:
    found = record(
        **{
            "soort-antwoord": "Gecoördineerd antwoord",
            "tijdig": False,
            "bestand-ordered": [{"URL": "https://x.be/pfile?id=1"}, {"URL": "https://x.be/pfile?id=2"}],
            "bijlage": [{"url": "https://x.be/b.xlsx", "titel": "Cijfers"}, {"url": "javascript:alert(1)"}],
        }
    )
    assert found.document_id == "1"
    assert [(note.code, note.message) for note in found.notes[1:]] == [
        ("kind_of_answer", "the service calls the answer 'Gecoördineerd antwoord'"),
        ("in_time", "the service says that the answer came late"),
        ("other_file", "the record names one more document: https://x.be/pfile?id=2"),
        ("attachment_link", "the record names an attachment: 'Cijfers': https://x.be/b.xlsx"),
    ]


def test_a_list_of_records_gives_each() -> None:
    found = records([SCHV, {**SCHV, "vraagnummer": 387}])
    assert [one.number for one in found] == [386, 387]


def test_a_list_with_half_a_record_is_refused_whole_and_the_record_named() -> None:
    assert refusal([SCHV, {**SCHV, "minister": None}]).place == "schv.json, record 2"


def _result(**tags: str) -> dict[str, Any]:
    listed = [{"name": name, "value": value} for name, value in tags.items()]
    return {"metatags": {"metatag": listed}}


FULL = {
    "aggregaattype": "Schriftelijke vraag",
    "opendata": "https://ws.vlpar.be/e/opendata/schv/1823751",
    "vraagnummer": "386",
    "zittingsjaar": "2023-2024",
    "titel": "Premies individueel maatwerk - Budget",
    "minister": "Brouns, Jo",
    "vraagsteller": "Verbeurgt, Thijs",
    "document": "https://docs.vlaamsparlement.be/pfile?id=2063933",
}


def test_results_that_say_which_question_they_are_give_records() -> None:
    found = records({"count": "2", "result": [_result(**FULL), _result(**{**FULL, "vraagnummer": "387"})]})
    assert [one.id for one in found] == ["2023-2024/jo-brouns/386", "2023-2024/jo-brouns/387"]
    assert (found[0].dossier_id, found[0].document_id, found[0].title) == (
        "1823751",
        "2063933",
        "Premies individueel maatwerk - Budget",
    )


def test_results_that_are_no_records_are_noted_beside_those_that_are() -> None:
    other = _result(opendata="https://ws.vlpar.be/e/opendata/schv/5")
    (found,) = records({"count": "2", "result": [_result(**FULL), other, None]})
    assert notes(found, "other_results") == [
        "2 results of the same list are no records: https://ws.vlpar.be/e/opendata/schv/5, result 3"
    ]


def test_results_that_only_lead_to_records_are_refused_with_the_addresses() -> None:
    content = (SAMPLES / "search.json").read_bytes()
    with pytest.raises(Refusal) as caught:
        read_source(Source("search.json", content))
    assert caught.value.code == "only_addresses"
    assert "https://ws.vlpar.be/e/opendata/schv/1823751" in caught.value.remedy


def test_other_documents_in_a_list_are_no_questions() -> None:
    assert refusal({"result": [_result(**{**FULL, "aggregaattype": "Verslag"})]}).code == "only_addresses"


def test_damaged_json_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        read_source(Source("x", b'{"vraagnummer": 386, "titel": '))
    assert caught.value.code == "damaged"
