"""What a server answered."""

from __future__ import annotations

import msgspec


class Validators(msgspec.Struct, frozen=True):
    """What a server called the state that it handed out, to be asked later whether it changed (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers that ask for the content only if it changed."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


class Answer(msgspec.Struct, frozen=True):
    """The answer to a request that went well.

    address: where it was found in the end, after redirects. content: None where nothing changed since.
    """

    address: str
    content: bytes | None
    validators: Validators = Validators()
