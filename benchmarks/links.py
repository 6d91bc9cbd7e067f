"""How right and how dear the links between questions are.

    python -m benchmarks.links

Precision: what each of three finds near the same questions of the Belgian Chamber (2017) is held against the pairs that
were judged by hand (tests/links/judged_pairs.csv). The three are given the same 3,365 questions: of a family that was
put to several ministers the first alone, since our pages show the others apart. Cost: one step in a process of its own,
at the size of that corpus and with made questions of about 1,000 words, beside that of the shards of the search.
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from archive.links import link_records
from archive.model.question import WrittenQuestion
from benchmarks.dekamer import NAME, read_questions
from benchmarks.links_peers import TfIdfPeer, WhooshPeer
from benchmarks.made_corpus import write_corpus
from benchmarks.measure import Cost, run_step
from tests.conftest import shared_folder

JUDGED = Path(__file__).parent.parent / "tests" / "links" / "judged_pairs.csv"
SIZES = (10_000,)
SHOWN = 5

Near = Callable[[str, int], list[str]]
Judgements = dict[tuple[str, str], tuple[str, str]]


def read_judged() -> Judgements:
    """By the numbers of the two questions: the judgement, and the sample that the pair belongs to."""
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        return {
            (row["question"], row["other"]): (row["judgement"], row["sample"])
            for row in csv.DictReader(lines)
        }


def first_of_families(questions: Sequence[WrittenQuestion]) -> list[WrittenQuestion]:
    """The questions without the later members of their families."""
    between = link_records(questions).between
    return [
        one for one in questions if (found := between.family(one.id)) is None or found.members[0] == one.id
    ]


def print_families(questions: Sequence[WrittenQuestion]) -> None:
    """How many of the questions with the text of another stand in a family, and where the others do."""
    between = link_records(questions).between
    groups: dict[str, list[str]] = {}
    for question in questions:
        words = " ".join(getattr(block, "text", "") for block in question.question.introduction)
        groups.setdefault(" ".join(words.casefold().split()), []).append(question.id)
    same = [group for group in groups.values() if len(group) > 1]
    families = between.families()
    joined = linked = 0
    for group in same:
        for other in group[1:]:
            family = between.family(other)
            if family and set(family.members) & (set(group) - {other}):
                joined += 1
            else:
                near = {one.id for one in between.near(other)}
                linked += bool(near & set(group))
    repeated = sum(len(group) - 1 for group in same)
    print(
        f"{repeated} texts repeat another, in {len(same)} groups. {len(families)} families with"
        f" {sum(len(family.members) for family in families)} questions hold {joined} of them; {linked} more, asked"
        f" by another, of the same minister or months later, are listed as asked again; {repeated - joined - linked}"
        " are missed.\n"
    )


def print_precision(questions: Sequence[WrittenQuestion], folder: Path) -> None:
    """The table of the judged pairs."""
    kept = first_of_families(questions)
    judged = read_judged()
    sources = {question: sample for (question, _), (_, sample) in judged.items()}
    ids = {str(question.number): question.id for question in kept}
    print(
        "| | sample | precision at 1 | precision at 5 | found, of those known | given | not judged | seconds for all |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name, make in _finders(kept, folder):
        started = time.process_time()
        near = make()
        for question in kept:
            near(question.id, SHOWN)
        seconds = time.process_time() - started
        for sample in ("first", "second"):
            chosen = [source for source, part in sources.items() if part == sample]
            lists = {
                source: [one.rpartition("/")[2] for one in near(ids[source], SHOWN)] for source in chosen
            }
            print(f"| {name} | {sample} | {_figures(lists, judged)} | {seconds:.1f} |")


def _finders(kept: Sequence[WrittenQuestion], folder: Path) -> list[tuple[str, Callable[[], Near]]]:
    def ours() -> Near:
        between = link_records(kept).between
        return lambda id_, limit: [one.id for one in between.near(id_, limit)]

    return [
        ("ours", ours),
        (TfIdfPeer.name, lambda: TfIdfPeer(kept).near),
        (WhooshPeer.name, lambda: WhooshPeer(kept, folder).near),
    ]


def _figures(lists: dict[str, list[str]], judged: Judgements) -> str:
    def verdict(source: str, other: str) -> bool | None:
        found = judged.get((source, other))
        return None if found is None else found[0] != "unrelated"

    verdicts = {source: [verdict(source, other) for other in some] for source, some in lists.items()}
    given = [one for some in verdicts.values() for one in some]
    known = sum(word != "unrelated" and source in lists for (source, _), (word, _) in judged.items())
    firsts = [some[0] for some in verdicts.values() if some]
    right = sum(one is True for one in given)
    return (
        f"{sum(one is True for one in firsts) / len(firsts):.0%} | {right / len(given):.0%} |"
        f" {right} of {known} | {len(given)} | {given.count(None)}"
    )


def _step(name: str, records: Path, folder: Path) -> Cost:
    return run_step([sys.executable, "-m", "benchmarks.links_step", name, records, folder], folder / "log")


def print_cost(folder: Path) -> None:
    """What links and shards cost for made questions."""
    print("| documents | step | seconds | CPU s | ms CPU a document | MB |\n|---|---|---|---|---|---|")
    for size in SIZES:
        made = folder / str(size)
        write_corpus(size, made, pages=False)
        for name in ("read", "links", "shards"):
            cost = _step(name, made / "records.jsonl", folder)
            print(
                f"| {size} | {name} | {cost.seconds:.1f} | {cost.cpu_seconds:.1f} |"
                f" {1000 * cost.cpu_seconds / size:.2f} | {cost.peak_bytes / 1e6:.0f} |"
            )
    print()


def main() -> None:
    """Prints the tables. A number as argument is the size of the made corpus; 0 leaves it out."""
    global SIZES  # noqa: PLW0603 - a script's own setting
    SIZES = tuple(int(size) for size in sys.argv[1:] if int(size)) if len(sys.argv) > 1 else SIZES
    shared = shared_folder()
    with tempfile.TemporaryDirectory() as name:
        # First, because the memory of a step is at least that of the process that starts it.
        print_cost(Path(name))
        if shared is None:
            print("The shared material is absent: no families and no precision.")
            return
        questions = list(read_questions(shared / "data" / NAME))
        print_families(questions)
        print_precision(questions, Path(name))


if __name__ == "__main__":
    main()
