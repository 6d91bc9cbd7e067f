"""Real documents for tests of search: the project's own, and further ones where the shared folder is there."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from pathlib import Path

from archive.ingest.reading import read_and_parse
from archive.model.document import Source
from archive.model.question import SourceFacts
from archive.model.record import Record
from benchmarks.dekamer import NAME, read_questions
from tests.conftest import ROOT


def own_records() -> list[Record]:
    """The records of the seeds, and of the documents of the gold set as they were written (DOCX)."""
    gold = sorted((ROOT / "tests" / "gold" / "documents").glob("*/document.docx"))
    return _distinct(_read([*sorted((ROOT / "seeds").glob("*.txt")), *gold]))


def shared_records(folder: Path, questions: int) -> list[Record]:
    """Those of the Flemish Parliament in the shared folder, and so many spread over those of the Belgian Chamber."""
    flemish = _read(sorted((folder / "data" / "flemish").iterdir()))
    chamber = list(read_questions(folder / "data" / NAME))
    spread = itertools.islice(chamber, 0, None, max(1, len(chamber) // questions))
    return _distinct(itertools.chain(flemish, itertools.islice(spread, questions)))


def _read(paths: list[Path]) -> Iterator[Record]:
    for path in paths:
        content = path.read_bytes()
        facts = SourceFacts(path.name, hashlib.sha256(content).hexdigest(), "text/plain", len(content))
        yield from read_and_parse(Source(path.name, content), facts).records


def _distinct(records: Iterator[Record]) -> list[Record]:
    """One record of each id: the last, as a corpus would keep it."""
    return list({record.id: record for record in records}.values())
