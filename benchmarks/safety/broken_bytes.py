"""Programs whose sites depend on more than their documents: on the order of a set, on the clock and where it hangs."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, Literal
from unittest.mock import patch

from markupsafe import Markup


@contextlib.contextmanager
def broken(fault: Literal["", "hashes", "clock"]) -> Iterator[None]:
    """While the block runs, the program has a fault; none for ""."""
    with contextlib.ExitStack() as patches:
        if fault == "hashes":
            patches.enter_context(patch("archive.render.templates.json_for_script", _in_the_order_of_a_set))
        if fault == "clock":
            patches.enter_context(patch("archive.store.writer.stamp", _local_time))
            # Folders tell their files in any order.
            patches.enter_context(patch("archive.store.manifest.sorted", list, create=True))
        yield


def _in_the_order_of_a_set(value: dict[str, Any]) -> Markup:
    return Markup(json.dumps({name: value[name] for name in set(value)}).replace("<", "\\u003c"))


def _local_time(moment: dt.datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%dT%H:%M:%SZ")
