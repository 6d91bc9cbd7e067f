"""How well the words of a language are joined and kept apart, ours beside other analyzers.

python -m benchmarks.languages nl dekamer2017.jsonl.gz [--wrong]              (needs PyStemmer and simplemma)
python -m benchmarks.languages en uk-written-questions.jsonl.gz [--wrong]

The tables are tests/search/dutch_pairs.csv and english_pairs.csv: words to be joined, words to be kept apart,
compounds with a part, and abbreviations with their long form. A part of each, drawn by a checksum of the pair, is
held out: the rules were not tuned on it. Recall: which share of what should be found is found. Precision: which
share of the pairs that an analyzer joins should be joined. What compounds and abbreviations mean is read from the
corpus that is named. Of words that one derives from another (isolate and isolation) the English table has only
those that mean something else; whether the others should be joined is a matter of taste.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import simplemma
import Stemmer
from whoosh.analysis import LanguageAnalyzer

from archive.model.record import Record
from archive.search.analysis import analyse
from archive.search.zones import passages
from archive.text.abbreviations import Definition, settled
from archive.text.languages import Language, language
from archive.text.tokens import words
from benchmarks import dekamer, relevance_uk

TABLES = Path(__file__).parent.parent / "tests" / "search"
Joins = Callable[[str, str], bool]


class Pair(NamedTuple):
    """One line of the table."""

    kind: str
    one: str
    other: str
    held_out: bool


class Peer(NamedTuple):
    """What is measured for a language: its table, its corpus, and the Snowball stemmers to stand beside ours."""

    table: str
    read: Callable[[Path], Iterable[Record]]
    stemmers: tuple[str, ...]


def _questions_of_the_commons(path: Path) -> Iterator[Record]:
    yield from relevance_uk.read_questions(path, sys.maxsize)


PEERS = {
    "nl": Peer("dutch_pairs.csv", dekamer.read_questions, ("dutch", "dutch_porter")),
    "en": Peer("english_pairs.csv", _questions_of_the_commons, ("english", "porter")),
}


def read_pairs(path: Path) -> list[Pair]:
    """The lines of the table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Pair(row["kind"], row["one"], row["other"], row["held_out"] == "yes")
            for row in csv.DictReader(lines)
        ]


def by_stem(stem: Callable[[str], str]) -> Joins:
    """Joins single words with the same stem."""
    return lambda one, other: " " not in one + other and stem(one.lower()) == stem(other.lower())


def ours(known: Language, records: Iterable[Record], others: Iterable[str]) -> Joins:
    """Joins what a query for the one word would find of the other, in a corpus that has the forms `others` too."""
    forms = set(others)
    defined: Counter[Definition] = Counter()
    for record in records:
        forms.update(analyse(record).occurrences)
        defined.update({found for _, text in passages(record) for found in known.definitions(text)})
    families = frozenset(map(known.family, forms))
    meanings = {(found.short, found.long) for found in settled(defined)}

    def found(form: str) -> set[str]:
        return {known.family(part) for part in (form, *known.compound_parts(form, forms, families))}

    def joins(one: str, other: str) -> bool:
        if " " in other or one.isupper():
            return (words(one)[0], "_".join(words(other))) in meanings
        first, second = words(one)[0], words(other)[0]
        return known.family(second) in found(first) or known.family(first) in found(second)

    return joins


def peers(code: str) -> dict[str, Joins]:
    """The other analyzers by name."""
    whoosh = LanguageAnalyzer(code)
    return {
        **{f"Snowball {name}": by_stem(Stemmer.Stemmer(name).stemWord) for name in PEERS[code].stemmers},
        "Whoosh's analyzer": by_stem(lambda word: " ".join(token.text for token in whoosh(word))),
        "simplemma": by_stem(lambda word: simplemma.lemmatize(word, lang=code).lower()),
    }


def shares(joins: Joins, pairs: Iterable[Pair]) -> list[float]:
    """Recall and precision of all, then of inflections alone."""
    found = [(pair.kind, joins(pair.one, pair.other)) for pair in pairs]
    wanted = [joined for kind, joined in found if kind != "apart"]
    inflected = [joined for kind, joined in found if kind == "joined"]
    wrong = sum(joined for kind, joined in found if kind == "apart")
    return [
        sum(wanted) / len(wanted),
        sum(wanted) / max(1, sum(wanted) + wrong),
        sum(inflected) / len(inflected),
        sum(inflected) / max(1, sum(inflected) + wrong),
    ]


def print_wrong(joins: Joins, pairs: Iterable[Pair], family: Callable[[str], str]) -> None:
    """What our analysis has wrong of the pairs that may be tuned on."""
    for pair in pairs:
        if not pair.held_out and joins(pair.one, pair.other) == (pair.kind == "apart"):
            print(pair.kind, pair.one, pair.other, family(words(pair.one)[0]), family(words(pair.other)[0]))


def main() -> None:
    """Prints the table; with --wrong what our analysis has wrong of the pairs that may be tuned on."""
    known, corpus = language(sys.argv[1]), Path(sys.argv[2])
    peer = PEERS[known.code]
    pairs = read_pairs(TABLES / peer.table)
    printed = {form for pair in pairs for text in (pair.one, pair.other) for form in words(text)}
    analyzers = {"ours": ours(known, peer.read(corpus), printed), **peers(known.code)}
    held_out = [pair for pair in pairs if pair.held_out]
    print(f"{len(pairs)} pairs, {len(held_out)} of them held out\n")
    columns = "recall | precision | recall, inflection | precision, inflection"
    for title, chosen in (("all", pairs), ("held out", held_out)):
        print(f"| {title} | {columns} |\n|---|---|---|---|---|")
        for name, joins in analyzers.items():
            print(f"| {name} | " + " | ".join(f"{share:.1%}" for share in shares(joins, chosen)) + " |")
        print()
    if "--wrong" in sys.argv:
        print_wrong(analyzers["ours"], pairs, known.family)


if __name__ == "__main__":
    main()
