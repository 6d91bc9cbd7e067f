"""Addresses, pauses and robots.txt, as tables."""

from __future__ import annotations

import datetime as dt

import pytest

from archive.errors import Refusal
from archive.fetch.addresses import checked_address, is_address, is_public, origin_of
from archive.fetch.manners import Manners
from archive.fetch.retry import asked_pause, pause_before_next
from archive.fetch.robots import Robots

NOW = dt.datetime(2024, 4, 25, 8, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://x.be", True),
        ("HTTP://x.be/", True),
        ("ftp://x.be", False),
        ("http:/x", False),
        ("seeds", False),
    ],
)
def test_addresses_are_told_from_paths(text: str, found: bool) -> None:
    assert is_address(text) is found


@pytest.mark.parametrize(
    ("address", "base", "whole"),
    [
        ("https://x.be/a#b", "", "https://x.be/a"),
        ("HTTPS://x.be/a?b=1", "", "https://x.be/a?b=1"),
        ("../c", "https://x.be/a/b", "https://x.be/c"),
        ("//y.be/c", "https://x.be/a", "https://y.be/c"),
    ],
)
def test_addresses_are_made_whole(address: str, base: str, whole: str) -> None:
    assert checked_address(address, base) == whole


@pytest.mark.parametrize(
    "address",
    ["javascript:1", "file:///a", "https://", "https://[", "https://a:b@x.be/", "https://x.be:99999/",
     "https://x.be/a b", "https://x.be/a\nb", "https://x.be\\@y.be/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(Refusal) as caught:
        checked_address(address)
    assert caught.value.code == "address"


@pytest.mark.parametrize(
    ("number", "public"),
    [("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.0.0.1", False),
     ("192.168.1.1", False), ("169.254.169.254", False), ("::1", False), ("fe80::1%eth0", False), ("0.0.0.0", False),
     ("224.0.0.1", False), ("::ffff:127.0.0.1", False), ("nonsense", False)],
)  # fmt: skip
def test_public_numbers(number: str, public: bool) -> None:
    assert is_public(number) is public


def test_origin_has_the_port_of_its_scheme() -> None:
    assert origin_of("https://X.be/a") == "https://x.be:443"
    assert origin_of("http://[::1]/a") == "http://[::1]:80"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("30", 30.0), (" 0 ", 0.0), ("Thu, 25 Apr 2024 08:31:00 GMT", 60.0), ("Thu, 25 Apr 2024 08:00:00 GMT", 0.0),
     (None, None), ("", None), ("soon", None), ("-5", None)],
)  # fmt: skip
def test_pause_that_a_server_asks_for(header: str | None, seconds: float | None) -> None:
    assert asked_pause(header, NOW) == seconds


@pytest.mark.parametrize(
    ("tried", "asked", "pause"),
    [
        (1, None, 2.0),
        (2, None, 4.0),
        (3, None, 8.0),
        (4, None, None),
        (1, 30.0, 30.0),
        (1, 0.5, 2.0),
        (1, 121.0, None),
    ],
)
def test_pause_before_the_next_try(tried: int, asked: float | None, pause: float | None) -> None:
    assert pause_before_next(tried, asked, Manners()) == pause


def test_everything_is_allowed_without_rules() -> None:
    assert Robots().allows("https://x.be/a")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"Disallow", b"<html>no</html>", b"Crawl-delay: x"])
def test_rules_that_make_no_sense_allow_everything(content: bytes) -> None:
    rules = Robots(content)
    assert (rules.allows("https://x.be/a"), rules.delay()) == (True, 0.0)


def test_delay_is_a_minute_at_most() -> None:
    assert Robots(b"User-agent: *\nCrawl-delay: 86400").delay() == 60.0
