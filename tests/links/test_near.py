"""What is near a question: repeats, follow-ups and records about the same, each with its reasons."""

from __future__ import annotations

import csv
import datetime as dt
import random
from pathlib import Path

import pytest

from archive.links import link_records
from archive.links.between import NEAR_SHOWN, Near
from archive.links.fingerprints import shared_runs
from archive.links.reasons import Compared, Reason, kind_of, reasons_of, strength
from archive.links.repeats import gather_repeats
from archive.model.blocks import Paragraph
from archive.model.question import Body, WrittenQuestion
from archive.text.languages import ENGLISH
from benchmarks.dekamer import NAME, read_questions
from tests.conftest import shared_folder
from tests.links.reading import printed_once
from tests.records import question, supporting

WAITING = (
    "De wachtlijsten voor een sociale woning groeien in alle provincies. Hoeveel kandidaat-huurders staan er vandaag"
    " ingeschreven bij de woonmaatschappijen, en hoelang wachten zij gemiddeld op een toewijzing van een woning?"
)
DIKES = (
    "Na de overstromingen langs de Dender worden de dijken verhoogd. Welke werken aan sluizen en stuwen zijn er al"
    " aanbesteed, en wanneer is de vallei tegen een storm zoals die van toen beschermd door de waterwegbeheerder?"
)


def asked(number: int, text: str, title: str, **changes: object) -> WrittenQuestion:
    return question(number, title=title, question=Body((Paragraph(text),)), answer=None, **changes)  # type: ignore[arg-type]


def near(source: WrittenQuestion, *others: object) -> tuple[Near, ...]:
    return link_records([source, *others]).between.near(source.id)  # type: ignore[list-item]


def codes(one: Near) -> list[str]:
    return [reason.code for reason in one.reasons]


def test_the_same_text_a_year_later_is_asked_again() -> None:
    later = asked(7, WAITING, "Sociale huur - Wachtlijsten", year="2024-2025", asked_on=dt.date(2025, 4, 28))
    (found,) = near(asked(1, WAITING, "Sociale huur - Wachtlijsten"), later)
    assert (found.id, found.kind) == (later.id, "repeat")
    assert codes(found) == ["same_text", "same_asker", "same_title", "later"]
    assert found.reasons[-1] == Reason("later", 368)


def test_a_text_with_a_sentence_more_is_nearly_the_same() -> None:
    longer = asked(7, f"{WAITING} Graag cijfers.", "Woningnood - Cijfers", year="2024-2025", asker="Wim Maes")
    (found,) = near(asked(1, WAITING, "Sociale huur - Wachtlijsten"), longer)
    assert found.kind == "repeat" and codes(found)[0] == "near_text"
    assert 80 < found.reasons[0].count < 100


def test_one_asker_on_one_subject_with_other_words_is_a_follow_up() -> None:
    later = asked(7, DIKES, "Sociale huur - Dijken", asked_on=dt.date(2024, 10, 25))
    (found,) = near(asked(1, WAITING, "Sociale huur - Wachtlijsten"), later)
    assert (found.kind, codes(found)[:2]) == ("follow_up", ["same_asker", "same_subject"])


def test_another_asker_on_one_subject_is_no_follow_up() -> None:
    (found,) = near(
        asked(1, WAITING, "Sociale huur - A"), asked(7, DIKES, "Sociale huur - B", asker="Wim Maes")
    )
    assert found.kind == "same_subject"


def test_strangers_are_not_near() -> None:
    assert near(asked(1, WAITING, "Sociale huur"), asked(2, DIKES, "Dender", asker="Wim Maes")) == ()


def test_words_that_few_have_make_records_related_and_are_named() -> None:
    document = supporting("Jaarverslag waterwegen", text=DIKES)
    found = near(asked(1, DIKES, "Dender"), document, asked(2, WAITING, "Sociale huur", asker="Wim Maes"))
    assert [(one.id, one.kind) for one in found] == [(document.id, "related")]
    (reason,) = [reason for reason in found[0].reasons if reason.code == "same_words"]
    assert 0 < len(reason.words) <= 3 and all(word in DIKES.casefold() for word in reason.words)


def test_words_that_no_title_names_relate_nothing() -> None:
    shared = "Het departement vraagt advies over de begroting."
    one = asked(1, f"{shared} Ook over dijken.", "Waterbeheer")
    assert near(one, asked(2, f"{shared} Ook over huur.", "Woonbeleid", asker="Wim Maes")) == ()


def test_words_of_every_question_relate_nothing() -> None:
    texts = (
        "Hoeveel aanvragen werden er in elk jaar gesteld?",
        "Graag een overzicht van de cijfers per jaar.",
    )
    assert near(asked(1, texts[0], "Alpha"), asked(2, texts[1], "Beta", asker="Wim Maes")) == ()


