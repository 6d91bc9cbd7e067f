"""A question that was asked again beside its forerunner: what was asked anew, and what became of the rest."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links.comparison import ComparedPart, compare_questions, fate_of
from archive.links.passages import whole_text
from archive.model.blocks import Block, Footnote, ListBlock, Paragraph, Preformatted, Table, block_texts
from archive.model.question import Answer, Attachment, Body, Part, WrittenQuestion
from tests.records import part, question

COUNT = "Hoeveel kandidaat-huurders stonden er op 31 december {} ingeschreven? Graag per provincie."
WAIT = "Hoelang wachten zij gemiddeld op een toewijzing van een woning?"
PLANS = "Welke maatregelen neemt de minister om de wachttijd te verkorten?"


def asked(
    *parts: Part, introduction: str = "De wachtlijsten groeien.", answer: Answer | None = None
) -> WrittenQuestion:
    return question(question=Body((Paragraph(introduction),), parts), answer=answer)


def answered(*parts: Part, **fields: object) -> Answer:
    return Answer("substantive", parts=parts, **fields)  # type: ignore[arg-type]


def figures(year: int, number: str) -> Table:
    return Table("Huurders", (("Provincie", str(year)),), (("Gent", number), ("Genk", "2")), "layout")


def marks(one: ComparedPart) -> list[str]:
    return [piece.text for passage in (*one.earlier, *one.later) for piece in passage.pieces if piece.changed]


@pytest.mark.parametrize(
    ("earlier", "later", "fate"),
    [
        ("Hoeveel  in 2022?", "Hoeveel in 2022?", "same"),
        ("Hoeveel in 2022?", "Hoeveel in 2023?", "years"),
        ("Op 1 mei 2022 en in 2021-2022?", "Op 1 mei 2023 en in 2022-2023?", "years"),
        ("Hoeveel op 1 mei?", "Hoeveel op 3 mei?", "numbers"),
        ("Zijn er 1.204?", "Zijn er 12,5?", "numbers"),
        ("Hoeveel in 2022?", "Waarom in 2022?", "changed"),
    ],
)
def test_fates(earlier: str, later: str, fate: str) -> None:
    assert fate_of(earlier, later) == fate


def test_a_question_of_another_year_is_told_to_differ_in_years_alone() -> None:
    found = compare_questions(
        asked(part("1", text=COUNT.format(2022))), asked(part("1", text=COUNT.format(2023)))
    )
    assert (found.question, found.anew, found.counts) == ("years", (), {"years": 1})
    assert marks(found.asked[1]) == ["2022", "2023"]


def test_a_new_part_is_asked_anew_and_moves_the_others() -> None:
    found = compare_questions(asked(part("1", text=WAIT)), asked(part("1", text=PLANS), part("2", text=WAIT)))
    assert [(one.labels, whole_text(one.passages), one.whole) for one in found.anew] == [
        (("1",), PLANS, True)
    ]
    assert (found.counts, found.moved) == ({"new": 1, "same": 1}, 1)
    assert [(one.later_labels, one.earlier_labels, one.moved) for one in found.asked[1:]] == [
        (("1",), (), False),
        (("2",), ("1",), True),
    ]


def test_a_part_that_is_gone_is_counted() -> None:
    found = compare_questions(asked(part("1", text=WAIT), part("2", text=PLANS)), asked(part("1", text=WAIT)))
    assert found.counts == {"same": 1, "dropped": 1} and found.question == "changed"


def test_a_sentence_that_was_added_to_a_part_is_asked_anew() -> None:
    more = f"{WAIT} Graag opgesplitst per gemeente."
    found = compare_questions(asked(part("1", text=WAIT)), asked(part("1", text=more)))
    (one,) = found.anew
    assert (whole_text(one.passages), one.whole, one.place) == ("Graag opgesplitst per gemeente.", False, 1)


def test_of_running_text_only_new_questions_are_asked_anew() -> None:
    text = "De wachtlijsten groeien. Wonen is een recht voor elk gezin. Wat is daarvan de verklaring?"
    found = compare_questions(asked(part("1", text=WAIT)), asked(part("1", text=WAIT), introduction=text))
    assert [whole_text(one.passages) for one in found.anew] == ["Wat is daarvan de verklaring?"]


def test_a_question_that_moved_from_the_text_to_a_part_is_not_asked_anew() -> None:
    earlier = asked(part("1", text=PLANS), introduction=f"De wachtlijsten groeien. {WAIT}")
    later = asked(part("1", text=f"{PLANS} {WAIT} Wanneer?"), introduction="De wachtlijsten groeien.")
    assert compare_questions(earlier, later).anew == ()


def test_of_a_rewritten_text_every_new_question_is_asked_anew() -> None:
    """Nothing is marked in it, because too little is the same; what was asked before is not asked anew."""
    before = "Huren is duur in de grote steden, zo leert onderzoek van een universiteit. Hoeveel wachten er in 2022?"
    after = "Wie een appartement koopt, betaalt elk jaar meer rente. Hoeveel wachten er in 2023? Waarom stijgt dat zo?"
    found = compare_questions(asked(introduction=before), asked(introduction=after))
    assert not found.asked[0].marked
    assert [whole_text(one.passages) for one in found.anew] == ["Waarom stijgt dat zo?"]


def test_of_a_text_without_forerunner_the_questions_are_asked_anew() -> None:
    found = compare_questions(
        question(question=Body((), (part("1", text=WAIT),))), asked(part("1", text=WAIT), introduction=PLANS)
    )
    assert [(one.place, whole_text(one.passages)) for one in found.anew] == [(0, PLANS)]


def test_nothing_is_marked_in_what_stayed_the_same() -> None:
    (_, found) = compare_questions(asked(part("1", text=WAIT)), asked(part("1", text=WAIT))).asked
    assert (found.fate, found.marked) == ("same", False)


def test_answers_stand_together_by_the_questions_that_they_answer() -> None:
    earlier = asked(part("1", text=WAIT), answer=answered(part("1", text="Drie jaar.")))
    later = asked(
        part("1", text=PLANS),
        part("2", text=WAIT),
        answer=answered(part("1", text="Wij bouwen."), part("2", text="Vier jaar, helaas.")),
    )
    found = compare_questions(earlier, later)
    assert [(one.earlier_labels, one.later_labels, one.fate) for one in found.answered] == [
        ((), ("1",), "new"),
        (("1",), ("2",), "changed"),
    ]


def test_an_answer_to_a_number_follows_its_letters() -> None:
    earlier = asked(
        part("3a", text=WAIT), part("3b", text=PLANS), answer=answered(part("3", text="Drie jaar."))
    )
    later = asked(part("5a", text=WAIT), part("5b", text=PLANS), answer=answered(part("5", text="Nu vier.")))
    (found,) = compare_questions(earlier, later).answered
    assert (found.earlier_labels, found.later_labels) == (("3",), ("5",))


def test_the_same_answer_is_said_to_be_the_same() -> None:
    earlier = asked(part("1", text=WAIT), answer=answered(part("1", text="Zie mijn eerder antwoord.")))
    assert compare_questions(earlier, earlier).answer == "same"


@pytest.mark.parametrize(
    ("earlier", "later", "fate"),
    [(None, None, None), (None, answered(part("1")), "new"), (answered(part("1")), None, "dropped")],
)
def test_a_missing_answer_is_told(earlier: Answer | None, later: Answer | None, fate: str | None) -> None:
    found = compare_questions(asked(part("1"), answer=earlier), asked(part("1"), answer=later))
    assert found.answer == fate


def test_words_of_different_answers_are_not_marked() -> None:
    earlier = asked(
        part("1", text=WAIT), answer=answered(part("1", text="Dat cijfer wordt nog niet bijgehouden."))
    )
    later = asked(part("1", text=WAIT), answer=answered(part("1", text="Gemiddeld drie jaar per gezin.")))
    (found,) = compare_questions(earlier, later).answered
    assert (found.marked, marks(found), found.fate) == (False, [], "changed")


def test_tables_of_the_answers_are_joined() -> None:
    earlier, later = (
        asked(part("1", text=WAIT), answer=answered(part("1", blocks=(figures(year, number),))))
        for year, number in ((2022, "5"), (2023, "7"))
    )
    (found,) = compare_questions(earlier, later).answered
    (tables,) = found.tables
    assert tables.joined is not None and not tables.same
    assert [cell.now for row in tables.joined.rows for cell in row.cells] == ["7", "2"]
    assert found.fate == "numbers"


def test_a_table_stands_with_the_part_that_it_is_in_now() -> None:
    earlier = asked(answer=answered(part("1", blocks=(figures(2022, "5"),)), part("2", text="Geen.")))
    later = asked(answer=answered(part("1", text="Zie 2."), part("2", blocks=(figures(2022, "5"),))))
    assert [[one.same for one in found.tables] for found in compare_questions(earlier, later).answered] == [
        [],
        [True],
    ]


def test_attachments_are_paired_by_their_titles_then_in_order() -> None:
    titles = [("Cijfers", "Nota"), ("Bijlage 2", "Cijfers", "Extra")]
    earlier, later = (
        asked(answer=answered(attachments=tuple(Attachment(one, (Paragraph(one),)) for one in some)))
        for some in titles
    )
    found = compare_questions(earlier, later).answered
    assert [(whole_text(one.earlier[:1]), whole_text(one.later[:1])) for one in found] == [
        ("Nota", "Bijlage 2"),
        ("Cijfers", "Cijfers"),
        ("", "Extra"),
    ]


TEXT = st.sampled_from([COUNT.format(2022), COUNT.format(2023), WAIT, PLANS, "Graag.", "x\ny", " "])
BLOCK = st.one_of(
    TEXT.map(Paragraph),
    st.lists(TEXT, max_size=2).map(lambda some: ListBlock(tuple(some))),
    st.lists(TEXT, max_size=2).map(lambda some: Preformatted(tuple(some))),
    TEXT.map(lambda text: Footnote("1", text)),
    st.just(figures(2022, "5")),
)
BLOCKS = st.lists(BLOCK, max_size=2).map(tuple)
PART = st.builds(Part, st.sampled_from([("1",), ("2",), ("2a", "2b"), ()]), BLOCKS)
BODY = st.builds(Body, BLOCKS, st.lists(PART, max_size=3).map(tuple), BLOCKS)


def printed(blocks: tuple[Block, ...]) -> list[str]:
    return [text for block in blocks if not isinstance(block, Table) for text in block_texts(block) if text]


def all_texts(body: Body) -> list[str]:
    whole = (body.introduction, *(part.blocks for part in body.parts), body.closing)
    return sorted(text for blocks in whole for text in printed(blocks))


@given(BODY, BODY)
def test_every_text_of_both_stands_on_its_side_unchanged(earlier: Body, later: Body) -> None:
    """Nothing of what was asked or answered is lost, whatever is laid beside it; tables neither."""
    old = question(
        question=earlier, answer=Answer("partial", None, None, later.introduction, later.parts, later.closing)
    )
    new = question(question=later, answer=Answer("partial", None, None, earlier.introduction, earlier.parts))
    found = compare_questions(old, new)
    assert sorted(passage.text for one in found.asked for passage in one.earlier) == all_texts(earlier)
    assert sorted(passage.text for one in found.asked for passage in one.later) == all_texts(later)
    assert sorted(passage.text for one in found.answered for passage in one.earlier) == all_texts(later)
    tables = [table for one in (*found.asked, *found.answered) for table in one.tables]
    numbers = [
        sorted(side.number for one in tables if (side := pick(one)))
        for pick in (lambda t: t.earlier, lambda t: t.later)
    ]
    assert all(some == list(range(1, len(some) + 1)) for some in numbers)


def test_the_longest_questions_take_little_time() -> None:
    """A hundred parts of a thousand words each, none like another."""
    earlier, later = (
        asked(
            *(
                part(str(n), text=" ".join(f"{word}{(n * 7 + m) % 993}" for m in range(1000)))
                for n in range(100)
            )
        )
        for word in ("a", "b")
    )
    started = time.process_time()
    compare_questions(earlier, later)
    assert time.process_time() - started < 8
