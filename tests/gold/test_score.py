"""The measure itself: a perfect record has every point, and each fault costs one."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable

import pytest

from tests.gold.alignment import align
from tests.gold.cases import Case, cases
from tests.gold.score import Score, score_case
from tests.gold.shapes import Reading, Shape
from tests.gold.tokens import mended, words_of

MADE = [case for case in cases() if case.whole]


def perfect(truth: Shape) -> Shape:
    """The record that says what the truth says."""
    record = copy.deepcopy(
        {name: truth[name] for name in truth if name not in {"layouts", "footnotes", "notes"}}
    )
    for note in truth["footnotes"]:
        block = {"type": "footnote", "label": note["label"], "text": note["text"]}
        record[note["side"]]["closing"].append(block)
    return {**record, "notes": [], "references": []}


def case_of(slug: str, layout: str = "docx") -> Case:
    return next(case for case in MADE if case.name.endswith(slug) and case.layout.startswith(layout))


def scored(case: Case, change: Callable[[Shape], object] = lambda record: None) -> Score:
    record = perfect(case.truth)
    change(record)
    return score_case(case, Reading(record))


@pytest.mark.parametrize("case", MADE, ids=lambda case: f"{case.name}-{case.layout}")
def test_a_perfect_record_has_every_point(case: Case) -> None:
    score = scored(case)
    assert score.differences == []
    assert {name: score.right[name] for name in score.total if name != "words"} == {
        name: total for name, total in score.total.items() if name != "words"
    }
    assert (score.right["lost"], score.right["invented"], score.right["claimed wrong"]) == (0, 0, 0)


def test_a_document_that_is_refused_has_no_points() -> None:
    score = score_case(case_of("fietsostrades"), Reading(refused="no"))
    assert score.right["read"] == score.right["labels"] == score.right["cells"] == score.right["texts"] == 0
    assert score.right["lost"] == score.total["words"]


def test_a_wrong_field_costs_one() -> None:
    score = scored(case_of("fietsostrades"), lambda record: record.update(number=113))
    assert score.total["fields"] - score.right["fields"] == 1


def test_fields_that_the_layout_hides_are_not_asked() -> None:
    hidden, shown = scored(case_of("fietsostrades", "words")), scored(case_of("fietsostrades", "lines"))
    assert shown.total["fields"] - hidden.total["fields"] == 3


def test_a_part_that_is_left_out_costs_its_label_its_place_and_its_words() -> None:
    score = scored(case_of("bijenvolken"), lambda record: record["question"]["parts"].pop())
    assert score.total["labels"] - score.right["labels"] == 1
    assert score.total["texts"] - score.right["texts"] == 1
    assert score.right["lost"] == len(
        ["Welke", "maatregelen", "zijn", "er", "tegen", "de", "Aziatische", "hoornaar"]
    )


def test_a_label_without_text_may_be_left_out_or_kept() -> None:
    empty = {"labels": ["1"], "blocks": []}
    score = scored(case_of("schoolzwemmen"), lambda record: record["question"]["parts"].insert(0, empty))
    assert score.right["labels"] == score.total["labels"]


def test_a_word_that_the_source_does_not_have_is_invented() -> None:
    def add(record: Shape) -> None:
        record["question"]["introduction"].append({"type": "paragraph", "text": "bladzijde 2"})

    assert scored(case_of("fietsostrades"), add).right["invented"] == 2


def test_a_wrong_cell_costs_one_and_makes_the_table_wrong() -> None:
    def spoil(record: Shape) -> None:
        table = next(b for b in record["answer"]["parts"][0]["blocks"] if b["type"] == "table")
        table["rows"][0][1] = "0"

    score = scored(case_of("fietsostrades"), spoil)
    assert score.total["cells"] - score.right["cells"] == 1
    assert score.right["claimed wrong"] == 1


def test_a_missing_row_costs_its_cells_only() -> None:
    def drop(record: Shape) -> None:
        next(b for b in record["answer"]["parts"][0]["blocks"] if b["type"] == "table")["rows"].pop(2)

    score = scored(case_of("fietsostrades"), drop)
    assert score.total["cells"] - score.right["cells"] == 2


def test_a_label_that_spans_rows_may_be_repeated_or_not_but_not_be_another() -> None:
    def change(value: str) -> Callable[[Shape], None]:
        def set_covered(record: Shape) -> None:
            table = next(b for b in record["answer"]["parts"][1]["blocks"] if b["type"] == "table")
            table["rows"][1][0] = value

        return set_covered

    case = case_of("dierenasielen")
    faults = [scored(case, change(value)).differences for value in ("", "Honden", "Katten")]
    assert [bool(one) for one in faults] == [False, False, True]


def test_a_merged_header_cell_must_be_repeated() -> None:
    def blank(record: Shape) -> None:
        table = next(b for b in record["answer"]["parts"][0]["blocks"] if b["type"] == "table")
        table["header"][0][2] = ""

    assert scored(case_of("haltes-toegankelijkheid"), blank).differences


def test_a_table_that_is_none_counts_as_wrong_cells() -> None:
    table = {"type": "table", "caption": None, "header": [], "rows": [["20", "24"]]}
    score = scored(case_of("bijenvolken"), lambda record: record["question"]["introduction"].append(table))
    assert (score.right["cells"], score.total["cells"]) == (0, 2)


def test_a_table_kept_as_lines_is_not_claimed() -> None:
    def flatten(record: Shape) -> None:
        record["answer"]["parts"][0]["blocks"][1] = {"type": "preformatted", "lines": ["Provincie Kilometer"]}

    score = scored(case_of("fietsostrades"), flatten)
    assert score.right["claimed"] == 0
    assert score.total["claimed cells"] == 0
    assert score.total["cells"] == 14


def test_what_a_layout_glued_may_be_read_glued() -> None:
    true = words_of(["tot K1 2022"])
    assert mended(words_of(["tot K12022"]), true, [(("K12022",), ("K1", "2022"))]) == true


def test_what_a_layout_broke_and_glued_is_mended_in_turn() -> None:
    spoiled = [(("geste", "ld"), ("gesteld",)), (("ld147",), ("ld", "147"))]
    assert mended(words_of(["geste ld147"]), words_of(["gesteld 147"]), spoiled) == words_of(["gesteld 147"])


def test_words_are_counted_with_their_case_and_without_punctuation() -> None:
    assert words_of(["‘De (kmo’s)…", "2,5% – 91\u202f000"]) == Counter(["De", "kmo's", "2,5%", "91", "000"])


@pytest.mark.parametrize(
    ("question", "answer", "pairs"),
    [
        ("1 2", "1 2", "1:1 2:2"),
        ("1 2 3", "1,2 3", "1:1,2 2:1,2 3:3"),
        ("1 1a 1b", "1", "1:1 1a:1 1b:1"),
        ("1 1a 1b", "1a 1b", "1:1a,1b 1a:1a 1b:1b"),
        ("1 1a 1b", "1 1a", "1:1 1a:1a 1b:"),
        ("1 2", "1", "1:1 2:"),
        ("1 10", "1 10", "1:1 10:10"),
        ("1 2", "", ""),
    ],
)
def test_alignment(question: str, answer: str, pairs: str) -> None:
    sides = [[tuple(one.split(",")) for one in side.split()] for side in (question, answer)]
    assert " ".join(f"{label}:{','.join(found)}" for label, found in align(*sides)) == pairs
