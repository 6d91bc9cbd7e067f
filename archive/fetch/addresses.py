"""Which addresses may be asked for."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from archive.errors import Refusal

_BEGINNING = re.compile(r"https?://", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_PORTS = {"http": 80, "https": 443}


def is_address(text: str) -> bool:
    """Whether what was given is an address of the web, and not a path."""
    return _BEGINNING.match(text) is not None


def checked_address(address: str, base: str = "") -> str:
    """The address, made whole with `base` and without its fragment. Raises Refusal where it may not be fetched."""
    place = base or address
    joined = urljoin(base, address.strip()) if base else address
    try:
        parts = urlsplit(joined)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError as error:
        raise _refusal(place, f"{joined[:200]!r} is no web address") from error
    if parts.scheme.lower() not in _PORTS or not parts.hostname or not port_is_good:
        raise _refusal(place, f"{joined[:200]!r} is no address that starts with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise _refusal(place, "the address has a name or password in it")
    if _FORBIDDEN.search(joined):
        raise _refusal(place, "the address has blanks or control characters in it")
    return urlunsplit(parts._replace(scheme=parts.scheme.lower(), fragment=""))


def _refusal(place: str, cause: str) -> Refusal:
    return Refusal(place, cause, "give the address as a browser shows it", code="address")


def origin_of(address: str) -> str:
    """Scheme, host and port: "https://docs.example.org:443"."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{_port(parts)}"


def host_of(address: str) -> str:
    """The host in small letters: "docs.example.org"."""
    return (urlsplit(address).hostname or "").lower()


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


def resolved(address: str) -> tuple[str, ...]:
    """The numbers at which the host of an address is reached. Raises OSError."""
    parts = urlsplit(address)
    found = socket.getaddrinfo(parts.hostname, _port(parts), type=socket.SOCK_STREAM)
    return tuple(str(entry[4][0]) for entry in found)


def is_public(number: str) -> bool:
    """Whether a number ("192.0.2.1", "2001:db8::1%eth0") is one of the public internet."""
    try:
        parsed = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None)
    return bool((mapped or parsed).is_global) and not parsed.is_multicast
