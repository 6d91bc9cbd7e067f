"""Fetches an address: asks robots.txt, keeps the pace, tries again, follows redirects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import TracebackType
from typing import NoReturn

import httpx
import msgspec

from archive.errors import Refusal
from archive.fetch.addresses import checked_address, host_of, is_public, origin_of, resolved
from archive.fetch.answers import Answer, Validators
from archive.fetch.manners import Manners
from archive.fetch.pace import Pace
from archive.fetch.retry import PASSING_STATUSES, asked_pause, pause_before_next
from archive.fetch.robots import LONGEST, Robots
from archive.fetch.transfer import PassingTrouble, Reply, not_public, open_connections, transfer

_OK, _NOT_MODIFIED = 200, 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_CLOSED = frozenset({401, 403, 407, 451})


class WebClient:
    """Fetches addresses, one at a time. A context manager, which closes its connections.

    resolve: the numbers of the host of an address, by the system but for tests.
    """

    def __init__(
        self,
        manners: Manners | None = None,
        pace: Pace | None = None,
        resolve: Callable[[str], tuple[str, ...]] = resolved,
    ) -> None:
        self._manners = manners or Manners()
        self._pace = pace or Pace()
        self._resolve = resolve
        self._connections: httpx.Client = open_connections(self._manners)
        self._robots: dict[str, Robots | Refusal] = {}

    def __enter__(self) -> WebClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connections.close()

    def fetch(self, address: str, known: Validators | None = None, *, given: str | None = None) -> Answer:
        """The content at `address`, or that it did not change since `known`.

        given: the address that the user named, `address` itself by default. Its host may be of a private network;
        every other one must be public. Raises Refusal that names `address`, and StoppedWaiting.
        """
        trusted = origin_of(given or address)
        headers = known.headers() if known else {}
        current = checked_address(address)
        seen = {current}
        while True:
            self._check_robots(current, address, trusted)
            reply = self._tried(current, headers, address, trusted, self._manners)
            if reply.status not in _REDIRECTS:
                return _answer(reply, current, address)
            current = checked_address(_target(reply, address), current)
            if current in seen or len(seen) > self._manners.redirects:
                raise Refusal(address, "it redirects without end", "give another address", code="redirects")
            seen.add(current)

    def _tried(
        self, current: str, headers: dict[str, str], address: str, trusted: str, manners: Manners
    ) -> Reply:
        """The reply at `current` after as many tries as it takes. Raises Refusal."""
        must_be_public = origin_of(current) != trusted
        if must_be_public:
            self._check_public(current, address)
        tried = 0
        while True:
            self._pace.wait_for(host_of(current), max(manners.pace, self._delay(current)))
            tried += 1
            try:
                reply = transfer(self._connections, current, headers, manners, must_be_public=must_be_public)
                if reply.status not in PASSING_STATUSES:
                    return reply
                cause = f"the server answers with status {reply.status}"
                trouble = PassingTrouble(cause, reply.headers.get("retry-after"))
            except PassingTrouble as error:
                trouble = error
            asked = asked_pause(trouble.pause, dt.datetime.now(dt.UTC))
            pause = pause_before_next(tried, asked, manners)
            if pause is None:
                _give_up(address, trouble.cause, tried, asked)
            self._pace.pause(pause)

    def _delay(self, address: str) -> float:
        rules = self._robots.get(origin_of(address))
        return rules.delay() if isinstance(rules, Robots) else 0.0

    def _check_public(self, current: str, address: str) -> None:
        try:
            numbers = self._resolve(current)
        except OSError as error:
            cause = f"the host {host_of(current)} is not found ({error.strerror})"
            raise Refusal(address, cause, "check the address and the network", code="unreachable") from error
        if not numbers or not all(map(is_public, numbers)):
            raise not_public(address, current)

    def _check_robots(self, current: str, address: str, trusted: str) -> None:
        """Raises Refusal where robots.txt forbids `current`, or cannot be had (RFC 9309, section 2.3.1)."""
        origin = origin_of(current)
        if origin not in self._robots:
            self._robots[origin] = self._fetched_robots(origin, address, trusted)
        rules = self._robots[origin]
        if isinstance(rules, Refusal):
            raise Refusal(address, rules.cause, rules.remedy, code=rules.code)
        if not rules.allows(current):
            raise Refusal(
                address,
                "the robots.txt of the host forbids programs to fetch it",
                "fetch it in a browser and give the file",
                code="robots",
            )

    def _fetched_robots(self, origin: str, address: str, trusted: str) -> Robots | Refusal:
        manners = msgspec.structs.replace(self._manners, answer_bytes=LONGEST)
        current = f"{origin}/robots.txt"
        try:
            for _ in range(self._manners.redirects):
                reply = self._tried(current, {}, address, trusted, manners)
                if reply.status not in _REDIRECTS:
                    break
                current = checked_address(_target(reply, address), current)
        except Refusal as refusal:
            cause = f"its robots.txt cannot be had: {refusal.cause}"
            return Refusal(address, cause, refusal.remedy, code=refusal.code)
        return Robots(reply.content) if reply.status == _OK else Robots()


def _answer(reply: Reply, current: str, address: str) -> Answer:
    validators = Validators(reply.headers.get("etag"), reply.headers.get("last-modified"))
    if reply.status == _NOT_MODIFIED:
        return Answer(current, None, validators)
    if reply.status == _OK:
        return Answer(current, reply.content, validators)
    if reply.status in _GONE:
        raise Refusal(address, "the server has nothing there", "check the address", code="not_found")
    if reply.status in _CLOSED:
        cause = f"the server does not hand it out (status {reply.status})"
        raise Refusal(address, cause, "fetch it in a browser and give the file", code="closed")
    cause = f"the server answers with status {reply.status}"
    raise Refusal(address, cause, "try it in a browser", code="status")


def _target(reply: Reply, address: str) -> str:
    target = reply.headers.get("location", "")
    if not target:
        raise Refusal(address, "it redirects to nowhere", "give another address", code="redirects")
    return target


def _give_up(address: str, cause: str, tried: int, asked: float | None) -> NoReturn:
    times = "once" if tried == 1 else f"{tried} times"
    remedy = "give the same command again later"
    if asked is not None and asked > 0:
        remedy = f"it asks to wait for {asked:g} seconds; {remedy}"
    raise Refusal(address, f"{cause} (tried {times})", remedy, code="unreachable")
