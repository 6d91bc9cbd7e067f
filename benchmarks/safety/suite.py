"""What a safety suite is: a promise, a run that tries to break it, and a broken variant that it must catch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

_NO_FIGURES: Mapping[str, str] = MappingProxyType({})


class Outcome(msgspec.Struct, frozen=True):
    """What trying to break a promise came to.

    tried: how many points, payloads, rounds or mutations were tried.
    broken: one line for each that broke the promise, with place and cause; empty when it was kept.
    figures: what else was measured, by name, as it is to be printed.
    absent: why nothing could be tried, where something that the suite needs is not installed or not there.
    """

    tried: int
    broken: tuple[str, ...]
    figures: Mapping[str, str] = _NO_FIGURES
    absent: str = ""


class Suite(msgspec.Struct, frozen=True):
    """A promise and how it is tried.

    name: of the suite on the command line, and its anchor in docs/promises.md.
    short, long: how many points the run in CI and the long run try.
    run: tries that many points in an empty folder of its own and says what became of them.
    variant: what is deliberately broken in the program that `control` tries.
    control: tries the broken variant in an empty folder, with as few points as show it; its outcome must name
        something broken, or the suite proves nothing.
    """

    name: str
    short: int
    long: int
    run: Callable[[int, Path], Outcome]
    variant: str
    control: Callable[[Path], Outcome]
