"""Makes shards of records in a process of its own, so that its memory can be told.

python -m benchmarks.search_step RECORDS FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from archive.model.record import Record, decode_record
from archive.search.shards import write_shards


def read_records(path: Path) -> Iterator[Record]:
    """The records of a file of JSON lines."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            yield decode_record(line, f"{path}:{number}")


if __name__ == "__main__":
    write_shards(read_records(Path(sys.argv[1])), Path(sys.argv[2]))
