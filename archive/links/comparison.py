"""What became of a question that was asked again: part by part, the answers and their tables side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec

from archive.links.comparison_sections import Place, Section, SectionPair, answer_pairs, question_pairs
from archive.links.joined_tables import JoinedTable, join_tables
from archive.links.new_sentences import known_sentences, new_sentences
from archive.links.passages import Passage, marked_passages, whole_text, wholly_changed
from archive.links.table_pairs import pair_tables
from archive.links.word_changes import kept_share, tokens_of, word_changes
from archive.model.question import WrittenQuestion
from archive.model.tables import NumberedTable, numbered_question

Side = Literal["question", "answer"]
Fate = Literal["same", "years", "numbers", "changed", "new", "dropped"]

# Texts that share less are two texts: to mark their words would help nobody. Answers are read, not compared.
_MARKED_FROM: Final[dict[Side, float]] = {"question": 0.35, "answer": 0.7}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"\d++(?:[.,/–-]\d++)*+%?+")


class ComparedTables(msgspec.Struct, frozen=True):
    """Two tables that tell the same, or one that only one of the two documents has.

    same: all their cells are. joined: both as one, where they are not the same but their rows and columns agree.
    """

    earlier: NumberedTable | None
    later: NumberedTable | None
    same: bool = False
    joined: JoinedTable | None = None


class ComparedPart(msgspec.Struct, frozen=True):
    """A part of the earlier text beside one of the later, with what became of it.

    fate: "years" and "numbers" where nothing else differs than these. marked: the words that differ are marked.
    tables: those that stand in either.
    """

    side: Side
    place: Place
    fate: Fate
    earlier_labels: tuple[str, ...]
    later_labels: tuple[str, ...]
    earlier: tuple[Passage, ...]
    later: tuple[Passage, ...]
    marked: bool = False
    tables: tuple[ComparedTables, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether it stands under another label than before."""
        return bool(self.earlier_labels and self.later_labels) and self.earlier_labels != self.later_labels


class AskedAnew(msgspec.Struct, frozen=True):
    """What is asked for the first time: a part as a whole, or questions that were added to one.

    place: of the part among those that were asked, from 0.
    """

    place: int
    labels: tuple[str, ...]
    passages: tuple[Passage, ...]
    whole: bool


class Comparison(msgspec.Struct, frozen=True):
    """An earlier question and its answer beside a later one, in the order of the later one.

    question: "years", say, where nothing else differs; answer: None where neither has one.
    counts: how many numbered parts of the question have each fate. moved: how many stand under another label.
    """

    question: Fate
    answer: Fate | None
    asked: tuple[ComparedPart, ...]
    answered: tuple[ComparedPart, ...]
    anew: tuple[AskedAnew, ...]
    counts: dict[Fate, int]
    moved: int


def compare_questions(earlier: WrittenQuestion, later: WrittenQuestion) -> Comparison:
    """The comparison of two questions, of which the later one repeats the earlier one."""
    earlier, later = numbered_question(earlier), numbered_question(later)
    questions = question_pairs(earlier.question, later.question)
    answers = answer_pairs(earlier.answer, later.answer, questions)
    asked = tuple(_compared("question", questions))
    answered = tuple(_compared("answer", answers))
    numbered = [part for part in asked if part.place == "part"]
    return Comparison(
        question=_whole_fate(asked),
        answer=_answer_fate(earlier, later, answered),
        asked=asked,
        answered=answered,
        anew=tuple(_anew(asked)),
        counts=dict(Counter(part.fate for part in numbered)),
        moved=sum(part.moved for part in numbered),
    )


def fate_of(earlier: str, later: str) -> Fate:
    """What became of a text; blanks do not count."""
    before, after = (" ".join(token.core for token in tokens_of(text)) for text in (earlier, later))
    if before == after:
        return "same"
    if _YEAR.sub("0", before) == _YEAR.sub("0", after):
        return "years"
    return "numbers" if _FIGURE.sub("0", before) == _FIGURE.sub("0", after) else "changed"


def _whole_fate(parts: Sequence[ComparedPart]) -> Fate:
    """The fate of all parts together: the least change that says enough."""
    fates = {part.fate for part in parts}
    ladder: tuple[Fate, ...] = ("same", "years", "numbers")
    for place, fate in enumerate(ladder):
        if fates <= set(ladder[: place + 1]):
            return fate
    return "changed"


def _answer_fate(
    earlier: WrittenQuestion, later: WrittenQuestion, answered: Sequence[ComparedPart]
) -> Fate | None:
    if earlier.answer and later.answer:
        return _whole_fate(answered)
    if later.answer:
        return "new"
    return "dropped" if earlier.answer else None


def _compared(side: Side, pairs: Sequence[SectionPair]) -> Iterator[ComparedPart]:
    tables = _tables(pairs)
    for place, (earlier, later) in enumerate(pairs):
        yield _compared_part(side, earlier, later, tables.get(place, ()))


def _compared_part(
    side: Side, earlier: Section | None, later: Section | None, tables: tuple[ComparedTables, ...]
) -> ComparedPart:
    old, new = (section.passages if section else () for section in (earlier, later))
    section = later or earlier
    fate: Fate = "new" if earlier is None else "dropped"
    marked = False
    if earlier and later:
        fate = fate_of(earlier.whole_text, later.whole_text)
        spans = () if fate == "same" else word_changes(whole_text(old), whole_text(new))
        if spans and kept_share(spans) >= _MARKED_FROM[side]:
            old, new = marked_passages(old, spans, "dropped"), marked_passages(new, spans, "added")
            marked = True
    return ComparedPart(
        side=side,
        place=section.place if section else "part",
        fate=fate,
        earlier_labels=earlier.labels if earlier else (),
        later_labels=later.labels if later else (),
        earlier=old,
        later=new,
        marked=marked,
        tables=tables,
    )


def _tables(pairs: Sequence[SectionPair]) -> dict[int, tuple[ComparedTables, ...]]:
    """The compared tables by the place of the pair that the later one stands in, or else the earlier one."""
    olds = {table: place for place, (old, _) in enumerate(pairs) if old for table in old.tables}
    news = {table: place for place, (_, new) in enumerate(pairs) if new for table in new.tables}
    found: dict[int, list[ComparedTables]] = {}
    for earlier, later in pair_tables(tuple(olds), tuple(news)):
        place = news[later] if later else olds[earlier] if earlier else 0
        found.setdefault(place, []).append(_compared_tables(earlier, later))
    return {place: tuple(some) for place, some in found.items()}


def _compared_tables(earlier: NumberedTable | None, later: NumberedTable | None) -> ComparedTables:
    if earlier is None or later is None:
        return ComparedTables(earlier, later)
    same = (earlier.caption, earlier.header, earlier.rows) == (later.caption, later.header, later.rows)
    return ComparedTables(earlier, later, same, None if same else join_tables(earlier, later))


def _anew(asked: Sequence[ComparedPart]) -> Iterator[AskedAnew]:
    """What is asked for the first time, in the order in which it is asked."""
    known = known_sentences("\n".join(whole_text(part.earlier) for part in asked))
    for place, part in enumerate(asked):
        if part.place == "part" and part.fate == "new":
            yield AskedAnew(place, part.later_labels, part.later, whole=True)
        elif part.fate in ("new", "changed"):
            later = part.later if part.marked else wholly_changed(part.later)
            sentences = tuple(new_sentences(later, known, questions_only=part.place != "part"))
            if sentences:
                yield AskedAnew(place, part.later_labels, sentences, whole=False)
