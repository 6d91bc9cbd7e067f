"""The time between two requests to one host."""

from __future__ import annotations

import time
from collections.abc import Callable

_SLICE = 0.2


class StoppedWaiting(Exception):
    """The run was asked to stop while it waited for a server."""


class Pace:
    """Keeps requests to one host apart.

    stopped: asked while waiting, however long that is. clock and sleep are those of the system, but for tests.
    """

    def __init__(
        self,
        stopped: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._stopped = stopped
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def wait_for(self, host: str, seconds: float) -> None:
        """Returns once `seconds` have passed since this was last asked for the host. Raises StoppedWaiting."""
        last = self._last.get(host)
        if last is not None:
            self.pause(last + seconds - self._clock())
        self._last[host] = self._clock()

    def pause(self, seconds: float) -> None:
        """Waits. Raises StoppedWaiting."""
        end = self._clock() + seconds
        while (left := end - self._clock()) > 0:
            if self._stopped():
                raise StoppedWaiting
            self._sleep(min(left, _SLICE))
