"""Which part of an earlier question became which part of a later one."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from archive.links.part_alignment import align_parts
from archive.model.question import Part
from tests.records import part

COUNT = "Hoeveel kandidaat-huurders stonden er op 31 december 2022 ingeschreven? Graag per provincie."
WAIT = "Hoelang wachten zij gemiddeld op een toewijzing van een woning?"
PLANS = "Welke maatregelen neemt de minister om de wachttijd te verkorten?"


def test_parts_of_the_same_words_belong_together_whatever_their_number() -> None:
    earlier = [part("1", text=COUNT), part("2", text=WAIT)]
    later = [part("1", text=PLANS), part("2", text=COUNT), part("3", text=WAIT)]
    assert align_parts(earlier, later) == ((None, 0), (0, 1), (1, 2))


def test_other_years_make_no_other_part() -> None:
    later = [part("4", text=COUNT.replace("2022", "2023")), part("5", text=WAIT)]
    assert align_parts([part("1", text=COUNT)], later) == ((0, 0), (None, 1))


def test_a_part_that_was_rewritten_under_its_label_stays_beside_it() -> None:
    sharper = "Hoelang wachten alleenstaanden en gezinnen in elke provincie op een toewijzing?"
    assert align_parts([part("2", text=WAIT)], [part("2", text=sharper)]) == ((0, 0),)
    assert align_parts([part("2", text=WAIT)], [part("5", text=sharper)]) == ((0, None), (None, 0))


def test_one_label_alone_makes_no_pair() -> None:
    assert align_parts([part("1", text=COUNT)], [part("1", text=PLANS)]) == ((0, None), (None, 0))


def test_a_part_that_is_no_longer_asked_follows_the_one_that_it_followed() -> None:
    earlier = [part("1", text=COUNT), part("2", text=PLANS), part("3", text=WAIT)]
    later = [part("1", text=COUNT), part("2", text=WAIT)]
    assert align_parts(earlier, later) == ((0, 0), (1, None), (2, 1))


def test_repeated_words_are_paired_under_their_own_labels() -> None:
    earlier = [part(label, text="Graag per provincie.") for label in ("1a", "2a")]
    later = [part(label, text="Graag per provincie.") for label in ("2a", "1a")]
    assert align_parts(earlier, later) == ((1, 0), (0, 1))


def test_parts_without_text_are_known_by_their_label_alone() -> None:
    earlier, later = [Part(("7",), ()), Part(("8",), ())], [Part(("8",), ()), Part(("9",), ())]
    assert align_parts(earlier, later) == ((0, None), (1, 0), (None, 1))


def test_answers_to_one_question_belong_together_whatever_they_say() -> None:
    earlier = [part("1", text="Er waren er 10."), part("2", "3", text="Zie 1.")]
    later = [part("3", text="Nieuwe woningen."), part("1", text="Het cijfer volgt.")]
    assert align_parts(earlier, later, labels_first=True) == ((1, 0), (0, 1))


PARTS = st.lists(
    st.tuples(st.sampled_from(["1", "2", "3a", ""]), st.sampled_from([COUNT, WAIT, PLANS, "Graag.", ""])),
    max_size=6,
).map(
    lambda some: [
        part(*filter(None, [label]), text=text) if text else Part((label,), ()) for label, text in some
    ]
)


@given(PARTS, PARTS, st.booleans())
def test_every_part_stands_in_one_pair(earlier: list[Part], later: list[Part], labels_first: bool) -> None:
    pairs = align_parts(earlier, later, labels_first=labels_first)
    assert sorted(old for old, _ in pairs if old is not None) == list(range(len(earlier)))
    assert [new for _, new in pairs if new is not None] == list(range(len(later)))


def test_thousands_of_parts_take_little_time() -> None:
    started = time.process_time()
    earlier = [part("1", text=f"{COUNT} {number}x") for number in range(3_000)]
    later = [part("1", text=f"{PLANS} {number}y") for number in range(3_000)]
    assert len(align_parts(earlier, later)) >= 3_000
    assert time.process_time() - started < 3
