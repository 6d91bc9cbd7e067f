"""What became of a text: words kept, added and dropped, and nothing lost."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links.word_changes import Span, kept_share, sentences_of, tokens_of, word_changes

WORDS = st.lists(
    st.sampled_from(["de", "premie", "2022", "2023.", "1.676,15", "N-VA", "\n", " ", "?"]), max_size=40
)
TEXTS = st.one_of(st.text(max_size=60), WORDS.map(" ".join), WORDS.map("".join))


def side(spans: tuple[Span, ...], change: str) -> str:
    return "".join(span.text for span in spans if span.change in ("kept", change))


def marked(before: str, after: str) -> str:
    marks = {"kept": "{}", "added": "+{}+", "dropped": "-{}-"}
    return "".join(marks[span.change].format(span.text) for span in word_changes(before, after))


@given(TEXTS, TEXTS)
def test_nothing_is_lost(before: str, after: str) -> None:
    """What was kept and added is the later text, what was kept and dropped the earlier one."""
    spans = word_changes(before, after)
    assert (side(spans, "dropped"), side(spans, "added")) == (before, after)


@given(TEXTS, TEXTS)
def test_spans_are_not_empty_and_differ_from_their_neighbours(before: str, after: str) -> None:
    spans = word_changes(before, after)
    assert all(span.text for span in spans)
    assert all(one.change != other.change for one, other in pairwise(spans))


@given(TEXTS)
def test_the_same_text_is_kept(text: str) -> None:
    assert all(span.change == "kept" for span in word_changes(text, text))


@given(TEXTS)
def test_tokens_and_sentences_are_the_text(text: str) -> None:
    assert "".join(core + blank for core, blank in tokens_of(text)) == text
    assert "".join(sentences_of(text)) == text


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Cijfers van 2022?", "Cijfers van 2023?", "Cijfers van -2022-+2023+?"),
        ("Graag cijfers.", "Graag alle cijfers.", "Graag +alle +cijfers."),
        ("Graag alle cijfers.", "Graag cijfers.", "Graag -alle -cijfers."),
        ("Er zijn 1.676,15 euro.", "Er zijn 1.676,20 euro.", "Er zijn -1.676,15-+1.676,20+ euro."),
        ("In 2021 en 2022.", "In 2023 en 2024.", "In -2021 en 2022-+2023 en 2024+."),
        ("", "Nieuw.", "+Nieuw.+"),
        ("Weg.", "", "-Weg.-"),
        ("één  woord", "één woord", "één-  -+ +woord"),
    ],
)
def test_changes_are_those_of_whole_words(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


def test_a_word_kept_by_chance_counts_as_changed() -> None:
    """A lone "de" between two rewritten clauses would only make both hard to read."""
    assert marked("Hoeveel premies de dienst gaf", "Waarom kregen de gemeenten niets") == (
        "-Hoeveel premies de dienst gaf-+Waarom kregen de gemeenten niets+"
    )


@pytest.mark.parametrize(("before", "after", "share"), [("a b", "a b", 1), ("ab", "cd", 0), ("", "", 1)])
def test_the_kept_share_is_of_both_texts(before: str, after: str, share: float) -> None:
    assert kept_share(word_changes(before, after)) == share


def test_sentences_end_at_marks_and_lines() -> None:
    assert sentences_of("Hoeveel? Graag 1.5 per jaar.\nDank") == (
        "Hoeveel? ",
        "Graag 1.5 per jaar.\n",
        "Dank",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a " * 40_000, "a b " * 20_000),
        ("?" * 60_000, "? " * 60_000),
        ("a? " * 40_000, "b?) a? " * 20_000),
        ("é" * 200_000, "1" * 200_000 + "x"),
        (".\"')" * 30_000, "\n" * 60_000),
        (" ".join(str(n % 997) for n in range(60_000)), " ".join(str(n % 991) for n in range(60_000))),
    ],
)
def test_the_worst_texts_take_little_time(before: str, after: str) -> None:
    """Far longer than any question: what is too long for words is compared by sentences, or as a whole."""
    started = time.process_time()
    spans = word_changes(before, after)
    assert time.process_time() - started < 4
    assert side(spans, "added") == after
