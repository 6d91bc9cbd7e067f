"""Ctrl-C: the first one asks the run to stop after the current document, the second stops it at once."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

from archive.cli.output import remark


@contextlib.contextmanager
def polite_stop() -> Iterator[Callable[[], bool]]:
    """While the block runs: a question whether Ctrl-C was pressed."""
    asked = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        remark("stopping after this document; press Ctrl-C again to stop at once")

    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)
