"""Compares readers of PDF on the same documents in one run: words, table cells, time and memory.

    python -m benchmarks.pdf_readers [--rounds N] [--only READER]

Reads the gold set, and from the shared material (../shared or VRAAGARCHIEF_SHARED) the typeset seeds and one real
document. The peers stand in benchmarks/requirements.txt; pdftotext comes with poppler-utils. Prints Markdown tables
for benchmarks/RESULTS.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import statistics
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.measure import run_step
from benchmarks.pdf_peers import OURS, PLAIN, READERS, Reading
from benchmarks.pdf_step import StepResult
from benchmarks.pdf_truth import Truth, truths, words_in_order
from tests.conftest import shared_folder
from tests.gold.cases import Case
from tests.gold.score import Score
from tests.gold.table_score import score_tables

MEGABYTE = 1_000_000
BAR = 1.5
NEEDS = {"pdfplumber": "pdfplumber", "pypdfium2": "pypdfium2"}


class Run(msgspec.Struct):
    """What a reader read, and what each round cost: seconds by the clock and of the processor, bytes at most."""

    readings: dict[str, Reading]
    seconds: list[float]
    cpu_seconds: list[float]
    peak_bytes: int


def main() -> None:
    """Runs every reader in turn, as often as there are rounds, and prints what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each reader reads all documents")
    parser.add_argument("--only", action="append", choices=READERS, help="only this reader; may be repeated")
    options = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        print("../shared is absent: the typeset seeds and the real document are not read\n")
    documents = list(truths(shared))
    runs = run_readers(
        [name for name in options.only or READERS if is_at_hand(name)], documents, options.rounds
    )
    print_words(runs, documents)
    print_cells(runs, documents)
    print_costs(runs)


def is_at_hand(name: str) -> bool:
    """Whether a reader is installed; says so where it is not."""
    module = NEEDS.get(name.partition(",")[0])
    if module and importlib.util.find_spec(module) is None:
        print(f"{name} is not installed and was not run: pip install -r benchmarks/requirements.txt\n")
        return False
    if name.startswith("pdftotext") and shutil.which("pdftotext") is None:
        print(f"{name} is not installed and was not run: apt-get install -y poppler-utils\n")
        return False
    return True


def run_readers(names: Sequence[str], documents: Sequence[Truth], rounds: int) -> dict[str, Run]:
    """The readers take turns, so that what else the machine does falls on all of them."""
    paths = [str(one.path) for one in documents]
    runs: dict[str, Run] = {}
    with tempfile.TemporaryDirectory() as folder:
        output, log = Path(folder) / "result.json", Path(folder) / "step.log"
        for _ in range(rounds):
            for name in names:
                cost = run_step([sys.executable, "-m", "benchmarks.pdf_step", name, output, *paths], log)
                result = msgspec.json.decode(output.read_bytes(), type=StepResult)
                run = runs.setdefault(name, Run(result.readings, [], [], 0))
                run.seconds.append(result.seconds)
                run.cpu_seconds.append(result.cpu_seconds)
                run.peak_bytes = max(run.peak_bytes, cost.peak_bytes)
    return runs


def print_words(runs: dict[str, Run], documents: Sequence[Truth]) -> None:
    """Words of the body: in order, lost, and beside the text: page heads, and pieces of broken words."""
    told = [one for one in documents if one.words is not None]
    print(f"{sum(len(one.words or ()) for one in told)} words of {len(told)} documents\n")
    print("| reader | words in order | lost | beside the text |\n|---|---|---|---|")
    for name, run in runs.items():
        in_order = lost = strange = total = 0
        for one in told:
            true, read = one.words or [], words_in_order([run.readings[str(one.path)].text])
            total += len(true)
            in_order += longest_common(true, read)
            lost += (Counter(true) - Counter(read)).total()
            strange += sum(1 for word in read if word not in one.known and not is_label(word))
        print(f"| {name} | {shown_share(in_order, total)} | {lost} | {strange} |")


def is_label(word: str) -> bool:
    """Whether a word may be the number or mark of a part, which the truth of a body does not repeat."""
    return len(word) == 1 or (word.isdigit() and len(word) < 3)


def longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence, a row at a time in the bits of a number (after Hyyrö, 2004)."""
    places: defaultdict[str, int] = defaultdict(int)
    for place, word in enumerate(one):
        places[word] |= 1 << place
    mask = (1 << len(one)) - 1
    row = mask
    for word in other:
        hits = row & places[word] if word in places else 0
        row = ((row + hits) | (row - hits)) & mask
    return len(one) - row.bit_count()


def print_cells(runs: dict[str, Run], documents: Sequence[Truth]) -> None:
    """Cells that stand exactly in their place, by the rules around them; and cells of tables that are none."""
    groups = list(dict.fromkeys(one.group for one in documents if one.tables))
    readers = {name: run for name, run in runs.items() if has_tables(run)}
    print("\n| cells exact | cells | " + " | ".join(readers) + " |\n|---|---|" + "---|" * len(readers))
    surplus: Counter[str] = Counter()
    for group in groups:
        inside = [one for one in documents if one.group == group]
        size = sum(len(row) for one in inside for table in one.tables for row in table["rows"])
        cells = []
        for name, run in readers.items():
            score = Score()
            for one in inside:
                score.add(cell_score(one, run.readings[str(one.path)]))
            surplus[name] += score.total["cells"] - size
            cells.append(shown_share(score.right["cells"], size))
        print(f"| {group} | {size} | " + " | ".join(cells) + " |")
    without = [one for one in documents if not one.tables]
    for name, run in readers.items():
        surplus[name] += sum(cell_score(one, run.readings[str(one.path)]).total["cells"] for one in without)
    print("| cells too many | | " + " | ".join(str(surplus[name]) for name in readers) + " |")
    silent = [name for name in runs if name not in readers]
    if silent:
        print(f"\nGive no tables: {'; '.join(silent)}.")


def has_tables(run: Run) -> bool:
    return any(reading.tables is not None for reading in run.readings.values())


def cell_score(one: Truth, reading: Reading) -> Score:
    blocks = [
        {"type": "table", "caption": None, "header": [], "rows": rows}
        for rows in reading.tables or ()
        if rows
    ]
    record = {"question": {"introduction": blocks, "parts": [], "closing": []}, "answer": None, "notes": []}
    score = Score()
    score_tables(
        score, Case(one.path.stem, one.group, one.path, {"tables": one.tables}, False, False), record
    )
    return score


def print_costs(runs: dict[str, Run]) -> None:
    """Time and memory; pages are those of all documents, seconds the median of the rounds."""
    pages = count_pages(next(iter(runs.values())))
    print(f"\n{pages} pages, median of {len(next(iter(runs.values())).seconds)} rounds\n")
    print(
        "| reader | pages/s | CPU seconds | times plain pdfminer.six | peak memory MB |\n|---|---|---|---|---|"
    )
    plain = statistics.median(runs[PLAIN].cpu_seconds) if PLAIN in runs else None
    for name, run in runs.items():
        cpu = statistics.median(run.cpu_seconds)
        ratio = f"{cpu / plain:.2f}" if plain else "–"
        print(
            f"| {name} | {pages / statistics.median(run.seconds):.0f} | {cpu:.2f} | {ratio} "
            f"| {run.peak_bytes / MEGABYTE:.0f} |"
        )
    if plain and OURS in runs:
        times = statistics.median(runs[OURS].cpu_seconds) / plain
        verdict = "within" if times <= BAR else "beyond"
        print(
            f"\nOurs takes {times:.2f} times the processor time of plain pdfminer.six: {verdict} the bar of {BAR}."
        )


def count_pages(run: Run) -> int:
    from pdfminer.pdfpage import PDFPage  # noqa: PLC0415

    count = 0
    for path in run.readings:
        with Path(path).open("rb") as content:
            count += sum(1 for _ in PDFPage.get_pages(content))
    return count


def shown_share(right: int, total: int) -> str:
    """A share in per cent; "100.0%" means that nothing was wrong."""
    share = 100 * right / total if total else 0.0
    return f"{min(share, 99.9) if right < total and share > 99.9 else share:.1f}%"


if __name__ == "__main__":
    main()
