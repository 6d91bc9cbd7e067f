"""A server and a client that does not wait."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from archive.fetch.client import WebClient
from archive.fetch.manners import Manners
from archive.fetch.pace import Pace
from tests.fetch.server import Server, running_server


@pytest.fixture
def server() -> Iterator[Server]:
    with running_server() as known:
        yield known


class Clock:
    """A time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(clock: Clock) -> Iterator[WebClient]:
    with WebClient(Manners(silence=2.0), Pace(clock=clock, sleep=clock.sleep)) as made:
        yield made
