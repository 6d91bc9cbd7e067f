"""How well Dutch words are joined and kept apart, ours beside four other analyzers.

python -m benchmarks.dutch dekamer2017.jsonl.gz [--wrong]     (needs PyStemmer and simplemma)

The table is tests/search/dutch_pairs.csv: words to be joined, words to be kept apart, compounds with a part, and
abbreviations with their long form. Half of it, drawn by a checksum of the pair, is held out: the rules were not
tuned on it. Recall: which share of what should be found is found. Precision: which share of the pairs that an
analyzer joins should be joined. What compounds and abbreviations mean is read from the corpus that is named.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import simplemma
import Stemmer
from whoosh.analysis import LanguageAnalyzer

from archive.search.lexicon import Lexicon
from archive.text.dutch import family
from archive.text.tokens import words
from benchmarks.dekamer import read_questions
from benchmarks.dutch_corpus import read_lexicon

TABLE = Path(__file__).parent.parent / "tests" / "search" / "dutch_pairs.csv"
Joins = Callable[[str, str], bool]


class Pair(NamedTuple):
    """One line of the table."""

    kind: str
    one: str
    other: str
    held_out: bool


def read_pairs(path: Path = TABLE) -> list[Pair]:
    """The lines of the table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Pair(row["kind"], row["one"], row["other"], row["held_out"] == "yes")
            for row in csv.DictReader(lines)
        ]


def by_stem(stem: Callable[[str], str]) -> Joins:
    """Joins single words with the same stem."""
    return lambda one, other: " " not in one + other and stem(one.lower()) == stem(other.lower())


def ours(lexicon: Lexicon) -> Joins:
    """Joins what a query for the one word would find of the other."""

    def found(form: str) -> set[str]:
        return {family(form), *lexicon.parts(form)}

    def joins(one: str, other: str) -> bool:
        if " " in other or one.isupper():
            return "_".join(words(other)) in lexicon.parts(words(one)[0])
        first, second = words(one)[0], words(other)[0]
        return family(second) in found(first) or family(first) in found(second)

    return joins


def peers() -> dict[str, Joins]:
    """The other analyzers by name."""
    whoosh = LanguageAnalyzer("nl")
    return {
        "Snowball dutch": by_stem(Stemmer.Stemmer("dutch").stemWord),
        "Snowball dutch_porter": by_stem(Stemmer.Stemmer("dutch_porter").stemWord),
        "Whoosh Dutch analyzer": by_stem(lambda word: " ".join(token.text for token in whoosh(word))),
        "simplemma": by_stem(lambda word: simplemma.lemmatize(word, lang="nl")),
    }


def shares(joins: Joins, pairs: Iterable[Pair]) -> list[float]:
    """Recall, precision, and recall of inflections alone."""
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


def main() -> None:
    """Prints the table; with --wrong what our analysis has wrong in the half that may be tuned on."""
    pairs = read_pairs()
    printed = {form for pair in pairs for text in (pair.one, pair.other) for form in words(text)}
    lexicon = read_lexicon(read_questions(Path(sys.argv[1])), printed)
    analyzers = {"ours": ours(lexicon), **peers()}
    held_out = [pair for pair in pairs if pair.held_out]
    print(f"{len(pairs)} pairs, {len(held_out)} of them held out\n")
    columns = "recall | precision | recall, inflection | precision, inflection"
    for title, chosen in (("all", pairs), ("held out", held_out)):
        print(f"| {title} | {columns} |\n|---|---|---|---|---|")
        for name, joins in analyzers.items():
            print(f"| {name} | " + " | ".join(f"{share:.1%}" for share in shares(joins, chosen)) + " |")
        print()
    if "--wrong" in sys.argv:
        for pair in pairs:
            if not pair.held_out and analyzers["ours"](pair.one, pair.other) == (pair.kind == "apart"):
                print(
                    pair.kind, pair.one, pair.other, family(words(pair.one)[0]), family(words(pair.other)[0])
                )


if __name__ == "__main__":
    main()
