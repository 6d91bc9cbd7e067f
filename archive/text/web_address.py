"""Which texts are addresses of the web: nothing else is ever made a link, or named as one in a reference."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def web_address(address: str | None) -> str | None:
    """The address if it is one of the web (http or https, with a host), else None."""
    if address is None:
        return None
    parts = split_address(address)
    return address if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def split_address(address: str) -> SplitResult:
    """The parts of an address that a document gives; all empty where it is none, such as "http://["."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")
