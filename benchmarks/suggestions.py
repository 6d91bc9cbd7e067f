"""Measures suggestions for misspelt words on the lexicon of 3,811 real questions (dekamer2017.jsonl.gz).

    python -m benchmarks.suggestions [--words 200] [--no-browser]

Misspelt words are made (benchmarks/slips.py) or taken from tests/search/misspellings.csv. Prints, beside hunspell with
hunspell-nl and plain Levenshtein over the whole lexicon (the more frequent first): how often the word that was meant
is the first suggestion, and among the first three; false alarms; milliseconds; and what the shards take and load.
Needs the shared material; hunspell (Debian: hunspell hunspell-nl) and Chromium where they are to be compared.
"""

from __future__ import annotations

import argparse
import csv
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from archive.search.analysis import FACETS, analyse
from archive.search.corrections import corrections
from archive.search.shard_files import ShardFolder
from archive.search.shard_suggestions import write_suggestions
from archive.search.suggestion_lists import WORD, word_lists
from archive.text.tokens import fold
from benchmarks.dekamer import NAME, read_questions
from benchmarks.slips import KINDS, slips
from benchmarks.suggestions_browser import ask_browser
from tests.conftest import ROOT, shared_folder

MISSPELLINGS = ROOT / "tests" / "search" / "misspellings.csv"
_DICTIONARY = Path("/usr/share/hunspell/nl.dic")
Pairs = Sequence[tuple[str, str]]
# Suggestions for each of some words, best first.
Method = Callable[[Sequence[str]], list[list[str]]]


def main() -> None:
    """Reads the lexicon, makes the slips, asks every method, and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=200, help="misspelt words of each kind")
    parser.add_argument("--no-browser", action="store_true")
    options = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        sys.exit("the shared material is absent; name its folder in VRAAGARCHIEF_SHARED")
    counts, values = read_counts(shared / "data" / NAME)
    sets = slip_sets(counts, options.words)
    methods: dict[str, Method] = {
        "ours": our_method(counts, values),
        "Levenshtein": plain_levenshtein(counts),
    }
    if shutil.which("hunspell"):
        methods["hunspell"] = hunspell
    print(f"{len(counts):,} forms, {sum(count > 1 for count in counts.values()):,} in several documents\n")
    print_success(sets, methods)
    print_false_alarms(counts, methods["ours"])
    print_shards(counts, values, sets, with_browser=not options.no_browser)


def read_counts(path: Path) -> tuple[dict[str, int], dict[str, list[tuple[str, int]]]]:
    """Documents of each form, and the values of each facet with theirs."""
    counts: Counter[str] = Counter()
    values: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for question in read_questions(path):
        document = analyse(question)
        counts.update(document.occurrences.keys())
        for facet, found in zip(FACETS, document.facets, strict=True):
            values[facet].update(found)
    return dict(counts), {facet: list(counter.items()) for facet, counter in values.items()}


def slip_sets(counts: dict[str, int], size: int) -> dict[str, Pairs]:
    """Pairs of what was written and what was meant, by the name of their set."""
    words = sorted(
        w for w, count in counts.items() if count > 1 and len(w) > 4 and w.isascii() and w.isalpha()
    )
    sets: dict[str, Pairs] = {kind: list(slips(kind, words, size, counts.__contains__)) for kind in KINDS}
    rows = list(csv.DictReader(MISSPELLINGS.read_text("utf-8").splitlines()))
    for half in ("tuning", "held out"):
        sets[f"by hand, {half}"] = [
            (row["misspelt"], row["meant"])
            for row in rows
            if row["half"] == half and counts.get(row["meant"], 0) > 1 and row["misspelt"] not in counts
        ]
    luck = random.Random("glued words")
    common = [word for word in words if counts[word] >= 20]
    glued = [(luck.choice(common), luck.choice(common)) for _ in range(size)]
    sets["blank left out"] = [(a + b, f"{a} {b}") for a, b in glued if a + b not in counts]
    return sets


def our_method(counts: dict[str, int], values: dict[str, list[tuple[str, int]]]) -> Method:
    lists = word_lists(sorted(counts.items()), values)

    def ask(words: Sequence[str]) -> list[list[str]]:
        found = (corrections(lists, word, lambda form: counts.get(form, 0)) for word in words)
        return [[correction.to for correction in several] for several in found]

    return ask


def plain_levenshtein(counts: dict[str, int]) -> Method:
    """The nearest of all words of several documents, the more frequent first among equals."""
    words = sorted((word for word, count in counts.items() if count > 1 and WORD.fullmatch(word)))

    def ask(asked: Sequence[str]) -> list[list[str]]:
        found: list[list[str]] = []
        for one in asked:
            distances = cdist([one], words, scorer=Levenshtein.distance)[0]
            best = sorted((int(far), -counts[word], word) for far, word in zip(distances, words, strict=True))
            found.append([word for _, _, word in best[:3]])
        return found

    return ask


def hunspell(words: Sequence[str]) -> list[list[str]]:
    """The first three of hunspell's suggestions, folded as ours are; none for a word that it takes for right."""
    asked = "".join(f"^{word}\n" for word in words)
    told = subprocess.run(
        ["hunspell", "-d", "nl", "-a"], input=asked, text=True, capture_output=True, check=True
    )
    answers = [line for line in told.stdout.splitlines()[1:] if line]
    found: list[list[str]] = []
    for line in answers:
        _, colon, listed = line.partition(": ")
        texts = listed.split(", ") if line.startswith("&") and colon else []
        found.append([" ".join(map(fold, text.split())) for text in texts[:3]])
    if len(found) != len(words):
        raise RuntimeError(f"hunspell gave {len(found)} answers to {len(words)} words")
    return found


