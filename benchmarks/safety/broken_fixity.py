"""A verify that trusts SQLite's integrity_check, as many programs do: the negative control of the suite `fixity`."""

from __future__ import annotations

import contextlib

from archive.errors import CorpusError
from archive.store.corpus import Corpus
from benchmarks.safety.fixity_scene import Scene


def trusting_verify(scene: Scene) -> tuple[int, list[tuple[str, str]]]:
    """Asks SQLite whether all is well."""
    found = ["it cannot be opened"]
    with contextlib.suppress(CorpusError), Corpus.open(scene.corpus) as corpus:
        found = list(corpus.integrity())
    return (4 if found else 0), [("altered", str(scene.database)) for _ in found]
