"""One request and its answer, within bounds."""

from __future__ import annotations

import time

import httpx
import msgspec

from archive.errors import Refusal
from archive.fetch.addresses import is_public
from archive.fetch.manners import USER_AGENT, Manners

_OK = 200
_ACCEPTED = "application/pdf, application/json, text/html, */*;q=0.8"


class PassingTrouble(Exception):
    """A request that failed and may go well later. `cause` is for people; `pause`: what the server asks for."""

    def __init__(self, cause: str, pause: str | None = None) -> None:
        super().__init__(cause)
        self.cause = cause
        self.pause = pause


class Reply(msgspec.Struct, frozen=True):
    """Status, headers by name in small letters, and the content of an answer with status 200."""

    status: int
    headers: dict[str, str]
    content: bytes = b""


def open_connections(manners: Manners) -> httpx.Client:
    """A client that keeps its connections. It takes nothing from the environment and stores no cookies of use."""
    return httpx.Client(
        headers={"User-Agent": USER_AGENT, "Accept": _ACCEPTED, "Accept-Encoding": "gzip, deflate"},
        timeout=httpx.Timeout(manners.silence),
        follow_redirects=False,
        trust_env=False,
    )


def transfer(
    connections: httpx.Client,
    address: str,
    headers: dict[str, str],
    manners: Manners,
    *,
    must_be_public: bool,
) -> Reply:
    """The reply of the server. Raises PassingTrouble, and Refusal where trying again is of no use."""
    connections.cookies.clear()
    try:
        with connections.stream("GET", address, headers=headers) as response:
            if must_be_public:
                _check_peer(response, address)
            status, found = response.status_code, dict(response.headers)
            content = _read(response, address, manners) if status == _OK else b""
            return Reply(status, found, content)
    except httpx.TimeoutException as error:
        raise PassingTrouble(f"the server says nothing for {manners.silence:g} seconds") from error
    except httpx.RequestError as error:
        raise PassingTrouble(f"the connection failed ({error})") from error
    except httpx.InvalidURL as error:
        raise Refusal(address, f"this is no web address ({error})", "correct it", code="address") from error


def _read(response: httpx.Response, address: str, manners: Manners) -> bytes:
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > manners.answer_bytes:
        raise _too_large(address, manners)
    deadline = time.monotonic() + manners.total
    chunks: list[bytes] = []
    length = 0
    for chunk in response.iter_bytes():
        chunks.append(chunk)
        length += len(chunk)
        if length > manners.answer_bytes:
            raise _too_large(address, manners)
        if time.monotonic() > deadline:
            cause = f"the answer takes longer than {manners.total:g} seconds"
            raise Refusal(address, cause, "fetch it by other means", code="time")
    return b"".join(chunks)


def _check_peer(response: httpx.Response, address: str) -> None:
    """The name was looked up before; it may have led elsewhere when the connection was made."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream else None
    if peer is not None and not is_public(str(peer[0])):
        raise not_public(address, address)


def not_public(place: str, target: str) -> Refusal:
    """The refusal of an address that leads into a private network."""
    cause = f"it leads to {target}, which is no public address"
    return Refusal(place, cause, "give that address yourself if you trust it", code="address")


def _too_large(address: str, manners: Manners) -> Refusal:
    cause = f"the answer is longer than {manners.answer_bytes} bytes"
    return Refusal(address, cause, "fetch it by other means and split it", code="too_large")
