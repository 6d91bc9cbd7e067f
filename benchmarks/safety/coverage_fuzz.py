"""Searches, led by what code was reached, for text and markup on which reading breaks down or takes too long.

    python -m benchmarks.safety.coverage_fuzz [--seconds N] [--folder FOLDER]

Needs atheris (benchmarks/requirements.txt), which grows its inputs from the seeds by what of the reading code each
reaches. An input is kept as a find where anything but a refusal comes out, or where it takes longer than three
seconds; one for each place of the code. The first byte chooses what reads the rest: the whole way of a text, HTML,
CSV or JSON, or the repair of lines. Exit code 1 when there were finds.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["archive.text", "archive.parse", "archive.extract"]):
    from archive.extract.csv_table import CsvFormat
    from archive.extract.decoding import decode_text
    from archive.extract.html import HtmlFormat
    from archive.extract.jsonl import JsonLinesFormat
    from archive.extract.open_data import OpenDataFormat
    from archive.extract.text import TextFormat, split_lines
    from archive.parse import parse_document
    from archive.text.repair import repair_lines

from archive.errors import Refusal
from archive.extract.formats import Format
from archive.model.document import Document, Source
from archive.model.question import SourceFacts
from archive.model.record import encode_record
from benchmarks.safety.fuzz_seeds import WORDS, seeds_of_text

MOST_SECONDS = 3.0
FACTS = SourceFacts("a.txt", "00" * 32, "", 3, None)
_FORMATS: tuple[Format, ...] = (
    TextFormat(),
    HtmlFormat(),
    CsvFormat(),
    JsonLinesFormat(),
    OpenDataFormat(),
)


def read_one(content: bytes) -> None:
    """Reads what stands behind the first byte as that byte says. Raises only what is a find."""
    if not content:
        return
    choice, rest = content[0] % (len(_FORMATS) + 1), content[1:]
    if choice == len(_FORMATS):
        if decoded := decode_text(rest):
            repair_lines(split_lines(decoded.text))
        return
    try:
        for found in _FORMATS[choice].read(Source("a.txt", rest)):
            encode_record(parse_document(found, FACTS) if isinstance(found, Document) else found)
    except Refusal:
        return


class Finder:
    """Runs a reader on inputs and keeps those on which it breaks down, one for each place of the code."""

    def __init__(self, read: Callable[[bytes], None], folder: Path) -> None:
        self._read = read
        self._folder = folder
        self.places: dict[str, Path] = {}
        self.tried = 0

    def __call__(self, content: bytes) -> None:
        self.tried += 1
        began = time.process_time()
        try:
            self._read(content)
        except Exception as error:  # noqa: BLE001 - every error is a find
            last = traceback.extract_tb(error.__traceback__)[-1]
            self._keep(f"{type(error).__name__} at {last.filename}:{last.lineno}", content)
        taken = time.process_time() - began
        if taken > MOST_SECONDS:
            self._keep(f"slow by reader {content[:1].hex()}", content)

    def _keep(self, place: str, content: bytes) -> None:
        if place in self.places:
            return
        path = self._folder / f"find-{hashlib.sha256(content).hexdigest()[:16]}"
        path.write_bytes(content)
        self.places[place] = path
        print(f"find: {place}: {path}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Searches for the time given and tells how much was tried and found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=3600, help="how long (default: an hour)")
    parser.add_argument("--folder", type=Path, help="where inputs and finds are kept, to go on from there")
    options = parser.parse_args(arguments)
    folder = options.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))
    grown = folder / "grown"
    grown.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds_of_text()):
        for choice in range(len(_FORMATS) + 1):
            (grown / f"seed-{number:04}-{choice}").write_bytes(bytes([choice]) + seed)
    words = folder / "words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS), "ascii")
    finder = Finder(read_one, folder)
    limits = [f"-max_total_time={options.seconds}", "-timeout=120", "-rss_limit_mb=3000", "-max_len=16384"]
    # The search ends the program from within, so that what was tried is told on the way.
    atheris.Setup(
        [
            sys.argv[0],
            *limits,
            f"-dict={words}",
            f"-artifact_prefix={folder}/",
            "-print_final_stats=1",
            str(grown),
        ],
        finder,
    )
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8"))


if __name__ == "__main__":
    main()