def print_success(sets: dict[str, Pairs], methods: dict[str, Method]) -> None:
    """Per set and method: the share of words right at once, among three, and ms a word."""
    print("| misspelt words | number | " + " | ".join(f"{name}: at 1, at 3, ms" for name in methods) + " |")
    print("|---|---|" + "---|" * len(methods))
    made: Pairs = [pair for kind in KINDS for pair in sets[kind]]
    for name, pairs in [*sets.items(), ("all that were made", made)]:
        cells = [_success(pairs, method) for method in methods.values()]
        print(f"| {name} | {len(pairs)} | " + " | ".join(cells) + " |")
    print()


def _success(pairs: Pairs, method: Method) -> str:
    started = time.perf_counter()
    answers = method([misspelt for misspelt, _ in pairs])
    each = (time.perf_counter() - started) * 1000 / len(pairs)
    first = sum(found[:1] == [meant] for found, (_, meant) in zip(answers, pairs, strict=True))
    three = sum(meant in found[:3] for found, (_, meant) in zip(answers, pairs, strict=True))
    return f"{_share(first, len(pairs))}, {_share(three, len(pairs))}, {each:.0f}"


def print_false_alarms(counts: dict[str, int], ours: Method) -> None:
    """How often a word that is right gets a suggestion."""
    luck = random.Random("false alarms")
    several = [word for word, count in counts.items() if count > 1 and WORD.fullmatch(word)]
    right = _right([word for word, count in counts.items() if count == 1 and word.isalpha()])
    absent = [word for word in _dictionary() if word not in counts]
    print("| words that are right | asked | a suggestion for |")
    print("|---|---|---|")
    for name, words in (
        ("in several documents of the corpus", several),
        ("in one document, and known to hunspell", right),
        ("in no document, and in hunspell's list", absent),
    ):
        asked = luck.sample(sorted(words), min(1500, len(words)))
        if asked:
            print(f"| {name} | {len(asked)} | {_share(sum(map(bool, ours(asked))), len(asked))} |")
    print()


def _right(words: Iterable[str]) -> list[str]:
    listed = list(words)
    if not shutil.which("hunspell"):
        return []
    told = subprocess.run(
        ["hunspell", "-d", "nl", "-l"], input="\n".join(listed), text=True, capture_output=True, check=True
    )
    wrong = set(told.stdout.split())
    return [word for word in listed if word not in wrong]


def _dictionary() -> list[str]:
    if not _DICTIONARY.exists():
        return []
    lines = _DICTIONARY.read_text("utf-8").splitlines()[1:]
    return [
        word
        for line in lines
        if (word := line.partition("/")[0].strip()).isascii() and word.islower() and len(word) > 4
    ]


def print_shards(
    counts: dict[str, int],
    values: dict[str, list[tuple[str, int]]],
    sets: dict[str, Pairs],
    *,
    with_browser: bool,
) -> None:
    """What the shards take on disk and, asked by a browser from disk, what a cold question loads."""
    with tempfile.TemporaryDirectory(prefix="suggestions-") as name:
        folder = Path(name)
        shards = ShardFolder(folder / "search")
        started = time.process_time()
        root = write_suggestions(shards, sorted(counts.items()), values)
        print(f"Shards written in {time.process_time() - started:.1f} CPU s:\n")
        print("| shards | files | KB | largest KB |")
        print("|---|---|---|---|")
        for letter, what in (("s", "corrections"), ("w", "completions")):
            sizes = [path.stat().st_size for path in (folder / "search").glob(f"{letter}*.js")]
            print(f"| {what} | {len(sizes)} | {sum(sizes) / 1000:.0f} | {max(sizes) / 1000:.1f} |")
        if with_browser:
            words = [misspelt for pairs in sets.values() for misspelt, _ in pairs[:10]]
            typed = [meant[:length] for pairs in sets.values() for _, meant in pairs[:6] for length in (2, 4)]
            ask_browser(folder, shards, root, words, typed)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / max(whole, 1):.1f} %"


if __name__ == "__main__":
    main()
