"""How a server is treated."""

from __future__ import annotations

import msgspec

from archive import __version__

AGENT = "Vraagarchief"
USER_AGENT = f"{AGENT}/{__version__} (archive of parliamentary written questions)"


class Manners(msgspec.Struct, frozen=True):
    """The bounds of every request.

    pace: seconds between the beginnings of two requests to one host, at least.
    tries: how often a request is made before it is given up; first_pause: seconds before the second, doubled each
    time; longest_pause: a server that asks for a longer one is left alone.
    silence: seconds that a server may say nothing; total: seconds that one answer may take.
    answer_bytes: of an answer, unpacked. redirects: of one request.
    """

    pace: float = 1.0
    tries: int = 4
    first_pause: float = 2.0
    longest_pause: float = 120.0
    silence: float = 30.0
    total: float = 300.0
    answer_bytes: int = 256 << 20
    redirects: int = 5
