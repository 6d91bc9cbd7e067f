"""Reads one long text in a process of its own and prints what that cost: see parse_time.py.

python -m benchmarks.parse_step NAME BYTES [SECONDS]

SECONDS is the most processor time that it may take: beyond it the system ends the process.
"""

from __future__ import annotations

import hashlib
import resource
import sys
import time

import msgspec

from archive.errors import Refusal
from archive.extract import read_source
from archive.model.document import Document, Source
from archive.model.question import SourceFacts
from archive.parse import parse_document
from benchmarks.long_texts import MAKERS


class ReadingCost(msgspec.Struct, frozen=True):
    """Processor seconds for bytes to lines and for lines to the record, memory beyond the text (bytes), outcome."""

    length: int
    extract_seconds: float
    parse_seconds: float
    grown_bytes: int
    outcome: str


def read_once(name: str, length: int) -> ReadingCost:
    """Makes the text, reads it and tells what it cost."""
    content = MAKERS[name](length).encode()
    facts = SourceFacts("lang.txt", hashlib.sha256(content).hexdigest(), "text/plain", len(content))
    before = _peak()
    started = time.process_time()
    extracted = started
    try:
        (document,) = read_source(Source("lang.txt", content))
        extracted = time.process_time()
        outcome = (
            type(parse_document(document, facts)).__name__ if isinstance(document, Document) else "record"
        )
    except Refusal as refusal:
        outcome = f"refused: {refusal.code}"
    ended = time.process_time()
    return ReadingCost(len(content), extracted - started, ended - extracted, _peak() - before, outcome)


def _peak() -> int:
    kibibyte = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * kibibyte


def main() -> None:
    """Prints the cost as JSON."""
    name, length, *most_seconds = sys.argv[1:]
    for seconds in map(int, most_seconds):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    read_once("ordinary text", 2_000)
    sys.stdout.buffer.write(msgspec.json.encode(read_once(name, int(length))))


if __name__ == "__main__":
    main()
