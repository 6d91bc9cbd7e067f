"""A broken variant: nobody waits for the lock of the corpus, nor holds it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from archive.store import corpus


@contextlib.contextmanager
def _no_lock(folder: Path, command: str, **wishes: object) -> Iterator[None]:
    yield


def leave_the_lock_out() -> None:
    """Breaks the program of this process for good."""
    patch.object(corpus, "held_lock", _no_lock).start()
