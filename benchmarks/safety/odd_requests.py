"""Requests that nobody in good faith sends to a web server, made by chance from their usual parts."""

from __future__ import annotations

import random

_WAYS_UP = (
    "..",
    "%2e%2e",
    "%2E.",
    "..%2f..",
    "%2e%2e%2f",
    "..%5c",
    "..\\",
    "%252e%252e",
    "..;",
    "%c0%ae%c0%ae",
    "%uff0e%uff0e",
    ".%00.",
    "....",
    "．．",
    "‥",
)
_SLASHES = ("/", "//", "/./", "%2f", "\\", "%5c", "/%2f", "%c0%af", "∕")
_TARGETS = (
    "secret.txt",
    "public/../secret.txt",
    "link.txt",
    "linked/secret.txt",
    "linked/public/link.txt",
    "pipe",
    "corpus/archive.sqlite",
    "etc/passwd",
    "proc/self/environ",
    "index.html",
    "assets/",
    "assets",
    ".git/config",
    "manifest.sha256",
)
_TAILS = (
    "",
    "",
    "",
    "/",
    "/.",
    "/..",
    "?",
    "?../../secret.txt",
    "#x",
    "%00",
    "%00.html",
    "%20",
    ";x",
    ".",
    "%",
    "%zz",
)
_METHODS = ("GET",) * 12 + (
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "get",
    "",
    "GET\0",
    "G" * 9000,
)
_HOSTS = ("127.0.0.1",) * 8 + (
    "localhost",
    "evil.example",
    "127.0.0.1.evil.example",
    "127.0.0.1@evil.example",
    "127.1",
    "0.0.0.0",
    "[::1]",
    "localhost.",
    "",
    "127.0.0.1\r\nHost: evil.example",
    "evil.example\r\nHost: 127.0.0.1",
)
_VERSIONS = ("HTTP/1.1",) * 8 + (
    "HTTP/1.0",
    "HTTP/0.9",
    "HTTP/2.0",
    "HTTP/1.1 ",
    "",
    "http/1.1",
    "HTTP/9" * 99,
)
_ENDS = ("\r\n",) * 8 + ("\n", "\r", "\n\r", "\0\r\n")
_MORE = (
    "",
    "",
    "",
    "Range: bytes=0-99999999999",
    "If-Modified-Since: never",
    "Content-Length: -1",
    "Content-Length: 99999999999999999999",
    "Transfer-Encoding: chunked",
    "Expect: 100-continue",
    "Connection: keep-alive",
    "X-Original-URL: /../secret.txt",
    "Cookie: " + "a" * 20_000,
    "\r\n".join(f"X-{number}: x" for number in range(3_000)),
    " folded: line",
    "no colon",
    "Ünïcode: ✓",
    "X: \0\x01\x7f",
)


def odd_request(chance: random.Random) -> bytes:
    """A request that is wrong in one way or in many, or not even a request."""
    if chance.randrange(25) == 0:
        return chance.randbytes(chance.randrange(1, 3000))
    if chance.randrange(2):
        # Nothing is wrong with it but what it asks for.
        return f"GET {_target(chance)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    end = chance.choice(_ENDS)
    first = f"{chance.choice(_METHODS)} {_target(chance)} {chance.choice(_VERSIONS)}"
    lines = [first, f"Host: {chance.choice(_HOSTS)}", chance.choice(_MORE)]
    request = end.join(line for line in lines if line) + end + end
    return request.encode("utf-8")[: chance.choice([None] * 12 + [5, 30])]


def _target(chance: random.Random) -> str:
    prefix = chance.choice(
        ["/"] * 10 + ["", "//evil.example/", "http://127.0.0.1/", "http://evil.example/", "*", "file:///"]
    )
    ups = "".join(
        chance.choice(_WAYS_UP) + chance.choice(_SLASHES)
        for _ in range(chance.choice([0, 0, 1, 1, 2, 5, 12]))
    )
    inner = chance.choice(["", "", "", "assets/", "vragen/2023-2024/", "a" * 5_000 + "/", "./"])
    return prefix + inner + ups + chance.choice(_TARGETS) + chance.choice(_TAILS)
