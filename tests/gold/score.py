"""Holds one record against the truth of its document."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.gold.alignment import align
from tests.gold.cases import Case
from tests.gold.shapes import Reading, Shape, all_blocks, labelled, loose, sides, texts_of
from tests.gold.table_score import score_tables
from tests.gold.tokens import Words, mended, words_of

FIELDS = (
    "number",
    "parliamentary_year",
    "asker.name",
    "asker.printed",
    "minister.name",
    "minister.printed",
    "minister.portfolio",
    "asked_on",
    "title",
    "subject",
    "aspect",
    "themes",
    "document_id",
    "dossier_id",
    "answer.kind",
    "answer.question_number",
    "answer.question_date",
)
EMPTY: Shape = {"introduction": [], "parts": [], "closing": []}


@dataclass
class Score:
    """Sums over documents: `right` of `total` for each kind, counts beside, and what differs."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def mark(self, kind: str, right: int, total: int) -> None:
        self.right[kind] += right
        self.total[kind] += total

    def add(self, other: Score) -> None:
        self.right.update(other.right)
        self.total.update(other.total)


def score_case(case: Case, reading: Reading) -> Score:
    """How a record compares with the truth of its document."""
    score = Score()
    score.mark("read", int(not reading.refused), 1)
    if reading.refused:
        score.differences.append(f"refused: {reading.refused}")
    record = reading.record or {"question": EMPTY, "answer": None, "notes": []}
    _score_fields(score, case, record, refused=bool(reading.refused))
    _score_labels(score, case.truth, record)
    _score_alignment(score, case.truth, record)
    if case.whole:
        _score_texts(score, case, record)
        _score_words(score, case, record)
    score_tables(score, case, record)
    return score


def _value(shape: Shape, name: str) -> Any:
    found: Any = shape
    for step in name.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found


def _score_fields(score: Score, case: Case, record: Shape, *, refused: bool) -> None:
    absent = case.hidden().get("absent", ())
    for name in FIELDS:
        if name in absent or name.split(".")[0] not in case.truth:
            continue
        true, read = _value(case.truth, name), _value(record, name)
        right = true == read and not refused
        score.mark("fields", int(right), 1)
        if not right and not refused:
            score.differences.append(f"{name}: {read!r} instead of {true!r}")


def _labels(side: Shape) -> list[tuple[str, ...]]:
    if "labels" in side:
        return [tuple(labels) for labels in side["labels"]]
    return [tuple(part["labels"]) for part in labelled(side)]


def _score_labels(score: Score, truth: Shape, record: Shape) -> None:
    for name in ("question", "answer"):
        true, read = _labels(truth.get(name) or EMPTY), _labels(record.get(name) or EMPTY)
        blocks = difflib.SequenceMatcher(None, true, read, autojunk=False).get_matching_blocks()
        score.mark("labels", sum(block.size for block in blocks), max(len(true), len(read)))
        if true != read:
            score.differences.append(f"labels of the {name}: {_shown(read)} instead of {_shown(true)}")


def _shown(labels: Iterable[tuple[str, ...]]) -> str:
    return " ".join("+".join(one) for one in labels) or "none"


def _score_alignment(score: Score, truth: Shape, record: Shape) -> None:
    true = {label: list(answers) for label, answers in truth["alignment"]}
    question, answer = (record.get(name) or EMPTY for name in ("question", "answer"))
    read = dict(align(_labels(question), _labels(answer)))
    right = sum(label in read and read[label] == answers for label, answers in true.items())
    score.mark("alignment", right, len(true | read))


def _words(blocks: Iterable[Shape], *, repeats: bool = True) -> Words:
    return words_of(text for block in blocks for text in texts_of(block, repeats=repeats))


def _units(shape: Shape, *, repeats: bool = True) -> list[tuple[str, Words]]:
    """The words of each introduction, part and loose line, named so that the two sides can be held together."""
    found: list[tuple[str, Words]] = []
    for name, side in sides(shape):
        found.append((f"{name}, introduction", _words(side["introduction"], repeats=repeats)))
        for part in labelled(side):
            found.append((f"{name}, {'+'.join(part['labels'])}", _words(part["blocks"], repeats=repeats)))
        for part in loose(side):
            found.append((f"{name}, loose", _words(part["blocks"], repeats=repeats)))
        for label, text in _footnotes(name, side, shape):
            found.append((f"{name}, footnote {label}", words_of([text])))
    return [(name, words) for name, words in found if words]


def _footnotes(name: str, side: Shape, shape: Shape) -> list[tuple[str, str]]:
    given = [(one["label"], one["text"]) for one in shape.get("footnotes", []) if one["side"] == name]
    read = [(one["label"], one["text"]) for one in all_blocks(side) if one["type"] == "footnote"]
    return given + read


def _score_texts(score: Score, case: Case, record: Shape) -> None:
    spoiled = case.hidden().get("spoiled", [])
    left = _units(record)
    true_units = zip(_units(case.truth, repeats=False), _units(case.truth), strict=True)
    for (name, fewest), (_, most) in true_units:
        near = [unit for unit in left if unit[0] == name]
        match = next((unit for unit in near if fewest <= mended(unit[1], most, spoiled) <= most), None)
        score.mark("texts", int(match is not None), 1)
        if match is not None:
            left.remove(match)
        else:
            read = near[0][1] if near else Counter()
            differs = f"lacks {_few(fewest - read)}; has too much {_few(read - most)}"
            score.differences.append(f"text of {name}: {differs}")


def _few(words: Words) -> str:
    listed = sorted(words.elements())
    return " ".join(listed[:12]) + (f" … ({len(listed)})" if len(listed) > 12 else "") or "nothing"


def texts_of_truth(truth: Shape) -> Words:
    """Every word that a perfect reader knows, a merged cell's once."""
    return _whole_text(truth, repeats=False)


def _whole_text(shape: Shape, *, repeats: bool) -> Words:
    found: Words = Counter()
    for name, side in sides(shape):
        found += _words(all_blocks(side), repeats=repeats)
        found += words_of(text for _, text in _footnotes(name, side, shape))
        found += words_of(one["title"] for one in side.get("attachments", []))
    return found


def _score_words(score: Score, case: Case, record: Shape) -> None:
    fewest, most = (_whole_text(case.truth, repeats=repeats) for repeats in (False, True))
    most += words_of(["BIJLAGE"] * len((case.truth["answer"] or {}).get("attachments", [])))
    read = mended(_whole_text(record, repeats=True), most, case.hidden().get("spoiled", []))
    aside = words_of(
        [note["message"] for note in record["notes"]] + [one["text"] for one in record.get("references", [])]
    )
    family = _family_words(case.truth)
    lost, invented = fewest - read, read - most
    lost -= family & aside
    score.right["lost"] += lost.total()
    score.right["invented"] += invented.total()
    score.total["words"] += fewest.total()
    for name, words in (("lost", lost), ("invented", invented)):
        if words:
            score.differences.append(f"words {name}: {_few(words)}")


def _family_words(truth: Shape) -> Words:
    return _words(truth["question"]["closing"]) if truth["family"] else Counter()
