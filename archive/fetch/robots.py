"""What a host lets programs fetch (RFC 9309)."""

from __future__ import annotations

from protego import Protego

from archive.fetch.manners import AGENT

LONGEST = 512 << 10
# Longer ones would keep a run from ever ending.
_LONGEST_DELAY = 60.0


class Robots:
    """The rules in a robots.txt. All of it is allowed where there is none."""

    def __init__(self, content: bytes = b"") -> None:
        self._rules = Protego.parse(content[:LONGEST].decode("utf-8", "replace"))

    def allows(self, address: str) -> bool:
        """Whether we may fetch an address."""
        return bool(self._rules.can_fetch(address, AGENT))

    def delay(self) -> float:
        """The seconds between two requests that the host asks for, at most a minute; 0.0 where it does not."""
        return min(float(self._rules.crawl_delay(AGENT) or 0.0), _LONGEST_DELAY)
