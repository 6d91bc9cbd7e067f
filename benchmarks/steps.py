"""One step of the main job in a process of its own, so that its memory can be told: see whole_way.py.

python -m benchmarks.steps ingest CORPUS PATH | index CORPUS | shards CORPUS FOLDER | build CORPUS FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from archive.build import build_site
from archive.config import Settings
from archive.ingest import ingest_paths
from archive.search.index import update_index
from archive.search.shards import write_shards
from archive.store.corpus import Corpus


def main() -> None:
    """Runs the step that the command line names."""
    step, folder, *rest = sys.argv[1:]
    with Corpus.open(Path(folder), create=step == "ingest") as corpus:
        if step == "ingest":
            ingest_paths(corpus, rest)
        elif step == "index":
            update_index(corpus)
        elif step == "shards":
            write_shards(corpus.records(), Path(rest[0]))
        else:
            build_site(corpus, Settings(), Path(rest[0]))


if __name__ == "__main__":
    main()
