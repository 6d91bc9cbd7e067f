"""One step of benchmarks/links.py in a process of its own: python -m benchmarks.links_step STEP RECORDS FOLDER.

read: reads the records alone, which the other steps do too. links: all links, and what is near each record. shards:
the shards of the search.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from archive.links import link_records
from archive.model.record import Record, decode_record
from archive.search.shards import write_shards


def records(path: Path) -> Iterator[Record]:
    """The records of JSON lines."""
    with path.open("rb") as lines:
        for line in lines:
            yield decode_record(line, str(path))


def main() -> None:
    """Runs the step that the command line names."""
    step, path, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if step == "read":
        for _ in records(path):
            pass
    elif step == "links":
        links = link_records(records(path))
        for card in links.cards:
            links.between.near(card.id)
    else:
        write_shards(sorted(records(path), key=lambda record: record.id), folder / "shards")


if __name__ == "__main__":
    main()