def test_inflections_count_as_one_word() -> None:
    one = asked(1, "Vergunningen op zee.", "Windmolens")
    assert near(one, asked(2, "Elke vergunning voor een windmolen.", "Landbouw", asker="Wim Maes"))


def test_english_words_join_by_their_own_rules() -> None:
    one = asked(1, "Licences at sea.", "Turbines")
    other = asked(2, "Each licence of a turbine.", "Farming", asker="Wim Maes")
    assert link_records([one, other], ENGLISH).between.near(one.id)


def test_at_most_ten_are_listed() -> None:
    many = [asked(number, DIKES, f"Dender {number}", asker=f"Lid {number}") for number in range(2, 40)]
    assert len(near(asked(1, DIKES, "Dender"), *many)) == NEAR_SHOWN


def test_of_another_family_one_is_listed_and_the_others_counted() -> None:
    family = [
        asked(number, DIKES, "Dender", minister=name, asker="Wim Maes")
        for number, name in ((2, "A B"), (3, "C D"), (4, "E F"))
    ]
    (found,) = near(asked(1, f"{DIKES} En de Leie?", "Waterbeheer"), *family)
    assert found.siblings == 2


def test_the_own_family_is_not_listed() -> None:
    assert near(asked(1, DIKES, "Dender"), asked(2, DIKES, "Dender", minister="An Claes")) == ()


def test_a_reference_makes_a_follow_up_seen_from_both_sides() -> None:
    pair = Compared(refers=True), Compared(referred=True)
    assert [kind_of(one) for one in pair] == ["follow_up", "follow_up"]
    assert [reasons_of(one)[0].code for one in pair] == ["refers", "referred"]


def test_a_reference_outweighs_likeness() -> None:
    assert strength(Compared(likeness=0.2, refers=True)) > strength(Compared(likeness=1.0))


def test_no_link_stands_without_a_reason() -> None:
    records = [
        asked(n, t, f"Titel {n}", asker=f"Lid {n}") for n, t in enumerate((DIKES, DIKES + " Nu.", WAITING), 1)
    ]
    links = link_records(records).between
    assert all(one.reasons for record in records for one in links.near(record.id))


def test_order_of_reading_changes_nothing_near() -> None:
    words = [f"woord{number}" for number in range(60)]
    luck = random.Random(5)
    records = [
        asked(n, " ".join(luck.choices(words, k=25)), f"Titel {n}", asker=f"Lid {n % 4}") for n in range(60)
    ]
    shuffled = luck.sample(records, len(records))
    one, other = link_records(records).between, link_records(shuffled).between
    assert [one.near(record.id) for record in records] == [other.near(record.id) for record in records]


def test_a_fingerprint_sees_the_order_of_the_words() -> None:
    words = WAITING.split()
    one, other = printed_once([WAITING]), printed_once([" ".join(reversed(words))])
    assert one.identity != other.identity and shared_runs(one.runs, other.runs) < 0.1


def test_shared_runs_are_those_of_all_runs() -> None:
    one, other = printed_once([WAITING]), printed_once([f"{WAITING} {DIKES}"])
    assert shared_runs(one.runs, other.runs) == pytest.approx(len(one.runs) / len(other.runs), abs=0.01)


def test_a_crowd_of_one_text_is_not_compared_pair_by_pair() -> None:
    """A thousand copies give each at most the few before and after it."""
    prints = [(place, printed_once([WAITING])) for place in range(1_000)]
    assert max(map(len, gather_repeats(prints).values())) <= 24


def test_most_of_what_is_given_for_the_judged_questions_is_right() -> None:
    """Precision on the pairs judged by hand; the benchmark prints it beside that of others."""
    shared = shared_folder()
    if shared is None or not (shared / "data" / NAME).is_file():
        pytest.skip(f"did not run: {NAME} is absent")
    with (Path(__file__).parent / "judged_pairs.csv").open(encoding="utf-8", newline="") as lines:
        judged = {(row["question"], row["other"]): row["judgement"] for row in csv.DictReader(lines)}
    links = link_records(read_questions(shared / "data" / NAME)).between
    ids = {one.rpartition("/")[2]: one for one in links.ids()}
    given = [
        judged[source, other]
        for source in sorted({source for source, _ in judged})
        for other in (one.id.rpartition("/")[2] for one in links.near(ids[source], 5))
        if (source, other) in judged
    ]
    assert len(given) > 100
    assert sum(word != "unrelated" for word in given) / len(given) >= 0.55
